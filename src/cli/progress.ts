/** A bar on the terminal while several files are read. Nothing is written where standard error is not a terminal. */
import { basename } from 'node:path';
import { plainLine, shorten } from '#render/width.ts';

export interface Progress {
  /** Shows that the file at `index` is being read. */
  show(index: number, file: string): void;
  /** Takes the bar away, before anything else is written. */
  clear(): void;
}

const BAR = 24;
const CLEAR_LINE = '\r\u001b[2K';

export function startProgress(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY || total < 2) return { show() {}, clear() {} };
  return {
    show(index, file) {
      stream.write(CLEAR_LINE + progressLine(index, total, file, stream.columns || 80));
    },
    clear() {
      stream.write(CLEAR_LINE);
    },
  };
}

/** `[████░░░░] 3/12 ten-tep.txt` */
export function progressLine(index: number, total: number, file: string, width: number): string {
  const full = Math.round((BAR * index) / total);
  const head = `[${'█'.repeat(full)}${'░'.repeat(BAR - full)}] ${index + 1}/${total} `;
  return head + shorten(plainLine(basename(file)), Math.max(8, width - head.length - 1));
}

/**
 * A bar on the terminal while files are opened: pages done, time left, the file's name. Nothing is written where standard
 * error is not a terminal.
 */
import { basename } from 'node:path';
import { plainLine, shorten, widthOf } from '#render/width.ts';

export interface Progress {
  /** Shows that the file at `index` is being read. */
  show(index: number, file: string): void;
  /** Shows how many of its pages are done. */
  step(done: number, total: number): void;
  /** Takes the bar away, before anything else is written. */
  clear(): void;
}

/** What a bar is drawn from. */
export interface Stand {
  readonly file: string;
  /** From 0. */
  readonly index: number;
  readonly files: number;
  /** Pages of this file; a total of 0 while it is not known. */
  readonly done: number;
  readonly total: number;
  /** Time left for this file; null while it can't be told. */
  readonly secondsLeft: number | null;
}

const BAR = 24;
const CLEAR_LINE = '\r\u001b[2K';
/** A terminal need not be written to more often, milliseconds. */
const EVERY = 100;

export function startProgress(
  files: number,
  stream: NodeJS.WriteStream = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  if (!stream.isTTY) return { show() {}, step() {}, clear() {} };
  let file = '';
  let index = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  let shown = false;
  let pace = new Pace();
  const draw = (done: number, total: number, secondsLeft: number | null) => {
    const stand = { file, index, files, done, total, secondsLeft };
    stream.write(CLEAR_LINE + progressLine(stand, stream.columns || 80));
    drawn = now();
    shown = true;
  };
  return {
    show(at, name) {
      file = name;
      index = at;
      pace = new Pace();
      pace.step(0, now());
      draw(0, 0, null);
    },
    step(done, total) {
      pace.step(done, now());
      if (now() - drawn >= EVERY || done === total) draw(done, total, pace.secondsFor(total - done));
    },
    clear() {
      if (shown) stream.write(CLEAR_LINE);
      shown = false;
      drawn = Number.NEGATIVE_INFINITY;
    },
  };
}

/** How fast the last pages went. */
export class Pace {
  #steps: { readonly done: number; readonly at: number }[] = [];

  /** `at` is a time in milliseconds. */
  step(done: number, at: number): void {
    if (done < (this.#steps.at(-1)?.done ?? 0)) this.#steps = [];
    this.#steps.push({ done, at });
    // Text and scanned pages differ much: only the last ones tell of those to come.
    if (this.#steps.length > 20) this.#steps.shift();
  }

  /** Null until two seconds and a page have gone by: a guess from less would jump about. */
  secondsFor(pages: number): number | null {
    const first = this.#steps[0];
    const last = this.#steps.at(-1);
    if (!first || !last || last.done === first.done || last.at - first.at < 2000) return null;
    return ((last.at - first.at) / 1000 / (last.done - first.done)) * pages;
  }
}

/** `[████░░░░] tệp 2/5 · 12/60 trang · còn khoảng 1 phút 05 giây · ten-tep.pdf` */
export function progressLine(stand: Stand, width: number): string {
  const { index, files, done, total, secondsLeft } = stand;
  const share = (index + (total > 0 ? done / total : 0)) / files;
  const full = Math.round(BAR * Math.min(1, share));
  const facts: string[] = [];
  if (files > 1) facts.push(`tệp ${index + 1}/${files}`);
  if (total > 1) facts.push(`${done}/${total} trang`);
  if (total > 1 && done < total && secondsLeft !== null) facts.push(`còn khoảng ${timeWords(secondsLeft)}`);
  const head = `[${'█'.repeat(full)}${'░'.repeat(BAR - full)}] ${facts.map((fact) => `${fact} · `).join('')}`;
  const room = width - widthOf(head) - 1;
  if (room >= 8) return head + shorten(plainLine(basename(stand.file)), room);
  return shorten(head.replace(/ · $/, ''), width - 1);
}

/** `5 giây`, `1 phút 05 giây`, `2 giờ 10 phút`. */
export function timeWords(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} giây`;
  const two = (n: number) => String(n).padStart(2, '0');
  if (whole < 3600) return `${Math.floor(whole / 60)} phút ${two(whole % 60)} giây`;
  return `${Math.floor(whole / 3600)} giờ ${two(Math.floor((whole % 3600) / 60))} phút`;
}

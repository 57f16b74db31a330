/** What reads characters: takes a level, clean picture and regions of it, gives words with places in pixels. */
import type { Grey, Rect } from './grey.ts';

export interface RawWord {
  readonly text: string;
  /** Pixels of the picture that was read. */
  readonly box: Rect;
  /** 0 to 1. */
  readonly confidence: number;
  /** Counts up with each printed line. */
  readonly line: number;
}

/** `line` reads the region as one line, `block` as lines one below the other. */
export type Shape = 'block' | 'line';

export interface Engine {
  readonly name: string;
  read(picture: Grey, regions: readonly Rect[], shape: Shape, dpi: number): Promise<RawWord[]>;
  close(): void;
}

/** A picture as PGM, which every engine takes and nobody has to compress. */
export function writePgm({ width, height, data }: Grey): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  const out = new Uint8Array(head.length + data.length);
  out.set(head);
  out.set(data, head.length);
  return out;
}

/** Words of Tesseract's table output (TSV): level, page, block, paragraph, line, word, left, top, width, height, conf, text. */
export function readTsv(tsv: string, offset: { readonly x: number; readonly y: number }, firstLine: number): RawWord[] {
  const words: RawWord[] = [];
  let line = firstLine - 1;
  for (const row of tsv.split('\n')) {
    const fields = row.split('\t');
    if (fields[0] === '4') line++;
    if (fields[0] !== '5' || fields.length < 12) continue;
    const text = (fields[11] as string).trim().normalize('NFC');
    if (text === '') continue;
    const left = Number(fields[6]) + offset.x;
    const top = Number(fields[7]) + offset.y;
    words.push({
      text,
      box: { left, top, right: left + Number(fields[8]), bottom: top + Number(fields[9]) },
      confidence: Math.min(1, Math.max(0, Number(fields[10]) / 100)),
      line: Math.max(line, firstLine),
    });
  }
  return words;
}

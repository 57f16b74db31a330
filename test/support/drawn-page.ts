/** Pages drawn for tests of the layout: lines of text at places, paragraphs set by a small typesetter, frames of tables. */
import type { PageContent, PageWord, Rule } from '#document/page.ts';

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** A4, margins of Decree 30. */
export const PAGE = { width: 595, height: 842, left: 85, right: 552 };
const CHARACTER = 0.45;
const SPACE = 0.25;

/** As wide as the test's own type is. */
export function widthOf(text: string, size = 14): number {
  return text.length * CHARACTER * size;
}

/** `thị^1.` is three pieces: `thị`, a raised `1`, `.`. */
function piecesOf(word: string): string[] {
  return word.match(/\^[\d*]+|[^^]+?(?=\^|$)/g) ?? [];
}

function setWidth(word: string, size: number): number {
  return piecesOf(word).reduce(
    (sum, piece) => sum + (piece.startsWith('^') ? widthOf(piece.slice(1), 0.6 * size) : widthOf(piece, size)),
    0,
  );
}

export class DrawnPage implements PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly source: 'text' | 'ocr';
  readonly words: PageWord[] = [];
  readonly rules: Rule[] = [];
  /** Baseline of the next line. */
  y: number;

  constructor(number: number, options: { source?: 'text' | 'ocr'; landscape?: boolean; y?: number } = {}) {
    this.number = number;
    this.source = options.source ?? 'text';
    this.width = options.landscape ? PAGE.height : PAGE.width;
    this.height = options.landscape ? PAGE.width : PAGE.height;
    this.y = options.y ?? 80;
  }

  /** Words from `x` on; `to` spreads them up to there. A word `^1` is raised and small. */
  line(x: number, y: number, text: string, style: TextStyle = {}, to?: number): this {
    const { size = 14, bold = false, italic = false } = style;
    const words = text.split(' ').filter((word) => word !== '');
    const own = words.reduce((sum, word) => sum + setWidth(word, size), 0);
    const space = to !== undefined && words.length > 1 ? (to - x - own) / (words.length - 1) : SPACE * size;
    let at = x;
    for (const word of words) {
      for (const piece of piecesOf(word)) {
        const raised = piece.startsWith('^');
        const own = raised ? piece.slice(1) : piece;
        const scale = raised ? 0.6 * size : size;
        this.#word(own, at, raised ? y - 0.33 * size : y, widthOf(own, scale), scale, bold, italic);
        at += widthOf(own, scale);
      }
      at += space;
    }
    return this;
  }

  centred(text: string, style: TextStyle = {}, middle = (PAGE.left + PAGE.right) / 2): this {
    const size = style.size ?? 14;
    const width = text.split(' ').reduce((sum, word) => sum + widthOf(word, size) + SPACE * size, -SPACE * size);
    this.line(middle - width / 2, this.y, text, style);
    this.y += 1.2 * size;
    return this;
  }

  /** Sets lines that were broken by `breakLines`. */
  set(lines: readonly SetLine[], style: TextStyle = {}, pitch = 1.2): this {
    for (const { text, x, to } of lines) {
      this.line(x, this.y, text, style, to);
      this.y += pitch * (style.size ?? 14);
    }
    return this;
  }

  /** A frame of ruling lines with text in its fields; rows are as high as their lines. */
  table(xs: readonly number[], rows: readonly (readonly string[])[], size = 12): this {
    const top = this.y - size;
    const ys = [top];
    for (const row of rows) {
      const lines = row.map((cell, i) => breakWords(cell, (xs[i + 1] as number) - (xs[i] as number) - 8, size));
      const height = Math.max(...lines.map((some) => some.length), 1) * 1.2 * size + 6;
      for (const [i, some] of lines.entries()) {
        for (const [k, text] of some.entries()) {
          this.line((xs[i] as number) + 4, (ys.at(-1) as number) + size + 2 + k * 1.2 * size, text, { size });
        }
      }
      ys.push((ys.at(-1) as number) + height);
    }
    const bottom = ys.at(-1) as number;
    for (const y of ys) this.rule(xs[0] as number, y, xs.at(-1) as number, y);
    for (const x of xs) this.rule(x, top, x, bottom);
    this.y = bottom + 1.5 * size;
    return this;
  }

  rule(x1: number, y1: number, x2: number, y2: number): this {
    this.rules.push({ x1, y1, x2, y2 });
    return this;
  }

  #word(text: string, x: number, y: number, width: number, size: number, bold: boolean, italic: boolean): void {
    const font = this.source === 'ocr' ? null : { name: 'Tinos', size, bold, italic };
    const confidence = this.source === 'ocr' ? 0.9 : null;
    this.words.push({ text, box: { x, y: y - 0.9 * size, width, height: 1.1 * size }, font, confidence, doubt: false });
  }
}

export interface SetLine {
  readonly text: string;
  readonly x: number;
  readonly to?: number;
}

export interface SetOptions {
  readonly left?: number;
  readonly right?: number;
  /** First line, from the left edge. */
  readonly indent?: number;
  readonly size?: number;
  readonly justified?: boolean;
}

/** Breaks a paragraph into lines as a typesetter does. */
export function breakLines(text: string, options: SetOptions = {}): SetLine[] {
  const { left = PAGE.left, right = PAGE.right, indent = 36, size = 14, justified = true } = options;
  const lines: SetLine[] = [];
  let words: string[] = [];
  let x = left + indent;
  let end = x;
  for (const word of text.split(' ')) {
    const width = setWidth(word, size);
    if (words.length > 0 && end + SPACE * size + width > right) {
      lines.push({ text: words.join(' '), x, ...(justified ? { to: right } : {}) });
      words = [];
      x = left;
      end = left;
    }
    end += (words.length > 0 ? SPACE * size : 0) + width;
    words.push(word);
  }
  lines.push({ text: words.join(' '), x });
  return lines;
}

function breakWords(text: string, width: number, size: number): string[] {
  if (text === '') return [];
  return breakLines(text, { left: 0, right: width, indent: 0, size, justified: false }).map((line) => line.text);
}

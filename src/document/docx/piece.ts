/** Pieces of a paragraph's text in one look, finished into the lines of a block: encodings, capitals, raised digits. */

import type { BlockLine, BlockWord } from '../block.ts';
import { fromLegacy, type LegacyEncoding } from '../encoding/legacy.ts';
import type { Font } from '../model.ts';
import type { Raised } from './styles.ts';

/** What pieces of text must share to be one. */
export interface Look {
  readonly font: Font;
  readonly encoding: LegacyEncoding | null;
  /** Shown in capitals. */
  readonly capitals: boolean;
  readonly raised: Raised;
}

export type Piece =
  | { readonly kind: 'text'; text: string; readonly look: Look }
  /** The mark of a footnote. */
  | { readonly kind: 'mark'; readonly text: string; readonly look: Look }
  | { readonly kind: 'break' };

/** Adds text, to the last piece when it looks the same. */
export function addText(pieces: Piece[], text: string, look: Look): void {
  if (text === '') return;
  const last = pieces.at(-1);
  if (last?.kind === 'text' && last.look === look) last.text += text;
  else pieces.push({ kind: 'text', text, look });
}

export interface Finished {
  readonly lines: BlockLine[];
  /** Everything that is shown is bold, italic. */
  readonly bold: boolean;
  readonly italic: boolean;
  /** Letters and digits. */
  readonly letters: number;
  /** Pieces that were written for a font before Unicode. */
  readonly legacy: number;
}

/** The lines that pieces make: one for each font and each break. */
export function finish(pieces: readonly Piece[]): Finished {
  const lines: { font: Font; words: BlockWord[]; after: BlockLine['after'] }[] = [];
  let after: BlockLine['after'] = 'wrap';
  let fresh = true;
  let tail = '';
  let size = 0;
  let legacy = 0;
  let letters = 0;
  let bold = true;
  let italic = true;
  for (const piece of pieces) {
    if (piece.kind === 'break') {
      trimEnd(lines);
      after = 'break';
      fresh = true;
      tail = '';
      continue;
    }
    let text = piece.kind === 'mark' ? piece.text : shown(piece.text, piece.look, tail, size);
    if (piece.kind === 'text' && piece.look.encoding && text !== piece.text) legacy++;
    if (fresh) text = text.trimStart();
    if (text === '') continue;
    const count = piece.kind === 'mark' ? 0 : (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0);
    if (count > 0) {
      letters += count;
      bold &&= piece.look.font.bold;
      italic &&= piece.look.font.italic;
    }
    const word: BlockWord = { text, box: null, confidence: null, doubt: false, glued: !fresh };
    const last = lines.at(-1);
    if (last && !fresh && (last.font === piece.look.font || piece.kind === 'mark')) last.words.push(word);
    else {
      lines.push({ font: piece.look.font, words: [word], after: lines.length === 0 ? 'wrap' : after });
      after = 'wrap';
    }
    fresh = false;
    tail = (tail + text).slice(-8);
    size = piece.look.font.size;
  }
  trimEnd(lines);
  return {
    lines: lines.map((line) => ({ page: null, ...line })),
    bold: bold && letters > 0,
    italic: italic && letters > 0,
    letters,
    legacy,
  };
}

/** Takes white space off the end; lines that hold nothing else go. */
function trimEnd(lines: { words: BlockWord[] }[]): void {
  for (let line = lines.at(-1); line; line = lines.at(-1)) {
    for (let word = line.words.at(-1); word; word = line.words.at(-1)) {
      const text = word.text.trimEnd();
      if (text === word.text) return;
      line.words.pop();
      if (text !== '') {
        line.words.push({ ...word, text });
        return;
      }
    }
    lines.pop();
  }
}

/** `before` and `size` are of what stands before it. */
function shown(raw: string, look: Look, before: string, size: number): string {
  const text = clean(look.encoding ? fromLegacy(raw, look.encoding) : raw);
  const cased = look.capitals ? text.toUpperCase() : text;
  const isRaised = look.raised === 'superscript' || (look.raised === 'lifted' && look.font.size < size);
  return isRaised ? raise(cased, before) : cased;
}

/** Spaces of every width are spaces; what is not seen goes. */
function clean(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replaceAll('\u2011', '-')
    .normalize('NFC');
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Raised digits stay raised: those of `m²` belong to the unit, those behind a word are the mark of a note. */
function raise(text: string, before: string): string {
  const found = /^(\s*)(?:(\d{1,3})|[([](\d{1,3})[)\]]|([oO]))(\s*)$/.exec(text);
  if (!found) return text;
  const [, lead = '', digits, enclosed, degree, trail = ''] = found;
  const behindDigit = lead === '' && /\d$/.test(before);
  if (degree !== undefined || (digits === '0' && behindDigit)) return behindDigit ? `°${trail}` : text;
  const raised = [...(digits ?? enclosed ?? '')].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return lead + raised + trail;
}

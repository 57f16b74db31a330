/** Specks that recognition took for signs: dots, bars and quotes that stand alone or before and behind a line. */
import type { PageContent, PageWord } from '../page.ts';
import { type Line, makeLine, wordsOf } from './line.ts';
import type { Row } from './lines.ts';

const SPECK = /^[.,'’‘`´|¦:;~_·•…"“”„«»^°\\/!(){}[\]<>=—–-]+$/u;
/** Signs that mean something at the beginning of a line, or alone on it. */
const MEANT = /^(?:[-–+*•]|\*{1,3})$/;

/** The rows of a recognised page without specks, which are put to `removed`. */
export function withoutSpecks(rows: readonly Row[], page: PageContent, removed: PageWord[]): Row[] {
  if (page.source !== 'ocr') return [...rows];
  const kept: Row[] = [];
  for (const row of rows) {
    const alone = row.parts.every((part) => part.tokens.every((token) => SPECK.test(token.text)));
    if (alone) {
      for (const part of row.parts) removed.push(...wordsOf(part));
      continue;
    }
    const parts = row.parts.map((part) => cleanLine(part, page, removed)).filter((part) => part !== null);
    kept.push({ ...row, parts });
  }
  return kept;
}

/** Without the specks before its first word and behind its last; null when nothing else is there. */
function cleanLine(line: Line, page: PageContent, removed: PageWord[]): Line | null {
  const words = wordsOf(line);
  let from = 0;
  let end = words.length;
  while (from < end && isSpeck(words[from] as PageWord, words[from + 1])) from++;
  while (end > from && isTail(words[end - 1] as PageWord, words[end - 2])) end--;
  if (from === 0 && end === words.length) return line;
  removed.push(...words.slice(0, from), ...words.slice(end));
  return from === end ? null : makeLine(words.slice(from, end), page);
}

function isSpeck(word: PageWord, next: PageWord | undefined): boolean {
  if (!SPECK.test(word.text)) return false;
  if (!next) return !MEANT.test(word.text);
  // A quote or a bracket may open a line as a word of its own, close to the next one.
  const gap = next.box.x - (word.box.x + word.box.width);
  return !MEANT.test(word.text) && gap > 0.15 * next.box.height;
}

function isTail(word: PageWord, before: PageWord | undefined): boolean {
  if (!SPECK.test(word.text) || /^[-–…]$/.test(word.text)) return false;
  if (!before) return true;
  const gap = word.box.x - (before.box.x + before.box.width);
  return gap > 0.25 * before.box.height && (word.confidence ?? 1) < 0.8;
}

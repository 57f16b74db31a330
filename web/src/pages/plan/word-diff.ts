/**
 * What two sentences differ in (chỗ khác nhau), word by word: a number with its separators is one word, so that
 * `7,5%` → `6,5%` is marked whole.
 */

export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

/** Sentences longer than this are compared by their first and last words alone. */
const MOST_WORDS = 1500;

function wordsOf(text: string): string[] {
  return text.match(/\d+(?:[.,/]\d+)*%?|[\p{L}\p{M}\p{N}]+|\s+|./gu) ?? [];
}

/** The pieces of `before` and of `after`; joined they give the texts again. */
export function diffWords(before: string, after: string): { readonly before: Piece[]; readonly after: Piece[] } {
  const a = wordsOf(before);
  const b = wordsOf(after);
  const same = (i: number, j: number) => (a[i] as string).normalize('NFC') === (b[j] as string).normalize('NFC');
  let start = 0;
  while (start < a.length && start < b.length && same(start, start)) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && same(a.length - 1 - end, b.length - 1 - end)) end++;
  const keptA = new Set<number>();
  const keptB = new Set<number>();
  const n = a.length - start - end;
  const m = b.length - start - end;
  if (n > 0 && m > 0 && n <= MOST_WORDS && m <= MOST_WORDS) {
    const longest = Array.from({ length: n + 1 }, () => new Uint16Array(m + 1));
    const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
    for (let i = n - 1; i >= 0; i--) {
      for (let j = m - 1; j >= 0; j--) {
        (longest[i] as Uint16Array)[j] = same(start + i, start + j)
          ? at(i + 1, j + 1) + 1
          : Math.max(at(i + 1, j), at(i, j + 1));
      }
    }
    for (let i = 0, j = 0; i < n && j < m; ) {
      if (same(start + i, start + j)) {
        keptA.add(start + i++);
        keptB.add(start + j++);
      } else if (at(i + 1, j) >= at(i, j + 1)) i++;
      else j++;
    }
  }
  return { before: piecesOf(a, start, end, keptA), after: piecesOf(b, start, end, keptB) };
}

function piecesOf(words: readonly string[], start: number, end: number, kept: ReadonlySet<number>): Piece[] {
  const marks = words.map((_, i) => i >= start && i < words.length - end && !kept.has(i));
  // A lone space or comma between two changed words belongs to the change.
  for (let i = 1; i < marks.length - 1; i++) {
    if (marks[i - 1] && marks[i + 1] && /^[\s,.;]+$/.test(words[i] as string)) marks[i] = true;
  }
  const pieces: { text: string; changed: boolean }[] = [];
  for (const [i, word] of words.entries()) {
    const last = pieces.at(-1);
    const changed = marks[i] === true;
    if (last && last.changed === changed) last.text += word;
    else pieces.push({ text: word, changed });
  }
  return pieces;
}

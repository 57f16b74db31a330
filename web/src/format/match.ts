/**
 * Matching what is typed with or without tone marks, in either spelling (hoà/hòa): `so xay dung` finds `Sở Xây dựng`,
 * `sxd` finds it too. Marks that are typed must be there: `sở` does not find `số`.
 */
import { bare, fold } from '#base/fold.ts';

function words(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** One typed word against the words of a text, folded both ways. Better is higher; 0 is no match. */
function scoreWord(typed: string, folded: readonly string[], plain: readonly string[]): number {
  const marked = bare(typed) !== typed;
  const there = marked ? folded : plain;
  let best = 0;
  for (const [at, word] of there.entries()) {
    if (word === typed) best = Math.max(best, at === 0 ? 5 : 4);
    else if (word.startsWith(typed)) best = Math.max(best, at === 0 ? 4 : 3);
    else if (word.includes(typed)) best = Math.max(best, 1);
  }
  return best;
}

/** How well `typed` finds `text`; 0 when it does not. Every typed word must be found. */
export function score(typed: string, text: string): number {
  const wanted = words(fold(typed));
  if (wanted.length === 0) return 1;
  const folded = words(fold(text));
  const plain = folded.map(bare);
  let total = 0;
  for (const word of wanted) {
    const one = scoreWord(word, folded, plain);
    if (one === 0) {
      total = 0;
      break;
    }
    total += one;
  }
  if (total > 0) return total;
  const initials = plain.map((word) => word[0]).join('');
  const asked = wanted[0] as string;
  return wanted.length === 1 && asked.length > 1 && initials.startsWith(bare(asked)) ? 1 : 0;
}

/** The items that `typed` finds, best first; equal ones stay in their order. */
export function matching<T>(typed: string, items: readonly T[], textOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, score: score(typed, textOf(item)) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((found) => found.item);
}

/** Where the words of items stand on the pages (khung chữ): one box a word and item, the outer item below the inner one. */
import type { Layer } from './segments.ts';

export interface WordBox<K extends string = string> {
  readonly id: string;
  readonly kind: K;
  /** Offset of the word in the text. */
  readonly start: number;
  /** Points from the top left of the page. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `words` are rows of start, end, page, x, y, width, height in the order of the text. */
export function boxesByPage<K extends string>(
  words: readonly (readonly number[])[],
  layers: readonly Layer<K>[],
): Map<number, WordBox<K>[]> {
  const pages = new Map<number, WordBox<K>[]>();
  const outerFirst = layers.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const starts = words.map((word) => word[0] as number);
  for (const layer of outerFirst) {
    for (let i = firstFrom(starts, words, layer.start); i < words.length; i++) {
      const [start, end, page, x, y, width, height] = words[i] as readonly number[] as [
        number,
        number,
        number,
        number?,
        number?,
        number?,
        number?,
      ];
      if (start >= layer.end) break;
      if (end <= layer.start || x === undefined || y === undefined) continue;
      const list = pages.get(page) ?? [];
      list.push({ id: layer.id, kind: layer.kind, start, x, y, width: width ?? 0, height: height ?? 0 });
      pages.set(page, list);
    }
  }
  return pages;
}

/** Index of the first word that ends behind `offset`. */
function firstFrom(starts: readonly number[], words: readonly (readonly number[])[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.[1] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

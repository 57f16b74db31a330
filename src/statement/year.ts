/** Years: which one a heading, a sentence or a column speaks of. */

const YEAR = /(?<![\d./-])((?:19|20)\d{2})(?![\d./%]|-\d{3})/g;

/** The last year that a text names (`giai đoạn 2026 - 2030` → 2030), or null. */
export function readYear(text: string): number | null {
  let last: number | null = null;
  for (const found of text.matchAll(YEAR)) last = Number(found[1]);
  return last;
}

/** Years: which one a heading, a sentence or a column speaks of. */

const YEAR = /(?<![\d./-])((?:19|20)\d{2})(?![\d./%]|-\d{3})/g;

/** Days are no years: `ngày 09 tháng 01 năm 2025`, `22/12/2024`. */
const DAY = /tháng\s\d{1,2}\snăm\s\d{4}|\d{1,2}\/\d{1,2}\/\d{4}/gi;

/** `2021-2025` printed without spaces; not `15/2021-QH`. */
const PERIOD = /(?<![\d./])((?:19|20)\d{2})[-–](?=(?:19|20)\d{2}(?!\d))/g;

/** The last year that a text names (`giai đoạn 2026 - 2030` → 2030), or null. */
export function readYear(text: string): number | null {
  let last: number | null = null;
  for (const found of text.replace(DAY, ' ').replace(PERIOD, '$1 - ').matchAll(YEAR)) last = Number(found[1]);
  return last;
}

/**
 * Tables that only lay out the page (bảng trình bày): the header of Decree 30 documents (cơ quan | quốc hiệu), the
 * signature (nơi nhận | chức vụ), frames. They are told by what they hold, and by having no lines.
 */

import { bare } from '#base/fold.ts';
import type { Block } from '../block.ts';

/** Header and signature have few rows and columns. */
const FORM_ROWS = 6;
const FORM_COLUMNS = 5;
/** A table without lines lays out the page when it is no larger than this; larger ones are lists of data. */
const BARE_ROWS = 2;

const MOTTO = /^(?:cong hoa xa hoi chu nghia viet nam|dang cong san viet nam)\b/;
const RECIPIENTS = /^noi nhan\b/;
const AUTHORITY = /^(?:(?:tm|kt|tl|tuq|q) ?[.,]|t ?\/ ?m|k ?\/ ?t|t ?\/ ?l) ?[a-z]/;

/** `rows` of cells of blocks. */
export function isLayout(rows: readonly (readonly (readonly Block[])[])[], columns: number, borders: boolean): boolean {
  if (columns === 1) return true;
  if (rows.every((row) => row.length <= 1) && rows.length === 1) return true;
  if (rows.length <= FORM_ROWS && columns <= FORM_COLUMNS && rows.some((row) => row.some(holdsForm))) return true;
  return !borders && rows.length <= BARE_ROWS && columns <= FORM_COLUMNS;
}

/** A cell with words that only the form of a document has. */
function holdsForm(cell: readonly Block[]): boolean {
  return cell.some((block) => {
    if (block.kind !== 'paragraph') return false;
    const words = block.lines.slice(0, 8).flatMap((line) => line.words.slice(0, 8));
    const raw = words.map(({ text, glued }) => (glued ? text : ` ${text}`).slice(0, 100)).join('');
    const text = bare(raw).replace(/\s+/g, ' ').trim();
    return MOTTO.test(text) || RECIPIENTS.test(text) || (AUTHORITY.test(text) && raw === raw.toUpperCase());
  });
}

/**
 * Tables that only lay out the page (bảng trình bày): the head of a Decree 30 document – issuer on the left, national motto
 * on the right – and its end – recipients on the left, signature on the right. Judged by what stands in them.
 */

import { bare } from '#base/fold.ts';

export interface TableShape {
  readonly rows: number;
  readonly columns: number;
  /** For each cell the texts of its paragraphs. */
  readonly cells: readonly (readonly string[])[];
}

/** Mottos of the state and the party, without marks. */
const MOTTO = /cong hoa xa hoi chu nghia|doc lap\s*-\s*tu do|dang cong san viet nam/;
const RECIPIENTS = /^noi nhan\b/;
/** How the words above a signature begin. */
const SIGNATURE =
  /^(?:t\/?m\.?|kt\.?|tl\.?|tuq\.?|q\.)\s|^(?:pho )?(?:chu tich|bi thu|giam doc|thu truong|bo truong|truong doan|chu toa)\b/;

export function isLayoutTable({ rows, columns, cells }: TableShape): boolean {
  if (columns === 1) return true;
  if (columns > 4 || rows > 12) return false;
  const texts = cells.map((paragraphs) => paragraphs.map((text) => bare(text).trim()).filter((text) => text !== ''));
  const some = (pattern: RegExp) => texts.some((paragraphs) => paragraphs.some((text) => pattern.test(text)));
  if (some(MOTTO) && rows <= 8) return true;
  if (some(RECIPIENTS) && rows <= 6) return true;
  if (rows > 4 || columns > 3) return false;
  const headed = texts.some((paragraphs) => SIGNATURE.test(paragraphs[0] ?? ''));
  const filled = texts.filter((paragraphs) => paragraphs.length > 0);
  // A signature stands in one cell, under each other; in a row of data the post of a person is one short line.
  if (headed && filled.length <= 4 && texts.some((p) => p.length >= 2 && SIGNATURE.test(p[0] as string))) return true;
  return rows === 1 && filled.length <= 1;
}

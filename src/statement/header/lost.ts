/**
 * What the foot and the annexes say of a letterhead that is lost: `(Kèm theo Nghị quyết số 12/NQ-CP ngày …)`,
 * `Nghị quyết này đã được … thông qua ngày …`.
 */
import { findCitations } from '#statement/citation/citation.ts';
import { findDates, fullDate } from '#statement/time/date.ts';

export interface AnnexNote {
  readonly type: string;
  readonly symbol: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
}

const NOTE = /\((?:ban hành\s|được ban hành\s)?kèm theo\s([^()]{10,300})\)/giu;
/** Resolutions of the National Assembly bear the day of their adoption; councils date theirs when they are signed. */
const ADOPTED =
  /này\s(?:đã\s)?được\s(?:Quốc hội|Ủy ban Thường vụ Quốc hội|Uỷ ban Thường vụ Quốc hội|[ỦU]y ban thường vụ Quốc hội)(?=[\s,])([^.;]{0,200}?)thông qua\s(?:vào\s)?(?=ngày\s{1,3}\d)/gu;
/** What is sent along with a report is not the document: `(kèm theo Báo cáo số …)` in a sentence. */
const LINE_BEFORE = /(?:^|[\n\t])[\s*_]{0,6}$/;
const TAIL = 12_000;

/** The document that an annex says it belongs to, when the note stands on a line of its own. */
export function readAnnexNote(text: string, from: number): AnnexNote | null {
  NOTE.lastIndex = from;
  for (let m = NOTE.exec(text); m !== null; m = NOTE.exec(text)) {
    if (!LINE_BEFORE.test(text.slice(Math.max(0, m.index - 8), m.index))) continue;
    const cited = findCitations((m[1] as string).replace(/\n/g, ' '))[0];
    if (cited === undefined || cited.start > 2) continue;
    const { type, date, issuer } = cited;
    return { type, date, issuer, symbol: cited.symbol?.startsWith('/') ? null : cited.symbol };
  }
  return null;
}

/** The day on which the document says that it was adopted. */
export function readAdoption(text: string, from: number): string | null {
  const start = Math.max(from, text.length - TAIL);
  const tail = text.slice(start);
  for (const m of tail.matchAll(ADOPTED)) {
    const at = m.index + m[0].length;
    const day = findDates(tail.slice(at, at + 40)).find((p) => fullDate(p) !== null);
    if (day !== undefined && day.start === 0) return fullDate(day);
  }
  return null;
}

/**
 * The programme of work month by month (chương trình công tác): which deliverable goes to which session (kỳ họp Hội đồng
 * nhân dân, phiên họp Ủy ban nhân dân, hội nghị Tỉnh ủy), and what would come too late for it. Pure.
 */
import { addDays, formatDate } from '#base/date.ts';
import type { Stage } from './deliverable-stage.ts';

/** Names of sessions to choose from; any other may be written. */
export const SESSIONS = [
  'Phiên họp Ủy ban nhân dân tỉnh',
  'Kỳ họp Hội đồng nhân dân tỉnh',
  'Hội nghị Ban Chấp hành Đảng bộ tỉnh',
  'Hội nghị Ban Thường vụ Tỉnh ủy',
] as const;

/**
 * Days before a session by which a draft must have been appraised unless another number is asked for: the file is sent
 * to the appraising body at the latest 20 days before the People's Committee meets (Article 121 of Law 80/2015/QH13 on
 * the promulgation of legal documents, for resolutions of provincial People's Councils).
 */
export const APPRAISAL_DAYS = 20;

/** Kinds that are appraised (thẩm định) before they are submitted. */
const APPRAISED_KINDS: ReadonlySet<string> = new Set(['resolution', 'decision', 'regulation', 'scheme', 'policy']);

export interface Scheduled {
  readonly kind: string;
  readonly stage: Stage;
  /** The deadline in force. */
  readonly dueOn: string | null;
  readonly appraisedOn: string | null;
  readonly submittedOn: string | null;
  readonly issuedOn: string | null;
  /** `2021-07`; null: not planned. */
  readonly sessionMonth: string | null;
}

export const PROGRAMME_WARNINGS = [
  'due-before-session',
  'appraisal-late',
  'session-missed',
  'submitted-after',
] as const;

export interface ProgrammeWarning {
  readonly code: (typeof PROGRAMME_WARNINGS)[number];
  readonly vi: string;
  readonly en: string;
}

export function needsAppraisal(kind: string): boolean {
  return APPRAISED_KINDS.has(kind);
}

export function isMonth(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);
}

/** `tháng 7/2021`. */
export function monthWords(month: string): string {
  return `tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;
}

/** The last day of a month. */
export function endOfMonth(month: string): string {
  const [year, at] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const next = at === 12 ? `${year + 1}-01-01` : `${year}-${String(at + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}

/** Only the month of a session is known, so what must come before it must come before the month. */
export function programmeWarnings(
  one: Scheduled,
  today: string,
  appraisalDays: number = APPRAISAL_DAYS,
): ProgrammeWarning[] {
  const { sessionMonth, stage, dueOn } = one;
  if (sessionMonth === null) return [];
  const first = `${sessionMonth}-01`;
  const last = endOfMonth(sessionMonth);
  const found: ProgrammeWarning[] = [];
  if (dueOn !== null && dueOn < first && stage !== 'issued')
    found.push({
      code: 'due-before-session',
      vi: `Hạn ${formatDate(dueOn)} đến trước phiên họp ${monthWords(sessionMonth)}.`,
      en: `It is due before the session.`,
    });
  const latest = addDays(first, -appraisalDays);
  if (needsAppraisal(one.kind)) {
    if (one.appraisedOn === null && (stage === 'planned' || stage === 'drafted') && today > latest)
      found.push({
        code: 'appraisal-late',
        vi: `Chưa thẩm định; phải thẩm định chậm nhất ${formatDate(latest)} (trước phiên họp ${appraisalDays} ngày).`,
        en: `Not appraised ${appraisalDays} days before the session.`,
      });
    if (one.appraisedOn !== null && one.appraisedOn > latest && one.appraisedOn <= last)
      found.push({
        code: 'appraisal-late',
        vi: `Thẩm định ngày ${formatDate(one.appraisedOn)}, muộn hơn ${formatDate(latest)} (trước phiên họp ${appraisalDays} ngày).`,
        en: `Appraised less than ${appraisalDays} days before the session.`,
      });
  }
  if (stage !== 'submitted' && stage !== 'issued' && today > last)
    found.push({
      code: 'session-missed',
      vi: `Đã qua phiên họp ${monthWords(sessionMonth)} mà chưa trình.`,
      en: 'The session is over and it was not submitted.',
    });
  if (one.submittedOn !== null && one.submittedOn > last)
    found.push({
      code: 'submitted-after',
      vi: `Trình ngày ${formatDate(one.submittedOn)}, sau phiên họp ${monthWords(sessionMonth)}.`,
      en: 'It was submitted after the session.',
    });
  return found;
}

export interface Session<T> {
  readonly title: string;
  readonly items: readonly T[];
}

export interface ProgrammeMonth<T> {
  readonly month: string;
  readonly sessions: readonly Session<T>[];
}

/** Months in order, in each the sessions by name; what has no month stands apart, issued ones left out. */
export function arrangeProgramme<
  T extends { readonly sessionMonth: string | null; readonly sessionTitle: string | null; readonly stage: Stage },
>(items: readonly T[]): { readonly months: readonly ProgrammeMonth<T>[]; readonly unplanned: readonly T[] } {
  const months = new Map<string, Map<string, T[]>>();
  for (const item of items) {
    if (item.sessionMonth === null) continue;
    const sessions = months.get(item.sessionMonth) ?? new Map<string, T[]>();
    months.set(item.sessionMonth, sessions);
    const title = item.sessionTitle ?? '';
    sessions.set(title, [...(sessions.get(title) ?? []), item]);
  }
  return {
    months: [...months]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, sessions]) => ({
        month,
        sessions: [...sessions]
          .sort(([a], [b]) => a.localeCompare(b, 'vi'))
          .map(([title, list]) => ({ title, items: list })),
      })),
    unplanned: items.filter((item) => item.sessionMonth === null && item.stage !== 'issued'),
  };
}

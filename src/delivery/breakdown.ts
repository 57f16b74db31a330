/** Rules of breaking tasks down (phân rã): how deep, until when, what is odd about a part. */
import { formatDate } from '#base/date.ts';
import { daysOfPeriod, formatPeriod } from './period.ts';

/** Parts, parts of parts … below the task that a document orders. */
export const DEEPEST = 4;

export interface PartFacts {
  readonly text: string;
  readonly period: string | null;
  readonly dueOn: string | null;
}

export interface PartWarning {
  readonly code: 'after-whole' | 'period-after-whole' | 'outside-period' | 'past';
  readonly vi: string;
  readonly en: string;
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** What is odd about a part; only `after-whole` has to be meant. */
export function oddOf({ text, period, dueOn }: PartFacts, wholeDueOn: string | null, today: string): PartWarning[] {
  const found: PartWarning[] = [];
  const say = (code: PartWarning['code'], vi: string, en: string) => found.push({ code, vi, en });
  if (dueOn !== null && wholeDueOn !== null && dueOn > wholeDueOn) {
    say(
      'after-whole',
      `Thời hạn của “${short(text)}” (${formatDate(dueOn)}) sau thời hạn của nhiệm vụ (${formatDate(wholeDueOn)}).`,
      `The deadline of “${short(text)}” lies after that of the whole.`,
    );
  }
  if (dueOn !== null && dueOn < today) {
    say(
      'past',
      `Thời hạn của “${short(text)}” (${formatDate(dueOn)}) đã qua.`,
      `The deadline of “${short(text)}” has passed.`,
    );
  }
  if (period !== null) {
    const { from, to } = daysOfPeriod(period);
    if (dueOn !== null && (dueOn < from || dueOn > to)) {
      say(
        'outside-period',
        `Thời hạn của “${short(text)}” (${formatDate(dueOn)}) không nằm trong ${formatPeriod(period).toLowerCase()}.`,
        `The deadline of “${short(text)}” does not lie in its period.`,
      );
    } else if (dueOn === null && wholeDueOn !== null && from > wholeDueOn) {
      say(
        'period-after-whole',
        `${formatPeriod(period)} của “${short(text)}” sau thời hạn của nhiệm vụ (${formatDate(wholeDueOn)}).`,
        `The period of “${short(text)}” lies after the deadline of the whole.`,
      );
    }
  }
  return found;
}

/** Where a new part stands in lists: behind its whole and the parts before it, before what comes after the whole. */
export function positionOfPart(whole: number, depth: number, before: number): number {
  return whole + Math.min(before + 1, 999) * 10 ** (-3 * depth);
}

/** Said before a whole is reported done while some of its parts are open; null: nothing stands open. */
export function openPartsWarning(open: number, total: number): { code: string; vi: string; en: string } | null {
  if (open === 0) return null;
  return {
    code: 'open-parts',
    vi: `Còn ${open}/${total} phần việc chưa hoàn thành. Vẫn có thể báo cáo nếu kết quả chung đã đạt.`,
    en: `${open} of ${total} parts are not done yet. The whole can be reported all the same.`,
  };
}

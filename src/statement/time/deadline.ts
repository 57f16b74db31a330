/**
 * Thời hạn: which date phrases of an order say by when it must be done, and the last day that still meets each.
 * Baselines, dates of other documents, names of plans and programmes, and what recurs by the year are none.
 */

import type { Confidence } from '#statement/model.ts';
import { type DatePhrase, dayBefore, findDates, firstDay, isoDate, lastDay } from './date.ts';

export interface DeadlineContext {
  /** (Last) year of the plan. */
  readonly planYear: number | null;
  /** Date of the document, ISO. */
  readonly docDate: string | null;
}

export interface FoundDeadline {
  readonly start: number;
  readonly end: number;
  /** ISO date: the last day that still meets it. */
  readonly due: string;
  readonly confidence: Confidence;
}

/** What the words before a date make of it. */
export type Lead = 'before' | 'by' | 'in' | 'to' | 'against' | 'none';

/** How far back the words are read that decide what a date is for. */
const LOOK = 90;

/**
 * The words right before a date that make it a deadline. `hoàn thành trong quý I`, `trước 31/01`, `chậm nhất ngày 15`;
 * not `kế hoạch năm 2021`, `ngày 18/11/2020`.
 */
const LEADS: readonly (readonly [RegExp, Lead])[] = [
  // `so với cuối năm 2020`, `tính đến hết ngày 31/10`, `từ ngày 01/01`, `tầm nhìn đến năm 2050`: never a deadline.
  [
    /(?:so với|so|tính đến|tính đến hết|tính tới|lũy kế đến|luỹ kế đến|số liệu đến|kể từ|bắt đầu từ|từ|sau|tầm nhìn(?: đến)?|định hướng(?: đến| tới)?|của|cùng kỳ|bằng)$/,
    'against',
  ],
  [
    /(?:xong |hoàn thành |hoàn tất |chậm nhất (?:là )?|muộn nhất (?:là )?)?trước(?: thời điểm| mốc| thời hạn)?$/,
    'before',
  ],
  [
    /(?:(?:phấn đấu |cho |từ nay )?đến hết|hết|(?:chậm|muộn) nhất(?: là)?(?: đến(?: hết)?| vào| trong)?|không (?:để )?(?:quá|muộn hơn|chậm quá|chậm hơn)|xong(?: trong| vào)?|(?:hoàn thành|hoàn tất)(?: xong)?(?: trong| vào)?|từ nay (?:đến|tới)|thời (?:hạn|gian)(?: hoàn thành| thực hiện)?:?|thời hạn(?: là)?|(?:tiến độ|hạn)(?: hoàn thành)?:|tại (?:các )?kỳ họp(?: thứ \d{1,2})?(?: vào)?)$/,
    'by',
  ],
  [/(?:(?:ngay |phấn đấu |bắt đầu )?(?:trong|vào)(?: khoảng| dịp)?)$/, 'in'],
  [/(?:(?:phấn đấu |bảo đảm |đảm bảo |để |mục tiêu |cho )?(?:đến|tới))$/, 'to'],
];

/** What recurs by the month or the year is an order without a deadline: `trước ngày 20 hàng tháng`. */
const RECURS_AFTER = /^[\s,)]{0,3}(?:của )?(?:hàng|hằng|mỗi|từng|các) ?(?:năm|tháng|quý|tuần|kỳ)/i;
const RECURS = /(?:hàng|hằng|mỗi|từng) (?:năm|tháng|quý)|định k[ỳìiǶ]/i;
/** A plan that bears its year: `kế hoạch phòng, chống thiên tai trong năm 2021`, `có hiệu lực thi hành trong năm 2021`. */
const PLAN_NOUN =
  /(?:kế hoạch|phương án|chương trình|dự toán|hiệu lực|nhiệm vụ|chỉ tiêu|mục tiêu|kết quả|tình hình|phát sinh|diễn ra|công tác)[^.;:]{0,60}$/;
const DOING =
  /(?:hoàn thành|hoàn tất|xong|phấn đấu|trình|ban hành|phê duyệt|thông qua|gửi|báo cáo|khởi công|đưa vào|bàn giao|nhân rộng|khánh thành|công bố|tổ chức thực hiện)/;
/** After a head period, an order or a promise follows: `Đến năm 2030, …`, `Giai đoạn 2011 - 2015: …`. */
const SENTENCE_HEAD = /(?:^|[.;:!?\n\t]|[.;:]\s?[-+•])\s{0,3}(?:[-+•]\s{0,2})?(?:\(?\d{1,2}\)\s?|[a-zđ]\)\s?)?$/;
const PROMISE = /^\s?(?:,|có |đạt |hoàn thành|phấn đấu|cơ bản|100\s?%|ít nhất|tối thiểu|trên \d|phải|toàn tỉnh)/;

/** Finds the words that lead to a date: what they are, and where they begin in the window. */
export function leadOf(window: string): { readonly lead: Lead; readonly length: number } {
  const trimmed = window.trimEnd().replace(/[(,]$/, '').trimEnd();
  const cut = window.length - trimmed.length;
  for (const [pattern, lead] of LEADS) {
    const m = pattern.exec(trimmed);
    if (m === null || (m.index > 0 && /[\p{L}\d]/u.test(trimmed[m.index - 1] as string))) continue;
    return { lead, length: cut + m[0].length };
  }
  return { lead: 'none', length: 0 };
}

/** The year meant by a phrase that prints none: the plan's, or the first that comes after the document's date. */
function yearFor(p: DatePhrase, ctx: DeadlineContext): number | null {
  if (p.year !== null) return p.year;
  const docYear = ctx.docDate === null ? null : Number(ctx.docDate.slice(0, 4));
  if (ctx.planYear !== null && (docYear === null || ctx.planYear - docYear <= 1)) return ctx.planYear;
  if (docYear === null) return ctx.planYear;
  const due = lastDay(p, docYear);
  return due !== null && due < (ctx.docDate as string) ? docYear + 1 : docYear;
}

/** A day before the document itself, or long before its plan, is history: `sử dụng đất trước ngày 18/12/1980`. */
function isPast(due: string, ctx: DeadlineContext): boolean {
  if (ctx.docDate !== null) return due < ctx.docDate;
  return ctx.planYear !== null && Number(due.slice(0, 4)) < ctx.planYear - 7;
}

/** True when the sentence up to `at` speaks of what recurs: `định kỳ 6 tháng báo cáo … trước ngày 15 tháng 6`. */
function recursBefore(text: string, at: number): boolean {
  const back = text.slice(Math.max(0, at - 300), at);
  return RECURS.test(back.slice(Math.max(back.lastIndexOf('. '), back.lastIndexOf('\n')) + 1));
}

function judge(text: string, p: DatePhrase, ctx: DeadlineContext): FoundDeadline | null {
  const from = Math.max(0, p.start - LOOK);
  const window = text.slice(from, p.start).toLowerCase();
  const after = text.slice(p.end, p.end + 40);
  if (RECURS_AFTER.test(after)) return null;
  const { lead, length } = leadOf(window);
  if (lead === 'against') return null;
  const sentence = window.slice(
    Math.max(window.lastIndexOf('. '), window.lastIndexOf('\n'), window.lastIndexOf(';')) + 1,
  );
  if (p.year === null && (recursBefore(text, p.start) || RECURS.test(after))) return null;
  const before = window.slice(0, window.length - length);
  const clause = sentence.slice(0, Math.max(0, sentence.length - length));
  const headed = SENTENCE_HEAD.test(before);
  const start = p.start - length;
  const year = yearFor(p, ctx);
  const make = (due: string | null, confidence: Confidence, at = start): FoundDeadline | null =>
    due === null || isPast(due, ctx) ? null : { start: at, end: p.end, due, confidence };
  const sure: Confidence = p.year === null ? 'check' : 'high';

  if (p.unit === 'day' && p.month === null) return null;
  if (lead === 'before') {
    if (p.unit === 'year' && p.edge === 'late') return make(lastDay(p, year), 'check');
    const first = firstDay(p, year);
    return make(first === null ? null : dayBefore(first), sure);
  }
  const last = lastDay(p, year);
  if (p.unit === 'period') {
    // `Giai đoạn 2011 - 2015: xây dựng …` at the head of an order; not `chính sách giai đoạn 2021-2025`.
    const opens = headed && /^\s?[:,]|^\s\p{L}/u.test(after);
    return lead === 'none' && p.head !== 'năm học' && p.head !== 'nhiệm kỳ' && opens ? make(last, 'check') : null;
  }
  if (lead === 'by') return make(last, sure);
  if (lead === 'in') {
    if (p.unit === 'year' && p.edge === null) {
      const plan = PLAN_NOUN.exec(clause);
      if (/(?:phấn đấu|ngay) (?:trong|vào) ?$/.test(window)) return make(last, 'high');
      if (plan !== null && !DOING.test(clause.slice(plan.index))) return null;
    }
    return p.edge === 'early' && p.unit === 'year' ? null : make(last, sure);
  }
  if (lead === 'to') {
    if (p.unit !== 'year' || p.edge !== null) return p.edge === 'early' ? null : make(last, sure);
    // `Đến năm 2030, …` at the head, `phấn đấu đến năm 2021`; not `Chiến lược … đến năm 2025`.
    if (/(?:phấn đấu|bảo đảm|đảm bảo|để) (?:đến|tới) ?$/.test(window)) return make(last, 'high');
    if (headed) return make(last, 'high');
    return /[,;] ?$/.test(before) && PROMISE.test(after) ? make(last, 'check') : null;
  }
  if (p.edge === 'early' && p.unit === 'year') return null;
  // `Quý II/2026: trình …`, and `Năm 2026: hoàn thành …` at the head of an order of a plan over several years.
  const named = p.unit !== 'year' || p.edge === 'late' || year !== ctx.planYear;
  if (headed && named && p.unit !== 'day' && /^\s?[:,]/.test(after)) return make(last, 'check');
  // `quý II/2026 trình HĐND tỉnh`, `cuối năm 2026 hoàn thành`.
  if (p.unit !== 'year' || p.edge !== null) {
    if (/^\s(?:phải )?(?:hoàn thành|hoàn tất|xong|trình|ban hành)(?!\p{L})/u.test(after)) return make(last, 'check');
  }
  return null;
}

const YEARLESS =
  /(đến hết|trước|hết|đến|từ nay đến|chậm nhất(?: là)?(?: đến| trong| vào)?) (?:cuối )?năm(?! \d|\s?học)(?= nay|[.,;)]|$| phải)/gi;

/**
 * The deadlines of one order, in reading order.
 * Matches `Hoàn thành trong quý I năm 2021`, `trước tháng 7/2021`, `Phấn đấu đến năm 2021`, `xong trước 31/01`.
 * Not `so với cuối năm 2020`, `kế hoạch năm 2021`, `trước ngày 20 hàng tháng`, `Nghị quyết … ngày 18/11/2020`.
 */
export function findDeadlines(text: string, ctx: DeadlineContext): FoundDeadline[] {
  const found: FoundDeadline[] = [];
  for (const p of findDates(text)) {
    const d = judge(text, p, ctx);
    if (d !== null) found.push(d);
  }
  const year = ctx.planYear ?? (ctx.docDate === null ? null : Number(ctx.docDate.slice(0, 4)));
  if (year !== null && text.includes('năm')) {
    // `hoàn thành trước cuối năm.`: the year is the plan's.
    for (const m of text.matchAll(YEARLESS)) {
      const due = isoDate(year, 12, 31);
      if (due !== null && !isPast(due, ctx)) {
        found.push({ start: m.index, end: m.index + m[0].length, due, confidence: 'guess' });
      }
    }
    found.sort((a, b) => a.start - b.start);
  }
  return found;
}

const BARE_YEAR = /(?<![\d./,-])(19|20)\d{2}(?![\d/.,])/g;
const OPEN_ENDED = /những năm tiếp theo|các năm tiếp theo|năm tiếp theo|trở đi/i;

/**
 * A cell of the column `Thời gian (hoàn thành, thực hiện)`: one deadline, the last day that it names.
 * Matches `6/2025`, `2025`, `Năm 2026`, `2025-2030`, `Xong trong Quý II/2026`, `Trước ngày 01/01/2030`.
 * Not `Thường xuyên`, `Hằng năm`, `Từ năm 2026`.
 */
export function readTimeCell(text: string, ctx: DeadlineContext): FoundDeadline[] {
  const dates = findDates(text);
  let best: FoundDeadline | null = null;
  const offer = (start: number, end: number, due: string | null, confidence: Confidence): void => {
    if (due !== null && (best === null || due > best.due)) best = { start, end, due, confidence };
  };
  for (const p of dates) {
    const window = text.slice(Math.max(0, p.start - LOOK), p.start).toLowerCase();
    const { lead, length } = leadOf(window);
    const start = p.start - length;
    if (RECURS_AFTER.test(text.slice(p.end, p.end + 40)) || (p.year === null && RECURS.test(text))) continue;
    if (lead === 'against' || (p.unit === 'day' && p.month === null)) continue;
    const year = yearFor(p, ctx);
    const first = firstDay(p, year);
    if (lead === 'before' && !(p.unit === 'year' && p.edge === 'late')) {
      offer(start, p.end, first === null ? null : dayBefore(first), 'high');
    } else {
      offer(start, p.end, lastDay(p, year), p.year === null || p.unit === 'period' ? 'check' : 'high');
    }
  }
  for (const m of text.matchAll(BARE_YEAR)) {
    const at = m.index;
    if (dates.some((p) => p.start <= at && at < p.end)) continue;
    const before = text.slice(Math.max(0, at - 12), at).toLowerCase();
    if (/(?:từ|sau)(?: năm)? ?$/.test(before)) continue;
    offer(at, at + 4, isoDate(Number(m[0]), 12, 31), 'high');
  }
  return best === null || OPEN_ENDED.test(text) ? [] : [best];
}

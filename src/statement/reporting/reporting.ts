/**
 * Chế độ báo cáo: the duties of a block to report to somebody by a time, one for each cadence.
 * A sentence is read as a row of cadences (`hàng tháng, quý`) and days (`trước ngày 20 hàng tháng`); each day belongs
 * to the cadences before it. A duty without a time or a cadence is none.
 */
import type { Span } from '#base/span.ts';
import type { Cadence, Confidence } from '#statement/model.ts';
import { type DatePhrase, dayBefore, findDates, lastDay } from '#statement/time/date.ts';
import { leadOf } from '#statement/time/deadline.ts';
import { readRecipient, readReporter } from './party.ts';

export interface ReportingContext {
  /** The agencies in charge of the block, as printed. */
  readonly from: string | null;
  readonly planYear: number | null;
  /** In a table: the last day of the row's time cell, for a cell that tells somebody to report. */
  readonly rowDue?: string | null;
}

export interface FoundReporting extends Span {
  readonly cadence: Cadence;
  /** `day 20`, `11-20` or an ISO date; null when the text names none. */
  readonly due: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly confidence: Confidence;
}

/** The verb of the duty; not the `báo cáo` of `báo cáo viên`, `Báo cáo chính trị`, `báo cáo thẩm tra`. */
const REPORT =
  /(?<!\p{L})báo cáo(?!\p{L})(?!\s(?:viên|chính trị|thẩm tra|thẩm định|tài chính|của\s|số\s|quyết toán))/giu;
const SENDING = /(?<!\p{L})gửi(?:\s(?:kết quả|báo cáo|dự thảo báo cáo|số liệu|thông tin|tình hình)|(?=\s\p{Lu}))/giu;
/** A report as a thing to be made: `hoàn thành báo cáo`, `xây dựng báo cáo`. */
const MAKING =
  /(?:xây dựng|công bố|hoàn thành|hoàn thiện|lập|chuẩn bị|dự thảo|thẩm định|nghe|theo|trên cơ sở|các|thông qua)\s$/i;
/** Something else is ordered between the verb and the day. */
const OTHER_ORDER = /hoàn thành|hoàn tất|ban hành|phê duyệt|triển khai thực hiện xong|khởi công/i;

const ITEM =
  '(?:(?:cả\\s)?năm(?!\\s?\\d|\\s(?:học|sau|trước|nay))|0?6 tháng|sáu tháng|nửa năm|0?9 tháng|chín tháng|quý(?!\\s?(?:\\d|[IVX]{1,3}(?!\\p{L})))|tháng(?!\\s?\\d))';
const HEAD = '(?:định kỳ\\s(?:vào\\s)?|hàng\\s|hằng\\s|mỗi\\s|từng\\s)';
/**
 * A row of cadences. `hàng tháng, quý và cả năm`, `định kỳ 6 tháng, hằng năm`, `báo cáo quý, 6 tháng, năm`.
 * Not `năm 2021`, `quý I`, `tháng 11`.
 */
const GROUP = new RegExp(
  `(?<!\\p{L})(?:${HEAD}(?:${HEAD})?|báo cáo\\s(?:định kỳ\\s)?(?:${HEAD})?|(?:sơ|tổng) kết\\s)(${ITEM})((?:\\s?(?:,|/|;|và|hoặc|,\\s?và)\\s?(?:${HEAD}|báo cáo\\s|(?:sơ|tổng) kết\\s)?${ITEM}|\\s?\\([^()]{0,60}\\),?\\s(?:và\\s)?${ITEM}(?!\\s?\\()){0,6})(?:\\s(?:đầu|cuối)\\snăm)?`,
  'giu',
);
const ITEMS = new RegExp(ITEM, 'giu');
/** What is done every year is not a report when it is money or a plan: `ngân sách hàng năm`. */
const NOT_REPORTED =
  /(?:kinh phí|ngân sách|dự toán|kế hoạch|kế hoạch công tác|chương trình|vốn|định mức|chi thường xuyên|xếp loại|cán bộ|cây)\s$/i;
const SUFFIX = new RegExp(
  `^\\s{1,2}(?:của\\s)?(?:${HEAD}(${ITEM})|tháng cuối (?:cùng )?(?:của )?(?:mỗi |hàng |hằng )?quý)`,
  'iu',
);
/** A further cadence of the row with its own day: `hằng quý (trước ngày 15), 6 tháng (trước ngày 10/6)`. */
const BARE_GROUP = new RegExp(`(?<=[,;)]\\s|và\\s)(${ITEM})(?=\\s?\\(?·)`, 'giu');
/** Something planned or paid for every year: `xây dựng kế hoạch phát triển … hàng năm`. */
const PLANNED =
  /(?:xây dựng|lập|ban hành|cụ thể h[oó]á?a?|phê duyệt|giao|bố trí|cân đối|phân bổ|trình)\s[^,;.]{0,30}(?:kế hoạch|chương trình|dự toán|kinh phí|ngân sách|danh mục|nguồn|vốn|chỉ tiêu)[^;.]{0,90}$/iu;
/** What is done every year behind the words: `hàng năm bố trí kinh phí`. */
const PAID =
  /(?:bố trí|cân đối|phân bổ|dành|trích|ưu tiên|bảo đảm|đảm bảo|lập)\s[^,;.]{0,30}(?:kinh phí|ngân sách|dự toán|nguồn|vốn)/iu;
/** The report has another time of its own: `…, định kỳ báo cáo`, `khi có phát sinh`. */
const OWN_TIME = /(?:[,;]|(?<!\p{L})và)\s(?:định kỳ|kịp thời|thường xuyên|đột xuất)\s(?:tổng hợp,?\s|tham mưu,?\s)?$/iu;
const ON_CALL = /^[^;.]{0,90}?khi có (?:phát sinh|yêu cầu|đề nghị)/iu;

/** How far a cadence may stand from the verb. */
const REACH = 170;
const SENTENCE_MAX = 5000;

interface Group extends Span {
  readonly cadences: readonly Cadence[];
  readonly dues: Due[];
}

interface Due extends Span {
  readonly due: string;
  readonly full: boolean;
  readonly every: Cadence | null;
  readonly sure: boolean;
  /** Only a year: `trong năm 2026`. */
  readonly vague: boolean;
}

function cadenceOf(item: string): Cadence {
  const word = item.toLowerCase();
  if (/quý/.test(word)) return 'quarterly';
  if (/9|chín/.test(word)) return 'nine-monthly';
  if (/6|sáu|nửa/.test(word)) return 'half-yearly';
  return /tháng/.test(word) ? 'monthly' : 'yearly';
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** `trước ngày 20 hàng tháng` → `day 20`; `trước ngày 20/11 hàng năm` → `11-20`; `trước ngày 10/12/2021` → the day before. */
function dueOf(sentence: string, p: DatePhrase): Due | null {
  const window = sentence.slice(Math.max(0, p.start - 60), p.start).toLowerCase();
  const { lead, length } = leadOf(window);
  // A second day of the same row needs no words of its own: `trước ngày 15/6 và ngày 15/12`.
  const row = /(?:và|,|hoặc)\s$/.test(window) && /(?:ngày|\d)\s?(?:và|,|hoặc)\s$/.test(window) && p.unit === 'day';
  const on = p.unit === 'day' && p.month === null && /(?:vào|từ)\s$/.test(window);
  if (lead === 'against' && !on) return null;
  const suffix = SUFFIX.exec(sentence.slice(p.end, p.end + 30));
  const every = suffix === null ? null : cadenceOf(suffix[1] ?? 'quý');
  if (lead === 'none' && !row && !on && every === null && !(p.unit === 'day' && p.month === null)) return null;
  const start = p.start - length;
  const end = p.end + (suffix?.[0].length ?? 0);
  const vague = p.unit === 'year' && p.edge === null && lead !== 'by' && lead !== 'before';
  const made = (due: string | null, full: boolean): Due | null =>
    due === null ? null : { start, end, due, full, every, sure: lead !== 'none', vague };
  if (p.unit === 'day' && p.month === null) return made(`day ${p.day}`, false);
  if (p.unit === 'day' && p.year === null) return made(`${pad(p.month ?? 0)}-${pad(p.day ?? 0)}`, false);
  if (p.unit === 'day') {
    const day = lastDay(p);
    return made(day === null ? null : lead === 'before' ? dayBefore(day) : day, true);
  }
  if (p.unit === 'period' || p.edge === 'early') return null;
  if (p.year === null) {
    const last = lastDay(p, 2023);
    return made(last === null ? null : last.slice(5), false);
  }
  const last = lastDay(p);
  return made(last, true);
}

/** The sentences of a block; `;` does not end one, for a duty often goes on behind it. */
function sentences(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  const stop = /\.(?=\s{1,3}\p{Lu})|[\n\t]/gu;
  for (const m of text.matchAll(stop)) {
    if (/(?:TP|TT|ThS|TS|STT)$/.test(text.slice(start, m.index))) continue;
    found.push({ start, end: m.index });
    start = m.index + m[0].length;
  }
  found.push({ start, end: text.length });
  // No sentence is that long: a runaway one is read in pieces.
  return found.flatMap((s) => {
    const pieces: Span[] = [];
    for (let at = s.start; at < s.end; at += SENTENCE_MAX)
      pieces.push({ start: at, end: Math.min(s.end, at + SENTENCE_MAX) });
    return pieces;
  });
}

function verbs(sentence: string): number[] {
  const at: number[] = [];
  for (const m of sentence.matchAll(REPORT)) {
    if (!/công bố\s$/i.test(sentence.slice(Math.max(0, m.index - 10), m.index))) at.push(m.index);
  }
  for (const m of sentence.matchAll(SENDING)) at.push(m.index);
  return at.sort((a, b) => a - b);
}

function groupsOf(sentence: string, verbAt: readonly number[], dues: readonly Due[]): Group[] {
  const groups: Group[] = [];
  // `ngày 20 hàng tháng`: the cadence belongs to the day, so the days are out of the way.
  let rest = sentence;
  for (const d of dues) rest = rest.slice(0, d.start) + '·'.repeat(d.end - d.start) + rest.slice(d.end);
  for (const m of rest.matchAll(GROUP)) {
    const start = m.index;
    const end = start + m[0].length;
    if (NOT_REPORTED.test(sentence.slice(Math.max(0, start - 24), start))) continue;
    if (!verbAt.some((v) => v >= start - REACH && v <= end + REACH)) continue;
    const cadences = [...new Set([...m[0].matchAll(ITEMS)].map((i) => cadenceOf(i[0])))];
    // `báo cáo 6 tháng đầu năm`: the year belongs to the six months.
    const kept = /\s(?:đầu|cuối)\snăm$/iu.test(m[0]) ? cadences.filter((c) => c !== 'yearly') : cadences;
    if (kept.length > 0) groups.push({ start, end, cadences: kept, dues: [] });
  }
  if (groups.length > 0) {
    for (const m of rest.matchAll(BARE_GROUP)) {
      const end = m.index + m[0].length;
      if (groups.some((g) => g.start < end && m.index < g.end)) continue;
      groups.push({ start: m.index, end, cadences: [cadenceOf(m[0])], dues: [] });
    }
    groups.sort((a, b) => a.start - b.start);
  }
  return groups;
}

/**
 * Is it the report that comes round, where no day says so?
 * Matches `hàng năm có báo cáo kết quả`, `hằng quý tổ chức sơ kết và báo cáo Tỉnh ủy`, `báo cáo … hàng tháng, quý`.
 * Not `kế hoạch … 5 năm, hàng năm của sở`, `hàng năm bố trí kinh phí …, định kỳ báo cáo`.
 */
function isReported(sentence: string, g: Group, verbAt: readonly number[]): boolean {
  const next = verbAt.find((v) => v >= g.end);
  const last = verbAt.findLast((v) => v < g.end);
  const held = last !== undefined && last >= g.start;
  if (held) return true;
  // `báo cáo Tỉnh ủy hằng quý`, before any other order.
  if (last !== undefined && g.start - last <= REACH) {
    const between = sentence.slice(last, g.start);
    if (!between.includes(';') && !PLANNED.test(between) && !PAID.test(sentence.slice(g.end, g.end + 60))) return true;
  }
  if (/^\scủa\s/iu.test(sentence.slice(g.end, g.end + 6)) || next === undefined || next - g.end > REACH) return false;
  const before = sentence.slice(Math.max(0, g.start - 160), g.start);
  if (PLANNED.test(before.slice(Math.max(before.lastIndexOf(', '), 0)))) return false;
  const between = sentence.slice(g.end, next);
  return !PAID.test(between) && !OWN_TIME.test(between) && !ON_CALL.test(sentence.slice(next, next + 120));
}

/** A duty that is met once: `báo cáo Hội đồng nhân dân tỉnh tại kỳ họp cuối năm 2009`. */
function isOnce(sentence: string, verbAt: readonly number[], due: Due): number | null {
  if (!due.full || !due.sure || due.vague) return null;
  const clause = Math.max(sentence.lastIndexOf(';', due.start), -1) + 1;
  for (const v of [...verbAt].reverse()) {
    if (v >= due.start || v < clause) continue;
    const between = sentence.slice(v, due.start);
    if (between.length > 260 || OTHER_ORDER.test(between)) return null;
    const before = sentence.slice(Math.max(0, v - 24), v);
    const sending = /^gửi/i.test(between);
    if (!sending && MAKING.test(before)) continue;
    return v;
  }
  // `Trước ngày 15/12/2026, các đơn vị báo cáo kết quả về Sở Tài chính`
  const next = verbAt.find((v) => v > due.end);
  if (next === undefined || sentence.slice(clause, due.start).trim() !== '' || next - due.end > 160) return null;
  const between = sentence.slice(due.end, next);
  return OTHER_ORDER.test(between) || between.includes(';') || MAKING.test(between.slice(-24)) ? null : due.start;
}

/** Is somebody told to report in this cell? A product `Báo cáo Thủ tướng Chính phủ` is a kind of document. */
function isTold(sentence: string, verb: number | undefined): boolean {
  return verb !== undefined && verb > 0 && readReporter(sentence) !== null;
}

/**
 * The reporting duties of one block, in reading order.
 * Matches `kiểm điểm tình hình thực hiện hàng tháng, quý; gửi Sở Kế hoạch và Đầu tư trước ngày 20 hàng tháng`,
 * `Định kỳ hằng năm (trước ngày 15 tháng 12) báo cáo …`, `báo cáo … trong tháng 11 năm 2025`.
 * Not `định kỳ báo cáo Ban Thường vụ Tỉnh ủy`, `báo cáo đột xuất`, `báo cáo theo quy định`.
 */
export function findReporting(text: string, ctx: ReportingContext): FoundReporting[] {
  if (!/báo cáo|Báo cáo|BÁO CÁO/.test(text)) return [];
  const all: FoundReporting[] = [];
  for (const { start: offset, end } of sentences(text)) {
    const sentence = text.slice(offset, end);
    if (!/báo cáo/i.test(sentence)) continue;
    const found: FoundReporting[] = [];
    const verbAt = verbs(sentence);
    if (verbAt.length === 0) continue;
    const dues = findDates(sentence)
      .map((p) => dueOf(sentence, p))
      .filter((d) => d !== null);
    const groups = groupsOf(sentence, verbAt, dues);
    const loose: Due[] = [];
    for (const due of dues) {
      const before = groups.filter((g) => g.end <= due.start).at(-1);
      const next = groups.find((g) => g.start >= due.end);
      const home = before ?? (due.full || due.every !== null ? undefined : next);
      // A second full day of a cadence that already has its day is another duty.
      if (home !== undefined && !(due.full && home.dues.length > 0)) home.dues.push(due);
      else loose.push(due);
    }
    const to = readRecipient(sentence);
    const from = ctx.from ?? readReporter(sentence);
    const add = (span: Span, cadence: Cadence, due: string | null, confidence: Confidence): void => {
      found.push({ start: offset + span.start, end: offset + span.end, cadence, due, from, to, confidence });
    };
    for (const g of groups) {
      for (const cadence of g.cadences) {
        if (g.dues.length === 0 && isReported(sentence, g, verbAt)) add(g, cadence, null, 'check');
        for (const d of g.dues)
          add({ start: Math.min(g.start, d.start), end: Math.max(g.end, d.end) }, cadence, d.due, 'high');
      }
    }
    // A cell `Bộ Tư pháp tổng hợp, báo cáo, đề xuất Thủ tướng Chính phủ …` has its day in another column.
    if (ctx.rowDue != null && to !== null && dues.length === 0 && groups.length === 0 && isTold(sentence, verbAt[0])) {
      add({ start: verbAt[0] as number, end: sentence.length }, 'once', ctx.rowDue, 'check');
    }
    const yearly = loose.filter((d) => !d.full && d.every === 'yearly');
    for (const due of loose) {
      if (!due.full) {
        const near = verbAt.some((v) => v >= due.start - REACH && v <= due.end + REACH);
        if (!near || (due.every === null && !due.sure)) continue;
        // A day of the year without a year comes round every year: `chậm nhất ngày 17 tháng 12`.
        const row = loose.filter((d) => !d.full && /^\d\d-/.test(d.due));
        const twice = row.length === 2 && yearly.length > 0;
        const cadence: Cadence = twice ? 'half-yearly' : (due.every ?? (/^day/.test(due.due) ? 'monthly' : 'yearly'));
        add(due, cadence, due.due, due.every === null ? 'check' : 'high');
        continue;
      }
      const verb = isOnce(sentence, verbAt, due);
      if (verb !== null) add({ start: Math.min(verb, due.start), end: due.end }, 'once', due.due, 'high');
    }
    all.push(...found.filter((duty) => !isSaidWithDay(duty, found)));
  }
  return all.sort((a, b) => a.start - b.start);
}

/** `hằng quý (trước ngày 15 của tháng cuối quý), 6 tháng và năm`: the quarter's day stands inside the row and is its duty. */
function isSaidWithDay(duty: FoundReporting, all: readonly FoundReporting[]): boolean {
  if (duty.due !== null) return false;
  return all.some(
    (other) =>
      other.due !== null && other.cadence === duty.cadence && other.start >= duty.start && other.end <= duty.end,
  );
}

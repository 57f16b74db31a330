/**
 * Numbers of a block that may be measured: value as printed, range, denominator, unit. What only looks like one (a
 * year, a list number, a document's number, `Đề án 06`, `500kV`) is passed over with the reason why.
 */
import { type Decimal, parsePlain, parseVietnamese, toNumber, toPlain } from '#base/decimal.ts';
import type { Span } from '#base/span.ts';
import { normalUnit, readUnit } from '#catalogue/units.ts';

export interface Numeral {
  /** The number as printed, offsets in the block's text. */
  readonly start: number;
  readonly end: number;
  readonly printed: string;
  readonly lower: Decimal;
  /** Upper bound of a range. */
  readonly upper: Decimal | null;
  /** After the denominator, where there is one. */
  readonly numberEnd: number;
  /** After the unit (or after the number when there is none). */
  readonly unitEnd: number;
  readonly unit: string | null;
  readonly unitKind: string | null;
  /** `26/28 chỉ tiêu`: the denominator stands between the number and its unit. */
  readonly fraction: boolean;
  /** True when the printed form was odd (`1.25` with a point) and a person should look. */
  readonly doubtful: boolean;
}

/** Why a number is no measurement. */
export type Passed = { readonly span: Span; readonly reason: string };

export interface NumeralScan {
  readonly numerals: readonly Numeral[];
  readonly passed: readonly Passed[];
}

const NUMBER = /\d+(?:[.,]\d+)*/g;
const JOINER = /^(?:\s?%|\s?m2|\s?m²|\s?ha)?\s?(?:[-–—]|đến|tới)\s?(?=\d)/;
/** Words right before a number that make it part of a name or a date. */
const NAME_BEFORE =
  /(?:^|[\s(])(?:điều|khoản|mục|chương|phụ lục|biểu|mẫu|đề án|tiểu dự án|nghị quyết|quyết định|chỉ thị|thông tư|nghị định|(?<!kỷ\s|pháp\s)luật|kế hoạch|quốc lộ|tỉnh lộ|đường tỉnh|ql|đt|lớp|khóa|khoá|kỳ|thứ|lần thứ|hạng|mức độ|cấp độ|giai đoạn|phiên bản|covid|tháng|quý|quí|năm|ngày|mạch|trang|khung|kết luận|công điện|trung ương|tw|hội nghị|thông báo|thế kỷ|từ khóa|phương án|quyển|iso|tcvn|qcvn|học kỳ|tầng|(?<!tổng )số)\s?$/i;
/** The same where no unit follows: `Dự án 2:`, `nhóm 3`, but `thương mại, dịch vụ 29%`, `cụm 5 dự án`. */
const WEAK_NAME_BEFORE =
  /(?:^|[\s(])(?:dự án|chương trình|điểm|phần|đường|cấp|loại|vụ|tổ|khu|lô|tuyến|kênh|nhóm|tiêu chí|nhiệm vụ|vùng|bước|kịch bản|tập|chuẩn|đội|trạm|cụm|km|mô hình|xã|phường|quận|ấp|khối|thửa)\s?$/i;
const RANK_BEFORE = /(?:đứng|xếp|vị trí|hạng|thứ hạng|bậc)\s(?:thứ|hạng)?\s?$/i;
/** Units of time and other words after a number that make it no measurement. */
const NOT_AFTER =
  /^\s?(?:tháng|năm|ngày|giờ|phút|tuổi|quý|tuần|thập kỷ|thế kỷ|lần thứ|cấp|bên|nhà|mặt|chiều|loại|khâu|trụ cột|nhóm|hướng|phương châm|không|có|đúng|tại chỗ|rõ|tốt|giảm|dễ|xóa|biết|trong 1|khía cạnh|yếu tố|nội dung|bước|miền|vế|nguyên tắc|quan điểm|nhiệm vụ|giải pháp|đột phá|chương trình mục tiêu|mục tiêu|khoản|điều|sao|điểm nghẽn|kỳ|nhiệm kỳ)(?![\p{L}])/iu;
const DATE_TAIL = /^\s?[/.-]\s?\d/;
const SCALE = /^\s?[:]\s?\d/;

/** The value fields that every measurement has: as printed, as a number, exact; and where it stands. */
export function numeralFields(n: Numeral) {
  return {
    valueStart: n.start,
    valueEnd: n.end,
    value: n.printed,
    number: toNumber(n.lower),
    numberMax: n.upper ? toNumber(n.upper) : null,
    exact: n.lower,
    decimal: toPlain(n.lower),
    decimalMax: n.upper ? toPlain(n.upper) : null,
  };
}

/** Finds the numbers of a block. `taken` are spans already known to be dates, citations or deadlines, in order. */
export function scanNumerals(text: string, taken: readonly Span[]): NumeralScan {
  const numerals: Numeral[] = [];
  const passed: Passed[] = [];
  let t = 0;
  NUMBER.lastIndex = 0;
  for (let found = NUMBER.exec(text); found !== null; found = NUMBER.exec(text)) {
    const start = found.index;
    const end = start + found[0].length;
    while (t < taken.length && (taken[t] as Span).end <= start) t++;
    const owner = taken[t];
    if (owner && owner.start <= start && end <= owner.end) {
      passed.push({ span: { start, end }, reason: 'date-or-citation' });
      NUMBER.lastIndex = Math.max(end, Math.min(owner.end, text.length));
      continue;
    }
    const read = readNumeral(text, start, found[0]);
    if (typeof read === 'string') {
      passed.push({ span: { start, end }, reason: read });
      continue;
    }
    numerals.push(read);
    NUMBER.lastIndex = Math.max(end, read.numberEnd);
  }
  return { numerals, passed };
}

/** A numeral, or the reason why it is none. */
function readNumeral(text: string, start: number, printed: string): Numeral | string {
  if (printed.length > 24) return 'too-long';
  const before = text.slice(Math.max(0, start - 24), start);
  const end = start + printed.length;
  const after = text.slice(end, end + 40);
  if (/[\p{L}\d]$/u.test(before) || /[\p{L}]-$/u.test(before)) return 'name';
  if (/[/.]$/.test(before) && /[\p{L}\d][/.]$/u.test(before)) return 'name';
  if (/^(?:[/-])?[\p{Lu}]{2}/u.test(after) && !/^\s/.test(after)) return 'document-number';
  const value = parse(printed);
  if (!value) return 'unreadable';
  const rank = RANK_BEFORE.test(before);
  // `1/500`, `1:2.000`: a scale; `24/7`; `7/2021`: a date.
  if (SCALE.test(after) && /^\d{1,3}$/.test(printed)) return 'scale';
  const fraction = /^\s?\/\s?(\d+(?:\.\d{3})*)(?=\s+\p{Ll}|\s?$)/u.exec(after);
  if (!fraction && DATE_TAIL.test(after) && /^\s?\//.test(after)) return 'date';
  const range = fraction ? null : readRange(text, end, value.value);
  const numberEnd = range ? range.end : end;
  const unitFrom = fraction ? end + fraction[0].length : numberEnd;
  if (
    /\($/.test(before) &&
    /^\)/.test(text.slice(end, end + 1)) &&
    !range &&
    /(?:^|[;:.,]\s?|\s)\($/.test(before) &&
    /^\)\s?\p{L}/u.test(after)
  ) {
    return 'list-number';
  }
  // `giảm hàng năm 1%`, `hằng năm 190 nghìn ha`: what has a unit is no year.
  const measured = NAME_BEFORE.test(before) && !isYear(printed) && isAmount(text, unitFrom, before);
  if (!rank && !measured && NAME_BEFORE.test(before)) return isYear(printed) ? 'year' : 'name';
  const tail = text.slice(unitFrom, unitFrom + 40);
  if (/^(?:kv|kva|g|d|h)\b/i.test(tail) && !/^\s/.test(tail)) return 'name';
  // `(02 - 05) xã`: the bracket closes before the unit.
  const bracketed = range !== null && /\($/.test(before) && /^\s?\)\s?\p{Ll}/u.test(tail);
  const span = lifespan(text, start, unitFrom);
  const unit = span ?? readUnit(text, bracketed ? text.indexOf(')', unitFrom) + 1 : unitFrom);
  if (!unit && (/^[\p{L}]/u.test(tail) || WEAK_NAME_BEFORE.test(before))) return 'name';
  if (isYear(printed) && !unit) return 'year';
  if (!unit && NOT_AFTER.test(tail)) return 'time-or-name';
  if (!span && unit && /^(?:tháng|năm|ngày|giờ|phút|tuổi|quý|tuần|cấp|loại)$/i.test(unit.text)) return 'time-or-name';
  // `(16 mục tiêu)` at the end of a heading says how many follow.
  if (/\($/.test(before) && /^\s?(?:mục tiêu|chỉ tiêu|nhiệm vụ|nội dung|nhóm|tiêu chí|giải pháp)\s?\)/iu.test(after))
    return 'list-number';
  // `nằm trong nhóm 15 tỉnh đứng đầu`, `TOP 100 trường đại học`
  if (/(?:^|\s)(?:nhóm|top|tốp)\s?$/i.test(before)) return 'name';
  // `cách nút giao khoảng 7-10 km` says where a thing is.
  if (
    unit &&
    /^k?m$/.test(unit.text) &&
    /(?:^|[\s,(])cách\s[^;:()]*$/i.test(text.slice(Math.max(0, start - 70), start))
  )
    return 'name';
  if (isRate(before, printed, unit?.text ?? null)) return 'name';
  if (!span && unit && isTimeAfter(tail)) return 'time-or-name';
  return {
    start,
    end: numberEnd,
    printed: text.slice(start, numberEnd),
    lower: value.value,
    upper: range?.upper ?? null,
    numberEnd: unitFrom,
    unitEnd: unit ? unit.end : unitFrom,
    unit: unit ? normalUnit(unit.text) : null,
    unitKind: unit?.kind ?? null,
    fraction: fraction !== null,
    doubtful: value.doubtful,
  };
}

/** Behind `trung ương`, `hằng năm`, `kế hoạch` an amount of money or a share is no name; behind a time nothing with a unit is. */
function isAmount(text: string, at: number, before: string): boolean {
  const unit = readUnit(text, at);
  if (unit === null || unit.kind === 'time') return false;
  return unit.kind === 'money' || unit.kind === 'percent' || /(?:năm|tháng|quý)\s?$/i.test(before);
}

/** `Giá trị sản phẩm trên 1 ha đất`, `Số bác sĩ trên 10.000 dân`: what the amount is counted for. */
function isRate(before: string, printed: string, unit: string | null): boolean {
  if (!/\strên\s?$/i.test(before)) return false;
  if (printed === '1') return unit !== null && unit !== '%';
  return /^10{0,2}\.0{3}$/.test(printed) && /^(?:dân|người|người dân|trẻ|trẻ em|trẻ đẻ sống)$/i.test(unit ?? '');
}

/** `Tuổi thọ trung bình đạt 75 tuổi, số năm sống khỏe đạt 68 năm`: here years are what is measured. */
function lifespan(text: string, start: number, at: number): { end: number; text: string; kind: 'time' } | null {
  const found = /^\s?(tuổi|năm)(?![\p{L}])(?!\s\d)/u.exec(text.slice(at, at + 8));
  if (!found || !/(?:tuổi thọ|số năm (?:sống|đi học))[^.;\d]*$/iu.test(text.slice(Math.max(0, start - 90), start)))
    return null;
  return { end: at + found[0].length, text: found[1] as string, kind: 'time' };
}

function isTimeAfter(tail: string): boolean {
  return /^\s?(?:tháng|năm|ngày|giờ|tuổi)(?![\p{L}])/u.test(tail);
}

function isYear(printed: string): boolean {
  return /^(?:19|20)\d{2}$/.test(printed);
}

/** `13.593,9`, `02`; also `16.5` with a decimal point, which is doubtful. */
function parse(printed: string): { value: Decimal; doubtful: boolean } | null {
  const clean = parseVietnamese(printed);
  if (clean) return { value: clean, doubtful: false };
  const pointed = /^\d{1,4}\.\d{1,2}$/.test(printed) ? parsePlain(printed) : null;
  return pointed ? { value: pointed, doubtful: true } : null;
}

/** `14-16%`, `0,5-0,6`, `02 - 05`, `20% - 50`, `từ 3 đến 5`: the upper bound and where it ends. */
function readRange(text: string, end: number, lower: Decimal): { upper: Decimal; end: number } | null {
  const joiner = JOINER.exec(text.slice(end, end + 12));
  if (!joiner) return null;
  const from = end + joiner[0].length;
  const found = /^\d+(?:[.,]\d+)*/.exec(text.slice(from, from + 24));
  if (!found) return null;
  const upper = parse(found[0]);
  if (!upper) return null;
  const low = Number(`${lower.digits}`) / 10 ** lower.scale;
  const high = Number(`${upper.value.digits}`) / 10 ** upper.value.scale;
  if (high <= low) return null;
  if (isYear(found[0]) && low >= 1900) return null;
  return { upper: upper.value, end: from + found[0].length };
}

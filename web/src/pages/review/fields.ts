/** What a person types of an item (các ô của một mục): empty ones to begin with, what is missing, what is sent. */
import type { ItemKind } from '#plan/review.ts';
import { formatNumber } from '../../format/number.ts';
import { changedFields, type Fields } from './conflict.ts';

/** Kinds that a person can add from a stretch of the text. */
export const ADDABLE = ['target', 'result', 'task', 'citation', 'reporting'] as const satisfies readonly ItemKind[];
export type AddableKind = (typeof ADDABLE)[number];

const MISSING_WORDS: Readonly<Record<string, string>> = {
  indicator: 'Nhập tên chỉ tiêu.',
  decimal: 'Nhập giá trị là một số, ví dụ 1.234,5.',
  decimalMax: 'Nhập giá trị cao nhất của khoảng.',
  text: 'Nhập nội dung nhiệm vụ.',
  type: 'Nhập loại văn bản.',
  deadlines: 'Chọn ngày cho mỗi thời hạn, hoặc bỏ thời hạn đó.',
  products: 'Nhập tên cho mỗi sản phẩm, hoặc bỏ sản phẩm đó.',
  suggestion: 'Nhập chữ đúng.',
  year: 'Năm là một số có bốn chữ số.',
};

const isEmpty = (value: unknown) => value === null || value === undefined || String(value).trim() === '';

/** What must be put right before it is sent: name of the field → one sentence. */
export function problemsOf(kind: ItemKind, fields: Fields): Record<string, string> {
  const wrong: string[] = [];
  const need = (...names: string[]) => wrong.push(...names.filter((name) => isEmpty(fields[name])));
  if (kind === 'target' || kind === 'result') {
    need('indicator', 'decimal');
    if (fields.comparator === 'range') need('decimalMax');
    const { year } = fields;
    if (year !== null && !(typeof year === 'number' && year >= 1900 && year <= 2200)) wrong.push('year');
  }
  if (kind === 'task') {
    need('text');
    const { deadlines, products } = fields as { deadlines?: { due: string }[]; products?: { quote: string }[] };
    if (deadlines?.some((one) => isEmpty(one.due))) wrong.push('deadlines');
    if (products?.some((one) => isEmpty(one.quote))) wrong.push('products');
  }
  if (kind === 'citation') need('type');
  if (kind === 'text-error') need('suggestion');
  return Object.fromEntries(wrong.map((name) => [name, MISSING_WORDS[name] ?? 'Chưa đúng hoặc còn thiếu.']));
}

/** Only what is another than it was, whole and in the form that the server takes. */
export function toSend(kind: ItemKind, base: Fields, now: Fields): Record<string, unknown> {
  const whole = complete(kind, now);
  return Object.fromEntries(changedFields(base, whole).map((name) => [name, whole[name] ?? null]));
}

/** A number that is nowhere printed (an item that a person added) is written as we would print it. */
export function complete(kind: ItemKind, fields: Fields): Record<string, unknown> {
  if (kind !== 'target' && kind !== 'result') return { ...fields };
  const range = fields.comparator === 'range';
  const max = range ? fields.decimalMax : null;
  const printed = `${formatNumber(String(fields.decimal ?? ''))}${max ? `-${formatNumber(String(max))}` : ''}`;
  return { ...fields, decimalMax: max ?? null, value: isEmpty(fields.value) ? printed : fields.value };
}

/** The kind that a stretch most likely is, when the person has not said it. */
export function likelyKind(quote: string): AddableKind {
  if (/báo cáo.{0,60}(?:hằng|hàng|định kỳ|trước ngày)/iu.test(quote)) return 'reporting';
  if (
    /^(?:Luật|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|Kết luận|Kế hoạch)(?!\p{L}).{0,40}số/u.test(quote.trim())
  ) {
    return 'citation';
  }
  return quote.length < 400 && /\d+(?:[.,]\d+)*\s*(?:%|[a-zà-ỹ])/iu.test(quote) ? 'target' : 'task';
}

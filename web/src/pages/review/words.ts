/** Vietnamese words of the review (Rà soát): kinds, fields, comparators, and how each value is written out. */
import type { ReviewItem } from '#contract/review.ts';
import type { ItemKind, MeasurementFields, NamedAgency, Sureness } from '#plan/review.ts';
import { formatDay } from '../../format/date.ts';
import { formatNumber, MISSING } from '../../format/number.ts';
import { dueWords } from './due.ts';
import { fieldsAs, type StateFilter, type TabId } from './items.ts';

export const TAB_WORDS: Readonly<Record<TabId, string>> = {
  all: 'Tất cả',
  target: 'Chỉ tiêu',
  result: 'Kết quả',
  task: 'Nhiệm vụ',
  citation: 'Viện dẫn',
  reporting: 'Chế độ báo cáo',
  unread: 'Chưa đọc được',
  'text-error': 'Nghi lỗi chính tả',
};

export const KIND_WORDS: Readonly<Record<ItemKind, string>> = TAB_WORDS;

export const STATE_WORDS: Readonly<Record<StateFilter, string>> = {
  check: 'Cần kiểm tra',
  unread: 'Chưa đọc được',
  open: 'Chưa quyết định',
  unseen: 'Chưa xem',
  accepted: 'Đã chấp nhận',
  rejected: 'Đã bỏ',
  gone: 'Không còn trong bản đọc mới',
};

export const SURENESS_WORDS: Readonly<Record<Sureness, string>> = {
  high: 'Chắc chắn',
  check: 'Cần kiểm tra',
  guess: 'Phỏng đoán',
};

export const FIELD_WORDS: Readonly<Record<string, string>> = {
  indicator: 'Tên chỉ tiêu',
  value: 'Giá trị như văn bản ghi',
  decimal: 'Giá trị',
  decimalMax: 'Giá trị cao nhất',
  unit: 'Đơn vị tính',
  measure: 'Cách đo',
  comparator: 'So sánh',
  year: 'Năm',
  cumulative: 'Lũy kế',
  section: 'Mục trong văn bản',
  lead: 'Cơ quan chủ trì',
  support: 'Cơ quan phối hợp',
  match: 'Chỉ tiêu trong danh mục',
  text: 'Nội dung',
  label: 'Ký hiệu đầu dòng',
  deadlines: 'Thời hạn',
  products: 'Sản phẩm',
  type: 'Loại văn bản',
  symbol: 'Số, ký hiệu',
  date: 'Ngày ban hành',
  issuer: 'Cơ quan ban hành',
  cadence: 'Kỳ báo cáo',
  due: 'Hạn gửi',
  from: 'Cơ quan báo cáo',
  to: 'Nơi nhận',
  what: 'Dạng',
  reason: 'Lý do',
  code: 'Mã',
  message: 'Nhận xét',
  suggestion: 'Chữ đúng',
};

export const MEASURE_WORDS: Readonly<Record<MeasurementFields['measure'], string>> = {
  level: 'Mức đạt',
  increase: 'Mức tăng',
  decrease: 'Mức giảm',
};

export const COMPARATOR_WORDS: Readonly<Record<MeasurementFields['comparator'], string>> = {
  '=': 'Bằng',
  '>': 'Trên',
  '>=': 'Từ … trở lên',
  '<': 'Dưới',
  '<=': 'Không quá',
  '~': 'Khoảng',
  range: 'Trong khoảng',
};

export const CADENCE_WORDS: Readonly<Record<string, string>> = {
  monthly: 'Hằng tháng',
  quarterly: 'Hằng quý',
  'half-yearly': '6 tháng',
  'nine-monthly': '9 tháng',
  yearly: 'Hằng năm',
  once: 'Một lần',
};

export const PRODUCT_WORDS: Readonly<Record<string, string>> = {
  resolution: 'Nghị quyết',
  decision: 'Quyết định',
  scheme: 'Đề án',
  plan: 'Kế hoạch',
  programme: 'Chương trình',
  regulation: 'Quy định, quy chế',
  planning: 'Quy hoạch',
  policy: 'Chính sách, cơ chế',
  project: 'Dự án',
  report: 'Báo cáo',
  database: 'Cơ sở dữ liệu, nền tảng',
  criteria: 'Bộ tiêu chí',
  other: 'Khác',
};

/** The value of a target or a result in words: `tăng từ 7,5% trở lên`. */
export function valueWords(fields: MeasurementFields): string {
  const { comparator, decimal, decimalMax, unit, measure } = fields;
  if (decimal === '') return MISSING;
  const gap = unit === null || unit === '' || unit.startsWith('%') ? '' : ' ';
  const number = `${formatNumber(decimal)}${gap}${unit ?? ''}`;
  const how = measure === 'increase' ? 'tăng ' : measure === 'decrease' ? 'giảm ' : '';
  switch (comparator) {
    case '=':
      return `${how}${number}`;
    case '>':
      return `${how}trên ${number}`;
    case '>=':
      return `${how}từ ${number} trở lên`;
    case '<':
      return `${how}dưới ${number}`;
    case '<=':
      return `${how}không quá ${number}`;
    case '~':
      return `${how}khoảng ${number}`;
    case 'range':
      return `${how}từ ${formatNumber(decimal)} đến ${formatNumber(decimalMax)}${gap}${unit ?? ''}`;
  }
}

/** Any value of a field as a person reads it. */
export function shown(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return MISSING;
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (Array.isArray(value)) return value.length === 0 ? MISSING : value.map((one) => shownPart(name, one)).join('; ');
  if (typeof value === 'object') return String((value as { name?: unknown }).name ?? MISSING);
  const text = String(value);
  switch (name) {
    case 'decimal':
    case 'decimalMax':
      return formatNumber(text);
    case 'measure':
      return MEASURE_WORDS[text as MeasurementFields['measure']] ?? text;
    case 'comparator':
      return COMPARATOR_WORDS[text as MeasurementFields['comparator']] ?? text;
    case 'cadence':
      return CADENCE_WORDS[text] ?? text;
    case 'date':
      return formatDay(text);
    case 'due':
      return dueWords(text);
    default:
      return text;
  }
}

function shownPart(name: string, one: unknown): string {
  if (name === 'lead' || name === 'support') return agencyWords(one as NamedAgency);
  if (name === 'deadlines') return formatDay((one as { due: string }).due);
  if (name === 'products') return (one as { quote: string }).quote;
  return String(one);
}

/** `Sở Kế hoạch và Đầu tư (nay là Sở Tài chính)`. */
export function agencyWords({ name, successor }: NamedAgency): string {
  return successor ? `${name} (nay là ${successor.name})` : name;
}

/** Fields that are not sure, with their words: `Đơn vị tính: cần kiểm tra`. */
export function doubtsOf(item: ReviewItem): readonly { readonly name: string; readonly sureness: Sureness }[] {
  const doubts = Object.entries(item.sureness).flatMap(([name, sureness]) =>
    sureness === 'high' ? [] : [{ name, sureness }],
  );
  if (item.kind === 'target' || item.kind === 'result') {
    const { match } = fieldsAs(item, 'target');
    if (match && match.sureness !== 'high' && !doubts.some((one) => one.name === 'match')) {
      doubts.push({ name: 'match', sureness: match.sureness });
    }
  }
  return doubts;
}

/** How an item stands, for eyes and ears. */
export function standing(item: ReviewItem): string {
  if (item.retired === 'not-found') return STATE_WORDS.gone;
  if (item.decision === 'accepted')
    return item.changed.length > 0 && item.origin === 'reading' ? 'Đã sửa' : 'Chấp nhận';
  if (item.decision === 'rejected') return 'Đã bỏ';
  return '';
}

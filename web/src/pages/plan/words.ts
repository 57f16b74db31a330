/** Vietnamese words of plans (kế hoạch): what a target asks for, roles of documents, fields that changed, cadences. */
import type { Answer } from '../../api/client.ts';
import { formatNumber, MISSING } from '../../format/number.ts';

export type Target = Answer<'GET /plans/:id/targets'>['items'][number];
export type Task = NonNullable<Answer<'GET /tasks/:id'>['task']>;
export type Plan = Answer<'GET /plans/:id'>;
export type Source = Target['source'];

/** What a demand is made of; values are plain exact decimals. */
export interface Demand {
  readonly name?: string | undefined;
  readonly measure: string | null;
  readonly comparator: string | null;
  readonly value: string | null;
  readonly valueMax: string | null;
  readonly unit: string | null;
}

/** A change of what is itself a share is counted in points (điểm %). */
export function inPoints(demand: Demand): boolean {
  const share = /^\s*(?:tỷ|tỉ)\s+(?:lệ|trọng|suất)/i.test(demand.name ?? '');
  return demand.unit === '%' && (demand.measure === 'increase' || demand.measure === 'decrease') && share;
}

/** `từ 52 trở lên`, `dưới 2`, `giảm trên 1,5 điểm %`: without the unit, which has a column of its own. */
export function demandWords(demand: Demand): string {
  if (demand.value === null) return MISSING;
  const verb = demand.measure === 'increase' ? 'tăng ' : demand.measure === 'decrease' ? 'giảm ' : '';
  const points = inPoints(demand) ? ' điểm %' : '';
  const value = formatNumber(demand.value);
  if (demand.valueMax !== null) return `${verb}${value} – ${formatNumber(demand.valueMax)}${points}`;
  switch (demand.comparator) {
    case '>':
      return `${verb}trên ${value}${points}`;
    case '>=':
      return `${verb}từ ${value}${points} trở lên`;
    case '<':
      return `${verb}dưới ${value}${points}`;
    case '<=':
      return `${verb}không quá ${value}${points}`;
    case '~':
      return `${verb}khoảng ${value}${points}`;
    default:
      return `${verb}${value}${points}`;
  }
}

/** The same with its unit: `trên 12.000 tỷ đồng`, `trên 9%`. */
export function demandWithUnit(demand: Demand): string {
  const words = demandWords(demand);
  const { unit } = demand;
  if (unit === null || unit === '' || words === MISSING || inPoints(demand)) return words;
  const withUnit = (text: string) => (unit.startsWith('%') ? `${text}${unit}` : `${text} ${unit}`);
  return words.endsWith(' trở lên') ? `${withUnit(words.slice(0, -' trở lên'.length))} trở lên` : withUnit(words);
}

export const ROLE_WORDS: Readonly<Record<string, string>> = {
  base: 'Văn bản gốc',
  further: 'Bổ sung',
  amendment: 'Sửa đổi, bổ sung',
  replacement: 'Thay thế',
};

export const ROLE_HINTS: Readonly<Record<string, string>> = {
  further: 'Văn bản thêm chỉ tiêu, nhiệm vụ; những gì đã có trong kế hoạch vẫn giữ nguyên.',
  amendment:
    'Văn bản sửa đổi một phần: mục nào được nhắc lại với nội dung khác thì đề nghị thay; mục không nhắc vẫn giữ.',
  replacement: 'Văn bản thay toàn bộ các văn bản trước: mục cũ không được nhắc lại sẽ được đề nghị bỏ.',
};

export const CHANGE_WORDS = { new: 'Mới', changed: 'Thay đổi', gone: 'Bỏ' } as const;

export const SUBJECT_WORDS = { target: 'Chỉ tiêu', task: 'Nhiệm vụ' } as const;

export const DECISION_WORDS = { open: 'Chưa quyết định', applied: 'Áp dụng', refused: 'Không áp dụng' } as const;

export const DIFF_STATE_WORDS = { open: 'Đang xem xét', applied: 'Đã áp dụng', discarded: 'Đã bỏ' } as const;

export const CHANGED_FIELD_WORDS: Readonly<Record<string, string>> = {
  name: 'tên chỉ tiêu',
  text: 'nội dung',
  value: 'giá trị',
  valueMax: 'giá trị cao nhất',
  unit: 'đơn vị tính',
  comparator: 'mức so sánh',
  measure: 'cách đo',
  year: 'năm',
  cumulative: 'lũy kế',
  leads: 'cơ quan chủ trì',
  supports: 'cơ quan phối hợp',
  dueOn: 'thời hạn',
  products: 'sản phẩm',
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

export const REGIME_STATE_WORDS = {
  proposed: 'Đề xuất',
  accepted: 'Đã chấp nhận',
  refused: 'Không chấp nhận',
} as const;

export const INDICATOR_STATE_WORDS: Readonly<Record<string, string>> = {
  catalogue: 'Danh mục chung',
  proposed: 'Đề xuất',
  accepted: 'Đã chấp nhận',
  refused: 'Không chấp nhận',
};

export const INDICATOR_KIND_WORDS: Readonly<Record<string, string>> = {
  level: 'Mức tại thời điểm',
  flow: 'Lượng trong kỳ',
  rate: 'Tốc độ tăng, giảm',
  share: 'Tỷ lệ, cơ cấu',
  index: 'Chỉ số',
};

export const DIRECTION_WORDS: Readonly<Record<string, string>> = {
  up: 'Càng cao càng tốt',
  down: 'Càng thấp càng tốt',
  none: 'Không xét tăng hay giảm',
};

/** A document as people name it: `01/NQ-HĐND`, else its title. */
export function documentWords(source: { readonly symbol?: string | null; readonly title: string | null }): string {
  return source.symbol || source.title || 'Văn bản chưa có số, ký hiệu';
}

export function sourceWords({ documentSymbol, documentTitle }: Source): string {
  return documentWords({ symbol: documentSymbol, title: documentTitle });
}

export function planYears({ yearFrom, yearTo }: { readonly yearFrom: number; readonly yearTo: number }): string {
  return yearFrom === yearTo ? `năm ${yearFrom}` : `${yearFrom}–${yearTo}`;
}

/** The title with its years, unless it names them. */
export function planName(plan: { readonly title: string; readonly yearFrom: number; readonly yearTo: number }): string {
  return plan.title.includes(String(plan.yearTo)) ? plan.title : `${plan.title} (${planYears(plan)})`;
}

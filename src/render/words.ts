/** The Vietnamese words for what a reading holds. Every reader of these words is an official, never a programmer. */
import { exhaustive } from '#base/exhaustive.ts';
import type { Severity } from '#base/issue.ts';
import type {
  Cadence,
  Citation,
  Comparator,
  Confidence,
  FieldConfidence,
  Measure,
  Measurement,
  ProductKind,
  Reading,
  ReportingDuty,
  Task,
  Unread,
} from '#reading/model.ts';
import { formatCount, formatDate, formatDecimal } from './figure.ts';

/** Shown where the document says nothing. */
export const MISSING = '—';

/** `trên` and its kin as marks: `>`, `≥`, `khoảng`; empty for a plain value. */
export function comparatorMark(comparator: Comparator): string {
  switch (comparator) {
    case '=':
    case 'range':
      return '';
    case '>':
      return '>';
    case '>=':
      return '≥';
    case '<':
      return '<';
    case '<=':
      return '≤';
    case '~':
      return 'khoảng';
    default:
      return exhaustive(comparator);
  }
}

/** The same as words of an office table: `trên`, `ít nhất`; empty for a plain value. */
function comparatorWord(comparator: Comparator): string {
  switch (comparator) {
    case '=':
      return '';
    case '>':
      return 'trên';
    case '>=':
      return 'ít nhất';
    case '<':
      return 'dưới';
    case '<=':
      return 'không quá';
    case '~':
      return 'khoảng';
    case 'range':
      return 'từ … đến';
    default:
      return exhaustive(comparator);
  }
}

/** What is asked of the number beside: `đạt`, `trên`, `tăng ít nhất`, `giảm từ … đến`, `lũy kế đạt`. */
export function demandWords(m: Measurement): string {
  const words = [m.cumulative ? 'lũy kế' : '', measureWord(m.measure), comparatorWord(m.comparator)];
  if (m.measure === 'level' && m.comparator === '=') words.push('đạt');
  return words.filter(Boolean).join(' ');
}

/** `tăng`, `giảm`; a level has no word. */
export function measureWord(measure: Measure): string {
  switch (measure) {
    case 'level':
      return '';
    case 'increase':
      return 'tăng';
    case 'decrease':
      return 'giảm';
    default:
      return exhaustive(measure);
  }
}

/** The number of a measurement as printed by an office: `0,5–0,6`. */
export function figureOf(m: Measurement): string {
  const low = formatDecimal(m.decimal);
  return m.decimalMax === undefined ? low : `${low}–${formatDecimal(m.decimalMax)}`;
}

/** What is demanded or reported: `> 9%`, `tăng 7,5%`, `giảm > 1,5%`, `lũy kế 107`. */
export function valueWords(m: Measurement): string {
  const percent = m.unit?.startsWith('%') ? '%' : '';
  const words = [
    m.cumulative ? 'lũy kế' : '',
    measureWord(m.measure),
    comparatorMark(m.comparator),
    figureOf(m) + percent,
  ];
  return words.filter(Boolean).join(' ');
}

const PRODUCTS: Record<ProductKind, string> = {
  resolution: 'Nghị quyết',
  decision: 'Quyết định',
  scheme: 'Đề án',
  plan: 'Kế hoạch',
  programme: 'Chương trình',
  regulation: 'Quy định',
  planning: 'Quy hoạch',
  policy: 'Chính sách',
  project: 'Dự án',
  report: 'Báo cáo',
  database: 'Cơ sở dữ liệu',
  criteria: 'Bộ tiêu chí',
  other: 'Sản phẩm khác',
};

export function productWord(kind: ProductKind): string {
  return PRODUCTS[kind];
}

const CADENCES: Record<Cadence, string> = {
  monthly: 'Hằng tháng',
  quarterly: 'Hằng quý',
  'half-yearly': '6 tháng',
  'nine-monthly': '9 tháng',
  yearly: 'Hằng năm',
  once: 'Một lần',
};

export function cadenceWord(cadence: Cadence): string {
  return CADENCES[cadence];
}

/** When a report is due: `ngày 20`, `20/11 hằng năm`, `09/12/2021`. */
export function dueWords(duty: Pick<ReportingDuty, 'due' | 'cadence'>): string {
  const { due } = duty;
  if (due === null) return MISSING;
  const day = /^day (\d+)$/.exec(due);
  if (day) return `ngày ${day[1]}${duty.cadence === 'monthly' ? ' hằng tháng' : ''}`;
  const yearly = /^(\d{2})-(\d{2})$/.exec(due);
  if (yearly) return `${yearly[2]}/${yearly[1]} hằng năm`;
  return formatDate(due);
}

export function severityWord(severity: Severity): string {
  switch (severity) {
    case 'info':
      return 'Lưu ý';
    case 'warning':
      return 'Cần xem';
    case 'error':
      return 'Lỗi';
    default:
      return exhaustive(severity);
  }
}

/** How sure the reading is; empty when it is sure. */
export function confidenceWord(confidence: Confidence): string {
  switch (confidence) {
    case 'high':
      return '';
    case 'check':
      return 'Cần kiểm tra';
    case 'guess':
      return 'Phỏng đoán';
    default:
      return exhaustive(confidence);
  }
}

const RANK: Record<Confidence, number> = { high: 0, check: 1, guess: 2 };

/** The least sure of several fields; of all that are listed when no name is given. */
export function leastSure(fields: FieldConfidence, ...names: readonly string[]): Confidence {
  const found = names.length === 0 ? Object.values(fields) : names.map((name) => fields[name] ?? 'high');
  return worst(found);
}

export function worst(all: readonly Confidence[]): Confidence {
  return all.reduce((a, b) => (RANK[b] > RANK[a] ? b : a), 'high' as Confidence);
}

const REASONS: Record<string, string> = {
  'list-number': 'số thứ tự',
  ordinal: 'số thứ tự',
  'document-number': 'số văn bản',
  citation: 'số trong văn bản viện dẫn',
  'date-or-citation': 'ngày tháng, số văn bản',
  date: 'ngày tháng',
  year: 'năm',
  period: 'giai đoạn',
  deadline: 'thời hạn',
  name: 'số trong tên gọi',
  'time-or-name': 'thời gian, tên gọi',
  scale: 'tỷ lệ, cấp độ',
  grade: 'tỷ lệ, cấp độ',
  footnote: 'số chú thích',
  'page-number': 'số trang',
  denominator: 'mẫu số',
  'no-unit': 'không có đơn vị tính',
  'not-committed': 'chưa rõ là gì',
  'too-long': 'số quá dài',
  unreadable: 'số in lỗi',
  'legal-basis': 'căn cứ ban hành',
  preamble: 'căn cứ ban hành',
  header: 'phần đầu văn bản',
  heading: 'tiêu đề',
  closing: 'phần cuối văn bản',
  context: 'bối cảnh',
  outlook: 'bối cảnh, dự báo',
  past: 'việc đã qua',
  results: 'việc đã qua',
  goal: 'mục tiêu chung',
  'goal-prose': 'mục tiêu chung',
};

/** Reasons that leave it to a person: the reading saw it and could not tell what it is. */
const OPEN_REASONS = new Set(['not-committed', 'too-long', 'unreadable']);

/** Why a number or an order became nothing; `chưa rõ` when the reading does not know. */
export function reasonWord(unread: Pick<Unread, 'reason'>): string {
  if (unread.reason === null) return 'chưa rõ';
  return REASONS[unread.reason] ?? 'lý do khác';
}

export function unreadKindWord(kind: Unread['kind']): string {
  return kind === 'number' ? 'Con số' : 'Lời giao việc';
}

/** `Nghị quyết số 01-NQ/TU`, `Chương trình`, `Văn bản`. */
export function documentName(reading: Reading): string {
  const { type, symbol } = reading.document;
  return symbol ? `${type ?? 'Văn bản'} số ${symbol}` : (type ?? 'Văn bản');
}

/** True when a person must still look: it could not be read, and nothing explains it. */
export function isOpen(unread: Pick<Unread, 'reason'>): boolean {
  return unread.reason === null || OPEN_REASONS.has(unread.reason);
}

/** Items with a field of which the reading is not sure: they carry `?` or `??`. */
export function countDoubtful(reading: Reading): number {
  const measured = [...reading.targets, ...reading.results, ...reading.citations, ...reading.reporting];
  const unsure = measured.filter((item) => leastSure(item.confidence) !== 'high');
  return unsure.length + reading.tasks.filter((task) => taskConfidence(task) !== 'high').length;
}

/** How sure the reading is of a task as a whole: its fields, its agencies and its deadlines. */
export function taskConfidence(task: Task): Confidence {
  const parts = [...task.lead, ...task.support, ...task.deadlines].map((part) => part.confidence);
  return worst([leastSure(task.confidence), ...parts]);
}

/** One line: `28 chỉ tiêu · 29 nhiệm vụ · 6 văn bản viện dẫn · 3 chỗ cần kiểm tra`. */
export function summaryOf(reading: Reading): string {
  const parts = [`${formatCount(reading.targets.length)} chỉ tiêu`];
  if (reading.results.length > 0) parts.push(`${formatCount(reading.results.length)} kết quả`);
  parts.push(`${formatCount(reading.tasks.length)} nhiệm vụ`);
  if (reading.citations.length > 0) parts.push(citationCount(reading.citations));
  if (reading.reporting.length > 0) parts.push(`${formatCount(reading.reporting.length)} chế độ báo cáo`);
  const open = reading.unread.filter(isOpen).length;
  if (open > 0) parts.push(`${formatCount(open)} chỗ chưa đọc được`);
  const doubtful = countDoubtful(reading);
  if (doubtful > 0) parts.push(`${formatCount(doubtful)} mục chưa chắc (?)`);
  if (reading.issues.length > 0) parts.push(`${formatCount(reading.issues.length)} chỗ cần kiểm tra`);
  if (doubtful + reading.issues.length === 0) parts.push('không có chỗ cần kiểm tra');
  return parts.join(' · ');
}

/** A document that is named twice is counted once and said so. */
function citationCount(citations: readonly Citation[]): string {
  const different = new Set(citations.map((c) => `${c.type}|${c.symbol}|${c.date}`)).size;
  if (different === citations.length) return `${formatCount(different)} văn bản viện dẫn`;
  return `${formatCount(different)} văn bản viện dẫn (${formatCount(citations.length)} lượt)`;
}

/** What the columns of a table hold, told from its head row: TT, nhiệm vụ, chủ trì, phối hợp, thời gian, sản phẩm, chỉ tiêu, đơn vị, giá trị. */
import type { Block } from '#outline/outline.ts';
import { readYear } from './year.ts';

export type ColumnKind =
  | 'serial'
  | 'task'
  | 'lead'
  | 'support'
  | 'time'
  | 'product'
  | 'indicator'
  | 'unit'
  | 'value'
  | 'result'
  | 'other';

export interface Column {
  readonly kind: ColumnKind;
  /** Year that the head names (`Kế hoạch năm 2026`), for value columns. */
  readonly year: number | null;
  readonly head: string;
}

export interface TableColumns {
  readonly columns: readonly Column[];
  /** Index among the table's rows of the first row after the head. */
  readonly firstRow: number;
  /** `task` rows tell somebody to do something, `target` rows give an indicator a number. */
  readonly kind: 'task' | 'target' | 'other';
}

const HEADS: readonly (readonly [ColumnKind, RegExp])[] = [
  ['serial', /^(?:s?tt|số tt|stt|số thứ tự|#|no)\.?$/],
  ['support', /phối hợp|tham gia/],
  [
    'lead',
    /chủ trì|thực hiện chính|đơn vị thực hiện|cơ quan thực hiện|đơn vị chịu trách nhiệm|cơ quan, đơn vị|đầu mối|cơ quan theo dõi|phụ trách|trách nhiệm|^đơn vị báo cáo|cơ quan thực hiện/,
  ],
  ['time', /thời gian|thời hạn|tiến độ|hoàn thành|^hạn|lộ trình|thời điểm/],
  ['product', /sản phẩm|kết quả đầu ra|hình thức văn bản|kết quả (?:cần đạt|dự kiến)|hồ sơ/],
  ['unit', /^(?:đvt|đơn vị|đơn vị tính|đơn vị đo)$/],
  ['indicator', /chỉ tiêu|tiêu chí|chỉ số|mục tiêu/],
  ['task', /nhiệm vụ|nội dung|công việc|giải pháp|hoạt động|tên đề án|đề án|danh mục|chương trình/],
  ['result', /thực hiện (?:năm|đến|cùng kỳ)|ước (?:thực hiện|th)|kết quả thực hiện|đã đạt|hiện trạng|năm trước/],
  ['value', /kế hoạch|giá trị|chỉ tiêu (?:giao|phấn đấu)|năm \d{4}|^\d{4}$|kết quả|mức|phấn đấu|dự toán|giai đoạn/],
];

/** Reads the head of a table from its first rows. */
export function readColumns(rows: readonly Block[]): TableColumns {
  const head = rows[0];
  if (!head) return { columns: [], firstRow: 0, kind: 'other' };
  const cells = cellTexts(head);
  const known = cells.filter((c) => kindOf(c) !== 'other').length;
  const long = cells.some((c) => c.length > 140);
  if (known < 2 || long) return { columns: [], firstRow: 0, kind: 'other' };
  const columns: Column[] = cells.map((text) => ({ kind: kindOf(text), year: readYear(text), head: text }));
  const second = rows[1];
  const firstRow =
    second && cellTexts(second).every((c) => c === '' || /^\(?\d{1,2}\)?$|^[A-C]$|^\(?\d\)?\s?=/.test(c)) ? 2 : 1;
  const has = (kind: ColumnKind): boolean => columns.some((c) => c.kind === kind);
  const kind =
    has('indicator') && (has('value') || has('unit') || !has('task'))
      ? 'target'
      : has('task') && (has('lead') || has('time') || has('support') || has('product'))
        ? 'task'
        : 'other';
  return { columns, firstRow, kind };
}

function kindOf(text: string): ColumnKind {
  const folded = text.toLowerCase().replace(/\s+/g, ' ').trim();
  if (folded === '') return 'other';
  for (const [kind, pattern] of HEADS) if (pattern.test(folded)) return kind;
  return 'other';
}

/** The words of each cell of a row. */
export function cellTexts(row: Block): string[] {
  const { cells, start } = row.paragraph;
  return (cells ?? []).map((c) => row.text.slice(c.start - start, c.end - start));
}

/** What the columns of a table hold, told from its head row: TT, nhiệm vụ, chủ trì, phối hợp, thời gian, sản phẩm, chỉ tiêu, đơn vị, giá trị. */
import type { Block } from '#outline/outline.ts';
import { scanNumerals } from '#statement/measurement/numeral.ts';
import { readYear } from '#statement/time/year.ts';

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
  /**
   * `task` rows tell somebody to do something, `target` rows give an indicator a number; `pair` rows do so in two
   * columns, a name and its value, as a list does in lines: `- Tổng thu ngân sách: | 5.047 tỷ đồng`.
   */
  readonly kind: 'task' | 'target' | 'pair' | 'other';
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
  ['task', /nhiệm vụ|nội dung|khoản mục|công việc|giải pháp|hoạt động|tên đề án|đề án|danh mục|chương trình/],
  [
    'result',
    /thực hiện (?:năm|đến|cùng kỳ|\d)|đánh giá thực hiện|ước (?:thực hiện|th|đạt)|kết quả thực hiện|đã đạt|hiện trạng|năm trước|quyết toán/,
  ],
  [
    'value',
    /kế hoạch|giá trị|số tiền|tổng số|chỉ tiêu (?:giao|phấn đấu)|năm \d{4}|^\d{4}$|kết quả|mức|phấn đấu|dự toán|giai đoạn/,
  ],
];

/** Reads the head of a table from its first rows. */
export function readColumns(rows: readonly Block[]): TableColumns {
  const head = rows[0];
  if (!head) return { columns: [], firstRow: 0, kind: 'other' };
  const top = cellTexts(head);
  const known = top.filter((c) => kindOf(c) !== 'other').length;
  const long = top.some((c) => c.length > 140);
  const width = commonWidth(rows);
  if (width === 2) {
    const pairs = readPairs(rows, top);
    if (pairs) return pairs;
  }
  if (known < 2 || long) return { columns: [], firstRow: 0, kind: 'other' };
  const under = rows[1] ? cellTexts(rows[1]) : [];
  const grouped = groupedColumns(top, under, width);
  const columns = grouped ?? top.map((text): Column => ({ kind: kindOf(text), year: readYear(text), head: text }));
  let firstRow = grouped ? 2 : 1;
  const index = rows[firstRow];
  if (index && cellTexts(index).every((c) => c === '' || /^\(?\d{1,2}\)?$|^\(?[A-Ca-c]\)?$|^\(?\d\)?\s?=/.test(c)))
    firstRow++;
  const has = (kind: ColumnKind): boolean => columns.some((c) => c.kind === kind);
  const assigns = has('lead') || has('support') || has('product') || has('time');
  const measures = has('value') || has('result');
  const kind =
    has('indicator') && (measures || has('unit') || !has('task'))
      ? 'target'
      : has('task') && assigns
        ? 'task'
        : has('task') && measures
          ? 'target'
          : 'other';
  return { columns, firstRow, kind };
}

/** Fewest rows, and the share of them, that must be a name and its value for a table to be a list of pairs. */
const FEWEST_PAIRS = 2;
const SHARE_OF_PAIRS = 0.6;
const LONGEST_VALUE = 160;

/** A table of names and values, with a head (`Chỉ tiêu | Kế hoạch năm 2026`) or without one; null when it is none. */
function readPairs(rows: readonly Block[], top: readonly string[]): TableColumns | null {
  const headed =
    top.length === 2 && !/\d/.test(top[0] as string) && !isPair(top) && top.some((c) => kindOf(c) !== 'other');
  if (headed && !['indicator', 'task', 'other'].includes(kindOf(top[0] as string))) return null;
  if (headed && !['indicator', 'value', 'result', 'other'].includes(kindOf(top[1] as string))) return null;
  const body = rows.slice(headed ? 1 : 0).map(cellTexts);
  const filled = body.filter((texts) => texts.length === 2 && texts.every((t) => t.trim() !== ''));
  const pairs = filled.filter(isPair).length;
  if (pairs < FEWEST_PAIRS || pairs < SHARE_OF_PAIRS * filled.length) return null;
  const [name = '', value = ''] = headed ? top : [];
  const kind = kindOf(value) === 'result' ? 'result' : 'value';
  return {
    columns: [
      { kind: 'indicator', year: null, head: name },
      { kind, year: readYear(value), head: value },
    ],
    firstRow: headed ? 1 : 0,
    kind: 'pair',
  };
}

/** `Tổng thu ngân sách | 5.047 tỷ đồng`, `+ Ngành dịch vụ | tăng 8,56%`: words, then an amount with its unit. */
function isPair(texts: readonly string[]): boolean {
  const [name = '', value = ''] = texts;
  if (texts.length !== 2 || !/\p{L}{2}/u.test(name) || value.length > LONGEST_VALUE) return false;
  const first = scanNumerals(value, []).numerals[0];
  return first !== undefined && first.unit !== null && first.unit !== '' && first.start <= 40;
}

/** A head of two rows: `Nội dung | Năm 2025 | Dự kiến` over `Dự toán | Thực hiện | Năm 2026 | Năm 2027`. */
function groupedColumns(top: readonly string[], under: readonly string[], width: number): Column[] | null {
  if (under.length < 2 || width <= top.length || under.some((c) => c.length > 90 || /^\d[\d.,]*$/.test(c))) return null;
  const count = top.length + under.length - width;
  if (count < 1 || count >= top.length || under.length % count !== 0) return null;
  const groups = groupsAmong(top, count);
  if (groups === null) return null;
  const each = under.length / count;
  const columns: Column[] = [];
  let next = 0;
  for (const [i, text] of top.entries()) {
    if (!groups.has(i)) {
      columns.push({ kind: kindOf(text), year: readYear(text), head: text });
      continue;
    }
    for (const part of under.slice(next, next + each)) {
      const kind = kindOf(part) === 'other' ? kindOf(text) : kindOf(part);
      columns.push({ kind, year: readYear(part) ?? readYear(text), head: `${text} ${part}` });
    }
    next += each;
  }
  return columns;
}

/** Which columns of the upper head are parted below: all that hold values, or the one that says so. */
function groupsAmong(top: readonly string[], count: number): Set<number> | null {
  const named = new Set(['serial', 'task', 'indicator', 'unit', 'lead', 'support', 'product']);
  const values = top.map((_, i) => i).filter((i) => !named.has(kindOf(top[i] as string)));
  if (values.length === count) return new Set(values);
  if (count !== 1 || values.length === 0) return null;
  const telling = values.find((i) => /hiện hành|trong đó|chia ra|giai đoạn|so sánh|gồm/i.test(top[i] as string));
  return new Set([telling ?? (values[0] as number)]);
}

/** The commonest number of cells of a table's rows. */
function commonWidth(rows: readonly Block[]): number {
  const counts = new Map<number, number>();
  for (const row of rows.slice(0, 200)) {
    const width = row.paragraph.cells?.length ?? 0;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best = 0;
  let most = 0;
  for (const [width, count] of counts) {
    if (count > most || (count === most && width > best)) {
      best = width;
      most = count;
    }
  }
  return best;
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

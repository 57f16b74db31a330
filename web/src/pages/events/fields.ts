/** What was before and after (trước, sau) as lines of words: field by field, lists and days as people read them. */
import { formatDay } from '../../format/date.ts';

/** Names of the fields that events keep; others are shown by the name they are kept under. */
const NAMES: Readonly<Record<string, string>> = {
  accepted: 'Đã chấp nhận',
  administrator: 'Quản trị',
  basis: 'Căn cứ',
  by: 'Thực hiện qua',
  citedId: 'Văn bản được viện dẫn',
  code: 'Mã',
  decision: 'Quyết định',
  deleted: 'Đã xóa',
  effectiveOn: 'Có hiệu lực từ',
  email: 'Thư điện tử',
  endedBasis: 'Căn cứ kết thúc',
  from: 'Từ ngày',
  fullName: 'Họ và tên',
  how: 'Cách thực hiện',
  id: 'Mã số',
  issuedOn: 'Ngày ban hành',
  issuer: 'Cơ quan ban hành',
  kind: 'Loại',
  lineage: 'Nguồn gốc',
  login: 'Tên đăng nhập',
  method: 'Cách đăng nhập',
  name: 'Tên',
  names: 'Tên gọi',
  note: 'Ghi chú',
  on: 'Từ ngày',
  organisation: 'Cơ quan',
  organisations: 'Cơ quan',
  parentId: 'Cơ quan chủ quản',
  parents: 'Trực thuộc',
  person: 'Người',
  planYear: 'Năm kế hoạch',
  post: 'Chức danh',
  predecessors: 'Từ',
  role: 'Vai trò',
  scopes: 'Quyền của mã',
  shortName: 'Tên viết tắt',
  state: 'Trạng thái',
  successors: 'Thành',
  symbol: 'Số, ký hiệu',
  title: 'Tên, trích yếu',
  to: 'Đến ngày',
  totpRoles: 'Vai trò phải dùng mã xác thực',
  type: 'Loại văn bản',
  validFrom: 'Hoạt động từ',
  validTo: 'Kết thúc từ',
  version: 'Bản',
};

/** What ids stand for. */
export type Names = Readonly<Record<string, string>>;

export interface FieldLine {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** One line a field that is in either, in the order of their names. */
export function fieldLines(before: unknown, after: unknown, names: Names = {}): FieldLine[] {
  const one = asFields(before);
  const two = asFields(after);
  return [...new Set([...Object.keys(one), ...Object.keys(two)])]
    .map((key) => ({
      name: NAMES[key] ?? key,
      before: key in one ? wordsOf(one[key], names) : null,
      after: key in two ? wordsOf(two[key], names) : null,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

function asFields(value: unknown): Record<string, unknown> {
  if (Array.isArray(value)) return Object.fromEntries(value.map((one, at) => [`Mục ${at + 1}`, one]));
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

/** `Có`, `01/03/2025`, `—`; the parts of a list each on a line of their own. */
export function wordsOf(value: unknown, names: Names = {}): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : (names[value] ?? value);
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map((one) => wordsOf(one, names)).join('\n');
  return Object.entries(value as object)
    .filter(([, inner]) => inner !== null)
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([key, inner]) => `${names[key] ?? NAMES[key] ?? key}: ${wordsOf(inner, names)}`)
    .join('; ');
}

/** What something is called comes before when it held. */
const FIRST = ['name', 'shortName', 'parentId', 'title', 'from', 'to'];

function placeOf(key: string): number {
  const at = FIRST.indexOf(key);
  return at < 0 ? FIRST.length : at;
}

/**
 * Sản phẩm: what an order is to bring forth, `xây dựng Đề án …`, `trình HĐND tỉnh ban hành Nghị quyết …`.
 */
import type { Span } from '#base/span.ts';
import type { ProductKind } from '#statement/model.ts';

export interface FoundProduct extends Span {
  readonly kind: ProductKind;
}

/** The things, with their kind; longer names first. */
const NOUNS: readonly (readonly [string, ProductKind])[] = [
  ['chương trình hành động', 'programme'],
  ['kế hoạch hành động', 'plan'],
  ['bộ tiêu chí', 'criteria'],
  ['bộ chỉ số', 'criteria'],
  ['tiêu chí', 'criteria'],
  ['bộ chỉ tiêu', 'criteria'],
  ['khung hướng dẫn', 'regulation'],
  ['cơ sở dữ liệu', 'database'],
  ['hệ thống thông tin', 'database'],
  ['hệ thống cơ sở dữ liệu', 'database'],
  ['kho dữ liệu', 'database'],
  ['cổng dữ liệu', 'database'],
  ['nền tảng', 'database'],
  ['phần mềm', 'database'],
  ['nghị quyết', 'resolution'],
  ['quyết định', 'decision'],
  ['nghị định', 'regulation'],
  ['thông tư', 'regulation'],
  ['chỉ thị', 'decision'],
  ['đề án', 'scheme'],
  ['kế hoạch', 'plan'],
  ['phương án', 'plan'],
  ['kịch bản', 'plan'],
  ['lộ trình', 'plan'],
  ['chương trình', 'programme'],
  ['chiến lược', 'programme'],
  ['quy định', 'regulation'],
  ['quy chế', 'regulation'],
  ['qui chế', 'regulation'],
  ['quy trình', 'regulation'],
  ['nội quy', 'regulation'],
  ['luật', 'regulation'],
  ['hướng dẫn', 'regulation'],
  ['quy hoạch', 'planning'],
  ['cơ chế, chính sách', 'policy'],
  ['cơ chế chính sách', 'policy'],
  ['chính sách', 'policy'],
  ['cơ chế', 'policy'],
  ['dự án', 'project'],
  ['báo cáo', 'report'],
  ['danh mục', 'other'],
  ['bảng giá', 'other'],
  ['sổ tay', 'other'],
  ['văn bản', 'other'],
];
const KIND = new Map(NOUNS);
const NOUN = NOUNS.map(([name]) => name)
  .sort((a, b) => b.length - a.length)
  .join('|');

const VERB =
  'xây dựng|ban hành|hoàn thiện|hoàn chỉnh|hoàn thành|sửa đổi|bổ sung|thay thế|điều chỉnh|lập|phê duyệt|soạn thảo|đề xuất|thông qua|công bố|cập nhật|thiết lập|dự thảo|cụ thể hóa thành';
/** `xây dựng` … as an order; not in `Sở Xây dựng`, `vốn xây dựng cơ bản`, `đã ban hành`. */
const START = new RegExp(`(?<![\\p{L}])(?:${VERB})(?![\\p{L}])`, 'giu');
const NOT_ORDER = /(?:Sở|Bộ|ngành|vốn|đầu tư|được|đã|do|trong|quy hoạch|vật liệu)\s$/iu;
/** From the verb to the thing: further verbs, bodies that decide, and words of number. */
const BETWEEN = new RegExp(
  `(?:,?\\s(?:và\\s|hoặc\\s)?(?:${VERB}|trình(?:\\s\\p{Lu}[\\p{L}]*(?:\\s[\\p{L}]+){0,6}?)?|tổ chức(?:\\s(?:triển khai|thực hiện)){1,2}|triển khai|thực hiện|rà soát|tham mưu|phê duyệt)){0,4}(?:\\s(?:mới|các|một số|những|hồ sơ|dự thảo|đồng bộ|văn bản|01|0?\\d{1,2})){0,3}\\s`,
  'iuy',
);
const THING = new RegExp(`(?:${NOUN})(?![\\p{L}])`, 'iuy');
/** The name ends where the sentence goes on: a purpose, a time, another order. */
const ORDER =
  'trình|tham mưu|hoàn thành|bảo đảm|đảm bảo|trong đó|đồng thời|tổ chức|báo cáo|gửi|trước|làm|nhất là|tăng cường|đẩy mạnh|nâng cao|phân công|quyết định|bố trí|triển khai|xây dựng|kiểm tra|rà soát|chỉ đạo|kịp thời|chú trọng|tập trung';
const END = new RegExp(
  `[\\n\\t(]|[;.:](?=\\s|$)|\\s(?:để|nhằm|trước|bảo đảm|đảm bảo|sau khi|theo (?:quy định|hướng dẫn|chỉ đạo|đúng)|làm cơ sở|hoàn thành|chậm nhất|trong (?:tháng|quý|năm)|phù hợp|gắn với|và (?:tổ chức|triển khai|chỉ đạo|thực hiện|kiểm tra|đẩy mạnh))(?!\\p{L})|(?<!ương|ộ|uy|ông|uá|iáo|iến|ờ|iải|ành|uyết|ình)\\strình(?!\\p{L})|,\\s(?:${ORDER})(?!\\p{L})`,
  'giu',
);
const NAME_MAX = 240;
/** Only these verbs may have a numbered document for their object: `sửa đổi Quyết định số 53/2018/QĐ-UBND`. */
const AMENDS = /sửa đổi|bổ sung|thay thế|điều chỉnh/i;
const NUMBERED = /^\s(?:số\s)?\d/;

/**
 * The products of one order.
 * Matches `Xây dựng Đề án đẩy mạnh hoạt động xuất khẩu`, `sửa đổi, bổ sung Nghị quyết số 81/2017/NQ-HĐND`.
 * Not `triển khai thực hiện Nghị quyết số 01-NQ/TU`, `Sở Xây dựng`, `theo kế hoạch`.
 */
export function findProducts(text: string): FoundProduct[] {
  const found: FoundProduct[] = [];
  START.lastIndex = 0;
  for (let m = START.exec(text); m !== null; m = START.exec(text)) {
    if (NOT_ORDER.test(text.slice(Math.max(0, m.index - 12), m.index))) continue;
    const verbEnd = m.index + m[0].length;
    BETWEEN.lastIndex = verbEnd;
    const between = BETWEEN.exec(text);
    if (between === null) continue;
    const at = verbEnd + between[0].length;
    THING.lastIndex = at;
    const thing = THING.exec(text);
    if (thing === null) continue;
    const nounEnd = at + thing[0].length;
    const after = text.slice(nounEnd, nounEnd + NAME_MAX);
    // `hoàn thành kế hoạch năm 2021` fulfils a plan, it makes none.
    if (/^hoàn thành$/i.test(m[0]) && between[0].trim() === '' && /^(?:kế hoạch|chương trình|dự án)$/i.test(thing[0]))
      continue;
    if (NUMBERED.test(after) && !AMENDS.test(text.slice(m.index, at))) continue;
    END.lastIndex = 0;
    const stop = END.exec(after);
    const limit = stop?.index ?? lastWord(after);
    const end = nounEnd + after.slice(0, limit).trimEnd().length;
    found.push({ start: at, end, kind: KIND.get(thing[0].toLowerCase()) ?? 'other' });
    START.lastIndex = Math.max(START.lastIndex, end);
  }
  return found;
}

/** Where the last whole word of a cut-off name ends. */
function lastWord(after: string): number {
  if (after.length < NAME_MAX) return after.length;
  const space = after.lastIndexOf(' ');
  return space < 0 ? after.length : space;
}

/**
 * Loại văn bản: the type words of documents that other documents cite.
 */

/** Longer forms first: the longest that stands at the place is the type. */
const TYPES = [
  'Chương trình hành động',
  'Chương trình công tác',
  'Chương trình phối hợp',
  'Chương trình',
  'Kế hoạch hành động',
  'Kế hoạch liên tịch',
  'Kế hoạch phối hợp',
  'Kế hoạch liên ngành',
  'Kế hoạch',
  'Nghị quyết liên tịch',
  'Nghị quyết',
  'Nghị định',
  'Quyết định',
  'Chỉ thị',
  'Thông tư liên tịch',
  'Thông tư',
  'Thông tri',
  'Thông báo kết luận',
  'Thông báo',
  'Thông cáo',
  'Kết luận thanh tra',
  'Kết luận',
  'Báo cáo thẩm tra',
  'Báo cáo thẩm định',
  'Báo cáo',
  'Tờ trình',
  'Công văn',
  'Công điện',
  'Công thư',
  'Văn bản hợp nhất',
  'Văn bản thẩm định',
  'Văn bản',
  'Hướng dẫn liên ngành',
  'Hướng dẫn liên tịch',
  'Hướng dẫn',
  'Quy định',
  'Qui định',
  'Quy chế phối hợp',
  'Quy chế',
  'Qui chế',
  'Điều lệ',
  'Nội quy',
  'Hiến pháp',
  'Bộ luật',
  'Luật',
  'Pháp lệnh',
  'Sắc lệnh',
  'Lệnh',
  'Đề án',
  'Đề cương',
  'Phương án',
  'Chiến lược',
  'Quy hoạch',
  'Biên bản ghi nhớ',
  'Biên bản',
  'Thỏa thuận',
  'Thoả thuận',
  'Giấy mời',
  'Phiếu trình',
  'Phiếu gửi',
  'Hợp đồng',
  'Danh mục',
] as const;

/** Types by their first word, in lower case, longest first. */
const BY_HEAD = new Map<string, string[]>();
for (const type of TYPES) {
  const key = type.toLowerCase();
  const head = key.split(' ')[0] as string;
  BY_HEAD.set(head, [...(BY_HEAD.get(head) ?? []), key]);
}
for (const list of BY_HEAD.values()) list.sort((a, b) => b.length - a.length);

/** First words of the types; a cheap anchor, checked in full by `typeAt`. */
export const TYPE_WORD =
  /Nghị |nghị |NGHỊ|Quyết |quyết đ|QUYẾT Đ|Chỉ th|chỉ th|CHỈ TH|Kết l|kết l|KẾT L|Thông (?:t|b|c)|thông (?:t|b|c)|THÔNG (?:T|B|C)|Chương t|chương t|CHƯƠNG T|Kế h|kế h|KẾ H|Công (?:v|đ|t)|công (?:v|đ|t)|CÔNG (?:V|Đ)|Văn b|văn b|VĂN B|Tờ t|tờ t|TỜ T|Báo c|báo c|BÁO C|Hướng d|hướng d|HƯỚNG D|Quy |quy |QUY |Qui |Luật|LUẬT|Bộ l|bộ l|BỘ L|Pháp l|PHÁP L|Điều l|ĐIỀU L|Lệnh|Sắc l|Hiến p|HIẾN P|Đề (?:á|c)|đề á|ĐỀ Á|Phương á|Chiến l|Biên b|Tho[ảả]|Thỏa |Giấy m|giấy m|Phiếu |Hợp đ|Nội q|Danh m/g;

/** What may stand between the type and its number: `Kết luận liên ngành tư pháp Trung ương số 23/KL-LNTPTW`. */
const JOINT = /\s{1,3}((?:liên ngành|liên tịch)(?:\s{1,3}[\p{L}-]{1,12}){0,8}?)(?=\s{1,3}số\s)/iuy;

export interface TypeMatch {
  /** With a capital first letter, the rest in lower case unless a law's. */
  readonly type: string;
  readonly end: number;
  /** The bodies named inside the type, when there are any. */
  readonly issuer: string | null;
}

/** `QUYẾT ĐỊNH` → `Quyết định`. */
export function sentenceCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.slice(0, 1).toUpperCase() + lower.slice(1);
}

/**
 * The type word at `at`, the longest that stands there as whole words.
 * Matches `Chương trình hành động số …`, `công văn số …`; not `Luật` inside `Pháp Luật`, `quyết địnhs`.
 */
export function typeAt(text: string, at: number): TypeMatch | null {
  if (at > 0 && /[\p{L}\d]/u.test(text[at - 1] as string)) return null;
  const window = text
    .slice(at, at + 40)
    .toLowerCase()
    .replace(/\s/g, ' ');
  const head = /^[^\s]+/.exec(window)?.[0] ?? '';
  for (const type of BY_HEAD.get(head.replace(/[,.;:)]+$/, '')) ?? []) {
    if (!window.startsWith(type) || /[\p{L}\d]/u.test(window[type.length] ?? '')) continue;
    const end = at + type.length;
    JOINT.lastIndex = end;
    const joint = JOINT.exec(text);
    if (joint !== null) {
      const issuer = (joint[1] as string).replace(/\s+/g, ' ');
      return { type: sentenceCase(type), end: end + joint[0].length, issuer };
    }
    return { type: sentenceCase(type), end, issuer: null };
  }
  return null;
}

/** Codes of the types (NĐ 30/2020 Phụ lục III; HD 36-HD/VPTW). */
const CODES: Readonly<Record<string, RegExp>> = {
  'báo cáo': /BC/,
  'tờ trình': /TTr/i,
  'nghị quyết': /NQ/,
  'quyết định': /QĐ/,
  'kế hoạch': /KH/,
  'chương trình': /CTr|CT/,
  'chỉ thị': /CT/,
  'kết luận': /KL/,
  'thông báo': /TB/,
  'đề án': /ĐA/,
  'hướng dẫn': /HD/,
  'công văn': /CV|UBND/,
};

/** Is the code of the number that of the type? `Báo cáo`, `218/BC-UBND`; not `Báo cáo`, `12/NQ-HĐND`. */
export function codeFits(type: string, symbol: string): boolean {
  const lower = type.toLowerCase();
  const code = Object.entries(CODES).find(([name]) => lower.startsWith(name))?.[1];
  return code !== undefined && new RegExp(`[/-](?:${code.source})(?![A-ZĐa-z])`, code.flags).test(symbol);
}

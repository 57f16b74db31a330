/**
 * Words of the form of documents (NĐ 30/2020 Phụ lục I; HD 36-HD/VPTW): types, bodies and titles, and how words
 * printed in capitals are written in a sentence.
 */
import { listProvinces } from '#catalogue/provinces.ts';

/** Types that a document's own heading may bear, longest first. */
export const HEADING_TYPES = [
  'chương trình hành động',
  'chương trình công tác',
  'chương trình',
  'nghị quyết liên tịch',
  'nghị quyết',
  'nghị định',
  'quyết định',
  'chỉ thị',
  'kế hoạch hành động',
  'kế hoạch',
  'kết luận',
  'thông báo kết luận',
  'thông báo',
  'thông tư',
  'thông tri',
  'báo cáo',
  'tờ trình',
  'hướng dẫn',
  'quy định',
  'quy chế',
  'đề án',
  'phương án',
  'dự án',
  'công điện',
  'công văn',
  'kết luận thanh tra',
  'thông cáo',
  'lời kêu gọi',
  'đề cương',
].sort((a, b) => b.length - a.length);

const upper = HEADING_TYPES.map((t) => t.toUpperCase()).join('|');
const capital = HEADING_TYPES.map((t) => t.slice(0, 1).toUpperCase() + t.slice(1)).join('|');
const DRAFT = '(?:\\(?(?:DỰ THẢO|Dự thảo)\\)?[\\s:.-]{1,4})?';
/** A heading in capitals: `NGHỊ QUYẾT`, `DỰ THẢO BÁO CÁO`, also with the title after it. */
export const TYPE_CAPS = new RegExp(`^${DRAFT}(${upper})(?![\\p{L}\\d])[\\s:.*]{0,4}`, 'u');
/** A heading of a sentence: `Nghị quyết về kế hoạch …`, `Kế hoạch Triển khai thực hiện Chỉ thị …`. */
export const TYPE_SENTENCE = new RegExp(
  `^${DRAFT}(${capital})\\s{1,3}(?=(?:[Vv]ề|V/v|[Cc]ủa|[Bb]an hành|[Pp]hê duyệt|[Tt]hông qua|[Qq]uy định|[Đđ]iều chỉnh|[Ss]ửa đổi|[Bb]ổ sung|[Tt]riển khai|[Tt]hực hiện|[Tt]ăng cường|[Gg]iao)\\s)`,
  'u',
);

/** A heading of small letters on a line of its own: `Nghị quyết ⏎ Về phát triển …`. */
export const TYPE_LINE = new RegExp(`^(${capital})$`, 'u');

/** Bodies as they are printed in capitals in a header or a signature. */
export const ORG_CAPS =
  /^(?:Ủ?Y BAN|UỶ BAN|ỦY BAN|HỘI ĐỒNG|BAN (?!HÀNH)|BỘ |SỞ |CHÍNH PHỦ|THỦ TƯỚNG|VĂN PHÒNG|TỈNH (?:ỦY|UỶ)|THÀNH (?:ỦY|UỶ)|HUYỆN (?:ỦY|UỶ)|QUỐC HỘI|THANH TRA|CÔNG AN|TỔNG CỤC|CỤC |CHI CỤC|UBND|HĐND|BCH|ĐẢNG (?:ỦY|UỶ|BỘ|ĐOÀN)|TÒA ÁN|VIỆN |NGÂN HÀNG|KIỂM TOÁN|MẶT TRẬN|LIÊN |TỈNH |THÀNH PHỐ |HUYỆN |THỊ XÃ |CHỦ TỊCH|BỘ TRƯỞNG|KH[ÓO]Á?A? |KHOÁ |KỲ HỌP|HỘI NGHỊ|ĐẠI HỘI)/;

/** Titles of those who sign, longest first. */
export const TITLES = [
  'phó chủ tịch thường trực',
  'phó chủ tịch',
  'quyền chủ tịch',
  'q. chủ tịch',
  'chủ tịch',
  'phó bí thư thường trực',
  'phó bí thư',
  'bí thư',
  'phó thủ tướng thường trực',
  'phó thủ tướng',
  'thủ tướng',
  'bộ trưởng',
  'thứ trưởng thường trực',
  'thứ trưởng',
  'phó chủ nhiệm',
  'chủ nhiệm',
  'phó chánh văn phòng',
  'chánh văn phòng',
  'phó giám đốc',
  'giám đốc',
  'phó trưởng ban thường trực',
  'phó trưởng ban',
  'trưởng ban',
  'phó tổng thư ký',
  'tổng thư ký',
  'tổng bí thư',
  'ủy viên thường trực',
  'phó cục trưởng',
  'cục trưởng',
  'phó chánh thanh tra',
  'chánh thanh tra',
  'phó trưởng phòng',
  'trưởng phòng',
] as const;

/** `PHÓ CHỦ TỊCH` → `Phó Chủ tịch`; `BÍ THƯ` → `Bí thư`. */
export function titleCase(title: string): string {
  const lower = title.toLowerCase().replace(/\s+/g, ' ').trim();
  const cap = (s: string): string => s.slice(0, 1).toUpperCase() + s.slice(1);
  if (lower === 'tổng bí thư') return 'Tổng Bí thư';
  return lower.startsWith('phó ') ? `Phó ${cap(lower.slice(4))}` : cap(lower);
}

/** Names and bodies that keep their capitals inside a sentence, in lower case → as written. */
const PROPER: readonly (readonly [RegExp, string])[] = (
  [
    'Chính phủ',
    'Thủ tướng Chính phủ',
    'Phó Thủ tướng',
    'Thủ tướng',
    'Bộ Chính trị',
    'Ban Bí thư',
    'Ban Chấp hành',
    'Đảng bộ',
    'Ban Thường vụ',
    'Tỉnh ủy',
    'Thành ủy',
    'Huyện ủy',
    'Thị ủy',
    'Đảng ủy',
    'Trung ương',
    'Quốc hội',
    'Hội đồng nhân dân',
    'Ủy ban nhân dân',
    'Mặt trận Tổ quốc',
    'Việt Nam',
    'Nghị quyết',
    'Chương trình mục tiêu quốc gia',
    'Chương trình hành động',
    'Chỉ thị',
    'Kết luận',
    'Đảng',
    'Nhà nước',
  ] as const
).map((name) => [new RegExp(`(?<!\\p{L})${name.toLowerCase()}(?!\\p{L})`, 'gu'), name] as const);

const PROVINCES: readonly (readonly [RegExp, string])[] = [
  ...new Set(listProvinces().flatMap((p) => [p.name, ...p.names.map((n) => n.text)])),
].map(
  (name) =>
    [
      new RegExp(`(?<!\\p{L})${name.toLowerCase().replace(/\s*[-–]\s*/g, '\\s*[-–]\\s*')}(?!\\p{L})`, 'gu'),
      name,
    ] as const,
);

/** Gives provinces their capitals back: `tỉnh hải dương` → `tỉnh Hải Dương`. */
export function capitalProvinces(text: string): string {
  let out = text;
  for (const [pattern, name] of PROVINCES) out = out.replace(pattern, name);
  return out;
}

/** What ministries and departments are for, as their names write it, longest first. */
const SECTORS = [
  'Nội vụ',
  'Ngoại vụ',
  'Tài chính',
  'Tư pháp',
  'Công Thương',
  'Kế hoạch và Đầu tư',
  'Giáo dục và Đào tạo',
  'Khoa học và Công nghệ',
  'Nông nghiệp và Phát triển nông thôn',
  'Nông nghiệp và Môi trường',
  'Tài nguyên và Môi trường',
  'Lao động - Thương binh và Xã hội',
  'Lao động, Thương binh và Xã hội',
  'Văn hóa, Thể thao và Du lịch',
  'Văn hóa và Thể thao',
  'Thông tin và Truyền thông',
  'Dân tộc và Tôn giáo',
  'Giao thông vận tải',
  'Xây dựng',
  'Y tế',
  'Quốc phòng',
  'Công an',
  'Ngoại giao',
  'Du lịch',
].sort((a, b) => b.length - a.length);
const SECTOR_BY_LOWER = new Map(SECTORS.map((name) => [name.toLowerCase(), name]));
/** `bộ nội vụ` → `Bộ Nội vụ`. */
const SECTOR = new RegExp(
  `(?<!\\p{L})(bộ|sở) (${SECTORS.map((name) => name.toLowerCase()).join('|')})(?!\\p{L})`,
  'gu',
);

/** A number keeps its code: `15-nq/tw` → `15-NQ/TW`, `12/qđ-ttg` → `12/QĐ-TTg`. */
const CODED = /(?<![\p{L}\d])\d{1,5}(?:\/\d{4})?[-/]\p{Ll}{2,6}\d{0,2}(?:[-/]\p{Ll}{2,8}\d{0,2})*(?![\p{L}\d])/gu;

function codeCase(symbol: string): string {
  return symbol
    .toUpperCase()
    .replace(/TTG(?![A-Z])/, 'TTg')
    .replace(/TTR(?![A-Z])/, 'TTr')
    .replace(/CTR(?![A-Z])/, 'CTr');
}

/** Words in capitals as a sentence would have them: `ỦY BAN NHÂN DÂN TỈNH BẮC NINH` → `Ủy ban nhân dân tỉnh Bắc Ninh`. */
export function fromCapitals(text: string): string {
  let out = text.toLowerCase().replace(/\s+/g, ' ').trim();
  for (const [pattern, name] of PROPER) out = out.replace(pattern, name);
  out = capitalProvinces(out).replace(/(?<!\p{L})[ivx]{2,6}(?!\p{L})/gu, (m) => m.toUpperCase());
  for (const short of ['grdp', 'ubnd', 'hđnd', 'covid-19', 'oda', 'fdi', 'gdp']) {
    out = out.replace(new RegExp(`(?<!\\p{L})${short}(?!\\p{L})`, 'gu'), short.toUpperCase());
  }
  out = out.replace(CODED, codeCase);
  out = out.replace(
    SECTOR,
    (_, body: string, sector: string) => `${body === 'bộ' ? 'Bộ' : 'Sở'} ${SECTOR_BY_LOWER.get(sector) ?? sector}`,
  );
  return out.slice(0, 1).toUpperCase() + out.slice(1);
}

/** True when the letters of the text are capitals for the greater part. */
export function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length < 2) return false;
  let caps = 0;
  for (const c of letters) if (c === c.toUpperCase()) caps++;
  return caps / letters.length > 0.85;
}

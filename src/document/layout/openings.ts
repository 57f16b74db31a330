/** How a paragraph, a form or a signature opens: the small grammar that helps where places alone don't tell. */

/** `I.`, `1.1.`, `2)`, `a)`, `đ)`, `-`, `+`, `•`, `(1)`, `Điều 1.`, `Phần thứ nhất`, `Chương II`. */
const LABEL =
  /^(?:[-–—+•▪●○·*◦]$|[-–+•]\p{L}|[IVXLC]{1,6}\s?[.)\-–/]|\d{1,3}(?:\.\d{1,3}){0,4}[.)]?-?$|\d{1,3}(?:\.\d{1,3}){0,4}[.)-]\p{Lu}|[a-zđ]\d?[.)]|\(\d{1,3}\)|\([a-zđ]\)|[A-ZĐ][.)]$|\[\d{1,3}\]|[*]{1,3}$)/u;
const NAMED = /^(?:Điều|ĐIỀU|Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Phụ|PHỤ|Biểu|BIỂU|Khoản)$/u;
const NAMED_NUMBER = /^(?:[\dIVXLC]+|thứ|THỨ|lục|LỤC|số|SỐ)[.:]?$/u;
const FORM_OPENS = /^(?:Nơi nhận|NƠI NHẬN|Kính gửi|Căn cứ\s)/u;

/** True when the words open with a label that paragraphs open with. */
export function opensWithLabel(words: readonly { readonly text: string }[]): boolean {
  const first = words[0]?.text ?? '';
  const second = words[1]?.text ?? '';
  if (NAMED.test(first)) return NAMED_NUMBER.test(second);
  // `5 xã` opens a wrapped line; `5. Xã`, `5.1 Xã` a paragraph. A year or a sum is no label.
  if (/^\d{1,3}(?:\.\d{1,3}){0,4}$/.test(first)) return /^\d{1,2}(?:\.\d{1,2}){1,4}$/.test(first) || second === '-';
  return LABEL.test(first);
}

/** Number of words that the label takes. */
export function labelLength(words: readonly { readonly text: string }[]): number {
  if (!opensWithLabel(words)) return 0;
  return NAMED.test(words[0]?.text ?? '') ? 2 : 1;
}

export function opensForm(text: string): boolean {
  return FORM_OPENS.test(text);
}

/** A dash or other sign that opens an item of a list. */
export function opensWithBullet(text: string): boolean {
  return /^[-–—+•▪●○·◦]\s?(?:[“"(]?\p{Lu}|$)/u.test(text);
}

const TERMINAL = /[.;:!?…][”"’)\]»]*$/u;

/** A sentence or an item ends here. */
export function isTerminated(text: string): boolean {
  return TERMINAL.test(text);
}

export function opensSmall(text: string): boolean {
  return /^[“"‘'([]?\p{Ll}/u.test(text);
}

/** Letters in capitals for the greater part. */
export function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length < 2) return false;
  let capitals = 0;
  for (const letter of letters) if (letter === letter.toUpperCase()) capitals++;
  return capitals > 0.8 * letters.length;
}

/** A dash or a stroke at the end of a line belongs to the word: `QĐ-` ⏎ `UBND`, `144/` ⏎ `KH-UBND`. */
export function endsGlued(word: string): boolean {
  return /[\p{L}\p{N})][-–‑/]$/u.test(word) && !/^[-–/]+$/.test(word);
}

const MOTTO =
  /CỘNG H(?:ÒA|OÀ) XÃ HỘI|CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s?[-–]\s?Tự do|^Độc lập|Tự do\s?[-–]\s?Hạnh phúc/u;
const DATED = /ngày[\s\d.…_]{0,14}tháng[\s\d.…_]{0,14}năm/iu;
const NUMBERED = /^S[ốỐ]\s{0,2}:?(?=[\s\d.…_/:-])/u;

/** A line of the two-column head of a document (quốc hiệu, số, ngày). */
export function isHeadLine(text: string): boolean {
  return MOTTO.test(text) || NUMBERED.test(text) || (DATED.test(text) && text.length < 70);
}

export function isMotto(text: string): boolean {
  return MOTTO.test(text);
}

const SIGNS =
  /^(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|T\/UQ|Q)[./ ]\s?\p{Lu}|^(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|BỘ TRƯỞNG|THỨ TRƯỞNG|CHỦ NHIỆM|CỤC TRƯỞNG|TRƯỞNG PHÒNG|HIỆU TRƯỞNG|CHÁNH THANH TRA)(?:\s\p{Lu}+){0,4}$|^THỦ TƯỚNG$|^TRƯỞNG ĐOÀN$/u;
const RECIPIENTS = /^(?:Nơi|NƠI)\s(?:nhận|NHẬN|gửi|GỬI)/u;

/** A line of the signature (`TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`) or the head of the recipients beside it. */
export function isSignatureLine(text: string): boolean {
  return SIGNS.test(text) || RECIPIENTS.test(text);
}

export function opensRecipients(text: string): boolean {
  return RECIPIENTS.test(text);
}

const TYPES =
  /^(?:DỰ THẢO\s)?(?:NGHỊ QUYẾT|NGHỊ ĐỊNH|QUYẾT ĐỊNH|CHỈ THỊ|KẾ HOẠCH|CHƯƠNG TRÌNH|KẾT LUẬN|THÔNG BÁO|THÔNG TƯ|THÔNG TRI|BÁO CÁO|TỜ TRÌNH|HƯỚNG DẪN|QUY ĐỊNH|QUY CHẾ|ĐỀ ÁN|PHƯƠNG ÁN|DỰ ÁN|CÔNG ĐIỆN|ĐỀ CƯƠNG|BIÊN BẢN|GIẤY MỜI|QUYẾT NGHỊ\s?:?|QUYẾT ĐỊNH\s?:|SAO LỤC|SAO Y)$/u;
const PART =
  /^(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Phụ lục|PHỤ LỤC|Biểu số|BIỂU SỐ|Điều|ĐIỀU)(?:\s(?:thứ|THỨ)\s\p{L}+|\s[\dIVXLCA-Z]+)?[.:]?$/u;

/** A centred line that stands for itself: the type of the document, the number of a part. */
export function standsAlone(text: string): boolean {
  return TYPES.test(text) || PART.test(text);
}

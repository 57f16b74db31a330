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

/** Without accents, which recognition gets wrong first; capitals stay. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/[ĐÐ]/g, 'D');
}

const MOTTO =
  /CONG HOA XA HOI|CHU NGHIA VIET NAM|DANG CONG SAN VIET NAM|^Doc lap\s?[-–]|Doc lap\s?[-–]\s?Tu do|Tu do\s?[-–]\s?Hanh phuc/;
const DATED = /ngay[\s\d.…_]{0,14}thang[\s\d.…_]{0,14}nam/i;
const NUMBERED = /^S[oO]\s{0,2}:?(?=[\s\d.…_/:-])/;

/** A line of the two-column head of a document (quốc hiệu, số, ngày). */
export function isHeadLine(text: string): boolean {
  if (text.length > 90) return false;
  const plain = fold(text);
  return MOTTO.test(plain) || NUMBERED.test(plain) || (DATED.test(plain) && text.length < 70);
}

export function isMotto(text: string): boolean {
  return text.length < 90 && MOTTO.test(fold(text));
}

const SIGNS =
  /^(?:T{1,2}M|T{1,2}\/M|KT|K\/T|TL|T\/L|TUQ|T\/UQ|Q)[./ ]\s?[A-Z]|^(?:PHO )?(?:CHU TICH|BI THU|GIAM DOC|CHANH VAN PHONG|TRUONG BAN|BO TRUONG|THU TRUONG|CHU NHIEM|CUC TRUONG|TRUONG PHONG|HIEU TRUONG|CHANH THANH TRA)(?:\s[A-Z]+){0,4}$|^THU TUONG$|^TRUONG DOAN$/;
const RECIPIENTS = /^N[oO0][iI]\s(?:nhan|NHAN|gui|GUI)(?!\p{L})|^N[oO0]i nh\p{L}{1,2}[:;.?]?$/u;

/** A line of the signature (`TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`) or the head of the recipients beside it. */
export function isSignatureLine(text: string): boolean {
  if (text.length > 90) return false;
  const plain = fold(text);
  return SIGNS.test(plain) || RECIPIENTS.test(plain);
}

export function opensRecipients(text: string): boolean {
  return RECIPIENTS.test(fold(text.slice(0, 20)));
}

const TYPES =
  /^(?:DỰ THẢO\s)?(?:NGHỊ QUYẾT|NGHỊ ĐỊNH|QUYẾT ĐỊNH|CHỈ THỊ|KẾ HOẠCH|CHƯƠNG TRÌNH|KẾT LUẬN|THÔNG BÁO|THÔNG TƯ|THÔNG TRI|BÁO CÁO|TỜ TRÌNH|HƯỚNG DẪN|QUY ĐỊNH|QUY CHẾ|ĐỀ ÁN|PHƯƠNG ÁN|DỰ ÁN|CÔNG ĐIỆN|ĐỀ CƯƠNG|BIÊN BẢN|GIẤY MỜI|QUYẾT NGHỊ\s?:?|QUYẾT ĐỊNH\s?:|SAO LỤC|SAO Y)$/u;
const PART =
  /^(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Phụ lục|PHỤ LỤC|Phụ Lục|Biểu số|BIỂU SỐ|Điều|ĐIỀU)(?:\s(?:thứ|THỨ)\s\p{L}+|\s[\dIVXLCA-Z]+)?[.:]?$/u;

/** A centred line that stands for itself: the type of the document, the number of a part. */
export function standsAlone(text: string): boolean {
  return TYPES.test(text) || PART.test(text);
}

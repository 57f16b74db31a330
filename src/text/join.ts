/** Whether a line goes on where the one before it broke off: hard wraps and page breaks. */

/** What opens a new block of its own: list marks, numbers, headings of parts, the recipients, a signature. */
const MARKER =
  /^(?:[-–—•+▪●○·*]\s*\S|\d{1,3}(?:\.\s?\d{1,3}){0,4}\s?(?:[.)]|[-–]\s|:\s)|\d{1,2}(?:\.\d{1,2}){1,4}\s|\(\d{1,3}\)|[a-zđ]\d?\s?[.)]|[IVXLC]{1,6}\s?[.\-–)/]|[A-ZĐ]\.\s|(?:Điều|ĐIỀU|Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Phụ lục|PHỤ LỤC|Biểu|BIỂU|Khoản)\s+[\dIVXLC]+\b|(?:Phần|PHẦN)\s+(?:thứ|THỨ)|Nơi nhận|NƠI NHẬN|Căn cứ\s|Kính gửi)/u;
const SIGNATURE = /^(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|T\/UQ)[./ ]|^(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|BÍ THƯ|PHÓ BÍ THƯ)$/;
const TERMINAL = /[.;:!?…]["”’)\]]?$/;
const HALF_OPEN =
  /(?:[,(/“]|[-–]|(?:^|\s)(?:và|của|với|các|những|về|trong|để|cho|từ|đến|theo|là|tại|do|hoặc|gồm|bằng|trên|được))$/u;
const LOWER = /^["“(]?\p{Ll}/u;
const ALL_CAPS = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;

export function startsBlock(text: string): boolean {
  return MARKER.test(text) || SIGNATURE.test(text);
}

export function isTerminated(text: string): boolean {
  return TERMINAL.test(text);
}

export function isAllCaps(text: string): boolean {
  return ALL_CAPS.test(text);
}

/** How the document's lines were broken. */
export interface Wrapping {
  /** True when long paragraphs were cut at a fixed width. */
  readonly wrapped: boolean;
  /** True when its paragraphs are parted by blank lines. */
  readonly spaced: boolean;
}

/** Looks at the lengths of the text lines of a whole document. */
export function detectWrapping(lengths: readonly number[], blanks: number): Wrapping {
  const long = lengths.filter((n) => n > 20);
  if (long.length < 12) return { wrapped: false, spaced: blanks > 0 };
  const sorted = [...long].sort((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] as number;
  return { wrapped: p95 <= 125 && (sorted.at(-1) as number) <= 260, spaced: blanks * 10 > lengths.length };
}

/** Where a line stands against the one before it. */
export interface Gap {
  /** Blank lines between. */
  readonly blanks: number;
  /** The words so far of the block that may go on. */
  readonly before: string;
  /** The last physical line of that block. */
  readonly beforeLine: string;
  /** The line that may continue it. */
  readonly after: string;
}

/** A date line cut after its `ngày`. */
const DATE_CUT = /(?:^|,\s*)ngày$/i;

/** `… xây dựng nông thôn` ⏎ `mới (NTM) đạt` joins; `Nhiệm vụ chủ yếu` ⏎ `Tập trung …` does not. */
export function continues(gap: Gap, wrapping: Wrapping): boolean {
  const { before, after, blanks, beforeLine } = gap;
  if (before.length === 0) return false;
  if (SIGNATURE.test(after) || SIGNATURE.test(beforeLine)) return false;
  const terminated = isTerminated(before);
  // `Cần Thơ, ngày` ⏎ `17 tháng 11 năm 2025`
  if (blanks === 0 && DATE_CUT.test(before) && /^\d{1,2}\s+tháng/i.test(after)) return true;
  const lower = LOWER.test(after);
  if (startsBlock(after)) {
    // Where paragraphs are parted by blank lines, a line right below an unfinished one belongs to it.
    if (
      wrapping.wrapped &&
      wrapping.spaced &&
      blanks === 0 &&
      !terminated &&
      !/^Nơi nhận|^(?:Điều|Phần|Chương)\s/i.test(after)
    ) {
      return (
        before.length > 12 && (!/^[-–+•]\s*\p{Lu}/u.test(after) || (beforeLine.length >= 40 && !/,$/.test(before)))
      );
    }
    // A wrap can fall before a dash or a number: "phát triển kinh tế ⏎ - xã hội".
    return (
      wrapping.wrapped &&
      blanks === 0 &&
      !terminated &&
      beforeLine.length > 40 &&
      /^(?:[-–]\s*\p{Ll}|\d{1,3}\.\d{3}\b)/u.test(after)
    );
  }
  if (blanks === 0 && wrapping.wrapped && wrapping.spaced) {
    if (/^Nơi nhận/i.test(before)) return lower;
    return true;
  }
  if (blanks === 0) {
    if (lower) return !terminated || /[;,]$/.test(before);
    return wrapping.wrapped && !terminated && beforeLine.length > 45 && (!isAllCaps(before) || isAllCaps(after));
  }
  if (blanks > 3 || terminated) return false;
  if (isAllCaps(before)) return false;
  if (lower) return before.length > 20;
  if (/(?:^|\s)số$/i.test(before)) return /^\d/.test(after);
  return HALF_OPEN.test(before) && before.length > 60;
}

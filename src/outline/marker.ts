/** List marks and numbers at the head of a paragraph: `Phần thứ nhất`, `Điều 2.`, `III -`, `2.1-`, `a)`, `(15)`, `-`, `- +`. */

export type MarkerKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'annex'
  | 'article'
  | 'upper'
  | 'roman'
  | 'decimal'
  | 'letter'
  | 'paren'
  | 'dash'
  | 'plus';

export interface Marker {
  readonly kind: MarkerKind;
  /** The label as it is cited: `III`, `Điều 2`, `2.1`, `đ`, `15`, `-`, `+`. */
  readonly label: string;
  /** Units up to the text after the marker. */
  readonly length: number;
  /** Depth in the order of levels; smaller is higher. */
  readonly rank: number;
}

const NAMED =
  /^((Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Phụ lục|PHỤ LỤC|Biểu|BIỂU|Điều|ĐIỀU)\s+(?:(?:thứ|THỨ|số|SỐ)\s+)?([\dIVXLC]+|[A-ZĐ](?![\p{L}])|nhất|hai|ba|tư|bốn|năm|sáu|bảy|NHẤT|HAI|BA|TƯ|NĂM|SÁU|BẢY)(?![\p{L}\d]))\s*[.:\-–]?\s*/u;
const NAMED_RANK: Readonly<Record<string, readonly [MarkerKind, number]>> = {
  phần: ['part', 1],
  'phụ lục': ['annex', 0],
  biểu: ['annex', 0],
  chương: ['chapter', 2],
  mục: ['section', 3],
  'tiểu mục': ['section', 3.5],
  điều: ['article', 4],
};
const ROMAN = /^([IVX][IVXivx]{0,5}|[LC][IVX]{0,4})\s?[.)\-–/](?:\s?[-–])?\s*(?=\S)/;
const UPPER = /^([A-ZĐ])\s?[.)\-–]\s+(?=\S)/;
const DECIMAL =
  /^(\d{1,3}(?:\.\s?\d{1,3}){0,4})(?:\s?[.)](?!\d)|\s?[-–](?=\s)|\s?:(?=\s)|(?<=\.\d{1,3})(?=\s\s?\p{Lu}))\s*(?=\S)/u;
const PAREN = /^\((\d{1,3})\)?\s*(?=\S)/;
const LETTER = /^([a-zđ]\d?)\s?[.)]\s*(?=\S)/;
const LETTER_NUMBER = /^([a-zđ]\.\s?\d{1,2})\s?[.)]\s*(?=\S)/;
const DASH = /^(?:[-–—•●▪○·](?:\s*[-–•])?)\s*(?=\S)/;
const PLUS = /^(?:[-–]\s*)?\+\s*(?=\S)/;

const ROMAN_VALUE = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/;

/** The marker that a paragraph opens with, or null. */
export function readMarker(text: string): Marker | null {
  const first = text.charCodeAt(0);
  // A cheap way out: most paragraphs open with a capital letter that is followed by a small one.
  const named = NAMED.exec(text);
  if (named) {
    const entry = NAMED_RANK[(named[2] as string).toLowerCase()];
    if (entry && plausibleNamed(named, text)) {
      return {
        kind: entry[0],
        label: (named[1] as string).replace(/\s+/g, ' '),
        length: named[0].length,
        rank: entry[1],
      };
    }
  }
  const plus = PLUS.exec(text);
  if (plus) return { kind: 'plus', label: '+', length: plus[0].length, rank: 32 };
  const dash = DASH.exec(text);
  if (dash) return dashMarker(text, dash[0].length);
  if (first === 40) {
    const paren = PAREN.exec(text);
    if (paren) return { kind: 'paren', label: paren[1] as string, length: paren[0].length, rank: 24 };
  }
  // `V/v phê duyệt Đề án` is a title.
  const roman = /^V\/v(?![\p{L}])/u.test(text) ? null : ROMAN.exec(text);
  if (roman && ROMAN_VALUE.test((roman[1] as string).toUpperCase())) {
    return { kind: 'roman', label: (roman[1] as string).toUpperCase(), length: roman[0].length, rank: 6 };
  }
  const upper = UPPER.exec(text);
  if (upper) return { kind: 'upper', label: upper[1] as string, length: upper[0].length, rank: 5 };
  const decimal = DECIMAL.exec(text);
  if (decimal) {
    const label = (decimal[1] as string).replace(/\s/g, '');
    const depth = label.split('.').length;
    return { kind: 'decimal', label, length: decimal[0].length, rank: 10 + depth };
  }
  const pair = LETTER_NUMBER.exec(text);
  if (pair) return { kind: 'letter', label: (pair[1] as string).replace(/\s/g, ''), length: pair[0].length, rank: 23 };
  const letter = LETTER.exec(text);
  if (letter) {
    const label = letter[1] as string;
    return { kind: 'letter', label, length: letter[0].length, rank: label.length > 1 ? 23 : 22 };
  }
  return null;
}

/** `Điều 2 của Luật …` and `Mục I.2 nêu trên` inside a sentence are no headings. */
function plausibleNamed(found: RegExpExecArray, text: string): boolean {
  const rest = text.slice(found[0].length, found[0].length + 12);
  return !/^(?:của|và|này|nêu|tại|Luật|Nghị|ở|,)/.test(rest);
}

/** `- 1. Tên` and `- a) Tên`: a dash in front of a number is only an ornament. */
function dashMarker(text: string, length: number): Marker {
  const inner = /^(?:\d{1,2}\.\d{1,2}\.?|\d{1,2}[.)])\s/.exec(text.slice(length));
  if (inner) {
    const label = inner[0].replace(/[.)]?\s$/, '');
    return { kind: 'decimal', label, length: length + inner[0].length, rank: 10 + label.split('.').length };
  }
  return { kind: 'dash', label: '-', length, rank: 30 };
}

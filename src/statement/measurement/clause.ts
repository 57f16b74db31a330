/** Sentences, clauses and brackets around a place of a block's text. A block is walked once, so that it stays linear. */

/** Where a place of a block stands. */
export interface Standing {
  /** Start of the sentence or of the numbered item. */
  readonly sentence: number;
  /** Start of the clause: after the last `;` that no closed bracket holds. */
  readonly clause: number;
  /** Offset of the innermost `(` still open, or -1. */
  readonly paren: number;
}

/** An item's own number parts statements like a full stop: `… 9%; (2) GRDP …`. */
const SENTENCE =
  /[.!?…]["”)]?\s+(?=["“(]?[\p{Lu}\d])|\n|(?:^|[;:.,]\s?|\s)\((?:\d{1,2}\)(?=\s?[\p{L}\d])|\d{1,2}(?=\s\p{Lu}))/gu;

/** Walks a block once, from front to back, and tells at each place asked for where it stands. */
export class ClauseWalk {
  readonly #text: string;
  readonly #starts: number[];
  #next = 0;
  #at = 0;
  #sentence = 0;
  /** Open brackets of the sentence, each with the last `;` seen in it or around it. */
  #open: { paren: number; clause: number }[] = [];
  #clause = 0;

  constructor(text: string) {
    this.#text = text;
    this.#starts = sentenceStarts(text);
  }

  /** Where `place` stands; asked in ascending order. */
  standing(place: number): Standing {
    for (; this.#at < place; this.#at++) {
      this.#startAt(this.#at);
      const code = this.#text.charCodeAt(this.#at);
      if (code === 40) this.#open.push({ paren: this.#at, clause: this.#clause });
      else if (code === 41) this.#clause = this.#open.pop()?.clause ?? this.#clause;
      else if (code === 59) this.#clause = this.#at + 1;
    }
    this.#startAt(place);
    return { sentence: this.#sentence, clause: this.#clause, paren: this.#open.at(-1)?.paren ?? -1 };
  }

  #startAt(place: number): void {
    if (this.#starts[this.#next] !== place) return;
    this.#next++;
    this.#sentence = place;
    this.#clause = place;
    this.#open = [];
  }
}

/** Offsets at which sentences and numbered items begin, ascending, without 0. */
export function sentenceStarts(text: string): number[] {
  const starts: number[] = [];
  SENTENCE.lastIndex = 0;
  for (let found = SENTENCE.exec(text); found !== null; found = SENTENCE.exec(text)) {
    const end = found.index + found[0].length;
    const item = found[0].includes('(');
    if (item ? !isItemMark(text, found.index, found[0]) : found[0] !== '\n' && isAbbreviation(text, found.index))
      continue;
    if (end > 0 && end > (starts.at(-1) ?? 0)) starts.push(end);
  }
  return starts;
}

/** `(12) Duy trì` opens an item; `Việt Trì (12), …` does not. */
function isItemMark(text: string, index: number, mark: string): boolean {
  const after = text.slice(index + mark.length, index + mark.length + 3);
  const before = text.slice(Math.max(0, index - 1), index + 1);
  if (/^\s?[,;.)]/.test(after)) return false;
  return index === 0 || /[;:.,]/.test(mark[0] as string) || /[;:.]\s?$/.test(before) || /^\s/.test(mark);
}

function isAbbreviation(text: string, index: number): boolean {
  return /(?:^|[\s(])(?:TP|TX|TS|ThS|BS|KT|TM|vv|Tr)$/u.test(text.slice(Math.max(0, index - 4), index));
}

const STOP_WORDS = /^\s(?:và|với|có tổng|trong đó)\s/u;
/** What follows no longer says what is counted. */
const PHRASE_ENDS =
  /^[\s,]{1,2}(?:so với|so cùng kỳ|trong đó|nhằm|gắn với|tương đương|tại các (?:huyện|xã|thành|địa phương)|góp phần|phục vụ cho|phù hợp với|theo quy hoạch|theo quy định)(?=\s)/u;

/** End of the noun phrase right of a number: before the next number's own words, `;`, `.`, a closing bracket. */
export function rightPhrase(text: string, from: number, following: number): number {
  let next = following;
  const limit = Math.min(text.length, from + 420);
  let depth = 0;
  let open = -1;
  let comma = -1;
  let conjunction = -1;
  for (let i = from; i < limit; i++) {
    const c = text[i] as string;
    if (c === '(') {
      // `120/150 xã (80%) đạt chuẩn nông thôn mới`: the share in brackets parts no name.
      const aside = text.slice(from, i).trim() === '' ? SHARE.exec(text.slice(i, i + 16)) : null;
      if (aside) {
        i += aside[0].length - 1;
        if (next >= 0 && next <= i) next = nextNumber(text, i, limit);
        continue;
      }
      if (next >= 0 && next > i && next < i + 90 && /^\([^)]{0,14}\d/.test(text.slice(i, i + 18)))
        return trimEnd(text, from, i);
      if (depth === 0) open = i;
      depth++;
    } else if (c === ')') {
      if (depth === 0) return trimEnd(text, from, i);
      depth--;
    } else if (depth > 0) {
      if (next >= 0 && i + 1 >= next) return trimEnd(text, from, open);
      continue;
    } else if (c === ';' || c === '\n' || c === '\t') return trimEnd(text, from, i);
    else if ((c === ' ' || c === ',') && i - from < 400 && PHRASE_ENDS.test(text.slice(i, i + 28))) {
      if (i > from || !/^[\s,]*so/.test(text.slice(i, i + 6))) return trimEnd(text, from, i);
    } else if (c === ',' && text.slice(from, i).trim() === '') return from;
    else if (c === ':') return trimEnd(text, from, Math.max(from, comma > from && comma > i - 40 ? comma : i));
    else if (
      c === '.' &&
      (i + 1 >= text.length || /\s/.test(text[i + 1] as string)) &&
      !/\.\./.test(text.slice(i, i + 2))
    ) {
      return trimEnd(text, from, i);
    } else if (c === ',') comma = i;
    else if (c === ' ' && STOP_WORDS.test(text.slice(i, i + 12))) conjunction = i;
    if (next >= 0 && i + 1 >= next) {
      // The next number's lead-in begins at the last comma or conjunction before it.
      const cut = Math.max(comma, conjunction);
      return trimEnd(text, from, Math.max(cut, from));
    }
  }
  return trimEnd(text, from, limit);
}

/** A share in brackets: `(80%)`, `(đạt 83,4%)`. */
const SHARE = /^\((?:đạt |chiếm |bằng )?\d+(?:,\d+)?\s?%\)/;

function nextNumber(text: string, from: number, limit: number): number {
  const at = text.slice(from, limit).search(/\d/);
  return at < 0 ? -1 : from + at;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[\s,;:–-]/.test(text[end - 1] as string)) end--;
  return end;
}

/** `70.000 tỷ đồng trở lên`. */
export function atLeastAfter(after: string): boolean {
  return /^\s*(?:\([^)]{0,40}\)\s*)?trở lên/.test(after);
}

/** `16,5%/năm giai đoạn 2011 - 2015`: the (last) year of the period named right after the unit. */
export function yearAfter(text: string, at: number): number | null {
  const found = /^\s*(?:trong |cho |vào |đến )?(?:giai đoạn|thời kỳ|năm)\s(?:\d{4}\s?[-–]\s?)?((?:19|20)\d{2})/iu.exec(
    text.slice(at, at + 44),
  );
  return found ? Number(found[1]) : null;
}

/** True when the sentence commits before the number: phấn đấu, đạt, ít nhất … */
export function isCommitted(text: string, sentence: number, at: number): boolean {
  return /phấn đấu|mục tiêu|chỉ tiêu|kế hoạch giao|hoàn thành|đến năm \d{4}|giai đoạn \d{4}/i.test(
    text.slice(Math.max(sentence, at - 260), at),
  );
}

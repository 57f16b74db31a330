/**
 * Viện dẫn: every mention of another document that carries a symbol or a date.
 * A mention is read forward from its type word (`Nghị quyết`, `Tờ trình`, `Luật` …); a symbol that follows another
 * one in a list (`các Nghị quyết số 12/NQ-HĐND, số 13/NQ-HĐND`) takes over the type.
 */
import type { Span } from '#base/span.ts';
import type { Confidence } from '#statement/model.ts';
import { dateAt, fullDate } from '#statement/time/date.ts';
import { type Issuer, issuerAfter, proposerBefore } from './issuer.ts';
import { normalSymbol, readSymbol } from './symbol.ts';
import { codeFits, TYPE_WORD, typeAt } from './type.ts';

export interface FoundCitation extends Span {
  /** The exact substring, up to the symbol, the date or the issuer, whichever comes last. */
  readonly quote: string;
  /** As printed, with a capital first letter, without `số`: `Chương trình hành động`. */
  readonly type: string;
  /** As printed, without spaces. */
  readonly symbol: string | null;
  /** ISO. */
  readonly date: string | null;
  /** The body named for it. */
  readonly issuer: string | null;
  readonly confidence: Readonly<Record<string, Confidence>>;
}

export interface CitationOptions {
  /** The document's own number, as printed in its header (`144/KH-UBND`, blank: `/KH-UBND`). */
  readonly own?: string | null;
  /** Spans in which nothing is a citation: the header's number, a copy mark. */
  readonly exclude?: readonly Span[];
}

interface Draft {
  start: number;
  end: number;
  type: string;
  symbol: string | null;
  date: string | null;
  issuer: string | null;
  confidence: Record<string, Confidence>;
}

const COMMA_DATE = /[\s,]{0,4}(?=ng[àa]y[\s\d])/iy;
const NUMBER_MARK = /[\s(]{0,4}số\s{0,2}:?/iy;
const AND_MARK = /\s{0,2}(?:[,;]|và|,\s{0,2}và)\s{1,3}(?:số\s{1,3})?(?=\d)/iy;
/** `Quyết định 210 của Thủ tướng Chính phủ`; not `Đề án 06`, `Nghị quyết Trung ương 6 khóa XII`. */
const BARE_NUMBER = /\s{1,3}(\d{1,4}(?:\/\d{4})?)(?=\s{1,3}của\s{1,3}\p{Lu})/uy;
const BARE_AFTER_MARK = /\s{0,3}(\d{1,4})(?![\d.,/]|\s{0,2}[-/])/y;
const BARE_TYPES = /^(?:nghị quyết|quyết định|chỉ thị|nghị định|thông tư|kết luận)$/i;
/** Laws and standing rules go by their name and day: `Luật Đầu tư công ngày 13/6/2019`. */
const NAMED_TYPES = /^(?:luật|bộ luật|pháp lệnh|quy chế|quy định|điều lệ|hiến pháp|nội quy)$/i;
/** The longest name between a named type and its number or day. */
const NAME_MAX = 260;
const NAME_STOP = /[;\n\t]|[.:](?=\s|$)/;
/** `(Kèm theo Kế hoạch số … )` under an appendix's title means the document itself. */
const APPENDED = /\((?:ban hành )?kèm theo [^()]{0,60}$/i;
const BLANK_DATE =
  /[\s,]{0,4}ngày[\s.…_]{0,12}\d{0,2}[\s.…_]{0,12}tháng[\s.…_]{0,12}\d{0,2}[\s.…_]{0,8}năm\s{0,4}(?:\d{4})?/iy;
/** `(viết tắt là Chỉ thị 11)`, `(sau đây gọi tắt là …)`: a short name, not a citation. */
const ALIAS = /(?:viết tắt|gọi tắt|gọi chung|gọi)\s(?:là|tắt là)[:\s"“]{1,3}$/i;

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The date right after `at`: `, ngày 14/11/2024`; a blank one (`ngày    tháng 12 năm 2020`) is none. */
function readDate(text: string, at: number): { readonly iso: string; readonly end: number } | null {
  const lead = sticky(COMMA_DATE, text, at);
  if (lead === null) return null;
  const p = dateAt(text, at + lead[0].length);
  const iso = fullDate(p);
  return p === null || iso === null ? null : { iso, end: p.end };
}

/** Reads on from the symbol: date, issuer, or issuer and then date. */
function finish(text: string, draft: Draft): void {
  const date = readDate(text, draft.end);
  if (date !== null) {
    draft.date = date.iso;
    draft.end = date.end;
  }
  // `Tờ trình số       /TTr-UBND, ngày     tháng 12 năm 2020 của Ủy ban nhân dân tỉnh`: the blank day is stepped over.
  const blank = date === null ? sticky(BLANK_DATE, text, draft.end) : null;
  const issuer = issuerAfter(text, draft.end + (blank?.[0].length ?? 0));
  if (issuer === null) return;
  draft.issuer = issuer.name;
  draft.end = issuer.end;
  if (date !== null || blank !== null) return;
  // `Quyết định số 411/QĐ-TTg của Thủ tướng Chính phủ ngày 31/3/2022`
  const late = readDate(text, draft.end);
  if (late !== null) {
    draft.date = late.iso;
    draft.end = late.end;
  }
}

/**
 * The number or the day of a law or rule named in between.
 * Matches `Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ ngày 22/11/2019`, `Luật Đất đai số 31/2024/QH15`.
 * Not `Luật Đất đai và Nghị định số 102/2024/NĐ-CP`.
 */
function readNamed(text: string, draft: Draft, from: number): boolean {
  const window = text.slice(from, from + NAME_MAX);
  const stop = NAME_STOP.exec(window);
  const limit = from + (stop === null ? window.length : stop.index);
  const amending = /^\s{1,3}sửa đổi/i.test(window);
  let at = from;
  while (at < limit) {
    const next = nextMark(text, at, limit);
    if (next === null) return false;
    // Another document begins before the mark: the mark is its own. Only an amending law holds the names of laws.
    TYPE_WORD.lastIndex = at;
    for (let m = TYPE_WORD.exec(text); m !== null && m.index < next.at; m = TYPE_WORD.exec(text)) {
      const other = typeAt(text, m.index);
      if (other === null || /\p{Ll}/u.test(text[m.index] as string)) continue;
      if (!(amending && /^(?:bộ )?luật$/i.test(other.type))) return false;
    }
    if (next.kind === 'number') {
      const symbol = readSymbol(text, next.end);
      if (symbol !== null) {
        draft.symbol = symbol.symbol;
        draft.end = symbol.end;
        finish(text, draft);
        return true;
      }
    } else {
      const iso = fullDate(dateAt(text, next.at));
      const p = dateAt(text, next.at);
      if (p !== null && iso !== null) {
        draft.date = iso;
        draft.end = p.end;
        return true;
      }
    }
    at = next.end;
  }
  return false;
}

const MARK = /(?<![\p{L}])(?:(số)\s{1,3}(?=[\d/])|(ngày)\s{1,3}(?=\d))/giu;

function nextMark(
  text: string,
  from: number,
  limit: number,
): { readonly kind: 'number' | 'day'; readonly at: number; readonly end: number } | null {
  MARK.lastIndex = from;
  const m = MARK.exec(text.length > limit + 8 ? text.slice(0, limit + 8) : text);
  if (m === null || m.index >= limit) return null;
  return { kind: m[1] === undefined ? 'day' : 'number', at: m.index, end: m.index + m[0].length };
}

/** `báo cáo … của Ủy ban nhân dân tỉnh số `: words between the type and its number. */
const WORDS_BETWEEN = /\s[^.;:()“”"\n\t]{3,150}?(?=[\s,(]{1,3}số\s{1,3}\d)/uy;

/**
 * The body between the type and its number or day.
 * Matches `báo cáo của Ủy ban nhân dân tỉnh số 218/BC-UBND, ngày 08/12/2016`, `Tờ trình của Chính phủ ngày 12/3/2020`,
 * `Báo cáo tình hình kinh tế - xã hội của Ủy ban nhân dân tỉnh số 218/BC-UBND`: words may stand between where the
 * number's code is that of the type.
 * Not `báo cáo của Sở Y tế, ngày 12/3/2021 toàn tỉnh có …`.
 */
function readIssued(text: string, draft: Draft): boolean {
  const from = draft.end;
  const words = sticky(WORDS_BETWEEN, text, from);
  const issuer = issuerAfter(text, from);
  const numbered = words !== null && (issuer?.end === from + words[0].length || !hasType(words[0]));
  if (words !== null && numbered) {
    const at = from + words[0].length;
    const mark = sticky(NUMBER_MARK, text, at);
    const symbol = mark === null ? null : readSymbol(text, at + mark[0].length);
    const direct = issuer !== null && issuer.end === at;
    if (symbol !== null && (direct || codeFits(draft.type, symbol.symbol))) {
      const of = direct ? issuer : issuerIn(text, from, at);
      draft.symbol = symbol.symbol;
      draft.end = symbol.end;
      draft.issuer = of?.name ?? null;
      if (!direct) draft.confidence.symbol = 'check';
      finish(text, draft);
      return true;
    }
  }
  if (issuer === null || !/^\s{1,3}ngày\s/.test(text.slice(issuer.end, issuer.end + 9))) return false;
  const date = readDate(text, issuer.end);
  if (date === null) return false;
  draft.issuer = issuer.name;
  draft.date = date.iso;
  draft.end = date.end;
  draft.confidence.type = 'check';
  return true;
}

/** Another document is named among the words: the number is its own. */
function hasType(words: string): boolean {
  TYPE_WORD.lastIndex = 0;
  for (let m = TYPE_WORD.exec(words); m !== null; m = TYPE_WORD.exec(words)) {
    if (typeAt(words, m.index) !== null) return true;
  }
  return false;
}

/** The last body that ends right before `to`. */
function issuerIn(text: string, from: number, to: number): Issuer | null {
  const at = text.lastIndexOf(' của ', to);
  const issuer = at < from ? null : issuerAfter(text, at);
  return issuer?.end === to ? issuer : null;
}

function readOne(text: string, at: number): Draft | null {
  const kind = typeAt(text, at);
  if (kind === null) return null;
  const draft: Draft = {
    start: at,
    end: kind.end,
    type: kind.type,
    symbol: null,
    date: null,
    issuer: null,
    confidence: {},
  };
  const mark = sticky(NUMBER_MARK, text, kind.end);
  const symbol = readSymbol(text, mark === null ? kind.end : kind.end + mark[0].length, mark !== null);
  if (symbol !== null) {
    draft.symbol = symbol.symbol;
    draft.end = symbol.end;
    if (symbol.repaired) draft.confidence.symbol = 'check';
    if (symbol.symbol.startsWith('/')) draft.confidence.symbol = 'check';
    draft.issuer = kind.issuer;
    const issuer = draft.issuer;
    finish(text, draft);
    draft.issuer ??= issuer;
    return draft;
  }
  if (readIssued(text, draft)) return draft;
  if (NAMED_TYPES.test(kind.type)) return readNamed(text, draft, kind.end) ? draft : null;
  if (BARE_TYPES.test(kind.type)) {
    const bare =
      mark === null ? sticky(BARE_NUMBER, text, kind.end) : sticky(BARE_AFTER_MARK, text, kind.end + mark[0].length);
    if (bare !== null && !ALIAS.test(text.slice(Math.max(0, at - 24), at))) {
      draft.symbol = bare[1] as string;
      draft.end = kind.end + (mark?.[0].length ?? 0) + bare[0].length;
      draft.confidence.symbol = 'check';
      finish(text, draft);
      return draft.date === null && draft.issuer === null ? null : draft;
    }
  }
  // `Kết luận ngày 12/3/2020 của Ban Thường vụ Tỉnh ủy`
  const date = readDate(text, kind.end);
  if (date === null) return null;
  draft.date = date.iso;
  draft.end = date.end;
  draft.confidence.type = 'check';
  const issuer = issuerAfter(text, draft.end);
  if (issuer === null) return null;
  draft.issuer = issuer.name;
  draft.end = issuer.end;
  return draft;
}

/** A cheap look ahead: a digit or a slash must follow soon, unless a long name may stand between. */
function mayCite(text: string, at: number): boolean {
  const first = text[at];
  const reach = first === 'L' || first === 'Q' || first === 'q' || first === 'P' || first === 'B' ? NAME_MAX : 160;
  const end = Math.min(text.length, at + reach);
  for (let i = at; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c >= 47 && c <= 57) return true;
  }
  return false;
}

/** `(viết tắt là Chỉ thị 11)`: the bare mentions that are only short names of a document cited before. */
function aliases(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const m of text.matchAll(/(?:viết tắt|gọi tắt|gọi chung) là:?\s{1,2}["“]?([^)"”\n]{3,60})/gi)) {
    names.add((m[1] as string).trim().toLowerCase());
  }
  return names;
}

/**
 * Every mention of another document with a symbol or a date, in reading order.
 * Matches `Nghị quyết số 01-NQ/TU ngày 18/11/2020 của Ban Thường vụ Tỉnh ủy`, `Tờ trình số       /TTr-UBND`.
 * Not `Nghị quyết Trung ương 6 khóa XII`, `Đề án 06`, `Nghị quyết này`.
 */
export function findCitations(text: string, options: CitationOptions = {}): FoundCitation[] {
  const drafts: Draft[] = [];
  const own = options.own == null ? null : normalSymbol(options.own);
  const short = text.includes(' tắt là') ? aliases(text) : null;
  TYPE_WORD.lastIndex = 0;
  let at = 0;
  while (true) {
    TYPE_WORD.lastIndex = at;
    const m = TYPE_WORD.exec(text);
    if (m === null) break;
    at = m.index + m[0].length;
    if (!mayCite(text, m.index)) continue;
    const draft = readOne(text, m.index);
    if (draft === null) continue;
    at = Math.max(at, draft.end);
    TYPE_WORD.lastIndex = at;
    const bare = draft.symbol !== null && /^\d+$/.test(draft.symbol);
    if (bare && short?.has(`${draft.type} ${draft.symbol}`.toLowerCase())) continue;
    drafts.push(draft);
    at = readList(text, draft, drafts);
  }
  const kept = drafts.filter((d) => {
    if (options.exclude?.some((s) => d.start < s.end && s.start < d.end)) return false;
    const self = own !== null && d.symbol !== null && normalSymbol(d.symbol) === own;
    const appended = APPENDED.test(text.slice(Math.max(0, d.start - 80), d.start).replace(/\s+/g, ' '));
    return !self && !(appended && (own === null || (d.symbol ?? '/').startsWith('/')));
  });
  carryIssuers(text, kept);
  return kept.map((d) => ({ ...d, quote: text.slice(d.start, d.end) }));
}

/** The further symbols of a list: `Nghị quyết số 12/NQ-HĐND, số 13/NQ-HĐND và 14/NQ-HĐND`. Returns where it ends. */
function readList(text: string, head: Draft, drafts: Draft[]): number {
  let last = head;
  for (let i = 0; i < 50 && last.symbol !== null; i++) {
    const m = sticky(AND_MARK, text, last.end);
    if (m === null) break;
    const from = last.end + m[0].length;
    const symbol = readSymbol(text, from);
    if (symbol === null) break;
    const start = from - (/số\s{1,3}$/i.exec(m[0])?.[0].length ?? 0);
    const draft: Draft = {
      start,
      end: symbol.end,
      type: head.type,
      symbol: symbol.symbol,
      date: null,
      issuer: null,
      confidence: { type: 'check' },
    };
    finish(text, draft);
    drafts.push(draft);
    last = draft;
  }
  return last.end;
}

/** The code of the body at the end of a symbol: `UBND`, `TTg`, `QH15`; none where one code stands for several bodies. */
function bodyCode(symbol: string): string | null {
  const code = /[/-]([A-ZĐ][A-ZĐ&a-z]{0,9}\d{0,2})$/.exec(symbol.replace(/–/g, '-'))?.[1] ?? null;
  return code === null || /^(?:TW|TU|HU|ThU|ĐU|HĐND)$/.test(code) ? null : code;
}

/**
 * A mention without an issuer has the one that was named with the same symbol, who proposed it, or who is named at the
 * end of its row: `Tờ trình số …, Báo cáo số … của Chính phủ`. A code alone (`12/QĐ-TTg`) names nobody.
 */
function carryIssuers(text: string, drafts: readonly Draft[]): void {
  const known = new Map<string, string>();
  for (const [i, d] of drafts.entries()) {
    if (d.issuer === null) {
      const before = proposerBefore(text, d.start) ?? rowIssuer(text, drafts, i);
      if (before !== null) {
        d.issuer = before;
        d.confidence.issuer = 'check';
      }
    }
    if (d.symbol === null || d.symbol.startsWith('/')) continue;
    const key = `${d.type} ${normalSymbol(d.symbol)}`.toLowerCase();
    if (d.issuer !== null) {
      if (!known.has(key)) known.set(key, d.issuer);
    } else if (known.has(key)) {
      d.issuer = known.get(key) as string;
      d.confidence.issuer = 'check';
    }
  }
}

/** The body named behind the next document of a row, where both have the same code. */
function rowIssuer(text: string, drafts: readonly Draft[], i: number): string | null {
  const d = drafts[i] as Draft;
  const next = drafts[i + 1];
  if (next === undefined || next.issuer === null || d.symbol === null || next.symbol === null) return null;
  if (bodyCode(d.symbol) === null || bodyCode(d.symbol) !== bodyCode(next.symbol)) return null;
  return /^(?:,| và|, và)\s{1,3}$/.test(text.slice(d.end, next.start)) ? next.issuer : null;
}

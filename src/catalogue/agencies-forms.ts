/** The forms in which a body may be written, and what may follow the name (tỉnh, tỉnh Hưng Yên, các huyện, thị xã …). */

import { bare, fold, isWordCode } from '#base/fold.ts';
import type { AgencyRow } from './agencies-model.ts';
import { isUpperAt, WordReader } from './agencies-words.ts';
import { isCity, provinceAt } from './provinces.ts';

/** What must or may follow the words of a form. */
export type Suffix = 'none' | 'province' | 'province-or-none' | 'district' | 'commune' | 'place' | 'town' | 'number';

/** One written form of a body. */
export interface Form {
  readonly row: AgencyRow;
  readonly text: string;
  /** Without diacritics, for search by likeness. */
  readonly bare: string;
  readonly suffix: Suffix;
  /** Names it only in the context of a provincial document. */
  readonly weak: boolean;
  /** Not found in running text without more. */
  readonly needsContext: boolean;
  readonly from: string | null;
  readonly to: string | null;
}

/** Weak forms too common as ordinary words to be found in running text. */
const NEEDS_CONTEXT = new Set(['Ban Tổ chức', 'Ban Thường vụ', 'Ban Đô thị', 'Ban Chấp hành Đảng bộ']);

/** All forms of a row of the data. */
export function formsOf(row: AgencyRow): Form[] {
  const forms: Form[] = [];
  const add = (text: string, weak: boolean, from: string | null, to: string | null) => {
    for (const variant of text.includes('Tỉnh ủy') ? [text, text.replaceAll('Tỉnh ủy', 'Thành ủy')] : [text]) {
      const province = variant.endsWith(' tỉnh');
      const base = province ? variant.slice(0, -' tỉnh'.length) : variant;
      forms.push({
        row,
        text: row.units === undefined ? base : base.replace(/ cấp (?:huyện|xã)$/, ''),
        bare: bare(variant),
        suffix: suffixOf(row, base, province),
        weak,
        needsContext: weak && NEEDS_CONTEXT.has(text),
        from,
        to,
      });
    }
  };
  const earlier = row.earlier ?? [];
  const first =
    earlier.some(({ from }) => from === null) || row.from === undefined ? null : (earlier.at(-1)?.from ?? row.from);
  for (const text of [row.name, ...(row.short ?? [])]) add(text, false, row.from ?? null, row.to ?? null);
  for (const name of earlier) for (const text of [name.text, ...name.short]) add(text, false, name.from, name.to);
  for (const text of [...(row.aliases ?? []), ...(row.townForm === undefined ? [] : [row.townForm])])
    add(text, false, first, row.to ?? null);
  for (const text of row.weak ?? []) add(text, true, first, row.to ?? null);
  return forms;
}

function suffixOf(row: AgencyRow, base: string, province: boolean): Suffix {
  if (row.units !== undefined) return row.units;
  if (row.place === true) return base === row.townForm ? 'town' : 'place';
  if (/(?:khu vực|Quân khu)$/i.test(base)) return 'number';
  if (province) return 'province';
  return row.level === 'province' ? 'province-or-none' : 'none';
}

const UNIT_LEVEL: Readonly<Record<string, 'district' | 'commune'>> = {
  huyện: 'district',
  quận: 'district',
  'thị xã': 'district',
  'thành phố': 'district',
  xã: 'commune',
  phường: 'commune',
  'thị trấn': 'commune',
  'đặc khu': 'commune',
};

/** Words that go on from a central body's name to something else: chính phủ điện tử, quốc hội số. */
const CONTINUES = /^ (?:điện tử|số(?! *\d)|kiến tạo|viên|các nước|khóa trước|hóa)(?!\p{L})/u;
/** After a body without tỉnh these say that it is one of another level. */
const OTHER_LEVEL =
  /^ (?:các|cấp|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|cơ sở|khu vực|trung ương|tối cao|cấp cao|việt nam|sở|bộ|nước|nhân dân|chính quy|viên)(?!\p{L})/u;

/**
 * Where the name ends when `form`’s words end at `end`; −1 when what follows says that another body is meant.
 */
export function suffixEnd(text: string, end: number, form: Form): number {
  // One line end may stand for a space; a blank line ends the name.
  const window = text.slice(end, end + 60);
  const after = /^\s*\n\s*\n/.test(window) ? '' : fold(window).replace(/^ +/, ' ');
  switch (form.suffix) {
    case 'none':
      return CONTINUES.test(after) && !startsUpper(text, end) ? -1 : end;
    case 'number':
      return numberEnd(text, end);
    case 'place':
      return properNameEnd(text, end);
    case 'town':
      return isTownName(text, end) ? properNameEnd(text, end) : -1;
    case 'district':
    case 'commune':
      return unitsEnd(text, end, form.suffix);
    default:
      return provinceEnd(text, end, after, form.suffix === 'province-or-none');
  }
}

function startsUpper(text: string, end: number): boolean {
  const at = skipSpace(text, end);
  return at >= 0 && isUpperAt(text, at) && text.slice(at, at + 2) !== text.slice(at, at + 2).toUpperCase();
}

/** The next word's start past spaces and at most one line end, −1 otherwise. */
function skipSpace(text: string, from: number): number {
  let lines = 0;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) {
      if (++lines > 1) return -1;
    } else if (code !== 32 && code !== 0xa0 && code !== 13 && code !== 9) return i > from && isWordCode(code) ? i : -1;
  }
  return -1;
}

function provinceEnd(text: string, end: number, after: string, optional: boolean): number {
  const at = skipSpace(text, end);
  if (at < 0) return optional ? end : -1;
  if (/thành (?:ủy|uỷ)$/i.test(text.slice(end - 8, end)) && isTownName(text, end)) return -1;
  const reader = new WordReader(text);
  const direct = provinceAt(text, at);
  if (direct !== null) return direct.end;
  reader.read(at);
  const word = fold(text.slice(at, reader.end));
  if (word === 'tỉnh') {
    const wordEnd = reader.end;
    const next = skipSpace(text, wordEnd);
    return (next < 0 ? null : provinceAt(text, next))?.end ?? wordEnd;
  }
  if (word === 'thành' || word === 'tp') {
    const city = /^(?:thành\s+phố|tp\.?)/iu.exec(text.slice(at, at + 14));
    if (city !== null) {
      const cityEnd = at + city[0].length;
      const next = skipSpace(text, cityEnd);
      const named = next < 0 ? null : provinceAt(text, next);
      if (named !== null && isCity(named.province)) return named.end;
      // "thành phố Quy Nhơn", "thành phố Hưng Yên": a town of the province, another body.
      if (named !== null || (next >= 0 && isUpperAt(text, next) && !isAllCaps(text, at, end))) return -1;
      return cityEnd;
    }
  }
  if (!optional) return -1;
  return OTHER_LEVEL.test(after) && (!isUpperAt(text, at) || isAllCaps(text, at, end)) ? -1 : end;
}

/** Is the name before and the word after in capitals throughout? */
function isAllCaps(text: string, at: number, end: number): boolean {
  const sample = text.slice(Math.max(0, end - 4), end) + text.slice(at, at + 3);
  return sample === sample.toUpperCase();
}

function numberEnd(text: string, end: number): number {
  const number = /^ ?(?:[IVX]{1,5}|\d{1,2})(?![\p{L}\d])/u.exec(text.slice(end, end + 8));
  return number === null ? end : end + number[0].length;
}

const UNITS = 'huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu';
const UNIT_LIST = new RegExp(
  `^\\s+(?:(cấp)\\s+|(các)\\s+)?(${UNITS})(?!\\p{L})((?:\\s*(?:[,;/-]|và|\\s)\\s*(?:các\\s+)?(?:${UNITS})(?!\\p{L}))*)`,
  'u',
);

/** `các huyện, thị xã, thành phố`, `cấp xã`, `huyện Đức Cơ`: the end of the units, −1 when they are of another level. */
function unitsEnd(text: string, end: number, level: 'district' | 'commune'): number {
  const folded = fold(text.slice(end, end + 120));
  const match = UNIT_LIST.exec(folded);
  if (match === null || /\n\s*\n/.test(match[0])) return -1;
  if (UNIT_LEVEL[(match[3] ?? '').replace(/\s+/g, ' ')] !== level) return -1;
  const at = end + match[0].length;
  if (match[1] !== undefined || match[2] !== undefined || match[4] !== '') return at;
  // One unit: its proper name belongs to it. A centrally-run city is a province.
  const next = skipSpace(text, at);
  if (match[3] === 'thành phố') {
    if (next < 0 || !isUpperAt(text, next)) return -1;
    const named = provinceAt(text, next);
    if (named !== null && isCity(named.province)) return -1;
  }
  return properNameEnd(text, at);
}

/** Past the capitalised words that follow on the same line, four at most. */
function properNameEnd(text: string, end: number): number {
  const reader = new WordReader(text);
  let at = end;
  for (let words = 0; words < 4 && text.charAt(at) === ' ' && isUpperAt(text, at + 1); words++) {
    reader.read(at + 1);
    at = reader.end;
  }
  return at;
}

/** Does a proper name follow that is no centrally-run city? */
function isTownName(text: string, end: number): boolean {
  if (text.charAt(end) !== ' ' || !isUpperAt(text, end + 1)) return false;
  if (/^TP/.test(text.slice(end + 1, end + 3))) return false;
  const named = provinceAt(text, end + 1);
  return (named === null || !isCity(named.province)) && text.charAt(end + 2) !== text.charAt(end + 2).toUpperCase();
}

/**
 * Reads the unit of a number (đơn vị tính): a measure (`triệu đồng/ha`, `m3/ngày đêm`), a scale before it
 * (`nghìn tỷ đồng`, `vạn lao động`) or a counted noun (`đơn vị cấp huyện`), as printed. The words are data
 * (`data/units.ts`); only their combination is grammar:
 *
 *     unit = [scale]* word ["/" [number] [scale]* word]*      scale = nghìn | vạn | triệu | tỷ …
 *     word = a phrase of the data, or several of one family:  thôn, làng, tổ dân phố
 *
 * A walk through a tree of words: every unit of text is looked at once.
 */
import { MONEY_SCALES, NOT_UNITS, ONLY_AFTER_SLASH, SCALE_WORDS, UNIT_FAMILIES, type UnitKind } from './data/units.ts';

export type { UnitKind } from './data/units.ts';

/** A unit found in a text: `[…, end)` is the printed stretch, `text` the same with single spaces and none around `/`. */
export interface UnitFound {
  readonly end: number;
  readonly text: string;
  readonly kind: UnitKind;
}

/** A place in the tree of words. */
interface Node {
  next: Map<string, Node> | null;
  /** Set where a phrase ends. */
  entry: Entry | null;
}

/** What a phrase is: index of its family, or one of the marks below. */
interface Entry {
  readonly family: number;
  readonly kind: UnitKind;
  /** Stands only after `/`. */
  readonly afterSlash: boolean;
  /** A word that only begins like a unit. */
  readonly refused: boolean;
}

const MAX_COORDINATED = 6;
const MAX_PER = 3;

/** Spellings that both occur in print; the first is the one of the data. */
const VARIANTS: readonly (readonly [string, string])[] = [
  ['tỷ', 'tỉ'],
  ['sĩ', 'sỹ'],
  ['kỹ', 'kĩ'],
  ['kỳ', 'kì'],
  ['thủy', 'thuỷ'],
  ['ủy', 'uỷ'],
  ['hóa', 'hoá'],
  ['hòa', 'hoà'],
  ['tòa', 'toà'],
  ['thỏa', 'thoả'],
  ['khóa', 'khoá'],
  ['m2', 'm²'],
  ['m3', 'm³'],
  ['ly', 'li'],
];

const scales = new Set<string>();
const moneyScales = new Set<string>();
const root = buildTree();

function buildTree(): Node {
  const tree: Node = { next: null, entry: null };
  for (const scale of SCALE_WORDS.split('|')) for (const form of spellings(scale)) scales.add(form);
  for (const scale of MONEY_SCALES.split('|')) for (const form of spellings(scale)) moneyScales.add(form);
  UNIT_FAMILIES.forEach(({ units, kind }, family) => {
    for (const unit of units.split('|')) plant(tree, unit, { family, kind, afterSlash: false, refused: false });
  });
  for (const unit of ONLY_AFTER_SLASH.split('|')) {
    plant(tree, unit, { family: -1, kind: 'count', afterSlash: true, refused: false });
  }
  for (const words of NOT_UNITS.split('|')) {
    plant(tree, words, { family: -1, kind: 'count', afterSlash: false, refused: true });
  }
  return tree;
}

/** The first family that names a phrase keeps it. */
function plant(tree: Node, phrase: string, entry: Entry): void {
  for (const form of spellings(phrase)) {
    let node = tree;
    let at = 0;
    while (at < form.length) {
      if (form.charCodeAt(at) === 32) {
        at++;
        continue;
      }
      const end = tokenEnd(form, at);
      const token = form.slice(at, end);
      node.next ??= new Map();
      let child = node.next.get(token);
      if (!child) {
        child = { next: null, entry: null };
        node.next.set(token, child);
      }
      node = child;
      at = end;
    }
    node.entry ??= entry;
  }
}

/** A phrase in the spellings that documents use, all lower-case. */
function spellings(phrase: string): string[] {
  let forms = [phrase.toLowerCase()];
  for (const [a, b] of VARIANTS) {
    if (forms[0]?.includes(a)) forms = [...forms, ...forms.map((form) => form.replace(a, b))];
  }
  return forms;
}

/** Letters, digits and the raised digits of `m²`, `m³`. */
function isWordCode(code: number): boolean {
  if (code < 128) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  }
  if (code < 0xc0) return code === 0xb2 || code === 0xb3 || code === 0xb0;
  return code !== 0xd7 && code !== 0xf7 && (code < 0x2000 || code >= 0x2c00);
}

/** End of the token that begins at `at`: a word, or one other character. */
function tokenEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end++;
  return end > at ? end : at + 1;
}

function skipSpaces(text: string, at: number): number {
  let i = at;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9 && code !== 0xa0) break;
  }
  return i;
}

function child(node: Node, token: string): Node | undefined {
  return node.next?.get(token) ?? node.next?.get(token.toLowerCase());
}

/** Longest phrase that begins exactly at `at`; writes its end to `wordEnd`. */
let wordEnd = 0;
function readWord(text: string, at: number): Entry | null {
  let node = root;
  let best: Entry | null = null;
  let i = at;
  while (i < text.length && node.next) {
    const end = tokenEnd(text, i);
    const next = child(node, text.slice(i, end));
    if (!next) break;
    node = next;
    if (node.entry) {
      best = node.entry;
      wordEnd = end;
    }
    i = skipSpaces(text, end);
  }
  return best?.refused ? null : best;
}

/** Skips scale words; writes the end of the last one to `wordEnd`; false when there is none. */
function readScales(text: string, at: number): boolean {
  let i = at;
  let found = false;
  for (;;) {
    const end = tokenEnd(text, i);
    const token = text.slice(i, end);
    if (!scales.has(token) && !scales.has(token.toLowerCase())) return found;
    found = true;
    wordEnd = end;
    i = skipSpaces(text, end);
  }
}

/** `từ 7 triệu năm 2005 lên 14 triệu vào năm 2010`: the scale alone, the money is understood. */
const AFTER_SCALE = /^(?:năm \d|vào năm|lên |xuống |trở lên|so với)/;

/**
 * Reads the unit that stands at `at`, right after a number (spaces before it are skipped); null when there is none
 * or the noun isn't in the data.
 *
 * After the number reads ` nghìn tỷ đồng và 242 triệu USD` as `nghìn tỷ đồng`, `% / năm` as `%/năm`, ` bác sĩ/1 vạn dân;`
 * as `bác sĩ/1 vạn dân`, ` thôn, làng, tổ dân phố có chi bộ` as `thôn, làng, tổ dân phố`; must not read a unit in
 * ` xã hội`, `/2021`, `. Dự án` or ` đạt chuẩn`.
 */
export function readUnit(text: string, at: number): UnitFound | null {
  const start = skipSpaces(text, at);
  if (start >= text.length) return null;
  let entry = readWord(text, start);
  let end = wordEnd;
  if (!entry || entry.afterSlash) {
    if (!readScales(text, start)) return null;
    const scaleEnd = wordEnd;
    const next = skipSpaces(text, scaleEnd);
    const bare = AFTER_SCALE.test(text.slice(next, next + 10));
    entry = bare ? null : readWord(text, next);
    end = wordEnd;
    if (!entry || entry.afterSlash) {
      const scale = tidy(text.slice(start, scaleEnd));
      if (!moneyScales.has(scale.toLowerCase()) || isFollowedByWord(text, scaleEnd)) return null;
      return { end: scaleEnd, text: scale, kind: 'money' };
    }
  }
  if (entry.kind === 'count') end = readCoordinated(text, end, entry.family);
  end = readPer(text, end);
  return { end, text: tidy(text.slice(start, end)), kind: entry.kind };
}

function isFollowedByWord(text: string, at: number): boolean {
  const i = skipSpaces(text, at);
  if (AFTER_SCALE.test(text.slice(i, i + 10))) return false;
  return i < text.length && isWordCode(text.charCodeAt(i)) && !isDigit(text.charCodeAt(i));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Further nouns of the family: `, làng`, ` và đơn vị trực thuộc`, `/phường`. */
function readCoordinated(text: string, at: number, family: number): number {
  let end = at;
  for (let n = 0; n < MAX_COORDINATED; n++) {
    let i = skipSpaces(text, end);
    const code = text.charCodeAt(i);
    if (code === 44 || code === 47) {
      i = skipSpaces(text, i + 1);
    } else {
      const word = text.slice(i, tokenEnd(text, i));
      if (word !== 'và' && word !== 'hoặc') return end;
      i = skipSpaces(text, i + word.length);
    }
    const entry = readWord(text, i);
    if (!entry || entry.family !== family || entry.afterSlash) return end;
    end = wordEnd;
  }
  return end;
}

/** `/ha`, `/người/năm`, `/1 vạn dân`, `/1.000 trẻ đẻ sống`. */
function readPer(text: string, at: number): number {
  let end = at;
  for (let n = 0; n < MAX_PER; n++) {
    let i = skipSpaces(text, end);
    if (text.charCodeAt(i) !== 47) return end;
    i = skipSpaces(text, i + 1);
    const numberStart = i;
    while (i < text.length && (isDigit(text.charCodeAt(i)) || (i > numberStart && isGroupDot(text, i)))) i++;
    // `/1 vạn dân`, `/1.000 trẻ`: a round one; `560 tỷ đồng/690 tỷ đồng` sets two amounts side by side.
    if (i > numberStart && !/^1[0.]*$/.test(text.slice(numberStart, i))) return end;
    if (i > numberStart) i = skipSpaces(text, i);
    if (readScales(text, i)) i = skipSpaces(text, wordEnd);
    const entry = readWord(text, i);
    if (!entry) return end;
    end = wordEnd;
  }
  return end;
}

function isGroupDot(text: string, at: number): boolean {
  return text.charCodeAt(at) === 46 && isDigit(text.charCodeAt(at + 1));
}

const UNTIDY = /[\s/]{2}|[\t\u00a0\n]|\/ | \//;

/** Single spaces, none around `/`. */
function tidy(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text.replace(/\s+/g, ' ').replaceAll(' /', '/').replaceAll('/ ', '/');
}

/**
 * The unit in the form that readings carry: `tỷ đô la Mỹ` → `tỷ USD`, `% / năm` → `%/năm`; everything else as printed,
 * without a scale change (`nghìn tỷ đồng` stays).
 */
export function normalUnit(text: string): string {
  const tidied = tidy(text.trim());
  return tidied.replace(/(?<![\p{L}\p{N}])đô[ -]?la(?: mỹ)?(?![\p{L}\p{N}])/giu, 'USD');
}

/**
 * A key under which two printings of one unit are equal: case, tỷ/tỉ, m²/m2, đô la Mỹ/USD, `/1 vạn dân` and
 * `/vạn dân`. `Tỉ USD` and `tỷ đô la Mỹ` are equal; `tỷ đồng` and `triệu đồng` are not.
 */
export function unitKey(text: string): string {
  let key = normalUnit(text)
    .toLowerCase()
    .replaceAll('/1 ', '/')
    .replace(/\bnd?vnđ\b|\bvnd\b|\bvnđ\b/g, 'đồng');
  for (const [a, b] of VARIANTS) key = key.replaceAll(b, a);
  return key.replaceAll('ngàn', 'nghìn');
}

/** True when the whole text is a unit, as in a table's column: `triệu đồng/ha`, `%`; not `triệu đồng/ha trồng trọt`. */
export function isUnit(text: string): boolean {
  const trimmed = text.trim();
  return readUnit(trimmed, 0)?.end === trimmed.length;
}

/** True for a noun that is counted: `doanh nghiệp`, `Đơn vị cấp huyện`; not for `tỷ đồng`, `xã hội`, `tăng trưởng`. */
export function isCountedNoun(text: string): boolean {
  const trimmed = text.trim();
  const entry = readWord(trimmed, 0);
  return entry !== null && wordEnd === trimmed.length && entry.kind === 'count' && !entry.afterSlash;
}

/** Every phrase of the data, for tests and for documentation. */
export function listUnits(): { readonly text: string; readonly family: string; readonly kind: UnitKind }[] {
  return UNIT_FAMILIES.flatMap(({ name, kind, units }) =>
    units.split('|').map((text) => ({ text, family: name, kind })),
  );
}

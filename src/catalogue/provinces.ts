/** Provinces and centrally-run cities (tỉnh, thành phố trực thuộc trung ương), before and after 2025-07-01. */

import { bare, fold, isWordCode } from '#base/fold.ts';
import { isUpperAt, WordReader, WordTrie, walk } from './agencies-words.ts';
import { PROVINCE_ROWS, type Region } from './data/provinces.ts';

export type { Region } from './data/provinces.ts';

/** The day on which 63 units became 34. */
export const MERGER_DATE = '2025-07-01';
const MERGER_BASIS = 'NQ 202/2025/QH15';

export interface Province {
  /** Stable id: the name without marks, `hung-yen`. */
  readonly id: string;
  /** The present or last name, without tỉnh or thành phố. */
  readonly name: string;
  readonly names: readonly ProvinceName[];
  /** Codes of the statistics office with their time. */
  readonly codes: readonly { readonly code: string; readonly from: string | null; readonly to: string | null }[];
  /** First day on which it no longer exists; null while it does. */
  readonly to: string | null;
  readonly mergedInto: { readonly id: string; readonly since: string; readonly basis: string } | null;
  /** What the unit is made of, by the units of 2024 (`parts` are ids); a new entry for each change. */
  readonly territories: readonly Territory[];
  /** Region of the 63-unit division. */
  readonly region: Region;
  /** Other spellings. */
  readonly aliases: readonly string[];
}

export interface ProvinceName {
  readonly text: string;
  readonly kind: 'province' | 'city';
  readonly from: string | null;
  readonly to: string | null;
  readonly basis: string | null;
}

export interface Territory {
  readonly from: string | null;
  readonly to: string | null;
  readonly parts: readonly string[];
  readonly basis: string | null;
}

/** A province named in a text. */
export interface ProvinceMatch {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly name: string;
  /** True when the words before it say that a province is meant: tỉnh, thành phố, Tỉnh ủy, Đảng bộ tỉnh … */
  readonly marked: boolean;
}

const NAME_CHANGES: Readonly<Record<string, readonly ProvinceName[]>> = {
  hue: [
    { text: 'Huế', kind: 'city', from: '2025-01-01', to: null, basis: 'NQ 175/2024/QH15' },
    { text: 'Thừa Thiên Huế', kind: 'province', from: null, to: '2025-01-01', basis: null },
  ],
  'dong-nai': [
    {
      text: 'Đồng Nai',
      kind: 'city',
      from: '2026-04-30',
      to: null,
      basis: 'NQ 30/2026/QH16',
    },
    { text: 'Đồng Nai', kind: 'province', from: null, to: '2026-04-30', basis: null },
  ],
  'quang-ninh': [
    { text: 'Quảng Ninh', kind: 'city', from: '2026-09-01', to: null, basis: 'NQ 36/2026/QH16' },
    { text: 'Quảng Ninh', kind: 'province', from: null, to: '2026-09-01', basis: null },
  ],
  'bac-ninh': [
    { text: 'Bắc Ninh', kind: 'city', from: '2026-09-20', to: null, basis: 'NQ 39/2026/QH16' },
    { text: 'Bắc Ninh', kind: 'province', from: null, to: '2026-09-20', basis: null },
  ],
};

/** Became a city only after a town of its own name had ended; in most documents `thành phố …` still means the town. */
const NAMED_LIKE_ITS_TOWN = new Set(['bac-ninh']);

const PROVINCES: readonly Province[] = PROVINCE_ROWS.map((row) => {
  const ended = row.newCode === null;
  const absorbed = PROVINCE_ROWS.filter((other) => other.mergedInto === row.id).map((other) => other.id);
  const before = { code: row.oldCode, from: null, to: ended || row.newCode !== row.oldCode ? MERGER_DATE : null };
  const whole = absorbed.length === 0 && !ended;
  return {
    id: row.id,
    name: row.name,
    names: NAME_CHANGES[row.id] ?? [
      { text: row.name, kind: row.kind, from: null, to: ended ? MERGER_DATE : null, basis: null },
    ],
    codes:
      before.to === null || ended ? [before] : [before, { code: row.newCode as string, from: MERGER_DATE, to: null }],
    to: ended ? MERGER_DATE : null,
    mergedInto: row.mergedInto === null ? null : { id: row.mergedInto, since: MERGER_DATE, basis: MERGER_BASIS },
    territories: [
      { from: null, to: whole ? null : MERGER_DATE, parts: [row.id], basis: null },
      ...(absorbed.length > 0
        ? [{ from: MERGER_DATE, to: null, parts: [row.id, ...absorbed], basis: MERGER_BASIS }]
        : []),
    ],
    region: row.region,
    aliases: row.aliases,
  };
});

const BY_ID = new Map(PROVINCES.map((province) => [province.id, province]));

/** Every province, ended ones included; with a date those that existed on it: `listProvinces('2025-06-30').length` → 63. */
export function listProvinces(on?: string): readonly Province[] {
  if (on === undefined) return PROVINCES;
  return PROVINCES.filter(({ to }) => to === null || on < to);
}

/** `provinceById('hung-yen')?.name` → `Hưng Yên`. */
export function provinceById(id: string): Province | undefined {
  return BY_ID.get(id);
}

/** Province by the statistics office's code on a day: `provinceByCode('52', '2025-08-01')` → Gia Lai, before Bình Định. */
export function provinceByCode(code: string, on: string): Province | undefined {
  return PROVINCES.find((province) =>
    province.codes.some((entry) => entry.code === code && (entry.from ?? '') <= on && on < (entry.to ?? '9999')),
  );
}

/** The unit of today that a province belongs to, itself if it lives on: `currentProvince('thai-binh')` → Hưng Yên. */
export function currentProvince(id: string): Province | undefined {
  const province = BY_ID.get(id);
  return province?.mergedInto ? BY_ID.get(province.mergedInto.id) : province;
}

/** Was it a centrally-run city on that day (today without a day)? */
export function isCity(province: Province, on?: string): boolean {
  const day = on ?? '9998';
  const name = province.names.find(({ from, to }) => (from ?? '') <= day && day < (to ?? '9999')) ?? province.names[0];
  return name?.kind === 'city';
}

/** Names that are also something else stand only with a mark before them: `Hồ Chí Minh`, `HCM`. */
const MARKED_ONLY = new Set(['ho-chi-minh']);

const TRIE = new WordTrie<Province>();
for (const province of PROVINCES) {
  for (const name of new Set([province.name, ...province.names.map(({ text }) => text), ...province.aliases])) {
    TRIE.add(name, province);
    if (province.id === 'hue' && name !== 'Huế') TRIE.add('Thừa Thiên - Huế', province);
  }
}

/** A surname, or the middle of a person's name, before it: Nguyễn Hòa Bình. */
const PERSON_BEFORE =
  /(?:^|[^\p{L}])(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Trương|Mai|Đào|Văn|Thị|Đức|Xuân)(?: \p{Lu}\p{Ll}+)? $/u;

/** Words before a name that make it a smaller place, a street, a river. */
const SMALLER = [
  'xã',
  'phường',
  'thị trấn',
  'huyện',
  'thị xã',
  'quận',
  'đường',
  'phố',
  'sông',
  'thôn',
  'ấp',
  'đảo',
  'cầu',
  'chợ',
];

/**
 * The province whose name starts at `at`, the longest if several; for the finders of other rooms.
 *
 * @example provinceAt('tỉnh Hưng Yên', 5) // { province: Hưng Yên, end: 13 }
 */
export function provinceAt(text: string, at: number): { readonly province: Province; readonly end: number } | null {
  if (!isUpperAt(text, at)) return null;
  let best: { province: Province; end: number } | null = null;
  walk(TRIE, text, at, (hits, end, words, wrong) => {
    const province = hits[0];
    if (province === undefined || wrong > (words >= 3 ? 1 : 0)) return;
    if (!wordsAreUpper(text, at, end, wrong)) return;
    if (best === null || end > best.end) best = { province, end };
  });
  return best;
}

/** Every word starts with a capital; one slip in a name of more words is let pass (`Gia lai`). */
function wordsAreUpper(text: string, start: number, end: number, wrong: number): boolean {
  let lower = 0;
  for (let i = start; i < end; i++) {
    if (isWordCode(text.charCodeAt(i)) && (i === start || !isWordCode(text.charCodeAt(i - 1))) && !isUpperAt(text, i))
      lower++;
  }
  return lower === 0 || (lower === 1 && wrong === 0);
}

/**
 * Provinces named in a text, in reading order. Communes, districts, streets and towns of the same name are left out:
 * `xã Hòa Bình`, `thành phố Hưng Yên`.
 *
 * @example findProvinces('ĐẢNG BỘ TỈNH HƯNG YÊN') // [{ start: 13, end: 21, id: 'hung-yen', name: 'Hưng Yên', marked: true }]
 */
export function findProvinces(text: string): ProvinceMatch[] {
  const found: ProvinceMatch[] = [];
  const reader = new WordReader(text);
  let i = 0;
  while (i < text.length) {
    if (!isWordCode(text.charCodeAt(i))) {
      i++;
      continue;
    }
    reader.read(i);
    const wordEnd = reader.end;
    const match = TRIE.starts.has(reader.hash) && isUpperAt(text, i) ? matchAt(text, i) : null;
    if (match === null) i = wordEnd;
    else {
      found.push(match);
      i = match.end;
    }
  }
  return found;
}

/** The same as {@link findProvinces}. */
export const findProvince: (text: string) => ProvinceMatch[] = findProvinces;

function matchAt(text: string, at: number): ProvinceMatch | null {
  const here = provinceAt(text, at);
  if (here === null) return null;
  const { province } = here;
  const before = fold(text.slice(Math.max(0, at - 40), at)).trimEnd();
  const lastWords = (words: string) => before === words || before.endsWith(` ${words}`) || before.endsWith(`(${words}`);
  const glued = /^tp\.?\s*hcm|^tphcm/i.test(text.slice(at, here.end));
  const ofProvince = lastWords('tỉnh') || lastWords('tỉnh ủy') || lastWords('thành ủy') || lastWords('tỉnh đoàn');
  const ofCity = lastWords('thành phố') || /(?:^|\s)tp\.?$/.test(before);
  if (!ofProvince && !ofCity && SMALLER.some(lastWords)) return null;
  const mayBeCity = province.names.some(({ kind }) => kind === 'city') && !NAMED_LIKE_ITS_TOWN.has(province.id);
  if (ofCity && !mayBeCity) return null;
  const marked = ofProvince || ofCity || glued;
  if (!marked && (MARKED_ONLY.has(province.id) || PERSON_BEFORE.test(text.slice(Math.max(0, at - 16), at))))
    return null;
  return { start: at, end: here.end, id: province.id, name: province.name, marked };
}

const BY_NAME = new Map<string, Province>();
for (const province of PROVINCES) {
  for (const name of [province.name, ...province.names.map(({ text }) => text), ...province.aliases]) {
    BY_NAME.set(keyOf(name), province);
  }
}

function keyOf(name: string): string {
  return bare(name).replace(/[^a-z0-9]+/g, '');
}

/**
 * The province that a name means, with or without tỉnh, thành phố, TP. before it; the unit of that name, whether it
 * still exists or not (see {@link currentProvince}). With a day, null if it didn't exist then.
 *
 * @example resolveProvince('TP. Hồ Chí Minh')?.id // 'ho-chi-minh'
 * @example resolveProvince('tỉnh Thái Bình', '2025-08-01') // null
 */
export function resolveProvince(name: string, on?: string): Province | null {
  const trimmed = fold(name)
    .trim()
    .replace(/^(?:tỉnh|thành phố|tp\.?|thủ đô|tỉnh ủy|thành ủy)\s+/, '');
  const province = BY_NAME.get(keyOf(trimmed)) ?? BY_NAME.get(keyOf(fold(name)));
  if (province === undefined) return null;
  return on !== undefined && province.to !== null && on >= province.to ? null : province;
}

/** Bodies of the political system (cơ quan, tổ chức): what they are called, what became of them, where a text names them. */

import { bare, fold, isWordCode } from '#base/fold.ts';
import { type Form, formsOf, suffixEnd } from './agencies-forms.ts';
import type { Agency, AgencyRow } from './agencies-model.ts';
import { hashOf, isUpperAt, type WordNode, WordReader, WordTrie, walk } from './agencies-words.ts';
import { CENTRAL_AGENCIES } from './data/agencies-central.ts';
import { PARTY_AGENCIES } from './data/agencies-party.ts';
import { PROVINCIAL_AGENCIES } from './data/agencies-provincial.ts';

export type { Agency, AgencyKind, AgencyLevel, AgencyName, Succession } from './agencies-model.ts';

/** What a name stands for. */
export interface ResolvedAgency {
  readonly code: string;
  /** Official name at the document's date. */
  readonly name: string;
  readonly confidence: 'high' | 'check' | 'guess';
  /** The body of today that took over, null if it still exists. */
  readonly successor: {
    readonly code: string;
    readonly name: string;
    /** Day since which that body has it. */
    readonly since: string;
    readonly basis: string;
  } | null;
}

/** A body named in a text: `[start, end)` in UTF-16 units. */
export interface AgencyMatch {
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly name: string;
}

const ROWS: readonly AgencyRow[] = [...PROVINCIAL_AGENCIES, ...PARTY_AGENCIES, ...CENTRAL_AGENCIES];

const AGENCIES: readonly Agency[] = ROWS.map((row) => ({
  code: row.code,
  kind: row.kind,
  level: row.level,
  collective: row.collective ?? false,
  names: [
    { text: row.name, short: row.short ?? [], from: row.from ?? null, to: row.to ?? null },
    ...(row.earlier ?? []),
  ],
  aliases: [...(row.aliases ?? []), ...(row.weak ?? [])],
  successors: row.successors ?? [],
  source: row.source,
}));

const BY_CODE = new Map(AGENCIES.map((agency) => [agency.code, agency]));

const TRIE = new WordTrie<Form>();
const FORMS: Form[] = [];
for (const row of ROWS) {
  for (const form of formsOf(row)) {
    FORMS.push(form);
    TRIE.add(form.text, form);
  }
}
const LETTERS: readonly number[] = FORMS.map((form) => lettersOf(form.bare));

/** Every body of the catalogue, ended ones included. */
export function listAgencies(): readonly Agency[] {
  return AGENCIES;
}

/** `agencyByCode('so-tai-chinh')?.names[0].text` → `Sở Tài chính`. */
export function agencyByCode(code: string): Agency | undefined {
  return BY_CODE.get(code);
}

interface Hit {
  readonly form: Form;
  readonly end: number;
  readonly wrong: number;
  readonly words: number;
}

/** The longest names that start at `at`; `lenient` lets any diacritics differ. */
function longestAt(text: string, at: number, lenient: boolean, from?: WordNode<Form>): Hit[] {
  let best: Hit[] = [];
  let bestEnd = -1;
  walk(
    TRIE,
    text,
    at,
    (forms, wordsEnd, words, wrong) => {
      if (!lenient && wrong > (words >= 3 ? 1 : 0)) return;
      for (const form of forms) {
        const end = suffixEnd(text, wordsEnd, form);
        if (end < bestEnd || end < 0) continue;
        if (end > bestEnd) best = [];
        bestEnd = end;
        best.push({ form, end, wrong, words });
      }
    },
    from,
  );
  const right = Math.min(...best.map(({ wrong }) => wrong));
  return best.filter(({ wrong }) => wrong === right);
}

/** Of several bodies with the same name the one that existed on the day; without a day the provincial one. */
function choose(hits: readonly Hit[], on: string | undefined): Hit | undefined {
  const day = on ?? '';
  const ranked = hits.map((hit) => ({
    hit,
    rank:
      (on !== undefined && (hit.form.from ?? '') <= day && day < (hit.form.to ?? '9999') ? 4 : 0) +
      (hit.form.weak ? 0 : on === undefined ? 1 : 2) +
      (hit.form.row.level === 'province' && on === undefined ? 2 : 0),
  }));
  ranked.sort((a, b) => b.rank - a.rank);
  return ranked[0]?.hit;
}

/** Titles and words before a body's name that leave no doubt about the body. */
const LEADING =
  /^(?:(?:đồng chí|các đồng chí|giám đốc|phó giám đốc|chủ tịch|phó chủ tịch|thủ trưởng|trưởng ban|chánh văn phòng|lãnh đạo|tập thể lãnh đạo|cơ quan|giao|đề nghị|yêu cầu|bộ trưởng|thống đốc)\s+)+/u;
const GROUP = /^(?:các|những|mỗi|từng|toàn|cấp|ngành|chính quyền|đơn vị|địa phương|cơ quan|tổ chức)\s/iu;
const TRAILING = /\s*[,(]?\s*(?:khóa|khoá|nhiệm kỳ)\s+[\p{L}\d\s–-]+\)?$/iu;

/**
 * The body that a name means. Tolerates case, tone-mark placement, abbreviations, `&`, commas and dashes, a province
 * after the name, one wrong diacritic; `on` is the document's date and decides between bodies that had the name at
 * different times.
 *
 * @example resolveAgency('Sở KH&ĐT tỉnh Hà Tĩnh', '2020-12-01')
 * // { code: 'so-ke-hoach-va-dau-tu', name: 'Sở Kế hoạch và Đầu tư', confidence: 'high',
 * //   successor: { code: 'so-tai-chinh', name: 'Sở Tài chính', since: '2025-03-01', basis: 'NĐ 45/2025/NĐ-CP, …' } }
 */
export function resolveAgency(name: string, on?: string): ResolvedAgency | null {
  const text = name
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\d]+|[^\p{L}\d)]+$/gu, '')
    .replace(TRAILING, '');
  if (text === '') return null;
  const whole = wholeName(text, on);
  if (whole !== null) return whole;
  const title = LEADING.exec(fold(text));
  if (title !== null) {
    const rest = wholeName(text.slice(title[0].length), on);
    if (rest !== null) return { ...rest, confidence: rest.confidence === 'high' ? 'check' : rest.confidence };
  }
  // A group (`các sở, ngành liên quan`) is no misprint of a body.
  return GROUP.test(text) ? null : nearest(text, on);
}

function wholeName(text: string, on: string | undefined): ResolvedAgency | null {
  const hits = longestAt(text, 0, true).filter(({ end }) => end === text.length);
  const hit = choose(hits, on);
  if (hit === undefined) return null;
  const { form } = hit;
  const rivals = new Set(hits.map((other) => other.form.row.code)).size > 1 && on === undefined;
  const outOfTime = on !== undefined && ((form.from ?? '') > on || on >= (form.to ?? '9999'));
  const sure = !form.weak && hit.wrong === 0 && !rivals && !outOfTime;
  return resolved(form.row.code, on, sure ? 'high' : 'check');
}

/** A name that differs from one known form by a letter or two. */
function nearest(text: string, on: string | undefined): ResolvedAgency | null {
  const given = bare(text);
  if (given.length < 10 || given.length > 120) return null;
  let best: Form | null = null;
  let bestDistance = given.length >= 20 ? 3 : 2;
  const letters = lettersOf(given);
  for (const [i, form] of FORMS.entries()) {
    const known = form.bare;
    if (Math.abs(known.length - given.length) > bestDistance) continue;
    // One change of a letter adds and removes at most one each: most forms fall here, unread.
    if (ones(letters ^ (LETTERS[i] as number)) > 2 * bestDistance) continue;
    const distance = editDistance(given, known, bestDistance + 1);
    if (distance < bestDistance) {
      best = form;
      bestDistance = distance;
    } else if (best !== null && distance === bestDistance && best.row.code !== form.row.code) return null;
  }
  return best === null ? null : resolved(best.row.code, on, 'guess');
}

/** The set of letters a–z in a bare name, as bits. */
function lettersOf(text: string): number {
  let set = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) - 97;
    if (code >= 0 && code < 26) set |= 1 << code;
  }
  return set;
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Letters to change, add or drop; stops counting at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (previous[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    if (Math.min(...row) >= limit) return limit;
    previous = row;
  }
  return previous[b.length] as number;
}

function resolved(code: string, on: string | undefined, confidence: ResolvedAgency['confidence']): ResolvedAgency {
  const agency = BY_CODE.get(code) as Agency;
  return { code, name: nameOn(agency, on), confidence, successor: successorOf(agency) };
}

/** The official name on a day, without a day the present or last one. */
function nameOn(agency: Agency, on: string | undefined): string {
  const current = agency.names[0]?.text ?? agency.code;
  if (on === undefined) return current;
  return agency.names.find(({ from, to }) => (from ?? '') <= on && on < (to ?? '9999'))?.text ?? current;
}

/** Follows the successors to the body of today. */
function successorOf(agency: Agency): ResolvedAgency['successor'] {
  let successor: ResolvedAgency['successor'] = null;
  const seen = new Set<string>();
  for (let next = agency.successors[0]; next !== undefined && !seen.has(next.code); ) {
    const body = BY_CODE.get(next.code);
    if (body === undefined) break;
    successor = { code: body.code, name: body.names[0]?.text ?? body.code, since: next.from, basis: next.basis };
    seen.add(next.code);
    next = body.successors[0];
  }
  return successor;
}

const SO = TRIE.root.next.get(hashOf('sở'));
const BO = TRIE.root.next.get(hashOf('bộ'));

/**
 * Every body named in a text, in reading order, without overlaps, the longest name first. A list after `các Sở:` or
 * after a first department is read to its end (`Sở Tài chính, Xây dựng`): each item is a match of its own, with the
 * full name in `name`. Without a date a name that two bodies bore at different times means the provincial one.
 *
 * @example findAgencies('Giao Sở KH&ĐT chủ trì') // [{ start: 5, end: 13, code: 'so-ke-hoach-va-dau-tu', name: 'Sở Kế hoạch và Đầu tư' }]
 */
export function findAgencies(text: string, on?: string): AgencyMatch[] {
  const found: AgencyMatch[] = [];
  const reader = new WordReader(text);
  /** The list of departments or ministries that is being read, and where its last item ended. */
  let list: WordNode<Form> | undefined;
  let listEnd = -1;
  let i = 0;
  while (i < text.length) {
    if (!isWordCode(text.charCodeAt(i))) {
      i++;
      continue;
    }
    reader.read(i);
    const { hash, end: wordEnd } = reader;
    let hit = TRIE.starts.has(hash) ? findAt(text, i, on) : undefined;
    if (hit === undefined && list !== undefined) {
      if (listEnd >= 0 && isListGap(text, listEnd, i)) hit = findItem(text, i, list, on);
      if (hit === undefined && !reader.isAnd(i)) list = undefined;
    }
    if (hit !== undefined) {
      const { code, name } = { code: hit.form.row.code, name: nameOn(BY_CODE.get(hit.form.row.code) as Agency, on) };
      found.push({ start: i, end: hit.end, code, name });
      if (name.startsWith('Sở ') || name.startsWith('Bộ ')) list = listOf(hash, text, i) ?? list;
      listEnd = hit.end;
      i = hit.end;
      continue;
    }
    const head = listOf(hash, text, i);
    if (
      head !== undefined &&
      (/^\s*:/.test(text.slice(wordEnd, wordEnd + 3)) || /các\s*$/i.test(text.slice(Math.max(0, i - 5), i)))
    ) {
      list = head;
      listEnd = wordEnd;
    }
    i = wordEnd;
  }
  return found;
}

const SO_HASH = hashOf('sở');
const BO_HASH = hashOf('bộ');

function listOf(hash: number, text: string, at: number): WordNode<Form> | undefined {
  if (hash !== SO_HASH && hash !== BO_HASH) return undefined;
  const word = fold(text.slice(at, at + 2));
  return word === 'sở' ? SO : word === 'bộ' ? BO : undefined;
}

function findAt(text: string, at: number, on: string | undefined): Hit | undefined {
  const capital = isUpperAt(text, at);
  const hits = longestAt(text, at, false).filter(({ form, words, wrong }) =>
    capital ? !form.needsContext : words >= 3 && wrong === 0 && !form.weak && standsAlone(text, at),
  );
  return choose(hits, on);
}

/** A lower-case "sở" or "bộ" is often the end of another word (cơ sở y tế, cán bộ khoa học): only after these it isn't. */
function standsAlone(text: string, at: number): boolean {
  if (!/^[sb]/u.test(text.charAt(at))) return true;
  return /(?:^|[^\p{L} ]|(?:^|[^\p{L}])(?:các|giao|của|với|và|cho|do|tại|gửi))\s*$/u.test(
    text.slice(Math.max(0, at - 8), at).toLowerCase(),
  );
}

/** An item of a list of departments: the domain alone, with a capital, and the name complete after it. */
function findItem(text: string, at: number, list: WordNode<Form>, on: string | undefined): Hit | undefined {
  if (!isUpperAt(text, at)) return undefined;
  const hit = choose(longestAt(text, at, false, list), on);
  if (hit === undefined || hit.end - at < 4) return undefined;
  const after = fold(text.slice(hit.end, hit.end + 12));
  return /^\s*(?:$|[^\p{L}\s]|(?:và|chủ|phối|cùng|theo|các|tham|tỉnh|tổ|có)(?!\p{L}))/u.test(after) ||
    /^\s*\n/.test(text.slice(hit.end, hit.end + 3))
    ? hit
    : undefined;
}

/** Between two items of a list: a comma, semicolon, colon or và. */
function isListGap(text: string, from: number, to: number): boolean {
  return to - from <= 8 && /^\s*(?:[,;:]|và|[,;]\s*và)?\s*$/u.test(text.slice(from, to)) && to > from;
}

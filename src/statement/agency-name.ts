/** Reads one name of a body, or one group of bodies, at a place among words. */
import { bare } from '#catalogue/fold.ts';
import {
  AUTHORITY_NOUNS,
  BODIES,
  DESCRIPTIONS,
  DETERMINERS,
  FIELD_HEADS,
  FIELDS,
  FREE_HEADS,
  GROUP_NOUNS,
  LEVELS,
  LOOKALIKES,
  NEEDS_LEVEL,
  OFFICES,
  TERRITORY,
} from './data/agency-words.ts';
import { BREAKS, HELPERS, NAME_VERBS, ORDER_VERBS } from './data/role-words.ts';
import { Phrases, type Word } from './role-phrase.ts';

/** A body or a group of bodies: `words[from, to)`. */
export interface Body {
  readonly from: number;
  readonly to: number;
  /** `named`: one body. `group`: a class of bodies. `office`: the person at its head. `place`: territory with a name. */
  readonly kind: 'named' | 'group' | 'office' | 'place';
  /** A group of authorities (`các sở, ban, ngành`), which joins with its like. */
  readonly authority: boolean;
  /** Opened by `các`, `mỗi` … */
  readonly plural: boolean;
  /** The word that fields behind a comma share: `Sở Tài chính, Y tế` → `Sở`. Null when there is none. */
  readonly shared: number | null;
  /** The shared word is not printed before this field. */
  readonly distributed: boolean;
  /** Misread words and what they should be, by index. */
  readonly repairs: ReadonlyMap<number, string> | null;
  /** Words that belong to it and stand with its neighbour: `các ban và đại biểu | Hội đồng nhân dân`. */
  readonly completion: { readonly from: number; readonly to: number } | null;
}

const fields = new Phrases(FIELDS);
const fieldHeads = new Phrases(FIELD_HEADS);
const bodies = new Phrases(BODIES);
const freeHeads = new Phrases(FREE_HEADS);
const offices = new Phrases(OFFICES);
const determiners = new Phrases(DETERMINERS);
const authorityNouns = new Phrases(AUTHORITY_NOUNS);
const groupNouns = new Phrases(GROUP_NOUNS);
const levels = new Phrases(LEVELS);
const descriptions = new Phrases(DESCRIPTIONS);
const orderVerbs = new Phrases(ORDER_VERBS);
const helpers = new Phrases(HELPERS);

/** The first words that any body may begin with: a cheap test before reading. */
export const FIRST_WORDS: ReadonlySet<string> = new Set(
  [FIELD_HEADS, BODIES, FREE_HEADS, OFFICES, DETERMINERS, AUTHORITY_NOUNS, GROUP_NOUNS].flatMap((phrases) =>
    phrases.map((phrase) => phrase.split(/[ ,]/, 1)[0] as string),
  ),
);

/** True when an order's verb or a helper stands at `at`. */
export function isVerb(words: readonly Word[], at: number): boolean {
  return orderVerbs.match(words, at) > 0 || helpers.match(words, at) > 0;
}

/**
 * The body at `at`, or null.
 *
 * - `Sở Lao động, Thương binh và Xã hội chủ trì` → `Sở Lao động, Thương binh và Xã hội`
 * - `các sở, ban, ngành, địa phương triển khai` → the whole group
 * - not `Ban hành các chính sách`, `Bộ tiêu chí`, `Hội nghị xúc tiến`
 */
export function readBody(words: readonly Word[], at: number): Body | null {
  const word = words[at];
  if (word === undefined || word.mark || isLookalike(words, at)) return null;
  const office = offices.match(words, at);
  if (office > 0) {
    const person = readOffice(words, at, at + office, at);
    if (person !== null) return person;
  }
  const determiner = determiners.match(words, at);
  if (determiner > 0) return readPlural(words, at, at + determiner);
  return readNamed(words, at, at) ?? readGroup(words, at, at) ?? readPlace(words, at);
}

function isLookalike(words: readonly Word[], at: number): boolean {
  const second = words[at + 1];
  if (second === undefined || second.mark) return false;
  // A capital inside the pair marks a name: `Ban Bố trí dân cư`.
  if (second.capital) return false;
  const pair = `${words[at]?.low} ${second.low}`;
  if (LOOKALIKES.has(pair)) return true;
  const third = words[at + 2];
  return third !== undefined && LOOKALIKES.has(`${pair} ${third.low}`);
}

function body(from: number, to: number, kind: Body['kind'], rest: Partial<Body> = {}): Body {
  return {
    from,
    to,
    kind,
    authority: false,
    plural: false,
    shared: null,
    distributed: false,
    repairs: null,
    completion: null,
    ...rest,
  };
}

/** `Giám đốc Sở Y tế`, `Thủ trưởng các ban, ngành`, `Chủ tịch UBND xã`, `Bộ trưởng, …`; not `lãnh đạo, chỉ đạo`. */
function readOffice(words: readonly Word[], from: number, at: number, office: number): Body | null {
  const inner = readBody(words, words[at]?.low === 'của' ? at + 1 : at);
  if (inner !== null && inner.kind !== 'office' && inner.kind !== 'place') return { ...inner, from, kind: 'office' };
  const next = words[at]?.low;
  const bareOffice = words[office]?.low !== 'lãnh' && words[office]?.low !== 'đầu' && words[office]?.low !== 'thành';
  if (
    bareOffice &&
    words[office]?.capital === true &&
    at - office > 1 &&
    (next === ',' || next === 'và' || next === undefined)
  ) {
    return body(from, at, 'office');
  }
  return null;
}

function readPlural(words: readonly Word[], from: number, noun: number): Body | null {
  if (isLookalike(words, noun)) return null;
  const head = fieldHeads.match(words, noun);
  // `các Sở: Ngoại vụ, …` and `các Sở Tài chính, Xây dựng` share the word.
  if (head > 0) {
    const colon = words[noun + head]?.low === ':';
    const field = fieldAt(words, noun + head + (colon ? 1 : 0));
    if (field > 0) {
      const start = noun + head + (colon ? 1 : 0);
      return colon
        ? body(start, start + field, 'named', { shared: noun, distributed: true })
        : body(noun, readTail(words, start + field), 'named', { shared: noun });
    }
  }
  const office = offices.match(words, noun);
  if (office > 1) {
    const person = readOffice(words, from, noun + office, noun);
    if (person !== null) return person;
  }
  const group = readGroup(words, from, noun);
  if (group !== null) return group;
  const named = readNamed(words, from, noun);
  if (named !== null) return { ...named, kind: 'group', plural: true };
  return office === 1 ? readOffice(words, from, noun + office, noun) : null;
}

/** How many words a field takes at `at`, written as a proper name: `Kế hoạch và Đầu tư`, `KH&CN`. */
function fieldAt(words: readonly Word[], at: number): number {
  const word = words[at];
  if (word === undefined || !word.capital) return 0;
  const count = Math.max(fields.match(words, at), 0);
  return count > 0 ? count : word.upper && word.low.length > 2 && !/\d/.test(word.low) ? 1 : 0;
}

/** A field that shares the word before it: behind `Sở Tài chính,` the words `Y tế`. */
export function readSharedField(words: readonly Word[], at: number, shared: number): Body | null {
  const count = fieldAt(words, at);
  return count === 0 ? null : body(at, readTail(words, at + count), 'named', { shared, distributed: true });
}

/** A proper name: a head with its field, a known institution, or a head with words in capitals. */
function readNamed(words: readonly Word[], from: number, at: number): Body | null {
  const word = words[at] as Word;
  const head = fieldHeads.match(words, at);
  if (head > 0) {
    let field = fieldAt(words, at + head);
    if (field === 0 && word.capital && (word.low === 'sở' || word.low === 'bộ')) field = fields.match(words, at + head);
    if (field > 0) return body(from, readTail(words, at + head + field), 'named', { shared: at });
  }
  const known = bodies.match(words, at);
  if (known > 0) {
    const end = at + known;
    const joined = readJoined(words, end);
    if (joined > end) return body(from, joined, 'named');
    const tail = readTail(words, end);
    if (tail > end) return body(from, tail, 'named', { repairs: repairLevel(words, end) });
    const level = repairLevel(words, end);
    if (level !== null) return body(from, end + 1, 'named', { repairs: level });
    if (word.capital && !NEEDS_LEVEL.has(bodies.text(words, at, known))) return body(from, end, 'named');
  }
  const free = freeHeads.match(words, at);
  if (free > 0 && words[at + free]?.capital === true && !isDigits(words[at + free])) {
    return body(from, readFree(words, at + free), 'named');
  }
  if (known === 0) {
    const right = bodies.misread(words, at);
    if (right !== null)
      return body(from, readTail(words, at + right.length), 'named', { repairs: repairsOf(words, at, right) });
  }
  return null;
}

function isDigits(word: Word | undefined): boolean {
  return word !== undefined && word.low.charCodeAt(0) < 58;
}

function repairsOf(words: readonly Word[], at: number, right: readonly string[]): ReadonlyMap<number, string> {
  const repairs = new Map<number, string>();
  right.forEach((low, i) => {
    if (words[at + i]?.low !== low && low !== ',') repairs.set(at + i, low);
  });
  return repairs;
}

/** A misread `tỉnh` between a known body and the end of its item: `Công an tính,`; not `Công an nhân dân`. */
function repairLevel(words: readonly Word[], at: number): ReadonlyMap<number, string> | null {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || word.mark || word.low.length !== 4 || (next !== undefined && !next.mark)) return null;
  return word.low !== 'tỉnh' && bare(word.low).endsWith('inh') ? new Map([[at, 'tỉnh']]) : null;
}

/** A body put straight behind another belongs to it: `Ban cán sự đảng` + `UBND tỉnh`; `của` too. */
function readJoined(words: readonly Word[], at: number): number {
  const start = words[at]?.low === 'của' ? at + 1 : at;
  const word = words[start];
  if (word === undefined || word.mark || !word.capital) return at;
  const inner = readNamed(words, start, start);
  if (inner !== null) return inner.to;
  return at;
}

/** Level, place and description behind a name: `tỉnh Lào Cai`, `các huyện, thành phố, thị xã`, `liên quan`. */
function readTail(words: readonly Word[], at: number): number {
  let end = at;
  for (let round = 0; round < 6; round++) {
    const level = levelAt(words, end);
    if (level > 0) {
      end = readPlaceName(words, end + level);
      end = readMoreTerritory(words, end, level);
      continue;
    }
    const territory = territoryAt(words, end);
    if (territory > 0) {
      end = readMoreTerritory(words, readPlaceName(words, end + territory), 1);
      continue;
    }
    const description = descriptions.match(words, end);
    if (description > 0) {
      end += description;
      continue;
    }
    const place = round === 0 ? readPlaceName(words, end) : end;
    if (place === end) break;
    end = place;
  }
  return end;
}

function levelAt(words: readonly Word[], at: number): number {
  const count = levels.match(words, at);
  if (count === 0) return 0;
  const next = words[at + count]?.low;
  if (words[at]?.low === 'xã' && next === 'hội') return 0;
  if (words[at]?.low === 'nhà' && words[at + 1]?.low === 'nước' && words[at]?.capital !== true)
    return next === 'khu' ? count : 0;
  if (words[at]?.low === 'cơ' && next === 'dữ') return 0;
  return count;
}

/** `các huyện`, `xã` … at `at`; 0 for none. */
function territoryAt(words: readonly Word[], at: number): number {
  const plural = determiners.match(words, at);
  const count = authorityNouns.match(words, at + plural);
  if (count === 0 || !TERRITORY.has(authorityNouns.text(words, at + plural, count))) return 0;
  const first = words[at + plural]?.low;
  const next = words[at + plural + count]?.low;
  if (first === 'xã' && next === 'hội') return 0;
  if (first === 'thành' && next !== ',' && next !== 'và' && next !== undefined && count === 1) return 0;
  if (count === 1 && AMBIGUOUS_TERRITORY.has(first ?? '') && plural === 0 && next !== ',' && next !== 'và') return 0;
  return plural + count;
}

const AMBIGUOUS_TERRITORY = new Set(['bản', 'vùng', 'cụm', 'thị']);

/** `, thành phố, thị xã`, `và các khu vực` behind territory. */
function readMoreTerritory(words: readonly Word[], at: number, level: number): number {
  let end = at;
  if (level === 0) return end;
  for (;;) {
    const mark = words[end]?.low;
    if (mark !== ',' && mark !== 'và') return end;
    const start = mark === ',' && words[end + 1]?.low === 'và' ? end + 2 : end + 1;
    if (words[start]?.capital === true) return end;
    const territory = territoryAt(words, start);
    if (territory === 0) {
      const description = levelAt(words, start);
      if (description < 2 || words[start]?.low !== 'cấp') return end;
      end = start + description;
      continue;
    }
    end = readPlaceName(words, start + territory);
    const description = descriptions.match(words, end);
    end += description;
  }
}

/** A run of capital words that is no body: `Tân An`, `XIX`, `Hồ Chí Minh`. */
function readPlaceName(words: readonly Word[], at: number): number {
  let end = at;
  while (end - at < 4) {
    const word = words[end];
    if (word === undefined || !word.capital || word.mark) break;
    if (
      FIRST_WORDS.has(word.low) &&
      (bodies.match(words, end) > 0 ||
        offices.match(words, end) > 0 ||
        fieldHeads.match(words, end) > 0 ||
        determiners.match(words, end) > 0)
    )
      break;
    end++;
  }
  return end;
}

/** The rest of a name that no list knows: `Trung tâm | Hỗ trợ phát triển doanh nghiệp và Xúc tiến đầu tư tỉnh`. */
function readFree(words: readonly Word[], at: number): number {
  let end = at + 1;
  let sinceCapital = 0;
  while (end - at < 24) {
    const word = words[end];
    if (word === undefined) break;
    if (levelAt(words, end) > 0) return readTail(words, end);
    if (word.mark) {
      if (word.low !== '-' || words[end + 1]?.mark !== false) break;
      end++;
      continue;
    }
    if (word.low === 'và') {
      const next = words[end + 1];
      if (next === undefined || !next.capital || readBody(words, end + 1) !== null) break;
    } else if (!word.capital) {
      const verb = orderVerbs.match(words, end);
      if (verb > 0 && (sinceCapital > 1 || !NAME_VERBS.has(orderVerbs.text(words, end, verb)))) break;
      if (verb === 0 && (helpers.match(words, end) > 0 || BREAKS.has(word.low) || descriptions.match(words, end) > 0)) {
        return readTail(words, end);
      }
      if (verb > 0) {
        end += verb;
        sinceCapital++;
        continue;
      }
    }
    sinceCapital = word.capital ? 0 : sinceCapital + 1;
    end++;
  }
  return end;
}

/** Groups: `các sở, ban, ngành, địa phương`, `cấp ủy, chính quyền`, `doanh nghiệp viễn thông, bưu chính`. */
function readGroup(words: readonly Word[], from: number, at: number): Body | null {
  let noun = nounAt(words, at, from < at);
  if (noun === null) return null;
  let authority = noun.authority;
  let end = at;
  const first = noun;
  for (;;) {
    end = readDescription(words, end + noun.count, noun.open);
    const next = nextNoun(words, end, authority, noun.open);
    if (next === null) break;
    end = next.at;
    if (next.noun === null) {
      end = next.end;
      break;
    }
    noun = next.noun;
    authority &&= noun.authority;
  }
  if (from === at && first.needsCompany && end === at + first.count) return null;
  return body(from, end, 'group', { authority, plural: from < at });
}

interface Noun {
  readonly count: number;
  readonly authority: boolean;
  /** Takes any words that describe it. */
  readonly open: boolean;
  /** Alone and without a determiner it is no group: `sở`, `cấp`. */
  readonly needsCompany: boolean;
}

const CLOSED = new Set([
  'sở',
  'ban',
  'bộ',
  'cấp',
  'địa phương',
  'cá nhân',
  'sở ngành',
  'ban ngành',
  'sở ban ngành',
  'bộ ngành',
  'bộ ban ngành',
  'ban bộ ngành',
  'lĩnh vực',
  'cấp ủy',
  'chính quyền',
  'mặt trận',
  'đoàn',
  'hội',
]);
const LONELY = new Set([
  'sở',
  'ban',
  'bộ',
  'cấp',
  'hội',
  'đoàn',
  'phòng',
  'mặt trận',
  'đảng ủy',
  'lĩnh vực',
  'cá nhân',
  'ngành',
  'tổ chức',
  'đoàn thể',
  'chi bộ',
  'phòng ban',
  'trường',
  'viện',
  'trung tâm',
  'công ty',
  'ngân hàng',
  'ban quản lý',
  'đơn vị',
  'cơ quan',
  'địa phương',
]);

function nounAt(words: readonly Word[], at: number, plural: boolean): Noun | null {
  if (isLookalike(words, at)) return null;
  const authority = authorityNouns.match(words, at);
  const group = groupNouns.match(words, at);
  if (authority === 0 && group === 0) return null;
  const count = Math.max(authority, group);
  const text = authorityNouns.text(words, at, count);
  const territory = TERRITORY.has(text);
  if (territory && !plural) return null;
  if (text === 'xã' && words[at + count]?.low === 'hội') return null;
  if (text === 'tổ chức' && !plural && !isOrganisation(words, at + count)) return null;
  return {
    count,
    authority: authority >= group,
    open: !territory && !CLOSED.has(text),
    needsCompany: LONELY.has(text),
  };
}

const AFTER_ORGANISATION = new Set([
  'liên',
  'có',
  'chính',
  'xã',
  'đoàn',
  'thành',
  'hội',
  'kinh',
  'tín',
  'quốc',
  'phi',
  'khác',
  'đảng',
  'cơ',
  'nghề',
  'tôn',
  'hoạt',
  'khoa',
  'cá',
  'trong',
  'trên',
  'trực',
  'sự',
  'công',
  ',',
  'và',
  '-',
  ';',
  '.',
  ':',
  ')',
  '(',
]);

/** `tổ chức` as a noun: `tổ chức liên quan`; as a verb: `tổ chức quán triệt`. */
function isOrganisation(words: readonly Word[], at: number): boolean {
  const next = words[at];
  return next === undefined || AFTER_ORGANISATION.has(next.low);
}

function readDescription(words: readonly Word[], at: number, open: boolean): number {
  let end = readTail(words, at);
  if (open) {
    end = readPlain(words, end);
    const level = readTail(words, end);
    if (level > end) end = level;
  }
  const of = words[end]?.low === 'của' ? readBody(words, end + 1) : null;
  return of !== null && of.kind !== 'office' ? of.to : end;
}

const ACTIVITY = new Set(['động', 'doanh', 'vụ', 'làm']);

/** Words that describe a group: `viễn thông`, `hoạt động khai thác khoáng sản`; not the verb behind them. */
function readPlain(words: readonly Word[], at: number): number {
  let end = at;
  while (end - at < 14) {
    const word = words[end];
    if (word === undefined) break;
    if (word.mark) {
      if (word.low !== '-' || end === at || words[end + 1]?.mark !== false) break;
      end++;
      continue;
    }
    if (BREAKS.has(word.low)) break;
    const verb = orderVerbs.match(words, end);
    if (verb > 0 || helpers.match(words, end) > 0) {
      const before = words[end - 1]?.low ?? '';
      if (verb === 0 || end === at || !ACTIVITY.has(before) || !NAME_VERBS.has(orderVerbs.text(words, end, verb)))
        break;
      end += verb;
      continue;
    }
    if (word.capital && end > at && readNamed(words, end, end) !== null) break;
    if (descriptions.match(words, end) > 0) break;
    end++;
  }
  return end;
}

/** What goes on with the same group behind a comma or `và`: `, ngành`, `và chính quyền địa phương`, `, các địa phương`. */
function nextNoun(
  words: readonly Word[],
  at: number,
  authority: boolean,
  open: boolean,
): { at: number; end: number; noun: Noun | null } | null {
  const mark = words[at]?.low;
  if (mark !== ',' && mark !== 'và') return null;
  let start = at + 1;
  if (mark === ',' && words[start]?.low === 'và') start++;
  const plural = words[start]?.low === 'các' ? 1 : 0;
  const place = start + plural;
  const word = words[place];
  if (word === undefined || word.mark) return null;
  const noun = nounAt(words, place, true);
  if (noun !== null && (plural === 1 || !isOrderThere(words, place))) {
    if (plural === 1 && (!authority || !noun.authority)) return null;
    if (word.capital && readNamed(words, place, place) !== null) return null;
    return { at: place, end: place, noun };
  }
  if (plural === 1 || !open || mark !== ',' || word.capital || isVerb(words, place) || BREAKS.has(word.low))
    return null;
  // `doanh nghiệp viễn thông, bưu chính ưu tiên …`: a second description before the verb.
  const end = readPlain(words, place);
  const after = words[end];
  const closes =
    after === undefined || after.low === ';' || after.low === '.' || after.low === ':' || isVerb(words, end);
  return end > place && end - place <= 4 && closes ? { at: place, end, noun: null } : null;
}

/** A noun that is also a verb, used as a verb: `, tổ chức thực hiện`, `, cấp phép`. */
function isOrderThere(words: readonly Word[], at: number): boolean {
  const low = words[at]?.low;
  if (low === 'tổ') return !isOrganisation(words, at + 2);
  if (low === 'cấp')
    return (
      words[at + 1]?.mark === false &&
      words[at + 1]?.low !== 'ủy' &&
      words[at + 1]?.low !== 'cơ' &&
      words[at + 1]?.low !== 'liên'
    );
  return false;
}

/** `Huyện Thanh Ba`, `thành phố Việt Trì`: a place, a body only when it acts. */
function readPlace(words: readonly Word[], at: number): Body | null {
  const count = authorityNouns.match(words, at);
  if (count === 0 || !TERRITORY.has(authorityNouns.text(words, at, count))) return null;
  const end = readPlaceName(words, at + count);
  return end > at + count ? body(at, end, 'place') : null;
}

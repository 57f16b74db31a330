/** Reads one name of a body, or one group of bodies, at a place among words. */
import { bare } from '#base/fold.ts';
import type { Word } from '#statement/role/phrase.ts';
import { BREAKS, NAME_VERBS } from '#statement/role/vocabulary.ts';
import { readGroup } from './group.ts';
import { levelAt, readPlaceName, readTail } from './tail.ts';
import { NEEDS_LEVEL, PURPOSED, TERRITORY } from './vocabulary.ts';
import {
  authorityNouns,
  type Body,
  bodies,
  body,
  descriptions,
  determiners,
  fieldHeads,
  fields,
  freeHeads,
  helpers,
  isLookalike,
  offices,
  orderVerbs,
} from './word.ts';

/**
 * The body at `at`, or null.
 *
 * - `Sở Lao động, Thương binh và Xã hội chủ trì` → `Sở Lao động, Thương binh và Xã hội`
 * - `các sở, ban, ngành, địa phương triển khai` → the whole group
 * - not `Ban hành các chính sách`, `Bộ tiêu chí`, `Hội nghị xúc tiến`
 */
export function readBody(words: readonly Word[], at: number): Body | null {
  if (depth >= DEEPEST) return null;
  depth++;
  const found = readAny(words, at);
  depth--;
  return found;
}

/** Names nest (`Chủ tịch | Hội | …`), but never deeply; the bound keeps a senseless text from costing time. */
const DEEPEST = 5;
let depth = 0;

function readAny(words: readonly Word[], at: number): Body | null {
  const word = words[at];
  if (word === undefined || word.mark || isLookalike(words, at)) return null;
  const office = offices.match(words, at);
  if (office > 0) {
    const person = readOffice(words, at, at + office, at);
    const head = readHead(words, at, at + office);
    if (head !== null && head.to > (person?.to ?? 0)) return head;
    if (person !== null) return person;
  }
  const determiner = determiners.match(words, at);
  if (determiner > 0) return readPlural(words, at, at + determiner);
  return readNamed(words, at, at) ?? readGroup(words, at, at, neighbours) ?? readPlace(words, at);
}

/** `Giám đốc Sở Y tế`, `Thủ trưởng các ban, ngành`, `Chủ tịch UBND xã`, `Bộ trưởng, …`; not `lãnh đạo, chỉ đạo`. */
function readOffice(words: readonly Word[], from: number, at: number, office: number): Body | null {
  const inner = readBody(words, words[at]?.low === 'của' ? at + 1 : at);
  if (inner?.distributed === true) return { ...inner, kind: 'office', office: { from, to: at } };
  const comrade = words[at - 1]?.low === 'chí' || words[at - 1]?.low === 'viên';
  if (inner !== null && (inner.kind !== 'office' || comrade) && inner.kind !== 'place')
    return { ...inner, from, kind: 'office' };
  const next = words[at]?.low;
  // `Giám đốc | sở`, `Thủ trưởng | ban, ngành`: without a determiner every one of them is meant.
  if (inner === null && next !== undefined && PLAIN.has(next) && words[office]?.low !== 'lãnh') {
    const group = readGroup(words, office, at, neighbours);
    if (group !== null) return body(from, group.to, 'office');
  }
  // `các tổ đại biểu | và đại biểu Hội đồng nhân dân tỉnh`: the council stands with its neighbour.
  if (words[at - 1]?.low === 'biểu' && words[at - 3]?.low === 'tổ' && next === 'và') return body(from, at, 'group');
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

/** `Trưởng | Ban Tổ chức Tỉnh ủy`, `Chánh | Thanh tra tỉnh`: the office took the first word of the body. */
function readHead(words: readonly Word[], from: number, to: number): Body | null {
  for (let i = from; i + 1 < to; i++) {
    const low = words[i]?.low;
    if (low !== 'trưởng' && low !== 'chánh') continue;
    const inner = readBody(words, i + 1);
    return inner?.kind === 'named' && inner.to > to ? { ...inner, from, kind: 'office' } : null;
  }
  return null;
}

const PLAIN = new Set(['sở', 'ban', 'ngành']);

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
  const group = readGroup(words, from, noun, neighbours);
  if (group !== null) return group;
  const named = readNamed(words, from, noun);
  if (named !== null) return { ...named, kind: 'group', plural: true };
  return office === 1 ? readOffice(words, from, noun + office, noun) : null;
}

/** How many words a field takes at `at`, written as a proper name: `Kế hoạch và Đầu tư`, `KH&CN`. */
function fieldAt(words: readonly Word[], at: number): number {
  const word = words[at];
  if (word === undefined || !word.capital) return 0;
  const count = beforeLonger(words, at, Math.max(fields.match(words, at), 0));
  return count > 0 ? count : word.upper && word.low.length > 2 && !/\d/.test(word.low) ? 1 : 0;
}

/** `Tài chính, Kế hoạch` in `Tài chính, Kế hoạch và Đầu tư`: two fields, for the second reaches further. */
function beforeLonger(words: readonly Word[], at: number, count: number): number {
  for (let k = 1; k < count; k++) {
    if (words[at + k]?.low === ',' && k + 1 + fields.match(words, at + k + 1) > count) return k;
  }
  return count;
}

/** A field that shares the word before it: behind `Sở Tài chính,` the words `Y tế`. */
export function readSharedField(
  words: readonly Word[],
  at: number,
  shared: number,
  office: Body['office'] = null,
): Body | null {
  const count = fieldAt(words, at);
  return count === 0
    ? null
    : body(at, readTail(words, at + count), office === null ? 'named' : 'office', {
        shared,
        distributed: true,
        office,
      });
}

/** A proper name: a head with its field, a known institution, or a head with words in capitals. */
function readNamed(words: readonly Word[], from: number, at: number): Body | null {
  const word = words[at];
  if (word === undefined || word.mark) return null;
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
    const purpose = PURPOSED.has(bodies.text(words, at, known)) ? readPurpose(words, end) : end;
    if (purpose > end) return body(from, purpose, 'named');
    const level = repairLevel(words, end);
    if (level !== null) return body(from, end + 1, 'named', { repairs: level });
    if (word.capital && !NEEDS_LEVEL.has(bodies.text(words, at, known))) return body(from, end, 'named');
  }
  const free = freeHeads.match(words, at);
  const acts = word.low === 'tổ' && words[at + 1]?.low === 'chức';
  if (free > 0 && !acts && words[at + free]?.capital === true && !isDigits(words[at + free])) {
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
  // `Ban Thường vụ | các huyện ủy, thành ủy`
  if (word?.low === 'các' && words[start + 2]?.low === 'ủy') return readBody(words, start)?.to ?? at;
  if (word === undefined || word.mark || !word.capital) return at;
  return readBody(words, start)?.to ?? at;
}

/** The purpose and the level behind it: `phòng, chống dịch Covid-19 tỉnh`; not `xây dựng kế hoạch.` */
function readPurpose(words: readonly Word[], at: number): number {
  for (let i = at; i < words.length && i - at < 16; i++) {
    const word = words[i] as Word;
    if (word.mark && word.low !== ',' && word.low !== '-') return at;
    if (i > at && levelAt(words, i) > 0) return readTail(words, i);
    if (BREAKS.has(word.low) || helpers.match(words, i) > 0) return at;
  }
  return at;
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

/** `Huyện Thanh Ba`, `thành phố Việt Trì`: a place, a body only when it acts. */
function readPlace(words: readonly Word[], at: number): Body | null {
  const count = authorityNouns.match(words, at);
  if (count === 0 || !TERRITORY.has(authorityNouns.text(words, at, count))) return null;
  const end = readPlaceName(words, at + count);
  return end > at + count ? body(at, end, 'place') : null;
}

const neighbours = {
  named: (words: readonly Word[], at: number): Body | null => readNamed(words, at, at),
  any: readBody,
};

/** Reads a printed list of bodies: `Sở Tài chính, Y tế; các sở, ban, ngành và UBND cấp xã`. */

import { Phrases, type Word, wordsOf } from '#statement/role/phrase.ts';
import { CELL_VERBS } from '#statement/role/vocabulary.ts';
import { readBody, readSharedField } from './name.ts';
import { type Body, body, FIRST_WORDS } from './word.ts';

const cellVerbs = new Phrases(CELL_VERBS);

/** A body as printed, at `text.slice(start, end)`. */
export interface AgencyName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Bodies read one behind the other: `words[from, to)`. */
export interface BodyList {
  readonly bodies: readonly Body[];
  readonly to: number;
}

/**
 * The list that begins at `at`, as far as it goes; null when no body stands there.
 *
 * - `Sở Tài chính, Sở Xây dựng, UBND cấp huyện và các đơn vị liên quan triển khai` → four, up to `triển khai`
 * - not the `Xây dựng` of `Sở Tài chính. Xây dựng kế hoạch`
 */
export function readList(words: readonly Word[], at: number, loose = false): BodyList | null {
  const first = readBody(words, at) ?? (loose ? readAcronym(words, at) : null);
  if (first === null) return null;
  const bodies: Body[] = [first];
  let to = first.to;
  const shared = readNamesBehindColon(words, first);
  if (shared !== null) {
    bodies[0] = shared;
    to = shared.to;
  }
  for (;;) {
    const previous = bodies[bodies.length - 1] as Body;
    const start = afterSeparator(words, to);
    if (start === 0) break;
    const next = readNext(words, start, previous, loose);
    if (next === null) break;
    to = next.to;
    if (joins(previous, next, words)) bodies[bodies.length - 1] = { ...previous, to: next.to };
    else bodies.push(next);
  }
  return { bodies: joinLevels(words, completeCouncil(words, bodies)), to };
}

/** `Các Sở, ngành: Tài chính, Y tế`: the fields behind the colon say which Sở. Not `Các sở, ngành: Rà soát …`. */
function readNamesBehindColon(words: readonly Word[], group: Body): Body | null {
  if (!group.authority || !group.plural || words[group.to]?.low !== ':') return null;
  const noun = words[group.from + 1]?.low;
  if (noun !== 'sở' && noun !== 'bộ') return null;
  const field = readSharedField(words, group.to + 1, group.from + 1);
  if (field === null) return null;
  const next = words[field.to]?.low;
  return next === undefined || next === ',' || next === ';' || next === 'và' || next === ':' ? field : null;
}

function readNext(words: readonly Word[], at: number, previous: Body, loose: boolean): Body | null {
  // A field written like a verb's object is none: the capital tells (`Sở Tài chính, xây dựng kế hoạch`).
  const field = previous.shared === null ? null : readSharedField(words, at, previous.shared, previous.office);
  const whole = readBody(words, at);
  if (whole !== null && (field === null || whole.to >= field.to)) return whole;
  return field ?? (loose ? readAcronym(words, at) : null);
}

/** `VTV`, `VNPT`: a body of which nothing is known but its capitals. */
function readAcronym(words: readonly Word[], at: number): Body | null {
  const word = words[at];
  if (word === undefined || !word.upper || word.low.length < 3) return null;
  return body(at, at + 1, 'named');
}

/** The index behind `,` `;` `và` `cùng (với)`, 0 when none stands there. */
function afterSeparator(words: readonly Word[], at: number): number {
  const low = words[at]?.low;
  if (low !== ',' && low !== ';' && low !== 'và' && low !== 'cùng' && low !== 'hoặc') return 0;
  let next = at + 1;
  const more = words[next]?.low;
  if ((low === ',' || low === ';') && (more === 'và' || more === 'cùng')) next++;
  if (words[next]?.low === 'với' && words[next - 1]?.low === 'cùng') next++;
  return next;
}

/**
 * Two groups of authorities are one group as printed.
 *
 * - `Các Sở, ban, ngành` + `và các cơ quan, đơn vị liên quan` → one
 * - not behind `;`, and not with a group that says which: `các tổ chức chính trị - xã hội`, `các doanh nghiệp`
 */
function joins(previous: Body, next: Body, words: readonly Word[]): boolean {
  if (previous.kind !== 'group' || next.kind !== 'group' || !previous.authority || !next.authority) return false;
  return words[previous.to]?.low !== ';';
}

/** `các ban và đại biểu Hội đồng nhân dân tỉnh`: the committees are the council's too. */
function completeCouncil(words: readonly Word[], bodies: Body[]): Body[] {
  for (let i = 0; i + 1 < bodies.length; i++) {
    const committees = bodies[i] as Body;
    const members = bodies[i + 1] as Body;
    if (!isCommittee(words, committees)) continue;
    const council = councilAt(words, members);
    if (council > 0) bodies[i] = { ...committees, completion: { from: council, to: members.to } };
  }
  return bodies;
}

/** `các ban`, `các tổ đại biểu`, with nothing behind it. */
function isCommittee(words: readonly Word[], { from, to }: Body): boolean {
  const last = words[to - 1]?.low;
  return to - from < 5 && (last === 'biểu' || (last === 'ban' && to - from === 2));
}

/** Where the council's name begins in `(các) (tổ) đại biểu Hội đồng nhân dân tỉnh`; 0 when it is another body. */
function councilAt(words: readonly Word[], body: Body): number {
  for (let i = body.from; i + 1 < body.to; i++) {
    if (words[i]?.low !== 'đại' || words[i + 1]?.low !== 'biểu') continue;
    const low = words[i + 2]?.low;
    return low === 'hội' || low === 'hđnd' ? i + 2 : 0;
  }
  return 0;
}

/** `Cấp ủy, chính quyền, Mặt trận Tổ quốc, tổ chức chính trị - xã hội các cấp`: the level at the end binds all. */
function joinLevels(words: readonly Word[], bodies: Body[]): Body[] {
  const last = bodies[bodies.length - 1] as Body;
  if (bodies.length < 2 || words[last.to - 1]?.low !== 'cấp' || words[last.to - 2]?.low !== 'các') return bodies;
  const first = bodies[0] as Body;
  if (first.kind !== 'group' || first.plural) return bodies;
  for (const body of bodies)
    if (body !== last && (body.kind === 'office' || words[body.to]?.low === ';')) return bodies;
  return [{ ...first, to: last.to }];
}

/** The name of a body as printed, with misread words put right and a shared head put before it. */
export function nameOf(text: string, words: readonly Word[], body: Body): AgencyName {
  const start = (words[body.from] as Word).start;
  const end = (words[body.to - 1] as Word).end;
  let name = '';
  if (body.repairs === null) name = text.slice(start, end);
  else {
    let at = start;
    for (const [index, low] of body.repairs) {
      const word = words[index] as Word;
      name += text.slice(at, word.start) + (word.capital ? low.charAt(0).toUpperCase() + low.slice(1) : low);
      at = word.end;
    }
    name += text.slice(at, end);
  }
  if (body.distributed && body.shared !== null) {
    const head = words[body.shared] as Word;
    const word = text.slice(head.start, head.end);
    name = `${word.charAt(0).toUpperCase()}${word.slice(1)} ${name}`;
    if (body.office !== null)
      name = `${text.slice((words[body.office.from] as Word).start, (words[body.office.to - 1] as Word).end)} ${name}`;
  }
  if (body.completion !== null) {
    const { from, to } = body.completion;
    name += ` ${text.slice((words[from] as Word).start, (words[to - 1] as Word).end)}`;
  }
  return { name: name.replace(/\s+/g, ' ').replace(LOST_SPACE, '$1 '), start, end };
}

/** `Giám đốcSở Y tế` */
const LOST_SPACE = /(\p{Ll}{2})(?=(?:Sở|Bộ|Ban|UBND)\s)/gu;

/** Ends of items in a cell: a line break, `;`, a bullet. */
const ITEM_END = /[;\n\r]|<br\s*\/?>/g;
/** The same for a cell that begins with a bullet, whose lines may have been joined: `- Sở Tài chính - Sở Y tế`. */
const BULLET_END = /[;\n\r]|\s[-•+]\s|<br\s*\/?>/g;
const BULLET = /^\s*[-•+]\s/;

/**
 * Splits a printed list of bodies, as in a table cell or behind `phối hợp với`.
 *
 * - `Sở Tài chính, các sở, ban, ngành` → `Sở Tài chính` | `các sở, ban, ngành`
 * - `Các Sở: Ngoại vụ, Y tế` → `Sở Ngoại vụ` | `Sở Y tế`
 * - `Sở KH&CN chủ trì hướng dẫn; UBND cấp xã thực hiện` → `Sở KH&CN` | `UBND cấp xã`
 */
export function splitAgencies(text: string): AgencyName[] {
  const names: AgencyName[] = [];
  let from = 0;
  for (const match of text.matchAll(BULLET.test(text) ? BULLET_END : ITEM_END)) {
    splitPart(text, from, match.index, names);
    from = match.index + match[0].length;
  }
  splitPart(text, from, text.length, names);
  return names;
}

function splitPart(text: string, from: number, to: number, names: AgencyName[]): void {
  const words = wordsOf(text, from, to);
  let at = 0;
  while (at < words.length) {
    const word = words[at] as Word;
    if (word.mark || word.low === 'và' || word.low === 'cùng' || word.low === 'với') {
      at++;
      continue;
    }
    const list = readList(words, at, true);
    if (list === null) {
      at = readUnknown(text, words, at, names);
      continue;
    }
    const to = endOfItem(words, list);
    list.bodies.forEach((one, i) => {
      names.push(nameOf(text, words, i === list.bodies.length - 1 ? { ...one, to } : one));
    });
    at = to;
    while (at < words.length && !isItemMark(words, at) && readBody(words, at) === null) at++;
  }
}

/**
 * Where the last name of a list in a cell ends.
 *
 * - `Các doanh nghiệp | cung cấp dịch vụ bưu chính`: what is no order says which, up to the next mark
 * - `Sở KH&CN | chủ trì hướng dẫn`, `Sở Y tế | Sở Nội vụ`: not
 */
function endOfItem(words: readonly Word[], list: BodyList): number {
  const last = list.bodies[list.bodies.length - 1] as Body;
  const next = words[list.to];
  if (last.kind !== 'group' || next === undefined || next.mark || next.capital) return list.to;
  if (isItemMark(words, list.to) || cellVerbs.match(words, list.to) > 0) return list.to;
  let to = list.to;
  while (to < words.length && !isItemMark(words, to)) to++;
  return to;
}

/** A body that no rule knows runs to the next mark: `Hộ gia đình, VNPT` → two; not a cut-off `Bộ`. */
function readUnknown(text: string, words: readonly Word[], at: number, names: AgencyName[]): number {
  let end = at + 1;
  while (end < words.length && !isItemMark(words, end)) end++;
  const start = (words[at] as Word).start;
  const stop = (words[end - 1] as Word).end;
  const cut = end - at === 1 && FIRST_WORDS.has((words[at] as Word).low) && !(words[at] as Word).upper;
  if ((words[at] as Word).capital && end - at <= 14 && !cut)
    names.push({ name: text.slice(start, stop).replace(/\s+/g, ' '), start, end: stop });
  return end;
}

function isItemMark(words: readonly Word[], at: number): boolean {
  const low = (words[at] as Word).low;
  if (low === ',' || low === '(' || low === ')' || low === ':' || low === '.') return true;
  return (
    (low === 'và' || low === 'cùng') && FIRST_WORDS.has(words[at + 1]?.low ?? '') && readBody(words, at + 1) !== null
  );
}

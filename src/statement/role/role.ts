/**
 * Who leads (chủ trì) and who supports (phối hợp): grammar over clean text. Knows no document and no sentence; bodies
 * are read by their own grammar in `agency-name.ts`, vocabulary is data.
 */
import { fold } from '#base/fold.ts';
import { type BodyList, nameOf, readList, splitAgencies } from '#statement/agency/list.ts';
import type { Confidence } from '#statement/model.ts';
import { CLAUSE_WORDS, mayBeMisread, type Part, readClauses, type Setting } from './clause.ts';
import { Phrases, type Word, wordsOf } from './phrase.ts';
import { readCoordination } from './support.ts';
import { DUTY_HEADINGS, RESTRICTERS } from './vocabulary.ts';

/** A body with a part in a task; `start`, `end` are UTF-16 offsets in the string it was read from. */
export interface Role {
  /** The full name as printed, with misread words put right. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Taken over from the heading above; the offsets are then the heading's. */
  readonly inherited: boolean;
  readonly confidence: Confidence;
}

/** Leads and supports of a block, a heading or a table row. */
export interface Roles {
  readonly lead: Role[];
  readonly support: Role[];
}

const dutyHeadings = new Phrases(DUTY_HEADINGS);

/**
 * The leads and supports of a block, with those of the heading above where it names none.
 *
 * @example readRoles('Chủ trì, phối hợp với Sở Y tế tổ chức …', { lead: [Sở Nội vụ], support: [] })
 *   // lead Sở Nội vụ (inherited), support Sở Y tế
 */
export function readRoles(block: string, inherited: Roles | null): Roles {
  const led = (inherited?.lead.length ?? 0) > 0;
  const found = readParts(block, { heading: false, led });
  return inherited === null ? found.roles : inherit(found, inherited);
}

interface Found {
  readonly roles: Roles;
  /** The block's first clause names a lead. */
  readonly leads: boolean;
}

/** A block's own `phối hợp` replaces the heading's, its own lead the heading's lead with all that belongs to it. */
function inherit(found: Found, inherited: Roles): Found['roles'] {
  const own = found.roles;
  const above = { lead: inherited.lead.map(handDown), support: inherited.support.map(handDown) };
  const replaced = found.leads && own.lead.length > 0;
  // Who acts in a later sentence acts beside the heading's lead, unless it is the same body in other words.
  const lead = replaced
    ? own.lead
    : [...above.lead, ...own.lead.filter((role) => !above.lead.some((one) => sameHead(one, role)))];
  const support = own.support.length > 0 || replaced ? own.support : above.support;
  return { lead, support };
}

function handDown(role: Role): Role {
  return { ...role, inherited: true };
}

/** `UBND cấp xã` under `UBND các xã, phường`: councils and committees of a level; not `Sở Y tế` under `Sở Nội vụ`. */
function sameHead(a: Role, b: Role): boolean {
  const first = plainName(a);
  const second = plainName(b);
  return first === second || (BY_LEVEL.test(first) && first.slice(0, 5) === second.slice(0, 5));
}

const BY_LEVEL = /^(?:ubnd|hđnd) /;

function plainName(role: Role): string {
  return fold(role.name)
    .replace(/^các /, '')
    .replace(/^ủy ban nhân dân/, 'ubnd')
    .replace(/^hội đồng nhân dân/, 'hđnd');
}

/** Reads the sentences of a block. */
function readParts(block: string, setting: Setting): Found {
  const lead: Role[] = [];
  const support: Role[] = [];
  const seen = new Set<string>();
  let leads = false;
  for (let from = 0; from < block.length; ) {
    const to = sentenceEnd(block, from);
    if (mayName(block, from, to)) {
      const words = wordsOf(block, from, to);
      const together = mentions(block, from, to, 'hối hợp') || mentions(block, from, to, 'trì cùng');
      const partners = together ? readCoordination(words) : [];
      const clauses = readClauses(words, setting, partners);
      if (from === 0 && clauses.length > 0) leads = isAtHead(words, clauses[0] as Part);
      for (const part of [...clauses, ...partners]) {
        put(part.role === 'lead' ? lead : support, seen, toRole(block, words, part, from === 0), part);
      }
    }
    from = to;
  }
  return { roles: { lead, support }, leads };
}

/** The part stands in the block's first clause, before any `;`. */
function isAtHead(words: readonly Word[], part: Part): boolean {
  if (part.role !== 'lead') return false;
  for (let i = 0; i < part.at; i++) if (words[i]?.low === ';') return false;
  return true;
}

/** Adds a role once. */
function put(roles: Role[], seen: Set<string>, role: Role, part: Part): void {
  const key = `${part.role} ${fold(role.name)}`;
  if (seen.has(key)) return;
  seen.add(key);
  roles.push(role);
}

function toRole(text: string, words: readonly Word[], part: Part, first: boolean): Role {
  const { name, start, end } = nameOf(text, words, part.body);
  return { name, start, end, inherited: false, confidence: confidenceOf(part, first) };
}

function confidenceOf({ body, source }: Part, first: boolean): Confidence {
  if (body.repairs !== null || body.kind === 'place') return 'guess';
  if (source === 'subject' && !first) return 'check';
  return source === 'request' ? 'check' : 'high';
}

const DOT = 46;
const NEWLINE = 10;
const SEMICOLON = 59;
const COLON = 58;
const SPACE = 32;
const BRACKET = 40;

/** The end of the sentence that begins at `from`: behind `. ` or a line break. */
function sentenceEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === NEWLINE) return i + 1;
    if (code === DOT && text.charCodeAt(i + 1) === SPACE) return i + 2;
  }
  return text.length;
}

/** A cheap test: does any clause begin with a word that can name a body, or does `phối hợp` stand anywhere? */
function mayName(text: string, from: number, to: number): boolean {
  if (startsWithClauseWord(text, from, to)) return true;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === SEMICOLON || code === COLON || code === BRACKET) {
      if (startsWithClauseWord(text, i + 1, to)) return true;
    } else if (code === 104 && text.startsWith('hối hợp', i)) return true;
    else if (code === 103 && text.startsWith(', giao ', i - 2)) return true;
  }
  return false;
}

function mentions(text: string, from: number, to: number, what: string): boolean {
  // Cut first: a search to the block's end from each of its sentences would cost the square of its length.
  return text.slice(from, to).includes(what);
}

const known = new Map<string, boolean>();

function startsWithClauseWord(text: string, from: number, to: number): boolean {
  let start = from;
  while (start < to && !isLetterCode(text.charCodeAt(start))) start++;
  let end = start;
  while (end < to && isLetterCode(text.charCodeAt(end))) end++;
  if (end === start || end - start > 12) return false;
  const word = text.slice(start, end);
  let yes = known.get(word);
  if (yes === undefined) {
    yes = CLAUSE_WORDS.has(fold(word)) || mayBeMisread(word);
    if (known.size < 20_000) known.set(word, yes);
  }
  return yes;
}

function isLetterCode(code: number): boolean {
  return code > 127 || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** The marker of a heading: `1.2.`, `IV.`, `a)`, `3.1-`. */
const MARKER = /^\s*(?:(?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)\-–:]+\s*)?/u;

/**
 * The bodies of a heading or lead-in that governs bullets; null when it names a topic.
 *
 * - `1.2. Sở Kế hoạch và Đầu tư chủ trì, phối hợp với các sở, ngành:` → lead and support
 * - `Trách nhiệm của Sở Y tế`, `Sở Tư pháp:`, `Phát triển y tế (Sở Y tế chủ trì)` → lead
 * - not `Về phát triển kinh tế`, `Ban hành chính sách`, `Thành phố Việt Trì:`
 */
export function readHeadingRoles(heading: string): Roles | null {
  const marker = MARKER.exec(heading)?.[0].length ?? 0;
  const words = wordsOf(heading, marker);
  const duty = dutyHeadings.match(words, 0);
  const list = duty > 0 ? readList(words, duty) : null;
  const setting = { heading: true, led: false };
  const parts: Part[] = [];
  if (list !== null && endsDuty(words, list)) {
    for (const body of nameWhole(list, words))
      if (isActor(words, body)) parts.push({ body, role: 'lead', source: 'subject', at: 0, until: list.to });
  } else {
    // A place is no body that every bullet could work with: `chủ động phối hợp với thành phố Hà Nội …, cụ thể:`.
    const partners = readCoordination(words).filter(({ body }) => body.kind !== 'place');
    parts.push(...readClauses(words, setting, partners), ...partners);
  }
  const lead: Role[] = [];
  const support: Role[] = [];
  const seen = new Set<string>();
  for (const part of parts) put(part.role === 'lead' ? lead : support, seen, toRole(heading, words, part, true), part);
  return lead.length === 0 && support.length === 0 ? null : { lead, support };
}

/** The heading ends behind the bodies, or behind what says which: `Đối với các cơ quan, đơn vị được giao vốn`. */
function endsDuty(words: readonly Word[], { bodies, to }: BodyList): boolean {
  if (endsHeading(words, to)) return true;
  if (!RESTRICTERS.has(words[to]?.low ?? '') || !bodies.every((body) => body.authority)) return false;
  return words.length - to < 16 && words.slice(to, -1).every((word) => !word.mark);
}

/** The bodies with what says which, up to the heading's end. */
function nameWhole({ bodies, to }: BodyList, words: readonly Word[]): readonly Part['body'][] {
  if (endsHeading(words, to)) return bodies;
  const end = words[words.length - 1]?.mark ? words.length - 1 : words.length;
  return bodies.map((body, i) => (i === bodies.length - 1 ? { ...body, to: end } : body));
}

/** `Đối với Thủ đô Hà Nội` names who acts; `Đối với khu vực Tây Nguyên` names where. */
function isActor(words: readonly Word[], body: Part['body']): boolean {
  // `các ngành kinh tế` are the economy's, and do nothing.
  if (body.kind === 'group' && !body.authority && words[body.plural ? body.from + 1 : body.from]?.low === 'ngành')
    return false;
  return body.kind !== 'place' || !REGIONS.has(words[body.from]?.low ?? '');
}

const REGIONS = new Set(['khu', 'vùng', 'cụm', 'thôn', 'bản']);

function endsHeading(words: readonly Word[], at: number): boolean {
  const low = words[at]?.low;
  return low === undefined || low === ':' || low === '.' || low === ';';
}

/**
 * The roles in the columns of a table row.
 *
 * - `Sở Tài chính, Sở Y tế` → both; `Sở Y tế chủ trì, phối hợp với Sở Tài chính` and `Sở Y tế (chủ trì); Sở Tài chính (phối hợp)`
 *   in the lead's column → a lead and a support
 */
export function readRoleCells(cells: { readonly lead?: string; readonly support?: string }): Roles {
  const lead: Role[] = [];
  const support: Role[] = [];
  readCell(cells.lead, lead, support);
  for (const role of namesIn(cells.support)) support.push(role);
  return { lead, support };
}

const ROLE_MARK = /^\s*\(\s*(?:cùng\s+)?phối hợp/i;

function readCell(cell: string | undefined, lead: Role[], support: Role[]): void {
  if (cell === undefined) return;
  if (mentions(cell, 0, cell.length, 'hủ trì') || mentions(cell, 0, cell.length, 'hối hợp')) {
    const { roles } = readParts(cell, { heading: false, led: false });
    if (roles.lead.length > 0) {
      lead.push(...roles.lead);
      support.push(...roles.support);
      return;
    }
  }
  for (const role of namesIn(cell)) (ROLE_MARK.test(cell.slice(role.end, role.end + 24)) ? support : lead).push(role);
}

function namesIn(cell: string | undefined): Role[] {
  if (cell === undefined) return [];
  return splitAgencies(cell).map((agency) => ({ ...agency, inherited: false, confidence: 'high' }));
}

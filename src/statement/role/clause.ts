/** Finds who is told to act in a sentence: the body given an order, or the subject of the order's verb. */

import { bare } from '#base/fold.ts';
import { type BodyList, readList } from '#statement/agency/list.ts';
import { readBody } from '#statement/agency/name.ts';
import { BODIES } from '#statement/agency/vocabulary.ts';
import { type Body, FIRST_WORDS, isVerb } from '#statement/agency/word.ts';
import { Phrases, type Word } from './phrase.ts';
import {
  ADDRESSES,
  COMMANDS,
  DECISIONS,
  DUTY_VERBS,
  HELPERS,
  LEAD_LABELS,
  LINKS,
  MAIN_MARKS,
  NOT_VERBS,
  OPENINGS,
  PLACERS,
  REQUESTS,
  RESTRICTERS,
  RETINUE,
  SUPPORT_LABELS,
} from './vocabulary.ts';

/** How a body came to lead or support. */
export type Source = 'command' | 'request' | 'subject' | 'label' | 'coordination';

/** A body with its part in the sentence. */
export interface Part {
  readonly body: Body;
  readonly role: 'lead' | 'support';
  readonly source: Source;
  /** The words it was read from, its whole list included: `words[at, until)`. */
  readonly at: number;
  readonly until: number;
}

const commands = new Phrases(COMMANDS);
const requests = new Phrases(REQUESTS);
const openings = new Phrases(OPENINGS);
const links = new Phrases(LINKS, ADDRESSES);
const helpers = new Phrases(HELPERS);
const decisions = new Phrases(DECISIONS);
const mainMarks = new Phrases(MAIN_MARKS);
const dutyVerbs = new Phrases(DUTY_VERBS);
const retinue = new Phrases(RETINUE);
const leadLabels = new Phrases(LEAD_LABELS);
const supportLabels = new Phrases(SUPPORT_LABELS);

/** First words of clauses that can name a lead: a cheap test before reading. */
export const CLAUSE_WORDS: ReadonlySet<string> = new Set([
  ...FIRST_WORDS,
  ...[COMMANDS, REQUESTS, LINKS, ADDRESSES, OPENINGS, LEAD_LABELS, SUPPORT_LABELS].flatMap((phrases) =>
    phrases.map((phrase) => phrase.split(/[ ,]/, 1)[0] as string),
  ),
]);

const BARE_WORDS: ReadonlySet<string> = new Set(BODIES.map((phrase) => bare(phrase.split(/[ ,]/, 1)[0] as string)));

/** True when the word could begin a body whose diacritics were misread: `Mật` (trận). */
export function mayBeMisread(word: string): boolean {
  return word !== word.toLowerCase() && BARE_WORDS.has(bare(word));
}

/** What the reader knows around the sentence. */
export interface Setting {
  /** The sentence is a heading or a lead-in: a bare name is a lead. */
  readonly heading: boolean;
  /** A body above is already told to do it. */
  readonly led: boolean;
}

/** What was found so far in a sentence. */
interface Finding {
  readonly parts: Part[];
  /** One of them leads. */
  lead: boolean;
  /** A body has spoken its mind (`Hội đồng nhân dân tỉnh tán thành …`): who is then told to act is told by it. */
  spoken: boolean;
  /** Words before this index belong to lists already read. */
  read: number;
}

function add(found: Finding, list: BodyList, role: Part['role'], source: Source, at: number): void {
  for (const body of list.bodies) found.parts.push({ body, role, source, at, until: list.to });
  found.lead ||= role === 'lead';
  found.read = Math.max(found.read, list.to);
}

/** The bodies told to act in the clauses of the sentence; `partners` are those read behind `phối hợp`. */
export function readClauses(words: readonly Word[], setting: Setting, partners: readonly Part[]): Part[] {
  const found: Finding = { parts: [], lead: false, spoken: false, read: 0 };
  let partner = 0;
  readClause(words, 0, setting, found);
  for (let i = 1; i < words.length; i++) {
    const low = words[i - 1]?.low;
    if (low !== ';' && low !== ':' && low !== '(' && low !== ',' && low !== 'và' && low !== '.') continue;
    // A mark inside a list is no clause: `phối hợp với các sở, ngành; | UBND cấp xã`.
    while (partner < partners.length && (partners[partner] as Part).until <= i) partner++;
    if (i < found.read || i > (partners[partner]?.at ?? i)) continue;
    if (low === ';') readClause(words, i, setting, found);
    else if (low === ':' || low === '.') {
      if (words[i]?.capital === true) readClause(words, i, setting, found);
    } else if (low === '(') readBrackets(words, i, setting, found);
    else if (words[i]?.low === 'giao' && !setting.led) readCommand(words, i, setting, found);
    else if (found.spoken && !found.lead && readOrder(words, i, setting, found)) continue;
    else if (low === ',') readHelper(words, i, found);
  }
  return found.parts;
}

/** One clause, from its first word. */
function readClause(words: readonly Word[], start: number, setting: Setting, found: Finding): void {
  let at = skipMarks(words, start);
  let inner = setting;
  // `Đồng thời, | Sở Y tế …`: behind a word that only links, the clause begins anew.
  for (let rounds = 0; rounds < 3; rounds++) {
    const link = links.match(words, at);
    if (link === 0 || readList(words, at) !== null) break;
    at = skipMarks(words, at + link);
    inner = { ...setting, heading: false };
  }
  const word = words[at];
  if (word === undefined || !(CLAUSE_WORDS.has(word.low) || (word.capital && BARE_WORDS.has(bare(word.low))))) return;
  if (readLabel(words, at, found) || readCommand(words, at, inner, found, found.spoken || inner !== setting)) return;
  const list = readList(words, at);
  if (list !== null) {
    if (readSubject(words, at, list, inner, found)) return;
    // What is no subject as a whole is none from its middle either.
    found.read = Math.max(found.read, list.to);
  }
  const opening = openings.match(words, at);
  if (opening > 0 && isOpening(words, at, opening)) readBehindOpening(words, at + opening, inner, found);
}

function skipMarks(words: readonly Word[], at: number): number {
  let i = at;
  while (words[i]?.mark === true && words[i]?.low !== '(' && i - at < 3) i++;
  return i;
}

/** `Thực hiện Chỉ thị số 7, …` opens an adverbial; `Thực hiện tốt chính sách …` is the order itself. */
function isOpening(words: readonly Word[], at: number, count: number): boolean {
  const verbal = words[at]?.low === 'thực' || words[at]?.low === 'tiếp';
  const next = words[at + count];
  return !verbal || next?.capital === true || (next !== undefined && PAPERS.has(next.low));
}

/** `Quốc hội tán thành …, | (đồng thời,) đề nghị Chính phủ …`: the order of a body that has spoken. */
function readOrder(words: readonly Word[], at: number, setting: Setting, found: Finding): boolean {
  const link = links.match(words, at);
  return readCommand(words, link > 0 ? skipMarks(words, at + link) : at, setting, found, true);
}

/** First words of what is carried out: `thực hiện chỉ đạo của …`, `thực hiện kết luận …`. */
const PAPERS = new Set(['chỉ', 'kết', 'nghị', 'ý', 'công', 'thông']);

/** `Cơ quan chủ trì: Sở Y tế`, `Phối hợp: Sở Tài chính`; not `Chủ trì, phối hợp với`. */
function readLabel(words: readonly Word[], at: number, found: Finding): boolean {
  const lead = leadLabels.match(words, at);
  const support = supportLabels.match(words, at);
  const count = Math.max(lead, support);
  if (count === 0 || words[at + count]?.low !== ':') return false;
  const list = readList(words, at + count + 1, true);
  if (list === null) return false;
  add(found, list, support > lead ? 'support' : 'lead', 'label', at);
  return true;
}

/** `Giao Sở Y tế …`, `…, giao UBND tỉnh …`, `Đề nghị các Ban HĐND tỉnh …`; not `Giao dự toán …`, `Yêu cầu trong xây dựng kế hoạch`. `by`: a subject orders it. */
function readCommand(words: readonly Word[], at: number, setting: Setting, found: Finding, by = false): boolean {
  const command = commands.match(words, at);
  const count = command > 0 ? command : requests.match(words, at);
  if (count === 0) return false;
  let start = at + count;
  if (words[start]?.low === ':' || words[start]?.low === 'cho') start++;
  const list = readList(words, start);
  if (list === null) return false;
  if (command === 0 && setting.led && !isPlea(words, at)) return true;
  const asked = command > 0 ? 'command' : 'request';
  // Inside a sentence only a plea or an order to a body counts: not `; yêu cầu các đơn vị lắp trạm cân`.
  if (!by && at > 1 && asked === 'request' && !isPlea(words, at)) return true;
  // To encourage all enterprises is a policy; to encourage a named body is to ask it.
  const first = list.bodies[0] as Body;
  if ((words[at]?.low === 'khuyến' || words[at]?.low === 'huy') && (first.kind === 'group' || first.kind === 'place'))
    return true;
  if (!by && at > 1 && first.kind === 'group' && !first.authority) return true;
  add(found, list, 'lead', asked, at);
  return true;
}

/** `đề nghị` asks a body that the lead above has no right to order; `yêu cầu` is what the lead itself does. */
function isPlea(words: readonly Word[], at: number): boolean {
  return words[at]?.low === 'đề' || words[at]?.low === 'kính' || words[at]?.low === 'trân';
}

/** `(Sở Y tế chủ trì, phối hợp với …)`, in headings also `(Sở Y tế)`; not `(qua Sở Y tế)`. */
function readBrackets(words: readonly Word[], at: number, setting: Setting, found: Finding): void {
  if (readLabel(words, at, found)) return;
  let start = at;
  if (words[start]?.low === 'do' || words[start]?.low === 'giao') start++;
  const list = readList(words, start);
  if (list === null) return;
  const next = words[list.to]?.low;
  const chairs = next === 'chủ' && words[list.to + 1]?.low === 'trì';
  if (chairs || (next === ')' && setting.heading && list.bodies.every(({ kind }) => kind === 'named'))) {
    add(found, list, 'lead', 'label', at);
  }
}

/** How far behind an opening its subject is looked for, in words. */
const REACH = 240;

/** The subject behind an adverbial: `Căn cứ hướng dẫn của Bộ A, | Sở B nghiên cứu …`. */
function readBehindOpening(words: readonly Word[], from: number, setting: Setting, found: Finding): void {
  const inner = { ...setting, heading: false };
  let i = from;
  while (i < words.length && i - from < REACH) {
    const low = (words[i] as Word).low;
    if (low === ';') return;
    if (low === 'phối' && words[i + 1]?.low === 'hợp') return;
    if (low !== ',') {
      // A body that depends on a word before it is no subject: it is passed over whole.
      const dependent = FIRST_WORDS.has(low) ? readBody(words, i) : null;
      i = dependent?.to ?? i + 1;
      continue;
    }
    const start = words[i + 1]?.low === 'thì' ? i + 2 : i + 1;
    const next = words[start]?.low ?? '';
    if (next === 'chủ' || next === 'tham') return;
    if (FIRST_WORDS.has(next)) {
      const list = readList(words, start);
      if (list !== null && readSubject(words, start, list, inner, found, true)) return;
    }
    i++;
  }
}

const ORDERING = new Set(['giao', 'phân', 'yêu', 'đề', 'ủy', 'chỉ', 'kính']);

/** True when the list is the subject of an order (or a bare name in a heading), which is then added. */
function readSubject(
  words: readonly Word[],
  at: number,
  list: BodyList,
  setting: Setting,
  found: Finding,
  strict = false,
): boolean {
  const bodies = list.bodies;
  const first = bodies[0] as Body;
  const places = bodies.every((body) => body.kind === 'place');
  // `Một số địa phương chưa quan tâm` reports; `; tỉnh Cà Mau xây dựng` too.
  if (words[first.from]?.low === 'một' || (places && at > 1)) return false;
  const loose =
    !strict &&
    at < 2 &&
    (words[at] as Word).capital &&
    !places &&
    (first.kind !== 'group' || first.plural || bodies.length > 1 || first.authority);
  let to = list.to;
  if (words[to]?.low === '(') to = behindBracket(words, to);
  to += retinue.match(words, to);
  const next = words[to];
  if (next === undefined || next.low === '.' || next.low === ':') {
    const named = next?.low === ':' || setting.heading;
    if (!named || places || !isBodyHeading(words, bodies) || (!setting.heading && at > 1)) return false;
    add(found, list, 'lead', 'subject', at);
    return true;
  }
  if (ORDERING.has(next.low) && (first.kind !== 'group' || next.low === 'giao' || next.low === 'yêu')) {
    const before = found.parts.length;
    if (readCommand(words, to, { ...setting, led: false }, found, true) && found.parts.length > before) return true;
    // `Hội đồng nhân dân tỉnh giao:` leads in those who are told.
    if (words.slice(to, to + 4).some((word) => word.low === ':')) return true;
  }
  // `Tỉnh ủy thống nhất nội dung trình của …` decides and orders nothing.
  if (first.kind === 'named' && isDecision(words, to)) {
    found.spoken = true;
    return true;
  }
  if (!strict && isSupporting(words, to) && found.lead) {
    add(found, list, 'support', 'coordination', at);
    return true;
  }
  // In mid-sentence a group of others acts only by an order: `; các doanh nghiệp chủ động …`, not `; các trường học xây mới`.
  if (at > 1 && !strict && first.kind === 'group' && !first.authority && helpers.match(words, to) === 0) return false;
  const end = endOfSubject(words, to, loose);
  if (end < 0) return false;
  add(found, end > to ? extend(list, end) : list, 'lead', 'subject', at);
  return true;
}

/** `tán thành các nhiệm vụ`, `thống nhất với báo cáo của …`; not `thống nhất với Sở Y tế xây dựng …`. */
function isDecision(words: readonly Word[], at: number): boolean {
  const count = decisions.match(words, at);
  if (count === 0) return false;
  return words[at + count]?.low !== 'với' || readList(words, at + count + 1) === null;
}

/** A heading that is a body: `Sở Y tế`, `Các sở, ban, ngành`; not `Doanh nghiệp số`, `Ngành công nghiệp`. */
function isBodyHeading(words: readonly Word[], bodies: readonly Body[]): boolean {
  const first = bodies[0] as Body;
  if (first.kind !== 'group' || first.plural) return true;
  return first.authority && words[first.from]?.low !== 'ngành' && first.to - first.from > 2;
}

function behindBracket(words: readonly Word[], at: number): number {
  for (let i = at + 1; i < words.length && i - at < 40; i++) if (words[i]?.low === ')') return i + 1;
  return at;
}

/** `Sở A chủ trì, | Sở B phối hợp`: behind a lead, a body that only helps. */
function readHelper(words: readonly Word[], at: number, found: Finding): void {
  if (!FIRST_WORDS.has(words[at]?.low ?? '') || !found.lead) return;
  const list = readList(words, at);
  if (list === null) return;
  found.read = Math.max(found.read, list.to);
  if (isSupporting(words, list.to)) add(found, list, 'support', 'coordination', at);
}

/** `Sở B phối hợp thực hiện`, `Sở B phối hợp;` behind a clause with a lead; not `Sở B phối hợp với Sở C`. */
function isSupporting(words: readonly Word[], at: number): boolean {
  if (words[at]?.low !== 'phối' || words[at + 1]?.low !== 'hợp') return false;
  const next = words[at + 2]?.low;
  return (
    next === undefined ||
    next === '.' ||
    next === ';' ||
    next === ')' ||
    next === 'thực' ||
    next === 'tham' ||
    next === 'triển'
  );
}

/**
 * The index at which the subject's name ends when an order's verb follows the words before `at`; -1 when none does.
 *
 * - `Sở Y tế | chủ trì`, `Các ngành, | căn cứ …, xây dựng`, `Bộ Nội vụ | theo chức năng … nghiên cứu` → there
 * - `Các địa phương được Đại hội xác định … | phải chủ động` → behind the clause that says which
 * - `Các doanh nghiệp được hỗ trợ vay vốn.`, `Các sở về phân bổ vốn` → -1
 */
function endOfSubject(words: readonly Word[], at: number, loose: boolean): number {
  const next = words[at] as Word;
  if (next.low === ',') {
    const helper =
      helpers.match(words, at + 1) > 0 || (openings.match(words, at + 1) > 0 && findMain(words, at + 1) > 0);
    return helper ? at : -1;
  }
  if (next.mark) return -1;
  if (helpers.match(words, at) > 0) return at;
  if (next.low === 'là') return loose ? at : -1;
  if (RESTRICTERS.has(next.low)) {
    const main = findMain(words, at + 1);
    if (main > 0) return main;
    return PLACERS.has(next.low) ? findMain(words, at + 2, dutyVerbs, 16) || -1 : -1;
  }
  if (NOT_VERBS.has(next.low)) return findMain(words, at + 1) > 0 && ADVERBIALS.has(next.low) ? at : -1;
  if (isVerb(words, at)) return at;
  return loose && !next.capital ? at : -1;
}

const ADVERBIALS = new Set(['trong', 'trên', 'tại', 'theo', 'khi', 'sau', 'trước', 'từ', 'ngoài', 'để', 'qua']);

/** The main verb's helper in the same clause: `phải`, `có trách nhiệm`, `chủ động` …; 0 for none. */
function findMain(words: readonly Word[], at: number, marks = mainMarks, reach = 60): number {
  for (let i = at; i < words.length && i - at < reach; i++) {
    if (words[i]?.low === ';') return 0;
    if (marks.match(words, i) > 0) return i;
  }
  return 0;
}

function extend(list: BodyList, to: number): BodyList {
  const bodies = list.bodies.slice();
  const last = bodies[bodies.length - 1] as Body;
  bodies[bodies.length - 1] = { ...last, to };
  return { bodies, to };
}

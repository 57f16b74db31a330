/**
 * Measurements of one block (số đo: chỉ tiêu, kết quả): each number that is committed to or reported, with its
 * indicator, comparator, measure and parent.
 *
 * Reads `Tổng thu ngân sách đạt trên 12.000 tỷ đồng, trong đó: thu nội địa trên 7.000 tỷ đồng`; not `Đề án 06`,
 * `giai đoạn 2021-2025`, `3 hành lang kinh tế`.
 */
import { type Decimal, equals, sum, toNumber, toPlain } from '#base/decimal.ts';
import type { Span } from '#base/span.ts';
import {
  attributeName,
  capitalise,
  cleanName,
  completeName,
  standsAlone,
  statedPart,
  uncapitalise,
} from './indicator.ts';
import { type Lead, measureOf, readLead } from './lead.ts';
import type { Comparator, Confidence, Measure } from './model.ts';
import { type Numeral, type Passed, scanNumerals } from './numeral.ts';
import { atLeastAfter, clauseStart, enclosingParen, isCommitted, rightPhrase, sentenceStart, yearAfter } from './clause.ts';

export interface BlockMeasurement {
  /** Offsets in the block's text. */
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly value: string;
  readonly number: number;
  readonly numberMax: number | null;
  /** The (lower) value, exact. */
  readonly exact: Decimal;
  readonly decimal: string;
  readonly decimalMax: string | null;
  readonly unit: string | null;
  readonly indicator: string;
  /** The indicator without what it is compared with (`so với kế hoạch`), for the statements that go on with it. */
  readonly base: string;
  readonly measure: Measure;
  readonly comparator: Comparator;
  /** Year named right at the number, else null. */
  readonly year: number | null;
  /** Index in this block's list, or null. */
  readonly parent: number | null;
  readonly cumulative: boolean;
  /** `hiện có`: states how things are, whatever part of the document it stands in. */
  readonly present: boolean;
  readonly confidence: Readonly<Record<string, Confidence>>;
}

export interface MeasurementContext {
  /** Name of the indicator that the row above (`-` over `+`) states, to complete this one's. */
  readonly parentName: string;
  /** Where numbers without an order are no commitment: running text about what is to be done. */
  readonly strict: boolean;
  /** Dates, citations, deadlines in the block, in order. */
  readonly taken: readonly Span[];
}

export interface BlockMeasurements {
  readonly items: readonly BlockMeasurement[];
  readonly passed: readonly Passed[];
}

/** State within one sentence. */
interface Flow {
  sentence: number;
  clause: number;
  /** `Giá trị sản xuất:` before a list of items. */
  head: string;
  headParen: number;
  /** Open `trong đó`: parent of what follows, and whether a colon keeps it open over `;`. */
  inside: { parent: number; open: boolean; clause: number; paren: number } | null;
  /** Last measurement, and the last one outside parentheses. */
  last: number;
  lastOuter: number;
  lastUnitEnd: number;
  /** What a list of counts inherits: `Có thêm ít nhất 5 xã …, 8 xã …`. */
  run: { measure: Measure; comparator: Comparator; verb: string } | null;
  /** The count that a list of places breaks down: `151 chợ … cụ thể: Việt Trì (12), …`. */
  list: number;
}

/** Reads the measurements of a block's text. */
export function readMeasurements(text: string, context: MeasurementContext): BlockMeasurements {
  const scan = scanNumerals(text, context.taken);
  if (scan.numerals.length === 0) return { items: [], passed: scan.passed };
  return new BlockReader(text, context, scan.numerals, scan.passed).run();
}

class BlockReader {
  readonly text: string;
  readonly context: MeasurementContext;
  readonly numerals: readonly Numeral[];
  readonly passed: Passed[];
  readonly items: BlockMeasurement[] = [];
  /** Item of a list of places → the count that the list follows. */
  readonly lists = new Map<number, number>();
  flow: Flow = fresh(-1);

  constructor(text: string, context: MeasurementContext, numerals: readonly Numeral[], passed: readonly Passed[]) {
    this.text = text;
    this.context = context;
    this.numerals = numerals;
    this.passed = [...passed];
  }

  run(): BlockMeasurements {
    for (const [i, numeral] of this.numerals.entries()) {
      const refused = this.#read(numeral, this.numerals[i + 1] ?? null);
      if (refused) this.passed.push({ span: { start: numeral.start, end: numeral.end }, reason: refused });
    }
    this.#settleLists();
    this.passed.sort((a, b) => a.span.start - b.span.start);
    return { items: this.items, passed: this.passed };
  }

  /**
   * `quy hoạch 215 cửa hàng, trong đó … xây dựng thêm 80 cửa hàng … cụ thể: Việt Trì (33), …`: the places break down
   * the count that they add up to, which can be the whole and not the part named last.
   */
  #settleLists(): void {
    for (const list of new Set(this.lists.values())) {
      const parts = [...this.lists].filter(([, of]) => of === list).map(([part]) => part);
      const total = sum(parts.map((i) => (this.items[i] as BlockMeasurement).exact));
      const named = this.items[list] as BlockMeasurement;
      const whole = named.parent === null ? null : (this.items[named.parent] as BlockMeasurement);
      if (whole === null || equals(total, named.exact) || !equals(total, whole.exact)) continue;
      for (const i of parts) {
        const item = this.items[i] as BlockMeasurement;
        this.items[i] = { ...item, parent: named.parent, measure: whole.measure };
      }
    }
  }

  /** Reads one number; returns the reason when it is no measurement. */
  #read(n: Numeral, next: Numeral | null): string | null {
    const { text, flow: before } = this;
    const sentence = sentenceStart(text, n.start, before.sentence < 0 ? 0 : before.sentence);
    if (sentence !== before.sentence) {
      const carried = fresh(sentence);
      // `Trong đó …` at the head of a sentence goes on from the sentence before.
      if (/^\s*trong đó/i.test(text.slice(sentence, sentence + 12)) && before.lastOuter >= 0) {
        carried.last = before.lastOuter;
        carried.lastOuter = before.lastOuter;
        carried.inside = { parent: this.#outermost(before.lastOuter), open: true, clause: sentence, paren: -1 };
      }
      this.flow = carried;
    }
    const { flow } = this;
    const clause = clauseStart(text, sentence, n.start);
    const paren = enclosingParen(text, sentence, n.start);
    if (clause !== flow.clause) {
      flow.clause = clause;
      if (flow.inside && !flow.inside.open) flow.inside = null;
    }
    if (flow.inside && flow.inside.paren >= 0 && paren !== flow.inside.paren) flow.inside = null;
    if (flow.headParen >= 0 && paren !== flow.headParen) {
      flow.head = '';
      flow.headParen = -1;
    }
    let from = Math.max(clause, paren >= 0 ? paren + 1 : 0);
    const follows = flow.last >= 0 && flow.lastUnitEnd > from && flow.lastUnitEnd <= n.start;
    if (follows) from = flow.lastUnitEnd;
    let words = text.slice(from, n.start);
    if (follows) words = afterFormerPhrase(words);
    const wordsStart = n.start - words.length;
    const lead = readLead(words);
    return this.#build(n, next, lead, { paren, follows, wordsStart, words });
  }

  #outermost(index: number): number {
    let at = index;
    for (let guard = 0; guard < 8; guard++) {
      const parent = this.items[at]?.parent;
      if (parent == null) return at;
      at = parent;
    }
    return at;
  }

  #build(
    n: Numeral,
    next: Numeral | null,
    lead: Lead,
    place: { paren: number; follows: boolean; wordsStart: number; words: string },
  ): string | null {
    const { flow, text } = this;
    let rest = lead.rest;
    const parentMark = /(?:^|[\s,.;(:])(trong đó|bao gồm|gồm có|gồm)(?:\s+có)?\s*(:?)/iu.exec(rest);
    if (parentMark && (parentMark[1] as string).toLowerCase() !== 'gồm') {
      if (flow.lastOuter >= 0 || flow.last >= 0) {
        const parent = place.paren >= 0 ? flow.lastOuter : this.#trunk();
        const colon = parentMark[2] === ':' || (lead.colon && parentMark.index + parentMark[0].length >= rest.length);
        if (parent >= 0) flow.inside = { parent, open: colon, clause: flow.clause, paren: place.paren };
      }
      rest = rest.slice(parentMark.index + parentMark[0].length);
    }
    const split = splitHead(rest);
    if (split) {
      const head = cleanName(split.head);
      if (head.name !== '' && standsAlone(head.name) && !isTopic(split.head)) {
        flow.head = head.name;
        flow.headParen = place.paren;
      }
      rest = split.item;
    }
    const clean = cleanName(rest);
    const after = text.slice(n.unitEnd, n.unitEnd + 60);
    const phraseEnd = rightPhrase(text, n.unitEnd, next ? next.start : -1);
    const right = text.slice(n.unitEnd, phraseEnd);
    const named = this.#name(n, lead, clean.name, rest, right, place);
    if (typeof named === 'string') return named;
    let measure = named.measure ?? measureOf(lead, clean.verb);
    let comparator: Comparator = n.upper ? 'range' : lead.comparator;
    if (n.upper === null) {
      if (atLeastAfter(after) || named.atLeast) comparator = '>=';
      else if (/^\s*(?:\([^)]{0,40}\)\s*)?trở xuống/.test(after)) comparator = '<=';
      else if (comparator === '>=' && !lead.bound && !named.counted && /(?:^|\s)từ$/i.test(place.words.trimEnd())) comparator = '>=';
    }
    if (named.beyond && comparator === '=') comparator = '>';
    if (named.run && flow.run) {
      measure = flow.run.measure;
      if (!lead.bound && n.upper === null) comparator = flow.run.comparator;
    }
    if (named.completed && /^(?:tốc độ tăng|tăng trưởng|tốc độ)/i.test(named.completed) && measure === 'increase') measure = 'level';
    const parent = this.#parentOf(n, lead, place, named.part);
    const index = this.items.length;
    this.items.push({
      start: Math.min(place.wordsStart + leadingSpace(place.words), n.start),
      end: Math.max(n.unitEnd, named.right ? phraseEnd : n.unitEnd),
      valueStart: n.start,
      valueEnd: n.end,
      value: n.printed,
      number: toNumber(n.lower),
      numberMax: n.upper ? toNumber(n.upper) : null,
      exact: n.lower,
      decimal: toPlain(n.lower),
      decimalMax: n.upper ? toPlain(n.upper) : null,
      unit: named.unit,
      indicator: named.name,
      base: named.base ?? named.name,
      measure,
      comparator,
      year: (n.unit === 'lần' ? null : yearAfter(text, n.unitEnd)) ?? yearWithin(place.words),
      parent,
      cumulative: lead.cumulative || /(?:lũy|luỹ) kế/i.test(place.words),
      present: lead.present || /hiện có|hiện nay có|hiện tại/i.test(place.words.slice(-40)),
      confidence: confidenceOf(n, named),
    });
    flow.last = index;
    if (place.paren < 0) flow.lastOuter = index;
    flow.lastUnitEnd = n.unitEnd;
    if (!named.part) flow.list = -1;
    else this.lists.set(index, flow.list);
    if (named.counted && !named.run) flow.run = { measure, comparator: comparator === 'range' ? '=' : comparator, verb: named.verb };
    else if (!named.counted) flow.run = null;
    return null;
  }

  /** The measurement that `trong đó` speaks of: the last one that is no part itself. */
  #trunk(): number {
    const { flow } = this;
    const last = flow.lastOuter;
    if (last < 0) return flow.last;
    // `đạt 15.500 tỷ đồng, giảm 3,4%, trong đó …`: the first of the measurements with this indicator.
    let at = last;
    while (at > 0 && this.items[at - 1]?.indicator === this.items[last]?.indicator) at--;
    return at;
  }

  #parentOf(n: Numeral, lead: Lead, place: { paren: number; words: string }, part: boolean): number | null {
    const { flow } = this;
    if (part) return flow.list >= 0 ? flow.list : null;
    if (flow.inside) {
      const same = flow.last >= 0 && this.items[flow.last]?.parent === flow.inside.parent;
      return flow.inside.parent === this.items.length ? null : same || flow.inside.parent >= 0 ? flow.inside.parent : null;
    }
    // Items in parentheses right after a measurement are its parts: `69 dự án (46 dự án trong nước, …)`.
    if (place.paren >= 0 && flow.lastOuter >= 0 && !/tương đương|tương ứng/i.test(place.words) && !lead.bound) {
      const owner = this.items[flow.lastOuter];
      const ownerUnit = owner?.unit ?? null;
      const listed = flow.head !== '' || (ownerUnit !== null && ownerUnit === n.unit && n.unitKind === 'count');
      if (owner && listed && owner.end <= place.paren + 200) return flow.lastOuter;
    }
    return null;
  }

  #name(
    n: Numeral,
    lead: Lead,
    left: string,
    rest: string,
    right: string,
    place: { paren: number; follows: boolean; words: string },
  ): Named | string {
    const { flow, context } = this;
    const last = flow.last >= 0 ? (this.items[flow.last] as BlockMeasurement) : null;
    if (lead.rank || (n.unitKind === 'rank' && n.fraction)) {
      const of = place.follows && last !== null ? last.base : left !== '' ? left : (last?.indicator ?? '');
      if (of === '') return 'rank-of-nothing';
      return { ...PLAIN, name: place.follows || left === '' ? `Thứ hạng ${uncapitalise(of)}` : of, unit: n.unit };
    }
    const noUnit = n.unit === null;
    if (noUnit) return this.#unitless(n, lead, left, last, place);
    if (n.unitKind === 'count' || n.unitKind === 'time') return this.#counted(n, lead, left, rest, right, last, place);
    const bare = left === '' || isPreposition(left);
    if (!bare) return this.#leftName(n, lead, left, right, last, place);
    // Only verbs before it: `, giảm 3,4%`, `bằng 117,6% dự toán`, `và 242 triệu USD`.
    const continues = last !== null && (place.follows || place.paren >= 0) && flow.lastUnitEnd <= n.start;
    if (n.unitKind === 'percent') {
      const noun = cleanName(right).name;
      const compared = /^\s*(?:so|kế hoạch|dự toán|chỉ tiêu|mục tiêu|cùng kỳ|nghị quyết)\s/i.test(right);
      if (continues && (lead.verb !== null || noun === '' || place.paren >= 0 || compared) && !(lead.counts && noun !== '')) {
        return { ...PLAIN, name: this.#against(last.base, lead, right), base: last.base, unit: n.unit, inherited: true };
      }
      if (place.paren >= 0 && place.words.trim().length < 14 && last === null) {
        const before = this.text.slice(Math.max(flow.clause, flow.lastUnitEnd), place.paren);
        const owner = cleanName(before.slice(before.search(/[^,]*$/)).replace(/^.*(?:trong đó|phấn đấu)\s/is, '')).name;
        // `tăng trưởng kinh tế vượt mục tiêu Chính phủ giao (10%)`
        const beyond = /^(.{6,}?)\s(?:vượt|cao hơn)\s/iu.exec(owner);
        if (beyond) return { ...PLAIN, name: beyond[1] as string, unit: n.unit, guess: true, beyond: true };
        if (owner !== '') return { ...PLAIN, name: owner, unit: n.unit, guess: true };
      }
      if (noun !== '' && /^\p{Lu}|^\d/u.test(noun)) {
        const prefix = isPreposition(left) ? `${capitalise(left)} ` : '';
        return {
          ...PLAIN,
          name: stripAtLeast(prefix === '' ? noun : prefix + uncapitalise(noun)),
          unit: n.unit,
          right: true,
          atLeast: /trở lên$/.test(right.trimEnd()),
          measure: lead.verb === 'increase' || lead.verb === 'decrease' ? undefined : 'level',
        };
      }
    }
    if (continues || (last !== null && flow.head === '' && (lead.verb !== null || place.words.trim() === 'và'))) {
      return { ...PLAIN, name: this.#against((last as BlockMeasurement).base, lead, right), base: (last as BlockMeasurement).base, unit: n.unit, inherited: true };
    }
    if (flow.head !== '') return { ...PLAIN, name: flow.head, unit: n.unit };
    if (context.parentName !== '') return { ...PLAIN, name: context.parentName, unit: n.unit };
    return 'no-indicator';
  }

  /** `INDICATOR đạt 7%`: the name stands on the left. */
  #leftName(
    n: Numeral,
    lead: Lead,
    left: string,
    right: string,
    last: BlockMeasurement | null,
    place: { paren: number; follows: boolean; words: string },
  ): Named | string {
    const { flow, context } = this;
    let name = attributeName(statedPart(left));
    let completed = '';
    // A fact in running orders must be a promise: a name that heads an indicator, or a word that commits.
    if (context.strict && !lead.any && !standsAlone(left)) return 'not-committed';
    if (/\s(?:với|có) (?:tốc độ|tỷ lệ|tỉ lệ|mức|quy mô)$/i.test(left) && n.unitKind !== 'money' && !lead.states) return 'name';
    if (flow.head !== '' && !standsAlone(name)) {
      completed = flow.head;
      name = completeName(name, flow.head);
    } else if (flow.inside && !standsAlone(name)) {
      const parent = this.items[flow.inside.parent]?.indicator ?? '';
      if (n.unitKind === 'percent' && /^(?:tỷ lệ|tỉ lệ|tỷ trọng)/i.test(parent)) name = completeName(name, parent);
    } else if (flow.inside && /^(?:đào tạo|nước)/i.test(name) && /^tỷ lệ/i.test(this.items[flow.inside.parent]?.indicator ?? '')) {
      name = completeName(name, this.items[flow.inside.parent]?.indicator ?? '');
    } else if (context.parentName !== '' && !standsAlone(name)) {
      completed = context.parentName;
      name = completeName(name, context.parentName);
    }
    const short = /^(?:tổng(?: số)? vốn(?: đăng ký)?|vốn(?: đăng ký)?|số vốn|tổng số vốn)$/i.test(name);
    if (short && last !== null && last.unit !== null) name = `${name} của ${uncapitalise(last.indicator)}`;
    const base = name;
    if (n.unitKind === 'percent' && lead.states) name = this.#against(name, lead, right);
    return { ...PLAIN, name, base, unit: n.unit, completed };
  }

  /** `đạt 46% GDP`, `bằng 117,6% dự toán Trung ương giao`: a share of something named on the right. */
  #against(name: string, lead: Lead, right: string): string {
    if (lead.verb === 'increase' || lead.verb === 'decrease') return name;
    const text = right.trim();
    const explicit = /^so(?: với)?\s+(.+)$/is.exec(text);
    const of = explicit ? (explicit[1] as string) : text;
    if (of === '' || /^(?:trở|\(|,|;|\.|so|và|năm|trong|vào|đến|tại|ở|để|nhằm|gắn|theo|với|cho|từ|trên địa bàn|cả|mỗi|bình quân|là|được|có|đối|tăng|giảm|giai đoạn|thời kỳ|\d)/i.test(of)) return name;
    return `${name} so với ${of.replace(/\s*[(,;].*$/s, '').replace(/[\s.]+$/, '')}`;
  }

  /** Things counted: `có thêm ít nhất 5 xã đạt chuẩn nông thôn mới`, `Số lao động …: 26.000 lao động`. */
  #counted(
    n: Numeral,
    lead: Lead,
    left: string,
    rest: string,
    right: string,
    last: BlockMeasurement | null,
    place: { paren: number; follows: boolean; words: string },
  ): Named | string {
    const { flow, context, text } = this;
    const unit = n.unit as string;
    const leftHeads = left !== '' && (NAME_OF_COUNT.test(left) || (lead.colon && !isPreposition(left)) || ((lead.states || lead.verb === 'increase' || lead.verb === 'decrease') && !lead.counts && !VERB_AT_END.test(left) && !EACH.test(left)));
    const phrase = stripAtLeast(countedPhrase(right)).trim();
    const atLeast = /trở lên$/.test(right.trimEnd());
    const noun = capitalise(unit.replace(/^(?:(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s)+/i, ''));
    if (leftHeads) {
      const name = context.parentName !== '' && !standsAlone(left) ? completeName(left, context.parentName) : left;
      if (context.strict && !isCommitted(text, flow.sentence, n.start) && !lead.any) return 'not-committed';
      return { ...PLAIN, name, unit, atLeast, counted: false };
    }
    const stated = left === '' && last !== null && place.follows && !lead.counts && (lead.states || lead.cumulative);
    if (last !== null && left === '' && place.follows && (unit === 'lần' || (stated && phrase === ''))) {
      return { ...PLAIN, name: last.base, unit, inherited: true, counted: true };
    }
    const equivalent = /tương đương|tương ứng|bằng$/i.test(place.words);
    const verbs = VERB_AT_END.exec(left);
    const bare = left === '' || EACH.test(left) || isPreposition(left);
    const runOn = flow.run !== null && left === '' && !lead.counts && (place.follows || place.words.trim() === '' || /^[\s,;và]*$/.test(place.words));
    const partOfParen = place.paren >= 0 && last !== null && last.unit === unit && left === '';
    const hasVerb = lead.any || verbs !== null || runOn || partOfParen || equivalent;
    if (!hasVerb && !(bare && this.#opensItem(place))) return 'not-committed';
    if (context.strict && !lead.any && !runOn && !partOfParen && !equivalent && !isCommitted(text, flow.sentence, n.start) && !(verbs && COMMIT_VERB.test(left))) {
      return 'not-committed';
    }
    if (!lead.any && !verbs && !bare && !equivalent) return 'not-committed';
    let name = `${noun}${phrase === '' ? '' : ` ${phrase}`}`.replace(/[\s,;.]+$/, '');
    if (place.paren >= 0 && last !== null && last.unit === unit && runPart(last.indicator)) name = `${noun} ${partName(last.indicator, unit)}${phrase === '' ? '' : ` ${phrase}`}`.replace(/\s+/g, ' ');
    if (phrase === '' && equivalent && last !== null) name = `${noun} ${stripHeadWords(last.indicator)}`.trim();
    if (EACH.test(left)) name = `${name} ${uncapitalise(left.replace(/^(?:bình quân|trung bình)\s/i, (m) => m))}`;
    if (lead.present) name = `${name} hiện có`;
    let verb = '';
    if (verbs) {
      verb = (verbs[0] as string).trim();
      const adverb = lead.adds ? verbAdverb(place.words) : '';
      if (keepsVerb(verb, adverb, phrase)) name = `${name} ${uncapitalise(verb)}${adverb === '' ? '' : ` ${adverb}`}`;
    } else if (/cho$/i.test(rest.trim()) && left !== '') {
      name = left.replace(/\s+cho$/i, '');
    }
    const job = /^(?:.*?)(việc làm(?: mới)?)(?: tăng thêm)?\s+cho$/iu.exec(rest.trim()) ?? /^(?:.*?)(việc làm(?: mới)?)\s+cho$/iu.exec(cleanWords(place.words));
    if (job) {
      const creates = /tạo/i.test(place.words);
      return {
        ...PLAIN,
        name: creates ? capitalise(job[1] as string) : `${noun.replace(/^(?:vạn|nghìn|triệu)\s/i, '')} được giải quyết ${job[1]}`,
        unit,
        counted: true,
        measure: creates ? 'increase' : 'level',
        atLeast,
      };
    }
    const measure = lead.adds ? 'increase' : /thành lập mới$/i.test(phrase) ? 'increase' : undefined;
    return { ...PLAIN, name: capitalise(name), unit, right: true, counted: true, run: runOn, atLeast, verb, ...(measure ? { measure } : {}) };
  }

  /** The number opens an item: `(28) trên 96% xã`, `; 50 trường …`. */
  #opensItem(place: { words: string; follows: boolean }): boolean {
    return place.words.trim() === '' && !place.follows && !this.context.strict;
  }

  /** A number without a unit: `Việt Trì (12)`, `Chỉ số PCI: 65,2`. */
  #unitless(
    n: Numeral,
    lead: Lead,
    left: string,
    last: BlockMeasurement | null,
    place: { paren: number; follows: boolean; words: string },
  ): Named | string {
    const { text } = this;
    if (place.paren >= 0 && place.words.trim() === '' && text[n.end] === ')' && last !== null) {
      const owner = /(?:^|[,:;]\s*)((?:thành phố|thị xã|huyện|xã|phường|tp\.?|tx\.?)?\s*\p{Lu}[\p{L}\s'’-]{1,40})\s*$/iu.exec(text.slice(Math.max(0, place.paren - 60), place.paren));
      if (owner && last.unit !== null && /^\p{Lu}|thị xã|huyện|thành phố/u.test((owner[1] as string).trim())) {
        const base = this.#listBase(last);
        this.flow.list = this.items.indexOf(base);
        return { ...PLAIN, name: `${base.indicator} tại ${(owner[1] as string).trim()}`, unit: base.unit, part: true, measure: base.measure };
      }
      return 'no-unit';
    }
    if (this.context.strict) return 'no-unit';
    if (left !== '' && (lead.colon || lead.states) && /^(?:chỉ số|hệ số|điểm|số|tổng số|xếp hạng|thứ hạng|tuổi thọ)/i.test(left)) {
      return { ...PLAIN, name: left, unit: null, guess: true };
    }
    return 'no-unit';
  }

  /** In a list of places, the count that the list breaks down. */
  #listBase(last: BlockMeasurement): BlockMeasurement {
    const { list } = this.flow;
    return list >= 0 ? (this.items[list] ?? last) : last;
  }
}

interface Named {
  readonly name: string;
  readonly base?: string;
  readonly unit: string | null;
  /** The name stands on the right of the number. */
  readonly right: boolean;
  readonly counted: boolean;
  /** Goes on a list of counts: verb and comparator run through. */
  readonly run: boolean;
  readonly atLeast: boolean;
  readonly verb: string;
  readonly measure?: Measure | undefined;
  readonly completed: string;
  /** Taken over from the measurement before. */
  readonly inherited: boolean;
  readonly part: boolean;
  readonly guess: boolean;
  /** The number is to be passed. */
  readonly beyond?: boolean;
}

const PLAIN: Omit<Named, 'name' | 'unit'> = {
  right: false,
  counted: false,
  run: false,
  atLeast: false,
  verb: '',
  completed: '',
  inherited: false,
  part: false,
  guess: false,
};

const NAME_OF_COUNT = /^(?:số|tổng số|số lượng|tổng|quy mô|sản lượng|diện tích|dân số|lượng|tổng lượt|lượt|khách|đàn|tổng đàn)(?![\p{L}])/iu;
const EACH = /^(?:(?:bình quân|trung bình)\s)?mỗi\s/iu;
/** Verbs that count things right before a number. */
const VERB_AT_END =
  /(?:^|\s)(chấp thuận chủ trương đầu tư|cấp (?:mới )?giấy chứng nhận(?: đầu tư| đăng ký đầu tư)?(?: cho)?|cấp phép(?: cho)?|thu hút(?: được)?|thành lập|xây dựng(?: và nhân rộng)?|xây mới|hoàn thành(?: xây dựng| đưa vào sử dụng)?|công nhận|giải quyết(?: việc làm(?: mới)? cho)?|tạo(?: việc làm(?: mới)? cho)?|đào tạo(?: nghề)?(?: cho)?|tuyển sinh|phát triển|phát triển được|triển khai|tổ chức(?: đấu giá)?|khởi công|giữ nguyên|nâng cấp|(?:cải tạo, )?nâng cấp, mở rộng|mở rộng|giải to[aả]|giải tỏa|di dời(?: và bố trí vị trí mới)?|bố trí|bố trí vị trí mới|quy hoạch|quy hoạch phát triển|trồng(?: được)?|hỗ trợ|kết nạp|phấn đấu|công bố|ban hành|hình thành|đưa vào(?: hoạt động| sử dụng)|phê duyệt|tiếp nhận|xúc tiến(?: xã hội hóa đầu tư)?|xóa|xoá|sửa chữa|mua|lắp đặt|trang bị|cung cấp|duy trì|nhân rộng|đầu tư(?: xây dựng)?|xử lý|tinh giản|giảm|sáp nhập|cấp|cho)$/iu;
const COMMIT_VERB = /phấn đấu|thành lập|hoàn thành|thu hút|giải quyết|tạo|đào tạo|kết nạp|công nhận|xúc tiến|khởi công|xây dựng|giữ nguyên|nâng cấp|quy hoạch|phát triển|di dời|giải to|bố trí/i;

/** `Doanh nghiệp thành lập mới`: the verb stays where nothing else tells which ones are meant. */
function keepsVerb(verb: string, adverb: string, phrase: string): boolean {
  const low = verb.toLowerCase();
  if (/^(?:phấn đấu|cho|phát triển|có|duy trì|công bố|hình thành|tổ chức|triển khai|ban hành|phát triển được)$/.test(low)) return false;
  if (phrase !== '' && !/^thành lập$/.test(low)) return false;
  if (/^thành lập$/.test(low) && adverb === 'thêm') return false;
  return true;
}

function verbAdverb(words: string): string {
  const found = /(thêm|mới|thêm mới)\s*(?:trên|ít nhất|tối thiểu|khoảng|gần|hơn|từ|được)?\s*$/i.exec(words.trimEnd());
  return found ? (found[1] as string).toLowerCase() : '';
}

function runPart(indicator: string): boolean {
  return indicator.split(' ').length > 2;
}

/** `Dự án thu hút` → `thu hút`: what a part keeps of the whole's name. */
function partName(indicator: string, unit: string): string {
  const low = indicator.toLowerCase();
  if (low.startsWith(unit.toLowerCase())) {
    const tail = indicator.slice(unit.length).trim();
    return tail.split(' ').length <= 3 ? tail : '';
  }
  return '';
}

function stripHeadWords(indicator: string): string {
  return uncapitalise(indicator.replace(/^(?:tỷ lệ|tỉ lệ|số|tổng số)\s/i, '').replace(/\/.*$/, ''));
}

function stripAtLeast(text: string): string {
  return text.replace(/\s*trở lên\s*$/, '');
}

/** A long aside is no part of a name: `151 chợ (kể cả di dời chợ cũ …) tại các huyện`; `khu công nghiệp (KCN)` stays. */
function countedPhrase(right: string): string {
  const text = right.replace(/\([^()]{16,}\)?/g, ' ').replace(/\s+/g, ' ').trim();
  return text.replace(/^(?:,|so với|so cùng).*$/s, '').replace(/(?:^|\s)tại các (?:huyện|xã|địa phương|thành)[^,;]*(?:,.*)?$/s, '');
}

function cleanWords(words: string): string {
  return words.trim().replace(/\s+(?:trên|gần|khoảng|ít nhất|tối thiểu|hơn|được)$/i, '');
}

/** A lone `cho`, `tại`, or an order that needs what follows the number: `trợ giúp pháp lý cho`. */
function isPreposition(left: string): boolean {
  return /(?:^|\s)(?:cho|tại|ở|với|của|trên|trong|có|từ)$/i.test(left);
}

function isTopic(head: string): boolean {
  return /^\s*(?:về|trong đó|cụ thể|như sau|bao gồm|gồm|kết quả|trọng tâm|mục tiêu|chỉ tiêu|đến năm|giai đoạn)/i.test(head);
}

/** `Giá trị sản xuất: công nghiệp và xây dựng` → head and item; colons in brackets don't count. */
function splitHead(rest: string): { head: string; item: string } | null {
  let depth = 0;
  for (let i = rest.length - 1; i > 0; i--) {
    const c = rest[i];
    if (c === ')') depth++;
    else if (c === '(') depth--;
    else if (c === ':' && depth <= 0) return { head: rest.slice(0, i), item: rest.slice(i + 1) };
  }
  return null;
}

/** After a measurement, what is left of its own phrase up to the comma belongs to it. */
function afterFormerPhrase(phrase: string): string {
  const words = phrase.replace(FORMER_PERIOD, '');
  const cut = /[,;]|(?<!so|đối|cùng|gắn|hợp|cho)\s(?:và|với|trong đó|có tổng|-|–)\s/gu;
  let depth = 0;
  let seen = 0;
  let best = -1;
  for (let found = cut.exec(words); found !== null; found = cut.exec(words)) {
    for (; seen < found.index; seen++) {
      if (words[seen] === '(') depth++;
      else if (words[seen] === ')') depth--;
    }
    if (depth > 0) continue;
    const rest = words.slice(found.index + (found[0] === ',' || found[0] === ';' ? 1 : 0), found.index + 60);
    best = found.index + (/^[,;]$/.test(found[0]) ? 1 : found[0].startsWith(' có') ? 1 : 0);
    // What follows this comma opens a new statement: stop here; else it may still be an enumeration.
    if (OPENS_STATEMENT.test(rest.replace(/^[\s,]*(?:và|với|-|–)?\s*/u, ''))) break;
    if (/^\s*(?:và|với|-|–)\s/.test(found[0])) break;
  }
  if (best < 0) {
    // Nothing but a closing bracket or a phrase of the former number.
    return /^[\s)\]”".]*$/.test(words) || words.trim().length < 3 ? '' : words.replace(/^[^\s]*\)\s*/, '');
  }
  return words.slice(best);
}

/** The period that the former number holds for: `16,5%/năm giai đoạn 2011 - 2015 và 17%`. */
const FORMER_PERIOD = /^\s*(?:trong |cho |vào )?(?:giai đoạn|thời kỳ|năm)\s\d{4}(?:\s?[-–]\s?\d{4})?/i;

const OPENS_STATEMENT =
  /^(?:trong đó|có|thu|chi|tỷ|tỉ|tổng|số|mức|tốc|giá|kim|tăng|giảm|đạt|bằng|chiếm|thành lập|vượt|ước|lũy|luỹ|diện|sản|năng|doanh|công|nông|thương|dịch|xuất|nhập|giải|đào|phấn|hoàn|xây|nâng|cải|di|giữ|quy|cao|thấp|đứng|xếp|tương|vốn|bình|khởi|tạo|dư|nợ|lợi|trên|dưới|khoảng|gần|ít|tối|từ|còn|duy trì|\d)/iu;

function leadingSpace(words: string): number {
  return words.length - words.replace(/^[\s,;:.\-–(]+/, '').length;
}

/** `GDP bình quân đầu người năm 2015 là 41`: the year stands in the name. */
function yearWithin(words: string): number | null {
  const found = /(?:^|\s)(?:đến|vào|trong|cả)?\s?(?:hết )?năm ((?:19|20)\d{2})(?!\s?[-–]\s?\d)/iu.exec(words);
  if (!found) return null;
  if (/so với|so cùng|kế hoạch|dự toán/i.test(words.slice(0, found.index))) return null;
  return Number(found[1]);
}

function confidenceOf(n: Numeral, named: Named): Record<string, Confidence> {
  const confidence: Record<string, Confidence> = {};
  if (n.doubtful) confidence.number = 'check';
  if (named.guess) confidence.indicator = 'guess';
  else if (named.inherited || named.right || named.completed !== '') confidence.indicator = 'check';
  if (named.unit === null) confidence.unit = 'guess';
  return confidence;
}

function fresh(sentence: number): Flow {
  return {
    sentence,
    clause: -1,
    head: '',
    headParen: -1,
    inside: null,
    last: -1,
    lastOuter: -1,
    lastUnitEnd: -1,
    run: null,
    list: -1,
  };
}

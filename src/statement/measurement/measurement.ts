/**
 * Measurements of one block (số đo: chỉ tiêu, kết quả): each number that is committed to or reported, with its
 * indicator, comparator, measure and parent.
 *
 * Reads `Tổng thu ngân sách đạt trên 12.000 tỷ đồng, trong đó: thu nội địa trên 7.000 tỷ đồng`; not `Đề án 06`,
 * `giai đoạn 2021-2025`, `3 hành lang kinh tế`.
 */
import { equals, sum } from '#base/decimal.ts';
import type { Comparator, Confidence } from '#statement/model.ts';
import { atLeastAfter, ClauseWalk, rightPhrase, yearAfter } from './clause.ts';
import { type BlockMeasurement, type Flow, fresh, type MeasurementContext, type Scene } from './flow.ts';
import { cleanName, standsAlone } from './indicator.ts';
import { type Lead, measureOf, readLead } from './lead.ts';
import { type Named, nameOf } from './name.ts';
import { type Numeral, numeralFields, type Passed, scanNumerals } from './numeral.ts';
import { afterFormerPhrase, isTopic, leadingSpace, periodBefore, splitHead, yearWithin } from './words.ts';

export interface BlockMeasurements {
  readonly items: readonly BlockMeasurement[];
  readonly passed: readonly Passed[];
}

/** Reads the measurements of a block's text. */
export function readMeasurements(text: string, context: MeasurementContext): BlockMeasurements {
  const scan = scanNumerals(text, context.taken);
  if (scan.numerals.length === 0) return { items: [], passed: scan.passed };
  return new BlockReader(text, context, scan.numerals, scan.passed).run();
}

export type { BlockMeasurement, MeasurementContext } from './flow.ts';

/** More words than this before a number name nothing. */
const FARTHEST = 900;

class BlockReader implements Scene {
  readonly text: string;
  readonly context: MeasurementContext;
  readonly numerals: readonly Numeral[];
  readonly passed: Passed[];
  readonly items: BlockMeasurement[] = [];
  /** Item of a list of places → the count that the list follows. */
  readonly lists = new Map<number, number>();
  readonly walk: ClauseWalk;
  flow: Flow = fresh(-1);

  constructor(text: string, context: MeasurementContext, numerals: readonly Numeral[], passed: readonly Passed[]) {
    this.text = text;
    this.walk = new ClauseWalk(text);
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
    const { sentence, clause, paren } = this.walk.standing(n.start);
    if (sentence !== before.sentence) {
      const carried = fresh(sentence);
      // `Ước thực hiện cả năm là …` speaks of what the sentence before does.
      if (/^\s*[ưu]ớc (?:thực hiện|cả năm|đạt)/i.test(text.slice(sentence, sentence + 16)) && before.lastOuter >= 0) {
        carried.last = this.#outermost(before.lastOuter);
        carried.lastOuter = carried.last;
      }
      // `Trong đó …` at the head of a sentence goes on from the sentence before.
      if (/^\s*trong đó/i.test(text.slice(sentence, sentence + 12)) && before.lastOuter >= 0) {
        carried.last = before.lastOuter;
        carried.lastOuter = before.lastOuter;
        carried.inside = { parent: this.#outermost(before.lastOuter), open: true, clause: sentence, paren: -1 };
      }
      this.flow = carried;
    }
    const { flow } = this;
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
    let words = text.slice(Math.max(from, n.start - FARTHEST), n.start);
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
    if (parentMark && ((parentMark[1] as string).toLowerCase() !== 'gồm' || parentMark[2] === ':')) {
      if (flow.lastOuter >= 0 || flow.last >= 0) {
        const parent = place.paren >= 0 ? flow.lastOuter : this.#trunk();
        const colon = parentMark[2] === ':' || (lead.colon && parentMark.index + parentMark[0].length >= rest.length);
        if (parent >= 0) flow.inside = { parent, open: colon, clause: flow.clause, paren: place.paren };
      }
      const has = n.unitKind === 'percent' && /\scó$/i.test(parentMark[0]) ? 2 : 0;
      // `Tỷ lệ lao động qua đào tạo …, trong đó có bằng cấp 30%`: the verb belongs to the part's name.
      rest = rest.slice(parentMark.index + parentMark[0].length - has);
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
    const named = nameOf(this, n, lead, clean.name, rest, right, place);
    if (typeof named === 'string') return named;
    let measure = named.measure ?? measureOf(lead, clean.verb);
    let comparator: Comparator = n.upper ? 'range' : lead.comparator;
    const baseline = n.upper === null && isBaseline(place.words, text, n.unitEnd);
    if (baseline) {
      comparator = '=';
      measure = 'level';
    }
    if (n.upper === null) {
      if (atLeastAfter(after) || named.atLeast) comparator = '>=';
      else if (/^\s*(?:\([^)]{0,40}\)\s*)?trở xuống/.test(after)) comparator = '<=';
    }
    if (named.beyond && comparator === '=') comparator = '>';
    if (named.run && flow.run) {
      measure = flow.run.measure;
      if (!lead.bound && n.upper === null) comparator = flow.run.comparator;
    }
    if (named.completed && /^(?:tốc độ tăng|tăng trưởng|tốc độ)/i.test(named.completed) && measure === 'increase')
      measure = 'level';
    const parent = this.#parentOf(n, lead, place, named.part);
    const index = this.items.length;
    this.items.push({
      start: Math.min(place.wordsStart + leadingSpace(place.words), n.start),
      end: Math.max(n.unitEnd, named.right ? phraseEnd : n.unitEnd),
      ...numeralFields(n),
      unit: named.unit,
      indicator: named.name,
      base: named.base ?? named.name,
      measure,
      comparator,
      year:
        (n.unit === 'lần' ? null : yearAfter(text, n.unitEnd)) ?? yearWithin(place.words) ?? periodBefore(place.words),
      yearBefore: place.paren >= 0 && /cùng kỳ[\s*_]*$/i.test(text.slice(Math.max(0, place.paren - 12), place.paren)),
      parent,
      cumulative: lead.cumulative || /(?:lũy|luỹ) kế/i.test(place.words),
      present: baseline || lead.present || /hiện có|hiện nay có|hiện tại/i.test(place.words.slice(-40)),
      confidence: confidenceOf(n, named),
    });
    flow.last = index;
    if (place.paren < 0) flow.lastOuter = index;
    flow.lastUnitEnd = n.unitEnd;
    if (!named.part) flow.list = -1;
    else this.lists.set(index, flow.list);
    if (named.counted && !named.run)
      flow.run = { measure, comparator: comparator === 'range' ? '=' : comparator, verb: named.verb };
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
    while (at > 0 && this.#restates(at - 1, last)) at--;
    return at;
  }

  /** Speaks of the same indicator, and not of how it was before. */
  #restates(at: number, last: number): boolean {
    const item = this.items[at];
    return item?.base === this.items[last]?.base && !item?.present;
  }

  #parentOf(n: Numeral, lead: Lead, place: { paren: number; words: string }, part: boolean): number | null {
    const { flow, text } = this;
    if (part) return flow.list >= 0 ? flow.list : null;
    if (flow.inside) {
      const same = flow.last >= 0 && this.items[flow.last]?.parent === flow.inside.parent;
      return flow.inside.parent === this.items.length
        ? null
        : same || flow.inside.parent >= 0
          ? flow.inside.parent
          : null;
    }
    // Items in parentheses right after a measurement are its parts: `69 dự án (46 dự án trong nước, …)`.
    if (place.paren >= 0 && flow.lastOuter >= 0 && !/tương đương|tương ứng/i.test(place.words) && !lead.bound) {
      const owner = this.items[flow.lastOuter];
      const ownerUnit = owner?.unit ?? null;
      const divided =
        n.unitKind === 'count' ||
        (n.unitKind === 'money' && /^\(?\s*(?:thu|chi|vốn|ngân sách|nguồn)\s/i.test(text.slice(place.paren + 1)));
      const listed = flow.head !== '' || (ownerUnit !== null && ownerUnit === n.unit && divided);
      if (owner && listed && owner.end <= place.paren + 200) return flow.lastOuter;
    }
    return null;
  }
}

/** `từ 5,2% năm 2024 xuống còn 3,1%`: the first number says how things were. */
function isBaseline(words: string, text: string, at: number): boolean {
  return (
    /(?:^|\s)từ$/i.test(words.trimEnd()) &&
    /^[^,;.:]{0,48}?(?<!trở)\s(?:lên|xuống|còn)\s(?:(?:đến|tới|còn|mức|trên|khoảng|dưới|ít nhất|tối thiểu|hơn|bằng)\s)*\d/i.test(
      text.slice(at, at + 90),
    )
  );
}

function confidenceOf(n: Numeral, named: Named): Record<string, Confidence> {
  const confidence: Record<string, Confidence> = {};
  if (n.doubtful) confidence.number = 'check';
  if (named.guess) confidence.indicator = 'guess';
  else if (named.inherited || named.completed !== '') confidence.indicator = 'check';
  if (named.unit === null) confidence.unit = 'guess';
  return confidence;
}

/**
 * The words right before a number, read from right to left: comparator (trên, ít nhất, khoảng …), verb (đạt, giảm còn,
 * có thêm …), and what is left over, which names the indicator.
 */
import type { Comparator, Measure } from './model.ts';

export interface Lead {
  /** What is left of the words after verbs and comparators were taken off, right-trimmed. */
  readonly rest: string;
  readonly comparator: Comparator;
  /** True when a bound (trên, dưới, ít nhất …) was printed. */
  readonly bound: boolean;
  /** What the verb says; null when there is no verb. */
  readonly verb: 'level' | 'increase' | 'decrease' | null;
  /** `có`, `có thêm`, `thành lập mới`: things are counted. */
  readonly counts: boolean;
  /** `thêm`, `mới`. */
  readonly adds: boolean;
  /** `lũy kế`. */
  readonly cumulative: boolean;
  /** A colon stood right before: `Kim ngạch xuất khẩu: 610`. */
  readonly colon: boolean;
  /** `ước`, `dự kiến`: an estimate. */
  readonly estimate: boolean;
  /** `đứng thứ`, `xếp thứ`: a rank. */
  readonly rank: boolean;
  /** `đạt`, `là`, `bằng`, `chiếm`: states a level of what stands before. */
  readonly states: boolean;
  /** `hiện có`: how things are now. */
  readonly present: boolean;
  /** The very last word is `bằng` or `chiếm`: a share of something named after the number. */
  readonly share: boolean;
  /** Any verb or comparator at all. */
  readonly any: boolean;
}

interface Draft {
  comparator: Comparator;
  bound: boolean;
  verb: Lead['verb'];
  counts: boolean;
  adds: boolean;
  cumulative: boolean;
  colon: boolean;
  estimate: boolean;
  rank: boolean;
  states: boolean;
  present: boolean;
  share: boolean;
  any: boolean;
}

type Step = (draft: Draft) => void;

const bound =
  (comparator: Comparator): Step =>
  (d) => {
    if (!d.bound) d.comparator = comparator;
    d.bound = true;
  };
const about: Step = (d) => {
  if (!d.bound && d.comparator === '=') d.comparator = '~';
};
const level: Step = (d) => {
  d.verb = d.verb === null ? 'level' : d.verb;
  d.states = true;
};
const reach: Step = (d) => {
  d.verb = 'level';
  d.states = true;
};
const rise: Step = (d) => {
  d.verb ??= 'increase';
};
const fall: Step = (d) => {
  d.verb ??= 'decrease';
};
const nothing: Step = () => undefined;

/** Longest first; each is matched at the end of what is left. */
const STEPS: readonly (readonly [string, Step])[] = (
  [
    ['trên', bound('>')],
    ['hơn', bound('>')],
    ['vượt', bound('>')],
    ['vượt trên', bound('>')],
    ['lớn hơn', bound('>')],
    ['>', bound('>')],
    ['dưới', bound('<')],
    ['thấp hơn', bound('<')],
    ['<', bound('<')],
    ['ít nhất', bound('>=')],
    ['tối thiểu', bound('>=')],
    ['tối thiểu là', bound('>=')],
    ['ít nhất là', bound('>=')],
    ['không dưới', bound('>=')],
    ['không thấp hơn', bound('>=')],
    ['≥', bound('>=')],
    ['>=', bound('>=')],
    ['không quá', bound('<=')],
    ['không vượt quá', bound('<=')],
    ['không vượt', bound('<=')],
    ['tối đa', bound('<=')],
    ['không cao hơn', bound('<=')],
    ['không lớn hơn', bound('<=')],
    ['≤', bound('<=')],
    ['<=', bound('<=')],
    ['khoảng', about],
    ['gần', about],
    ['xấp xỉ', about],
    ['ước khoảng', about],
    ['gần bằng', about],
    ['~', about],
    ['≈', about],
    ['ước', (d) => { d.estimate = true; }],
    ['ước tính', (d) => { d.estimate = true; }],
    ['dự kiến', (d) => { d.estimate = true; }],
    ['ước cả năm', (d) => { d.estimate = true; }],
    ['từ', (d) => { if (!d.bound && d.comparator === '=') d.comparator = '>='; }],
    ['đạt', reach],
    ['đạt được', reach],
    ['đạt mức', reach],
    ['đạt tỷ lệ', reach],
    ['đạt tỉ lệ', reach],
    ['đạt bình quân', reach],
    ['tăng trưởng đạt', (d) => { d.verb = 'level'; d.states = true; }],
    ['là', reach],
    ['ở mức', reach],
    ['mức', nothing],
    ['chiếm', (d) => { reach(d); d.share = true; }],
    ['chiếm tỷ lệ', (d) => { reach(d); d.share = true; }],
    ['chiếm tỷ trọng', (d) => { reach(d); d.share = true; }],
    ['bằng', (d) => { reach(d); d.share = true; }],
    ['còn', reach],
    ['xuống còn', reach],
    ['xuống', reach],
    ['giảm còn', reach],
    ['giảm xuống', reach],
    ['giảm xuống còn', reach],
    ['giảm chỉ còn', reach],
    ['chỉ còn', reach],
    ['tăng lên', reach],
    ['lên', reach],
    ['lên đến', reach],
    ['nâng lên', reach],
    ['duy trì', level],
    ['giữ', level],
    ['tăng', rise],
    ['tăng thêm', rise],
    ['tăng bình quân', rise],
    ['tăng trung bình', rise],
    ['tăng ít nhất', (d) => { rise(d); bound('>=')(d); }],
    ['giảm', fall],
    ['giảm bình quân', fall],
    ['giảm bớt', fall],
    ['gấp', reach],
    ['gấp đôi', reach],
    ['gần gấp', (d) => { reach(d); about(d); }],
    ['cao hơn gần gấp', (d) => { reach(d); about(d); }],
    ['cao gấp', reach],
    ['gấp hơn', (d) => { reach(d); bound('>')(d); }],
    ['cao hơn', rise],
    ['nhiều hơn', rise],
    ['có', (d) => { d.counts = true; d.verb ??= 'level'; }],
    ['đã có', (d) => { d.counts = true; d.verb ??= 'level'; }],
    ['hiện có', (d) => { d.counts = true; d.present = true; d.verb ??= 'level'; }],
    ['có thêm', (d) => { d.counts = true; d.adds = true; d.verb = 'increase'; }],
    ['thêm', (d) => { d.counts = true; d.adds = true; d.verb = 'increase'; }],
    ['mới', (d) => { d.counts = true; d.adds = true; d.verb = 'increase'; }],
    ['thêm mới', (d) => { d.counts = true; d.adds = true; d.verb = 'increase'; }],
    ['được', nothing],
    ['đạt chuẩn', nothing],
    ['lũy kế', (d) => { d.cumulative = true; }],
    ['luỹ kế', (d) => { d.cumulative = true; }],
    ['lũy kế có', (d) => { d.cumulative = true; d.counts = true; }],
    ['tương đương', nothing],
    ['tương đương với', nothing],
    ['tương ứng', nothing],
    ['bình quân', nothing],
    ['trung bình', nothing],
    ['đứng thứ', (d) => { d.rank = true; d.verb = 'level'; }],
    ['xếp thứ', (d) => { d.rank = true; d.verb = 'level'; }],
    ['đứng vị trí thứ', (d) => { d.rank = true; d.verb = 'level'; }],
    ['xếp vị trí thứ', (d) => { d.rank = true; d.verb = 'level'; }],
    ['xếp hạng', (d) => { d.rank = true; d.verb = 'level'; }],
    ['xếp hạng thứ', (d) => { d.rank = true; d.verb = 'level'; }],
    [':', (d) => { d.colon = true; d.verb ??= 'level'; }],
    ['=', nothing],
  ] as [string, Step][]
)
  .filter(([words]) => words !== 'đạt chuẩn' && words !== 'được')
  .sort((a, b) => b[0].length - a[0].length);

const BY_LAST = new Map<string, (readonly [string, Step])[]>();
for (const step of STEPS) {
  const last = step[0].slice(step[0].lastIndexOf(' ') + 1);
  const list = BY_LAST.get(last) ?? [];
  list.push(step);
  BY_LAST.set(last, list);
}

const MOST_STEPS = 7;
const MAKES =
  /(?:thành lập|xây dựng|xây|tạo|cấp|khởi công|kết nạp|phát triển|đào tạo|tuyển|tuyển sinh|trồng|đầu tư|mở|hình thành|đăng ký|thu hút|bổ sung|công nhận|thêm|có)$/iu;

/** Reads the words before a number. `Tỷ lệ hộ nghèo giảm còn` → level of `Tỷ lệ hộ nghèo`. */
export function readLead(words: string): Lead {
  const draft: Draft = {
    comparator: '=',
    bound: false,
    verb: null,
    counts: false,
    adds: false,
    cumulative: false,
    colon: false,
    estimate: false,
    rank: false,
    states: false,
    present: false,
    share: false,
    any: false,
  };
  let rest = words.trimEnd();
  for (let n = 0; n < MOST_STEPS; n++) {
    const step = stepAtEnd(rest);
    if (!step) break;
    const before = rest.slice(0, rest.length - step[0].length).trimEnd();
    // `nông thôn mới`, `việc làm mới`: only after a verb does the word add something.
    if (step[0] === 'mới' && !MAKES.test(before.slice(-24))) break;
    step[1](draft);
    draft.any = true;
    rest = before;
    if (step[0] === ':') break;
  }
  return { ...draft, rest };
}

function stepAtEnd(rest: string): readonly [string, Step] | null {
  if (rest.length === 0) return null;
  const tail = rest.slice(-24).toLowerCase();
  const cut = Math.max(tail.lastIndexOf(' '), tail.lastIndexOf('\t'), tail.lastIndexOf('('));
  let last = tail.slice(cut + 1);
  if (!BY_LAST.has(last)) {
    // `:` and signs stand without a space before them.
    last = tail.slice(-1);
    if (!BY_LAST.has(last)) return null;
  }
  for (const step of BY_LAST.get(last) ?? []) {
    const [phrase] = step;
    if (!tail.endsWith(phrase)) continue;
    const before = tail[tail.length - phrase.length - 1];
    if (phrase.length > 2 && before !== undefined && /[\p{L}\p{N}]/u.test(before)) continue;
    return step;
  }
  return null;
}

/** The measure that verb and name together state. */
export function measureOf(lead: Lead, headVerb: 'increase' | 'decrease' | null): Measure {
  if (lead.verb === 'increase' || lead.verb === 'decrease') return lead.verb;
  if (lead.states || lead.verb === 'level') {
    // `Giảm tỷ lệ … xuống dưới 14,7%` reaches a level; `Giảm tỷ lệ hộ nghèo: 2,4%` falls by it.
    return headVerb && lead.colon && !lead.states ? headVerb : 'level';
  }
  return headVerb ?? 'level';
}

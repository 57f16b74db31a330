/**
 * The words right before a number, read from right to left: comparator (trên, ít nhất, khoảng …), verb (đạt, giảm còn,
 * có thêm …), and what is left over, which names the indicator.
 */

import type { Comparator, Measure } from '#statement/model.ts';
import { type LeadDraft, STEPS, type Step } from './lead-steps.ts';

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

const AVERAGE = new Set(['bình quân', 'trung bình']);
const AVERAGED = /(?:thu nhập|tuổi thọ|năng suất|tiền lương|lương|điểm|diện tích|chi phí)$/i;

/** Reads the words before a number. `Tỷ lệ hộ nghèo giảm còn` → level of `Tỷ lệ hộ nghèo`. */
export function readLead(words: string): Lead {
  const draft: LeadDraft = {
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
    // So does it after `đạt`: `Diện tích rừng trồng mới đạt 3.000 ha`.
    if (step[0] === 'mới' && (draft.states || !MAKES.test(before.slice(-24)))) break;
    // `thu nhập bình quân từ 12 triệu đồng`: the average is what is measured.
    if (AVERAGE.has(step[0]) && AVERAGED.test(before)) break;
    // `con thứ ba trở lên xuống dưới 10%`: the words before belong to the name.
    if (step[0] === 'lên' && before.endsWith('trở')) break;
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

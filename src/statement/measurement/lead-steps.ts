/** Comparators and verbs that stand right before a number, and what each says. */
import type { Comparator } from '#statement/model.ts';

/** What the words before a number add up to, while they are read. */
export interface LeadDraft {
  comparator: Comparator;
  bound: boolean;
  verb: 'level' | 'increase' | 'decrease' | null;
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

export type Step = (draft: LeadDraft) => void;

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
export const STEPS: readonly (readonly [string, Step])[] = (
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
    [
      'ước',
      (d) => {
        d.estimate = true;
      },
    ],
    [
      'ước tính',
      (d) => {
        d.estimate = true;
      },
    ],
    [
      'dự kiến',
      (d) => {
        d.estimate = true;
      },
    ],
    [
      'ước cả năm',
      (d) => {
        d.estimate = true;
      },
    ],
    [
      'từ',
      (d) => {
        if (!d.bound && d.comparator === '=') d.comparator = '>=';
      },
    ],
    ['đạt', reach],
    ['đạt được', reach],
    ['đạt mức', reach],
    ['đạt tỷ lệ', reach],
    ['đạt tỉ lệ', reach],
    ['đạt bình quân', reach],
    [
      'tăng trưởng đạt',
      (d) => {
        d.verb = 'level';
        d.states = true;
      },
    ],
    ['là', reach],
    ['ở mức', reach],
    ['mức', nothing],
    ['ổn định', level],
    [
      'chiếm',
      (d) => {
        reach(d);
        d.share = true;
      },
    ],
    [
      'chiếm tỷ lệ',
      (d) => {
        reach(d);
        d.share = true;
      },
    ],
    [
      'chiếm tỷ trọng',
      (d) => {
        reach(d);
        d.share = true;
      },
    ],
    [
      'bằng',
      (d) => {
        reach(d);
        d.share = true;
      },
    ],
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
    [
      'tăng ít nhất',
      (d) => {
        rise(d);
        bound('>=')(d);
      },
    ],
    ['giảm', fall],
    ['giảm bình quân', fall],
    ['tinh giản', fall],
    ['cắt giảm', fall],
    ['tiết giảm', fall],
    ['giảm bớt', fall],
    ['gấp', reach],
    ['gấp đôi', reach],
    [
      'gần gấp',
      (d) => {
        reach(d);
        about(d);
      },
    ],
    [
      'cao hơn gần gấp',
      (d) => {
        reach(d);
        about(d);
      },
    ],
    ['cao gấp', reach],
    [
      'gấp hơn',
      (d) => {
        reach(d);
        bound('>')(d);
      },
    ],
    ['cao hơn', rise],
    ['nhiều hơn', rise],
    [
      'có',
      (d) => {
        d.counts = true;
        d.verb ??= 'level';
      },
    ],
    [
      'đã có',
      (d) => {
        d.counts = true;
        d.verb ??= 'level';
      },
    ],
    [
      'hiện có',
      (d) => {
        d.counts = true;
        d.present = true;
        d.verb ??= 'level';
      },
    ],
    [
      'có thêm',
      (d) => {
        d.counts = true;
        d.adds = true;
        d.verb = 'increase';
      },
    ],
    [
      'thêm',
      (d) => {
        d.counts = true;
        d.adds = true;
        d.verb = 'increase';
      },
    ],
    [
      'mới',
      (d) => {
        d.counts = true;
        d.adds = true;
        d.verb = 'increase';
      },
    ],
    [
      'thêm mới',
      (d) => {
        d.counts = true;
        d.adds = true;
        d.verb = 'increase';
      },
    ],
    ['được', nothing],
    ['đạt chuẩn', nothing],
    [
      'lũy kế',
      (d) => {
        d.cumulative = true;
      },
    ],
    [
      'luỹ kế',
      (d) => {
        d.cumulative = true;
      },
    ],
    [
      'lũy kế có',
      (d) => {
        d.cumulative = true;
        d.counts = true;
      },
    ],
    ['tương đương', nothing],
    ['tương đương với', nothing],
    ['tương ứng', nothing],
    ['hàng năm', nothing],
    ['hằng năm', nothing],
    ['bình quân', nothing],
    ['trung bình', nothing],
    [
      'đứng thứ',
      (d) => {
        d.rank = true;
        d.verb = 'level';
      },
    ],
    [
      'xếp thứ',
      (d) => {
        d.rank = true;
        d.verb = 'level';
      },
    ],
    [
      'đứng vị trí thứ',
      (d) => {
        d.rank = true;
        d.verb = 'level';
      },
    ],
    [
      'xếp vị trí thứ',
      (d) => {
        d.rank = true;
        d.verb = 'level';
      },
    ],
    [
      'xếp hạng',
      (d) => {
        d.rank = true;
        d.verb = 'level';
      },
    ],
    [
      'xếp hạng thứ',
      (d) => {
        d.rank = true;
        d.verb = 'level';
      },
    ],
    [
      ':',
      (d) => {
        d.colon = true;
        d.verb ??= 'level';
      },
    ],
    ['=', nothing],
  ] as [string, Step][]
)
  .filter(([words]) => words !== 'đạt chuẩn' && words !== 'được')
  .sort((a, b) => b[0].length - a[0].length);

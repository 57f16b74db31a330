/** Where the province stands, in words (tình hình thực hiện bằng lời). */
import { LONG_WAIT_DAYS, MANY_RETURNS } from '#delivery/standing.ts';
import type { Answer } from '../../api/client.ts';
import { formatCount } from '../../format/number.ts';

export type StandingView = Answer<'GET /standing'>;
export type ExceptionId = StandingView['exceptions'][number]['id'];
export type Month = StandingView['months'][number];

/** After a number: `3 nhiệm vụ quá hạn`, `2 chờ xác nhận từ 5 ngày trở lên`. */
const PHRASES: Readonly<Record<ExceptionId, string>> = {
  overdue: 'quá hạn',
  'due-soon': 'sắp đến hạn',
  'long-wait': `chờ xác nhận từ ${LONG_WAIT_DAYS} ngày trở lên`,
  asked: 'xin gia hạn chờ trả lời',
  returned: `bị trả lại từ ${MANY_RETURNS} lần`,
  'not-accepted': 'đã giao, chưa tiếp nhận',
  'to-assign': 'chưa giao',
};

/** Titles over the tasks themselves. */
export const EXCEPTION_TITLES: Readonly<Partial<Record<ExceptionId, string>>> = {
  overdue: 'Quá hạn lâu nhất',
  'long-wait': 'Chờ xác nhận lâu',
  asked: 'Xin gia hạn, chờ trả lời',
  returned: 'Bị trả lại nhiều lần',
};

export interface Piece {
  readonly id: ExceptionId;
  readonly number: string;
  readonly words: string;
  readonly filter: Readonly<Record<string, string>>;
}

/** Numbers of the sentence in its order; zeros are not said. */
export function piecesOf({ exceptions }: Pick<StandingView, 'exceptions'>): Piece[] {
  return exceptions
    .filter(({ count }) => count > 0)
    .map(({ id, count, filter }, i) => ({
      id,
      number: formatCount(count),
      words: `${i === 0 ? 'nhiệm vụ ' : ''}${PHRASES[id]}`,
      filter,
    }));
}

/** Years that have deadlines, and the one that is shown unless another is chosen: this year, else the nearest. */
export function yearsOf(months: readonly Month[], today: string): { years: string[]; year: string | null } {
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  const now = Number(today.slice(0, 4));
  const far = (year: string) => Math.abs(Number(year) - now);
  const year = [...years].sort((a, b) => far(a) - far(b))[0] ?? null;
  return { years, year };
}

/** `Tháng 6/2026: 12 nhiệm vụ đến hạn, 5 hoàn thành, 2 quá hạn, 5 đang thực hiện`. */
export function monthWords({ month, total, done, late, open }: Month): string {
  const name = `Tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;
  if (total === 0) return `${name}: không có nhiệm vụ đến hạn`;
  const parts = [
    [done, 'hoàn thành'],
    [late, 'quá hạn'],
    [open, 'đang thực hiện'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, words]) => `${formatCount(count)} ${words}`);
  return `${name}: ${formatCount(total)} nhiệm vụ đến hạn, ${said.join(', ')}`;
}

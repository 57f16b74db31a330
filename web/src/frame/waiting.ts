/** What waits for a person (việc chờ): from the numbers of the first page, each with its words and where it leads. */
import { useQuery } from '@tanstack/react-query';
import { taskSearchOf } from '#delivery/task-address.ts';
import type { Answer } from '../api/client.ts';
import { useLive } from '../api/events.ts';
import { queryClient, read } from '../api/query.ts';
import { formatCount } from '../format/number.ts';
import { SECTION_PHRASES } from '../words/work.ts';

export type Overview = Answer<'GET /overview'>;

export interface Waiting {
  readonly id: string;
  readonly kind: string;
  readonly count: number;
  readonly words: string;
  readonly to: string;
  /** Filters of that page. */
  readonly search?: Readonly<Record<string, string>> | undefined;
}

/** Nothing that counts none; `rights` decide what a person can do something about. */
export function waitingOf(overview: Overview, rights: readonly string[]): Waiting[] {
  const tasks = (overview.work?.sections ?? []).map(({ id, count, filter }) =>
    one('tasks', count, `nhiệm vụ ${SECTION_PHRASES[id]}`, '/nhiem-vu', taskSearchOf(filter), id),
  );
  const list: (Waiting | null)[] = [
    ...tasks,
    one('review', overview.documents?.toReview, 'văn bản cần rà soát', '/van-ban', { review: 'open' }),
    one('acknowledge', overview.toAcknowledge, 'văn bản gửi đến chưa xác nhận', '/van-ban'),
    one('diffs', overview.openDiffs, 'bản so sánh kế hoạch chờ quyết định', '/chi-tieu/so-sanh', { tt: 'open' }),
    one('indicators', overview.proposedIndicators, 'chỉ tiêu mới đề xuất vào danh mục', '/danh-muc/chi-tieu', {
      tt: 'proposed',
    }),
    one('refused', overview.documents?.refused, 'văn bản không đọc được', '/van-ban', { state: 'refused' }),
  ];
  const needs: Readonly<Record<string, string>> = {
    tasks: 'task.act',
    review: 'review.decide',
    acknowledge: 'document.acknowledge',
    diffs: 'plan.publish',
    indicators: 'indicator.edit',
    refused: 'document.upload',
  };
  return list.filter((item): item is Waiting => item !== null && rights.includes(needs[item.kind] ?? ''));
}

function one(
  kind: string,
  count: number | null | undefined,
  words: string,
  to: string,
  search?: Waiting['search'],
  id: string = kind,
): Waiting | null {
  return count ? { id, kind, count, words: `${formatCount(count)} ${words}`, to, search } : null;
}

/** Answers that tell of what waits and of where tasks stand. */
const WORK_ROUTES = ['GET /overview', 'GET /my-work', 'GET /standing'];

/** Asks anew what is shown of them. */
export function renewWork(): void {
  for (const route of WORK_ROUTES) void queryClient.invalidateQueries({ queryKey: [route] });
}

/** News come in swarms when much is done at once, and to all open pages of the province, milliseconds. */
const SWARM = 700;
let waiting = 0;

/** The numbers of the first page, asked anew when something happens. */
export function useOverview() {
  useLive(['document', 'plan', 'distribution', 'indicator', 'task'], () => {
    if (waiting !== 0) return;
    waiting = window.setTimeout(() => {
      waiting = 0;
      renewWork();
    }, SWARM);
  });
  return useQuery(read('GET /overview'));
}

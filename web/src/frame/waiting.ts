/** What waits for a person (việc chờ): from the numbers of the first page, each with its words and where it leads. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '../api/client.ts';
import { useLive } from '../api/events.ts';
import { read } from '../api/query.ts';
import { formatCount } from '../format/number.ts';

export type Overview = Answer<'GET /overview'>;

export interface Waiting {
  readonly id: string;
  readonly count: number;
  readonly words: string;
  readonly to: string;
  /** Filters of that page. */
  readonly search?: Readonly<Record<string, string>> | undefined;
}

/** Nothing that counts none; `rights` decide what a person can do something about. */
export function waitingOf(overview: Overview, rights: readonly string[]): Waiting[] {
  const list: (Waiting | null)[] = [
    one('review', overview.documents?.toReview, 'văn bản cần rà soát', '/van-ban', { review: 'open' }),
    one('acknowledge', overview.toAcknowledge, 'văn bản gửi đến chưa xác nhận', '/van-ban'),
    one('diffs', overview.openDiffs, 'bản so sánh kế hoạch chờ quyết định', '/chi-tieu/so-sanh', { tt: 'open' }),
    one('indicators', overview.proposedIndicators, 'chỉ tiêu mới đề xuất vào danh mục', '/danh-muc/chi-tieu', {
      tt: 'proposed',
    }),
    one('refused', overview.documents?.refused, 'văn bản không đọc được', '/van-ban', { state: 'refused' }),
  ];
  const needs: Readonly<Record<string, string>> = {
    review: 'review.decide',
    acknowledge: 'document.acknowledge',
    diffs: 'plan.publish',
    indicators: 'indicator.edit',
    refused: 'document.upload',
  };
  return list.filter((item): item is Waiting => item !== null && rights.includes(needs[item.id] ?? ''));
}

function one(
  id: string,
  count: number | null | undefined,
  words: string,
  to: string,
  search?: Waiting['search'],
): Waiting | null {
  return count ? { id, count, words: `${formatCount(count)} ${words}`, to, search } : null;
}

/** The numbers of the first page, asked anew when something happens. */
export function useOverview() {
  const client = useQueryClient();
  useLive(['document', 'plan', 'distribution', 'indicator'], () => {
    void client.invalidateQueries({ queryKey: ['GET /overview'] });
  });
  return useQuery(read('GET /overview'));
}

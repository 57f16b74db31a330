/** Tasks of a filter page by page; what somebody changes is read anew row by row, so that a long list stays where it is. */
import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { TaskQuery } from '#delivery/task-address.ts';
import { type Answer, call } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { queryClient, readPages } from '../../api/query.ts';

export type Followed = Answer<'GET /tasks'>['items'][number];
type Pages = InfiniteData<Answer<'GET /tasks'>, string | null>;

export type TaskSort = 'order' | 'due' | 'told';

export function useTasks(
  query: TaskQuery,
  sort: TaskSort,
  options: { readonly limit?: number; readonly on?: boolean } = {},
) {
  const { limit = 100, on = true } = options;
  return useInfiniteQuery({
    ...readPages('GET /tasks', { query: { ...query, sort, limit } as never }),
    placeholderData: keepPreviousData,
    enabled: on,
    // All pages would be asked for again; the line of news says what changed.
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
  });
}

const COUNTED = ['GET /tasks/counts', 'GET /tasks/spread'];
/** News come in swarms when many tasks are acted on at once, milliseconds. */
const SWARM = 400;
/** More than this many changed rows: the lists are read anew. */
const MANY = 100;

export function renewCounts(): void {
  for (const route of COUNTED) void queryClient.invalidateQueries({ queryKey: [route] });
}

/** Reads rows anew that are shown; they stay in their place until the list is read again. */
export async function renewRows(ids: readonly string[]): Promise<void> {
  const lists = queryClient.getQueriesData<Pages>({ queryKey: ['GET /tasks'] });
  const shown = new Set(
    lists.flatMap(([, data]) => data?.pages.flatMap((page) => page.items.map((one) => one.id)) ?? []),
  );
  const wanted = ids.filter((id) => shown.has(id));
  if (wanted.length === 0) return;
  if (wanted.length > MANY) return void (await queryClient.invalidateQueries({ queryKey: ['GET /tasks'] }));
  const { items } = await call('GET /tasks', { query: { ids: wanted.join(','), limit: MANY } as never });
  const fresh = new Map(items.map((one) => [one.id, one]));
  queryClient.setQueriesData<Pages>({ queryKey: ['GET /tasks'] }, (data) =>
    data === undefined
      ? data
      : {
          ...data,
          pages: data.pages.map((page) =>
            page.items.some((one) => fresh.has(one.id))
              ? { ...page, items: page.items.map((one) => fresh.get(one.id) ?? one) }
              : page,
          ),
        },
  );
}

/** Keeps lists, counts and the drawer true while others work. */
export function useTaskNews(): void {
  const waiting = useRef(new Set<string>());
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  useLive(['task', 'plan'], (topic, payload) => {
    if (!topic.startsWith('task')) {
      void queryClient.invalidateQueries({ queryKey: ['GET /tasks'] });
      return renewCounts();
    }
    const id = (payload as { readonly id?: unknown } | null)?.id;
    if (typeof id === 'string') waiting.current.add(id);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const ids = [...waiting.current];
      waiting.current.clear();
      renewCounts();
      void queryClient.invalidateQueries({ queryKey: ['GET /tasks/:id'] });
      // A list that could not be read anew is read when it is looked at the next time.
      renewRows(ids).catch(() => undefined);
    }, SWARM);
  });
}

/**
 * Answers of the server that pages share (bộ nhớ đệm): kept a while, asked again when the page is looked at anew, told
 * apart by route and by what was sent.
 */
import {
  infiniteQueryOptions,
  QueryClient,
  type QueryKey,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { type Answer, type CallArguments, call, newKey, type RouteKey, type Sending, type Sent } from './client.ts';
import { isPassing } from './problem.ts';

type ReadKey = Extract<RouteKey, `GET ${string}`>;
type WriteKey = Exclude<RouteKey, ReadKey>;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => isPassing(error) && count < 3,
      throwOnError: false,
    },
    mutations: { retry: false },
  },
});

/** For `useQuery(read('GET /documents/:id', { params: { id } }))`. */
export function read<K extends ReadKey>(key: K, ...sent: CallArguments<K>) {
  return queryOptions({
    queryKey: keyOf(key, sent[0]),
    queryFn: ({ signal }) => call(key, ...([{ ...sent[0], signal }] as unknown as CallArguments<K>)),
  });
}

interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
  readonly total: number | null;
}

/** Routes that give a list page by page. */
export type ListKey = { [K in ReadKey]: Answer<K> extends Page ? K : never }[ReadKey];

/** For `useInfiniteQuery(readPages('GET /documents', { query }))`; the rows by `rowsOf`. */
export function readPages<K extends ListKey>(key: K, ...sent: CallArguments<K>) {
  const first = sent[0] as { readonly query?: object } | undefined;
  return infiniteQueryOptions({
    queryKey: keyOf(key, sent[0]),
    queryFn: ({ pageParam, signal }) => {
      const query = { ...first?.query, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return call(key, ...([{ ...sent[0], query, signal }] as unknown as CallArguments<K>));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page as Page).nextCursor,
  });
}

/** The rows of all pages that are there, and how many there are in all. */
export function rowsOf<P extends Page>(data: { readonly pages: readonly P[] } | undefined) {
  return {
    rows: (data?.pages.flatMap((page) => page.items) ?? []) as P['items'][number][],
    total: data?.pages[0]?.total ?? null,
  };
}

function keyOf(key: string, sent: object | undefined): QueryKey {
  const { signal: _, ...kept } = (sent ?? {}) as { signal?: AbortSignal };
  return Object.keys(kept).length === 0 ? [key] : [key, kept];
}

export interface WriteOptions<K extends WriteKey> {
  /** Routes whose answers are no longer true afterwards. */
  readonly spoils?: readonly ReadKey[] | undefined;
  readonly onDone?: ((answer: Answer<K>, sent: Sent<K>) => void) | undefined;
}

/**
 * A write with its state: `const save = useWrite('PUT /session/post'); save.mutate({ body })`. When it is sent again
 * after a lost answer, it is known by the same key and done once.
 */
export function useWrite<K extends WriteKey>(key: K, { spoils = [], onDone }: WriteOptions<K> = {}) {
  const client = useQueryClient();
  const kept = useRef<{ readonly text: string; readonly key: string } | null>(null);
  return useMutation<Answer<K>, Error, Sent<K> & Sending>({
    mutationFn: (sent) => {
      const text = JSON.stringify(sent);
      if (kept.current?.text !== text) kept.current = { text, key: newKey() };
      const idempotencyKey = kept.current.key;
      return call(key, ...([{ idempotencyKey, ...sent }] as unknown as CallArguments<K>));
    },
    onSuccess: async (answer, sent) => {
      kept.current = null;
      await Promise.all(spoils.map((route) => client.invalidateQueries({ queryKey: [route] })));
      onDone?.(answer, sent);
    },
    onError: (error) => {
      if (!isPassing(error)) kept.current = null;
    },
  });
}

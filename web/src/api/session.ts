/** Who is signed in (phiên đăng nhập), as every page asks it. */
import { useQuery } from '@tanstack/react-query';
import type { Right } from '#plan/rights.ts';
import type { Answer } from './client.ts';
import { queryClient, read } from './query.ts';

export type Me = Answer<'GET /session'>;

export const meQuery = { ...read('GET /session'), staleTime: 5 * 60_000, retry: false };

/** Inside the frame somebody is always signed in. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('nobody is signed in here');
  return data;
}

/** Whether the post of the person has the right; what it may not do is not shown. */
export function useMay(): (right: Right) => boolean {
  const { rights } = useMe();
  return (right) => rights.includes(right);
}

/** After signing in or changing the post: all else that is known was known to somebody else. */
export function becomes(me: Me): void {
  queryClient.setQueryData(meQuery.queryKey, me);
  void queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
}

/** Where a sign-in leads that asked for no page: who carries tasks out sees theirs, the others see where all stands. */
export function firstPageOf({ post }: Me): string {
  return post?.role === 'officer' || post?.role === 'agency-lead' ? '/viec-cua-toi' : '/';
}

/** Signed in, but something has to be put right before anything else is allowed. */
export function isConfined(me: Me): boolean {
  return me.mustChangePassword || me.mustSetUpTotp;
}

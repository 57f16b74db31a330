/** How many targets are allocated in full, in part, too much, not at all (phân bổ); each number filters the table. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Answer } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { queryClient, read } from '../../api/query.ts';
import { formatCount } from '../../format/number.ts';
import styles from '../plan/plan.module.css';

type Counts = Answer<'GET /plans/:id/allocations'>['counts'];
export type AllocationState = keyof Counts;

export const STATE_CHIPS: Readonly<Record<AllocationState, string>> = {
  even: 'Phân bổ đủ',
  under: 'Phân bổ thiếu',
  over: 'Phân bổ vượt',
  none: 'Chưa phân bổ',
  outdated: 'Cần cân đối lại',
  own: 'Có phần của đơn vị',
};

const WORDS: Readonly<Record<AllocationState, string>> = {
  even: 'đủ',
  under: 'thiếu',
  over: 'vượt',
  none: 'chưa phân bổ',
  outdated: 'cần cân đối lại',
  own: 'có phần của đơn vị',
};

/** Of the plan today; null until they are there, and for a day of the past. */
export function useAllocations(planId: string, today: boolean) {
  const { data } = useQuery({ ...read('GET /plans/:id/allocations', { params: { id: planId } }), enabled: today });
  useLive(['allocation'], () => void queryClient.invalidateQueries({ queryKey: ['GET /plans/:id/allocations'] }));
  return useMemo(() => {
    if (!data || !today) return null;
    const byTarget = new Map(data.items.map((one) => [one.targetId, one]));
    return {
      counts: data.counts,
      byTarget,
      isIn: (targetId: string, state: AllocationState) => {
        const one = byTarget.get(targetId);
        if (state === 'own') return (one?.own.length ?? 0) > 0;
        return state === 'outdated' ? one?.outdated === true : one?.state === state;
      },
    };
  }, [data, today]);
}

export function AllocationCounts({
  counts,
  chosen,
}: {
  readonly counts: Counts;
  readonly chosen: AllocationState | undefined;
}) {
  const shown = (Object.keys(WORDS) as AllocationState[]).filter((state) => counts[state] > 0);
  if (shown.length === 0) return null;
  return (
    <p className={styles.links}>
      <span className={styles.quiet}>Phân bổ:</span>
      {shown.map((state) => (
        <Link
          key={state}
          to="/chi-tieu"
          search={((before: object) => ({ ...before, pb: state === chosen ? undefined : state })) as never}
          aria-current={state === chosen ? 'true' : undefined}
        >
          {formatCount(counts[state])} {WORDS[state]}
        </Link>
      ))}
    </p>
  );
}

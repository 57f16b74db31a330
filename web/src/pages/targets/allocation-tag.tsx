/** How a target is allocated (phân bổ), in a word that leads to it. */
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/client.ts';
import { Tag } from '../../ui/badge.tsx';
import { STATE_WORDS, toneOf } from '../target/allocation/place.ts';

export type TargetAllocation = Answer<'GET /plans/:id/allocations'>['items'][number];

export function AllocationTag({
  targetId,
  allocation,
}: {
  readonly targetId: string;
  readonly allocation: TargetAllocation | undefined;
}) {
  if (!allocation) return null;
  const { state, outdated, divisions } = allocation;
  const meets = divisions.every(({ balance }) => balance.meets);
  return (
    <Link
      to="/chi-tieu/$id"
      params={{ id: targetId }}
      hash="phan-bo"
      title={divisions.map(({ balance }) => balance.words).join(' ') || undefined}
    >
      <Tag tone={outdated ? 'amber' : toneOf({ state, meets })}>
        {outdated ? 'Cần cân đối lại' : STATE_WORDS[state]}
      </Tag>
    </Link>
  );
}

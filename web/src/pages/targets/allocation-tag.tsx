/** How a target is allocated (phân bổ), in a word that leads to it. */
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/client.ts';
import { formatNumber } from '../../format/number.ts';
import { Tag } from '../../ui/badge.tsx';
import styles from '../plan/plan.module.css';
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
  const { state, outdated, divisions, own } = allocation;
  const meets = divisions.every(({ balance }) => balance.meets);
  return (
    <span className={styles.tags}>
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
      {own.map(({ path, value }) => (
        <Link key={path} to="/chi-tieu/$id" params={{ id: targetId }} search={{ phan: path } as never} hash="phan-bo">
          Phần của đơn vị: {formatNumber(value)}
        </Link>
      ))}
    </span>
  );
}

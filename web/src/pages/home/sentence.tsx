/** The plan in one sentence (một câu), every number of it a link to what it counts. */
import { Link } from '@tanstack/react-router';
import { formatCount } from '../../format/number.ts';
import type { PlanView } from '../../frame/plan.ts';
import type { Overview } from '../../frame/waiting.ts';
import styles from './home.module.css';

export interface SentenceProps {
  readonly plan: PlanView;
  readonly overview: Overview;
}

interface Piece {
  readonly count: number;
  readonly words: string;
  readonly to: '/chi-tieu' | '/nhiem-vu';
  readonly search?: Readonly<Record<string, string>>;
}

export function Sentence({ plan, overview }: SentenceProps) {
  // The finer numbers are those of the plan that the server speaks of.
  const fine = overview.plan?.id === plan.id ? overview.plan : null;
  const main: readonly Piece[] = [
    { count: plan.counts.targets, words: 'chỉ tiêu', to: '/chi-tieu' },
    { count: plan.counts.tasks, words: 'nhiệm vụ', to: '/nhiem-vu' },
  ];
  const exceptions: readonly Piece[] = [
    {
      count: fine?.tasksWithoutLead ?? 0,
      words: 'nhiệm vụ chưa có cơ quan chủ trì',
      to: '/nhiem-vu',
      search: { lead: 'none' },
    },
    {
      count: fine?.tasksWithoutDeadline ?? 0,
      words: 'nhiệm vụ không có thời hạn',
      to: '/nhiem-vu',
      search: { due: 'none' },
    },
    {
      count: fine?.targetsWithoutIndicator ?? 0,
      words: 'chỉ tiêu chưa khớp danh mục',
      to: '/chi-tieu',
      search: { indicator: 'none' },
    },
  ];
  return (
    <p className={styles.sentence}>
      {plan.title} có <CountLink piece={main[0] as Piece} /> và <CountLink piece={main[1] as Piece} />
      {exceptions
        .filter((piece) => piece.count > 0)
        .map((piece) => (
          <span key={piece.words}>
            ; <CountLink piece={piece} />
          </span>
        ))}
      .
    </p>
  );
}

function CountLink({ piece }: { readonly piece: Piece }) {
  return (
    <Link to={piece.to} search={(piece.search ?? {}) as never}>
      <strong>{formatCount(piece.count)}</strong> {piece.words}
    </Link>
  );
}

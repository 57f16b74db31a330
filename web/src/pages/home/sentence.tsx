/** The plan in one sentence (một câu), every number of it a link to what it counts. */
import { Link } from '@tanstack/react-router';
import { formatCount } from '../../format/number.ts';
import type { PlanView } from '../../frame/plan.ts';
import type { Overview } from '../../frame/waiting.ts';
import { tasksAddress } from '../tasks/address.ts';
import styles from './home.module.css';

export interface SentenceProps {
  readonly plan: PlanView;
  readonly overview: Overview;
}

interface Piece {
  readonly count: number;
  readonly words: string;
  readonly to: string;
  readonly search: Readonly<Record<string, string | undefined>>;
}

export function Sentence({ plan, overview }: SentenceProps) {
  // The finer numbers are those of the plan that the server speaks of.
  const fine = overview.plan?.id === plan.id ? overview.plan : null;
  const tasks = (count: number, words: string, filter: Readonly<Record<string, string>>): Piece => ({
    count,
    words,
    ...tasksAddress(filter),
  });
  const targets = (count: number, words: string, filter: Readonly<Record<string, string>> = {}): Piece => ({
    count,
    words,
    to: '/chi-tieu',
    search: { ke_hoach: plan.id, ...filter },
  });
  const ordered = { plan: plan.id, origin: 'document' };
  const exceptions: readonly Piece[] = [
    tasks(fine?.tasksWithoutLead ?? 0, 'nhiệm vụ chưa xác định được cơ quan chủ trì', { ...ordered, lead: 'without' }),
    tasks(fine?.tasksWithoutDeadline ?? 0, 'nhiệm vụ không có thời hạn', { ...ordered, due: 'without' }),
    targets(fine?.targetsWithoutIndicator ?? 0, 'chỉ tiêu chưa khớp danh mục', { indicator: 'none' }),
  ];
  return (
    <p className={styles.sentence}>
      {plan.title} có{' '}
      {plan.counts.targets > 0 ? (
        <>
          <CountLink piece={targets(plan.counts.targets, 'chỉ tiêu')} />
          {' và '}
        </>
      ) : null}
      <CountLink piece={tasks(fine?.tasks ?? plan.counts.tasks, 'nhiệm vụ', ordered)} />
      {exceptions
        .filter((piece) => piece.count > 0)
        .map((piece) => (
          <span key={piece.words}>
            ; <CountLink piece={piece} />
          </span>
        ))}
      .{overview.tasks ? <Following tasks={overview.tasks} /> : null}
    </p>
  );
}

/** Of all plans: what is late and where, what is near. */
function Following({ tasks }: { readonly tasks: NonNullable<Overview['tasks']> }) {
  const { overdue, dueSoon, agenciesLate } = tasks;
  if (overdue.count === 0 && dueSoon.count === 0) return null;
  const soon = overdue.count > 0 ? 'sắp đến hạn' : 'nhiệm vụ sắp đến hạn';
  return (
    <>
      {' Đang theo dõi: '}
      {overdue.count > 0 ? (
        <>
          <CountLink piece={{ ...tasksAddress(overdue.filter), count: overdue.count, words: 'nhiệm vụ quá hạn' }} />
          {agenciesLate > 0 ? (
            <>
              {' ở '}
              <Link to="/" search={{ xem: 'thuc-hien' } as never} hash="co-quan">
                <strong>{formatCount(agenciesLate)}</strong> cơ quan
              </Link>
            </>
          ) : null}
        </>
      ) : null}
      {dueSoon.count > 0 ? (
        <>
          {overdue.count > 0 ? '; ' : null}
          <CountLink piece={{ ...tasksAddress(dueSoon.filter), count: dueSoon.count, words: soon }} />
        </>
      ) : null}
      .
    </>
  );
}

function CountLink({ piece }: { readonly piece: Piece }) {
  return (
    <Link to={piece.to} search={piece.search as never}>
      <strong>{formatCount(piece.count)}</strong> {piece.words}
    </Link>
  );
}

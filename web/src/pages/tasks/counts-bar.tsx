/** How many tasks of the filter are in each standing; each number leads to these. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { STANDING_WORDS, type Standing, totalOf } from '#delivery/standing.ts';
import type { TaskQuery } from '#delivery/task-address.ts';
import { read } from '../../api/query.ts';
import { formatCount } from '../../format/number.ts';
import { StandingShape } from '../../ui/standing.tsx';
import type { TasksSearch } from './search.ts';
import styles from './tasks.module.css';

/** What needs somebody first. */
export const STANDING_ORDER: readonly Standing[] = [
  'overdue',
  'due-soon',
  'not-started',
  'in-time',
  'no-deadline',
  'done-on-time',
  'done-late',
  'suspended',
  'cancelled',
];

/** Counts of the filter, whatever standing is chosen. */
export function useCounts(query: TaskQuery) {
  const { standing: _chosen, ...rest } = query;
  return useQuery({ ...read('GET /tasks/counts', { query: rest as never }), placeholderData: (before) => before });
}

/** How many of them the chosen standings let through. */
export function countChosen(counts: Readonly<Record<Standing, number>>, standing: string | undefined): number {
  if (standing === undefined) return totalOf(counts);
  return standing.split(',').reduce((sum, one) => sum + (counts[one as Standing] ?? 0), 0);
}

export function CountsBar({ query, search }: { readonly query: TaskQuery; readonly search: TasksSearch }) {
  const { data } = useCounts(query);
  const { tinh_trang: chosen, mo: _open, ...rest } = search;
  const list = chosen ? chosen.split(',') : [];
  if (!data) return <div className={styles.counts} aria-hidden="true" />;
  const shown = STANDING_ORDER.filter((one) => data.counts[one] > 0 || list.includes(one));
  return (
    <nav className={styles.counts} aria-label="Số nhiệm vụ theo tình trạng">
      <Link to="/nhiem-vu" search={rest as never} className={styles.count} data-chosen={chosen === undefined}>
        <strong>{formatCount(data.total)}</strong> nhiệm vụ
      </Link>
      {shown.map((one) => (
        <Link
          key={one}
          to="/nhiem-vu"
          search={(list.length === 1 && chosen === one ? rest : { ...rest, tinh_trang: one }) as never}
          className={styles.count}
          data-chosen={list.includes(one)}
        >
          <StandingShape standing={one} hidden />
          <strong>{formatCount(data.counts[one])}</strong> {STANDING_WORDS[one]}
          {list.includes(one) ? <span className="sr-only"> (đang lọc)</span> : null}
        </Link>
      ))}
    </nav>
  );
}

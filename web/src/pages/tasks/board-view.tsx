/** The tasks as a board (bảng việc): a column for each standing, or for each state of their life. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { STATE_WORDS, type Standing, TASK_STATES, type TaskState } from '#delivery/standing.ts';
import type { TaskQuery } from '#delivery/task-address.ts';
import { explain } from '../../api/problem.ts';
import { read, rowsOf } from '../../api/query.ts';
import { formatCount } from '../../format/number.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StandingBadge } from '../../ui/standing.tsx';
import { ErrorState } from '../../ui/states.tsx';
import styles from './board.module.css';
import { sumOf } from './calendar-model.ts';
import { Due, named, Share, TaskTags } from './columns.tsx';
import { STANDING_ORDER, useCounts } from './counts-bar.tsx';
import type { TasksSearch } from './search.ts';
import { type Followed, useTasks } from './use-tasks.ts';

export interface ViewProps {
  readonly query: TaskQuery;
  readonly search: TasksSearch;
  readonly onOpen: (id: string) => void;
  readonly empty: ReactNode;
}

export function BoardView(props: ViewProps) {
  return props.search.nhom === 'state' ? <StateBoard {...props} /> : <StandingBoard {...props} />;
}

function StandingBoard({ query, search, onOpen, empty }: ViewProps) {
  const { data, error, refetch } = useCounts(query);
  if (error) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  const chosen = query.standing?.split(',');
  const columns = STANDING_ORDER.filter((one) => data.counts[one] > 0 && (!chosen || chosen.includes(one)));
  if (columns.length === 0) return empty;
  return (
    <Board>
      {columns.map((standing) => (
        <Column
          key={standing}
          head={<StandingBadge standing={standing} />}
          count={data.counts[standing]}
          query={{ ...query, standing }}
          search={{ ...search, tinh_trang: standing }}
          onOpen={onOpen}
        />
      ))}
    </Board>
  );
}

function StateBoard({ query, search, onOpen, empty }: ViewProps) {
  const { data, error, refetch } = useQuery({
    ...read('GET /tasks/spread', { query: { ...query, per: 'state' } as never }),
    placeholderData: (before) => before,
  });
  if (error) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  const counts = new Map(data.cells.map((cell) => [cell.at, sumOf(cell.counts as Partial<Record<Standing, number>>)]));
  const columns = TASK_STATES.filter((state) => (counts.get(state) ?? 0) > 0);
  if (columns.length === 0) return empty;
  return (
    <Board>
      {columns.map((state: TaskState) => (
        <Column
          key={state}
          head={<strong>{STATE_WORDS[state]}</strong>}
          count={counts.get(state) ?? 0}
          query={{ ...query, state }}
          search={{ ...search, trang_thai: state }}
          onOpen={onOpen}
          withStanding
        />
      ))}
    </Board>
  );
}

function Board({ children }: { readonly children: ReactNode }) {
  return (
    <section
      className={styles.board}
      aria-label="Bảng việc"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
      tabIndex={0}
    >
      {children}
    </section>
  );
}

interface ColumnProps {
  readonly head: ReactNode;
  readonly count: number;
  readonly query: TaskQuery;
  readonly search: TasksSearch;
  readonly onOpen: (id: string) => void;
  readonly withStanding?: boolean;
}

function Column({ head, count, query, search, onOpen, withStanding }: ColumnProps) {
  const list = useTasks(query, 'due', { limit: 30 });
  const { rows } = rowsOf(list.data);
  const { xem: _view, nhom: _group, mo: _open, ...rest } = search;
  return (
    <section className={styles.column}>
      <header className={styles.head}>
        <h2>{head}</h2>
        <Link to="/nhiem-vu" search={rest as never} className={styles.number} title="Xem ở dạng bảng">
          {formatCount(count)}
        </Link>
      </header>
      <ul className={styles.cards}>
        {rows.map((task) => (
          <li key={task.id}>
            <Card task={task} withStanding={withStanding === true} onOpen={() => onOpen(task.id)} />
          </li>
        ))}
      </ul>
      {list.isPending ? <Skeleton lines={4} /> : null}
      {list.hasNextPage ? (
        <Button small kind="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Xem thêm
        </Button>
      ) : null}
    </section>
  );
}

function Card({
  task,
  withStanding,
  onOpen,
}: {
  readonly task: Followed;
  readonly withStanding: boolean;
  readonly onOpen: () => void;
}) {
  return (
    <article className={styles.card}>
      <button type="button" className={styles.text} onClick={onOpen}>
        {task.text}
      </button>
      <TaskTags task={task} />
      <p className={styles.line}>{named(task.leads) || 'Chưa có cơ quan chủ trì'}</p>
      <div className={styles.foot}>
        <Due task={task} />
        {withStanding ? <StandingBadge standing={task.standing} /> : null}
        {task.progress === null ? null : <Share task={task} />}
      </div>
    </article>
  );
}

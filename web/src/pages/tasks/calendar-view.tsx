/** The tasks on a month (lịch), by deadline: the first of each day, how many more, and those without a deadline beside. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { explain } from '../../api/problem.ts';
import { read, rowsOf } from '../../api/query.ts';
import { formatDay, formatDayLong, formatMonth, WEEKDAYS, WEEKDAYS_SHORT } from '../../format/date.ts';
import { dayOf } from '../../format/instant.ts';
import { formatCount } from '../../format/number.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { StandingShape } from '../../ui/standing.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import type { ViewProps } from './board-view.tsx';
import styles from './calendar.module.css';
import { type CalendarDay, calendarOf, type DayCell, monthBeside, sumOf, within } from './calendar-model.ts';
import { countChosen, useCounts } from './counts-bar.tsx';
import type { TasksSearch } from './search.ts';
import { type Followed, useTasks } from './use-tasks.ts';

/** Tasks written out on a day; the rest is a number. */
const MOST = 4;

export interface CalendarViewProps extends Omit<ViewProps, 'empty'> {
  readonly onMonth: (month: string | undefined) => void;
}

export function CalendarView({ query, search, onOpen, onMonth }: CalendarViewProps) {
  const today = dayOf(new Date());
  const month = search.thang ?? (query.from ?? today).slice(0, 7);
  const open = within(month, query.from, query.to);
  const dated = { ...query, from: open?.from, to: open?.to } as typeof query;
  const spread = useQuery({
    ...read('GET /tasks/spread', { query: { ...dated, per: 'day' } as never }),
    enabled: open !== null,
    placeholderData: (before) => before,
  });
  // The first 200 of the month are written out; for the days behind them the numbers stand.
  const list = useTasks(dated, 'due', { limit: 200, on: open !== null });
  const rows = list.data?.pages[0] ? rowsOf({ pages: [list.data.pages[0]] }).rows : [];
  const cells = open && spread.data ? (spread.data.cells as readonly DayCell[]) : [];
  const weeks = calendarOf(month, cells, open ? rows : [], MOST);
  const total = cells.reduce((sum, cell) => sum + sumOf(cell.counts), 0);
  const error = spread.error ?? list.error;
  if (error) return <ErrorState {...explain(error)} onRetry={() => void spread.refetch()} />;
  const go = (to: string) => onMonth(to === today.slice(0, 7) ? undefined : to);
  return (
    <div className={styles.wrap}>
      <div className={styles.head}>
        <IconButton icon="chevronLeft" label="Tháng trước" onClick={() => go(monthBeside(month, -1))} />
        <h2 aria-live="polite">{formatMonth(`${month}-01`)}</h2>
        <IconButton icon="chevronRight" label="Tháng sau" onClick={() => go(monthBeside(month, 1))} />
        <Button small onClick={() => onMonth(undefined)}>
          Tháng này
        </Button>
        <span className={styles.total} role="status">
          {formatCount(total)} nhiệm vụ đến hạn
        </span>
      </div>
      {open === null ? <Notice>Bộ lọc thời hạn không có ngày nào trong tháng này.</Notice> : null}
      <table className={styles.month}>
        <caption className="sr-only">Nhiệm vụ đến hạn trong {formatMonth(`${month}-01`).toLowerCase()}</caption>
        <thead>
          <tr>
            {WEEKDAYS_SHORT.map((name, i) => (
              <th key={name} scope="col" abbr={WEEKDAYS[i]}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map((one) => (
                <DayView key={one.day} one={one} today={today} search={search} onOpen={onOpen} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Undated query={query} search={search} />
    </div>
  );
}

function DayView({
  one,
  today,
  search,
  onOpen,
}: {
  readonly one: CalendarDay<Followed>;
  readonly today: string;
  readonly search: TasksSearch;
  readonly onOpen: (id: string) => void;
}) {
  const { day, inside, count, tasks } = one;
  const { xem: _view, thang: _month, mo: _open, ...rest } = search;
  const more = count - tasks.length;
  return (
    <td className={cx(!inside && styles.other, day === today && styles.today)} data-empty={count === 0}>
      <div className={styles.date}>
        <span aria-hidden="true">{Number(day.slice(8))}</span>
        <span className={styles.long}>{formatDayLong(day)}</span>
        {count > 0 ? (
          <Link
            to="/nhiem-vu"
            search={{ ...rest, tu: day, den: day } as never}
            className={styles.number}
            aria-label={`${count} nhiệm vụ đến hạn ngày ${formatDay(day)}`}
          >
            {formatCount(count)}
          </Link>
        ) : null}
      </div>
      {tasks.length > 0 ? (
        <ul className={styles.tasks}>
          {tasks.map((task) => (
            <li key={task.id}>
              <button type="button" title={task.text} onClick={() => onOpen(task.id)}>
                <StandingShape standing={task.standing} />
                <span>{task.text}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {more > 0 && tasks.length > 0 ? (
        <Link to="/nhiem-vu" search={{ ...rest, tu: day, den: day } as never} className={styles.more}>
          và {formatCount(more)} nhiệm vụ nữa
        </Link>
      ) : null}
    </td>
  );
}

/** What has no place on a calendar. */
function Undated({ query, search }: Pick<ViewProps, 'query' | 'search'>) {
  const { from: _from, to: _to, ...rest } = query;
  const { data } = useCounts({ ...rest, due: 'without' });
  const { xem: _view, thang: _month, mo: _open, tu: _tu, den: _den, ...address } = search;
  const count = data ? countChosen(data.counts, query.standing) : 0;
  if (count === 0) return null;
  return (
    <p>
      <Link to="/nhiem-vu" search={{ ...address, thoi_han: 'without' } as never}>
        {formatCount(count)} nhiệm vụ không có thời hạn
      </Link>{' '}
      không hiện trên lịch.
    </p>
  );
}

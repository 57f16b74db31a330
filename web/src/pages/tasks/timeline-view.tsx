/** The tasks on a line of time (dòng thời gian): who leads what until when; every number leads to its tasks. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { STANDING_WORDS, type Standing } from '#delivery/standing.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { dayOf } from '../../format/instant.ts';
import { formatCount } from '../../format/number.ts';
import { cx } from '../../ui/cx.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { STANDING_TONES, StandingShape } from '../../ui/standing.tsx';
import { ErrorState } from '../../ui/states.tsx';
import type { ViewProps } from './board-view.tsx';
import { STANDING_ORDER } from './counts-bar.tsx';
import type { TasksSearch } from './search.ts';
import styles from './timeline.module.css';
import {
  type Column,
  type Place,
  type SpreadCell,
  type Timeline,
  type TimelineRow,
  timelineOf,
  worstOf,
} from './timeline-model.ts';

export function TimelineView({ query, search, empty }: ViewProps) {
  const { data, error, refetch } = useQuery({
    ...read('GET /tasks/spread', { query: { ...query, per: 'month', by: 'lead' } as never }),
    placeholderData: (before) => before,
  });
  if (error) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={10} />;
  const line = timelineOf(data.cells as readonly SpreadCell[], data.organisations);
  if (line.rows.length === 0) return empty;
  const today = dayOf(new Date());
  const isNow = (column: Column) => column.from <= today && today <= column.to;
  return (
    <section
      className={styles.scroll}
      aria-label="Dòng thời gian"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
      tabIndex={0}
    >
      <table className={styles.line}>
        <caption className="sr-only">Số nhiệm vụ theo cơ quan chủ trì và thời hạn</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.who}>
              Cơ quan chủ trì
            </th>
            {line.columns.map((column) => (
              <th key={column.key} scope="col" className={cx(isNow(column) && styles.now)}>
                {column.label}
              </th>
            ))}
            {line.undated ? <th scope="col">Không có thời hạn</th> : null}
            <th scope="col">Tổng</th>
          </tr>
        </thead>
        <tbody>
          {line.rows.map((row) => (
            <Row key={row.organisationId} row={row} line={line} search={search} isNow={isNow} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({
  row,
  line,
  search,
  isNow,
}: {
  readonly row: TimelineRow;
  readonly line: Timeline;
  readonly search: TasksSearch;
  readonly isNow: (column: Column) => boolean;
}) {
  const own = ofRow(search, row);
  return (
    <tr>
      <th scope="row" className={styles.who}>
        {row.name}
      </th>
      {line.columns.map((column) => (
        <td key={column.key} className={cx(isNow(column) && styles.now)}>
          <PlaceLink
            place={row.places.get(column.key) ?? null}
            words={`${row.name}, ${column.label}`}
            search={own && { ...own, tu: later(search.tu, column.from), den: sooner(search.den, column.to) }}
          />
        </td>
      ))}
      {line.undated ? (
        <td>
          <PlaceLink
            place={row.undated}
            words={`${row.name}, không có thời hạn`}
            search={own && { ...own, thoi_han: 'without' }}
          />
        </td>
      ) : null}
      <td className={styles.total}>
        {own ? (
          <Link to="/nhiem-vu" search={own as never}>
            {formatCount(row.count)}
          </Link>
        ) : (
          formatCount(row.count)
        )}
      </td>
    </tr>
  );
}

const later = (a: string | undefined, b: string) => (a !== undefined && a > b ? a : b);
const sooner = (a: string | undefined, b: string) => (a !== undefined && a < b ? a : b);

/** The table of what a row counts; null when the filter asks for another body, which one address can't say with this. */
function ofRow(search: TasksSearch, row: TimelineRow): TasksSearch | null {
  if (search.co_quan !== undefined && (search.co_quan !== row.organisationId || search.vai === 'support')) return null;
  const { xem: _view, mo: _open, ...rest } = search;
  const { chu_tri: _lead, ...others } = rest;
  if (row.organisationId === null) return { ...others, chu_tri: 'without' };
  return { ...others, co_quan: row.organisationId, vai: 'lead' };
}

function PlaceLink({
  place,
  words,
  search,
}: {
  readonly place: Place | null;
  readonly words: string;
  readonly search: TasksSearch | null;
}) {
  const worst = place && worstOf(place.counts);
  if (!place || !worst) return null;
  const told = STANDING_ORDER.filter((one) => (place.counts[one] ?? 0) > 0)
    .map((one: Standing) => `${STANDING_WORDS[one]}: ${place.counts[one]}`)
    .join('; ');
  const looks = cx(styles.place, styles[STANDING_TONES[worst]]);
  if (search === null) {
    return (
      <span className={looks} title={told}>
        <StandingShape standing={worst} />
        {formatCount(place.count)}
      </span>
    );
  }
  return (
    <Link
      to="/nhiem-vu"
      search={search as never}
      className={looks}
      title={told}
      aria-label={`${words}: ${place.count} nhiệm vụ (${told})`}
    >
      <StandingShape standing={worst} hidden />
      {formatCount(place.count)}
    </Link>
  );
}

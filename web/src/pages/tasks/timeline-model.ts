/** Tasks on a line of time (dòng thời gian): a row for each body that leads, a column for each month, quarter or year. */
import type { Standing } from '#delivery/standing.ts';
import { sumOf } from './calendar-model.ts';

type Counts = Readonly<Partial<Record<Standing, number>>>;

export interface SpreadCell {
  readonly at: string | null;
  readonly organisationId: string | null;
  readonly counts: Counts;
}

export interface Column {
  readonly key: string;
  /** `T11/2026`, `Quý IV/2026`, `2026`. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export interface Place {
  readonly column: string;
  readonly counts: Counts;
  readonly count: number;
}

export interface TimelineRow {
  /** Null: nobody leads. */
  readonly organisationId: string | null;
  readonly name: string;
  /** By the column's key. */
  readonly places: ReadonlyMap<string, Place>;
  readonly undated: Place | null;
  readonly counts: Counts;
  readonly count: number;
}

export interface Timeline {
  readonly columns: readonly Column[];
  readonly rows: readonly TimelineRow[];
  readonly undated: boolean;
}

type Unit = 'month' | 'quarter' | 'year';
const ROMAN = ['I', 'II', 'III', 'IV'];

const monthsOf = (at: string) => Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7)) - 1;
const two = (value: number) => String(value).padStart(2, '0');

/** Months while they fit, then quarters, then years. */
function unitFor(first: number, last: number): Unit {
  const months = last - first + 1;
  return months <= 24 ? 'month' : months <= 72 ? 'quarter' : 'year';
}

const LONG: Readonly<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };

function columnOf(at: string, unit: Unit): Column {
  const long = LONG[unit];
  const month = Math.floor(monthsOf(at) / long) * long;
  const year = Math.floor(month / 12);
  const first = month % 12;
  const last = first + long - 1;
  const days = new Date(Date.UTC(year, last + 1, 0)).getUTCDate();
  const label =
    unit === 'month' ? `T${first + 1}/${year}` : unit === 'quarter' ? `Quý ${ROMAN[first / 3]}/${year}` : String(year);
  return {
    key: `${year}-${two(first + 1)}`,
    label,
    from: `${year}-${two(first + 1)}-01`,
    to: `${year}-${two(last + 1)}-${two(days)}`,
  };
}

function add(a: Counts, b: Counts): Counts {
  const sum: Partial<Record<Standing, number>> = { ...a };
  for (const [standing, count] of Object.entries(b) as [Standing, number][]) {
    sum[standing] = (sum[standing] ?? 0) + count;
  }
  return sum;
}

/** The most overdue first, then by name; what nobody leads last. */
export function timelineOf(
  cells: readonly SpreadCell[],
  organisations: readonly { readonly id: string; readonly name: string }[],
): Timeline {
  const dated = cells.flatMap(({ at }) => (at === null ? [] : [monthsOf(at)]));
  const first = Math.min(...dated);
  const last = Math.max(...dated);
  const unit = unitFor(first, last);
  const columns = new Map<string, Column>();
  for (let month = first; month <= last; month++) {
    const column = columnOf(`${Math.floor(month / 12)}-${two((month % 12) + 1)}`, unit);
    columns.set(column.key, column);
  }
  const names = new Map(organisations.map((one) => [one.id, one.name]));
  const rows = new Map<string | null, { places: Map<string, Place>; undated: Place | null; counts: Counts }>();
  for (const { at, organisationId, counts } of cells) {
    const row = rows.get(organisationId) ?? { places: new Map(), undated: null, counts: {} };
    rows.set(organisationId, row);
    row.counts = add(row.counts, counts);
    const column = at === null ? '' : columnOf(at, unit).key;
    const before = at === null ? row.undated : row.places.get(column);
    const sum = add(before?.counts ?? {}, counts);
    const place = { column, counts: sum, count: sumOf(sum) };
    if (at === null) row.undated = place;
    else row.places.set(column, place);
  }
  const overdue = (row: TimelineRow) => row.counts.overdue ?? 0;
  const nobody = (row: TimelineRow) => (row.organisationId === null ? 1 : 0);
  return {
    columns: [...columns.values()],
    undated: cells.some(({ at }) => at === null),
    rows: [...rows]
      .map(([organisationId, row]) => ({
        organisationId,
        name: organisationId === null ? 'Chưa có cơ quan chủ trì' : (names.get(organisationId) ?? ''),
        ...row,
        count: sumOf(row.counts),
      }))
      .sort((a, b) => nobody(a) - nobody(b) || overdue(b) - overdue(a) || a.name.localeCompare(b.name, 'vi')),
  };
}

/** The standing that a place is coloured by: what is late first, what is done only when all is. */
export function worstOf(counts: Counts): Standing | null {
  const order: readonly Standing[] = [
    'overdue',
    'due-soon',
    'not-started',
    'in-time',
    'no-deadline',
    'done-late',
    'done-on-time',
    'suspended',
    'cancelled',
  ];
  return order.find((one) => (counts[one] ?? 0) > 0) ?? null;
}

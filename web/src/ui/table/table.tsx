/**
 * The table (bảng) of every list: its head stays in sight, its heads sort, arrows or `j k` walk through rows and Enter
 * opens one, thousands of rows stay quick because only those in sight are there. On a phone each row is a card.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icon.tsx';
import { Skeleton } from '../skeleton.tsx';
import { type Column, LEAST, nextSort, rowForKey, type Sort } from './model.ts';
import styles from './table.module.css';

export interface TableProps<Row> {
  /** What the table lists, heard by those who cannot see it. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort?: Sort | null | undefined;
  readonly onSort?: ((sort: Sort | null) => void) | undefined;
  /** Enter or a click on a row; links and buttons in cells stay their own. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** The row shown elsewhere on the page, such as in a drawer. */
  readonly current?: string | null | undefined;
  readonly rowClass?: ((row: Row) => string | undefined) | undefined;
  /** What to do when there is nothing: an `EmptyState`. */
  readonly empty?: ReactNode;
  readonly loading?: boolean | undefined;
  /** The tallest the table may be, as CSS; it scrolls inside. */
  readonly height?: string | undefined;
  /** Pixels that most rows take, while nobody has measured them; 38 unless said. */
  readonly rowHeight?: number | undefined;
  /** Asked for when the last rows come into sight. */
  readonly onEnd?: (() => void) | undefined;
}

/** Fewer rows than this are all there: finding in the page and printing then work. */
const VIRTUAL_FROM = 80;
const ROW = 38;
/** Rows before the end at which the next are asked for, so that nobody waits for them. */
const AHEAD = 40;
/** A long table without a height of its own scrolls inside the window. */
const INSIDE = 'calc(100dvh - 13rem)';

export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, rowKey, sort = null, onSort, onOpen, empty, loading, height, onEnd } = props;
  const scroll = useRef<HTMLElement>(null);
  const [at, setAt] = useState(0);
  /** The row that keys led to; it may come and go while the table scrolls to it. */
  const wanted = useRef<number | null>(null);
  const virtual = rows.length >= VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count: virtual ? rows.length : 0,
    getScrollElement: () => scroll.current,
    estimateSize: () => props.rowHeight ?? ROW,
    overscan: 12,
    getItemKey: (index) => rowKey(rows[index] as Row),
  });
  const items = virtual ? virtualizer.getVirtualItems() : null;
  const first = items?.[0];
  const last = items?.at(-1);
  const indexes = items ? items.map((item) => item.index) : rows.map((_, index) => index);

  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroll.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!row || row === document.activeElement) return;
    // A long table scrolls there by itself; scrolling it twice would undo its corrections of guessed heights.
    row.focus({ preventScroll: virtual });
    if (!virtual) row.scrollIntoView({ block: 'nearest' });
  });

  const lastIndex = indexes.at(-1);
  useEffect(() => {
    if (lastIndex !== undefined && lastIndex >= rows.length - AHEAD) onEnd?.();
  }, [lastIndex, rows.length, onEnd]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!onOpen || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const row = rows[at];
    if (event.key === 'Enter' && row !== undefined) return onOpen(row);
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? ROW) / ROW) - 2);
    const to = rowForKey(event.key, at, rows.length, page);
    if (to === null) return;
    event.preventDefault();
    wanted.current = to;
    setAt(to);
    if (virtual) virtualizer.scrollToIndex(to, { align: 'auto' });
  };

  const widest = columns.reduce((sum, column) => sum + (column.width ?? LEAST), 0);
  return (
    <section
      ref={scroll}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
      tabIndex={0}
      className={styles.scroll}
      onFocus={(event) => {
        if (event.target.getAttribute('data-index') !== String(wanted.current)) wanted.current = null;
      }}
      onBlur={(event) => {
        const to = event.relatedTarget;
        if (to !== null && to.getAttribute('data-index') !== String(wanted.current)) wanted.current = null;
      }}
      onPointerDown={() => {
        wanted.current = null;
      }}
      style={{ '--tallest': height ?? (virtual ? INSIDE : 'none') } as CSSProperties}
    >
      <table
        className={styles.table}
        style={{ '--least': `${widest}px` } as CSSProperties}
        aria-rowcount={rows.length + 1}
        aria-busy={loading}
      >
        <caption className="sr-only">{label}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {virtual ? <Gap height={first?.start ?? virtualizer.getTotalSize()} columns={columns.length} /> : null}
          {indexes.map((index) => (
            <Line
              key={rowKey(rows[index] as Row)}
              {...props}
              row={rows[index] as Row}
              index={index}
              reachable={index === Math.min(at, rows.length - 1)}
              measure={virtual ? virtualizer.measureElement : undefined}
              onReach={setAt}
            />
          ))}
          {last ? <Gap height={virtualizer.getTotalSize() - last.end} columns={columns.length} /> : null}
        </tbody>
      </table>
      {loading && rows.length === 0 ? <Skeleton lines={6} /> : null}
      {!loading && rows.length === 0 ? empty : null}
    </section>
  );
}

function Head<Row>({
  column,
  sort,
  onSort,
}: {
  readonly column: Column<Row>;
  readonly sort: Sort | null;
  readonly onSort: ((sort: Sort | null) => void) | undefined;
}) {
  const sorted = sort?.by === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined;
  const looks = cx(column.numeric && styles.numeric);
  if (!column.sorts || !onSort) {
    return (
      <th scope="col" className={looks}>
        {column.head}
      </th>
    );
  }
  return (
    <th scope="col" className={looks} aria-sort={sorted ?? 'none'}>
      <button type="button" className={styles.sorter} onClick={() => onSort(nextSort(sort, column.id))}>
        {column.head}
        <Icon
          name={sorted === 'descending' ? 'down' : 'up'}
          size={14}
          className={cx(styles.arrow, sorted && styles.sorted)}
        />
      </button>
    </th>
  );
}

interface LineProps<Row> extends TableProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly reachable: boolean;
  readonly measure: ((element: HTMLElement | null) => void) | undefined;
  readonly onReach: (index: number) => void;
}

function Line<Row>(props: LineProps<Row>) {
  const { columns, row, rowKey, rowClass, index, onOpen, current, reachable, measure, onReach } = props;
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-current={current === rowKey(row) || undefined}
      tabIndex={onOpen ? (reachable ? 0 : -1) : undefined}
      className={cx(onOpen && styles.opens, rowClass?.(row))}
      onFocus={(event) => event.target === event.currentTarget && onReach(index)}
      onClick={(event) => {
        if (!onOpen || (event.target as Element).closest('a, button, input, label, select, [popover]')) return;
        if (window.getSelection()?.isCollapsed === false) return;
        onOpen(row);
      }}
    >
      {columns.map((column) => (
        <td
          key={column.id}
          data-head={column.head}
          data-phone={column.phone ?? 'line'}
          className={cx(column.numeric && styles.numeric)}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of empty room, which nothing can focus.
    <tr aria-hidden="true" className={styles.gap}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

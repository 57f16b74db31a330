/**
 * A table in groups (bảng theo nhóm), light enough to be whole on the page: a group's heading is a row of its own,
 * arrows or `j k` walk, Enter opens. It looks as the kit's table does, on a phone as cards.
 */
import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { cx } from '../../ui/cx.ts';
import { type Column, LEAST, rowForKey } from '../../ui/table/model.ts';
import table from '../../ui/table/table.module.css';
import styles from './plan.module.css';

export interface RowGroup<Row> {
  readonly key: string;
  readonly title: string | null;
  readonly rows: readonly Row[];
}

export interface GroupedTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly groups: readonly RowGroup<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen: (row: Row) => void;
  readonly current?: string | null | undefined;
  readonly empty?: ReactNode;
}

const PAGE = 12;

export function GroupedTable<Row>(props: GroupedTableProps<Row>) {
  const { label, columns, groups, rowKey, onOpen, current, empty } = props;
  const frame = useRef<HTMLElement>(null);
  const [at, setAt] = useState(0);
  const rows = groups.flatMap((group) => group.rows);
  const reachable = Math.min(at, rows.length - 1);
  const indexOf = new Map(rows.map((row, i) => [rowKey(row), i]));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLTableRowElement)) return;
    const row = rows[reachable];
    if (event.key === 'Enter' && row !== undefined) return onOpen(row);
    const to = rowForKey(event.key, reachable, rows.length, PAGE);
    if (to === null) return;
    event.preventDefault();
    setAt(to);
    const line = frame.current?.querySelector<HTMLElement>(`[data-index="${to}"]`);
    line?.focus();
    line?.scrollIntoView({ block: 'nearest' });
  };

  const widest = columns.reduce((sum, column) => sum + (column.width ?? LEAST), 0);
  return (
    <section
      ref={frame}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
      tabIndex={0}
      className={table.scroll}
      style={{ '--tallest': 'none' } as CSSProperties}
    >
      <table className={cx(table.table, styles.groups)} style={{ '--least': `${widest}px` } as CSSProperties}>
        <caption className="sr-only">{label}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={cx(column.numeric && table.numeric)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key} onKeyDown={onKeyDown}>
            {group.title === null ? null : (
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={columns.length}>
                  {group.title.replace(/\s*:$/, '')}
                </th>
              </tr>
            )}
            {group.rows.map((row) => {
              const index = indexOf.get(rowKey(row)) ?? 0;
              return (
                <tr
                  key={rowKey(row)}
                  data-index={index}
                  aria-current={current === rowKey(row) || undefined}
                  tabIndex={index === reachable ? 0 : -1}
                  className={table.opens}
                  onFocus={(event) => event.target === event.currentTarget && setAt(index)}
                  onClick={(event) => {
                    if ((event.target as Element).closest('a, button, input, label')) return;
                    if (window.getSelection()?.isCollapsed === false) return;
                    onOpen(row);
                  }}
                >
                  {columns.map((column) => (
                    <td
                      key={column.id}
                      data-head={column.head}
                      data-phone={column.phone ?? 'line'}
                      className={cx(column.numeric && table.numeric)}
                    >
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
      {rows.length === 0 ? empty : null}
    </section>
  );
}

/**
 * The grid of parts (bảng phân bổ) that is typed into: Vietnamese figures, a column pasted from Excel, Enter and the
 * arrows walk down and up. Each row is drawn by itself, so that hundreds stay quick.
 */
import { type KeyboardEvent, memo, useRef, useState } from 'react';
import { formatNumber, parseTypedNumber } from '../../../format/number.ts';
import { IconButton } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import styles from './allocation.module.css';
import { type FigureColumn, isTable } from './paste.ts';

export interface GridRow {
  readonly organisationId: string | null;
  readonly period: string | null;
  readonly name: string;
  readonly value: string | null;
  readonly weight: string | null;
}

export interface GridProps {
  readonly label: string;
  readonly nameHead: string;
  readonly weightHead: string | null;
  readonly valueHead: string;
  readonly rows: readonly GridRow[];
  /** Figures that follow from shares are only read. */
  readonly valueReadOnly: boolean;
  readonly onFigure: (at: number, column: FigureColumn, plain: string | null, right: boolean) => void;
  readonly onTable: (at: number, column: FigureColumn, text: string) => void;
  /** Null: rows can't be taken out. */
  readonly onRemove: ((at: number) => void) | null;
}

const keyOfRow = (row: GridRow) => row.organisationId ?? row.period ?? '';

export function Grid(props: GridProps) {
  const latest = useRef(props);
  latest.current = props;
  const frame = useRef<HTMLDivElement>(null);
  // The same functions all along: a row that did not change is not drawn again.
  const [stable] = useState(() => ({
    figure: (at: number, column: FigureColumn, plain: string | null, right: boolean) =>
      latest.current.onFigure(at, column, plain, right),
    table: (at: number, column: FigureColumn, text: string) => latest.current.onTable(at, column, text),
    remove: (at: number) => latest.current.onRemove?.(at),
    walk: (at: number, column: FigureColumn) => {
      const cell = frame.current?.querySelector<HTMLInputElement>(`[data-cell="${at}-${column}"]`);
      cell?.focus();
      cell?.select();
    },
  }));
  const { label, nameHead, weightHead, valueHead, rows, valueReadOnly, onRemove } = props;
  return (
    <div ref={frame} className={styles.grid}>
      <table>
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              TT
            </th>
            <th scope="col">{nameHead}</th>
            {weightHead === null ? null : (
              <th scope="col" className={styles.figureHead}>
                {weightHead}
              </th>
            )}
            <th scope="col" className={styles.figureHead}>
              {valueHead}
            </th>
            {onRemove ? (
              <th scope="col" className={styles.out}>
                <span className="sr-only">Bỏ dòng</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Line
              key={keyOfRow(row)}
              row={row}
              at={at}
              weighed={weightHead}
              readOnly={valueReadOnly}
              removable={onRemove !== null}
              {...stable}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  readonly row: GridRow;
  readonly at: number;
  readonly weighed: string | null;
  readonly readOnly: boolean;
  readonly removable: boolean;
  readonly figure: GridProps['onFigure'];
  readonly table: GridProps['onTable'];
  readonly remove: (at: number) => void;
  readonly walk: (at: number, column: FigureColumn) => void;
}

const Line = memo(function Line({ row, at, weighed, readOnly, removable, ...acts }: LineProps) {
  return (
    <tr>
      <td className={styles.number}>{at + 1}</td>
      <td className={styles.rowName}>{row.name}</td>
      {weighed === null ? null : (
        <td data-head={weighed}>
          <Cell {...acts} at={at} column="weight" plain={row.weight} label={`${weighed}: ${row.name}`} />
        </td>
      )}
      <td data-head="Phân bổ">
        {readOnly ? (
          <output className={styles.reckoned}>{formatNumber(row.value)}</output>
        ) : (
          <Cell {...acts} at={at} column="value" plain={row.value} label={`Phân bổ: ${row.name}`} />
        )}
      </td>
      {removable ? (
        <td className={styles.out}>
          <IconButton small icon="close" label={`Bỏ ${row.name}`} onClick={() => acts.remove(at)} />
        </td>
      ) : null}
    </tr>
  );
});

interface CellProps extends Pick<LineProps, 'figure' | 'table' | 'walk'> {
  readonly at: number;
  readonly column: FigureColumn;
  readonly plain: string | null;
  readonly label: string;
}

function Cell({ at, column, plain, label, figure, table, walk }: CellProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const wrong = draft !== null && draft.trim() !== '' && parseTypedNumber(draft) === null;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
    if (step === 0 || event.nativeEvent.isComposing) return;
    event.preventDefault();
    walk(at + step, column);
  };
  return (
    <input
      className={cx(styles.cell)}
      data-cell={`${at}-${column}`}
      aria-label={label}
      aria-invalid={wrong || undefined}
      inputMode="decimal"
      autoComplete="off"
      value={draft ?? (plain === null ? '' : formatNumber(plain))}
      onChange={(event) => {
        const text = event.target.value;
        setDraft(text);
        const parsed = parseTypedNumber(text);
        figure(at, column, parsed, parsed !== null || text.trim() === '');
      }}
      onBlur={() => {
        if (!wrong) setDraft(null);
      }}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain');
        if (!isTable(text)) return;
        event.preventDefault();
        setDraft(null);
        table(at, column, text);
      }}
    />
  );
}

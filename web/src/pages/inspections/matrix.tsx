/** The calendar of inspections: a row a body, a column a month; who comes in which month, and where two come at once. */
import { useMemo } from 'react';
import { INSPECTION_KIND_WORDS, INSPECTION_KINDS } from '#delivery/inspection.ts';
import { formatMonths, monthsBetween } from '#delivery/overlap.ts';
import { organisationNameKey } from '#plan/organisation-find.ts';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/states.tsx';
import styles from './inspections.module.css';
import type { Inspection, Year } from './use-inspections.ts';
import { KIND_LETTERS } from './words.tsx';

export interface MatrixProps {
  readonly year: number;
  readonly found: Year;
  readonly onOpen: (id: string) => void;
}

interface Body {
  readonly name: string;
  readonly items: readonly Inspection[];
}

function bodiesOf(items: readonly Inspection[]): Body[] {
  const bodies = new Map<string, Inspection[]>();
  for (const one of items) {
    if (one.state === 'cancelled') continue;
    const key = one.subject.id ?? organisationNameKey(one.subject.name);
    bodies.set(key, [...(bodies.get(key) ?? []), one]);
  }
  return [...bodies.values()]
    .map((all) => ({ name: all[0]?.subject.name ?? '', items: all }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

export function Matrix({ year, found, onOpen }: MatrixProps) {
  const bodies = useMemo(() => bodiesOf(found.items), [found.items]);
  const open = useMemo(
    () => new Set(found.clashes.flatMap((one) => (one.accepted === null ? [one.firstId, one.secondId] : []))),
    [found.clashes],
  );
  const months = monthsBetween(`${year}-01`, `${year}-12`);
  if (bodies.length === 0) return <EmptyState icon="calendar" title="Chưa có cuộc nào trong năm này" />;
  return (
    <>
      <section className={styles.scroll} aria-label="Lịch thanh tra, kiểm tra theo tháng">
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">Đối tượng</th>
              {months.map((month) => (
                <th key={month} scope="col">
                  <abbr title={`Tháng ${Number(month.slice(5))}`}>T{Number(month.slice(5))}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bodies.map((body) => (
              <tr key={body.items[0]?.id}>
                <th scope="row">{body.name}</th>
                {months.map((month) => {
                  const here = body.items.filter((one) => one.fromMonth <= month && month <= one.toMonth);
                  return (
                    <td key={month} className={cx(here.length > 1 && styles.twice)}>
                      {here.map((one) => (
                        <button
                          key={one.id}
                          type="button"
                          className={cx(styles.visit, styles[one.kind], open.has(one.id) && styles.clash)}
                          title={`${INSPECTION_KIND_WORDS[one.kind]} của ${one.organisation.name}, ${formatMonths(one.fromMonth, one.toMonth)}${open.has(one.id) ? ' (trùng lặp)' : ''}`}
                          onClick={() => onOpen(one.id)}
                        >
                          <span aria-hidden="true">
                            {KIND_LETTERS[one.kind]}
                            {open.has(one.id) ? '!' : ''}
                          </span>
                          <span className="sr-only">
                            {INSPECTION_KIND_WORDS[one.kind]} của {one.organisation.name}
                            {open.has(one.id) ? ', trùng lặp' : ''}
                          </span>
                        </button>
                      ))}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ul className={styles.legend}>
        {INSPECTION_KINDS.map((kind) => (
          <li key={kind}>
            <span className={cx(styles.visit, styles[kind])} aria-hidden="true">
              {KIND_LETTERS[kind]}
            </span>
            {INSPECTION_KIND_WORDS[kind]}
          </li>
        ))}
        <li>
          <span className={cx(styles.visit, styles.clash)} aria-hidden="true">
            !
          </span>
          Trùng lặp, chồng chéo chưa xử lý
        </li>
      </ul>
    </>
  );
}

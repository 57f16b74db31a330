/** The year as a line (tiến độ theo tháng): what falls due in each month, done, late, open; a month opens its list. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { formatCount } from '../../format/number.ts';
import { Section } from '../../frame/page.tsx';
import { cx } from '../../ui/cx.ts';
import { Field, Select } from '../../ui/field.tsx';
import { tasksAddress } from '../tasks/address.ts';
import styles from './standing.module.css';
import { type Month, monthWords, yearsOf } from './words.ts';

/** Of the tallest column, rem. */
const HEIGHT = 7;

export function Months({ months, today }: { readonly months: readonly Month[]; readonly today: string }) {
  const { years, year: usual } = yearsOf(months, today);
  const [chosen, setChosen] = useState<string | null>(null);
  const year = chosen !== null && years.includes(chosen) ? chosen : usual;
  const shown = months.filter(({ month }) => month.slice(0, 4) === year);
  const most = Math.max(1, ...shown.map(({ total }) => total));
  return (
    <Section
      title={`Thời hạn theo tháng, năm ${year}`}
      actions={
        years.length > 1 ? (
          <Field label="Năm" hideLabel className={styles.year}>
            <Select
              value={year ?? ''}
              choices={years.map((one) => ({ value: one, label: `Năm ${one}` }))}
              onChoose={setChosen}
            />
          </Field>
        ) : null
      }
    >
      <p className={styles.key}>
        <span data-part="done">Hoàn thành</span>
        <span data-part="late">Quá hạn</span>
        <span data-part="open">Đang thực hiện</span>
      </p>
      <ol className={styles.months}>
        {shown.map((one) => (
          <li key={one.month} className={cx(styles.month, one.month === today.slice(0, 7) && styles.now)}>
            <MonthLink month={one}>
              <span aria-hidden="true" className={styles.total}>
                {one.total === 0 ? '' : formatCount(one.total)}
              </span>
              <span
                aria-hidden="true"
                className={styles.column}
                style={{ height: `${(one.total / most) * HEIGHT}rem` }}
              >
                {(['open', 'late', 'done'] as const).map((part) =>
                  one[part] === 0 ? null : <span key={part} data-part={part} style={{ flexGrow: one[part] }} />,
                )}
              </span>
              <span aria-hidden="true" className={styles.label}>
                T{Number(one.month.slice(5))}
              </span>
            </MonthLink>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function MonthLink({ month, children }: { readonly month: Month; readonly children: ReactNode }) {
  const words = monthWords(month);
  const whole = (
    <>
      {children}
      <span className="sr-only">{words}</span>
    </>
  );
  if (month.total === 0) return <span className={styles.bar}>{whole}</span>;
  return (
    <Link {...tasksAddress(month.filter)} className={styles.bar} title={words}>
      {whole}
    </Link>
  );
}

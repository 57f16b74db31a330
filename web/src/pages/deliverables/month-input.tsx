/** A month (ô tháng): month and year chosen apart, so that it reads `tháng 7 / 2021` in every browser. */
import { dayOf } from '../../format/instant.ts';
import { Field, Select } from '../../ui/field.tsx';
import styles from './deliverables.module.css';

export interface MonthInputProps {
  readonly label: string;
  /** `2021-07`. */
  readonly value: string | null;
  readonly onValue: (value: string | null) => void;
}

const MONTHS = Array.from({ length: 12 }, (_, i) => ({
  value: String(i + 1).padStart(2, '0'),
  label: `Tháng ${i + 1}`,
}));

export function MonthInput({ label, value, onValue }: MonthInputProps) {
  const thisYear = Number(dayOf(new Date()).slice(0, 4));
  const year = value?.slice(0, 4) ?? String(thisYear);
  const first = Math.min(thisYear - 5, Number(year));
  const years = Array.from({ length: 12 }, (_, i) => String(first + i));
  return (
    <div className={styles.pair}>
      <Field label={label}>
        <Select
          value={value?.slice(5) ?? ''}
          empty="Chưa xếp"
          choices={MONTHS}
          onChoose={(month) => onValue(month === '' ? null : `${year}-${month}`)}
        />
      </Field>
      <Field label="Năm">
        <Select
          value={year}
          disabled={value === null}
          choices={years.map((one) => ({ value: one, label: one }))}
          onChoose={(chosen) => onValue(value === null ? null : `${chosen}-${value.slice(5)}`)}
        />
      </Field>
    </div>
  );
}

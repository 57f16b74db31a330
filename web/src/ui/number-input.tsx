/**
 * A number (ô số) as a person of Việt Nam writes it, `1.234,5`; the page gets the exact plain string `1234.5`, null
 * when empty. While typing the text stays as typed; on leaving it is written the Vietnamese way.
 */
import { useState } from 'react';
import { formatNumber, parseTypedNumber } from '../format/number.ts';
import { cx } from './cx.ts';
import { fieldStyles as styles, useField } from './field.tsx';

export interface NumberInputProps {
  readonly value: string | null;
  /** `valid` is false while the text is no number; the value is then null. */
  readonly onValue: (value: string | null, valid: boolean) => void;
  readonly unit?: string | undefined;
  readonly id?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly 'aria-label'?: string | undefined;
}

export function NumberInput({ value, onValue, unit, ...rest }: NumberInputProps) {
  const wiring = useField(rest);
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === null ? '' : formatNumber(value));
  const wrong = draft !== null && draft.trim() !== '' && parseTypedNumber(draft) === null;
  return (
    <div className={cx(styles.control, styles.group)}>
      <input
        {...wiring}
        {...rest}
        className={cx(styles.bare, styles.number)}
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        aria-invalid={wrong || wiring['aria-invalid']}
        onChange={(event) => {
          const text = event.target.value;
          setDraft(text);
          const parsed = parseTypedNumber(text);
          onValue(parsed, parsed !== null || text.trim() === '');
        }}
        onBlur={() => {
          if (!wrong) setDraft(null);
        }}
      />
      {unit ? <span className={styles.unit}>{unit}</span> : null}
    </div>
  );
}

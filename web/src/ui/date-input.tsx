/**
 * A day (ô ngày), typed as `dd/MM/yyyy` or picked from a month. The page gets `yyyy-MM-dd`, null when empty. What is
 * typed wrong stays to be mended.
 */
import { useId, useRef, useState } from 'react';
import { type Day, formatDay, parseTypedDay } from '../format/date.ts';
import { dayOf } from '../format/instant.ts';
import { IconButton } from './button.tsx';
import { Calendar } from './calendar.tsx';
import { cx } from './cx.ts';
import { fieldStyles as styles, useField } from './field.tsx';
import { usePlaced } from './placed.ts';
import popover from './popover.module.css';

export interface DateInputProps {
  readonly value: Day | null;
  /** `valid` is false while the text is no day; the value is then null. */
  readonly onValue: (value: Day | null, valid: boolean) => void;
  readonly min?: Day | undefined;
  readonly max?: Day | undefined;
  /** Today in Việt Nam unless the page says otherwise. */
  readonly today?: Day | undefined;
  readonly id?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly 'aria-label'?: string | undefined;
}

export function DateInput({ value, onValue, min, max, today, ...rest }: DateInputProps) {
  const wiring = useField(rest);
  const [draft, setDraft] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const sheetId = useId();
  usePlaced(frame, sheet, open);

  const read = (text: string): { day: Day | null; valid: boolean } => {
    if (text.trim() === '') return { day: null, valid: true };
    const day = parseTypedDay(text);
    const inside = day !== null && !(min && day < min) && !(max && day > max);
    return { day: inside ? day : null, valid: inside };
  };
  const wrong = draft !== null && !read(draft).valid;

  return (
    <div ref={frame} className={cx(styles.control, styles.group)}>
      <input
        {...wiring}
        {...rest}
        className={styles.bare}
        inputMode="numeric"
        autoComplete="off"
        placeholder="dd/mm/yyyy"
        value={draft ?? (value === null ? '' : formatDay(value))}
        aria-invalid={wrong || wiring['aria-invalid']}
        onChange={(event) => {
          setDraft(event.target.value);
          const { day, valid } = read(event.target.value);
          onValue(day, valid);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || !event.altKey) return;
          event.preventDefault();
          sheet.current?.showPopover();
        }}
        onBlur={() => {
          if (!wrong) setDraft(null);
        }}
      />
      <IconButton
        small
        icon="calendar"
        label="Chọn ngày"
        disabled={rest.disabled}
        aria-haspopup="dialog"
        aria-expanded={open}
        popoverTarget={sheetId}
      />
      <div
        ref={sheet}
        id={sheetId}
        popover="auto"
        role="dialog"
        aria-label="Chọn ngày"
        className={popover.sheet}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open ? (
          <Calendar
            value={value}
            today={today ?? dayOf(new Date())}
            min={min}
            max={max}
            onChoose={(day) => {
              setDraft(null);
              onValue(day, true);
              sheet.current?.hidePopover();
            }}
          />
        ) : null}
      </div>
    </div>
  );
}

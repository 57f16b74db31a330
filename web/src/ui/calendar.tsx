/**
 * A month to pick a day from (lịch): Monday first, Vietnamese names, arrows by day and week, Page Up and Page Down by
 * month, Home and End within the week.
 */
import { useEffect, useRef, useState } from 'react';
import {
  addDays,
  addMonths,
  type Day,
  formatDaySpoken,
  formatMonth,
  monthGrid,
  WEEKDAYS,
  WEEKDAYS_SHORT,
  weekdayOf,
} from '../format/date.ts';
import { Button, IconButton } from './button.tsx';
import styles from './calendar.module.css';
import { cx } from './cx.ts';

export interface CalendarProps {
  readonly value: Day | null;
  readonly today: Day;
  readonly min?: Day | undefined;
  readonly max?: Day | undefined;
  readonly onChoose: (day: Day) => void;
}

function moved(day: Day, key: string): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, -weekdayOf(day));
    case 'End':
      return addDays(day, 6 - weekdayOf(day));
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    default:
      return null;
  }
}

export function Calendar({ value, today, min, max, onChoose }: CalendarProps) {
  const [at, setAt] = useState<Day>(value ?? today);
  const grid = useRef<HTMLTableElement>(null);
  const follows = useRef(true);

  useEffect(() => {
    if (follows.current) grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
    follows.current = false;
  }, [at]);

  const go = (day: Day) => {
    follows.current = true;
    setAt(day);
  };
  const out = (day: Day) => (min !== undefined && day < min) || (max !== undefined && day > max);

  return (
    <div className={styles.calendar}>
      <div className={styles.head}>
        <IconButton small icon="chevronLeft" label="Tháng trước" onClick={() => setAt(addMonths(at, -1))} />
        <strong aria-live="polite">{formatMonth(at)}</strong>
        <IconButton small icon="chevronRight" label="Tháng sau" onClick={() => setAt(addMonths(at, 1))} />
      </div>
      <table
        ref={grid}
        onKeyDown={(event) => {
          const next = moved(at, event.key);
          if (!next) return;
          event.preventDefault();
          go(next);
        }}
      >
        <caption className="sr-only">{formatMonth(at)}</caption>
        <thead>
          <tr>
            {WEEKDAYS_SHORT.map((name, i) => (
              <th key={name} scope="col" abbr={WEEKDAYS[i]}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthGrid(at).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <button
                    type="button"
                    data-day={day}
                    tabIndex={day === at ? 0 : -1}
                    disabled={out(day)}
                    className={cx(
                      styles.day,
                      day.slice(0, 7) !== at.slice(0, 7) && styles.other,
                      day === today && styles.today,
                      day === value && styles.chosen,
                    )}
                    aria-label={`${formatDaySpoken(day)}${day === today ? ', hôm nay' : ''}`}
                    aria-pressed={day === value}
                    onClick={() => onChoose(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.foot}>
        <Button small kind="quiet" disabled={out(today)} onClick={() => onChoose(today)}>
          Hôm nay
        </Button>
      </div>
    </div>
  );
}

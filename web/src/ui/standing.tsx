/**
 * Where a task stands (tình trạng): the words of every screen and export with a shape and a colour, so that nobody needs
 * to tell green from red. Also for the states of the registers, through `Mark`.
 */
import type { ReactNode } from 'react';
import { STANDING_WORDS, type Standing } from '#delivery/standing.ts';
import { cx } from './cx.ts';
import styles from './standing.module.css';

export type StandingTone = 'green' | 'amber' | 'red' | 'blue' | 'grey';

export const STANDING_TONES: Readonly<Record<Standing, StandingTone>> = {
  'done-on-time': 'green',
  'done-late': 'amber',
  'in-time': 'blue',
  overdue: 'red',
  'due-soon': 'amber',
  'not-started': 'grey',
  'no-deadline': 'grey',
  suspended: 'grey',
  cancelled: 'grey',
};

/** On a field of 12 × 12: a tick in a circle, the same in a square, a half circle, a diamond, a triangle, a ring, … */
const SHAPES: Readonly<Record<Standing, ReactNode>> = {
  'done-on-time': (
    <>
      <circle cx="6" cy="6" r="6" />
      <path d="M3.2 6.2l2 2 3.6-4" className={styles.cut} />
    </>
  ),
  'done-late': (
    <>
      <rect x=".5" y=".5" width="11" height="11" rx="1.5" />
      <path d="M3.2 6.2l2 2 3.6-4" className={styles.cut} />
    </>
  ),
  'in-time': (
    <>
      <circle cx="6" cy="6" r="5" className={styles.line} />
      <path d="M6 2.5a3.5 3.5 0 0 1 0 7z" />
    </>
  ),
  overdue: <path d="M6 0l6 6-6 6-6-6z" />,
  'due-soon': <path d="M6 .8 11.6 11H.4z" />,
  'not-started': <circle cx="6" cy="6" r="5" className={styles.line} />,
  'no-deadline': <path d="M1 6h10" className={styles.line} />,
  suspended: <path d="M3.5 1.5v9M8.5 1.5v9" className={styles.line} />,
  cancelled: <path d="M2 2l8 8M10 2l-8 8" className={styles.line} />,
};

/** The shape alone; its word is heard. */
export function StandingShape({ standing, hidden }: { readonly standing: Standing; readonly hidden?: boolean }) {
  return (
    <span className={cx(styles.shape, styles[STANDING_TONES[standing]])}>
      <svg width="12" height="12" viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
        {SHAPES[standing]}
      </svg>
      {hidden ? null : <span className="sr-only">{STANDING_WORDS[standing]}</span>}
    </span>
  );
}

/** Shape and words. */
export function StandingBadge({ standing }: { readonly standing: Standing }) {
  return (
    <span className={cx(styles.badge, styles[STANDING_TONES[standing]])}>
      <StandingShape standing={standing} hidden />
      {STANDING_WORDS[standing]}
    </span>
  );
}

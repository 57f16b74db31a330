/**
 * Small words of state: a tag, a count, a light (đèn). A light is a shape and a word, so that nobody needs to tell
 * green from red.
 */
import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { cx } from './cx.ts';

export type Tone = 'neutral' | 'brand' | 'green' | 'amber' | 'red';

export function Tag({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={cx(styles.tag, styles[tone])}>{children}</span>;
}

export function Count({ children, label }: { readonly children: ReactNode; readonly label: string }) {
  return (
    <span className={styles.count}>
      <span aria-hidden="true">{children}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}

export type LightColour = 'green' | 'amber' | 'red' | 'grey';

/** Circle, triangle, diamond, ring: known apart without colour. */
const SHAPES: Record<LightColour, ReactNode> = {
  green: <circle cx="6" cy="6" r="5" />,
  amber: <path d="M6 .8 11.6 11H.4z" />,
  red: <path d="M6 0l6 6-6 6-6-6z" />,
  grey: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" />,
};

export interface LightProps {
  readonly colour: LightColour;
  /** The word of the light: `Đúng tiến độ`, `Cần chú ý`, `Nguy cơ không đạt`, `Chưa có số liệu`. */
  readonly word: string;
  /** Only the shape is seen; the word is heard. */
  readonly bare?: boolean | undefined;
}

export function Light({ colour, word, bare }: LightProps) {
  return (
    <span className={cx(styles.light, styles[`light-${colour}`])}>
      <svg width="12" height="12" viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
        {SHAPES[colour]}
      </svg>
      <span className={bare ? 'sr-only' : undefined}>{word}</span>
    </span>
  );
}

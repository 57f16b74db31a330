/** A stretch of a document (đoạn được đánh dấu): a tint and a line, each kind with a line of its own style. */
import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import styles from './mark.module.css';

export const MARK_KINDS = ['target', 'task', 'result', 'citation', 'deadline', 'agency', 'unread'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export interface MarkProps extends ComponentProps<'mark'> {
  readonly kind: MarkKind;
  readonly current?: boolean | undefined;
}

export function Mark({ kind, current, className, ...rest }: MarkProps) {
  return <mark {...rest} className={cx(markClass(kind, current), className)} />;
}

/** The looks alone, for text that is laid out elsewhere. */
export function markClass(kind: MarkKind, current = false): string {
  return cx(styles.mark, styles[kind], current && styles.current);
}

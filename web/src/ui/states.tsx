/** When there is nothing to show, or it did not come: one sentence, and what to do next. */
import type { ReactNode } from 'react';
import { Button, ButtonRow } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import styles from './states.module.css';

export interface EmptyStateProps {
  readonly icon?: IconName | undefined;
  /** `Chưa có văn bản nào`. */
  readonly title: string;
  /** What to do. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export function EmptyState({ icon = 'document', title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <Icon name={icon} size={28} className={styles.icon} />
      <p className={styles.title}>{title}</p>
      {children ? <div className={styles.text}>{children}</div> : null}
      {actions ? <ButtonRow>{actions}</ButtonRow> : null}
    </div>
  );
}

export interface ErrorStateProps {
  /** The sentence of the server, or one of ours. */
  readonly message: string;
  /** What a person can do about it. */
  readonly advice?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly actions?: ReactNode;
}

export function ErrorState({ message, advice, onRetry, actions }: ErrorStateProps) {
  return (
    <div className={styles.state} role="alert">
      <Icon name="alert" size={28} className={styles.wrong} />
      <p className={styles.title}>{message}</p>
      {advice ? <p className={styles.text}>{advice}</p> : null}
      <ButtonRow>
        {onRetry ? (
          <Button icon="redo" onClick={onRetry}>
            Thử lại
          </Button>
        ) : null}
        {actions}
      </ButtonRow>
    </div>
  );
}

export interface NoticeProps {
  readonly tone?: 'info' | 'amber' | 'red' | 'green' | undefined;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Read out when it appears: it answers what the person just did. */
  readonly live?: boolean | undefined;
}

/** A sentence in a band above what it is about. */
export function Notice({ tone = 'info', children, actions, live }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={live ? 'alert' : undefined}>
      <Icon name={tone === 'green' ? 'check' : tone === 'info' ? 'info' : 'alert'} />
      <div className={styles.words}>{children}</div>
      {actions}
    </div>
  );
}

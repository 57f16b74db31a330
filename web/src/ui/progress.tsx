/** How far something is (tiến độ), in words and as a bar; with a way to stop it when it can be stopped. */
import { useId } from 'react';
import { formatShare } from '../format/number.ts';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import styles from './skeleton.module.css';

export interface ProgressProps {
  /** What is going on: `Đang đọc văn bản`. */
  readonly label: string;
  /** 0…1; null while nobody can say. */
  readonly share: number | null;
  /** Stands for the percentage: `đã xem 83/112`. */
  readonly words?: string | undefined;
  readonly onCancel?: (() => void) | undefined;
}

export function Progress({ label, share, words, onCancel }: ProgressProps) {
  const id = useId();
  const percent = share === null ? undefined : Math.round(share * 100);
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span id={id}>{label}</span>
        <span>{words ?? (share === null ? '' : formatShare(share))}</span>
        {onCancel ? (
          <Button small kind="quiet" onClick={onCancel}>
            Dừng
          </Button>
        ) : null}
      </div>
      <div
        className={styles.track}
        role="progressbar"
        tabIndex={-1}
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={words}
      >
        <div
          className={cx(styles.bar, share === null && styles.moving)}
          style={share === null ? undefined : { scale: `${share} 1` }}
        />
      </div>
    </div>
  );
}

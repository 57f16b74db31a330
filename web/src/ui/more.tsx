/** The way to the next rows of a long list (xem thêm): how many are there, and a button while there are more. */
import { formatCount } from '../format/number.ts';
import { Button } from './button.tsx';
import styles from './more.module.css';

export interface MoreProps {
  readonly shown: number;
  /** Null when nobody has counted them. */
  readonly total?: number | null | undefined;
  readonly hasMore: boolean;
  readonly busy?: boolean | undefined;
  /** What they are: `văn bản`. */
  readonly unit: string;
  readonly onMore: () => void;
}

export function More({ shown, total, hasMore, busy, unit, onMore }: MoreProps) {
  const words =
    total === null || total === undefined || !hasMore
      ? `${formatCount(shown)} ${unit}`
      : `${formatCount(shown)}/${formatCount(total)} ${unit}`;
  return (
    <div className={styles.more}>
      <span role="status">{words}</span>
      {hasMore ? (
        <Button small busy={busy} onClick={onMore}>
          Xem thêm
        </Button>
      ) : null}
    </div>
  );
}

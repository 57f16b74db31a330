/** Versions of a target or a task (các phiên bản): what it said, from when to when, by which document. */
import { formatDay } from '../../format/date.ts';
import { Tag } from '../../ui/badge.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './plan.module.css';
import { SourceLink } from './sentence.tsx';
import type { Source } from './words.ts';

export interface VersionView {
  readonly ordinal: number;
  readonly words: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: Source;
  /** The one that the page shows. */
  readonly now: boolean;
}

/** The newest first. */
export function Versions({ versions }: { readonly versions: readonly VersionView[] }) {
  return (
    <ol className={styles.versions}>
      {versions.map((one) => (
        <li key={one.ordinal} data-now={one.now}>
          <span>
            <strong>{one.words}</strong> {one.now ? <Tag tone="brand">Đang xem</Tag> : null}
          </span>
          <span className={styles.quiet}>
            Từ {formatDay(one.validFrom)}
            {one.validTo === null ? ' đến nay' : ` đến trước ${formatDay(one.validTo)}`}, theo{' '}
            <SourceLink source={one.source} />
          </span>
          <span className={cx(styles.quote, styles.clamp)}>“{one.source.quote.replace(/\s+/g, ' ').trim()}”</span>
        </li>
      ))}
    </ol>
  );
}

/** The shape of what is coming (khung chờ); never shown when it comes within 300 ms. */
import styles from './skeleton.module.css';
import { useLate } from './use-late.ts';

const WIDTHS = ['92%', '78%', '85%', '64%', '88%', '71%'];

export function Skeleton({ lines = 4, label = 'Đang tải' }: { readonly lines?: number; readonly label?: string }) {
  const late = useLate(true);
  if (!late) return <div className={styles.blank} aria-busy="true" />;
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no other name.
        <span key={i} style={{ width: WIDTHS[i % WIDTHS.length] }} />
      ))}
    </div>
  );
}

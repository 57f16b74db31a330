/** The sign of Bám Sát: what is done (white) keeping close to what was planned. */
import styles from './brand.module.css';

export function Brand({ wordless }: { readonly wordless?: boolean }) {
  return (
    <span className={styles.brand}>
      <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" className={styles.ground} />
        <path d="M6 23h20" className={styles.plan} strokeWidth="2.5" strokeLinecap="round" />
        <path d="M6 18c4 0 5-1.5 8-5s5-5 12-5" className={styles.done} strokeWidth="3" strokeLinecap="round" />
        <circle cx="14" cy="13" r="3.4" className={styles.now} />
      </svg>
      <span className={wordless ? 'sr-only' : styles.name}>Bám Sát</span>
    </span>
  );
}

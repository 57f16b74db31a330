/** What was refused, each with its reason. */
import plan from '../plan/plan.module.css';
import styles from './tasks.module.css';

export interface Refused {
  readonly id: string;
  readonly text: string;
  readonly vi: string;
}

export function RefusedList({ title, refused }: { readonly title: string; readonly refused: readonly Refused[] }) {
  if (refused.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard. */}
      <ul className={styles.list} tabIndex={0} aria-label={title}>
        {refused.map((one) => (
          <li key={one.id}>
            <span className={plan.clamp}>{one.text}</span>
            <span className={styles.why}>{one.vi}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

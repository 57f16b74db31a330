/** What a person should know of the file and of what was read in it. */
import { Link } from '@tanstack/react-router';
import { Icon } from '../../ui/icon.tsx';
import styles from './document.module.css';
import type { DocumentText } from './text-view.tsx';

/** So many are shown at once. */
const FIRST = 4;

export function Warnings({ id, warnings }: { readonly id: string; readonly warnings: DocumentText['warnings'] }) {
  const worth = warnings.filter((one) => one.severity !== 'info');
  if (worth.length === 0) return null;
  const lines = (list: typeof worth) => (
    <ul className={styles.warnings}>
      {list.map((one) => (
        <li key={`${one.code} ${one.start} ${one.vi}`}>
          <Icon name="alert" size={16} />
          <span>
            {one.vi}{' '}
            {one.start !== null && one.end !== null ? (
              <Link to="/van-ban/$id" params={{ id }} search={{ tu: one.start, den: one.end } as never}>
                Xem chỗ này
              </Link>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-label="Điều cần lưu ý" className={styles.noted}>
      {lines(worth.slice(0, FIRST))}
      {worth.length > FIRST ? (
        <details>
          <summary>Còn {worth.length - FIRST} điều cần lưu ý</summary>
          {lines(worth.slice(FIRST))}
        </details>
      ) : null}
    </section>
  );
}

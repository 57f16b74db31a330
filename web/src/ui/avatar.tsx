/** A person's initials in a circle; the name stands beside it or is heard. */
import { initialsOf } from '../format/initials.ts';
import styles from './avatar.module.css';

export function Avatar({ name, size = 28 }: { readonly name: string; readonly size?: number }) {
  return (
    <span className={styles.avatar} style={{ width: size, height: size, fontSize: size * 0.38 }} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

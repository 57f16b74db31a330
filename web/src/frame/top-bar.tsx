/** The bar above (thanh trên): where one is, the search over everything, the person. */
import { Link } from '@tanstack/react-router';
import { useMe } from '../api/session.ts';
import { PROVINCE_KIND_WORDS } from '../words/words.ts';
import { Brand } from './brand.tsx';
import { PersonMenu } from './person-menu.tsx';
import type { placesFor } from './places.ts';
import { SearchBox } from './search-box.tsx';
import styles from './top-bar.module.css';

export function TopBar({ places }: { readonly places: ReturnType<typeof placesFor> }) {
  const { province } = useMe();
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.brand} aria-label="Bám Sát, về Tổng quan">
        <Brand wordless />
      </Link>
      <p className={styles.where}>
        {PROVINCE_KIND_WORDS[province.kind]} <strong>{province.name}</strong>
      </p>
      <div className={styles.end}>
        <SearchBox places={places} />
        <PersonMenu />
      </div>
    </header>
  );
}

/** The bar above (thanh trên): where one is, the search over everything, the person. */
import { Link } from '@tanstack/react-router';
import { Brand } from './brand.tsx';
import { PersonMenu } from './person-menu.tsx';
import { PlaceSwitch } from './place-switch.tsx';
import type { placesFor } from './places.ts';
import { SearchBox } from './search-box.tsx';
import styles from './top-bar.module.css';
import { WaitingMenu } from './waiting-menu.tsx';

export function TopBar({ places }: { readonly places: ReturnType<typeof placesFor> }) {
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.brand} aria-label="Bám Sát, về Tổng quan">
        <Brand wordless />
      </Link>
      <PlaceSwitch />
      <div className={styles.end}>
        <SearchBox places={places} />
        <WaitingMenu />
        <PersonMenu />
      </div>
    </header>
  );
}

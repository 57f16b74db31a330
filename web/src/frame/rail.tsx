/** The rail (thanh bên): every part of the application that the person may see, in words and drawings. */
import { Link, useRouterState } from '@tanstack/react-router';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Brand } from './brand.tsx';
import { PlaceCount } from './place-count.tsx';
import { placeOf, type placesFor } from './places.ts';
import styles from './rail.module.css';

export interface RailProps {
  readonly places: ReturnType<typeof placesFor>;
  readonly narrow: boolean;
  readonly onNarrow: () => void;
}

export function Rail({ places, narrow, onNarrow }: RailProps) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const here = placeOf(path, places);
  return (
    <nav aria-label="Các mục" className={styles.rail} data-narrow={narrow}>
      <div className={styles.head}>
        <Link to="/" className={styles.home} aria-label="Bám Sát, về Tổng quan">
          <Brand wordless={narrow} />
        </Link>
      </div>
      <ul className={styles.list}>
        {places.map((place) => (
          <li key={place.path}>
            <Link
              to={place.to}
              className={styles.place}
              aria-current={place === here ? 'page' : undefined}
              title={narrow ? place.label : undefined}
            >
              <Icon name={place.icon} size={20} />
              <span className={narrow ? 'sr-only' : undefined}>{place.label}</span>
              <PlaceCount path={place.path} className={styles.count} />
            </Link>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <IconButton icon="panel" label={narrow ? 'Mở rộng thanh bên' : 'Thu gọn thanh bên'} onClick={onNarrow} />
      </div>
    </nav>
  );
}

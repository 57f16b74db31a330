/** A phone's rail (thanh dưới): five places for the thumb, the rest behind `Thêm`. */
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { Icon } from '../ui/icon.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import styles from './bottom-bar.module.css';
import { PlaceCount } from './place-count.tsx';
import { forPhone, placeOf, type placesFor } from './places.ts';

export function BottomBar({ places }: { readonly places: ReturnType<typeof placesFor> }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const navigate = useNavigate();
  const here = placeOf(path, places);
  const { bar, rest } = forPhone(places);
  return (
    <nav aria-label="Các mục" className={styles.bar}>
      {bar.map((place) => (
        <Link
          key={place.path}
          to={place.to}
          className={styles.place}
          aria-current={place === here ? 'page' : undefined}
        >
          <Icon name={place.icon} size={22} />
          <span>{place.label}</span>
          <PlaceCount path={place.path} className={styles.count} />
        </Link>
      ))}
      {rest.length > 0 ? (
        <Menu
          label="Các mục khác"
          placement={{ side: 'above', align: 'end' }}
          trigger={(props) => (
            <button
              {...props}
              type="button"
              className={styles.place}
              aria-current={rest.some((place) => place === here) ? 'page' : undefined}
            >
              <Icon name="more" size={22} />
              <span>Thêm</span>
            </button>
          )}
        >
          {rest.map((place) => (
            <MenuItem key={place.path} icon={place.icon} onChoose={() => navigate({ to: place.to })}>
              {place.label}
            </MenuItem>
          ))}
        </Menu>
      ) : null}
    </nav>
  );
}

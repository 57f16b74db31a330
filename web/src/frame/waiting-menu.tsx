/** The bell (việc chờ tôi): how many kinds of things wait, and the way to each. */
import { useNavigate } from '@tanstack/react-router';
import { useMe } from '../api/session.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu, MenuItem, MenuTitle } from '../ui/menu.tsx';
import styles from './top-bar.module.css';
import { useOverview, waitingOf } from './waiting.ts';

export function WaitingMenu() {
  const me = useMe();
  const navigate = useNavigate();
  const { data } = useOverview();
  const waiting = data ? waitingOf(data, me.rights) : [];
  if (waiting.length === 0) return null;
  return (
    <Menu
      label="Việc chờ tôi"
      placement={{ align: 'end' }}
      trigger={(props) => (
        <button {...props} type="button" className={styles.bell} aria-label={`Việc chờ tôi: ${waiting.length}`}>
          <Icon name="bell" size={20} />
          <span className={styles.dot}>{waiting.length}</span>
        </button>
      )}
    >
      <MenuTitle>Việc chờ tôi</MenuTitle>
      {waiting.map((one) => (
        <MenuItem key={one.id} onChoose={() => navigate({ to: one.to, search: (one.search ?? {}) as never })}>
          {one.words}
        </MenuItem>
      ))}
    </Menu>
  );
}

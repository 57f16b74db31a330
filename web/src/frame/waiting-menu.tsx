/** The bell (thông báo và việc chờ tôi): what the post was told and has not read, what waits, and the way to each. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { read } from '../api/query.ts';
import { useMe } from '../api/session.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu, MenuItem, MenuRule, MenuTitle } from '../ui/menu.tsx';
import { useOpenNotice, useUnread } from './notices.ts';
import styles from './top-bar.module.css';
import { useOverview, waitingOf } from './waiting.ts';

export function WaitingMenu() {
  const me = useMe();
  const navigate = useNavigate();
  const unread = useUnread();
  const { data } = useOverview();
  const waiting = data ? waitingOf(data, me.rights) : [];
  // What is seen on the bell stands in its name, too.
  const dot = unread > 99 ? '99+' : String(unread || waiting.length);
  const words = [
    unread > 0 ? `${dot} thông báo chưa đọc` : '',
    waiting.length > 0 ? `việc chờ tôi: ${waiting.length}` : '',
  ].filter((part) => part !== '');
  return (
    <Menu
      label="Thông báo và việc chờ tôi"
      placement={{ align: 'end' }}
      trigger={(props) => (
        <button
          {...props}
          type="button"
          className={styles.bell}
          aria-label={words.length > 0 ? `Thông báo: ${words.join(', ')}` : 'Thông báo'}
        >
          <Icon name="bell" size={20} />
          {dot === '0' ? null : <span className={styles.dot}>{dot}</span>}
        </button>
      )}
    >
      <MenuTitle>{unread > 0 ? 'Thông báo chưa đọc' : 'Không có thông báo mới'}</MenuTitle>
      {unread > 0 ? <Newest /> : null}
      <MenuItem icon="list" onChoose={() => navigate({ to: '/thong-bao' })}>
        Xem tất cả thông báo
      </MenuItem>
      {waiting.length > 0 ? (
        <>
          <MenuRule />
          <MenuTitle>Việc chờ tôi</MenuTitle>
          {waiting.map((one) => (
            <MenuItem key={one.id} onChoose={() => navigate({ to: one.to, search: (one.search ?? {}) as never })}>
              {one.words}
            </MenuItem>
          ))}
        </>
      ) : null}
    </Menu>
  );
}

/** The newest few, asked when the menu opens. */
function Newest() {
  const { data } = useQuery(read('GET /notices', { query: { unread: '1', limit: '5' } }));
  const { open } = useOpenNotice();
  return (data?.items ?? []).map((one) => (
    <MenuItem key={one.id} onChoose={() => open(one)}>
      <span className={styles.notice}>
        <strong>{one.title}</strong>
        <span>{one.text}</span>
      </span>
    </MenuItem>
  ));
}

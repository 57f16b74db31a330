/** The person's own menu: which post they act through, how the pages look, their sign-ins, the way out. */
import { useNavigate } from '@tanstack/react-router';
import { ROLE_NAMES } from '#plan/rights.ts';
import { explain } from '../api/problem.ts';
import { queryClient, useWrite } from '../api/query.ts';
import { becomes, useMe } from '../api/session.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu, MenuItem, MenuRule, MenuTitle } from '../ui/menu.tsx';
import { toast } from '../ui/toast.tsx';
import { chooseTheme, THEME_WORDS, THEMES, useTheme } from './theme.ts';
import styles from './top-bar.module.css';

export function PersonMenu() {
  const me = useMe();
  const theme = useTheme();
  const navigate = useNavigate();
  const fails = { onError: (error: Error) => void toast({ text: explain(error).message, wrong: true }) };
  const signOut = useWrite('DELETE /session', {
    onDone: async () => {
      // First away from the pages that show who is signed in, then forget it all.
      await navigate({ to: '/dang-nhap' });
      queryClient.clear();
    },
  });
  const choosePost = useWrite('PUT /session/post', { onDone: becomes });

  return (
    <Menu
      label="Tài khoản của tôi"
      placement={{ align: 'end' }}
      trigger={(props) => (
        <button {...props} type="button" className={styles.person}>
          <Avatar name={me.person.fullName} />
          <span className={styles.name}>{me.person.fullName}</span>
          <span className="sr-only">, mở tài khoản của tôi</span>
          <Icon name="chevronDown" size={14} />
        </button>
      )}
    >
      <div role="presentation" className={styles.who}>
        <strong>{me.person.fullName}</strong>
        <span>{me.post ? `${me.post.title}, ${me.post.organisation.name}` : 'Chưa giữ chức danh nào'}</span>
      </div>
      {me.posts.length > 1 ? (
        <>
          <MenuRule />
          <MenuTitle>Làm việc với chức danh</MenuTitle>
          {me.posts.map((post) => (
            <MenuItem
              key={post.id}
              checked={post.id === me.post?.id}
              onChoose={() => choosePost.mutate({ body: { postId: post.id } }, fails)}
            >
              {post.title}, {post.organisation.name} ({ROLE_NAMES[post.role]})
            </MenuItem>
          ))}
        </>
      ) : null}
      <MenuRule />
      <MenuTitle>Giao diện</MenuTitle>
      {THEMES.map((one) => (
        <MenuItem
          key={one}
          icon={one === 'light' ? 'sun' : one === 'dark' ? 'moon' : 'laptop'}
          checked={one === theme}
          stays
          onChoose={() => chooseTheme(one)}
        >
          {THEME_WORDS[one]}
        </MenuItem>
      ))}
      <MenuRule />
      <MenuItem icon="lock" onChoose={() => navigate({ to: '/tai-khoan' })}>
        Mật khẩu và mã xác thực
      </MenuItem>
      <MenuItem icon="bell" onChoose={() => navigate({ to: '/tai-khoan', hash: 'thong-bao' })}>
        Cài đặt thông báo
      </MenuItem>
      <MenuItem icon="people" onChoose={() => navigate({ to: '/ban-giao' })}>
        Bàn giao chức danh
      </MenuItem>
      <MenuItem icon="laptop" onChoose={() => navigate({ to: '/phien-dang-nhap' })}>
        Phiên đăng nhập của tôi
      </MenuItem>
      <MenuItem icon="signOut" onChoose={() => signOut.mutate({}, fails)}>
        Đăng xuất
      </MenuItem>
    </Menu>
  );
}

/** How a person stands (trạng thái): in use or not, locked, not yet signed in. */
import type { Answer } from '../../api/client.ts';
import { Tag } from '../../ui/badge.tsx';
import styles from './people.module.css';

export type Person = Answer<'GET /people'>['items'][number];

export function States({ person }: { readonly person: Person }) {
  const { state, account } = person;
  return (
    <span className={styles.tags}>
      {state === 'active' ? <Tag tone="green">Đang sử dụng</Tag> : <Tag>Ngừng sử dụng</Tag>}
      {account?.lockedUntil ? <Tag tone="red">Tạm khóa</Tag> : null}
      {account && state === 'active' && !account.hasPassword && !account.hasOidc ? (
        <Tag tone="amber">Chưa đặt mật khẩu</Tag>
      ) : null}
    </span>
  );
}

/** One item of the list (một mục): what was read, how sure it is, how it stands; the one looked at shows all of it. */
import { memo, type ReactNode } from 'react';
import type { ReviewItem } from '#contract/review.ts';
import { formatAgo } from '../../format/instant.ts';
import { Tag } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon.tsx';
import { Menu, MenuItem, MenuRule } from '../../ui/menu.tsx';
import styles from './card.module.css';
import { Details } from './details.tsx';
import { fieldsAs, isLive, nameOf } from './items.ts';
import type { Act } from './keymap.ts';
import { doubtsOf, FIELD_WORDS, KIND_WORDS, SURENESS_WORDS, standing, valueWords } from './words.ts';

export interface CardProps {
  readonly item: ReviewItem;
  readonly current: boolean;
  readonly picked: boolean;
  readonly readOnly: boolean;
  /** In a list of one kind its order can be changed and depth is shown. */
  readonly depth: number;
  readonly onAct: (act: Act, id: string) => void;
  readonly onRestore: (id: string) => void;
  /** Accepting and rejecting have their buttons elsewhere. */
  readonly decidedElsewhere?: boolean;
  /** Stands in the place of the details: the form while it is edited or split. */
  readonly form?: ReactNode;
}

export const Card = memo(function Card(props: CardProps) {
  const { item, current, picked, depth, form } = props;
  const name = nameOf(item);
  return (
    <div
      className={cx(
        styles.card,
        styles[`kind-${item.kind}`],
        current && styles.current,
        picked && styles.picked,
        item.decision === 'rejected' && styles.rejected,
        item.seenAt === null && item.decision === 'open' && styles.unseen,
      )}
      style={depth > 0 ? { marginInlineStart: `${Math.min(depth, 4) * 1.25}rem` } : undefined}
    >
      <div className={styles.head}>
        <span className={styles.kind}>{KIND_WORDS[item.kind]}</span>
        {picked ? <Tag tone="brand">Đang chọn</Tag> : null}
        <Doubts item={item} />
        <Standing item={item} />
      </div>
      {form ?? (
        <>
          <p className={cx(styles.name, !current && styles.short)}>{name}</p>
          <Figure item={item} />
          {current ? <Details item={item} /> : null}
          {current ? <Acts {...props} /> : null}
        </>
      )}
    </div>
  );
});

/** The number of a target or a result; the right word of a text error. */
function Figure({ item }: { readonly item: ReviewItem }) {
  if (item.kind === 'target' || item.kind === 'result') {
    const fields = fieldsAs(item, 'target');
    return (
      <p className={styles.figure}>
        <strong>{valueWords(fields)}</strong>
        {fields.year === null ? null : <span>năm {fields.year}</span>}
        {fields.cumulative ? <span>lũy kế</span> : null}
      </p>
    );
  }
  if (item.kind === 'text-error') {
    return (
      <p className={styles.figure}>
        <Icon name="chevronRight" size={14} />
        <strong>{fieldsAs(item, 'text-error').suggestion}</strong>
      </p>
    );
  }
  return null;
}

function Doubts({ item }: { readonly item: ReviewItem }) {
  if (item.decision !== 'open' || item.kind === 'unread' || item.kind === 'text-error') return null;
  const doubts = doubtsOf(item);
  if (doubts.length === 0) return item.doubtful ? <Tag tone="amber">Cần kiểm tra</Tag> : null;
  const guess = doubts.some((one) => one.sureness === 'guess');
  const words = [...new Set(doubts.map((one) => FIELD_WORDS[one.name] ?? one.name))].join(', ');
  return (
    <Tag tone={guess ? 'neutral' : 'amber'}>
      {SURENESS_WORDS[guess ? 'guess' : 'check']}: {words.toLowerCase()}
    </Tag>
  );
}

function Standing({ item }: { readonly item: ReviewItem }) {
  const words = standing(item);
  if (words === '') return null;
  const accepted = item.decision === 'accepted' && item.retired === null;
  return (
    <span className={cx(styles.standing, accepted && styles.accepted)}>
      <Icon name={accepted ? 'check' : item.decision === 'rejected' ? 'minus' : 'alert'} size={14} />
      {words}
      {item.decidedBy ? (
        <span className={styles.who} title={item.decidedAt ? formatAgo(item.decidedAt, new Date()) : undefined}>
          {item.decidedBy.name}
        </span>
      ) : null}
    </span>
  );
}

export function Acts({ item, readOnly, decidedElsewhere, onAct, onRestore }: CardProps) {
  if (readOnly || !isLive(item)) return null;
  const act = (name: Act) => () => onAct(name, item.id);
  const open = item.decision === 'open';
  const accept = item.kind === 'text-error' ? 'Nhận chữ đúng' : item.kind === 'unread' ? 'Thêm thành mục' : 'Chấp nhận';
  const nests = item.kind === 'target' || item.kind === 'result' || item.kind === 'task';
  return (
    <div className={styles.acts}>
      {open && decidedElsewhere ? null : open ? (
        <>
          <Button small kind="main" icon={item.kind === 'unread' ? 'add' : 'check'} onClick={act('accept')}>
            {accept}
          </Button>
          <Button small icon="minus" onClick={act('reject')}>
            Bỏ
          </Button>
        </>
      ) : (
        <Button small icon="undo" onClick={act('reopen')}>
          Mở lại
        </Button>
      )}
      {item.kind === 'unread' ? null : (
        <Button small icon="edit" onClick={act('edit')}>
          Sửa
        </Button>
      )}
      <Menu
        label="Việc khác với mục này"
        placement={{ align: 'end' }}
        trigger={(trigger) => <IconButton {...trigger} small icon="more" label="Việc khác với mục này" />}
      >
        <MenuItem icon="search" end="Enter" onChoose={act('find')}>
          Đến câu văn
        </MenuItem>
        <MenuItem icon="list" end="Phím cách" onChoose={act('pick')}>
          Chọn để gộp
        </MenuItem>
        {item.kind === 'text-error' ? null : (
          <MenuItem icon="columns" end="s" onChoose={act('split')}>
            Tách mục
          </MenuItem>
        )}
        <MenuRule />
        <MenuItem icon="up" end="Shift k" onChoose={act('up')}>
          Chuyển lên
        </MenuItem>
        <MenuItem icon="down" end="Shift j" onChoose={act('down')}>
          Chuyển xuống
        </MenuItem>
        {nests ? (
          <MenuItem icon="chevronRight" end="." onChoose={act('in')}>
            Thụt vào: thành mục con
          </MenuItem>
        ) : null}
        {nests && item.parentId !== null ? (
          <MenuItem icon="chevronLeft" end="," onChoose={act('out')}>
            Đưa ra ngoài một cấp
          </MenuItem>
        ) : null}
        {item.origin === 'reading' && item.changed.length > 0 ? (
          <MenuItem icon="history" onChoose={() => onRestore(item.id)}>
            Lấy lại như đã đọc
          </MenuItem>
        ) : null}
      </Menu>
    </div>
  );
}

/** Two versions of one item side by side (xung đột): keep mine, take theirs, or choose field by field. */
import { useState } from 'react';
import type { ReviewItem } from '#contract/review.ts';
import { Tag } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './conflict.module.css';
import { chosenFields, compare, type Fields, type Side } from './conflict.ts';
import { nameOf } from './items.ts';
import { FIELD_WORDS, shown } from './words.ts';

export interface ConflictDialogProps {
  /** As the other person left it. */
  readonly item: ReviewItem;
  readonly base: Fields;
  readonly mine: Fields;
  readonly onMerge: (fields: Record<string, unknown>) => void;
  readonly onTheirs: () => void;
  readonly onClose: () => void;
}

export function ConflictDialog({ item, base, mine, onMerge, onTheirs, onClose }: ConflictDialogProps) {
  const conflicts = compare(base, mine, item.fields);
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({});
  const all = (side: Side) => Object.fromEntries(conflicts.map(({ name }) => [name, side]));
  const who = item.decidedBy?.name ?? 'người khác';
  return (
    <Dialog
      open
      holds
      size="large"
      onClose={onClose}
      title="Hai người cùng sửa một mục"
      actions={
        <>
          <Button onClick={onClose}>Sửa tiếp</Button>
          <Button onClick={onTheirs}>Lấy bản của người kia</Button>
          <Button onClick={() => onMerge(chosenFields(conflicts, all('mine')))}>Giữ bản của tôi</Button>
          <Button kind="main" onClick={() => onMerge(chosenFields(conflicts, sides))}>
            Lưu theo lựa chọn
          </Button>
        </>
      }
    >
      <p className={styles.about}>
        Trong lúc bạn sửa, {who} đã lưu mục “{nameOf(item).slice(0, 160)}”. Chọn giá trị giữ lại cho từng ô.
      </p>
      <div className={styles.grid}>
        <div className={styles.heads} aria-hidden="true">
          <span />
          <strong>Bản của bạn</strong>
          <strong>Bản của {who}</strong>
        </div>
        {conflicts.map((one) => {
          const chosen = sides[one.name] ?? one.proposed;
          return (
            <fieldset key={one.name} className={styles.row}>
              <legend className={styles.name}>
                {FIELD_WORDS[one.name] ?? one.name} {one.clash ? <Tag tone="amber">Khác nhau</Tag> : null}
              </legend>
              {(['mine', 'theirs'] as const).map((side) => (
                <label key={side} className={cx(styles.side, chosen === side && styles.chosen)}>
                  <input
                    type="radio"
                    name={`side-${one.name}`}
                    checked={chosen === side}
                    onChange={() => setSides({ ...sides, [one.name]: side })}
                  />
                  <span>
                    <span className={styles.whose}>{side === 'mine' ? 'Bản của bạn' : `Bản của ${who}`}</span>
                    {shown(one.name, one[side])}
                  </span>
                </label>
              ))}
            </fieldset>
          );
        })}
      </div>
    </Dialog>
  );
}

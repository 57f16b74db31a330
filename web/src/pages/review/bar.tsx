/**
 * The bar over the items (thanh rà soát): how far the review is, filters, what is done with many at once.
 * `đã xem 83/112 · cần kiểm tra 7 · chưa đọc được 3`.
 */
import type { Ref } from 'react';
import type { ReviewCounts } from '#plan/review.ts';
import { formatCount } from '../../format/number.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Select, TextInput } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { type Filter, STATES, type StateFilter } from './items.ts';
import styles from './review.module.css';
import { STATE_WORDS } from './words.ts';

export interface ProgressBarProps {
  readonly counts: ReviewCounts;
  readonly filter: Filter;
  readonly onState: (state: StateFilter | null) => void;
}

export function ProgressBar({ counts, filter, onState }: ProgressBarProps) {
  const share = counts.items === 0 ? 0 : counts.seen / counts.items;
  const toggle = (state: StateFilter) => () => onState(filter.state === state ? null : state);
  const chip = (state: StateFilter, words: string, count: number) => (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={filter.state === state}
      onClick={toggle(state)}
      disabled={count === 0 && filter.state !== state}
    >
      {words} <strong>{formatCount(count)}</strong>
    </button>
  );
  return (
    <div className={styles.progress}>
      <div
        role="progressbar"
        aria-label="Đã xem"
        aria-valuemin={0}
        aria-valuemax={counts.items}
        aria-valuenow={counts.seen}
        aria-valuetext={`đã xem ${counts.seen}/${counts.items}`}
        className={styles.track}
      >
        <div className={styles.done} style={{ scale: `${counts.items === 0 ? 0 : counts.decided / counts.items} 1` }} />
        <div className={styles.seen} style={{ scale: `${share} 1` }} />
      </div>
      <p className={styles.counts}>
        <button
          type="button"
          className={styles.chip}
          aria-pressed={filter.state === 'unseen'}
          onClick={toggle('unseen')}
        >
          đã xem{' '}
          <strong>
            {formatCount(counts.seen)}/{formatCount(counts.items)}
          </strong>
        </button>
        {chip('check', 'cần kiểm tra', counts.toCheck)}
        {chip('unread', 'chưa đọc được', counts.unread)}
        {chip('open', 'chưa quyết định', counts.items - counts.decided)}
      </p>
    </div>
  );
}

export interface FilterBarProps {
  readonly filter: Filter;
  readonly search: Ref<HTMLInputElement>;
  readonly onChange: (change: Partial<Filter>) => void;
  /** Sure items that were seen, and sure ones in the filter. */
  readonly sureSeen: number;
  readonly sureListed: number;
  readonly picked: number;
  readonly readOnly: boolean;
  readonly together: boolean;
  readonly onTogether: () => void;
  readonly onBulk: (which: 'seen' | 'listed') => void;
  readonly onMerge: () => void;
  readonly onUnpick: () => void;
}

export function FilterBar(props: FilterBarProps) {
  const { filter, onChange, readOnly } = props;
  return (
    <div className={styles.filters}>
      <TextInput
        ref={props.search}
        type="search"
        className={styles.find}
        aria-label="Tìm trong các mục"
        placeholder="Tìm mục"
        before={<Icon name="search" size={16} />}
        value={filter.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <Select
        aria-label="Lọc theo tình trạng"
        className={styles.state}
        empty="Mọi tình trạng"
        choices={STATES.map((value) => ({ value, label: STATE_WORDS[value] }))}
        value={filter.state ?? ''}
        onChoose={(value) => onChange({ state: value === '' ? null : (value as StateFilter) })}
      />
      {props.picked > 0 && !readOnly ? (
        <>
          <Button small disabled={props.picked < 2} onClick={props.onMerge}>
            Gộp {formatCount(props.picked)} mục
          </Button>
          <Button small kind="quiet" onClick={props.onUnpick}>
            Bỏ chọn
          </Button>
        </>
      ) : null}
      <span className={cx(styles.end)}>
        <IconButton
          small
          icon="link"
          label={props.together ? 'Văn bản và các mục đang cuộn cùng nhau' : 'Cuộn văn bản và các mục cùng nhau'}
          aria-pressed={props.together}
          className={styles.together}
          onClick={props.onTogether}
        />
        {readOnly ? null : (
          <Menu
            label="Chấp nhận nhiều mục"
            placement={{ align: 'end' }}
            trigger={(trigger) => (
              <Button {...trigger} small icon="check">
                Chấp nhận nhiều mục
              </Button>
            )}
          >
            <MenuItem
              disabled={props.sureSeen === 0}
              end={formatCount(props.sureSeen)}
              onChoose={() => props.onBulk('seen')}
            >
              Mọi mục chắc chắn đã xem
            </MenuItem>
            <MenuItem
              disabled={props.sureListed === 0}
              end={formatCount(props.sureListed)}
              onChoose={() => props.onBulk('listed')}
            >
              Mọi mục chắc chắn trong bộ lọc
            </MenuItem>
          </Menu>
        )}
      </span>
    </div>
  );
}

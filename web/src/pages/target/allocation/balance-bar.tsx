/** The balance (cân đối) of one division: a bar, a word of its state, and the sentence. */
import { parsePlain, toNumber } from '#base/decimal.ts';
import { type Division, joiningOf, type Whole } from '#delivery/allocation.ts';
import type { Balance } from '#delivery/balance.ts';
import { Tag } from '../../../ui/badge.tsx';
import styles from './allocation.module.css';
import { STATE_WORDS, toneOf } from './place.ts';

/** How much of the bar is full, 0…1. */
export function fullness(whole: Whole, division: Division, balance: Balance): number {
  if (joiningOf(division) === 'each') return balance.parts === 0 ? 0 : (balance.given - balance.below) / balance.parts;
  const allocated = parsePlain(balance.allocated ?? '0');
  const all = parsePlain(whole.value);
  if (!allocated || !all || all.digits === 0n) return balance.state === 'even' ? 1 : 0;
  return Math.min(1, Math.max(0, toNumber(allocated) / toNumber(all)));
}

export function BalanceBar({
  whole,
  division,
  balance,
  live,
}: {
  readonly whole: Whole;
  readonly division: Division;
  readonly balance: Balance;
  /** Read out as it changes. */
  readonly live?: boolean;
}) {
  const tone = toneOf(balance);
  return (
    <div className={styles.balance}>
      <p className={styles.balanceWords} role={live ? 'status' : undefined}>
        <Tag tone={tone}>{STATE_WORDS[balance.state]}</Tag> {balance.words}
      </p>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.fill} data-tone={tone} style={{ scale: `${fullness(whole, division, balance)} 1` }} />
      </div>
    </div>
  );
}

/**
 * Lock-out (tạm khóa đăng nhập): after several wrong passwords or codes within a window, an account refuses every
 * attempt for a while; the while grows with each lock that follows soon after another. Pure: `now` is an argument.
 *
 * The state belongs to one account. What comes from one address over many accounts is for the rate limits of the server.
 */
import { type Refusal, refusal } from '#base/refusal.ts';

/** Times in minutes. */
export interface LockOutRules {
  /** Wrong attempts within `window` that lock. */
  readonly attempts: number;
  readonly window: number;
  /** Length of the first lock; each further one is twice as long, up to `longest`. */
  readonly first: number;
  readonly longest: number;
  /** After so long without a wrong attempt and without a lock, the next lock is a first one again. */
  readonly forgetAfter: number;
}

export const LOCK_OUT: LockOutRules = { attempts: 5, window: 15, first: 15, longest: 24 * 60, forgetAfter: 24 * 60 };

/** What is kept for an account. `failures` are the times of wrong attempts that still count, oldest first. */
export interface LockOutState {
  readonly failures: readonly Date[];
  readonly lockedUntil: Date | null;
  /** Locks in a row. */
  readonly locks: number;
}

export const NO_FAILURES: LockOutState = { failures: [], lockedUntil: null, locks: 0 };

/** Whether an attempt may be looked at, and how many wrong ones are left before the next lock. */
export type Standing =
  | { readonly locked: false; readonly left: number }
  | { readonly locked: true; readonly until: Date; readonly refusal: Refusal };

export function standing(state: LockOutState, now: Date, rules: LockOutRules = LOCK_OUT): Standing {
  if (isLocked(state, now)) {
    const until = state.lockedUntil as Date;
    const minutes = Math.ceil((until.getTime() - now.getTime()) / MINUTE);
    return { locked: true, until, refusal: lockedFor(minutes) };
  }
  return { locked: false, left: rules.attempts - recent(state, now, rules).length };
}

/** The state after a wrong attempt. An attempt while locked changes nothing: it was not looked at. */
export function afterFailure(state: LockOutState, now: Date, rules: LockOutRules = LOCK_OUT): LockOutState {
  if (isLocked(state, now)) return state;
  const locks = isForgotten(state, now, rules) ? 0 : state.locks;
  const failures = [...recent(state, now, rules), now];
  if (failures.length < rules.attempts) return { failures, lockedUntil: state.lockedUntil, locks };
  const minutes = Math.min(rules.first * 2 ** locks, rules.longest);
  return { failures: [], lockedUntil: new Date(now.getTime() + minutes * MINUTE), locks: locks + 1 };
}

/** The state after a right attempt, or after an administrator has unlocked (mở khóa). */
export function afterSuccess(): LockOutState {
  return NO_FAILURES;
}

const MINUTE = 60_000;

function isLocked({ lockedUntil }: LockOutState, now: Date): boolean {
  return lockedUntil !== null && now < lockedUntil;
}

function recent({ failures }: LockOutState, now: Date, { window }: LockOutRules): Date[] {
  return failures.filter((at) => now.getTime() - at.getTime() < window * MINUTE);
}

function isForgotten({ failures, lockedUntil }: LockOutState, now: Date, { forgetAfter }: LockOutRules): boolean {
  const last = Math.max(lockedUntil?.getTime() ?? 0, failures.at(-1)?.getTime() ?? 0);
  return now.getTime() - last >= forgetAfter * MINUTE;
}

function lockedFor(minutes: number): Refusal {
  const [vi, en] =
    minutes < 120
      ? [`${minutes} phút`, minutes === 1 ? '1 minute' : `${minutes} minutes`]
      : [`${Math.ceil(minutes / 60)} giờ`, `${Math.ceil(minutes / 60)} hours`];
  return refusal(
    `Tài khoản tạm khóa vì nhập sai nhiều lần. Hãy thử lại sau ${vi}, hoặc đề nghị quản trị hệ thống mở khóa.`,
    `The account is locked after several wrong attempts. Try again in ${en}, or ask an administrator to unlock it.`,
  );
}

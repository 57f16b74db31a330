/**
 * An attempt to prove who one is (password, code), counted by login. Attempts at one login follow each other, here by a
 * queue and between servers by a lock in the database, so that any number at the same time has no more tries than five
 * in a row. What was wrong is kept although the attempt is refused. Logins that nobody has are counted and locked alike.
 */
import { err, ok, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { afterFailure, afterSuccess, standing } from '#identity/lock-out.ts';
import { foldLogin, holdLockOut, keepLockOut } from '#store/lock-out.ts';
import { type Context, perform } from './usecase.ts';

/** `wrong` counts; `undecided` does not and clears nothing: a right password whose code is still to come. */
export type Tried<T> =
  | { readonly state: 'right'; readonly value: T }
  | { readonly state: 'wrong' | 'undecided'; readonly problem: Problem };

/** Whose attempt; `subject` is what the log names. */
export interface AttemptOf {
  readonly login: string;
  /** `session.refused`, `password.refused`. */
  readonly refused: string;
  readonly personId: string | null;
}

/** Most attempts at one login that wait here. */
const MOST_WAITING = 100;

/** `work` runs in a transaction of its own and reads all that it decides by within it. `outer` holds none. */
export function attempt<T>(
  outer: Context,
  of: AttemptOf,
  work: (context: Context) => Promise<Tried<T>>,
): Promise<Result<T, Problem>> {
  const run = async (context: Context): Promise<Result<Result<T, Problem>, Problem>> => {
    const state = await holdLockOut(context, of.login, context.now);
    const stands = standing(state, context.now);
    if (stands.locked) {
      const seconds = (stands.until.getTime() - context.now.getTime()) / 1000;
      return ok(err(problem(423, 'locked', stands.refusal.vi, stands.refusal.en, { retryAfter: seconds })));
    }
    const tried = await work(context);
    if (tried.state === 'right') {
      if (state.failures.length > 0 || state.locks > 0) await keepLockOut(context, of.login, afterSuccess());
      return ok(ok(tried.value));
    }
    if (tried.state === 'wrong') {
      const next = afterFailure(state, context.now);
      await keepLockOut(context, of.login, next);
      const locked = next.lockedUntil !== null && next.locks > state.locks;
      context.record({
        kind: locked ? 'account.locked' : of.refused,
        subjectType: of.personId ? 'person' : 'login',
        subjectId: of.personId ?? 'unknown',
        after: { code: tried.problem.code },
      });
    }
    return ok(err(tried.problem));
  };
  const key = `${outer.provinceId}:${foldLogin(of.login)}`;
  return inOrder(key, async () => {
    const useCase = { name: 'attempt', access: 'public', kind: 'write', run } as const;
    const outcome = await perform<undefined, Result<T, Problem>>(outer.services, useCase, outer.actor, undefined);
    return outcome.ok ? outcome.value : outcome;
  });
}

const queues = new Map<string, { waiting: number; last: Promise<unknown> }>();

function inOrder<T>(key: string, work: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  const queue = queues.get(key) ?? { waiting: 0, last: Promise.resolve() };
  if (queue.waiting >= MOST_WAITING) return Promise.resolve(err(TOO_MANY));
  queue.waiting++;
  const mine = queue.last.then(work).finally(() => {
    queue.waiting--;
    if (queue.waiting === 0) queues.delete(key);
  });
  // Who comes next waits for the end, whatever it was.
  queue.last = mine.catch(() => {});
  queues.set(key, queue);
  return mine;
}

const TOO_MANY = problem(
  429,
  'too-many-requests',
  'Quá nhiều lần đăng nhập cùng lúc. Hãy đợi một chút.',
  'Too many sign-ins at once. Wait a moment.',
  { retryAfter: 5 },
);

/** A write that is sent twice with the same `Idempotency-Key` is carried out once; the second is given the first answer. */
import { createHash } from 'node:crypto';
import { type Problem, problem } from '#contract/problem.ts';
import { claimKey, forgetKey, keepAnswer } from '#store/idempotency.ts';
import type { Services } from '#usecase/services.ts';
import type { Actor } from '#usecase/usecase.ts';

export type Answer = { readonly status: number; readonly body: unknown } | { readonly problem: Problem };

const KEY = /^[\x21-\x7e]{8,128}$/;

export async function answerOnce(
  services: Services,
  actor: Actor,
  key: string,
  request: string,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (!KEY.test(key)) {
    return {
      problem: problem(
        400,
        'bad-idempotency-key',
        'Khóa chống gửi lặp không hợp lệ.',
        'The idempotency key is not valid.',
      ),
    };
  }
  const scope = services.database.scope(actor.provinceId);
  const hash = createHash('sha256')
    .update(`${actor.personId ?? actor.via}\n${request}`)
    .digest('hex');
  const claim = await claimKey(scope, key, hash, services.clock());
  if (claim.state === 'other-request') {
    return {
      problem: problem(
        422,
        'idempotency-key-reused',
        'Khóa chống gửi lặp đã dùng cho yêu cầu khác.',
        'The idempotency key was used for another request.',
      ),
    };
  }
  if (claim.state === 'running') {
    return {
      problem: problem(409, 'in-progress', 'Yêu cầu này đang được thực hiện.', 'This request is being carried out.', {
        retryAfter: 1,
      }),
    };
  }
  if (claim.state === 'done') return { status: claim.status, body: claim.response };
  try {
    const answer = await work();
    if ('problem' in answer) await forgetKey(scope, key);
    else await keepAnswer(scope, key, answer.status, answer.body ?? null);
    return answer;
  } catch (error) {
    await forgetKey(scope, key);
    throw error;
  }
}

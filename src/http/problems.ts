/** Refusals as problem+json (RFC 9457). */
import type { FastifyReply } from 'fastify';
import type { Problem } from '#contract/problem.ts';

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { retryAfter, ...rest } = problem;
  if (retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(retryAfter)));
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(
      JSON.stringify({
        type: `/api/problems#${problem.code}`,
        title: problem.vi,
        ...rest,
        requestId: reply.request.id,
      }),
    );
}

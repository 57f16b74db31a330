/** Puts a use case behind a route: checks what comes in, carries it out, writes what comes out. */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Problem, problem } from '#contract/problem.ts';
import type { RouteDefinition, RouteInput, RouteOutput } from '#contract/route.ts';
import type { Services } from '#usecase/services.ts';
import { type Actor, deny, nobody, perform, type UseCase } from '#usecase/usecase.ts';
import { type Answer, answerOnce } from './idempotency.ts';
import { sendProblem } from './problems.ts';

export const PREFIX = '/api/v1';

/** What a use case behind a route may give back beside its value. */
export interface Edge {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly actor: Actor;
}

/** The part of a binding that only the edge can do: cookies, streams. */
export type Finish<O> = (edge: Edge, output: O) => unknown;

/** For public routes: the province that the request names, null when there is none of that name. */
export type ProvinceOf<I> = (input: I) => Promise<number | null>;

/** What only the request knows beside its path, query and body: cookies. Joined to the input. */
export type FromRequest = (request: FastifyRequest) => object;

/** How a refusal is told, where it is not problem+json: to a browser on its way back from a provider. */
export type Refuse = (edge: Edge, refused: Problem) => unknown;

export interface BindingMore<I, O> {
  readonly fromRequest?: FromRequest;
  readonly refuse?: Refuse;
  readonly finish?: Finish<O>;
  readonly provinceOf?: ProvinceOf<I>;
}

/** A table of bindings of many types; each is checked where it is made. */
export interface Binding extends BindingMore<never, never> {
  readonly key: string;
  readonly route: RouteDefinition;
  readonly useCase: UseCase<never, unknown>;
}

export function binding<D extends RouteDefinition, O = RouteOutput<D>>(
  key: string,
  route: D,
  useCase: UseCase<RouteInput<D>, O>,
  more: BindingMore<RouteInput<D>, O> = {},
): Binding {
  return { key, route, useCase, ...(more as BindingMore<never, never>) } as Binding;
}

/** Requests a minute from one address to a route where guessing is worth trying: this part of what is allowed elsewhere. */
const LIMITED_SHARE = 1 / 20;

export function bind(
  app: FastifyInstance,
  services: Services,
  { key, route, useCase, finish, provinceOf, fromRequest, refuse }: Binding,
  requestsPerMinute: number,
): void {
  const [method, path] = key.split(' ') as [string, string];
  app.route({
    method,
    url: PREFIX + path,
    config: {
      route,
      key,
      ...(route.limited
        ? { rateLimit: { max: Math.max(5, Math.floor(requestsPerMinute * LIMITED_SHARE)), timeWindow: 60_000 } }
        : {}),
    },
    handler: async (request, reply) => {
      let actor = request.actor;
      const say = (refused: Problem) =>
        refuse ? refuse({ request, reply, actor }, refused) : sendProblem(reply, refused);
      const denied = deny(route, actor);
      if (denied) return sendProblem(reply, denied);
      const input = readInput(request, route, fromRequest);
      if (!input.ok) return say(input.problem);
      if (provinceOf) {
        const provinceId = await provinceOf(input.value);
        if (provinceId === null) return say(UNKNOWN_PROVINCE);
        actor = { ...nobody(provinceId, actor.address, actor.device) };
      }
      const work = async (): Promise<Answer> => {
        const outcome = await perform(services, useCase, actor, input.value);
        return outcome.ok
          ? { status: route.response || finish ? (route.status ?? 200) : 204, body: outcome.value as unknown }
          : { problem: outcome.error };
      };
      const idempotencyKey = request.headers['idempotency-key'];
      const answer =
        method === 'POST' &&
        typeof idempotencyKey === 'string' &&
        actor.via !== 'nobody' &&
        !finish &&
        route.takes !== 'bytes'
          ? await answerOnce(services, actor, idempotencyKey, `${key}\n${JSON.stringify(input.value)}`, work)
          : await work();
      if ('problem' in answer) return say(answer.problem);
      if (finish) return (finish as Finish<unknown>)({ request, reply, actor }, answer.body);
      if (answer.status === 204) return reply.code(204).send();
      return sendJson(request, reply, answer.status, answer.body);
    },
  });
}

/** JSON with an entity tag: a reader that has this very answer already is told so (304). */
function sendJson(request: FastifyRequest, reply: FastifyReply, status: number, body: unknown): FastifyReply {
  // As bytes at once: the tag and the socket would otherwise each turn the text into bytes for themselves.
  const text = Buffer.from(JSON.stringify(body), 'utf8');
  if (request.method === 'GET') {
    const tag = `"${createHash('sha1').update(text).digest('base64url')}"`;
    reply.header('etag', tag).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  }
  return reply.code(status).type('application/json; charset=utf-8').send(text);
}

const UNKNOWN_PROVINCE = problem(
  404,
  'unknown-province',
  'Máy chủ này không phục vụ tỉnh đó.',
  'This server does not serve that province.',
);

type Input = { ok: true; value: never } | { ok: false; problem: Problem };

function readInput(request: FastifyRequest, route: RouteDefinition, fromRequest?: FromRequest): Input {
  const fields: Record<string, { vi: string; en: string }> = {};
  const value: Record<string, unknown> = {};
  const take = (schema: z.ZodType | undefined, data: unknown) => {
    if (!schema) return;
    const found = schema.safeParse(data ?? {});
    if (found.success && holdsNul(found.data)) fields[''] = NUL;
    else if (found.success) Object.assign(value, found.data);
    else for (const issue of found.error.issues) fields[issue.path.join('.')] ??= sentenceOf(issue);
  };
  take(route.params, request.params);
  take(route.query, request.query);
  if (route.takes === 'bytes') value.bytes = request.body;
  else take(route.body, withIfMatch(request));
  if (Object.keys(fields).length > 0) {
    return {
      ok: false,
      problem: problem(422, 'invalid', 'Một số ô nhập chưa đúng.', 'Some fields are not right.', { fields }),
    };
  }
  if (fromRequest) Object.assign(value, fromRequest(request));
  return { ok: true, value: value as never };
}

const NUL = { vi: 'Có ký tự không được phép.', en: 'Has a character that is not allowed.' };

/** PostgreSQL keeps no U+0000 in a text. */
function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsNul);
}

/** `If-Match: "7"` says the same as `version: 7` in the body. */
function withIfMatch(request: FastifyRequest): unknown {
  const tag = /^(?:W\/)?"(\d+)"$/.exec(request.headers['if-match'] ?? '');
  const body = request.body as Record<string, unknown> | undefined;
  if (!tag || (typeof body === 'object' && body !== null && 'version' in body)) return body;
  return { ...body, version: Number(tag[1]) };
}

function sentenceOf(issue: z.core.$ZodIssue): { vi: string; en: string } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.message.includes('undefined')
        ? { vi: 'Chưa nhập.', en: 'Missing.' }
        : { vi: 'Không đúng kiểu dữ liệu.', en: 'Of the wrong type.' };
    case 'too_small':
      return issue.origin === 'string'
        ? {
            vi: issue.minimum === 1 ? 'Chưa nhập.' : `Ít nhất ${issue.minimum} ký tự.`,
            en: `At least ${issue.minimum} characters.`,
          }
        : { vi: `Không nhỏ hơn ${issue.minimum}.`, en: `Not below ${issue.minimum}.` };
    case 'too_big':
      return issue.origin === 'string'
        ? { vi: `Nhiều nhất ${issue.maximum} ký tự.`, en: `At most ${issue.maximum} characters.` }
        : { vi: `Không lớn hơn ${issue.maximum}.`, en: `Not above ${issue.maximum}.` };
    case 'invalid_format':
      return { vi: 'Không đúng dạng.', en: 'Not in the right form.' };
    case 'invalid_value':
      return { vi: 'Không phải giá trị được phép.', en: 'Not one of the values allowed.' };
    default:
      return { vi: 'Không hợp lệ.', en: 'Not valid.' };
  }
}

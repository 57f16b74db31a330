/**
 * Speaks to the server (gọi máy chủ): `await call('GET /documents/:id', { params: { id } })`. What is sent and what
 * comes back is typed by the contract, of which nothing but types is taken, so that no schema is loaded by browsers.
 *
 * Throws `ApiProblem` for every refusal and for a lost network.
 */
import type { RouteBody, RouteDefinition, RouteOutput, RouteParams, RouteQuery } from '#contract/route.ts';
import type { RouteKey, Routes } from '#contract/routes.ts';
import { ApiProblem, NETWORK_LOST, problemOf } from './problem.ts';

export type { RouteKey } from '#contract/routes.ts';

export const BASE = '/api/v1';

type Definition<K extends RouteKey> = Routes[K] & RouteDefinition;
type Empty = Record<never, never>;
type Part<Name extends string, Value> = unknown extends Value
  ? Empty
  : Empty extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value };

/** What a route wants: `params`, `query`, `body`, each as the contract has it. */
export type Sent<K extends RouteKey> = Part<'params', RouteParams<Definition<K>>> &
  Part<'query', RouteQuery<Definition<K>>> &
  (Definition<K> extends { readonly takes: 'bytes' }
    ? { readonly body: Blob }
    : Part<'body', RouteBody<Definition<K>>>);

/** How it is sent. */
export interface Sending {
  readonly signal?: AbortSignal | undefined;
  /** The version that the writer saw: `If-Match`. */
  readonly ifMatch?: number | undefined;
  /** Of a write that may be sent again after a lost answer; made anew when absent. */
  readonly idempotencyKey?: string | undefined;
}

export type CallArguments<K extends RouteKey> =
  Empty extends Sent<K> ? [sent?: Sent<K> & Sending] : [sent: Sent<K> & Sending];

export type Answer<K extends RouteKey> = RouteOutput<Definition<K>>;

/** Sends a request and gives the checked answer's JSON. */
export async function call<K extends RouteKey>(key: K, ...[sent]: CallArguments<K>): Promise<Answer<K>> {
  const response = await send(key, (sent ?? {}) as Loose);
  return (response.status === 204 ? undefined : await response.json()) as Answer<K>;
}

/** The same for a route that gives bytes: a file with its name. */
export async function download<K extends RouteKey>(
  key: K,
  ...[sent]: CallArguments<K>
): Promise<{ readonly bytes: Blob; readonly name: string | null }> {
  const response = await send(key, (sent ?? {}) as Loose);
  return { bytes: await response.blob(), name: fileName(response.headers.get('content-disposition')) };
}

/** Opens the line of news, from after `lastId` on. */
export async function openEvents(
  lastId: string | null,
  signal: AbortSignal,
): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const headers = { accept: 'text/event-stream', ...(lastId === null ? {} : { 'last-event-id': lastId }) };
  const response = await fetch(`${BASE}/live`, { headers, signal, credentials: 'same-origin', cache: 'no-store' });
  if (response.ok && response.body) return response.body.getReader();
  const problem = new ApiProblem(problemOf(response.status, await response.json().catch(() => null), null));
  if (problem.code === 'not-signed-in') for (const hear of signedOut) hear();
  throw problem;
}

/** The address of a route, for links and pictures. */
export function addressOf<K extends RouteKey>(key: K, ...[sent]: CallArguments<K>): string {
  return address(key, (sent ?? {}) as Loose);
}

interface Loose extends Sending {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

/** Waits before a request that did not arrive is sent again, milliseconds. */
const AGAIN = [400, 1500];

async function send(key: string, sent: Loose): Promise<Response> {
  const [method] = key.split(' ') as [string];
  const request = requestOf(method, sent);
  // A write whose answer was lost may have been done: it is sent again only where the server knows it by its key.
  const again = method === 'GET' || (method === 'POST' && !UNKEYED.has(key)) ? AGAIN : [];
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await fetch(address(key, sent), request);
      if (response.ok) return response;
      const body = await response.json().catch(() => null);
      throw new ApiProblem(problemOf(response.status, body, response.headers.get('retry-after')));
    } catch (error) {
      sent.signal?.throwIfAborted();
      const found = error instanceof ApiProblem ? error : new ApiProblem(NETWORK_LOST);
      const wait = again[attempt];
      if (wait === undefined || (found.code !== 'network-lost' && found.code !== 'in-progress')) {
        if (found.code === 'not-signed-in') for (const hear of signedOut) hear();
        throw found;
      }
      await pause(wait, sent.signal);
    }
  }
}

/** Nobody is signed in yet, so the server keeps no keys for these. */
const UNKEYED: ReadonlySet<string> = new Set(['POST /session', 'POST /setup']);

function requestOf(method: string, sent: Loose): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
  let body: BodyInit | undefined;
  if (sent.body instanceof Blob) {
    body = sent.body;
    headers['content-type'] = 'application/octet-stream';
  } else if (sent.body !== undefined) {
    body = JSON.stringify(sent.body);
    headers['content-type'] = 'application/json';
  }
  if (method !== 'GET') headers['x-bamsat-csrf'] = '1';
  if (method === 'POST') headers['idempotency-key'] = sent.idempotencyKey ?? newKey();
  if (sent.ifMatch !== undefined) headers['if-match'] = `"${sent.ifMatch}"`;
  return {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body }),
    ...(sent.signal ? { signal: sent.signal } : {}),
  };
}

/** A key of its own for a write. `randomUUID` is missing on plain-http addresses of an inner network. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function address(key: string, sent: Loose): string {
  return BASE + fillPath(key.slice(key.indexOf(' ') + 1), sent.params ?? {}) + queryText(sent.query ?? {});
}

/** `/documents/:id` and `{ id }` → the path. Throws when a name is not given: a mistake of ours. */
export function fillPath(path: string, params: Readonly<Record<string, unknown>>): string {
  return path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === null || value === '') throw new RangeError(`no ${name} for ${path}`);
    return encodeURIComponent(String(value));
  });
}

/** `{ kind: ['a', 'b'], text: '', page: 2 }` → `?kind=a&kind=b&page=2`; what is empty stays out. */
export function queryText(query: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') params.append(name, String(one));
    }
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

function fileName(disposition: string | null): string | null {
  const long = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (long !== undefined) return decodeURIComponent(long);
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? null;
}

function pause(time: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, time);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

const signedOut = new Set<() => void>();

/** Called when an answer says that nobody is signed in any more; returns what stops listening. */
export function onSignedOut(hear: () => void): () => void {
  signedOut.add(hear);
  return () => signedOut.delete(hear);
}

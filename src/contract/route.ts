/**
 * A route of the HTTP interface, before anything is behind it: what goes in, what comes out, who may. Server, OpenAPI
 * document, table of rights and the web client are all made from these.
 */
import { z } from 'zod';
import type { Right } from '#plan/rights.ts';

/** `public`: anybody; `signed-in`: any person of the province; else the right that the post must have. */
export type Access = 'public' | 'signed-in' | Right;

export interface RouteDefinition {
  readonly access: Access;
  /** Part of the interface, for the readable page. */
  readonly tag: string;
  /** What it does, one line, Vietnamese and English. */
  readonly summary: { readonly vi: string; readonly en: string };
  /** Names of the path, e.g. `{ id }`. */
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Absent: nothing comes back (204). */
  readonly response?: z.ZodType;
  /** `json` unless said: raw bytes go in; bytes or server-sent events come out. */
  readonly takes?: 'json' | 'bytes';
  readonly gives?: 'json' | 'bytes' | 'events';
  /** 200 unless said. */
  readonly status?: 200 | 201 | 202;
  /** Codes of refusals that it can give besides the usual ones. */
  readonly problems?: readonly string[];
  /** Open to machine tokens with this right as a scope. */
  readonly machines?: boolean;
  /** Open also to who must first set a new password or a second factor. */
  readonly evenConfined?: boolean;
  /** Guessing is worth trying here: few requests a minute from one address. */
  readonly limited?: boolean;
}

/** Keyed by `METHOD /path/:name`; the path is below `/api/v1`. */
export type RouteTable = Readonly<Record<`${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`, RouteDefinition>>;

export function defineRoutes<const T extends RouteTable>(routes: T): T {
  return routes;
}

type OutputOf<S> = S extends z.ZodType ? z.output<S> : unknown;
type InputOf<S> = S extends z.ZodType ? z.input<S> : unknown;

/** What a use case behind the route is given: names of the path, the query and the body in one object, checked. */
export type RouteInput<D extends RouteDefinition> = OutputOf<D['params']> & OutputOf<D['query']> & OutputOf<D['body']>;

/** What it gives back. */
// biome-ignore lint/suspicious/noConfusingVoidType: a use case behind a route without an answer returns nothing.
export type RouteOutput<D extends RouteDefinition> = D['response'] extends z.ZodType ? z.output<D['response']> : void;

/** What a client sends, part by part. */
export type RouteParams<D extends RouteDefinition> = InputOf<D['params']>;
export type RouteQuery<D extends RouteDefinition> = InputOf<D['query']>;
export type RouteBody<D extends RouteDefinition> = InputOf<D['body']>;

export const uuid = z.uuid();
export const isoDate = z.iso.date();
export const isoInstant = z.iso.datetime();
/** A plain exact decimal, `13593.9`. */
export const decimal = z.string().regex(/^-?\d{1,40}(?:\.\d{1,20})?$/);
export const idParams = z.object({ id: uuid });
/** Optimistic locking: the version that the writer saw. */
export const versioned = z.object({ version: z.int().positive() });

/** Query of a list that goes on: `cursor` as it was given with the page before. */
export const pageQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A page of a list; `nextCursor` is null at its end. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().nullable() });
}

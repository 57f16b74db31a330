/** The log of events (nhật ký): appended in the transaction of what it tells of, chained by hashes within a province. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson, type Json } from '#base/canonical.ts';
import type { Scope } from './database.ts';
import { newId } from './ids.ts';

/** Who, post, when, what, before, after, why. */
export interface NewEvent {
  readonly at: Date;
  readonly personId: string | null;
  readonly postId: string | null;
  /** `organisation.renamed`: subject and what was done to it. */
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly before?: Json;
  readonly after?: Json;
  readonly reason?: string | null;
  /** The event that this one undoes. */
  readonly undoes?: string | null;
  /** Name of the subject, so that the log reads without other tables. */
  readonly title?: string | null;
}

/** The chain of a province begins with this. */
export const FIRST_HASH = '0'.repeat(64);

/** Hash of an event: the one before it, its number and its text. The same as `append_event` in SQL. */
export function hashOfEvent(previous: string, seq: number, body: string): string {
  return createHash('sha256').update(`${previous}\n${seq}\n${body}`, 'utf8').digest('hex');
}

/** Text of an event as it is hashed. */
export function bodyOfEvent(id: string, event: NewEvent): string {
  return canonicalJson({
    id,
    at: event.at.toISOString(),
    person: event.personId,
    post: event.postId,
    kind: event.kind,
    subject: { type: event.subjectType, id: event.subjectId, title: event.title ?? null },
    before: event.before ?? null,
    after: event.after ?? null,
    reason: event.reason ?? null,
    undoes: event.undoes ?? null,
  });
}

export async function appendEvent(scope: Scope, event: NewEvent): Promise<{ id: string; seq: number }> {
  const id = newId(event.at);
  const body = bodyOfEvent(id, event);
  const { rows } = await sql<{ seq: number }>`select append_event(${scope.provinceId}, ${id}, ${event.at},
    ${event.personId}, ${event.postId}, ${event.kind}, ${event.subjectType}, ${event.subjectId}, ${body}) as seq`.execute(
    scope.db,
  );
  return { id, seq: rows[0]?.seq ?? 0 };
}

/** Begins the chain of a new province. */
export async function beginChain(scope: Scope): Promise<void> {
  await scope.db
    .insertInto('event_chain')
    .values({ province_id: scope.provinceId, seq: 0, hash: FIRST_HASH })
    .execute();
}

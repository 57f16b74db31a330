/** Webhooks and their tellings (báo cho hệ thống khác). Each event is told to each at most once knowingly, and never left out. */
import { sql } from 'kysely';
import type { Scope } from './database.ts';
import type { EventBody } from './event-log.ts';
import { newId } from './ids.ts';

export interface WebhookRow {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** Sealed. */
  readonly secret: string;
  readonly kinds: readonly string[];
  readonly active: boolean;
  readonly toldSeq: number;
  readonly pausedAt: string | null;
  readonly failingSince: string | null;
  readonly createdAt: string;
  readonly version: number;
  readonly waiting: number;
  readonly failed: number;
  readonly deliveredAt: string | null;
}

/** Those that were not removed, by name. */
export async function listWebhooks({ db, provinceId }: Scope, id: string | null = null): Promise<WebhookRow[]> {
  const { rows } = await sql<WebhookRow>`
    select w.id, w.name, w.url, w.secret, w.kinds, w.active, w.told_seq as "toldSeq", w.paused_at as "pausedAt",
           w.failing_since as "failingSince", w.created_at as "createdAt", w.version,
           count(d.id) filter (where d.state = 'waiting')::int as waiting,
           count(d.id) filter (where d.state = 'failed')::int as failed, max(d.delivered_at) as "deliveredAt"
      from webhook w left join webhook_delivery d on d.province_id = w.province_id and d.webhook_id = w.id
     where w.province_id = ${provinceId} and w.removed_at is null ${id === null ? sql`` : sql`and w.id = ${id}`}
     group by w.province_id, w.id order by w.name collate "vi-VN-x-icu", w.id`.execute(db);
  return rows;
}

export async function findWebhook(scope: Scope, id: string): Promise<WebhookRow | null> {
  return (await listWebhooks(scope, id))[0] ?? null;
}

/** Whether anybody is to be told anything. */
export async function hasWebhooks({ db, provinceId }: Scope): Promise<boolean> {
  const { rows } = await sql`select from webhook where province_id = ${provinceId} and active and removed_at is null
     limit 1`.execute(db);
  return rows.length > 0;
}

export async function insertWebhook(
  { db, provinceId }: Scope,
  hook: {
    readonly id: string;
    readonly name: string;
    readonly url: string;
    readonly secret: string;
    readonly kinds: readonly string[];
    readonly createdBy: string | null;
    readonly now: Date;
    /** Nothing up to this event is told. */
    readonly toldSeq: number;
  },
): Promise<void> {
  await db
    .insertInto('webhook')
    .values({
      province_id: provinceId,
      id: hook.id,
      name: hook.name,
      url: hook.url,
      secret: hook.secret,
      kinds: [...hook.kinds],
      told_seq: hook.toldSeq,
      created_by: hook.createdBy,
      created_at: hook.now,
    })
    .execute();
}

export interface WebhookChange {
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly active?: boolean | undefined;
  readonly secret?: string | undefined;
  readonly removedAt?: Date | undefined;
}

/** False when it is gone or, with a version, when somebody else changed it first. */
export async function updateWebhook(
  { db, provinceId }: Scope,
  id: string,
  version: number | null,
  change: WebhookChange,
): Promise<boolean> {
  const { removedAt, kinds, ...rest } = change;
  const row = await db
    .updateTable('webhook')
    .set((e) => ({
      ...rest,
      ...(kinds ? { kinds: [...kinds] } : {}),
      ...(removedAt ? { removed_at: removedAt } : {}),
      // Who switches it on again says that it is well.
      ...(rest.active === true ? { paused_at: null, failing_since: null } : {}),
      version: e('version', '+', 1),
    }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .$if(version !== null, (query) => query.where('version', '=', version as number))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Waits for others that do the same: what they have told is seen. */
export async function lockActive({
  db,
  provinceId,
}: Scope): Promise<{ id: string; kinds: string[]; toldSeq: number }[]> {
  const { rows } = await sql<{ id: string; kinds: string[]; toldSeq: number }>`
    select id, kinds, told_seq as "toldSeq" from webhook
     where province_id = ${provinceId} and active and removed_at is null order by id for update`.execute(db);
  return rows;
}

/** Events behind number `seq`, in order. */
export async function eventsAfter(
  { db, provinceId }: Scope,
  seq: number,
  limit: number,
): Promise<{ seq: number; kind: string; body: EventBody }[]> {
  const rows = await db
    .selectFrom('event')
    .select(['seq', 'kind', 'body'])
    .where('province_id', '=', provinceId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ seq: row.seq, kind: row.kind, body: JSON.parse(row.body) as EventBody }));
}

/** Null when this event waits for that webhook already. */
export async function insertDelivery(
  { db, provinceId }: Scope,
  delivery: {
    readonly webhookId: string;
    readonly seq: number;
    readonly kind: string;
    readonly body: string;
    readonly now: Date;
  },
): Promise<string | null> {
  const row = await db
    .insertInto('webhook_delivery')
    .values({
      province_id: provinceId,
      id: newId(delivery.now),
      webhook_id: delivery.webhookId,
      event_seq: delivery.seq,
      kind: delivery.kind,
      body: delivery.body,
      created_at: delivery.now,
      next_at: sql`now()`,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'webhook_id', 'event_seq']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function setTold({ db, provinceId }: Scope, webhookId: string, seq: number): Promise<void> {
  await db
    .updateTable('webhook')
    .set({ told_seq: seq })
    .where('province_id', '=', provinceId)
    .where('id', '=', webhookId)
    .execute();
}

export interface DeliveryRow {
  readonly id: string;
  readonly webhookId: string;
  readonly seq: number;
  readonly kind: string;
  readonly body: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly createdAt: string;
  readonly triedAt: string | null;
  readonly nextAt: string | null;
  readonly deliveredAt: string | null;
}

const columns = sql`d.id, d.webhook_id as "webhookId", d.event_seq as seq, d.kind, d.body, d.state, d.attempts, d.status,
  d.error, d.created_at as "createdAt", d.tried_at as "triedAt", d.next_at as "nextAt", d.delivered_at as "deliveredAt"`;

/** The newest first. */
export async function listDeliveries(
  { db, provinceId }: Scope,
  webhookId: string,
  filter: { readonly state?: string | undefined; readonly before?: number | undefined; readonly limit: number },
): Promise<DeliveryRow[]> {
  const { rows } = await sql<DeliveryRow>`select ${columns} from webhook_delivery d
     where d.province_id = ${provinceId} and d.webhook_id = ${webhookId}
       ${filter.state ? sql`and d.state = ${filter.state}` : sql``}
       ${filter.before ? sql`and d.event_seq < ${filter.before}` : sql``}
     order by d.event_seq desc limit ${filter.limit}`.execute(db);
  return rows;
}

export async function findDelivery({ db, provinceId }: Scope, id: string): Promise<DeliveryRow | null> {
  const { rows } = await sql<DeliveryRow>`select ${columns} from webhook_delivery d
     where d.province_id = ${provinceId} and d.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function waitingDeliveries({ db, provinceId }: Scope, webhookId: string): Promise<DeliveryRow[]> {
  const { rows } = await sql<DeliveryRow>`select ${columns} from webhook_delivery d
     where d.province_id = ${provinceId} and d.webhook_id = ${webhookId} and d.state = 'waiting'
     order by d.event_seq`.execute(db);
  return rows;
}

/**
 * Tellings whose next try should long have been: the queue has lost their jobs, as after a restored backup. By the clock
 * of the database.
 */
export async function lostDeliveries({ db, provinceId }: Scope): Promise<{ id: string; attempts: number }[]> {
  const { rows } = await sql<{ id: string; attempts: number }>`
    update webhook_delivery d set next_at = now()
      from webhook w
     where d.province_id = ${provinceId} and d.state = 'waiting'
       and d.next_at < now() - interval '10 minutes'
       and w.province_id = d.province_id and w.id = d.webhook_id and w.active and w.removed_at is null
    returning d.id, d.attempts`.execute(db);
  return rows;
}

/**
 * Takes try number `attempts` + 1 of a telling: nobody else does. Null when it is no longer due: it was told, taken by
 * another, or its time has not come. `seconds`: until the next try may be taken, by the clock of the database.
 */
export async function takeDelivery(
  { db, provinceId }: Scope,
  id: string,
  attempts: number,
  seconds: number,
  now: Date,
): Promise<DeliveryRow | null> {
  const { rows } = await sql<DeliveryRow>`
    update webhook_delivery d set attempts = d.attempts + 1, tried_at = ${now}, status = null, error = null,
           next_at = now() + make_interval(secs => ${seconds})
     where d.province_id = ${provinceId} and d.id = ${id} and d.state = 'waiting' and d.attempts = ${attempts}
       and (d.next_at is null or d.next_at <= now() + interval '1 second')
    returning ${columns}`.execute(db);
  return rows[0] ?? null;
}

export async function setDelivery(
  { db, provinceId }: Scope,
  id: string,
  set: {
    readonly state?: 'waiting' | 'delivered' | 'failed';
    readonly status?: number | null;
    readonly error?: string | null;
    readonly attempts?: number;
    readonly deliveredAt?: Date;
    /** Nothing is tried by itself any more. */
    readonly unplanned?: boolean;
    /** It is tried at once. */
    readonly due?: boolean;
  },
): Promise<void> {
  const { deliveredAt, unplanned, due, ...rest } = set;
  await db
    .updateTable('webhook_delivery')
    .set({
      ...rest,
      ...(deliveredAt ? { delivered_at: deliveredAt } : {}),
      ...(unplanned ? { next_at: null } : {}),
      ...(due ? { next_at: sql<string>`now()` } : {}),
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute();
}

/** One arrived: it is well. */
export async function setWell({ db, provinceId }: Scope, webhookId: string): Promise<void> {
  await sql`update webhook set failing_since = null
     where province_id = ${provinceId} and id = ${webhookId} and failing_since is not null`.execute(db);
}

export async function setFailing({ db, provinceId }: Scope, webhookId: string, now: Date): Promise<void> {
  await sql`update webhook set failing_since = ${now}
     where province_id = ${provinceId} and id = ${webhookId} and failing_since is null`.execute(db);
}

/** Switches it off when nothing has arrived since `since`; its name when it did. */
export async function pauseFailing(
  { db, provinceId }: Scope,
  webhookId: string,
  since: string,
  now: Date,
): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    update webhook w set active = false, paused_at = ${now}, version = version + 1
     where w.province_id = ${provinceId} and w.id = ${webhookId} and w.active
       and not exists (select from webhook_delivery d where d.province_id = w.province_id and d.webhook_id = w.id
                        and d.delivered_at >= ${since})
    returning w.name`.execute(db);
  return rows[0]?.name ?? null;
}

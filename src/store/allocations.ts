/** Allocations of targets (phân bổ) and their parts. What was replaced has ended and stays; a part is never changed. */
import { type RawBuilder, sql } from 'kysely';
import type { AllocationRule, Course, Dimension } from '#delivery/allocation.ts';
import type { Scope } from './database.ts';
import { newId } from './ids.ts';

export interface AllocationRow {
  readonly id: string;
  readonly targetId: string;
  readonly targetOrdinal: number;
  readonly parentPartId: string | null;
  readonly dimension: Dimension;
  readonly rule: AllocationRule;
  readonly course: Course;
  readonly places: number;
  readonly whole: string;
  readonly note: string | null;
  readonly createdAt: string;
  readonly by: string | null;
  readonly endedAt: string | null;
  readonly version: number;
}

export interface PartRow {
  readonly id: string;
  readonly allocationId: string;
  readonly ordinal: number;
  readonly organisationId: string | null;
  readonly period: string | null;
  readonly value: string | null;
  readonly weight: string | null;
}

function select(where: RawBuilder<unknown>): RawBuilder<AllocationRow> {
  return sql<AllocationRow>`
    select a.id, a.target_id as "targetId", a.target_ordinal as "targetOrdinal", a.parent_part_id as "parentPartId",
           a.dimension, a.rule, a.course, a.places, a.whole, a.note, a.created_at as "createdAt", n.full_name as by,
           a.ended_at as "endedAt", a.version
      from allocation a
      left join person n on n.province_id = a.province_id and n.id = a.created_by
     where ${where}`;
}

/** Those in force, the whole before its parts. */
export async function listAllocations({ db, provinceId }: Scope, targetId: string): Promise<AllocationRow[]> {
  const { rows } = await sql<AllocationRow>`${select(
    sql`a.province_id = ${provinceId} and a.target_id = ${targetId} and a.ended_at is null`,
  )} order by a.parent_part_id nulls first, a.dimension, a.id`.execute(db);
  return rows;
}

/** The last ones that have ended, the newest end first. */
export async function listEnded({ db, provinceId }: Scope, targetId: string, limit: number): Promise<AllocationRow[]> {
  const { rows } = await sql<AllocationRow>`${select(
    sql`a.province_id = ${provinceId} and a.target_id = ${targetId} and a.ended_at is not null`,
  )} order by a.ended_at desc, a.id desc limit ${limit}`.execute(db);
  return rows;
}

export async function findAllocation(
  { db, provinceId }: Scope,
  targetId: string,
  id: string,
): Promise<AllocationRow | null> {
  const { rows } = await sql<AllocationRow>`${select(
    sql`a.province_id = ${provinceId} and a.target_id = ${targetId} and a.id = ${id}`,
  )}`.execute(db);
  return rows[0] ?? null;
}

/** Those in force of the targets of a plan that divide the targets themselves, and how many divide parts further. */
export async function listOfPlan({ db, provinceId }: Scope, planId: string): Promise<AllocationRow[]> {
  const { rows } = await sql<AllocationRow>`${select(
    sql`a.province_id = ${provinceId} and a.ended_at is null and a.target_id in
        (select t.id from target t where t.province_id = ${provinceId} and t.plan_id = ${planId})`,
  )} order by a.id`.execute(db);
  return rows;
}

/** True while an allocation of the target is in force. */
export async function isDivided({ db, provinceId }: Scope, targetId: string): Promise<boolean> {
  const { rows } = await sql`select from allocation
     where province_id = ${provinceId} and target_id = ${targetId} and ended_at is null limit 1`.execute(db);
  return rows.length > 0;
}

export interface OwnPart {
  readonly targetId: string;
  readonly value: string | null;
  /** Organisations and periods from the target down to it, `<id>.2021-Q1`. */
  readonly path: string;
}

/** What fell to an organisation of the targets of a plan, at any level. */
export async function partsOfOrganisation(
  { db, provinceId }: Scope,
  planId: string,
  organisationId: string,
): Promise<OwnPart[]> {
  const { rows } = await sql<OwnPart>`
    with recursive up(target_id, value, path, above) as (
      select a.target_id, p.value, p.organisation_id::text, a.parent_part_id
        from allocation_part p
        join allocation a on a.province_id = p.province_id and a.id = p.allocation_id and a.ended_at is null
        join target t on t.province_id = a.province_id and t.id = a.target_id and t.plan_id = ${planId}
       where p.province_id = ${provinceId} and p.organisation_id = ${organisationId}
      union all
      select u.target_id, u.value, coalesce(p.organisation_id::text, p.period) || '.' || u.path, a.parent_part_id
        from up u
        join allocation_part p on p.province_id = ${provinceId} and p.id = u.above
        join allocation a on a.province_id = p.province_id and a.id = p.allocation_id
    ) select target_id as "targetId", value, path from up where above is null order by path`.execute(db);
  return rows;
}

export async function listParts({ db, provinceId }: Scope, allocationIds: readonly string[]): Promise<PartRow[]> {
  if (allocationIds.length === 0) return [];
  const { rows } = await sql<PartRow>`
    select p.id, p.allocation_id as "allocationId", p.ordinal, p.organisation_id as "organisationId", p.period, p.value,
           p.weight
      from allocation_part p where p.province_id = ${provinceId} and p.allocation_id = any(${allocationIds})
     order by p.allocation_id, p.ordinal`.execute(db);
  return rows;
}

/** Nobody else divides the target until the transaction ends. */
export async function lockTarget({ db, provinceId }: Scope, id: string): Promise<void> {
  await sql`select from target where province_id = ${provinceId} and id = ${id} for update`.execute(db);
}

/** Kind and direction of the indicators of targets. */
export async function indicatorsOfTargets(
  { db, provinceId }: Scope,
  where: { readonly targetId: string } | { readonly planId: string },
): Promise<Map<string, { readonly kind: string | null; readonly direction: string | null }>> {
  const { rows } = await sql<{ id: string; kind: string | null; direction: string | null }>`
    select t.id, i.kind, i.direction from target t
      join indicator i on i.province_id = t.province_id and i.id = t.indicator_id
     where t.province_id = ${provinceId}
       and ${'targetId' in where ? sql`t.id = ${where.targetId}` : sql`t.plan_id = ${where.planId}`}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface NewAllocation extends Omit<AllocationRow, 'id' | 'createdAt' | 'by' | 'endedAt' | 'version'> {
  readonly createdBy: string | null;
  readonly now: Date;
  readonly parts: readonly Omit<PartRow, 'id' | 'allocationId' | 'ordinal'>[];
}

export async function insertAllocation({ db, provinceId }: Scope, one: NewAllocation): Promise<string> {
  const id = newId(one.now);
  await db
    .insertInto('allocation')
    .values({
      province_id: provinceId,
      id,
      target_id: one.targetId,
      target_ordinal: one.targetOrdinal,
      parent_part_id: one.parentPartId,
      dimension: one.dimension,
      rule: one.rule,
      course: one.course,
      places: one.places,
      whole: one.whole,
      note: one.note,
      created_by: one.createdBy,
      created_at: one.now,
    })
    .execute();
  if (one.parts.length > 0) {
    await db
      .insertInto('allocation_part')
      .values(
        one.parts.map((part, i) => ({
          province_id: provinceId,
          id: newId(one.now),
          allocation_id: id,
          ordinal: i + 1,
          organisation_id: part.organisationId,
          period: part.period,
          value: part.value,
          weight: part.weight,
        })),
      )
      .execute();
  }
  return id;
}

export async function endAllocation({ db, provinceId }: Scope, id: string, now: Date): Promise<void> {
  await sql`update allocation set ended_at = ${now}, version = version + 1
     where province_id = ${provinceId} and id = ${id} and ended_at is null`.execute(db);
}

export async function reopenAllocation({ db, provinceId }: Scope, id: string): Promise<void> {
  await sql`update allocation set ended_at = null, version = version + 1
     where province_id = ${provinceId} and id = ${id}`.execute(db);
}

/** What divides parts of one allocation now divides those of the same organisation or period of another, also the ended. */
export async function movePartsBelow({ db, provinceId }: Scope, fromId: string, toId: string): Promise<void> {
  await sql`
    update allocation a set parent_part_id = q.id
      from allocation_part p
      join allocation_part q on q.province_id = p.province_id and q.allocation_id = ${toId}
       and q.organisation_id is not distinct from p.organisation_id and q.period is not distinct from p.period
     where p.province_id = ${provinceId} and p.allocation_id = ${fromId}
       and a.province_id = p.province_id and a.parent_part_id = p.id`.execute(db);
}

/** All below the parts of an allocation, however deep. */
const below = (provinceId: number, id: string) => sql`
  with recursive under(id) as (
    select c.id from allocation c join allocation_part p on p.province_id = c.province_id and p.id = c.parent_part_id
     where c.province_id = ${provinceId} and p.allocation_id = ${id}
    union
    select c.id from allocation c join allocation_part p on p.province_id = c.province_id and p.id = c.parent_part_id
      join under u on u.id = p.allocation_id
     where c.province_id = ${provinceId}
  )`;

/** Ends what hangs on the parts of an allocation that is no longer in force. */
export async function endBelow({ db, provinceId }: Scope, id: string, now: Date): Promise<void> {
  await sql`${below(provinceId, id)}
    update allocation a set ended_at = ${now}, version = version + 1 from under u
     where a.province_id = ${provinceId} and a.id = u.id and a.ended_at is null`.execute(db);
}

/** Brings back what ended together with an allocation below its parts, where nothing else has come. */
export async function reopenBelow({ db, provinceId }: Scope, id: string, endedAt: string): Promise<void> {
  await sql`${below(provinceId, id)}
    update allocation a set ended_at = null, version = version + 1 from under u
     where a.province_id = ${provinceId} and a.id = u.id and a.ended_at = ${endedAt}::timestamptz
       and not exists (select from allocation o where o.province_id = a.province_id and o.target_id = a.target_id
                          and o.parent_part_id = a.parent_part_id and o.dimension = a.dimension and o.ended_at is null)`.execute(
    db,
  );
}

/** Of these, those that exist on the day. */
export async function activeOrganisations(
  { db, provinceId }: Scope,
  ids: readonly string[],
  today: string,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`select o.id from organisation o
     where o.province_id = ${provinceId} and o.id = any(${ids})
       and coalesce(o.valid_from, '-infinity') <= ${today}::date and (o.valid_to is null or o.valid_to > ${today}::date)`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Organisations below another on the day, however deep. */
export async function organisationsBelow({ db, provinceId }: Scope, id: string, today: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    with recursive under(id) as (
      select ${id}::uuid
      union
      select p.organisation_id from organisation_parent p join under u on u.id = p.parent_id
       where p.province_id = ${provinceId} and coalesce(p.valid_from, '-infinity') <= ${today}::date
         and (p.valid_to is null or p.valid_to > ${today}::date)
    ) select id from under where id <> ${id}::uuid`.execute(db);
  return new Set(rows.map((row) => row.id));
}

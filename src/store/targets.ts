/** Targets (chỉ tiêu) and their versions. Values are exact decimals; the column keeps the printed precision. */
import { type RawBuilder, sql } from 'kysely';
import type { PlanTarget } from '#plan/content.ts';
import type { Scope } from './database.ts';

export interface TargetRow {
  readonly id: string;
  readonly planId: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly ordinal: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly name: string;
  readonly section: string;
  readonly groupTitle: string | null;
  readonly year: number | null;
  readonly measure: PlanTarget['measure'];
  readonly comparator: PlanTarget['comparator'];
  readonly value: string;
  readonly valueMax: string | null;
  readonly unit: string | null;
  readonly cumulative: boolean;
  readonly documentId: string;
  readonly documentTitle: string | null;
  readonly documentSymbol: string | null;
  readonly itemId: string;
  readonly spanStart: number;
  readonly spanEnd: number;
  readonly quote: string;
  readonly indicator: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly state: string;
  } | null;
  readonly leads: readonly { readonly organisationId: string | null; readonly name: string }[];
}

function selectTargets(where: RawBuilder<unknown>): RawBuilder<TargetRow> {
  return sql<TargetRow>`
    select t.id, t.plan_id as "planId", t.parent_id as "parentId", t.position, v.ordinal,
           v.valid_from as "validFrom", v.valid_to as "validTo", v.name, v.section, v.group_title as "groupTitle", v.year,
           v.measure, v.comparator, v.value, v.value_max as "valueMax", v.unit, v.cumulative, v.document_id as "documentId",
           coalesce(d.title, d.file_name) as "documentTitle", d.symbol as "documentSymbol", v.item_id as "itemId", v.span_start as "spanStart",
           v.span_end as "spanEnd", v.quote,
           case when i.id is null then null
                else json_build_object('id', i.id, 'code', i.code, 'name', i.name, 'state', i.state) end as indicator,
           coalesce((select json_agg(json_build_object('organisationId', l.organisation_id, 'name', l.name) order by l.ordinal)
                       from target_lead l where l.province_id = t.province_id and l.target_id = t.id), '[]'::json) as leads
      from target t
      join target_version v on v.province_id = t.province_id and v.target_id = t.id
      join document d on d.province_id = v.province_id and d.id = v.document_id
      left join indicator i on i.province_id = t.province_id and i.id = t.indicator_id
     where ${where}`;
}

/** Targets of a plan as they were in force on a day, in the order of the resolution. */
export async function listTargets({ db, provinceId }: Scope, planId: string, asOf: string): Promise<TargetRow[]> {
  const { rows } = await sql<TargetRow>`${selectTargets(sql`t.province_id = ${provinceId} and t.plan_id = ${planId}
    and v.valid_from <= ${asOf} and (v.valid_to is null or v.valid_to > ${asOf})`)} order by t.position, t.id`.execute(
    db,
  );
  return rows;
}

/** Targets that have no end yet, whatever their first day: what a diff compares with. */
export async function listLastTargets({ db, provinceId }: Scope, planId: string): Promise<TargetRow[]> {
  const { rows } = await sql<TargetRow>`${selectTargets(sql`t.province_id = ${provinceId} and t.plan_id = ${planId}
    and v.valid_to is null`)} order by t.position, t.id`.execute(db);
  return rows;
}

/** All versions of one target, the newest first. */
export async function targetVersions({ db, provinceId }: Scope, id: string): Promise<TargetRow[]> {
  const { rows } =
    await sql<TargetRow>`${selectTargets(sql`t.province_id = ${provinceId} and t.id = ${id}`)} order by v.ordinal desc`.execute(
      db,
    );
  return rows;
}

/** Targets of published plans with an indicator, in force on a day: for other years and other provinces. */
export async function targetsOfIndicator({ db, provinceId }: Scope, code: string, asOf: string): Promise<TargetRow[]> {
  const { rows } = await sql<TargetRow>`${selectTargets(sql`t.province_id = ${provinceId} and i.code = ${code}
    and v.valid_from <= ${asOf} and (v.valid_to is null or v.valid_to > ${asOf})
    and exists (select from plan p where p.province_id = t.province_id and p.id = t.plan_id and p.state <> 'withdrawn')`)}
    order by v.year nulls last, t.position`.execute(db);
  return rows;
}

export async function partsOf({ db, provinceId }: Scope, targetId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select t.id, v.name from target t join target_version v on v.province_id = t.province_id and v.target_id = t.id
     where t.province_id = ${provinceId} and t.parent_id = ${targetId} and v.valid_to is null order by t.position`.execute(
    db,
  );
  return rows;
}

export interface NewTarget {
  readonly id: string;
  readonly planId: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly indicatorId: string | null;
  readonly now: Date;
}

export interface NewTargetVersion {
  readonly targetId: string;
  readonly ordinal: number;
  readonly validFrom: string;
  readonly documentId: string;
  readonly content: PlanTarget;
  readonly now: Date;
}

const BATCH = 300;

export async function insertTargets({ db, provinceId }: Scope, targets: readonly NewTarget[]): Promise<void> {
  for (let from = 0; from < targets.length; from += BATCH) {
    await db
      .insertInto('target')
      .values(
        targets.slice(from, from + BATCH).map((one) => ({
          province_id: provinceId,
          id: one.id,
          plan_id: one.planId,
          parent_id: one.parentId,
          position: one.position,
          indicator_id: one.indicatorId,
          created_at: one.now,
        })),
      )
      .execute();
  }
}

export async function insertTargetVersions(
  { db, provinceId }: Scope,
  versions: readonly NewTargetVersion[],
): Promise<void> {
  for (let from = 0; from < versions.length; from += BATCH) {
    await db
      .insertInto('target_version')
      .values(
        versions.slice(from, from + BATCH).map(({ targetId, ordinal, validFrom, documentId, content, now }) => ({
          province_id: provinceId,
          target_id: targetId,
          ordinal,
          valid_from: validFrom,
          name: content.name,
          section: content.section,
          group_title: content.groupTitle,
          year: content.year,
          measure: content.measure,
          comparator: content.comparator,
          value: content.value,
          value_max: content.valueMax,
          unit: content.unit,
          cumulative: content.cumulative,
          document_id: documentId,
          item_id: content.source.itemId,
          span_start: content.source.span.start,
          span_end: content.source.span.end,
          quote: content.source.quote,
          recorded_at: now,
        })),
      )
      .execute();
  }
}

/** Closes the version in force; `on` is the first day on which it no longer is. */
export async function endTargetVersion(
  { db, provinceId }: Scope,
  targetId: string,
  on: string,
): Promise<number | null> {
  const row = await db
    .updateTable('target_version')
    .set({ valid_to: on })
    .where('province_id', '=', provinceId)
    .where('target_id', '=', targetId)
    .where('valid_to', 'is', null)
    .returning('ordinal')
    .executeTakeFirst();
  return row?.ordinal ?? null;
}

/** Takes back a closing. */
export async function reopenTargetVersion({ db, provinceId }: Scope, targetId: string, ordinal: number): Promise<void> {
  await db
    .updateTable('target_version')
    .set({ valid_to: null })
    .where('province_id', '=', provinceId)
    .where('target_id', '=', targetId)
    .where('ordinal', '=', ordinal)
    .execute();
}

/** Takes back a version that applying a diff made; with its first one the target itself goes. */
export async function removeTargetVersion({ db, provinceId }: Scope, targetId: string, ordinal: number): Promise<void> {
  await db
    .deleteFrom('target_version')
    .where('province_id', '=', provinceId)
    .where('target_id', '=', targetId)
    .where('ordinal', '=', ordinal)
    .execute();
  if (ordinal > 1) return;
  // Only allocations that have ended can be left here.
  await db.deleteFrom('allocation').where('province_id', '=', provinceId).where('target_id', '=', targetId).execute();
  await db.deleteFrom('target_lead').where('province_id', '=', provinceId).where('target_id', '=', targetId).execute();
  await db.deleteFrom('target').where('province_id', '=', provinceId).where('id', '=', targetId).execute();
}

export async function setTargetLeads(
  { db, provinceId }: Scope,
  targetId: string,
  leads: readonly { readonly organisationId: string | null; readonly name: string }[],
): Promise<void> {
  await db.deleteFrom('target_lead').where('province_id', '=', provinceId).where('target_id', '=', targetId).execute();
  if (leads.length === 0) return;
  await db
    .insertInto('target_lead')
    .values(
      leads.map((lead, i) => ({
        province_id: provinceId,
        target_id: targetId,
        ordinal: i + 1,
        organisation_id: lead.organisationId,
        name: lead.name,
      })),
    )
    .execute();
}

export async function setTargetIndicator(
  { db, provinceId }: Scope,
  targetId: string,
  indicatorId: string | null,
): Promise<void> {
  await db
    .updateTable('target')
    .set({ indicator_id: indicatorId })
    .where('province_id', '=', provinceId)
    .where('id', '=', targetId)
    .execute();
}

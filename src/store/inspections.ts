/** Inspection plans (kế hoạch thanh tra, kiểm tra), and the clashes that somebody accepted. */
import { sql } from 'kysely';
import type { Scope } from './database.ts';

/** What is written of an inspection; the names are those of the log. */
export interface InspectionFields {
  readonly year: number;
  readonly kind: string;
  readonly organisationId: string;
  readonly subjectId: string | null;
  readonly subjectName: string;
  readonly subjectKey: string;
  readonly content: string;
  readonly fromMonth: string;
  readonly toMonth: string;
  readonly state: string;
  readonly decision: string | null;
  readonly note: string | null;
}

export interface InspectionRow extends InspectionFields {
  readonly id: string;
  readonly version: number;
}

const COLUMNS: Readonly<Record<keyof InspectionFields, string>> = {
  year: 'year',
  kind: 'kind',
  organisationId: 'organisation_id',
  subjectId: 'subject_id',
  subjectName: 'subject_name',
  subjectKey: 'subject_key',
  content: 'content',
  fromMonth: 'from_month',
  toMonth: 'to_month',
  state: 'state',
  decision: 'decision',
  note: 'note',
};
export const INSPECTION_FIELDS = Object.keys(COLUMNS) as readonly (keyof InspectionFields)[];

const columns = sql`i.id, i.year, i.kind, i.organisation_id as "organisationId", i.subject_id as "subjectId",
  i.subject_name as "subjectName", i.subject_key as "subjectKey", i.content, i.from_month as "fromMonth",
  i.to_month as "toMonth", i.state, i.decision, i.note, i.version`;

/** No province plans so many. */
const MOST = 20_000;

/** Of some years, by month. */
export async function listInspections({ db, provinceId }: Scope, years: readonly number[]): Promise<InspectionRow[]> {
  const { rows } = await sql<InspectionRow>`select ${columns} from inspection i
     where i.province_id = ${provinceId} and i.year = any(${years}) order by i.from_month, i.to_month, i.id limit ${MOST}`.execute(
    db,
  );
  return rows;
}

export async function findInspection(
  { db, provinceId }: Scope,
  id: string,
  lock = false,
): Promise<InspectionRow | null> {
  const { rows } = await sql<InspectionRow>`select ${columns} from inspection i
     where i.province_id = ${provinceId} and i.id = ${id} ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export async function inspectionYears({ db, provinceId }: Scope): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`select distinct year from inspection where province_id = ${provinceId}
     order by year desc`.execute(db);
  return rows.map(({ year }) => year);
}

export async function insertInspection(
  { db, provinceId }: Scope,
  id: string,
  fields: InspectionFields,
  now: Date,
): Promise<void> {
  const values = Object.fromEntries(INSPECTION_FIELDS.map((name) => [COLUMNS[name], fields[name]]));
  await db
    .insertInto('inspection')
    .values({ province_id: provinceId, id, created_at: now, ...values } as never)
    .execute();
}

/** False when somebody else changed it first. */
export async function updateInspection(
  { db, provinceId }: Scope,
  id: string,
  version: number,
  fields: Partial<InspectionFields>,
): Promise<boolean> {
  const values = Object.fromEntries(
    INSPECTION_FIELDS.filter((name) => fields[name] !== undefined).map((name) => [COLUMNS[name], fields[name]]),
  );
  const row = await db
    .updateTable('inspection')
    .set({ ...values, version: version + 1 } as never)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteInspection({ db, provinceId }: Scope, id: string): Promise<void> {
  await db.deleteFrom('inspection').where('province_id', '=', provinceId).where('id', '=', id).execute();
}

export interface AcceptedClash {
  readonly firstId: string;
  readonly secondId: string;
  readonly facts: string;
  readonly reason: string;
  readonly person: string | null;
  readonly at: string;
}

/** Of some inspections. */
export async function listAccepted({ db, provinceId }: Scope, ids: readonly string[]): Promise<AcceptedClash[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<AcceptedClash>`
    select c.first_id as "firstId", c.second_id as "secondId", c.facts, c.reason, p.full_name as person, c.at
      from inspection_clash c left join person p on p.province_id = c.province_id and p.id = c.person_id
     where c.province_id = ${provinceId} and (c.first_id = any(${ids}) or c.second_id = any(${ids}))`.execute(db);
  return rows;
}

export interface NewAccepted {
  readonly ids: readonly [string, string];
  readonly facts: string;
  readonly reason: string;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly at: Date;
}

/** The ids are kept in their order, whichever begins first. */
export async function acceptClash({ db, provinceId }: Scope, clash: NewAccepted): Promise<void> {
  const [first, second] = clash.ids.toSorted() as [string, string];
  await sql`
    insert into inspection_clash (province_id, first_id, second_id, facts, reason, person_id, post_id, at)
    values (${provinceId}, ${first}, ${second}, ${clash.facts}, ${clash.reason}, ${clash.personId}, ${clash.postId}, ${clash.at})
    on conflict (province_id, first_id, second_id) do update set facts = excluded.facts, reason = excluded.reason,
      person_id = excluded.person_id, post_id = excluded.post_id, at = excluded.at`.execute(db);
}

/** The reason that was given; null when it was not accepted. */
export async function reopenClash(
  { db, provinceId }: Scope,
  ids: readonly [string, string],
): Promise<{ reason: string; facts: string } | null> {
  const [first, second] = ids.toSorted() as [string, string];
  const row = await db
    .deleteFrom('inspection_clash')
    .where('province_id', '=', provinceId)
    .where('first_id', '=', first)
    .where('second_id', '=', second)
    .returning(['reason', 'facts'])
    .executeTakeFirst();
  return row ?? null;
}

/** Who stands above whom on a day. */
export async function parentsOn({ db, provinceId }: Scope, on: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; parentId: string }>`
    select organisation_id as id, parent_id as "parentId" from organisation_parent
     where province_id = ${provinceId} and parent_id is not null
       and coalesce(valid_from, '-infinity') <= ${on}::date and (valid_to is null or valid_to > ${on}::date)`.execute(
    db,
  );
  return new Map(rows.map(({ id, parentId }) => [id, parentId]));
}

/** Plans (kế hoạch): what was published, version by version. Past states stay. */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from './database.ts';

export interface NewPlan {
  readonly id: string;
  readonly title: string;
  readonly yearFrom: number;
  readonly yearTo: number;
  readonly now: Date;
}

export async function insertPlan({ db, provinceId }: Scope, plan: NewPlan): Promise<void> {
  await db
    .insertInto('plan')
    .values({
      province_id: provinceId,
      id: plan.id,
      title: plan.title,
      year_from: plan.yearFrom,
      year_to: plan.yearTo,
      state: 'published',
      created_at: plan.now,
    })
    .execute();
}

export interface NewPlanSource {
  readonly planId: string;
  readonly documentId: string;
  readonly readingId: string;
  readonly reader: string;
  readonly role: 'base' | 'further' | 'amendment' | 'replacement';
  readonly effectiveOn: string;
  readonly publishedBy: string | null;
  readonly now: Date;
}

/** The next source of a plan. */
export async function addPlanSource({ db, provinceId }: Scope, source: NewPlanSource): Promise<void> {
  const last = await db
    .selectFrom('plan_source')
    .select((e) => e.fn.max('ordinal').as('ordinal'))
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', source.planId)
    .executeTakeFirst();
  await db
    .insertInto('plan_source')
    .values({
      province_id: provinceId,
      plan_id: source.planId,
      ordinal: (last?.ordinal ?? 0) + 1,
      document_id: source.documentId,
      reading_id: source.readingId,
      reader: source.reader,
      role: source.role,
      effective_on: source.effectiveOn,
      published_at: source.now,
      published_by: source.publishedBy,
    })
    .execute();
}

export interface PlanRow {
  readonly id: string;
  readonly title: string;
  readonly year_from: number;
  readonly year_to: number;
  readonly state: 'published' | 'closed' | 'withdrawn';
  readonly version: number;
  readonly counts: {
    readonly targets: number;
    readonly tasks: number;
    readonly deliverables: number;
    readonly regimes: number;
    readonly openDiffs: number;
  };
  readonly sources: readonly {
    readonly documentId: string;
    readonly title: string | null;
    readonly symbol: string | null;
    readonly issuer: string | null;
    readonly issuedOn: string | null;
    readonly role: 'base' | 'further' | 'amendment' | 'replacement';
    readonly reader: string;
    readonly effectiveOn: string;
    readonly publishedAt: string;
  }[];
}

/** Plans that were not withdrawn, the newest years first; with counts as of a day. */
export async function listPlans({ db, provinceId }: Scope, asOf: string, id: string | null = null): Promise<PlanRow[]> {
  const one: RawBuilder<unknown> = id === null ? sql`true` : sql`p.id = ${id}`;
  const { rows } = await sql<PlanRow>`
    select p.id, p.title, p.year_from, p.year_to, p.state, p.version,
      json_build_object(
        'targets', (select count(*) from target t join target_version v on v.province_id = t.province_id and v.target_id = t.id
           where t.province_id = p.province_id and t.plan_id = p.id and v.valid_from <= ${asOf} and (v.valid_to is null or v.valid_to > ${asOf})),
        'tasks', (select count(*) from task t join task_version v on v.province_id = t.province_id and v.task_id = t.id
           where t.province_id = p.province_id and t.plan_id = p.id and v.valid_from <= ${asOf} and (v.valid_to is null or v.valid_to > ${asOf})),
        'deliverables', (select count(*) from deliverable d where d.province_id = p.province_id and d.plan_id = p.id and (d.ended_on is null or d.ended_on > ${asOf})),
        'regimes', (select count(*) from reporting_regime r where r.province_id = p.province_id and r.plan_id = p.id),
        'openDiffs', (select count(*) from plan_diff d where d.province_id = p.province_id and d.plan_id = p.id and d.state = 'open')
      ) as counts,
      coalesce((select json_agg(json_build_object('documentId', s.document_id, 'title', coalesce(d.title, d.file_name), 'symbol', d.symbol, 'issuer', d.issuer,
            'issuedOn', d.issued_on, 'role', s.role, 'reader', s.reader, 'effectiveOn', s.effective_on,
            'publishedAt', to_char(s.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.ordinal)
          from plan_source s join document d on d.province_id = s.province_id and d.id = s.document_id
         where s.province_id = p.province_id and s.plan_id = p.id), '[]'::json) as sources
      from plan p
     where p.province_id = ${provinceId} and p.state <> 'withdrawn' and ${one}
     order by p.year_to desc, p.year_from, p.created_at desc`.execute(db);
  return rows;
}

export async function findPlan(scope: Scope, id: string, asOf: string): Promise<PlanRow | null> {
  return (await listPlans(scope, asOf, id))[0] ?? null;
}

/** Plan that a document is a source of, when it is one. */
export async function planOfDocument({ db, provinceId }: Scope, documentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('plan_source as s')
    .innerJoin('plan as p', (join) => join.onRef('p.province_id', '=', 's.province_id').onRef('p.id', '=', 's.plan_id'))
    .select('s.plan_id')
    .where('s.province_id', '=', provinceId)
    .where('s.document_id', '=', documentId)
    .where('p.state', '!=', 'withdrawn')
    .executeTakeFirst();
  return row?.plan_id ?? null;
}

/** False when somebody changed the plan since. */
export async function setPlanState(
  { db, provinceId }: Scope,
  id: string,
  version: number,
  state: PlanRow['state'],
): Promise<boolean> {
  const done = await db
    .updateTable('plan')
    .set({ state, version: version + 1 })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return Number(done.numUpdatedRows) === 1;
}

export interface NewRegime {
  readonly id: string;
  readonly planId: string;
  readonly cadence: string;
  readonly due: string | null;
  readonly reporter: string | null;
  readonly recipient: string | null;
  readonly documentId: string;
  readonly spanStart: number;
  readonly spanEnd: number;
  readonly quote: string;
}

export async function insertRegimes({ db, provinceId }: Scope, regimes: readonly NewRegime[]): Promise<void> {
  if (regimes.length === 0) return;
  await db
    .insertInto('reporting_regime')
    .values(
      regimes.map((one) => ({
        province_id: provinceId,
        id: one.id,
        plan_id: one.planId,
        cadence: one.cadence,
        due: one.due,
        reporter: one.reporter,
        recipient: one.recipient,
        document_id: one.documentId,
        span_start: one.spanStart,
        span_end: one.spanEnd,
        quote: one.quote,
      })),
    )
    .execute();
}

export async function listRegimes({ db, provinceId }: Scope, planId: string) {
  return db
    .selectFrom('reporting_regime as r')
    .innerJoin('document as d', (join) =>
      join.onRef('d.province_id', '=', 'r.province_id').onRef('d.id', '=', 'r.document_id'),
    )
    .select([
      'r.id',
      'r.cadence',
      'r.due',
      'r.reporter',
      'r.recipient',
      'r.state',
      'r.document_id',
      'r.span_start',
      'r.span_end',
      'r.quote',
      'd.title',
      'd.symbol',
    ])
    .where('r.province_id', '=', provinceId)
    .where('r.plan_id', '=', planId)
    .orderBy('r.span_start')
    .execute();
}

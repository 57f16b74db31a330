/** Diffs of plans (so sánh kế hoạch): what a later document would change, and what a person decided of each. */
import { type RawBuilder, sql } from 'kysely';
import type { PlanTarget, PlanTask } from '#plan/content.ts';
import type { Scope } from './database.ts';

export interface DiffRow {
  readonly id: string;
  readonly planId: string;
  readonly planTitle: string;
  readonly documentId: string;
  readonly documentTitle: string | null;
  readonly documentSymbol: string | null;
  readonly readingId: string;
  readonly reader: string;
  readonly role: 'further' | 'amendment' | 'replacement';
  readonly state: 'open' | 'applied' | 'discarded';
  readonly effectiveOn: string;
  readonly unchanged: number;
  readonly createdAt: string;
  readonly version: number;
  readonly counts: { readonly open: number; readonly applied: number; readonly refused: number };
}

export interface DiffItemRow {
  readonly id: string;
  readonly position: number;
  readonly subject: 'target' | 'task';
  readonly change: 'new' | 'changed' | 'gone';
  readonly subjectId: string | null;
  readonly itemId: string | null;
  /** With `documentId` of the sentence that stands in the plan. */
  readonly before: ((PlanTarget | PlanTask) & { readonly documentId: string; readonly ordinal: number }) | null;
  readonly after: PlanTarget | PlanTask | null;
  readonly fields: readonly string[];
  readonly decision: 'open' | 'applied' | 'refused';
  readonly madeId: string | null;
  readonly madeOrdinal: number | null;
  readonly version: number;
}

export async function insertDiff(
  { db, provinceId }: Scope,
  diff: {
    readonly id: string;
    readonly planId: string;
    readonly documentId: string;
    readonly readingId: string;
    readonly role: DiffRow['role'];
    readonly effectiveOn: string;
    readonly unchanged: number;
    readonly createdBy: string | null;
    readonly now: Date;
  },
  items: readonly Pick<
    DiffItemRow,
    'id' | 'position' | 'subject' | 'change' | 'subjectId' | 'itemId' | 'before' | 'after' | 'fields'
  >[],
): Promise<void> {
  await db
    .insertInto('plan_diff')
    .values({
      province_id: provinceId,
      id: diff.id,
      plan_id: diff.planId,
      document_id: diff.documentId,
      reading_id: diff.readingId,
      role: diff.role,
      effective_on: diff.effectiveOn,
      unchanged: diff.unchanged,
      created_by: diff.createdBy,
      created_at: diff.now,
    })
    .execute();
  for (let from = 0; from < items.length; from += 300) {
    await db
      .insertInto('plan_diff_item')
      .values(
        items.slice(from, from + 300).map((item) => ({
          province_id: provinceId,
          diff_id: diff.id,
          id: item.id,
          position: item.position,
          subject: item.subject,
          change: item.change,
          subject_id: item.subjectId,
          item_id: item.itemId,
          before: item.before === null ? null : JSON.stringify(item.before),
          after: item.after === null ? null : JSON.stringify(item.after),
          fields: [...item.fields],
        })),
      )
      .execute();
  }
}

export async function listDiffs(
  { db, provinceId }: Scope,
  where: {
    readonly planId?: string | undefined;
    readonly state?: string | undefined;
    readonly id?: string;
    readonly documentId?: string;
  },
): Promise<DiffRow[]> {
  const conditions: RawBuilder<unknown>[] = [sql`f.province_id = ${provinceId}`];
  if (where.planId !== undefined) conditions.push(sql`f.plan_id = ${where.planId}`);
  if (where.state !== undefined) conditions.push(sql`f.state = ${where.state}`);
  if (where.id !== undefined) conditions.push(sql`f.id = ${where.id}`);
  if (where.documentId !== undefined) conditions.push(sql`f.document_id = ${where.documentId}`);
  const { rows } = await sql<DiffRow>`
    select f.id, f.plan_id as "planId", p.title as "planTitle", f.document_id as "documentId", coalesce(d.title, d.file_name) as "documentTitle",
           d.symbol as "documentSymbol", f.reading_id as "readingId", r.reader, f.role, f.state, f.effective_on as "effectiveOn",
           f.unchanged, f.created_at as "createdAt", f.version,
           (select json_build_object('open', count(*) filter (where i.decision = 'open'),
                     'applied', count(*) filter (where i.decision = 'applied'), 'refused', count(*) filter (where i.decision = 'refused'))
              from plan_diff_item i where i.province_id = f.province_id and i.diff_id = f.id) as counts
      from plan_diff f
      join plan p on p.province_id = f.province_id and p.id = f.plan_id
      join document d on d.province_id = f.province_id and d.id = f.document_id
      join reading r on r.province_id = f.province_id and r.id = f.reading_id
     where ${sql.join(conditions, sql` and `)}
     order by f.created_at desc`.execute(db);
  return rows;
}

const COLUMNS = [
  'id',
  'position',
  'subject',
  'change',
  'subject_id as subjectId',
  'item_id as itemId',
  'before',
  'after',
  'fields',
  'decision',
  'made_id as madeId',
  'made_ordinal as madeOrdinal',
  'version',
] as const;

export async function listDiffItems({ db, provinceId }: Scope, diffId: string): Promise<DiffItemRow[]> {
  const rows = await db
    .selectFrom('plan_diff_item')
    .select(COLUMNS)
    .where('province_id', '=', provinceId)
    .where('diff_id', '=', diffId)
    .orderBy('position')
    .execute();
  return rows as unknown as DiffItemRow[];
}

/** Locks the diff and all its items, so that nothing of it changes meanwhile. */
export async function lockDiff({ db, provinceId }: Scope, diffId: string): Promise<void> {
  await db
    .selectFrom('plan_diff')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', '=', diffId)
    .forUpdate()
    .execute();
}

export async function decideDiffItem(
  { db, provinceId }: Scope,
  diffId: string,
  id: string,
  to: {
    readonly decision: DiffItemRow['decision'];
    readonly decidedBy: string | null;
    readonly now: Date;
    readonly madeId: string | null;
    readonly madeOrdinal: number | null;
  },
): Promise<void> {
  await db
    .updateTable('plan_diff_item')
    .set({
      decision: to.decision,
      decided_by: to.decidedBy,
      decided_at: to.now,
      made_id: to.madeId,
      made_ordinal: to.madeOrdinal,
      version: sql`version + 1`,
    })
    .where('province_id', '=', provinceId)
    .where('diff_id', '=', diffId)
    .where('id', '=', id)
    .execute();
}

/** False when somebody changed it since. */
export async function closeDiff(
  { db, provinceId }: Scope,
  id: string,
  version: number,
  state: 'applied' | 'discarded',
  now: Date,
): Promise<boolean> {
  const done = await db
    .updateTable('plan_diff')
    .set({ state, closed_at: now, version: version + 1 })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return Number(done.numUpdatedRows) === 1;
}

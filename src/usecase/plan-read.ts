/** Plans, targets and tasks as they stand on a day, each leading to its sentence. */
import { bare } from '#base/fold.ts';
import { err, ok, type Result } from '#base/result.ts';
import { planRoutes } from '#contract/plan.ts';
import { notFound, type Problem } from '#contract/problem.ts';
import type { Scope } from '#store/database.ts';
import { findPlan, listPlans, listRegimes, type PlanRow } from '#store/plans.ts';
import { listProvinces } from '#store/provinces.ts';
import { listTargets, partsOf, type TargetRow, targetsOfIndicator, targetVersions } from '#store/targets.ts';
import { taskFacets } from '#store/task-facets.ts';
import { listDeliverables, listTasks, type TaskRow } from '#store/tasks.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { behind, type Context } from './usecase.ts';

export const listAllPlans = behind(planRoutes['GET /plans'], 'plan.list', 'read', async (context) =>
  ok({ items: (await listPlans(context, context.today)).map(shapePlan) }),
);

export const readPlan = behind(planRoutes['GET /plans/:id'], 'plan.read', 'read', async (context, { id, asOf }) => {
  const plan = await findPlan(context, id, asOf ?? context.today);
  return plan ? ok(shapePlan(plan)) : err(notFound('kế hoạch', 'plan'));
});

function shapePlan(row: PlanRow) {
  const { year_from, year_to, ...rest } = row;
  return { ...rest, yearFrom: year_from, yearTo: year_to, sources: [...row.sources] };
}

export const listPlanTargets = behind(
  planRoutes['GET /plans/:id/targets'],
  'plan.targets',
  'read',
  async (context, { id, asOf }) => {
    const day = asOf ?? context.today;
    if (!(await planExists(context, id))) return err(notFound('kế hoạch', 'plan'));
    return ok({ items: (await listTargets(context, id, day)).map(shapeTarget), asOf: day });
  },
);

async function planExists({ db, provinceId }: Scope, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('plan')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('state', '!=', 'withdrawn')
    .executeTakeFirst();
  return row !== undefined;
}

export function shapeTarget(row: TargetRow) {
  return {
    id: row.id,
    parentId: row.parentId,
    position: row.position,
    name: row.name,
    section: row.section,
    groupTitle: row.groupTitle,
    year: row.year,
    measure: row.measure,
    comparator: row.comparator,
    value: row.value,
    valueMax: row.valueMax,
    unit: row.unit,
    cumulative: row.cumulative,
    leads: [...row.leads],
    indicator: row.indicator,
    ordinal: row.ordinal,
    validFrom: row.validFrom,
    source: sourceOf(row),
  };
}

export function shapeTask(row: TaskRow) {
  const named = (role: string) =>
    row.agencies.filter((one) => one.role === role).map(({ organisationId, name }) => ({ organisationId, name }));
  return {
    id: row.id,
    position: row.position,
    text: row.text,
    section: row.section,
    label: row.label,
    groupTitle: row.groupTitle,
    dueOn: row.dueOn,
    dueQuote: row.dueQuote,
    leads: named('lead'),
    supports: named('support'),
    products: [...row.products],
    ordinal: row.ordinal,
    validFrom: row.validFrom,
    source: sourceOf(row),
  };
}

function sourceOf(row: TargetRow | TaskRow) {
  return {
    documentId: row.documentId,
    documentTitle: row.documentTitle,
    documentSymbol: row.documentSymbol,
    itemId: row.itemId,
    span: { start: row.spanStart, end: row.spanEnd },
    quote: row.quote,
  };
}

const AROUND = 600;

/** The sentence with what stands around it, cut at whole lines. */
export async function contextOf({ db, provinceId }: Scope, row: TargetRow | TaskRow) {
  const found = await db
    .selectFrom('document_text')
    .select('text')
    .where('province_id', '=', provinceId)
    .where('document_id', '=', row.documentId)
    .executeTakeFirst();
  const text = found?.text ?? '';
  const from = Math.max(0, row.spanStart - AROUND);
  const to = Math.min(text.length, row.spanEnd + AROUND);
  const firstLine = from === 0 ? 0 : text.indexOf('\n', from) + 1;
  const lastLine = to === text.length ? to : text.lastIndexOf('\n', to);
  return {
    before: text.slice(Math.min(firstLine, row.spanStart), row.spanStart),
    quote: text.slice(row.spanStart, row.spanEnd),
    after: text.slice(row.spanEnd, Math.max(row.spanEnd, lastLine)),
  };
}

export const readTarget = behind(planRoutes['GET /targets/:id'], 'plan.target', 'read', async (context, { id }) => {
  const found = await currentTarget(context, id);
  if (!found.ok) return found;
  const { row, versions } = found.value;
  const plan = await findPlan(context, row.planId, context.today);
  if (!plan) return err(notFound('chỉ tiêu', 'target'));
  const [parent] = row.parentId === null ? [] : await targetVersions(context, row.parentId);
  return ok({
    planId: plan.id,
    planTitle: plan.title,
    target: shapeTarget(row),
    parent: parent ? { id: parent.id, name: parent.name } : null,
    parts: await partsOf(context, id),
    versions: versions.map((one) => ({ ...shapeTarget(one), validTo: one.validTo })),
    context: await contextOf(context, row),
    elsewhere: row.indicator === null ? [] : await elsewhere(context, row.indicator.code, id),
  });
});

/** A target in force today, else its last version. */
export async function currentTarget(
  context: Context,
  id: string,
): Promise<Result<{ row: TargetRow; versions: TargetRow[] }, Problem>> {
  const versions = await targetVersions(context, id);
  const row =
    versions.find((one) => one.validFrom <= context.today && (one.validTo === null || one.validTo > context.today)) ??
    versions[0];
  return row ? ok({ row, versions }) : err(notFound('chỉ tiêu', 'target'));
}

/** Published targets of the same indicator: other years here, and what other provinces have published. */
async function elsewhere(context: Context, code: string, self: string) {
  const { database } = context.services;
  const found = [];
  for (const province of await listProvinces(database)) {
    const own = province.provinceId === context.provinceId;
    for (const row of await targetsOfIndicator(database.scope(province.provinceId), code, context.today)) {
      if (row.id === self) continue;
      found.push({
        province: province.name,
        own,
        targetId: own ? row.id : null,
        year: row.year,
        name: row.name,
        comparator: row.comparator,
        measure: row.measure,
        value: row.value,
        valueMax: row.valueMax,
        unit: row.unit,
      });
    }
  }
  return found.sort(
    (a, b) =>
      Number(b.own) - Number(a.own) || (a.year ?? 0) - (b.year ?? 0) || a.province.localeCompare(b.province, 'vi'),
  );
}

export const listPlanTasks = behind(
  planRoutes['GET /plans/:id/tasks'],
  'plan.tasks',
  'read',
  async (context, input) => {
    const { id, cursor, limit, asOf, q, organisation, agency, role, lead, section, due, from, to } = input;
    if (!(await planExists(context, id))) return err(notFound('kế hoạch', 'plan'));
    const at = readCursor(cursor, { position: 'number' });
    if (!at.ok) return at;
    const rows = await listTasks(context, id, {
      asOf: asOf ?? context.today,
      words: bare(q ?? '')
        .split(/\s+/)
        .filter((word) => word !== ''),
      organisationId: organisation ?? null,
      agency: agency ?? null,
      role: role ?? null,
      lead: lead ?? null,
      section: section ?? null,
      due: due ?? null,
      from: from ?? null,
      to: to ?? null,
      after: at.value && { position: at.value.position ?? 0, id: at.value.id },
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return ok({
      items: page.map(shapeTask),
      nextCursor: rows.length > limit && last ? writeCursor({ position: last.position, id: last.id }) : null,
      total: null,
    });
  },
);

export const readPlanFacets = behind(
  planRoutes['GET /plans/:id/facets'],
  'plan.facets',
  'read',
  async (context, { id, asOf }) => {
    if (!(await planExists(context, id))) return err(notFound('kế hoạch', 'plan'));
    return ok(await taskFacets(context, id, asOf ?? context.today));
  },
);

export const listPlanDeliverables = behind(
  planRoutes['GET /plans/:id/deliverables'],
  'plan.deliverables',
  'read',
  async (context, { id }) => {
    if (!(await planExists(context, id))) return err(notFound('kế hoạch', 'plan'));
    return ok({ items: await listDeliverables(context, id) });
  },
);

export const listPlanRegimes = behind(
  planRoutes['GET /plans/:id/regimes'],
  'plan.regimes',
  'read',
  async (context, { id }) => {
    if (!(await planExists(context, id))) return err(notFound('kế hoạch', 'plan'));
    const rows = await listRegimes(context, id);
    return ok({
      items: rows.map((row) => ({
        id: row.id,
        cadence: row.cadence,
        due: row.due,
        reporter: row.reporter,
        recipient: row.recipient,
        state: row.state as 'proposed' | 'accepted' | 'refused',
        source: {
          documentId: row.document_id,
          documentTitle: row.title,
          documentSymbol: row.symbol,
          itemId: row.id,
          span: { start: row.span_start, end: row.span_end },
          quote: row.quote,
        },
      })),
    });
  },
);

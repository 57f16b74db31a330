/** A later document against a plan: making the diff, deciding item by item, closing it. Old versions stay. */
import type { Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { planRoutes } from '#contract/plan.ts';
import { conflict, notFound, type Problem, problem } from '#contract/problem.ts';
import type { PlanTarget, PlanTask } from '#plan/content.ts';
import { type CurrentTarget, type CurrentTask, type DiffItem, diffPlan } from '#plan/diff.ts';
import type { Scope } from '#store/database.ts';
import {
  closeDiff,
  type DiffItemRow,
  type DiffRow,
  decideDiffItem,
  insertDiff,
  listDiffItems,
  listDiffs,
  lockDiff,
} from '#store/diffs.ts';
import { newId } from '#store/ids.ts';
import { addPlanSource, listRegimes } from '#store/plans.ts';
import { listLastTargets, type TargetRow } from '#store/targets.ts';
import { listLastTasks, type TaskRow } from '#store/tasks.ts';
import { applyItem, revertItem } from './plan-apply.ts';
import { agencyFinder, type ReviewedDocument, readReviewed } from './plan-content.ts';
import { setReviewState, writeContent } from './plan-write.ts';
import { behind, type Context } from './usecase.ts';

export type WithVersion<T> = T & { readonly documentId: string; readonly ordinal: number };

/** Makes and keeps the diff; gives its id. Nothing of the plan changes yet. */
export async function makeDiff(
  context: Context,
  planId: string,
  reviewed: ReviewedDocument,
  role: DiffRow['role'],
  effectiveOn: string,
): Promise<string> {
  const targets = (await listLastTargets(context, planId)).map(targetOf);
  const tasks = (await listLastTasks(context, planId)).map(taskOf);
  // A document that takes the place of others: what those said and it doesn't say is gone.
  const sources = new Set([...targets, ...tasks].map((one) => one.documentId));
  const diff = diffPlan({ targets, tasks }, reviewed.content, {
    replaced: role === 'replacement' ? sources : new Set(),
  });
  const id = newId(context.now);
  await insertDiff(
    context,
    {
      id,
      planId,
      documentId: reviewed.document.id,
      readingId: reviewed.reading.id,
      role,
      effectiveOn,
      unchanged: diff.unchanged,
      createdBy: context.actor.personId,
      now: context.now,
    },
    diff.items.map((item, position) => rowOf(item, position, newId(context.now))),
  );
  context.record({
    kind: 'plan.compared',
    subjectType: 'plan',
    subjectId: planId,
    after: {
      diffId: id,
      documentId: reviewed.document.id,
      role,
      effectiveOn,
      items: diff.items.length,
      unchanged: diff.unchanged,
    },
  });
  context.tell('plan', { planId, diffId: id });
  return id;
}

function rowOf(item: DiffItem, position: number, id: string) {
  return {
    id,
    position,
    subject: item.subject,
    change: item.change,
    subjectId: item.before?.id ?? null,
    itemId: item.after?.source.itemId ?? null,
    before: item.before as unknown as DiffItemRow['before'],
    after: item.after,
    fields: item.fields,
  };
}

export function targetOf(row: TargetRow): WithVersion<CurrentTarget> {
  return {
    id: row.id,
    documentId: row.documentId,
    ordinal: row.ordinal,
    source: { itemId: row.itemId, span: { start: row.spanStart, end: row.spanEnd }, quote: row.quote },
    parentItemId: null,
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
    leads: row.leads.map(({ name }) => ({ name, code: null, sureness: 'high' as const })),
    indicator: row.indicator && { code: row.indicator.code, name: row.indicator.name },
  };
}

export function taskOf(row: TaskRow): WithVersion<CurrentTask> {
  const named = (role: string) =>
    row.agencies
      .filter((one) => one.role === role)
      .map(({ name }) => ({ name, code: null, sureness: 'high' as const }));
  return {
    id: row.id,
    documentId: row.documentId,
    ordinal: row.ordinal,
    source: { itemId: row.itemId, span: { start: row.spanStart, end: row.spanEnd }, quote: row.quote },
    text: row.text,
    section: row.section,
    label: row.label,
    groupTitle: row.groupTitle,
    dueOn: row.dueOn,
    dueQuote: row.dueQuote,
    leads: named('lead'),
    supports: named('support'),
    products: row.products.map(({ kind, name }) => ({ kind, name })),
  };
}

export const listPlanDiffs = behind(
  planRoutes['GET /diffs'],
  'plan.list-diffs',
  'read',
  async (context, { planId, state }) => ok({ items: (await listDiffs(context, { planId, state })).map(shapeDiff) }),
);

export const readDiff = behind(planRoutes['GET /diffs/:id'], 'plan.read-diff', 'read', async (context, { id }) =>
  wholeDiff(context, id),
);

const CLOSED = problem(409, 'closed', 'Bản so sánh này đã kết thúc.', 'This diff is closed.');

export const decideDiff = behind(
  planRoutes['POST /diffs/:id/decide'],
  'plan.decide-diff',
  'write',
  async (context, { id, items, decision }) => {
    await lockDiff(context, id);
    const [diff] = await listDiffs(context, { id });
    if (!diff) return err(notFound('bản so sánh', 'diff'));
    if (diff.state !== 'open') return err(CLOSED);
    const rows = await listDiffItems(context, id);
    const byId = new Map(rows.map((row) => [row.id, row]));
    if (items.some((item) => !byId.has(item.id))) return err(notFound('mục này', 'item'));
    const stale = items.filter((item) => byId.get(item.id)?.version !== item.version);
    if (stale.length > 0) {
      const whole = await wholeDiff(context, id);
      return err(
        conflict(
          whole.ok ? { items: whole.value.items.filter((one) => stale.some((item) => item.id === one.id)) } : null,
        ),
      );
    }
    const find = await agencyFinder(context, diff.effectiveOn, context.today);
    const place = {
      planId: diff.planId,
      documentId: diff.documentId,
      effectiveOn: diff.effectiveOn,
      now: context.now,
      find,
    };
    const changes: { id: string; subjectId: string | null; from: string; to: string }[] = [];
    // A part needs its whole: what is new is applied in the order of the document.
    for (const row of items.map((item) => byId.get(item.id) as DiffItemRow).sort((a, b) => a.position - b.position)) {
      if (row.decision === decision) continue;
      if (row.decision === 'applied') {
        const reverted = await revertItem(context, row, place);
        if (!reverted.ok) return reverted;
      }
      let made: { id: string | null; ordinal: number | null } = { id: null, ordinal: null };
      if (decision === 'applied') {
        const applied = await applyItem(context, row, place, id);
        if (!applied.ok) return applied;
        made = applied.value;
      }
      await decideDiffItem(context, id, row.id, {
        decision,
        decidedBy: decision === 'open' ? null : context.actor.personId,
        now: context.now,
        madeId: made.id,
        madeOrdinal: made.ordinal,
      });
      changes.push({ id: row.id, subjectId: made.id ?? row.subjectId, from: row.decision, to: decision });
    }
    if (changes.length > 0) {
      context.record({
        kind: 'plan.diff-decided',
        subjectType: 'plan',
        subjectId: diff.planId,
        title: diff.planTitle,
        before: { diffId: id, decisions: changes.map(({ id, from }) => ({ id, decision: from })) },
        after: {
          diffId: id,
          decisions: changes.map(({ id, subjectId, to }) => ({ id, subjectId, decision: to })),
        } as Json,
      });
      context.tell('plan', { planId: diff.planId, diffId: id });
    }
    return wholeDiff(context, id);
  },
);

const UNDECIDED = problem(
  409,
  'undecided',
  'Còn mục chưa quyết định áp dụng hay không.',
  'Some items are still undecided.',
);

export const closePlanDiff = behind(
  planRoutes['POST /diffs/:id/close'],
  'plan.close-diff',
  'write',
  async (context, { id, version, state }) => {
    await lockDiff(context, id);
    const [diff] = await listDiffs(context, { id });
    if (!diff) return err(notFound('bản so sánh', 'diff'));
    if (diff.state !== 'open') return err(CLOSED);
    if (state === 'applied' && diff.counts.open > 0) return err(UNDECIDED);
    if (state === 'discarded' && diff.counts.applied > 0) {
      return err(
        problem(
          409,
          'in-use',
          'Có mục đã áp dụng; hãy mở lại các mục đó trước.',
          'Some items were applied; reopen them first.',
        ),
      );
    }
    if (!(await closeDiff(context, id, version, state, context.now))) return err(conflict(shapeDiff(diff)));
    if (state === 'applied') await becomeSource(context, diff);
    context.record({
      kind: `plan.diff-${state}`,
      subjectType: 'plan',
      subjectId: diff.planId,
      title: diff.planTitle,
      before: { diffId: id, state: 'open' },
      after: { diffId: id, state },
    });
    context.tell('plan', { planId: diff.planId, diffId: id });
    const [now] = await listDiffs(context, { id });
    return ok(shapeDiff(now as DiffRow));
  },
);

/** The document is a source of the plan from now on; its reporting duties are proposed too. */
async function becomeSource(context: Context, diff: DiffRow): Promise<void> {
  await addPlanSource(context, {
    planId: diff.planId,
    documentId: diff.documentId,
    readingId: diff.readingId,
    reader: diff.reader,
    role: diff.role,
    effectiveOn: diff.effectiveOn,
    publishedBy: context.actor.personId,
    now: context.now,
  });
  const reviewed = await readReviewed(context, diff.documentId);
  if (!reviewed.ok) return;
  const there = new Set(
    (await listRegimes(context, diff.planId)).map((regime) => `${regime.cadence} ${regime.due} ${regime.recipient}`),
  );
  const regimes = reviewed.value.content.regimes.filter(
    (one) => !there.has(`${one.cadence} ${one.due} ${one.recipient}`),
  );
  await writeContent(
    context,
    {
      planId: diff.planId,
      documentId: diff.documentId,
      effectiveOn: diff.effectiveOn,
      now: context.now,
      find: await agencyFinder(context, diff.effectiveOn, context.today),
      position: 0,
    },
    { targets: [], tasks: [], regimes },
  );
  await setReviewState(context, diff.documentId, 'published');
}

function shapeDiff(row: DiffRow) {
  const { readingId: _reading, reader: _reader, ...rest } = row;
  return rest;
}

async function wholeDiff(
  scope: Scope,
  id: string,
): Promise<Result<ReturnType<typeof shapeDiff> & { items: ReturnType<typeof shapeItem>[] }, Problem>> {
  const [diff] = await listDiffs(scope, { id });
  if (!diff) return err(notFound('bản so sánh', 'diff'));
  const rows = await listDiffItems(scope, id);
  const documents = await documentsOf(scope, [
    diff.documentId,
    ...rows.flatMap((row) => (row.before ? [row.before.documentId] : [])),
  ]);
  return ok({ ...shapeDiff(diff), items: rows.map((row) => shapeItem(row, diff.documentId, documents)) });
}

type Documents = ReadonlyMap<string, { readonly title: string | null; readonly symbol: string | null }>;

async function documentsOf({ db, provinceId }: Scope, ids: readonly string[]): Promise<Documents> {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'file_name', 'title', 'symbol'])
    .where('province_id', '=', provinceId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, { title: row.title ?? row.file_name, symbol: row.symbol }]));
}

function shapeItem(row: DiffItemRow, documentId: string, documents: Documents) {
  const side = (content: PlanTarget | PlanTask | null, from: string) => {
    if (content === null) return null;
    const target = 'value' in content ? content : null;
    const task = 'text' in content ? content : null;
    const document = documents.get(from);
    return {
      name: target?.name ?? task?.text ?? '',
      value: target?.value ?? null,
      valueMax: target?.valueMax ?? null,
      unit: target?.unit ?? null,
      comparator: target?.comparator ?? null,
      measure: target?.measure ?? null,
      year: target?.year ?? null,
      dueOn: task?.dueOn ?? null,
      leads: content.leads.map(({ name }) => name),
      supports: (task?.supports ?? []).map(({ name }) => name),
      source: {
        documentId: from,
        documentTitle: document?.title ?? null,
        documentSymbol: document?.symbol ?? null,
        itemId: content.source.itemId,
        span: content.source.span,
        quote: content.source.quote,
      },
    };
  };
  return {
    id: row.id,
    position: row.position,
    subject: row.subject,
    change: row.change,
    fields: [...row.fields],
    before: side(row.before, row.before?.documentId ?? documentId),
    after: side(row.after, documentId),
    decision: row.decision,
    version: row.version,
  };
}

/** Publishing (ban hành kế hoạch): a first document makes a plan, a later one makes a diff of it. */
import { err, ok } from '#base/result.ts';
import { planRoutes } from '#contract/plan.ts';
import { conflict, notFound, problem } from '#contract/problem.ts';
import { publishWarnings } from '#plan/content.ts';
import { newId } from '#store/ids.ts';
import { addPlanSource, findPlan, insertPlan, listPlans, planOfDocument, setPlanState } from '#store/plans.ts';
import { agencyFinder, type ReviewedDocument, readReviewed } from './plan-content.ts';
import { makeDiff } from './plan-diff.ts';
import { setReviewState, writeContent } from './plan-write.ts';
import { behind, type Context } from './usecase.ts';

type Role = 'base' | 'further' | 'amendment' | 'replacement';

export const previewPublish = behind(
  planRoutes['GET /documents/:id/publish'],
  'plan.preview',
  'read',
  async (context, { id }) => {
    const reviewed = await readReviewed(context, id);
    if (!reviewed.ok) return reviewed;
    const { content, items, document } = reviewed.value;
    const find = await agencyFinder(context, reviewed.value.document.issuedOn ?? context.today, context.today);
    const warnings = publishWarnings(items, content, (agency) => find(agency).organisationId !== null);
    const year = document.planYear;
    const plans = (await listPlans(context, context.today)).filter(
      (plan) => plan.state === 'published' && (year === null || (plan.year_from <= year && year <= plan.year_to)),
    );
    const planId = await planOfDocument(context, id);
    return ok({
      counts: {
        targets: content.targets.length,
        tasks: content.tasks.length,
        deliverables: content.tasks.reduce((sum, task) => sum + task.products.length, 0),
        regimes: content.regimes.length,
      },
      warnings: warnings.map((one) => ({ ...one, itemIds: [...one.itemIds], items: excerptsOf(items, one.itemIds) })),
      title: titleOf(reviewed.value),
      year,
      effectiveOn: document.issuedOn ?? firstDay(year, context.today),
      issuedOn: document.issuedOn,
      document: { title: document.title, symbol: document.symbol, type: document.type },
      plans: plans.map((plan) => ({ id: plan.id, title: plan.title, yearFrom: plan.year_from, yearTo: plan.year_to })),
      suggested: plans.length === 0 ? ('base' as const) : roleOf(document.title, document.type),
      published: planId === null ? null : { planId },
    });
  },
);

const MOST_EXCERPTS = 100;
const EXCERPT = 200;

function excerptsOf(items: ReviewedDocument['items'], ids: readonly string[]) {
  const byId = new Map(items.map((item) => [item.id, item]));
  return ids.slice(0, MOST_EXCERPTS).map((id) => {
    const words = (byId.get(id)?.quote ?? '').replace(/\s+/g, ' ').trim();
    return { id, quote: words.length > EXCERPT ? `${words.slice(0, EXCERPT).replace(/\s\S*$/, '')}…` : words };
  });
}

/** A document that bears no day: the first day of its year, unless that is still to come. */
function firstDay(year: number | null, today: string): string {
  const first = year === null ? today : `${year}-01-01`;
  return first < today ? first : today;
}

function titleOf({ document }: ReviewedDocument): string {
  return document.planYear === null ? 'Kế hoạch' : `Kế hoạch năm ${document.planYear}`;
}

/** What a later document is, by its title: `sửa đổi, bổ sung …`, `thay thế …`; else it adds. */
function roleOf(title: string | null, type: string | null): Role {
  const words = `${type ?? ''} ${title ?? ''}`.toLowerCase();
  if (/thay thế/.test(words)) return 'replacement';
  if (/sửa đổi|bổ sung|điều chỉnh/.test(words)) return 'amendment';
  return 'further';
}

const ALREADY = problem(
  409,
  'already-published',
  'Văn bản này đã là nguồn của một kế hoạch.',
  'This document is part of a plan already.',
);
const NOTHING = problem(
  422,
  'nothing-accepted',
  'Chưa có chỉ tiêu, nhiệm vụ nào được chấp nhận.',
  'No target and no task was accepted.',
);
const BAD_YEARS = problem(
  422,
  'bad-years',
  'Năm đầu phải không sau năm cuối.',
  'The first year must not be after the last.',
);

export const publishDocument = behind(
  planRoutes['POST /documents/:id/publish'],
  'plan.publish',
  'write',
  async (context, { id, planId, title, yearFrom, yearTo, role, effectiveOn, accepted }) => {
    if (yearFrom > yearTo) return err(BAD_YEARS);
    await lockDocument(context, id);
    if ((await planOfDocument(context, id)) !== null) return err(ALREADY);
    const reviewed = await readReviewed(context, id);
    if (!reviewed.ok) return reviewed;
    const { content, items, reading } = reviewed.value;
    if (content.targets.length + content.tasks.length === 0) return err(NOTHING);
    const find = await agencyFinder(context, reviewed.value.document.issuedOn ?? context.today, context.today);
    const warnings = publishWarnings(items, content, (agency) => find(agency).organisationId !== null);
    const unseen = warnings.filter((one) => !accepted.includes(one.code));
    if (unseen.length > 0) {
      const vi = `Cần xem trước khi ban hành: ${unseen.map((one) => one.vi).join(' ')}`;
      const en = `To be looked at before publishing: ${unseen.map((one) => one.en).join(' ')}`;
      return err(problem(409, 'warnings', vi, en, { current: { warnings: unseen } }));
    }
    if (planId !== null) {
      if (!(await findPlan(context, planId, context.today))) return err(notFound('kế hoạch', 'plan'));
      const diffId = await makeDiff(context, planId, reviewed.value, role === 'base' ? 'further' : role, effectiveOn);
      return ok({ planId, diffId });
    }
    const made = newId(context.now);
    await insertPlan(context, { id: made, title, yearFrom, yearTo, now: context.now });
    const written = await writeContent(
      context,
      { planId: made, documentId: id, effectiveOn, now: context.now, find, position: 1 },
      content,
    );
    await addPlanSource(context, {
      planId: made,
      documentId: id,
      readingId: reading.id,
      reader: reading.reader,
      role: 'base',
      effectiveOn,
      publishedBy: context.actor.personId,
      now: context.now,
    });
    await setReviewState(context, id, 'published');
    const { targets, tasks, deliverables, regimes } = written;
    context.record({
      kind: 'plan.published',
      subjectType: 'plan',
      subjectId: made,
      title,
      after: {
        documentId: id,
        yearFrom,
        yearTo,
        effectiveOn,
        targets,
        tasks,
        deliverables,
        regimes,
        reader: reading.reader,
        warnings: [...accepted],
      },
    });
    context.tell('plan', { planId: made });
    return ok({ planId: made, diffId: null });
  },
);

/** Two people who publish one document at once: the second waits and is told. */
async function lockDocument({ db, provinceId }: Context, id: string): Promise<void> {
  await db
    .selectFrom('document')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

const IN_USE = problem(
  409,
  'in-use',
  'Kế hoạch đã có văn bản sau sửa đổi, bổ sung nên không thu hồi được.',
  'A later document changes this plan; it can’t be withdrawn.',
);

export const withdrawPlan = behind(
  planRoutes['POST /plans/:id/withdraw'],
  'plan.withdraw',
  'write',
  async (context, { id, version, reason }) => {
    const plan = await findPlan(context, id, context.today);
    if (!plan) return err(notFound('kế hoạch', 'plan'));
    if (plan.sources.length > 1 || plan.counts.openDiffs > 0) return err(IN_USE);
    if (!(await setPlanState(context, id, version, 'withdrawn')))
      return err(conflict({ version: plan.version, state: plan.state }));
    for (const source of plan.sources) await setReviewState(context, source.documentId, 'open');
    context.record({
      kind: 'plan.withdrawn',
      subjectType: 'plan',
      subjectId: id,
      title: plan.title,
      before: { state: plan.state },
      after: { state: 'withdrawn' },
      reason,
    });
    context.tell('plan', { planId: id });
    return ok(undefined);
  },
);

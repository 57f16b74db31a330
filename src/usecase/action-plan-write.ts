/** Action plans written down: days, symbols, documents; agencies added, reminded. */
import type { Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { actionPlanRoutes } from '#contract/action-plan.ts';
import { conflict, notFound, type Problem, problem } from '#contract/problem.ts';
import {
  type ActionPlanRow,
  type ActionPlanWords,
  findPlanDue,
  insertActionPlan,
  listActionPlans,
  markReminded,
  removeActionPlan,
  saveActionPlan,
  savePlanDue,
} from '#store/action-plans.ts';
import { findDocument } from '#store/documents.ts';
import type { EventBody } from '#store/event-log.ts';
import { newId } from '#store/ids.ts';
import { isActive, organisationNames } from '#store/organisation-names.ts';
import { agencyPlans, dayOf, NO_PLAN } from './action-plan-read.ts';
import type { Undoer } from './event-undo.ts';
import { tell } from './notice-make.ts';
import { behind, type Context } from './usecase.ts';

const NOT_YOURS = problem(
  403,
  'not-yours',
  'Chỉ thủ trưởng cơ quan đó hoặc Văn phòng được ghi kế hoạch hành động này.',
  'Only the head of that agency or the Office may write this down.',
);
const NOT_YOUR_DAY = problem(
  403,
  'not-yours',
  'Hạn ban hành riêng của một cơ quan do Văn phòng đặt.',
  'The Office sets the day of an agency.',
);
const ENDED = problem(
  422,
  'ended-organisation',
  'Cơ quan này không còn hoạt động hoặc không có trong danh mục.',
  'The organisation no longer exists.',
);
const IN_FUTURE = problem(
  422,
  'in-future',
  'Ngày ban hành không thể sau hôm nay.',
  'The day of issue lies in the future.',
);
const ISSUED = problem(
  409,
  'issued-already',
  'Cơ quan này đã ban hành kế hoạch hành động hoặc đang chủ trì nhiệm vụ của kế hoạch nên không bỏ được.',
  'The agency has issued its plan or leads something of the plan.',
);

export const orderActionPlans = behind(
  actionPlanRoutes['PUT /plans/:id/action-plan-due'],
  'action-plan.order',
  'write',
  async (context, { id, version, dueOn }) => {
    const plan = await findPlanDue(context, id);
    if (!plan) return err(NO_PLAN);
    if (!(await savePlanDue(context, id, version, dueOn)))
      return err(conflict({ dueOn: plan.dueOn, planVersion: plan.version }));
    context.record({
      kind: 'plan.agency-plan-due-set',
      subjectType: 'plan',
      subjectId: id,
      title: plan.title,
      before: { dueOn: plan.dueOn },
      after: { dueOn },
    });
    context.tell('plan', { planId: id });
    return ok({ dueOn, planVersion: version + 1 });
  },
);

const wordsOf = (row: ActionPlanRow | null): ActionPlanWords => ({
  dueOn: row?.dueOn ?? null,
  symbol: row?.symbol ?? null,
  issuedOn: row?.issuedOn ?? null,
  documentId: row?.documentId ?? null,
  note: row?.note ?? null,
});

export const writeActionPlan = behind(
  actionPlanRoutes['PUT /plans/:id/action-plans/:organisation'],
  'action-plan.write',
  'write',
  async (context, { id, organisation, version, ...given }) => {
    const { actor, today } = context;
    const plan = await findPlanDue(context, id);
    if (!plan) return err(NO_PLAN);
    if (actor.role !== 'office' && actor.organisationId !== organisation) return err(NOT_YOURS);
    const [row] = await listActionPlans(context, id, organisation, true);
    if (given.dueOn !== undefined && actor.role !== 'office' && given.dueOn !== (row?.dueOn ?? null))
      return err(NOT_YOUR_DAY);
    if (!row && !(await isActive(context, organisation, today))) return err(ENDED);
    if (given.issuedOn != null && given.issuedOn > today) return err(IN_FUTURE);
    const [there] = await agencyPlans(context, id, plan, organisation);
    // Nobody but the Office makes an agency owe a plan.
    if (!there && actor.role !== 'office') return err(notFound('cơ quan này trong kế hoạch', 'agency of the plan'));
    if (given.documentId) {
      const document = await findDocument(context, given.documentId);
      if (!document || document.deleted_at) return err(notFound('văn bản này', 'document'));
    }
    const before = wordsOf(row ?? null);
    const defined = Object.entries(given).filter(([, value]) => value !== undefined);
    const after: ActionPlanWords = {
      ...before,
      ...Object.fromEntries(defined.map(([name, value]) => [name, value === '' ? null : value])),
    };
    const saved =
      row === undefined
        ? version === null &&
          (await insertActionPlan(
            context,
            { ...after, id: newId(context.now), planId: id, organisationId: organisation },
            context.now,
          ))
        : version === row.version && (await saveActionPlan(context, row.id, row.version, after));
    if (!saved) return err(conflict(there ?? null));
    const name = (await organisationNames(context, [organisation], today)).get(organisation) ?? '';
    recordWritten(context, { planId: id, organisationId: organisation, name }, row ? before : null, after);
    const [item] = await agencyPlans(context, id, plan, organisation);
    return item ? ok(item) : err(NO_PLAN);
  },
);

interface Whose {
  readonly planId: string;
  readonly organisationId: string;
  readonly name: string;
}

function recordWritten(
  context: Context,
  { planId, organisationId, name }: Whose,
  before: ActionPlanWords | null,
  after: ActionPlanWords | null,
): void {
  const kept = (words: ActionPlanWords | null) => ({ organisationId, ...(words ?? { none: true }) }) as unknown as Json;
  context.record({
    kind: 'plan.agency-plan-written',
    subjectType: 'plan',
    subjectId: planId,
    title: name,
    before: kept(before),
    after: kept(after),
  });
  context.tell('plan', { planId });
}

export const removeAgency = behind(
  actionPlanRoutes['DELETE /plans/:id/action-plans/:organisation'],
  'action-plan.remove',
  'write',
  async (context, { id, organisation, version }) => {
    const plan = await findPlanDue(context, id);
    const [row] = plan ? await listActionPlans(context, id, organisation, true) : [];
    if (!plan || !row) return err(notFound('kế hoạch hành động này', 'action plan'));
    const [item] = await agencyPlans(context, id, plan, organisation);
    if (row.version !== version) return err(conflict(item ?? null));
    if (row.issuedOn !== null || (item && item.tasks.total + item.targets > 0)) return err(ISSUED);
    await removeActionPlan(context, row.id);
    const whose = { planId: id, organisationId: organisation, name: item?.organisation.name ?? '' };
    recordWritten(context, whose, wordsOf(row), null);
    return ok(undefined);
  },
);

export const remindAgencies = behind(
  actionPlanRoutes['POST /plans/:id/action-plans/remind'],
  'action-plan.remind',
  'write',
  async (context, { id, organisations }) => {
    const plan = await findPlanDue(context, id);
    if (!plan) return err(NO_PLAN);
    const wanted = new Set(organisations);
    const items = (await agencyPlans(context, id, plan)).filter((one) => wanted.has(one.organisation.id));
    const due = items.filter((one) => one.issuedOn === null && dayOf(one.remindedAt) !== context.today);
    const reminded = due.map((one) => one.organisation.id);
    const skipped = organisations.filter((one) => !reminded.includes(one));
    if (reminded.length === 0) return ok({ reminded, skipped });
    const rows = due.map((one) => ({ id: newId(context.now), organisationId: one.organisation.id }));
    await markReminded(context, id, rows, context.now);
    await tell(
      context,
      due.map((one) => ({
        kind: 'action-plan',
        key: `action-plan:${id}:${one.organisation.id}:reminded:${context.today}`,
        to: [{ to: 'heads', organisationIds: [one.organisation.id] }],
        title: 'Văn phòng đôn đốc ban hành kế hoạch hành động',
        text: plan.title,
        link: `/nhiem-vu/ke-hoach-hanh-dong?ke_hoach=${id}`,
        subjectType: 'plan',
        subjectId: id,
        officeIfVacant: true,
      })),
    );
    context.record({
      kind: 'plan.agency-plan-reminded',
      subjectType: 'plan',
      subjectId: id,
      title: plan.title,
      before: {},
      after: { organisations: due.map((one) => one.organisation.name) },
    });
    context.tell('plan', { planId: id });
    return ok({ reminded, skipped });
  },
);

const IN_THE_WAY = problem(
  409,
  'undo-in-the-way',
  'Không hoàn tác được: đã có thay đổi khác sau sự kiện này.',
  'It can’t be undone: something was changed after it.',
);

type Undone = Promise<Result<unknown, Problem>>;

async function takeBackDue(context: Context, event: EventBody): Undone {
  const plan = await findPlanDue(context, event.subject.id);
  const left = (event.after as { dueOn: string | null }).dueOn;
  if (!plan || plan.dueOn !== left) return err(IN_THE_WAY);
  const was = (event.before as { dueOn: string | null }).dueOn;
  return orderActionPlans.run(context, { id: event.subject.id, version: plan.version, dueOn: was });
}

type Kept = ActionPlanWords & { readonly organisationId: string; readonly none?: true };

async function takeBackWritten(context: Context, event: EventBody): Undone {
  const was = event.before as unknown as Kept;
  const left = event.after as unknown as Kept;
  const planId = event.subject.id;
  const [row] = await listActionPlans(context, planId, left.organisationId, true);
  const { organisationId, none: _, ...words } = was;
  const { organisationId: __, none, ...now } = left;
  if (none ? row !== undefined : !row || JSON.stringify(wordsOf(row)) !== JSON.stringify({ ...wordsOf(null), ...now }))
    return err(IN_THE_WAY);
  if (!row) {
    await insertActionPlan(
      context,
      { ...wordsOf(null), ...words, id: newId(context.now), planId, organisationId },
      context.now,
    );
  } else if (was.none) await removeActionPlan(context, row.id);
  else if (!(await saveActionPlan(context, row.id, row.version, { ...wordsOf(null), ...words })))
    return err(IN_THE_WAY);
  const whose = { planId, organisationId, name: event.subject.title ?? '' };
  recordWritten(context, whose, none ? null : (now as ActionPlanWords), was.none ? null : words);
  return ok(null);
}

export const ACTION_PLAN_UNDOERS: Readonly<Record<string, Undoer>> = {
  'plan.agency-plan-due-set': { access: 'plan.publish', undo: takeBackDue },
  'plan.agency-plan-written': { access: 'task.break-down', undo: takeBackWritten },
};

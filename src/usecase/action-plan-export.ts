/** An agency's action plan as it stands, as Word in the official form and as Excel. */

import { err, ok, type Result } from '#base/result.ts';
import { actionPlanRoutes } from '#contract/action-plan.ts';
import { notFound, type Problem } from '#contract/problem.ts';
import { formatPeriod } from '#delivery/period.ts';
import { STANDING_WORDS, standingOf } from '#delivery/standing.ts';
import { type ActionPlanContent, writeActionPlanDocument } from '#render/action-plan-document.ts';
import { type ActionPlanSheet, writeActionPlanWorkbook } from '#render/action-plan-workbook.ts';
import { listActionPlans, partsBelow } from '#store/action-plans.ts';
import { postsOf } from '#store/breakdown.ts';
import { findDocument } from '#store/documents.ts';
import { organisationNames, postNames } from '#store/organisation-names.ts';
import { findPlan, type PlanRow } from '#store/plans.ts';
import { listProvinces } from '#store/provinces.ts';
import { listTargets } from '#store/targets.ts';
import type { LifeRow } from '#store/task-life.ts';
import { listFollowed } from '#store/task-list.ts';
import { listDeliverables } from '#store/tasks.ts';
import { NO_PLAN, tasksOfPlan } from './action-plan-read.ts';
import type { ExportedFile } from './plan-export.ts';
import type { Context, UseCase } from './usecase.ts';

interface Given {
  readonly id: string;
  readonly organisation: string;
}

export const exportActionPlanWord: UseCase<Given, ExportedFile> = {
  name: 'action-plan.export-word',
  access: actionPlanRoutes['GET /plans/:id/action-plans/:organisation/export.docx'].access,
  kind: 'read',
  run: async (context, given) => {
    const plan = await contentOf(context, given);
    if (!plan.ok) return plan;
    return ok({
      bytes: await writeActionPlanDocument(plan.value),
      fileName: `ke-hoach-hanh-dong-${plan.value.year}.docx`,
    });
  },
};

export const exportActionPlanExcel: UseCase<Given, ExportedFile> = {
  name: 'action-plan.export-excel',
  access: actionPlanRoutes['GET /plans/:id/action-plans/:organisation/export.xlsx'].access,
  kind: 'read',
  run: async (context, given) => {
    const plan = await contentOf(context, given);
    if (!plan.ok) return plan;
    return ok({
      bytes: await writeActionPlanWorkbook(plan.value),
      fileName: `ke-hoach-hanh-dong-${plan.value.year}.xlsx`,
    });
  },
};

const MOST = 5000;

async function contentOf(context: Context, { id, organisation }: Given): Promise<Result<ActionPlanSheet, Problem>> {
  const { today } = context;
  const plan = await findPlan(context, id, today);
  if (!plan) return err(NO_PLAN);
  const agency = (await organisationNames(context, [organisation], today)).get(organisation);
  if (agency === undefined) return err(notFound('cơ quan này', 'organisation'));
  const filter = { ...tasksOfPlan(context, id), organisationIds: [organisation] };
  const wholes = await listFollowed(context, filter, { sort: 'order', after: null, limit: MOST });
  const parts = await partsBelow(
    context,
    wholes.map((one) => one.id),
    organisation,
  );
  const names = await organisationNames(
    context,
    parts.flatMap((part) => part.leadIds),
    today,
  );
  const posts = await postNames(
    context,
    [...wholes, ...parts].flatMap((one) => (one.postId === null ? [] : [one.postId])),
    today,
  );
  const who = (life: LifeRow, whole: boolean): string => {
    const post = life.postId === null ? undefined : posts.get(life.postId);
    if (post) return post.holder ?? post.title;
    return whole ? agency : life.leadIds.map((one) => names.get(one) ?? '').join('; ');
  };
  const products = await productsByTask(context, id);
  const below = Map.groupBy(parts, (part) => part.parentId as string);
  const tree = (parentId: string, depth: number): ActionPlanSheet['groups'][number]['tasks'][number]['parts'] =>
    (below.get(parentId) ?? []).flatMap((part) => [
      {
        text: part.text,
        depth,
        period: part.period === null ? null : formatPeriod(part.period),
        dueOn: part.dueOn,
        who: who(part, false),
        standing: STANDING_WORDS[standingOf(part, today)],
      },
      ...tree(part.id, depth + 1),
    ]);
  const groups: { title: string | null; tasks: ActionPlanSheet['groups'][number]['tasks'][number][] }[] = [];
  for (const whole of wholes) {
    const title = whole.groupTitle;
    if (groups.length === 0 || groups.at(-1)?.title !== title) groups.push({ title, tasks: [] });
    groups.at(-1)?.tasks.push({
      text: whole.text,
      dueOn: whole.dueOn,
      who: who(whole, true),
      products: products.get(whole.id) ?? [],
      standing: STANDING_WORDS[whole.standing],
      parts: tree(whole.id, 1),
    });
  }
  return ok({ ...(await frameOf(context, plan, organisation, agency)), groups });
}

async function productsByTask(context: Context, planId: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { taskId, name } of await listDeliverables(context, planId)) {
    found.set(taskId, [...(found.get(taskId) ?? []), name]);
  }
  return found;
}

/** All but the tasks. */
async function frameOf(
  context: Context,
  plan: PlanRow,
  organisation: string,
  agency: string,
): Promise<Omit<ActionPlanContent, 'groups'>> {
  const { today, provinceId } = context;
  const [row] = await listActionPlans(context, plan.id, organisation);
  const province = (await listProvinces(context.services.database)).find((one) => one.provinceId === provinceId);
  const city = province?.kind === 'city';
  const head = (await postsOf(context, [organisation], today)).find((post) => post.role === 'agency-lead');
  const targets = (await listTargets(context, plan.id, today)).filter((target) =>
    target.leads.some((lead) => lead.organisationId === organisation),
  );
  return {
    above: province ? `UBND ${city ? 'thành phố' : 'tỉnh'} ${province.name}` : null,
    agency,
    symbol: row?.symbol ?? null,
    place: province?.name ?? '',
    issuedOn: row?.issuedOn ?? null,
    year: plan.year_from,
    about: plan.title,
    bases: await Promise.all(plan.sources.map((source) => basisOf(context, source))),
    targets: targets.map((target) => ({ name: target.name, demand: demandOf(target) })),
    signerTitle: head?.title ?? 'Thủ trưởng cơ quan',
    signer: head?.holder ?? null,
    receivers: [`UBND ${city ? 'thành phố' : 'tỉnh'}`, `Các đơn vị thuộc ${agency}`, 'Lưu: VT'],
  };
}

/** `Nghị quyết số 01/NQ-HĐND ngày 10 tháng 12 năm 2020 của Hội đồng nhân dân tỉnh về …`. */
async function basisOf(
  context: Context,
  { documentId, symbol, title, issuer, issuedOn }: PlanRow['sources'][number],
): Promise<string> {
  const type = (await findDocument(context, documentId))?.type ?? 'Văn bản';
  const [year = '', month = '', day = ''] = (issuedOn ?? '').split('-');
  const on = issuedOn === null ? '' : ` ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
  const by = issuer === null ? '' : ` của ${issuer}`;
  const about = title === null ? '' : ` ${/^về /i.test(title) ? title.replace(/^Về/, 'về') : `về ${title}`}`;
  return `${type}${symbol === null ? '' : ` số ${symbol}`}${on}${by}${about}`;
}

const MARKS = { '=': '', '>': 'trên ', '>=': '', '<': 'dưới ', '<=': 'không quá ', '~': 'khoảng ', range: '' } as const;

function demandOf(target: Awaited<ReturnType<typeof listTargets>>[number]): string {
  const vi = (decimal: string) => {
    const [whole = '', part] = decimal.split('.');
    return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')}${part ? `,${part}` : ''}`;
  };
  const verb = target.measure === 'increase' ? 'tăng ' : target.measure === 'decrease' ? 'giảm ' : '';
  const value = target.valueMax === null ? vi(target.value) : `${vi(target.value)} - ${vi(target.valueMax)}`;
  const unit = target.unit === null ? '' : target.unit === '%' ? '%' : ` ${target.unit}`;
  return `${verb}${MARKS[target.comparator]}${value}${unit}${target.comparator === '>=' ? ' trở lên' : ''}`;
}

/** The register of deliverables read: pages, counts, one with its history, the programme by month. */
import { err, ok } from '#base/result.ts';
import { type Deliverable, type DeliverableQuery, deliverableRoutes } from '#contract/deliverable.ts';
import { notFound } from '#contract/problem.ts';
import { STAGE_WORDS, STAGES } from '#delivery/deliverable-stage.ts';
import {
  APPRAISAL_DAYS,
  arrangeProgramme,
  monthWords,
  type ProgrammeWarning,
  programmeWarnings,
} from '#delivery/programme.ts';
import { noCounts } from '#delivery/standing.ts';
import { sentenceOf } from '#plan/event-words.ts';
import { writeProgrammeWorkbook } from '#render/programme-workbook.ts';
import {
  countDeliverableLeads,
  countDeliverables,
  type DeliverableFilter,
  documentOfTask,
  findDeliverable,
  listDeliverableRows,
} from '#store/deliverables.ts';
import { listEvents } from '#store/event-log.ts';
import { organisationNames } from '#store/organisation-names.ts';
import { findPlan } from '#store/plans.ts';
import { listProvinces } from '#store/provinces.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { shapeDeliverable, shapeDeliverables } from './deliverable-shape.ts';
import { lastChange, mayUndoChange } from './deliverable-undo.ts';
import type { ExportedFile } from './plan-export.ts';
import { wordsOf } from './task-list.ts';
import { behind, type Context, type UseCase } from './usecase.ts';

function filterOf({ today }: Context, given: DeliverableQuery): DeliverableFilter {
  return {
    today,
    planId: given.plan ?? null,
    taskId: given.task ?? null,
    kind: given.kind ?? null,
    stage: given.stage ?? null,
    leadId: given.lead ?? null,
    from: given.from ?? null,
    to: given.to ?? null,
    session: given.session ?? null,
    standing: given.standing ?? null,
    words: wordsOf(given.q ?? ''),
  };
}

export const browseDeliverables = behind(
  deliverableRoutes['GET /deliverables'],
  'deliverable.list',
  'read',
  async (context, input) => {
    const after = readCursor(input.cursor, { dueOn: 'date' });
    if (!after.ok) return after;
    const rows = await listDeliverableRows(context, filterOf(context, input), {
      after: after.value,
      limit: input.limit + 1,
    });
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return ok({
      items: await shapeDeliverables(context, page),
      nextCursor: rows.length > input.limit && last ? writeCursor({ id: last.id, dueOn: last.dueOn }) : null,
      total: null,
    });
  },
);

export const countDeliverablesOf = behind(
  deliverableRoutes['GET /deliverables/counts'],
  'deliverable.count',
  'read',
  async (context, input) => {
    const stages = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<(typeof STAGES)[number], number>;
    const standings = noCounts();
    let total = 0;
    for (const { stage, standing, count } of await countDeliverables(context, filterOf(context, input))) {
      stages[stage] += count;
      standings[standing] += count;
      total += count;
    }
    // Of the whole plan: what is chosen already must not take the other choices away.
    const leads = await countDeliverableLeads(context, { today: context.today, planId: input.plan ?? null });
    const names = await organisationNames(context, leads.keys(), context.today);
    return ok({
      total,
      stages,
      standings,
      leads: [...leads]
        .map(([organisationId, count]) => ({ organisationId, name: names.get(organisationId) ?? '', count }))
        .sort((a, b) => a.name.localeCompare(b.name, 'vi')),
    });
  },
);

export const readDeliverable = behind(
  deliverableRoutes['GET /deliverables/:id'],
  'deliverable.read',
  'read',
  async (context, { id }) => {
    const row = await findDeliverable(context, id, context.today);
    if (!row) return err(notFound('sản phẩm', 'deliverable'));
    const { events } = await listEvents(context, { subjectType: 'deliverable', subjectId: id, limit: 200 });
    const documentId = row.spanStart === null ? null : await documentOfTask(context, row.taskId);
    const last = lastChange(events);
    return ok({
      ...(await shapeDeliverable(context, row)),
      source:
        documentId === null || row.spanStart === null || row.spanEnd === null
          ? null
          : { documentId, span: { start: row.spanStart, end: row.spanEnd } },
      history: events.map(({ body, personName, postTitle }) => ({
        id: body.id,
        at: body.at,
        person: personName,
        post: postTitle,
        text: sentenceOf({ kind: body.kind, title: null, before: body.before, after: body.after }),
        reason: body.reason,
      })),
      mayUndo: last !== null && mayUndoChange(context, row, last.body),
    });
  },
);

/** All of a plan: a programme of a year is read in one piece. */
const MOST = 5000;

async function programmeOf(context: Context, plan: string, appraisalDays: number) {
  const rows = await listDeliverableRows(context, { today: context.today, planId: plan }, { after: null, limit: MOST });
  const shaped = await shapeDeliverables(context, rows);
  const items = shaped.map((one) => ({ ...one, warnings: programmeWarnings(one, context.today, appraisalDays) }));
  return {
    ...arrangeProgramme(items),
    warnings: items.reduce((sum, one) => sum + one.warnings.length, 0),
    appraisalDays,
  };
}

export const readProgramme = behind(
  deliverableRoutes['GET /deliverables/programme'],
  'deliverable.programme',
  'read',
  async (context, { plan, appraisalDays = APPRAISAL_DAYS }) => {
    if (!(await findPlan(context, plan, context.today))) return err(notFound('kế hoạch', 'plan'));
    const { months, unplanned, ...rest } = await programmeOf(context, plan, appraisalDays);
    return ok({
      ...rest,
      unplanned: [...unplanned],
      months: months.map(({ month, sessions }) => ({
        month,
        sessions: sessions.map(({ title, items }) => ({ title, items: [...items] })),
      })),
    });
  },
);

export const exportProgramme: UseCase<{ plan: string; appraisalDays?: number | undefined }, ExportedFile> = {
  name: 'deliverable.export-programme',
  access: deliverableRoutes['GET /deliverables/programme.xlsx'].access,
  machines: true,
  kind: 'read',
  run: async (context, { plan: id, appraisalDays = APPRAISAL_DAYS }) => {
    const plan = await findPlan(context, id, context.today);
    if (!plan) return err(notFound('kế hoạch', 'plan'));
    const provinces = await listProvinces(context.services.database);
    const province = provinces.find((one) => one.provinceId === context.provinceId);
    const { months, unplanned } = await programmeOf(context, id, appraisalDays);
    const bytes = await writeProgrammeWorkbook({
      title: plan.title,
      province: province ? `${province.kind === 'city' ? 'thành phố' : 'tỉnh'} ${province.name}` : '',
      asOf: context.today,
      groups: [
        ...months.flatMap(({ month, sessions }) =>
          sessions.map((session) => ({
            title: [capital(monthWords(month)), session.title].filter(Boolean).join(' – '),
            items: session.items.map(sheetItem),
          })),
        ),
        ...(unplanned.length > 0 ? [{ title: 'Chưa xếp phiên họp', items: unplanned.map(sheetItem) }] : []),
      ],
    });
    return ok({ bytes, fileName: 'chuong-trinh-cong-tac.xlsx' });
  },
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function sheetItem(one: Deliverable & { readonly warnings: readonly ProgrammeWarning[] }) {
  return {
    kind: one.kind,
    name: one.name,
    dueOn: one.dueOn,
    stage: STAGE_WORDS[one.stage],
    symbol: one.symbol,
    note: one.note,
    leads: one.task.leads.map((lead) => lead.name),
    warnings: one.warnings.map((warning) => warning.vi),
  };
}

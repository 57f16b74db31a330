/**
 * An agency's own plan as a document of the library becomes parts of the tasks that it leads (nhập thành phần việc): each
 * line is matched to a task, a person confirms, the parts keep the words that they stand on. Taken back as one.
 */
import type { Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { actionPlanRoutes } from '#contract/action-plan.ts';
import { notFound, type Problem, problem } from '#contract/problem.ts';
import { type MatchedRow, matchRows, sameWords, whoIsMeant } from '#delivery/plan-match.ts';
import { planRows } from '#delivery/plan-rows.ts';
import { isHead } from '#delivery/task-life.ts';
import type { Reading } from '#reading/model.ts';
import { findPlanDue, partsBelow } from '#store/action-plans.ts';
import { bodiesBelow, postsOf, removePart } from '#store/breakdown.ts';
import { findDocument } from '#store/documents.ts';
import { type EventBody, findUndoing, type LoggedEvent, listEvents } from '#store/event-log.ts';
import { findReading, findText } from '#store/readings.ts';
import { findLife } from '#store/task-life.ts';
import { type FollowRow, listFollowed } from '#store/task-list.ts';
import { NO_PLAN, tasksOfPlan } from './action-plan-read.ts';
import { carryBack, untouchedParts } from './breakdown-undo.ts';
import { addParts, type PartKept, tellOfParts } from './breakdown-write.ts';
import { NO_DOCUMENT } from './document-library.ts';
import { titleOf } from './document-view.ts';
import type { Undoer } from './event-undo.ts';
import { behind, type Context } from './usecase.ts';

const NOT_YOURS = problem(
  403,
  'not-yours',
  'Chỉ thủ trưởng cơ quan đó được nhập kế hoạch hành động thành phần việc.',
  'Only the head of that agency may import its plan.',
);
const NOT_READ = problem(
  409,
  'not-read',
  'Văn bản chưa đọc xong nên chưa nhập được.',
  'The document has not been read yet.',
);
const NO_ROWS = problem(
  422,
  'no-rows',
  'Không thấy nhiệm vụ, phần việc nào trong văn bản này.',
  'The document has no tasks that could be taken.',
);
const CHANGED = problem(
  409,
  'preview-changed',
  'Văn bản đã được đọc lại sau khi xem trước. Hãy xem trước lại.',
  'The document was read anew since the preview. Look at it again.',
);

const MOST = 2000;

interface Given {
  readonly id: string;
  readonly organisation: string;
  readonly documentId: string;
}

interface Looked {
  readonly title: string;
  readonly planTitle: string;
  readonly readingId: string;
  readonly rows: readonly MatchedRow[];
  readonly wholes: readonly FollowRow[];
}

/** Working tasks that the agency leads, and the lines of the document matched to them. */
async function look(context: Context, { id, organisation, documentId }: Given): Promise<Result<Looked, Problem>> {
  const plan = await findPlanDue(context, id);
  if (!plan) return err(NO_PLAN);
  if (context.actor.organisationId !== organisation || !isHead(context.actor.role)) return err(NOT_YOURS);
  const document = await findDocument(context, documentId);
  if (!document || document.deleted_at) return err(NO_DOCUMENT);
  const reading = await findReading(context, documentId);
  const text = await findText(context, documentId);
  if (!reading || !text) return err(NOT_READ);
  const wholes = await listFollowed(
    context,
    { ...tasksOfPlan(context, id), organisationIds: [organisation], states: ['accepted', 'in-progress'] },
    { sort: 'order', after: null, limit: MOST },
  );
  const body = reading.body as unknown as Reading;
  const year = body.document.planYear ?? Number(context.today.slice(0, 4));
  const all = matchRows(planRows(text.text, body.tasks), wholes, year);
  // Beside a table of parts, sentences that belong to no task say how the plan is carried out.
  const tabled = all.some((row) => row.inTable);
  const rows = all.filter((row) => row.inTable || !tabled || row.taskId !== null);
  if (rows.length === 0) return err(NO_ROWS);
  return ok({ title: titleOf(document), planTitle: plan.title, readingId: reading.id, rows, wholes });
}

export const previewImport = behind(
  actionPlanRoutes['POST /plans/:id/action-plans/:organisation/import'],
  'action-plan.preview-import',
  'read',
  async (context, given) => {
    const found = await look(context, given);
    if (!found.ok) return found;
    const { rows, wholes, readingId } = found.value;
    const bodies = await bodiesBelow(context, given.organisation, context.today);
    const posts = await postsOf(
      context,
      bodies.map((one) => one.id),
      context.today,
    );
    const parts = await partsBelow(
      context,
      wholes.map((one) => one.id),
      given.organisation,
    );
    const textOf = new Map(wholes.map((one) => [one.id, one.text]));
    return ok({
      documentId: given.documentId,
      readingId,
      tasks: wholes.map(({ id, text, section, dueOn }) => ({ id, text, section, dueOn })),
      rows: rows.map((row) => ({
        key: row.key,
        text: row.text === '' ? (row.whole ?? '') : row.text,
        label: row.label,
        whole: row.whole,
        isWhole: row.isWhole,
        there: parts.some((part) => sameWords(part.text, row.text)),
        matches: row.matches.map((match) => ({ ...match, text: textOf.get(match.taskId) ?? '' })),
        taskId: row.taskId,
        period: row.period,
        dueOn: row.dueOn,
        responsible: { words: row.who, ...whoIsMeant(row.who, { bodies, posts }) },
        span: { start: row.span.start, end: row.span.end },
        quote: row.quote,
      })),
    });
  },
);

export const applyImport = behind(
  actionPlanRoutes['POST /plans/:id/action-plans/:organisation/import/apply'],
  'action-plan.import',
  'write',
  async (context, { parts, late, readingId, ...given }) => {
    const found = await look(context, given);
    if (!found.ok) return found;
    const rows = new Map(found.value.rows.map((row) => [row.key, row]));
    if (found.value.readingId !== readingId || parts.some((part) => !rows.has(part.key))) return err(CHANGED);
    const led = new Set(found.value.wholes.map((one) => one.id));
    const kept: PartKept[] = [];
    for (const [taskId, list] of Map.groupBy(parts, (part) => part.taskId)) {
      const whole = led.has(taskId) ? await findLife(context, taskId, true) : null;
      if (!whole) return err(notFound('nhiệm vụ', 'task'));
      const made = await addParts(
        context,
        whole,
        list.map(({ key, taskId: _, ...part }) => {
          const { span, quote } = rows.get(key) as MatchedRow;
          return { ...part, source: { documentId: given.documentId, start: span.start, end: span.end, quote } };
        }),
        late,
      );
      if (!made.ok) return made;
      kept.push(...made.value.kept);
      context.tell(`task:${taskId}`, { id: taskId, act: 'break-down' });
    }
    context.record({
      kind: 'plan.agency-plan-imported',
      subjectType: 'plan',
      subjectId: given.id,
      title: found.value.title,
      before: {},
      after: { organisationId: given.organisation, documentId: given.documentId, parts: kept as unknown as Json },
    });
    await tellOfParts(context, kept);
    return ok({ made: kept.length, taskIds: [...new Set(kept.map((one) => one.wholeId))] });
  },
);

const IN_THE_WAY = problem(
  409,
  'undo-in-the-way',
  'Không hoàn tác được: có phần việc đã được thực hiện hoặc đã thay đổi sau khi nhập.',
  'It can’t be undone: parts were worked on or changed since.',
);
const NOTHING = problem(409, 'nothing-to-undo', 'Không có lần nhập nào để hoàn tác.', 'There is nothing to undo.');

interface Imported {
  readonly organisationId: string;
  readonly parts: readonly PartKept[];
}

async function takeBackImport(context: Context, event: EventBody): Promise<Result<unknown, Problem>> {
  const { organisationId, parts } = event.after as unknown as Imported;
  const rows = await untouchedParts(context, parts);
  if (rows === null) return err(IN_THE_WAY);
  for (const { id } of rows) await removePart(context, id);
  context.record({
    kind: 'plan.agency-plan-import-undone',
    subjectType: 'plan',
    subjectId: event.subject.id,
    title: event.subject.title,
    before: { organisationId, parts: parts as unknown as Json },
    after: {},
  });
  for (const wholeId of new Set(parts.map((one) => one.wholeId)))
    context.tell(`task:${wholeId}`, { id: wholeId, act: 'part-removed' });
  return ok(null);
}

export const IMPORT_UNDOERS: Readonly<Record<string, Undoer>> = {
  'plan.agency-plan-imported': { access: 'task.break-down', undo: takeBackImport },
};

async function lastImport(context: Context, planId: string, organisation: string): Promise<LoggedEvent | null> {
  const kind = 'plan.agency-plan-imported';
  const { events } = await listEvents(context, { subjectType: 'plan', subjectId: planId, kind, limit: 50 });
  for (const event of events) {
    if ((event.body.after as unknown as Imported).organisationId !== organisation) continue;
    return (await findUndoing(context, event)) ? null : event;
  }
  return null;
}

export const undoImport = behind(
  actionPlanRoutes['POST /plans/:id/action-plans/:organisation/import/undo'],
  'action-plan.undo-import',
  'write',
  async (context, { id, organisation }) => {
    if (!(await findPlanDue(context, id))) return err(NO_PLAN);
    if (context.actor.organisationId !== organisation || !isHead(context.actor.role)) return err(NOT_YOURS);
    const event = await lastImport(context, id, organisation);
    const undoer = event ? IMPORT_UNDOERS[event.body.kind] : undefined;
    if (!event || !undoer) return err(NOTHING);
    const done = await carryBack(context, event.body, undoer);
    return done.ok ? ok({ removed: (event.body.after as unknown as Imported).parts.length }) : done;
  },
);

/** Changes of long-standing cases: added, corrected, their road map, closed and reopened, notes, the task they become. */
import type { Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { backlogRoutes } from '#contract/backlog.ts';
import { conflict, type Problem, problem } from '#contract/problem.ts';
import {
  CASE_FIELDS,
  type CaseFields,
  type CaseRow,
  findCase,
  insertCase,
  insertNote,
  lastPosition,
  type StepRow,
  updateCase,
  writeSteps,
} from '#store/backlog.ts';
import { newId } from '#store/ids.ts';
import { findPlan } from '#store/plans.ts';
import { findLife, insertOwnTasks } from '#store/task-life.ts';
import { NO_CASE } from './backlog-read.ts';
import { type Case, shapeCase } from './backlog-shape.ts';
import { CASE_UNDOERS } from './backlog-undo.ts';
import {
  badField,
  changedFields,
  endedOrganisation,
  isMine,
  NOT_YOURS,
  shortTitle,
  undoLast,
  wrongPost,
} from './register.ts';
import { behind, type Context } from './usecase.ts';

const WRONG_STATE = problem(
  409,
  'wrong-state',
  'Trạng thái hiện nay của vụ việc không cho phép việc này.',
  'The case is in a state that does not allow this.',
);

function badDay(field: string): Problem {
  return badField('bad-day', field, 'Ngày này không được sau hôm nay.', 'This day must not lie after today.');
}

interface GivenStep {
  readonly id?: string | undefined;
  readonly text: string;
  readonly dueOn?: string | null | undefined;
  readonly doneOn?: string | null | undefined;
  readonly result?: string | null | undefined;
}

/** Steps keep their ids; an id that is no step of this case is given anew. */
function roadOf(context: Context, given: readonly GivenStep[], before: readonly StepRow[]): Result<StepRow[], Problem> {
  const known = new Set(before.map((step) => step.id));
  const road: StepRow[] = [];
  for (const [at, step] of given.entries()) {
    if (step.doneOn && step.doneOn > context.today) return err(badDay(`steps.${at}.doneOn`));
    const id = step.id !== undefined && known.delete(step.id) ? step.id : newId(context.now);
    road.push({
      id,
      text: step.text.normalize('NFC'),
      dueOn: step.dueOn ?? null,
      doneOn: step.doneOn ?? null,
      result: textOf(step.result),
    });
  }
  return ok(road);
}

function textOf(text: string | null | undefined): string | null {
  return text?.trim().normalize('NFC') || null;
}

async function problemOf(context: Context, fields: CaseFields): Promise<Problem | null> {
  if (!isMine(context, fields.organisationId)) return NOT_YOURS;
  if (fields.aroseOn !== null && fields.aroseOn > context.today) return badDay('aroseOn');
  return (
    (await endedOrganisation(context, fields.organisationId)) ??
    (await wrongPost(context, fields.postId, fields.organisationId))
  );
}

type GivenFacts = Partial<
  Record<
    'title' | 'summary' | 'field' | 'place' | 'organisationId' | 'postId' | 'responsible' | 'aroseOn' | 'dueOn',
    string | null | undefined
  >
>;

const FACTS = [
  'title',
  'summary',
  'field',
  'place',
  'organisationId',
  'postId',
  'responsible',
  'aroseOn',
  'dueOn',
] as const;

/** What is given over what is there; texts composed, empty ones none. */
function factsOver(before: CaseFields, given: GivenFacts): CaseFields {
  const set = Object.fromEntries(
    FACTS.filter((name) => given[name] !== undefined).map((name) => [
      name,
      name === 'title' || name === 'summary' ? (textOf(given[name]) ?? '') : textOf(given[name]),
    ]),
  );
  return { ...before, ...set };
}

const EMPTY: CaseFields = {
  title: '',
  summary: '',
  field: null,
  place: null,
  organisationId: '',
  postId: null,
  responsible: null,
  aroseOn: null,
  dueOn: null,
  state: 'open',
  closedOn: null,
  result: null,
  planId: null,
  taskId: null,
};

/** Writes a new case; for the form and for lists from Excel. */
export async function addOne(
  context: Context,
  given: GivenFacts & { readonly steps: readonly GivenStep[] },
): Promise<Result<string, Problem>> {
  const fields = factsOver(EMPTY, given);
  const wrong = await problemOf(context, fields);
  if (wrong) return err(wrong);
  const road = roadOf(context, given.steps, []);
  if (!road.ok) return road;
  const id = newId(context.now);
  await insertCase(context, id, fields, context.now);
  await writeSteps(context, id, road.value);
  context.record({
    kind: 'case.added',
    subjectType: 'case',
    subjectId: id,
    title: shortTitle(fields.title),
    before: null,
    after: { ...fields, road: road.value } as unknown as Json,
  });
  context.tell(`case:${id}`, { id });
  return ok(id);
}

export const addCase = behind(backlogRoutes['POST /cases'], 'case.add', 'write', async (context, input) => {
  const added = await addOne(context, input);
  return added.ok ? answer(context, added.value) : added;
});

export const editCase = behind(backlogRoutes['PATCH /cases/:id'], 'case.edit', 'write', async (context, input) => {
  const row = await openCase(context, input);
  if (!row.ok) return row;
  const fields = factsOver(row.value, input);
  const wrong = await problemOf(context, fields);
  if (wrong) return err(wrong);
  return change(context, row.value, pickFields(fields), 'case.edited');
});

export const setCaseSteps = behind(
  backlogRoutes['PUT /cases/:id/steps'],
  'case.set-steps',
  'write',
  async (context, input) => {
    const row = await openCase(context, input);
    if (!row.ok) return row;
    if (row.value.state === 'closed') return err(WRONG_STATE);
    const road = roadOf(context, input.steps, row.value.road);
    if (!road.ok) return road;
    return change(context, row.value, { road: road.value }, 'case.steps-set');
  },
);

const ACTS = {
  close: { from: ['open', 'suspended'], to: 'closed', kind: 'case.closed' },
  reopen: { from: ['closed'], to: 'open', kind: 'case.reopened' },
  suspend: { from: ['open'], to: 'suspended', kind: 'case.suspended' },
  resume: { from: ['suspended'], to: 'open', kind: 'case.resumed' },
} as const;

export const actOnCase = behind(backlogRoutes['POST /cases/:id/acts'], 'case.act', 'write', async (context, input) => {
  const row = await openCase(context, input);
  if (!row.ok) return row;
  const { act, on = context.today } = input;
  const rule = ACTS[act];
  if (!(rule.from as readonly string[]).includes(row.value.state)) return err(WRONG_STATE);
  const text = textOf(input.text);
  if (text === null && act !== 'resume') {
    return err(
      act === 'close'
        ? badField('text-needed', 'text', 'Ghi kết quả giải quyết.', 'Tell the result.')
        : badField('text-needed', 'text', 'Ghi lý do.', 'Give the reason.'),
    );
  }
  if (on > context.today) return err(badDay('on'));
  const closing = act === 'close';
  return change(
    context,
    row.value,
    { state: rule.to, closedOn: closing ? on : null, result: closing ? text : row.value.result },
    rule.kind,
    text,
  );
});

export const noteCase = behind(backlogRoutes['POST /cases/:id/notes'], 'case.note', 'write', async (context, input) => {
  const row = await findCase(context, input.id, context.today, true);
  if (!row) return err(NO_CASE);
  if (!isMine(context, row.organisationId)) return err(NOT_YOURS);
  const { personId, postId } = context.actor;
  const text = textOf(input.text) ?? '';
  const id = await insertNote(context, { caseId: row.id, at: context.now, personId, postId, text });
  context.record({
    kind: 'case.noted',
    subjectType: 'case',
    subjectId: row.id,
    title: shortTitle(row.title),
    before: null,
    after: { note: id, text },
  });
  context.tell(`case:${row.id}`, { id: row.id });
  return ok({ id });
});

export const tieCase = behind(backlogRoutes['PUT /cases/:id/task'], 'case.tie', 'write', async (context, input) => {
  const row = await openCase(context, input);
  if (!row.ok) return row;
  const { taskId = null, planId = null } = input;
  if (taskId !== null && planId !== null) {
    return err(
      problem(422, 'one-of-two', 'Chọn một nhiệm vụ hoặc một kế hoạch.', 'Choose a task or a plan, not both.'),
    );
  }
  if (planId !== null) return makeTask(context, row.value, planId);
  if (taskId === null) return change(context, row.value, { taskId: null, planId: null }, 'case.task-untied');
  const life = await findLife(context, taskId);
  if (!life) return err(badField('not-found', 'taskId', 'Không tìm thấy nhiệm vụ.', 'The task was not found.'));
  return change(context, row.value, { taskId, planId: life.planId }, 'case.task-tied');
});

/** A task that the organisation in charge leads, for the Office to assign. */
async function makeTask(context: Context, row: CaseRow, planId: string): Promise<Result<Case, Problem>> {
  const plan = await findPlan(context, planId, context.today);
  if (!plan) return err(badField('not-found', 'planId', 'Không tìm thấy kế hoạch.', 'The plan was not found.'));
  if (row.taskId !== null || row.state !== 'open') return err(WRONG_STATE);
  const id = newId(context.now);
  await insertOwnTasks(
    context,
    [
      {
        id,
        planId,
        parentId: null,
        origin: 'case',
        position: (await lastPosition(context, planId)) + 1,
        text: row.summary === '' ? row.title : `${row.title}: ${row.summary}`,
        section: '',
        groupTitle: 'Vụ việc tồn đọng',
        period: null,
        state: 'draft',
        dueOn: row.dueOn,
        leadIds: [row.organisationId],
        supportIds: [],
        acceptedIds: [],
        assignerId: null,
        postId: null,
        progress: null,
        result: null,
        reportedOn: null,
        doneOn: null,
        returnedOn: null,
        returnReason: null,
        askedDueOn: null,
        askedReason: null,
        pausedState: null,
      },
    ],
    context.now,
  );
  context.tell(`task:${id}`, { id });
  return change(context, row, { taskId: id, planId }, 'case.task-made');
}

export const undoCase = behind(backlogRoutes['POST /cases/:id/undo'], 'case.undo', 'write', async (context, { id }) => {
  const row = await findCase(context, id, context.today, true);
  if (!row) return err(NO_CASE);
  if (!isMine(context, row.organisationId)) return err(NOT_YOURS);
  const undone = await undoLast(context, 'case', id, CASE_UNDOERS);
  if (!undone.ok) return undone;
  context.tell(`case:${id}`, { id });
  return ok({ gone: (await findCase(context, id, context.today)) === null });
});

/** A case that is there, of the version that was seen, and the actor's to change. */
async function openCase(
  context: Context,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Result<CaseRow, Problem>> {
  const row = await findCase(context, id, context.today, true);
  if (!row) return err(NO_CASE);
  if (!isMine(context, row.organisationId)) return err(NOT_YOURS);
  return row.version === version ? ok(row) : err(conflict(await shapeCase(context, row)));
}

function pickFields(fields: CaseFields): Partial<CaseFields> {
  return Object.fromEntries(CASE_FIELDS.map((name) => [name, fields[name]]));
}

/** Writes what differs and records it; nothing when nothing does. */
async function change(
  context: Context,
  row: CaseRow,
  to: Partial<CaseFields> & { readonly road?: readonly StepRow[] },
  kind: string,
  reason: string | null = null,
): Promise<Result<Case, Problem>> {
  const { before, after } = changedFields(row as unknown as Record<string, unknown>, to);
  if (Object.keys(after).length === 0) return answer(context, row.id);
  const { road, ...fields } = to;
  if (!(await updateCase(context, row.id, row.version, fields))) return err(conflict(await shapeCase(context, row)));
  if (road && 'road' in after) await writeSteps(context, row.id, road);
  context.record({
    kind,
    subjectType: 'case',
    subjectId: row.id,
    title: shortTitle(row.title),
    before,
    after,
    reason,
  });
  context.tell(`case:${row.id}`, { id: row.id });
  return answer(context, row.id);
}

async function answer(context: Context, id: string): Promise<Result<Case, Problem>> {
  const row = await findCase(context, id, context.today);
  return row ? ok(await shapeCase(context, row)) : err(NO_CASE);
}

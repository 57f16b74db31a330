/** The register of long-standing cases: lists, counts, one case with its road map and history. */
import type { z } from 'zod';
import { err, ok } from '#base/result.ts';
import { backlogRoutes, type caseDetail } from '#contract/backlog.ts';
import { notFound } from '#contract/problem.ts';
import { sentenceOf } from '#plan/event-words.ts';
import { type CaseRow, caseFacets, countCases, findCase, listCases, listNotes } from '#store/backlog.ts';
import { listEvents } from '#store/event-log.ts';
import { organisationNames } from '#store/organisation-names.ts';
import { caseFilterOf, shapeCase, shapeCases } from './backlog-shape.ts';
import { CASE_UNDOERS } from './backlog-undo.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { isMine, lastUndoable, mayTakeBack } from './register.ts';
import { followedByIds } from './task-shape.ts';
import { behind, type Context } from './usecase.ts';

export const NO_CASE = notFound('vụ việc', 'case');

export const browseCases = behind(backlogRoutes['GET /cases'], 'case.list', 'read', async (context, input) => {
  const at = readCursor(input.cursor, { dueOn: 'date' });
  if (!at.ok) return at;
  const { limit } = input;
  const rows = await listCases(context, caseFilterOf(context, input), { after: at.value, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return ok({
    items: await shapeCases(context, page),
    nextCursor: rows.length > limit && last ? writeCursor({ id: last.id, dueOn: last.dueOn }) : null,
    total: null,
  });
});

export const readCaseFacets = behind(
  backlogRoutes['GET /cases/facets'],
  'case.facets',
  'read',
  async (context, input) => {
    const { counts, late } = await countCases(context, caseFilterOf(context, input));
    const { fields, organisationIds } = await caseFacets(context);
    const names = await organisationNames(context, organisationIds, context.today);
    return ok({
      total: Object.values(counts).reduce((sum, count) => sum + count, 0),
      late,
      counts,
      fields,
      organisations: [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'vi')),
    });
  },
);

export const readCase = behind(backlogRoutes['GET /cases/:id'], 'case.read', 'read', async (context, { id }) => {
  const row = await findCase(context, id, context.today);
  if (!row) return err(NO_CASE);
  const [task] = row.taskId === null ? [] : await followedByIds(context, [row.taskId]);
  const last = await lastUndoable(context, 'case', id, CASE_UNDOERS);
  return ok({
    case: await shapeCase(context, row),
    road: row.road.map((step) => ({
      ...step,
      late: row.state === 'open' && step.doneOn === null && step.dueOn !== null && step.dueOn < context.today,
    })),
    history: await historyOf(context, row),
    task: task ? { id: task.id, text: task.text, state: task.state, standing: task.standing, dueOn: task.dueOn } : null,
    mayUndo: last !== null && isMine(context, row.organisationId) && mayTakeBack(context, last.body.post),
  });
});

type History = z.output<typeof caseDetail>['history'];

const MOST_EVENTS = 1000;

/** Notes and what was done, the newest first; a note that was taken back is gone. */
async function historyOf(context: Context, row: CaseRow): Promise<History> {
  const { events } = await listEvents(context, { subjectType: 'case', subjectId: row.id, limit: MOST_EVENTS });
  const notes = new Map((await listNotes(context, row.id)).map((note) => [note.id, note]));
  return events.flatMap(({ body, personName, postTitle }): History => {
    const by = { id: body.id, at: body.at, person: personName, post: postTitle };
    if (body.kind !== 'case.noted') {
      // Its own acts need no title here; those of its documents are told with it.
      const title = body.kind.startsWith('case.') ? null : body.subject.title;
      const done = sentenceOf({ kind: body.kind, title, before: body.before, after: body.after });
      return [{ ...by, done, text: body.reason }];
    }
    const note = notes.get((body.after as { readonly note: string }).note);
    return note ? [{ ...by, done: null, text: note.text }] : [];
  });
}

/** Long-standing cases as they go over the wire, and their filter as the store is asked. */
import type { z } from 'zod';
import type { caseFilter, caseSchema } from '#contract/backlog.ts';
import { lateSteps } from '#delivery/case-standing.ts';
import type { CaseFilter, CaseRow } from '#store/backlog.ts';
import { organisationNames, postNames } from '#store/organisation-names.ts';
import { isMine } from './register.ts';
import { wordsOf } from './task-list.ts';
import type { Context } from './usecase.ts';

export type Case = z.output<typeof caseSchema>;

export function caseFilterOf({ today }: Context, given: z.output<typeof caseFilter>): CaseFilter {
  return {
    today,
    organisationId: given.organisation,
    field: given.field,
    state: given.state,
    standing: given.standing,
    late: given.late === '1',
    words: wordsOf(given.q ?? ''),
  };
}

export async function shapeCases(context: Context, rows: readonly CaseRow[]): Promise<Case[]> {
  const names = await organisationNames(
    context,
    rows.map((row) => row.organisationId),
    context.today,
  );
  const posts = await postNames(
    context,
    rows.flatMap((row) => (row.postId === null ? [] : [row.postId])),
    context.today,
  );
  return rows.map((row) => {
    const post = row.postId === null ? undefined : posts.get(row.postId);
    const next = row.road.find((step) => step.doneOn === null);
    return {
      id: row.id,
      title: row.title,
      summary: row.summary,
      field: row.field,
      place: row.place,
      organisation: { id: row.organisationId, name: names.get(row.organisationId) ?? '' },
      post: post ? { id: post.id, title: post.title, holder: post.holder } : null,
      responsible: row.responsible,
      aroseOn: row.aroseOn,
      dueOn: row.dueOn,
      state: row.state,
      standing: row.standing,
      closedOn: row.closedOn,
      result: row.result,
      taskId: row.taskId,
      steps: row.road.length,
      doneSteps: row.road.filter((step) => step.doneOn !== null).length,
      lateSteps: lateSteps({ state: row.state, steps: row.road }, context.today),
      nextStep: next && row.state === 'open' ? { text: next.text, dueOn: next.dueOn } : null,
      mine: isMine(context, row.organisationId),
      version: row.version,
    };
  });
}

export async function shapeCase(context: Context, row: CaseRow): Promise<Case> {
  const [shown] = await shapeCases(context, [row]);
  if (!shown) throw new Error('one row gives one case');
  return shown;
}

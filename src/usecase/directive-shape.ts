/** Directives as they go over the wire: with their task as it is followed, and what the post that asks may do. */
import type { Directive } from '#contract/directive.ts';
import type { DirectiveRow } from '#store/directives.ts';
import { followedByIds } from './task-shape.ts';
import type { Context } from './usecase.ts';

/** The Office changes all, a leader what was given in the leader's own name. */
export function mayChange({ actor }: Context, row: Pick<DirectiveRow, 'postId'>): boolean {
  if (!actor.rights.has('directive.give')) return false;
  return actor.role === 'office' || (row.postId !== null && row.postId === actor.postId);
}

export async function shapeDirectives(context: Context, rows: readonly DirectiveRow[]): Promise<Directive[]> {
  const ids = rows.flatMap((row) => (row.taskId === null ? [] : [row.taskId]));
  const tasks = new Map((await followedByIds(context, ids)).map((task) => [task.id, task]));
  return rows.map((row) => ({
    id: row.id,
    planId: row.planId,
    planTitle: row.planTitle,
    kind: row.kind,
    givenOn: row.givenOn,
    givenBy: row.givenBy,
    postId: row.postId,
    text: row.text,
    about:
      row.subjectType === null || row.subjectId === null
        ? null
        : { type: row.subjectType, id: row.subjectId, title: row.subjectTitle ?? '' },
    source:
      row.documentId === null || row.itemId === null
        ? null
        : {
            documentId: row.documentId,
            documentTitle: row.documentTitle,
            documentSymbol: row.documentSymbol,
            itemId: row.itemId,
            span: { start: row.spanStart ?? 0, end: row.spanEnd ?? 0 },
            quote: row.quote ?? '',
          },
    task: (row.taskId === null ? undefined : tasks.get(row.taskId)) ?? null,
    withdrawnAt: row.withdrawnAt,
    withdrawnReason: row.withdrawnReason,
    mayChange: row.withdrawnAt === null && mayChange(context, row),
    version: row.version,
  }));
}

export async function shapeDirective(context: Context, row: DirectiveRow): Promise<Directive> {
  const [shaped] = await shapeDirectives(context, [row]);
  if (!shaped) throw new Error('one row gives one directive');
  return shaped;
}

/** Tasks as they go over the wire: ids of organisations and posts with their names of today. */
import type { z } from 'zod';
import type { followedSchema } from '#contract/task.ts';
import { organisationNames, postNames } from '#store/organisation-names.ts';
import { type FollowRow, listFollowed } from '#store/task-list.ts';
import { unfoundAgencies } from '#store/tasks.ts';
import type { Context } from './usecase.ts';

export type Followed = z.output<typeof followedSchema>;

export async function shapeFollowed(context: Context, rows: readonly FollowRow[]): Promise<Followed[]> {
  const names = await organisationNames(
    context,
    rows.flatMap((row) => [...row.leadIds, ...row.supportIds]),
    context.today,
  );
  const posts = await postNames(
    context,
    rows.flatMap((row) => (row.postId === null ? [] : [row.postId])),
    context.today,
  );
  // Once assigned, who leads is who was chosen; before, the document's words count, also where nobody is found.
  const drafts = rows.filter((row) => row.state === 'draft' && row.origin === 'document').map((row) => row.id);
  const unfound = await unfoundAgencies(context, drafts);
  return rows.map((row) => {
    const bodies = (role: 'lead' | 'support') => [
      ...(role === 'lead' ? row.leadIds : row.supportIds).map((id) => ({
        organisationId: id,
        name: names.get(id) ?? '',
      })),
      ...(unfound.get(row.id) ?? [])
        .filter((one) => one.role === role)
        .map(({ name }) => ({ organisationId: null, name })),
    ];
    const post = row.postId === null ? undefined : posts.get(row.postId);
    return {
      id: row.id,
      planId: row.planId,
      planTitle: row.planTitle,
      parentId: row.parentId,
      origin: row.origin,
      position: row.position,
      text: row.text,
      section: row.section,
      label: row.label,
      groupTitle: row.groupTitle,
      period: row.period,
      products: [...row.products],
      printedDueOn: row.printedDueOn,
      dueOn: row.dueOn,
      state: row.state,
      standing: row.standing,
      leads: bodies('lead'),
      supports: bodies('support'),
      acceptedIds: [...row.acceptedIds],
      post: post ? { id: post.id, title: post.title, holder: post.holder } : null,
      progress: row.progress,
      result: row.result,
      reportedOn: row.reportedOn,
      doneOn: row.doneOn,
      returnedOn: row.returnedOn,
      returnReason: row.returnReason,
      askedDueOn: row.askedDueOn,
      askedReason: row.askedReason,
      toldAt: row.toldAt,
      parts: row.parts,
      evidence: row.evidence,
      version: row.version,
    };
  });
}

/** Some tasks by their ids, in the order of the plan. */
export async function followedByIds(context: Context, ids: readonly string[]): Promise<Followed[]> {
  if (ids.length === 0) return [];
  const rows = await listFollowed(
    context,
    { today: context.today, ids },
    { sort: 'order', after: null, limit: ids.length },
  );
  return shapeFollowed(context, rows);
}

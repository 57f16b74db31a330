/** Evidence as it goes over the wire. */
import type { evidenceRoutes } from '#contract/evidence.ts';
import type { RouteOutput } from '#contract/route.ts';
import type { EvidenceRow } from '#store/evidence.ts';
import { organisationNames } from '#store/organisation-names.ts';
import type { EvidenceSubject } from './evidence-subject.ts';
import type { Context } from './usecase.ts';

export type Evidence = RouteOutput<(typeof evidenceRoutes)['DELETE /evidence/:id']>;

export async function shapeEvidence(
  context: Context,
  subject: EvidenceSubject,
  rows: readonly EvidenceRow[],
): Promise<Evidence[]> {
  const ids = rows.flatMap((row) => (row.organisationId === null ? [] : [row.organisationId]));
  const names = await organisationNames(context, ids, context.today);
  const mayAct = context.actor.rights.has('task.act') && subject.refused === null;
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    size: row.size,
    mediaType: row.mediaType,
    url: row.url,
    documentId: row.documentId,
    addedAt: row.addedAt,
    person: row.personName,
    post: row.postTitle,
    organisation: row.organisationId === null ? null : (names.get(row.organisationId) ?? null),
    removedAt: row.removedAt,
    mayRemove: mayAct && row.removedAt === null && mayRemove(context, subject, row),
  }));
}

/** What one posted oneself, or what belongs to a task that one assigned. */
export function mayRemove(context: Context, subject: EvidenceSubject, row: EvidenceRow): boolean {
  return subject.mayRemoveAny || (row.postId !== null && row.postId === context.actor.postId);
}

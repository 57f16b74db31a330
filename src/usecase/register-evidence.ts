/** Files, links and documents (tài liệu kèm theo) of cases and inspections: who may add and take away. */
import { findCase } from '#store/backlog.ts';
import { findInspection } from '#store/inspections.ts';
import type { FindEvidenceSubject } from './evidence-subject.ts';
import { isMine, NOT_YOURS, shortTitle } from './register.ts';

export const caseEvidence: FindEvidenceSubject = async (context, id, lock) => {
  const row = await findCase(context, id, context.today, lock);
  if (!row) return null;
  const mine = isMine(context, row.organisationId);
  return {
    title: shortTitle(row.title),
    refused: mine ? null : NOT_YOURS,
    mayRemoveAny: context.actor.role === 'office',
  };
};

export const inspectionEvidence: FindEvidenceSubject = async (context, id, lock) => {
  const row = await findInspection(context, id, lock);
  if (!row) return null;
  const mine = isMine(context, row.organisationId);
  return {
    title: shortTitle(row.subjectName),
    refused: mine ? null : NOT_YOURS,
    mayRemoveAny: context.actor.role === 'office',
  };
};

/** Minh chứng: files, links and documents of the library that prove a task, a case or another entry of a register. */
import { z } from 'zod';
import { defineRoutes, idParams, isoInstant, uuid } from './route.ts';

/** What evidence can be of; each is registered in `usecase/evidence-subject.ts`. */
export const EVIDENCE_SUBJECTS = ['task', 'case', 'deliverable', 'inspection', 'directive'] as const;
export type EvidenceSubjectType = (typeof EVIDENCE_SUBJECTS)[number];

const of = z.object({ subjectType: z.enum(EVIDENCE_SUBJECTS), subjectId: uuid });

export const evidenceSchema = z.object({
  id: uuid,
  kind: z.enum(['file', 'link', 'document']),
  /** Name of the file, words of the link, symbol and title of the document. */
  name: z.string(),
  /** Bytes; null unless it is a file. */
  size: z.int().nullable(),
  mediaType: z.string().nullable(),
  url: z.string().nullable(),
  documentId: uuid.nullable(),
  addedAt: isoInstant,
  person: z.string().nullable(),
  post: z.string().nullable(),
  organisation: z.string().nullable(),
  /** When it was taken away; it stays in the list as history, its bytes are not given any more. */
  removedAt: isoInstant.nullable(),
  /** True when the post that asks may take it away. */
  mayRemove: z.boolean(),
});

const added = z.object({
  evidence: evidenceSchema,
  /** True when it was there already; nothing was kept twice. */
  already: z.boolean(),
});

export const evidenceRoutes = defineRoutes({
  'GET /evidence': {
    access: 'plan.read',
    tag: 'task',
    summary: { vi: 'Minh chứng của một nhiệm vụ, vụ việc …', en: 'Evidence of a task or an entry of a register' },
    query: of,
    response: z.object({
      /** The newest first; those taken away stand among them. */
      items: z.array(evidenceSchema),
      mayAdd: z.boolean(),
      /** Why nothing can be added; null when it can. */
      refused: z.object({ vi: z.string(), en: z.string() }).nullable(),
      /** Largest file, bytes. */
      mostBytes: z.int(),
      /** Endings of names that are taken, without the dot. */
      endings: z.array(z.string()),
    }),
  },
  'POST /evidence/file': {
    access: 'task.act',
    tag: 'task',
    summary: { vi: 'Đính kèm tệp minh chứng', en: 'Add a file as evidence' },
    query: of.extend({ fileName: z.string().trim().min(1).max(255) }),
    takes: 'bytes',
    status: 201,
    response: added,
    problems: [
      'too-large',
      'empty-file',
      'upload-broken',
      'file-not-taken',
      'secret',
      'not-yours',
      'closed',
      'evidence-full',
    ],
  },
  'POST /evidence/link': {
    access: 'task.act',
    tag: 'task',
    summary: { vi: 'Đính kèm liên kết minh chứng', en: 'Add a link as evidence' },
    body: of.extend({ url: z.string().trim().min(1).max(2000), name: z.string().trim().max(200).default('') }),
    status: 201,
    response: added,
    problems: ['bad-link', 'not-yours', 'closed', 'evidence-full'],
  },
  'POST /evidence/document': {
    access: 'task.act',
    tag: 'task',
    summary: { vi: 'Đính kèm văn bản trong thư viện', en: 'Add a document of the library as evidence' },
    body: of.extend({ documentId: uuid }),
    status: 201,
    response: added,
    problems: ['not-yours', 'closed', 'evidence-full'],
  },
  'DELETE /evidence/:id': {
    access: 'task.act',
    tag: 'task',
    summary: { vi: 'Gỡ minh chứng (có thể khôi phục)', en: 'Take a piece of evidence away; it can be put back' },
    params: idParams,
    response: evidenceSchema,
    problems: ['not-yours', 'closed', 'last-evidence'],
  },
  'POST /evidence/:id/restore': {
    access: 'task.act',
    tag: 'task',
    summary: { vi: 'Khôi phục minh chứng đã gỡ', en: 'Put a piece of evidence back' },
    params: idParams,
    response: evidenceSchema,
    problems: ['not-yours', 'closed', 'nothing-kept'],
  },
  'GET /evidence/:id/file': {
    access: 'plan.read',
    tag: 'task',
    summary: { vi: 'Tệp minh chứng', en: 'The file of a piece of evidence' },
    params: idParams,
    gives: 'bytes',
    problems: ['nothing-kept'],
  },
});

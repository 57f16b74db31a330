/** The register of deliverables (sản phẩm): what is to be issued, how far it has come, which session it goes to. */
import { z } from 'zod';
import { STAGES } from '#delivery/deliverable-stage.ts';
import { PROGRAMME_WARNINGS } from '#delivery/programme.ts';
import { STANDINGS, TASK_STATES } from '#delivery/standing.ts';
import { agencyRef } from './plan.ts';
import { defineRoutes, idParams, isoDate, isoInstant, pageOf, pageQuery, uuid, versioned } from './route.ts';

/** `2021-07`. */
export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

/** Kinds as the reading names them (`PRODUCT_WORDS` of the pages). */
export const PRODUCT_KINDS = [
  'resolution',
  'decision',
  'scheme',
  'plan',
  'programme',
  'regulation',
  'planning',
  'policy',
  'project',
  'report',
  'database',
  'criteria',
  'other',
] as const;

const kind = z.enum(PRODUCT_KINDS);
const name = z.string().trim().min(1).max(1000);
const sessionTitle = z.string().trim().max(200);
const note = z.string().trim().max(5000);

export const deliverableSchema = z.object({
  id: uuid,
  planId: uuid,
  planTitle: z.string(),
  kind: z.string(),
  name: z.string(),
  stage: z.enum(STAGES),
  standing: z.enum(STANDINGS),
  /** The deadline in force: its own, or that of its task. */
  dueOn: isoDate.nullable(),
  draftedOn: isoDate.nullable(),
  appraisedOn: isoDate.nullable(),
  submittedOn: isoDate.nullable(),
  issuedOn: isoDate.nullable(),
  symbol: z.string().nullable(),
  document: z.object({ id: uuid, title: z.string() }).nullable(),
  sessionMonth: month.nullable(),
  sessionTitle: z.string().nullable(),
  note: z.string().nullable(),
  /** The task that is to bring it. */
  task: z.object({
    id: uuid,
    text: z.string(),
    state: z.enum(TASK_STATES),
    leads: z.array(agencyRef),
  }),
  /** What the post that asks may do with it: all, its stage and note, nothing. */
  mayEdit: z.enum(['all', 'stage', 'none']),
  version: z.int(),
});

const warning = z.object({ code: z.enum(PROGRAMME_WARNINGS), vi: z.string(), en: z.string() });
const scheduled = deliverableSchema.extend({ warnings: z.array(warning) });

const programmeQuery = z.object({
  plan: uuid,
  /** Days before a session by which a draft must have been appraised. */
  appraisalDays: z.coerce.number().int().min(0).max(365).optional(),
});

export const deliverableFilter = z.object({
  plan: uuid.optional(),
  kind: kind.optional(),
  stage: z.enum(STAGES).optional(),
  /** Organisation that leads the task. */
  lead: uuid.optional(),
  task: uuid.optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  session: z.union([month, z.enum(['none'])]).optional(),
  standing: z.enum(STANDINGS).optional(),
  q: z.string().max(200).optional(),
});

export type Deliverable = z.output<typeof deliverableSchema>;
export type DeliverableQuery = z.output<typeof deliverableFilter>;

export const deliverableRoutes = defineRoutes({
  'GET /deliverables': {
    access: 'plan.read',
    tag: 'deliverable',
    machines: true,
    summary: { vi: 'Sản phẩm phải trình, ban hành, theo bộ lọc', en: 'Deliverables by a filter' },
    query: deliverableFilter.extend(pageQuery.shape),
    response: pageOf(deliverableSchema),
  },
  'GET /deliverables/counts': {
    access: 'plan.read',
    tag: 'deliverable',
    machines: true,
    summary: { vi: 'Số sản phẩm theo bước và theo tình trạng', en: 'How many are at each stage and in each standing' },
    query: deliverableFilter,
    response: z.object({
      total: z.int(),
      stages: z.record(z.enum(STAGES), z.int()),
      standings: z.record(z.enum(STANDINGS), z.int()),
      /** Organisations that lead tasks with deliverables of the plan, for the filter. */
      leads: z.array(z.object({ organisationId: uuid, name: z.string(), count: z.int() })),
    }),
  },
  'GET /deliverables/programme': {
    access: 'plan.read',
    tag: 'deliverable',
    machines: true,
    summary: {
      vi: 'Chương trình công tác theo tháng: sản phẩm nào trình phiên họp nào',
      en: 'The programme by month: what goes to which session',
    },
    query: programmeQuery,
    response: z.object({
      months: z.array(
        z.object({ month, sessions: z.array(z.object({ title: z.string(), items: z.array(scheduled) })) }),
      ),
      /** Not issued, and in no session. */
      unplanned: z.array(scheduled),
      warnings: z.int(),
      appraisalDays: z.int(),
    }),
  },
  'GET /deliverables/programme.xlsx': {
    access: 'plan.read',
    tag: 'deliverable',
    machines: true,
    summary: { vi: 'Chương trình công tác theo tháng, tệp Excel', en: 'The programme by month in Excel' },
    query: programmeQuery,
    gives: 'bytes',
  },
  'GET /deliverables/:id': {
    access: 'plan.read',
    tag: 'deliverable',
    machines: true,
    summary: { vi: 'Một sản phẩm: nhiệm vụ, câu trong văn bản, lịch sử', en: 'One deliverable with its history' },
    params: idParams,
    response: deliverableSchema.extend({
      /** Where it stands in its document; null for one that a person added. */
      source: z.object({ documentId: uuid, span: z.object({ start: z.int(), end: z.int() }) }).nullable(),
      history: z.array(
        z.object({
          id: uuid,
          at: isoInstant,
          person: z.string().nullable(),
          post: z.string().nullable(),
          text: z.string(),
          reason: z.string().nullable(),
        }),
      ),
      mayUndo: z.boolean(),
    }),
  },
  'POST /tasks/:id/deliverables': {
    access: 'register.edit',
    tag: 'deliverable',
    status: 201,
    summary: { vi: 'Thêm sản phẩm vào một nhiệm vụ', en: 'Add a deliverable to a task' },
    params: idParams,
    body: z.object({
      kind,
      name,
      dueOn: isoDate.nullish(),
      sessionMonth: month.nullish(),
      sessionTitle: sessionTitle.nullish(),
      note: note.nullish(),
    }),
    response: deliverableSchema,
    problems: ['not-yours'],
  },
  'PATCH /deliverables/:id': {
    access: 'register.edit',
    tag: 'deliverable',
    summary: { vi: 'Sửa sản phẩm: tên, loại, hạn, phiên họp, ghi chú', en: 'Change a deliverable' },
    params: idParams,
    body: versioned.extend({
      kind: kind.optional(),
      name: name.optional(),
      dueOn: isoDate.nullish(),
      sessionMonth: month.nullish(),
      sessionTitle: sessionTitle.nullish(),
      note: note.nullish(),
    }),
    response: deliverableSchema,
    problems: ['conflict', 'not-yours'],
  },
  'POST /deliverables/:id/stage': {
    access: 'register.edit',
    tag: 'deliverable',
    summary: { vi: 'Chuyển bước: dự thảo, thẩm định, trình, ban hành', en: 'Move a deliverable to another stage' },
    params: idParams,
    body: versioned.extend({
      to: z.enum(STAGES),
      on: isoDate.nullish(),
      symbol: z.string().trim().max(100).nullish(),
      documentId: uuid.nullish(),
      reason: z.string().trim().max(2000).nullish(),
    }),
    response: deliverableSchema.extend({ skipped: z.array(z.enum(STAGES)) }),
    problems: ['conflict', 'not-yours', 'same-stage', 'day-needed', 'bad-day', 'symbol-needed', 'reason-needed'],
  },
  'POST /deliverables/:id/end': {
    access: 'register.edit',
    tag: 'deliverable',
    summary: { vi: 'Bỏ sản phẩm khỏi danh mục, có lý do', en: 'Take a deliverable out of the register' },
    params: idParams,
    body: versioned.extend({ reason: z.string().trim().min(1).max(2000) }),
    response: z.object({ ended: z.literal(true), version: z.int() }),
    problems: ['conflict', 'not-yours'],
  },
  'POST /deliverables/:id/undo': {
    access: 'register.edit',
    tag: 'deliverable',
    summary: { vi: 'Hoàn tác thay đổi gần nhất của sản phẩm', en: 'Take the last change of a deliverable back' },
    params: idParams,
    body: versioned,
    /** Null when adding it was taken back. */
    response: deliverableSchema.nullable(),
    problems: ['conflict', 'nothing-to-undo', 'not-yours'],
  },
});

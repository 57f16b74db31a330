/** Action plans of agencies (kế hoạch hành động): who has issued one, what nobody has taken up, as Word and Excel, from Word. */
import { z } from 'zod';
import { ACTION_PLAN_STATES, NOT_TAKEN_UP } from '#delivery/action-plan.ts';
import { period } from './breakdown.ts';
import { agencyRef } from './plan.ts';
import { defineRoutes, idParams, isoDate, isoInstant, uuid, versioned } from './route.ts';

const agencyParams = z.object({ id: uuid, organisation: uuid });

export const agencyPlanSchema = z.object({
  organisation: z.object({ id: uuid, name: z.string() }),
  /** Of the agency that asks, or that it may keep for another. */
  own: z.boolean(),
  mayEdit: z.boolean(),
  /** The day that counts: its own, else that of the plan. */
  dueOn: isoDate.nullable(),
  ownDueOn: isoDate.nullable(),
  symbol: z.string().nullable(),
  issuedOn: isoDate.nullable(),
  document: z.object({ id: uuid, title: z.string(), symbol: z.string().nullable() }).nullable(),
  note: z.string().nullable(),
  state: z.enum(ACTION_PLAN_STATES),
  remindedAt: isoInstant.nullable(),
  /** Tasks that it leads and that were not cancelled, without parts of others. */
  tasks: z.object({
    total: z.int(),
    accepted: z.int(),
    brokenDown: z.int(),
    withPerson: z.int(),
    done: z.int(),
    overdue: z.int(),
  }),
  targets: z.int(),
  /** Null: nothing was written down for it yet. */
  version: z.int().nullable(),
});

export type AgencyPlan = z.output<typeof agencyPlanSchema>;

const takenUpItem = z.object({
  id: uuid,
  subject: z.enum(['task', 'target']),
  reason: z.enum(NOT_TAKEN_UP),
  /** The sentence of the document. */
  text: z.string(),
  leads: z.array(agencyRef),
  dueOn: isoDate.nullable(),
});

/** A part that an agency's document names, and the task that it is matched to. */
export const importRow = z.object({
  /** Its place in the document: to be named when it is applied. */
  key: z.string(),
  text: z.string(),
  label: z.string().nullable(),
  /** What the document calls the whole, where it does. */
  whole: z.string().nullable(),
  /** The whole itself, not a part of it: nothing to be made of it. */
  isWhole: z.boolean(),
  /** There is such a part already. */
  there: z.boolean(),
  matches: z.array(z.object({ taskId: uuid, text: z.string(), score: z.number() })),
  /** The best match above the threshold. */
  taskId: uuid.nullable(),
  period: period.nullable(),
  dueOn: isoDate.nullable(),
  responsible: z.object({
    /** As printed. */
    words: z.string(),
    organisationId: uuid.nullable(),
    postId: uuid.nullable(),
  }),
  span: z.object({ start: z.int(), end: z.int() }),
  quote: z.string(),
});

export const actionPlanRoutes = defineRoutes({
  'GET /plans/:id/action-plans': {
    access: 'plan.read',
    tag: 'action-plan',
    machines: true,
    summary: {
      vi: 'Kế hoạch hành động của các cơ quan: ai đã ban hành, ai muộn, đã tiếp nhận, phân rã đến đâu',
      en: 'Action plans of the agencies: issued, late, how far their tasks are accepted and broken down',
    },
    params: idParams,
    response: z.object({
      dueOn: isoDate.nullable(),
      planVersion: z.int(),
      mayOrder: z.boolean(),
      states: z.record(z.enum(ACTION_PLAN_STATES), z.int()),
      /** That of who asks first, then those that are late. */
      items: z.array(agencyPlanSchema),
    }),
  },
  'PUT /plans/:id/action-plan-due': {
    access: 'plan.publish',
    tag: 'action-plan',
    summary: {
      vi: 'Ngày các cơ quan phải ban hành kế hoạch hành động',
      en: 'The day by which agencies are to issue their action plans',
    },
    params: idParams,
    body: versioned.extend({ dueOn: isoDate.nullable() }),
    response: z.object({ dueOn: isoDate.nullable(), planVersion: z.int() }),
    problems: ['conflict'],
  },
  'PUT /plans/:id/action-plans/:organisation': {
    access: 'task.break-down',
    tag: 'action-plan',
    summary: {
      vi: 'Ghi kế hoạch hành động của một cơ quan: hạn riêng, số, ngày ban hành, văn bản',
      en: 'Write down an agency’s action plan: its own day, symbol, day of issue, document',
    },
    params: agencyParams,
    body: z.object({
      /** Null: nothing was written down yet. */
      version: z.int().positive().nullable(),
      /** Its own day; the Office alone sets it. */
      dueOn: isoDate.nullish(),
      symbol: z.string().trim().max(100).nullish(),
      issuedOn: isoDate.nullish(),
      documentId: uuid.nullish(),
      note: z.string().trim().max(2000).nullish(),
    }),
    response: agencyPlanSchema,
    problems: ['conflict', 'not-yours', 'ended-organisation', 'in-future'],
  },
  'DELETE /plans/:id/action-plans/:organisation': {
    access: 'plan.publish',
    tag: 'action-plan',
    summary: {
      vi: 'Bỏ cơ quan được thêm nhầm khỏi danh sách phải ban hành kế hoạch hành động',
      en: 'Take an agency out that was added by mistake',
    },
    params: agencyParams,
    body: versioned,
    problems: ['conflict', 'issued-already'],
  },
  'POST /plans/:id/action-plans/remind': {
    access: 'task.assign',
    tag: 'action-plan',
    summary: {
      vi: 'Đôn đốc nhiều cơ quan chưa ban hành kế hoạch hành động',
      en: 'Remind agencies that have not issued their action plan',
    },
    params: idParams,
    body: z.object({ organisations: z.array(uuid).min(1).max(500) }),
    response: z.object({
      reminded: z.array(uuid),
      /** Issued already, or reminded today. */
      skipped: z.array(uuid),
    }),
  },
  'GET /plans/:id/not-taken-up': {
    access: 'plan.read',
    tag: 'action-plan',
    machines: true,
    summary: {
      vi: 'Phần nào của nghị quyết chưa ai nhận: theo từng mục, với câu trong văn bản',
      en: 'What of the resolution nobody has taken up, by section, with the sentences',
    },
    params: idParams,
    query: z.object({
      /** Days that an agency has to accept a task. */
      days: z.coerce.number().int().min(0).max(365).default(7),
    }),
    response: z.object({
      /** Assigned on this day or before and not accepted counts. */
      assignedTo: isoDate,
      counts: z.record(z.enum(NOT_TAKEN_UP), z.int()),
      groups: z.array(z.object({ section: z.string(), title: z.string(), items: z.array(takenUpItem) })),
      /** Not all are listed. */
      more: z.boolean(),
    }),
  },
  'GET /plans/:id/action-plans/:organisation/export.docx': {
    access: 'plan.read',
    tag: 'action-plan',
    summary: {
      vi: 'Kế hoạch hành động của cơ quan thành văn bản Word theo thể thức',
      en: 'An agency’s action plan as an official document in Word',
    },
    params: agencyParams,
    gives: 'bytes',
  },
  'GET /plans/:id/action-plans/:organisation/export.xlsx': {
    access: 'plan.read',
    tag: 'action-plan',
    summary: { vi: 'Kế hoạch hành động của cơ quan thành Excel', en: 'An agency’s action plan in Excel' },
    params: agencyParams,
    gives: 'bytes',
  },
  'POST /plans/:id/action-plans/:organisation/import': {
    access: 'task.break-down',
    tag: 'action-plan',
    summary: {
      vi: 'Xem trước khi nhập thành phần việc: từng việc của văn bản khớp với nhiệm vụ nào',
      en: 'What parts a document of the agency would make, each matched to a task',
    },
    params: agencyParams,
    body: z.object({ documentId: uuid }),
    response: z.object({
      documentId: uuid,
      /** Of the reading that was looked at. */
      readingId: uuid,
      rows: z.array(importRow),
      /** Tasks that parts can be made of. */
      tasks: z.array(z.object({ id: uuid, text: z.string(), section: z.string(), dueOn: isoDate.nullable() })),
    }),
    problems: ['not-yours', 'not-read', 'no-rows'],
  },
  'POST /plans/:id/action-plans/:organisation/import/apply': {
    access: 'task.break-down',
    tag: 'action-plan',
    summary: { vi: 'Nhập các phần việc đã xác nhận', en: 'Make the parts that were confirmed' },
    params: agencyParams,
    body: z.object({
      documentId: uuid,
      readingId: uuid,
      parts: z
        .array(
          z.object({
            key: z.string().max(40),
            taskId: uuid,
            text: z.string().trim().min(1).max(5000),
            period: period.nullish(),
            dueOn: isoDate.nullish(),
            organisationId: uuid.nullish(),
            postId: uuid.nullish(),
          }),
        )
        .min(1)
        .max(500),
      late: z.boolean().default(false),
    }),
    response: z.object({ made: z.int(), taskIds: z.array(uuid) }),
    status: 201,
    problems: ['not-yours', 'preview-changed', 'wrong-state', 'after-whole', 'not-below', 'not-there', 'too-deep'],
  },
  'POST /plans/:id/action-plans/:organisation/import/undo': {
    access: 'task.break-down',
    tag: 'action-plan',
    summary: { vi: 'Hoàn tác lần nhập gần nhất', en: 'Take the last import back as one' },
    params: agencyParams,
    response: z.object({ removed: z.int() }),
    problems: ['nothing-to-undo', 'not-yours', 'undo-in-the-way'],
  },
});

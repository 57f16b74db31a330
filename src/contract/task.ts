/** Tasks as they are followed (theo dõi nhiệm vụ): lists, counts, one task, the acts on it. */
import { z } from 'zod';
import { ACTS } from '#delivery/act.ts';
import { STANDINGS, TASK_STATES } from '#delivery/standing.ts';
import { TASK_ORIGINS } from '#delivery/task-life.ts';
import { agencyRef, taskSchema } from './plan.ts';
import { decimal, defineRoutes, idParams, isoDate, isoInstant, pageOf, pageQuery, uuid } from './route.ts';

const percent = decimal.refine((text) => Number(text) >= 0 && Number(text) <= 100);
/** `a,b` in an address. */
const listed = <T extends readonly [string, ...string[]]>(values: T) =>
  z
    .string()
    .max(300)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values)).min(1).max(20));
const flag = z.enum(['1']).optional();

/** What tasks are chosen by: the same for lists, counts, boards, calendars and exports. */
export const taskFilter = z.object({
  plan: uuid.optional(),
  organisation: uuid.optional(),
  role: z.enum(['lead', 'support']).optional(),
  standing: listed(STANDINGS).optional(),
  state: listed(TASK_STATES).optional(),
  origin: listed(TASK_ORIGINS).optional(),
  /** Path of labels of a part of the document, `II.2`. */
  section: z.string().max(300).optional(),
  /** Kind of a deliverable. */
  product: z.string().max(100).optional(),
  lead: z.enum(['with', 'without']).optional(),
  due: z.enum(['with', 'without']).optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  q: z.string().max(200).optional(),
  parent: uuid.optional(),
  post: uuid.optional(),
  /** The organisation that assigned it. */
  assigner: uuid.optional(),
  /** An extension waits for an answer. */
  asked: flag,
  /** Returned, and not reported again since. */
  returned: flag,
  /** Returned at least so many times. */
  returns: z.coerce.number().int().min(1).max(99).optional(),
  /** Reported done on this day or before, and still not verified. */
  reportedTo: isoDate.optional(),
  /** Assigned on this day or before, and still not accepted. */
  assignedTo: isoDate.optional(),
  /** By the organisation of the filter; without one, by all who lead. */
  accepted: z.enum(['yes', 'no']).optional(),
  /** Broken down, by the organisation of the filter when there is one. */
  parts: z.enum(['with', 'without']).optional(),
  /** Somebody is named for it or for a part of it. */
  person: z.enum(['with', 'without']).optional(),
  /** Only tasks that are no part of another. */
  wholes: flag,
  /** These alone, as far as the rest of the filter lets them through. */
  ids: z
    .string()
    .max(3_800)
    .transform((text) => text.split(','))
    .pipe(z.array(uuid).min(1).max(100))
    .optional(),
});

/** A task in a list. */
export const followedSchema = z.object({
  id: uuid,
  planId: uuid,
  planTitle: z.string(),
  parentId: uuid.nullable(),
  origin: z.enum(TASK_ORIGINS),
  position: z.number(),
  text: z.string(),
  section: z.string(),
  label: z.string().nullable(),
  groupTitle: z.string().nullable(),
  period: z.string().nullable(),
  /** Kinds of its deliverables. */
  products: z.array(z.string()),
  printedDueOn: isoDate.nullable(),
  dueOn: isoDate.nullable(),
  state: z.enum(TASK_STATES),
  standing: z.enum(STANDINGS),
  /** By today's names; bodies that no organisation was found for are named as printed, without id. */
  leads: z.array(agencyRef),
  supports: z.array(agencyRef),
  acceptedIds: z.array(uuid),
  post: z.object({ id: uuid, title: z.string(), holder: z.string().nullable() }).nullable(),
  progress: decimal.nullable(),
  result: z.string().nullable(),
  reportedOn: isoDate.nullable(),
  doneOn: isoDate.nullable(),
  returnedOn: isoDate.nullable(),
  returnReason: z.string().nullable(),
  askedDueOn: isoDate.nullable(),
  askedReason: z.string().nullable(),
  toldAt: isoInstant.nullable(),
  parts: z.int(),
  evidence: z.int(),
  version: z.int(),
});

export const standingCounts = z.record(z.enum(STANDINGS), z.int());

/** An entry of the history. */
export const taskActSchema = z.object({
  id: uuid,
  act: z.string(),
  at: isoInstant,
  person: z.string().nullable(),
  post: z.string().nullable(),
  organisation: z.string().nullable(),
  text: z.string().nullable(),
  dueOn: isoDate.nullable(),
  progress: decimal.nullable(),
  /** Deadline before it, when it changed the deadline. */
  dueBefore: isoDate.nullable(),
  /** Names of today of who leads and supports, when it chose them; the post that does the work, when it named one. */
  leads: z.array(z.string()).nullable(),
  supports: z.array(z.string()).nullable(),
  doer: z.string().nullable(),
  undone: z.boolean(),
});

const actBody = z.object({
  act: z.enum(ACTS),
  text: z.string().trim().max(10_000).nullish(),
  dueOn: isoDate.nullish(),
  progress: percent.nullish(),
  /** For assigning: who leads and who supports; absent: as the document names them, or who has their work today. */
  leads: z.array(uuid).max(50).optional(),
  supports: z.array(uuid).max(100).optional(),
  /** For naming who does it. */
  postId: uuid.nullish(),
});

export const taskRoutes = defineRoutes({
  'GET /tasks': {
    access: 'plan.read',
    tag: 'task',
    summary: { vi: 'Nhiệm vụ đang theo dõi, theo bộ lọc', en: 'Tasks as they are followed, by a filter' },
    query: taskFilter.extend({ sort: z.enum(['order', 'due', 'told']).default('order') }).extend(pageQuery.shape),
    response: pageOf(followedSchema),
    machines: true,
  },
  'GET /tasks/counts': {
    access: 'plan.read',
    tag: 'task',
    summary: {
      vi: 'Số nhiệm vụ theo tình trạng, cùng bộ lọc',
      en: 'How many tasks of the filter are in each standing',
    },
    query: taskFilter.extend({ by: z.enum(['lead']).optional() }),
    response: z.object({
      total: z.int(),
      counts: standingCounts,
      /** Of each organisation that leads, when it was asked for. */
      leads: z.array(z.object({ organisationId: uuid, name: z.string(), counts: standingCounts })),
    }),
    machines: true,
  },
  'GET /tasks/:id': {
    access: 'plan.read',
    tag: 'task',
    machines: true,
    summary: {
      vi: 'Một nhiệm vụ: câu trong văn bản, vòng đời, lịch sử, việc được phép làm',
      en: 'A task: its sentence, its life, its history, what the post may do',
    },
    params: idParams,
    response: z.object({
      /** The day that its standing was told of. */
      today: isoDate,
      planId: uuid,
      planTitle: z.string(),
      life: followedSchema,
      /** The task that it is a part of, up to the one that a document orders. */
      parents: z.array(z.object({ id: uuid, text: z.string() })),
      parts: z.array(followedSchema),
      /** As the document has it; of a part, as the document has the whole. Null: no document orders it. */
      task: taskSchema.nullable(),
      versions: z.array(taskSchema.extend({ validTo: isoDate.nullable() })),
      context: z.object({ before: z.string(), quote: z.string(), after: z.string() }).nullable(),
      acts: z.array(taskActSchema),
      /** What the post that asks may do now. */
      allowed: z.array(z.enum(ACTS)),
      mayUndo: z.boolean(),
      mayBreakDown: z.boolean(),
    }),
  },
  'GET /tasks/:id/assignment': {
    access: 'task.assign',
    tag: 'task',
    summary: {
      vi: 'Đề xuất giao: cơ quan văn bản nêu, cơ quan kế thừa hiện nay và lý do',
      en: 'Whom to assign: the bodies that the document names, who has their work today, and why',
    },
    params: idParams,
    response: z.object({
      items: z.array(
        z.object({
          role: z.enum(['lead', 'support']),
          /** As printed. */
          name: z.string(),
          /** The organisation of that name on the day of the document. */
          named: agencyRef.nullable(),
          /** Who has its work today; null when nobody is known. */
          proposed: agencyRef.nullable(),
          /** Why another is proposed, or why nobody is. */
          reason: z.object({ vi: z.string(), en: z.string() }).nullable(),
        }),
      ),
    }),
  },
  'POST /tasks/:id/acts': {
    access: 'task.act',
    tag: 'task',
    summary: { vi: 'Một việc đối với nhiệm vụ: giao, tiếp nhận, cập nhật, báo cáo …', en: 'One act on a task' },
    params: idParams,
    body: actBody.extend({ version: z.int().positive() }),
    response: followedSchema,
    problems: [
      'conflict',
      'not-yours',
      'wrong-state',
      'text-needed',
      'due-needed',
      'lead-needed',
      'post-needed',
      'evidence-needed',
    ],
  },
  'POST /tasks/acts': {
    access: 'task.act',
    tag: 'task',
    summary: { vi: 'Cùng một việc đối với nhiều nhiệm vụ', en: 'The same act on many tasks; each by itself' },
    body: actBody.extend({ ids: z.array(uuid).min(1).max(500) }),
    response: z.object({
      done: z.array(uuid),
      refused: z.array(z.object({ id: uuid, text: z.string(), vi: z.string(), en: z.string() })),
    }),
  },
  'POST /tasks/:id/undo': {
    access: 'task.act',
    tag: 'task',
    summary: { vi: 'Hoàn tác việc gần nhất', en: 'Take the last act back' },
    params: idParams,
    body: z.object({ version: z.int().positive() }),
    response: followedSchema,
    problems: ['conflict', 'nothing-to-undo', 'not-yours', 'undo-in-the-way'],
  },
});

/** Directives (ý kiến chỉ đạo) and conclusions of leaders (kết luận): what was ordered, and the task that is followed. */
import { z } from 'zod';
import { STANDINGS } from '#delivery/standing.ts';
import { agencyRef } from './plan.ts';
import { defineRoutes, idParams, isoDate, isoInstant, pageOf, pageQuery, uuid, versioned } from './route.ts';
import { followedSchema } from './task.ts';

export const DIRECTIVE_SUBJECTS = ['task', 'target', 'case'] as const;
export const DIRECTIVE_KINDS = ['directive', 'conclusion'] as const;

const subjectType = z.enum(DIRECTIVE_SUBJECTS);
const text = z.string().trim().min(3).max(10_000);
const givenBy = z.string().trim().min(1).max(300);
const reason = z.string().trim().min(1).max(2000);
const leads = z.array(uuid).max(50);
const supports = z.array(uuid).max(100);

export const directiveSchema = z.object({
  id: uuid,
  planId: uuid,
  planTitle: z.string(),
  /** `directive`: given in the application; `conclusion`: read from a document. */
  kind: z.enum(DIRECTIVE_KINDS),
  givenOn: isoDate,
  /** Office and name of the leader, as a register writes them. */
  givenBy: z.string(),
  postId: uuid.nullable(),
  text: z.string(),
  about: z.object({ type: subjectType, id: uuid, title: z.string() }).nullable(),
  /** Where it stands in its document. */
  source: z
    .object({
      documentId: uuid,
      documentTitle: z.string().nullable(),
      documentSymbol: z.string().nullable(),
      itemId: uuid,
      span: z.object({ start: z.int(), end: z.int() }),
      quote: z.string(),
    })
    .nullable(),
  task: followedSchema.nullable(),
  withdrawnAt: isoInstant.nullable(),
  withdrawnReason: z.string().nullable(),
  mayChange: z.boolean(),
  version: z.int(),
});

/** A body that a document names: who has its work today, and why that is another or nobody. */
const meantBody = agencyRef.extend({
  printed: z.string(),
  reason: z.object({ vi: z.string(), en: z.string() }).nullable(),
});

/** An order that the reading found in a document, as it would become a directive. */
const proposedSchema = z.object({
  itemId: uuid,
  label: z.string().nullable(),
  text: z.string(),
  quote: z.string(),
  span: z.object({ start: z.int(), end: z.int() }),
  leads: z.array(meantBody),
  supports: z.array(meantBody),
  dueOn: isoDate.nullable(),
  dueQuote: z.string().nullable(),
  products: z.array(z.object({ kind: z.string(), name: z.string() })),
  /** The reading is not sure of a part of it. */
  doubtful: z.boolean(),
  /** Made from it already. */
  directiveId: uuid.nullable(),
});

export type Directive = z.output<typeof directiveSchema>;

const about = z.object({ type: subjectType, id: uuid });

export const directiveRoutes = defineRoutes({
  'GET /directives': {
    access: 'plan.read',
    tag: 'directive',
    machines: true,
    summary: { vi: 'Ý kiến chỉ đạo, kết luận của lãnh đạo', en: 'Directives and conclusions of leaders' },
    query: z
      .object({
        plan: uuid.optional(),
        kind: z.enum(DIRECTIVE_KINDS).optional(),
        /** As `givenBy` writes the leader. */
        leader: z.string().max(300).optional(),
        /** `task:<id>`, `target:<id>`, `case:<id>`. */
        about: z
          .string()
          .regex(/^(?:task|target|case):[0-9a-f-]{36}$/)
          .optional(),
        /** The directive that a task came of. */
        task: uuid.optional(),
        document: uuid.optional(),
        /** The leader's post. */
        post: uuid.optional(),
        /** An organisation that leads its task. */
        organisation: uuid.optional(),
        /** Of its task. */
        standing: z.enum(STANDINGS).optional(),
        from: isoDate.optional(),
        to: isoDate.optional(),
        /** Only withdrawn ones; absent: those that stand. */
        withdrawn: z.enum(['1']).optional(),
        q: z.string().max(200).optional(),
      })
      .extend(pageQuery.shape),
    response: pageOf(directiveSchema),
  },
  'GET /directives/leaders': {
    access: 'plan.read',
    tag: 'directive',
    summary: { vi: 'Lãnh đạo đã và có thể cho ý kiến chỉ đạo', en: 'Leaders who gave directives, and who may' },
    query: z.object({ plan: uuid.optional() }),
    response: z.object({
      given: z.array(z.object({ givenBy: z.string(), count: z.int() })),
      posts: z.array(z.object({ id: uuid, words: z.string() })),
    }),
  },
  'GET /directives/:id': {
    access: 'plan.read',
    tag: 'directive',
    machines: true,
    summary: { vi: 'Một ý kiến chỉ đạo', en: 'One directive' },
    params: idParams,
    response: directiveSchema.extend({
      mayUndo: z.boolean(),
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
    }),
  },
  'POST /directives': {
    access: 'directive.give',
    tag: 'directive',
    status: 201,
    summary: { vi: 'Cho ý kiến chỉ đạo, thành nhiệm vụ theo dõi', en: 'Give a directive: it becomes a followed task' },
    body: z.object({
      planId: uuid,
      text,
      givenOn: isoDate.optional(),
      about: about.nullish(),
      /** The leader in whose name the Office writes it. */
      postId: uuid.nullish(),
      givenBy: givenBy.nullish(),
      leads: leads.default([]),
      supports: supports.default([]),
      dueOn: isoDate.nullish(),
    }),
    response: directiveSchema,
    problems: ['leader-needed', 'bad-day', 'ended-organisation'],
  },
  'PATCH /directives/:id': {
    access: 'directive.give',
    tag: 'directive',
    summary: { vi: 'Sửa nội dung, ngày của ý kiến chỉ đạo', en: 'Correct the words or the day of a directive' },
    params: idParams,
    body: versioned.extend({ text: text.optional(), givenOn: isoDate.optional() }),
    response: directiveSchema,
    problems: ['conflict', 'not-yours', 'bad-day', 'withdrawn'],
  },
  'POST /directives/:id/withdraw': {
    access: 'directive.give',
    tag: 'directive',
    summary: { vi: 'Thu hồi ý kiến chỉ đạo; nhiệm vụ của nó bị hủy', en: 'Withdraw a directive and cancel its task' },
    params: idParams,
    body: versioned.extend({ reason }),
    response: directiveSchema,
    problems: ['conflict', 'not-yours', 'wrong-state', 'withdrawn'],
  },
  'POST /directives/:id/undo': {
    access: 'directive.give',
    tag: 'directive',
    summary: { vi: 'Hoàn tác việc gần nhất với ý kiến chỉ đạo', en: 'Take back the last change of a directive' },
    params: idParams,
    body: versioned,
    /** Null when giving it was taken back. */
    response: directiveSchema.nullable(),
    problems: ['conflict', 'nothing-to-undo', 'not-yours', 'undo-in-the-way'],
  },
  'GET /documents/:id/directives': {
    access: 'directive.give',
    tag: 'directive',
    summary: {
      vi: 'Các nội dung chỉ đạo đọc được trong thông báo kết luận',
      en: 'Orders that the reading found in a notice of conclusions',
    },
    params: idParams,
    response: z.object({
      document: z.object({
        id: uuid,
        type: z.string().nullable(),
        symbol: z.string().nullable(),
        title: z.string().nullable(),
        issuedOn: isoDate.nullable(),
      }),
      /** True for a notice of conclusions; others are read all the same. */
      conclusion: z.boolean(),
      /** The leader as the head of the document names them, and their post when it is known. */
      leader: z.object({ givenBy: z.string(), postId: uuid.nullable() }).nullable(),
      items: z.array(proposedSchema),
    }),
    problems: ['not-read'],
  },
  'POST /documents/:id/directives': {
    access: 'directive.give',
    tag: 'directive',
    status: 201,
    summary: {
      vi: 'Lập nhiệm vụ theo dõi từ các nội dung kết luận được chọn',
      en: 'Make directives and followed tasks of the chosen conclusions',
    },
    params: idParams,
    body: z.object({
      planId: uuid,
      givenBy,
      postId: uuid.nullish(),
      givenOn: isoDate,
      items: z
        .array(
          z.object({
            itemId: uuid,
            text,
            leads: leads.default([]),
            supports: supports.default([]),
            dueOn: isoDate.nullish(),
          }),
        )
        .min(1)
        .max(200),
    }),
    response: z.object({ items: z.array(directiveSchema) }),
    problems: ['already-directive', 'bad-day', 'ended-organisation', 'not-read'],
  },
});

/** Review of a reading (rà soát): items, decisions, edits, merging and splitting, what has been seen. */
import { z } from 'zod';
import { DECISIONS, ITEM_KINDS } from '#plan/review.ts';
import { decimal, defineRoutes, idParams, isoDate, isoInstant, uuid } from './route.ts';

const sureness = z.enum(['high', 'check', 'guess']);
const line = z.string().trim().max(2000);

export const agencySchema = z.object({
  name: z.string().trim().min(1).max(300),
  code: z.string().max(120).nullable(),
  successor: z.object({ code: z.string(), name: z.string(), since: z.string(), basis: z.string() }).nullish(),
  sureness: sureness.default('high'),
});

export const measurementSchema = z.object({
  indicator: line.min(1),
  value: z.string().trim().min(1).max(80),
  decimal,
  decimalMax: decimal.nullable(),
  unit: z.string().trim().max(120).nullable(),
  measure: z.enum(['level', 'increase', 'decrease']),
  comparator: z.enum(['=', '>', '>=', '<', '<=', '~', 'range']),
  year: z.int().min(1900).max(2200).nullable(),
  cumulative: z.boolean(),
  section: z.string().max(300),
  lead: z.array(agencySchema).max(50),
  match: z.object({ code: z.string(), name: z.string(), sureness }).nullable(),
});

export const taskSchema = z.object({
  text: z.string().trim().min(1).max(20_000),
  section: z.string().max(300),
  label: z.string().max(60).nullable(),
  lead: z.array(agencySchema).max(50),
  support: z.array(agencySchema).max(200),
  deadlines: z.array(z.object({ due: isoDate, quote: z.string().max(2000) })).max(20),
  products: z.array(z.object({ kind: z.string().max(60), quote: z.string().max(2000) })).max(50),
});

export const citationSchema = z.object({
  type: z.string().max(200),
  symbol: z.string().max(120).nullable(),
  date: isoDate.nullable(),
  issuer: z.string().max(300).nullable(),
});

export const reportingSchema = z.object({
  cadence: z.enum(['monthly', 'quarterly', 'half-yearly', 'nine-monthly', 'yearly', 'once']),
  due: z.string().max(60).nullable(),
  from: z.string().max(300).nullable(),
  to: z.string().max(300).nullable(),
});

const unreadSchema = z.object({
  text: z.string().max(20_000),
  what: z.enum(['number', 'order']),
  reason: z.string().nullable(),
});
const textErrorSchema = z.object({ code: z.string(), message: z.string(), suggestion: z.string().max(2000) });

/** Fields by kind; what a person may change of each. */
export const FIELD_SCHEMAS = {
  target: measurementSchema,
  result: measurementSchema,
  task: taskSchema,
  citation: citationSchema,
  reporting: reportingSchema,
  unread: unreadSchema,
  'text-error': textErrorSchema,
} as const;

const personName = z.object({ id: uuid, name: z.string() });

export const reviewItemSchema = z.object({
  id: uuid,
  kind: z.enum(ITEM_KINDS),
  position: z.number(),
  parentId: uuid.nullable(),
  span: z.object({ start: z.int(), end: z.int() }),
  quote: z.string(),
  /** As it stands: what was read with what a person changed. Shape by kind. */
  fields: z.record(z.string(), z.unknown()),
  /** Names of fields that a person changed. */
  changed: z.array(z.string()),
  /** What the reader gave for those. */
  original: z.record(z.string(), z.unknown()).nullable(),
  sureness: z.record(z.string(), sureness),
  decision: z.enum(DECISIONS),
  origin: z.enum(['reading', 'added', 'merged', 'split']),
  retired: z.enum(['merged', 'split', 'not-found', 'undone']).nullable(),
  doubtful: z.boolean(),
  seenAt: isoInstant.nullable(),
  decidedBy: personName.nullable(),
  decidedAt: isoInstant.nullable(),
  version: z.int(),
});
export type ReviewItem = z.output<typeof reviewItemSchema>;

export const reviewCountsSchema = z.object({
  items: z.int(),
  seen: z.int(),
  decided: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  toCheck: z.int(),
  unread: z.int(),
  textErrors: z.int(),
});

/** What a change gives: the items that it touched as they stand now, and the event that undoes it. */
const changeSchema = z.object({ items: z.array(reviewItemSchema), counts: reviewCountsSchema });

const itemVersion = z.object({ id: uuid, version: z.int().positive() });
const itemParams = idParams.extend({ itemId: uuid });

export const reviewRoutes = defineRoutes({
  'GET /documents/:id/review': {
    access: 'review.read',
    tag: 'review',
    summary: {
      vi: 'Các mục của bản đọc và quyết định của người rà soát',
      en: 'Items of a reading with what was decided',
    },
    params: idParams,
    query: z.object({
      /** Only these, separated by commas: for a page that has the others. */
      ids: z
        .string()
        .max(40_000)
        .regex(/^[0-9a-f-]{36}(?:,[0-9a-f-]{36})*$/)
        .optional(),
    }),
    response: z.object({
      document: z.object({
        id: uuid,
        title: z.string().nullable(),
        symbol: z.string().nullable(),
        planYear: z.int().nullable(),
      }),
      reader: z.string(),
      items: z.array(reviewItemSchema),
      counts: reviewCountsSchema,
      published: z.boolean(),
    }),
    problems: ['not-read'],
  },
  'POST /documents/:id/review/decide': {
    access: 'review.decide',
    tag: 'review',
    summary: { vi: 'Chấp nhận, bỏ hoặc mở lại các mục', en: 'Accept, reject or reopen items' },
    params: idParams,
    body: z.object({
      items: z.array(itemVersion).min(1).max(5000),
      decision: z.enum(DECISIONS),
      reason: z.string().max(1000).optional(),
    }),
    response: changeSchema,
    problems: ['conflict', 'retired', 'published'],
  },
  'PATCH /documents/:id/review/items/:itemId': {
    access: 'review.decide',
    tag: 'review',
    summary: { vi: 'Sửa một mục, đổi thứ tự hoặc mục cha', en: 'Edit an item, its place or its parent' },
    params: itemParams,
    body: z.object({
      version: z.int().positive(),
      /** Only those that change; `null` for the whole brings back what was read. */
      fields: z.record(z.string(), z.unknown()).nullable().optional(),
      parentId: uuid.nullable().optional(),
      /** Item that it is to stand behind; null for the first place. */
      after: uuid.nullable().optional(),
      /** Accepts it with the edit. */
      accept: z.boolean().default(false),
    }),
    response: changeSchema,
    problems: ['conflict', 'retired', 'published', 'invalid', 'circle'],
  },
  'POST /documents/:id/review/items': {
    access: 'review.decide',
    tag: 'review',
    summary: { vi: 'Thêm một mục từ đoạn được chọn', en: 'Add an item from a selection of the text' },
    params: idParams,
    body: z.object({
      kind: z.enum(['target', 'result', 'task', 'citation', 'reporting']),
      span: z.object({ start: z.int().min(0), end: z.int().positive() }),
      fields: z.record(z.string(), z.unknown()),
      parentId: uuid.nullable().default(null),
    }),
    response: changeSchema,
    status: 201,
    problems: ['invalid', 'bad-span', 'published'],
  },
  'POST /documents/:id/review/suggest': {
    access: 'review.decide',
    tag: 'review',
    summary: {
      vi: 'Đọc thử một đoạn được chọn thành chỉ tiêu, nhiệm vụ',
      en: 'Read a selection as a target, a task …',
    },
    params: idParams,
    body: z.object({
      kind: z.enum(['target', 'result', 'task', 'citation', 'reporting']),
      span: z.object({ start: z.int().min(0), end: z.int().positive() }),
    }),
    response: z.object({ fields: z.record(z.string(), z.unknown()), sureness: z.record(z.string(), sureness) }),
    problems: ['bad-span'],
  },
  'POST /documents/:id/review/merge': {
    access: 'review.decide',
    tag: 'review',
    summary: { vi: 'Gộp các mục cùng loại thành một', en: 'Merge items of one kind' },
    params: idParams,
    body: z.object({ items: z.array(itemVersion).min(2).max(50) }),
    response: changeSchema,
    status: 201,
    problems: ['conflict', 'retired', 'published', 'mixed-kinds'],
  },
  'POST /documents/:id/review/split': {
    access: 'review.decide',
    tag: 'review',
    summary: { vi: 'Tách một mục tại các vị trí trong văn bản', en: 'Split an item at positions of the text' },
    params: idParams,
    body: z.object({ item: itemVersion, at: z.array(z.int().positive()).min(1).max(50) }),
    response: changeSchema,
    status: 201,
    problems: ['conflict', 'retired', 'published', 'bad-span'],
  },
  'POST /documents/:id/review/seen': {
    access: 'review.decide',
    tag: 'review',
    summary: { vi: 'Ghi nhận các mục đã được xem', en: 'Note that items were seen' },
    params: idParams,
    body: z.object({ ids: z.array(uuid).min(1).max(5000) }),
    response: z.object({ counts: reviewCountsSchema }),
  },
  'POST /documents/:id/review/undo': {
    access: 'review.decide',
    tag: 'review',
    summary: { vi: 'Hoàn tác thay đổi gần nhất của tôi', en: 'Undo my last change' },
    params: idParams,
    response: changeSchema,
    problems: ['nothing-to-undo', 'conflict', 'published'],
  },
});

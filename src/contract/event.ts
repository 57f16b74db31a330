/** The log of events (nhật ký): read, exported to be verified elsewhere, undone by a compensating event. */
import { z } from 'zod';
import { defineRoutes, idParams, isoDate, isoInstant, pageOf, pageQuery, uuid } from './route.ts';

export const eventSchema = z.object({
  seq: z.int(),
  id: uuid,
  at: isoInstant,
  kind: z.string(),
  /** The event in words. */
  sentence: z.string(),
  subject: z.object({ type: z.string(), id: z.string(), title: z.string().nullable() }),
  /** Null: the system, the command line, or nobody signed in. */
  person: z.object({ id: uuid, fullName: z.string() }).nullable(),
  post: z.object({ id: uuid, title: z.string() }).nullable(),
  reason: z.string().nullable(),
  /** The event that this one undoes. */
  undoes: uuid.nullable(),
  /** There is a way to undo events of this kind. */
  undoable: z.boolean(),
});
export type EventView = z.output<typeof eventSchema>;

export const eventDetailSchema = eventSchema.extend({
  before: z.unknown(),
  after: z.unknown(),
  /** What the ids in `before` and `after` stand for today. */
  names: z.record(z.string(), z.string()),
  /** The event that undid this one. */
  undoneBy: z.object({ id: uuid, seq: z.int() }).nullable(),
  previousHash: z.string(),
  hash: z.string(),
});
export type EventDetail = z.output<typeof eventDetailSchema>;

export const eventRoutes = defineRoutes({
  'GET /events': {
    access: 'event.read',
    tag: 'events',
    summary: { vi: 'Nhật ký, mới nhất trước', en: 'The log, the newest first' },
    machines: true,
    query: pageQuery.extend({
      person: uuid.optional(),
      /** `organisation.renamed`, or all of an area: `organisation`. */
      kind: z
        .string()
        .regex(/^[a-z]+(?:\.[a-z-]+)?$/)
        .max(80)
        .optional(),
      subjectType: z
        .string()
        .regex(/^[a-z-]+$/)
        .max(60)
        .optional(),
      subjectId: z.string().max(100).optional(),
      /** Days in Vietnam, both included. */
      from: isoDate.optional(),
      to: isoDate.optional(),
      /** In the subject's name and the reason, with or without tone marks. */
      text: z.string().max(200).optional(),
    }),
    response: pageOf(eventSchema).extend({
      /** A search by text looked back to here and no further: go on with the cursor. */
      searchedTo: isoInstant.nullable(),
    }),
  },
  'GET /events/export': {
    access: 'event.read',
    tag: 'events',
    summary: { vi: 'Toàn bộ nhật ký ra tệp, kiểm tra được bằng bamsat verify-log', en: 'The whole log as a file' },
    machines: true,
    gives: 'bytes',
  },
  'GET /events/:id': {
    access: 'event.read',
    tag: 'events',
    summary: { vi: 'Một sự kiện, trước và sau', en: 'One event, before and after' },
    machines: true,
    params: idParams,
    response: eventDetailSchema,
  },
  'POST /events/:id/undo': {
    access: 'event.undo',
    tag: 'events',
    summary: { vi: 'Hoàn tác một sự kiện bằng một sự kiện mới', en: 'Undo an event by a new one' },
    params: idParams,
    body: z.object({ reason: z.string().trim().min(1).max(1000) }),
    response: z.object({ undone: z.literal(true) }),
    problems: ['cannot-undo', 'already-undone', 'undo-in-the-way'],
  },
});

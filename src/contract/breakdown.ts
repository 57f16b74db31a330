/** Breaking tasks down (phân rã): an agency's own parts of a task, who does each, in which period, until when. */
import { z } from 'zod';
import { PERIOD } from '#delivery/period.ts';
import { defineRoutes, idParams, isoDate, uuid } from './route.ts';
import { followedSchema, standingCounts } from './task.ts';

export const period = z.string().regex(PERIOD);
const sentence = z.object({ code: z.string(), vi: z.string(), en: z.string() });

/** A part as it is written. */
export const partInput = z.object({
  text: z.string().trim().min(1).max(5000),
  /** `2021`, `2021-Q1`, `2021-03`. */
  period: period.nullish(),
  dueOn: isoDate.nullish(),
  /** The agency itself or a body below it; absent: where the post is, else the agency. */
  organisationId: uuid.nullish(),
  postId: uuid.nullish(),
});

export const partSource = z.object({ documentId: uuid, start: z.int(), end: z.int(), quote: z.string() });

export const breakdownRoutes = defineRoutes({
  'GET /tasks/:id/parts': {
    access: 'plan.read',
    tag: 'breakdown',
    summary: {
      vi: 'Các phần việc của một nhiệm vụ: bao nhiêu đã xong; ai có thể nhận',
      en: 'Parts of a task: how many are done; who may be given one',
    },
    params: idParams,
    response: z.object({
      items: z.array(followedSchema.extend({ source: partSource.nullable() })),
      total: z.int(),
      counts: standingCounts,
      /** Verified as done. */
      done: z.int(),
      /** Neither done nor cancelled. */
      open: z.int(),
      /** What to say before the whole is reported done while parts are open; null: nothing. */
      warning: sentence.nullable(),
      mayBreakDown: z.boolean(),
      mayUndo: z.boolean(),
      /** The agency of who asks and the bodies below it; empty for who may not break it down. */
      bodies: z.array(z.object({ id: uuid, name: z.string(), level: z.int() })),
      posts: z.array(
        z.object({
          id: uuid,
          title: z.string(),
          organisationId: uuid,
          role: z.string(),
          holder: z.string().nullable(),
        }),
      ),
    }),
  },
  'POST /tasks/:id/parts': {
    access: 'task.break-down',
    tag: 'breakdown',
    summary: { vi: 'Phân rã: thêm các phần việc', en: 'Break a task down: add parts' },
    params: idParams,
    body: z.object({
      /** Of the whole. */
      version: z.int().positive(),
      parts: z.array(partInput).min(1).max(200),
      /** A deadline after that of the whole was seen and is meant. */
      late: z.boolean().default(false),
    }),
    response: z.object({
      items: z.array(followedSchema),
      /** What is odd and was done all the same. */
      warnings: z.array(sentence.extend({ part: z.int() })),
    }),
    status: 201,
    problems: ['conflict', 'not-yours', 'wrong-state', 'after-whole', 'too-deep', 'not-below', 'not-there'],
  },
  'PATCH /tasks/:id/part': {
    access: 'task.break-down',
    tag: 'breakdown',
    summary: { vi: 'Sửa một phần việc', en: 'Change a part: words, period, deadline, who does it' },
    params: idParams,
    body: partInput.partial().extend({ version: z.int().positive(), late: z.boolean().default(false) }),
    response: followedSchema,
    problems: ['conflict', 'not-yours', 'wrong-state', 'after-whole', 'not-below', 'not-there', 'not-a-part'],
  },
  'DELETE /tasks/:id/part': {
    access: 'task.break-down',
    tag: 'breakdown',
    summary: {
      vi: 'Bỏ một phần việc chưa ai làm gì; phần việc đã làm thì hủy với lý do',
      en: 'Take a part out that nobody touched; cancel one that was worked on',
    },
    params: idParams,
    body: z.object({ version: z.int().positive(), reason: z.string().trim().max(2000).nullish() }),
    response: z.object({ done: z.enum(['removed', 'cancelled']), wholeId: uuid }),
    problems: ['conflict', 'not-yours', 'wrong-state', 'text-needed', 'has-parts', 'not-a-part'],
  },
  'POST /tasks/:id/parts/undo': {
    access: 'task.break-down',
    tag: 'breakdown',
    summary: {
      vi: 'Hoàn tác lần thêm, sửa hoặc bỏ phần việc gần nhất của nhiệm vụ',
      en: 'Take back the last adding, changing or removing of parts of a task',
    },
    params: idParams,
    response: z.object({ undone: z.string() }),
    problems: ['nothing-to-undo', 'not-yours', 'undo-in-the-way'],
  },
});

/** Việc của tôi: what is owed, late, returned, waiting, for a person, an agency, the Office. */
import { z } from 'zod';
import { ACTS } from '#delivery/act.ts';
import { defineRoutes, isoDate } from './route.ts';
import { followedSchema, standingCounts } from './task.ts';

/** Whose work: of the post itself, of its organisation, of the Office for the whole province. */
export const WORK_SCOPES = ['post', 'organisation', 'office'] as const;

/** In the order in which they want to be looked at. */
export const WORK_SECTIONS = [
  'to-verify',
  'to-answer',
  'returned',
  'overdue',
  'due-soon',
  'to-accept',
  'to-assign',
  'not-accepted',
  'asked',
  'reported',
  'working',
  'supporting',
] as const;

export const myWorkRoutes = defineRoutes({
  'GET /my-work': {
    access: 'plan.read',
    tag: 'task',
    summary: {
      vi: 'Việc của tôi, của cơ quan tôi, của Văn phòng: còn nợ, quá hạn, bị trả lại, chờ tôi',
      en: 'What is owed, late, returned or waiting for the post, its organisation, the Office',
    },
    query: z.object({
      /** Absent: what the role looks at first. */
      scope: z.enum(WORK_SCOPES).optional(),
      /** How many tasks of each section are shown. */
      show: z.coerce.number().int().min(0).max(20).default(5),
    }),
    response: z.object({
      scope: z.enum(WORK_SCOPES),
      /** Those that the post may choose. */
      scopes: z.array(z.enum(WORK_SCOPES)),
      /** Days of the tasks are told against this one. */
      today: isoDate,
      /** Tasks that wait for something that who asks has to do, each once. */
      waiting: z.int(),
      /** All tasks of the scope by standing, and the filter of the list that has them. */
      total: z.int(),
      counts: standingCounts,
      filter: z.record(z.string(), z.string()),
      /** Only sections that have tasks. `filter`: the query of the list that holds exactly these. */
      sections: z.array(
        z.object({
          id: z.enum(WORK_SECTIONS),
          count: z.int(),
          filter: z.record(z.string(), z.string()),
          /** `next`: what the post would do next, null when it can do nothing now. `whole`: what it is a part of. */
          items: z.array(followedSchema.extend({ next: z.enum(ACTS).nullable(), whole: z.string().nullable() })),
        }),
      ),
    }),
  },
});

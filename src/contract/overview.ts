/** Tổng quan: the few numbers that the first page says in a sentence. */
import { z } from 'zod';
import { WORK_SCOPES, WORK_SECTIONS } from './my-work.ts';
import { defineRoutes, uuid } from './route.ts';

const filter = z.record(z.string(), z.string());

export const overviewRoutes = defineRoutes({
  'GET /overview': {
    access: 'signed-in',
    tag: 'plan',
    summary: {
      vi: 'Những con số của trang Tổng quan; không có quyền xem thì không có số',
      en: 'The numbers of the first page; null where the post may not see them',
    },
    response: z.object({
      /** The plan of this year, else the latest; null before the first is published. */
      plan: z
        .object({
          id: uuid,
          title: z.string(),
          yearFrom: z.int(),
          yearTo: z.int(),
          targets: z.int(),
          tasks: z.int(),
          tasksWithoutLead: z.int(),
          tasksWithoutDeadline: z.int(),
          /** Targets that are not matched to an indicator of the catalogue. */
          targetsWithoutIndicator: z.int(),
          openDiffs: z.int(),
        })
        .nullable(),
      plans: z.int(),
      /** What the province follows, of all plans; each number with the query of the list that holds exactly these. */
      tasks: z
        .object({
          total: z.int(),
          overdue: z.object({ count: z.int(), filter }),
          dueSoon: z.object({ count: z.int(), filter }),
          /** Agencies that lead late tasks. */
          agenciesLate: z.int(),
        })
        .nullable(),
      /** What waits for the post that asks, as `GET /my-work` has it: the sections that call for something. */
      work: z
        .object({
          scope: z.enum(WORK_SCOPES),
          waiting: z.int(),
          sections: z.array(z.object({ id: z.enum(WORK_SECTIONS), count: z.int(), filter })),
        })
        .nullable(),
      documents: z.object({ all: z.int(), toReview: z.int(), reading: z.int(), refused: z.int() }).nullable(),
      /** Documents sent to the organisation of the post and not yet acknowledged. */
      toAcknowledge: z.int().nullable(),
      openDiffs: z.int().nullable(),
      proposedIndicators: z.int().nullable(),
    }),
  },
});

/** Tổng quan of a leader: where the tasks of the province, or of one agency, stand; exceptions first, each with its filter. */
import { z } from 'zod';
import { defineRoutes, isoDate, uuid } from './route.ts';
import { followedSchema, standingCounts } from './task.ts';

/** In the order in which they want to be looked at. */
export const EXCEPTIONS = [
  'overdue',
  'due-soon',
  'long-wait',
  'asked',
  'returned',
  'not-accepted',
  'to-assign',
] as const;

/** Query of `GET /tasks`: the list that holds exactly what was counted. */
const filter = z.record(z.string(), z.string());

export const standingRoutes = defineRoutes({
  'GET /standing': {
    access: 'plan.read',
    tag: 'task',
    summary: {
      vi: 'Tình hình thực hiện nhiệm vụ: ngoại lệ trước, mỗi con số kèm bộ lọc của nó',
      en: 'Where the tasks stand: exceptions first, each number with the filter of the list behind it',
    },
    query: z.object({
      organisation: uuid.optional(),
      plan: uuid.optional(),
      /** How many tasks of an exception are shown. */
      show: z.coerce.number().int().min(0).max(20).default(5),
    }),
    response: z.object({
      today: isoDate,
      /** The agency that was asked for, by today's name. */
      organisation: z.object({ id: uuid, name: z.string() }).nullable(),
      total: z.int(),
      counts: standingCounts,
      filter,
      /** All of them, also those that count none. `items`: the first by deadline; of some only. */
      exceptions: z.array(z.object({ id: z.enum(EXCEPTIONS), count: z.int(), filter, items: z.array(followedSchema) })),
      /** Agencies that lead, with most late tasks first; of the whole province also when one was asked for. */
      agencies: z.array(
        z.object({ organisationId: uuid, name: z.string(), total: z.int(), counts: standingCounts, filter }),
      ),
      /** How many agencies have late tasks. */
      agenciesLate: z.int(),
      /** Tasks by the month of their deadline, without gaps. */
      months: z.array(
        z.object({ month: z.string(), done: z.int(), late: z.int(), open: z.int(), total: z.int(), filter }),
      ),
    }),
  },
});

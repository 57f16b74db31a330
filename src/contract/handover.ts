/** Bàn giao: what passed to the next holder of a post, as a list; posts that nobody holds. */
import { z } from 'zod';
import type { HandoverListId } from '#delivery/handover.ts';
import { STANDINGS } from '#delivery/standing.ts';
import { defineRoutes, idParams, isoDate, isoInstant, pageOf, pageQuery, uuid } from './route.ts';
import { standingCounts } from './task.ts';

const LISTS = [
  'led',
  'done',
  'parts',
  'supported',
  'asked',
  'to-verify',
  'to-answer',
  'to-assign',
] as const satisfies readonly HandoverListId[];

const handoverItem = z.object({
  id: uuid,
  post: z.string(),
  organisation: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  onDay: isoDate,
  madeAt: isoInstant,
  receivedAt: isoInstant.nullable(),
  /** The person who asks is to receive it. */
  mine: z.boolean(),
  /** Tasks that were open then: the longest of its lists. */
  tasks: z.int(),
});

export const handoverSchema = handoverItem.extend({
  lists: z.array(
    z.object({
      id: z.enum(LISTS),
      /** The query of the list of tasks that holds these today. */
      filter: z.record(z.string(), z.string()),
      count: z.int(),
      counts: standingCounts,
      items: z.array(z.object({ id: uuid, text: z.string(), dueOn: isoDate.nullable(), standing: z.enum(STANDINGS) })),
    }),
  ),
  cases: z.array(z.object({ id: uuid, title: z.string(), dueOn: isoDate.nullable() })),
  directives: z.array(z.object({ id: uuid, text: z.string(), taskId: uuid.nullable() })),
  unread: z.int(),
});

const vacantPost = z.object({
  id: uuid,
  title: z.string(),
  organisation: z.string(),
  /** Null: nobody ever held it. */
  since: isoDate.nullable(),
  tasks: z.int(),
  unread: z.int(),
  /** The query of the list of tasks that holds these. */
  filter: z.record(z.string(), z.string()),
});
export type VacantPost = z.output<typeof vacantPost>;

export const handoverRoutes = defineRoutes({
  'GET /handovers': {
    access: 'signed-in',
    tag: 'handover',
    summary: {
      vi: 'Các lần bàn giao: của tôi, của cơ quan tôi; của cả tỉnh đối với Văn phòng',
      en: 'Handovers: mine and those of my organisation; for the Office those of the province',
    },
    query: pageQuery.extend({
      /** Only those that wait for me to receive them. */
      open: z.enum(['1']).optional(),
    }),
    response: pageOf(handoverItem),
  },
  'GET /handovers/vacant': {
    access: 'signed-in',
    tag: 'handover',
    summary: {
      vi: 'Chức danh trống mà còn việc: của cơ quan tôi; của cả tỉnh đối với Văn phòng',
      en: 'Posts that nobody holds and in which something waits',
    },
    response: z.object({ items: z.array(vacantPost) }),
  },
  'GET /handovers/:id': {
    access: 'signed-in',
    tag: 'handover',
    summary: { vi: 'Một lần bàn giao, với danh sách công việc', en: 'A handover with its list' },
    params: idParams,
    response: handoverSchema,
  },
  'POST /handovers/:id/receive': {
    access: 'signed-in',
    tag: 'handover',
    summary: { vi: 'Xác nhận đã nhận bàn giao', en: 'Confirm that a handover was received' },
    params: idParams,
    response: handoverSchema,
    problems: ['not-yours'],
  },
});

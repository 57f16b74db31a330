/** Tasks in other shapes than a list: spread over days, months, states and bodies; as a workbook; before they are assigned. */
import { z } from 'zod';
import { STANDINGS } from '#delivery/standing.ts';
import { agencyRef } from './plan.ts';
import { defineRoutes, uuid } from './route.ts';
import { taskFilter } from './task.ts';

/** Standings that none of the tasks is in are left out. */
const someCounts = z.partialRecord(z.enum(STANDINGS), z.int());

export const taskViewRoutes = defineRoutes({
  'GET /tasks/spread': {
    access: 'plan.read',
    tag: 'task',
    summary: {
      vi: 'Số nhiệm vụ theo ngày, tháng đến hạn hoặc trạng thái, từng cơ quan chủ trì nếu cần; cùng bộ lọc',
      en: 'How many tasks of the filter fall on each day or month of the deadline, or each state; by who leads if asked',
    },
    query: taskFilter.extend({ per: z.enum(['day', 'month', 'state']), by: z.enum(['lead']).optional() }),
    response: z.object({
      cells: z.array(
        z.object({
          /** `2026-11-20`, `2026-11`, or a state; null: no deadline. */
          at: z.string().nullable(),
          /** Null: nobody leads, or it was not asked for. */
          organisationId: uuid.nullable(),
          counts: someCounts,
        }),
      ),
      organisations: z.array(z.object({ id: uuid, name: z.string() })),
    }),
    machines: true,
  },
  'GET /tasks/export.xlsx': {
    access: 'plan.read',
    tag: 'task',
    summary: {
      vi: 'Nhiệm vụ của bộ lọc theo mẫu phụ lục phân công, tệp Excel',
      en: 'The tasks of a filter as an annex of assignments, in Excel',
    },
    query: taskFilter.extend({ sort: z.enum(['order', 'due', 'told']).default('order') }),
    gives: 'bytes',
    machines: true,
  },
  'POST /tasks/assignments': {
    access: 'task.assign',
    tag: 'task',
    summary: {
      vi: 'Xem trước khi giao nhiều nhiệm vụ: giao cho ai, cơ quan nào đã thay, nhiệm vụ nào không giao được',
      en: 'Before many tasks are assigned: to whom each goes, where a successor stands in, which can not be',
    },
    body: z.object({ ids: z.array(uuid).min(1).max(500) }),
    response: z.object({
      /** Those that can be assigned as proposed. */
      ready: z.array(uuid),
      /** Of these the ones where somebody else than the document names is proposed, and why. */
      successors: z.array(
        z.object({
          id: uuid,
          text: z.string(),
          items: z.array(
            z.object({
              role: z.enum(['lead', 'support']),
              name: z.string(),
              proposed: agencyRef.nullable(),
              vi: z.string(),
              en: z.string(),
            }),
          ),
        }),
      ),
      refused: z.array(z.object({ id: uuid, text: z.string(), vi: z.string(), en: z.string() })),
    }),
  },
});

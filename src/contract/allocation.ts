/** Phân bổ chỉ tiêu: a target divided among organisations or over periods, its balance at every level, proposals. */
import { z } from 'zod';
import { ALLOCATION_RULES, COURSES, DIMENSIONS } from '#delivery/allocation.ts';
import { MOST_PARTS } from '#delivery/allocation-check.ts';
import { METHODS } from '#delivery/allocation-propose.ts';
import { BALANCE_STATES } from '#delivery/balance.ts';
import { decimal, defineRoutes, idParams, isoInstant, uuid, versioned } from './route.ts';

const figure = decimal.nullable();
const period = z.string().regex(/^\d{4}(?:-(?:H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/);

export const balanceSchema = z.object({
  state: z.enum(BALANCE_STATES),
  /** False when what stands there can't bring the target. */
  meets: z.boolean(),
  parts: z.int(),
  given: z.int(),
  missing: z.int(),
  /** Sum, weighted mean or last period; null when nothing is known or each part counts by itself. */
  allocated: figure,
  unallocated: decimal,
  over: decimal,
  below: z.int(),
  above: z.int(),
  unweighed: z.int(),
  shares: figure,
  needed: figure,
  falls: z.int(),
  /** One sentence in Vietnamese. */
  words: z.string(),
});

const division = z.object({
  dimension: z.enum(DIMENSIONS),
  rule: z.enum(ALLOCATION_RULES),
  course: z.enum(COURSES),
  /** Decimal places of the parts. */
  places: z.int().min(0).max(6),
});

const wholeSchema = z.object({
  value: decimal,
  valueMax: figure,
  wants: z.enum(['at-least', 'at-most', 'exactly', 'within']),
  strict: z.boolean(),
  unit: z.string().nullable(),
});

const partSchema = z.object({
  id: uuid,
  organisationId: uuid.nullable(),
  period: z.string().nullable(),
  /** Of the organisation today, or of the period. */
  name: z.string(),
  /** False for an organisation that has ended. */
  active: z.boolean(),
  /** Null: not given yet. */
  value: figure,
  /** A weight, a past figure, or for `share` the share in %. */
  weight: figure,
  /** The post that asks may divide it further. */
  mayDivide: z.boolean(),
});

const allocationSchema = division.extend({
  id: uuid,
  /** The part of another allocation that is divided here; null: the target itself. */
  parentPartId: uuid.nullable(),
  /** What was divided, and what stands there now. */
  divided: decimal,
  whole: wholeSchema.nullable(),
  targetOrdinal: z.int(),
  /** The whole has changed since: it has to be balanced anew. */
  outdated: z.boolean(),
  note: z.string().nullable(),
  createdAt: isoInstant,
  by: z.string().nullable(),
  version: z.int(),
  mayEdit: z.boolean(),
  balance: balanceSchema,
  parts: z.array(partSchema),
});

const endedSchema = z.object({
  id: uuid,
  parentPartId: uuid.nullable(),
  dimension: z.enum(DIMENSIONS),
  rule: z.enum(ALLOCATION_RULES),
  divided: decimal,
  targetOrdinal: z.int(),
  note: z.string().nullable(),
  createdAt: isoInstant,
  endedAt: isoInstant,
  by: z.string().nullable(),
  parts: z.int(),
  /** Its balance against what it divided. */
  words: z.string(),
  mayRestore: z.boolean(),
});

/** The tree as a list: an allocation hangs on the part that it divides. */
export const allocationsSchema = z.object({
  targetId: uuid,
  targetName: z.string(),
  planId: uuid,
  /** Version of the target in force. */
  ordinal: z.int(),
  /** An amendment has taken the target out of the plan. */
  gone: z.boolean(),
  yearFrom: z.int(),
  yearTo: z.int(),
  whole: wholeSchema,
  /** What is offered first, for each dimension. */
  usual: z.object({ organisation: division, period: division }),
  mayDivide: z.boolean(),
  items: z.array(allocationSchema),
  history: z.array(endedSchema),
});

export type Allocations = z.output<typeof allocationsSchema>;

const givenParts = z
  .array(
    z.object({
      organisationId: uuid.nullable().default(null),
      period: period.nullable().default(null),
      value: figure.default(null),
      weight: figure.default(null),
    }),
  )
  .max(MOST_PARTS);

const placed = division.extend({ parentPartId: uuid.nullable() });
const putBody = placed.extend({
  /** Of the target that was looked at. */
  targetOrdinal: z.int().positive(),
  /** Of the allocation in its place; 0 when there is none. */
  version: z.int().min(0),
  note: z.string().trim().max(1000).nullable().default(null),
  parts: givenParts.min(1),
});
export type NewAllocation = z.output<typeof putBody>;
const allocationParams = idParams.extend({ allocationId: uuid });

export const allocationRoutes = defineRoutes({
  'GET /targets/:id/allocations': {
    access: 'plan.read',
    tag: 'allocation',
    machines: true,
    summary: {
      vi: 'Phân bổ của một chỉ tiêu, cân đối ở từng cấp, các lần phân bổ trước',
      en: 'How a target is divided, the balance at every level, what stood before',
    },
    params: idParams,
    response: allocationsSchema,
  },
  'PUT /targets/:id/allocations': {
    access: 'task.break-down',
    tag: 'allocation',
    summary: {
      vi: 'Phân bổ chỉ tiêu hoặc một phần của nó; thay lần phân bổ trước',
      en: 'Divide a target or a part of it; what was there before ends',
    },
    params: idParams,
    body: putBody,
    response: allocationsSchema,
    problems: ['conflict', 'not-yours', 'bad-parts', 'no-whole', 'too-deep', 'target-gone', 'ended-organisation'],
  },
  'POST /targets/:id/allocations/propose': {
    access: 'task.break-down',
    tag: 'allocation',
    summary: { vi: 'Đề xuất số phân bổ theo quy tắc; không lưu gì', en: 'Figures by a rule; nothing is kept' },
    params: idParams,
    body: placed.extend({
      method: z.enum(METHODS),
      /** `missing`: figures that are given stay. */
      only: z.enum(['all', 'missing']).default('all'),
      /** Of a level: where it stood before the first period. */
      start: figure.default(null),
      parts: givenParts.min(1),
    }),
    response: z.object({
      parts: z.array(
        z.object({ organisationId: uuid.nullable(), period: z.string().nullable(), value: figure, weight: figure }),
      ),
      /** Where the rest of dividing went, in words; null when there was none. */
      remainder: z.string().nullable(),
      balance: balanceSchema,
    }),
    problems: ['bad-parts', 'no-whole'],
  },
  'POST /targets/:id/allocations/:allocationId/rebalance': {
    access: 'task.break-down',
    tag: 'allocation',
    summary: {
      vi: 'Đề xuất cân đối lại theo kế hoạch đang có hiệu lực; không lưu gì',
      en: 'The parts anew for the whole in force; nothing is kept',
    },
    params: allocationParams,
    body: z.object({
      /** All of the new whole is divided; else what was left is left in proportion. */
      fill: z.boolean().default(false),
    }),
    response: division.extend({
      before: decimal,
      whole: wholeSchema,
      parts: z.array(
        z.object({
          organisationId: uuid.nullable(),
          period: z.string().nullable(),
          name: z.string(),
          before: figure,
          value: figure,
          weight: figure,
        }),
      ),
      /** Of the old parts against the new whole, and of the new ones. */
      balanceBefore: balanceSchema,
      balance: balanceSchema,
    }),
    problems: ['no-whole', 'target-gone'],
  },
  'POST /targets/:id/allocations/:allocationId/restore': {
    access: 'task.break-down',
    tag: 'allocation',
    summary: { vi: 'Khôi phục một lần phân bổ trước', en: 'Bring back an allocation that had ended' },
    params: allocationParams,
    body: z.object({ version: z.int().min(0) }),
    response: allocationsSchema,
    problems: ['conflict', 'not-yours', 'target-gone'],
  },
  'DELETE /targets/:id/allocations/:allocationId': {
    access: 'task.break-down',
    tag: 'allocation',
    summary: { vi: 'Bỏ một lần phân bổ; có thể khôi phục', en: 'End an allocation; it can be brought back' },
    params: allocationParams,
    body: versioned,
    response: allocationsSchema,
    problems: ['conflict', 'not-yours'],
  },
  'GET /targets/:id/allocations/:allocationId/export.xlsx': {
    access: 'plan.read',
    tag: 'allocation',
    machines: true,
    summary: { vi: 'Bảng phân bổ thành tệp Excel', en: 'An allocation in Excel' },
    params: allocationParams,
    gives: 'bytes',
  },
  'GET /plans/:id/allocations': {
    access: 'plan.read',
    tag: 'allocation',
    machines: true,
    summary: {
      vi: 'Phân bổ của các chỉ tiêu trong kế hoạch: đủ, thiếu, vượt, chưa phân bổ, cần cân đối lại',
      en: 'Allocation of the targets of a plan: even, under, over, none, to be balanced anew',
    },
    params: idParams,
    response: z.object({
      counts: z.object({
        none: z.int(),
        under: z.int(),
        even: z.int(),
        over: z.int(),
        outdated: z.int(),
        own: z.int(),
      }),
      items: z.array(
        z.object({
          targetId: uuid,
          name: z.string(),
          /** The worst of its divisions: over, under, even; none. */
          state: z.enum(BALANCE_STATES),
          outdated: z.boolean(),
          divisions: z.array(
            z.object({ dimension: z.enum(DIMENSIONS), outdated: z.boolean(), balance: balanceSchema }),
          ),
          /** What fell to the organisation that asks, with its path of keys below the target. */
          own: z.array(z.object({ path: z.string(), value: figure })),
          /** Parts that are divided further. */
          deeper: z.int(),
        }),
      ),
    }),
  },
});

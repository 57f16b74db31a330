/** Indicators (chỉ tiêu thống kê): the common catalogue and what a province proposes to it. */
import { z } from 'zod';
import { defineRoutes, idParams, uuid } from './route.ts';

export const indicatorSchema = z.object({
  /** Null for one of the common catalogue that the province has not used yet. */
  id: uuid.nullable(),
  code: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  kind: z.string().nullable(),
  direction: z.string().nullable(),
  state: z.enum(['catalogue', 'proposed', 'accepted', 'refused']),
  officialCode: z.string().nullable(),
  group: z.string().nullable(),
  targets: z.int(),
  version: z.int(),
});

const fields = z.object({
  name: z.string().trim().min(1).max(300),
  unit: z.string().trim().max(120).nullable(),
  kind: z.enum(['level', 'flow', 'rate', 'share', 'index']).nullable(),
  direction: z.enum(['up', 'down', 'none']).nullable(),
});

export const indicatorRoutes = defineRoutes({
  'GET /indicators': {
    access: 'plan.read',
    tag: 'indicator',
    summary: { vi: 'Danh mục chỉ tiêu thống kê', en: 'The catalogue of indicators' },
    query: z.object({
      q: z.string().max(200).optional(),
      state: z.enum(['catalogue', 'proposed', 'accepted', 'refused']).optional(),
    }),
    response: z.object({ items: z.array(indicatorSchema) }),
    machines: true,
  },
  'POST /indicators': {
    access: 'indicator.edit',
    tag: 'indicator',
    summary: { vi: 'Đề xuất chỉ tiêu mới vào danh mục', en: 'Propose a new indicator' },
    body: fields,
    response: indicatorSchema,
    status: 201,
    problems: ['exists'],
  },
  'PUT /indicators/by-code': {
    access: 'indicator.edit',
    tag: 'indicator',
    summary: { vi: 'Dùng một chỉ tiêu của danh mục chung', en: 'Take an indicator of the common catalogue into use' },
    body: z.object({ code: z.string().max(120) }),
    response: indicatorSchema,
  },
  'PATCH /indicators/:id': {
    access: 'indicator.edit',
    tag: 'indicator',
    summary: {
      vi: 'Sửa, chấp nhận hoặc không chấp nhận chỉ tiêu đề xuất',
      en: 'Edit, accept or refuse a proposed indicator',
    },
    params: idParams,
    body: fields
      .partial()
      .extend({ version: z.int().positive(), state: z.enum(['proposed', 'accepted', 'refused']).optional() }),
    response: indicatorSchema,
    problems: ['conflict', 'not-ours'],
  },
});

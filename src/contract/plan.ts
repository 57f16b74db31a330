/** Plans (kế hoạch): publishing, targets, tasks, deliverables, proposed regimes, diffs. */
import { z } from 'zod';
import { decimal, defineRoutes, idParams, isoDate, isoInstant, pageOf, pageQuery, uuid } from './route.ts';

const year = z.int().min(1900).max(2200);
export const agencyRef = z.object({ organisationId: uuid.nullable(), name: z.string() });
const asOf = z.object({ asOf: isoDate.optional() });
const planRole = z.enum(['base', 'further', 'amendment', 'replacement']);

export const planSchema = z.object({
  id: uuid,
  title: z.string(),
  yearFrom: year,
  yearTo: year,
  state: z.enum(['published', 'closed', 'withdrawn']),
  version: z.int(),
  counts: z.object({ targets: z.int(), tasks: z.int(), deliverables: z.int(), regimes: z.int(), openDiffs: z.int() }),
  sources: z.array(
    z.object({
      documentId: uuid,
      title: z.string().nullable(),
      symbol: z.string().nullable(),
      issuer: z.string().nullable(),
      issuedOn: isoDate.nullable(),
      role: planRole,
      reader: z.string(),
      effectiveOn: isoDate,
      publishedAt: isoInstant,
    }),
  ),
});

/** Where it stands: document, item, sentence. */
export const sourceSchema = z.object({
  documentId: uuid,
  documentTitle: z.string().nullable(),
  documentSymbol: z.string().nullable(),
  itemId: uuid,
  span: z.object({ start: z.int(), end: z.int() }),
  quote: z.string(),
});

export const targetSchema = z.object({
  id: uuid,
  parentId: uuid.nullable(),
  position: z.number(),
  name: z.string(),
  section: z.string(),
  groupTitle: z.string().nullable(),
  year: year.nullable(),
  measure: z.enum(['level', 'increase', 'decrease']),
  comparator: z.enum(['=', '>', '>=', '<', '<=', '~', 'range']),
  value: decimal,
  valueMax: decimal.nullable(),
  unit: z.string().nullable(),
  cumulative: z.boolean(),
  leads: z.array(agencyRef),
  indicator: z.object({ id: uuid, code: z.string(), name: z.string(), state: z.string() }).nullable(),
  ordinal: z.int(),
  validFrom: isoDate,
  source: sourceSchema,
});

export const taskSchema = z.object({
  id: uuid,
  position: z.number(),
  text: z.string(),
  section: z.string(),
  label: z.string().nullable(),
  groupTitle: z.string().nullable(),
  dueOn: isoDate.nullable(),
  dueQuote: z.string().nullable(),
  leads: z.array(agencyRef),
  supports: z.array(agencyRef),
  products: z.array(z.object({ id: uuid, kind: z.string(), name: z.string() })),
  ordinal: z.int(),
  validFrom: isoDate,
  source: sourceSchema,
});

/** What stood there before or comes after, in a diff. */
const sideSchema = z
  .object({
    name: z.string(),
    value: z.string().nullable(),
    valueMax: z.string().nullable(),
    unit: z.string().nullable(),
    comparator: z.string().nullable(),
    measure: z.string().nullable(),
    year: year.nullable(),
    dueOn: isoDate.nullable(),
    leads: z.array(z.string()),
    supports: z.array(z.string()),
    source: sourceSchema,
  })
  .nullable();

export const diffItemSchema = z.object({
  id: uuid,
  position: z.int(),
  subject: z.enum(['target', 'task']),
  change: z.enum(['new', 'changed', 'gone']),
  fields: z.array(z.string()),
  before: sideSchema,
  after: sideSchema,
  decision: z.enum(['open', 'applied', 'refused']),
  version: z.int(),
});

export const diffSchema = z.object({
  id: uuid,
  planId: uuid,
  planTitle: z.string(),
  documentId: uuid,
  documentTitle: z.string().nullable(),
  documentSymbol: z.string().nullable(),
  role: z.enum(['further', 'amendment', 'replacement']),
  state: z.enum(['open', 'applied', 'discarded']),
  effectiveOn: isoDate,
  unchanged: z.int(),
  counts: z.object({ open: z.int(), applied: z.int(), refused: z.int() }),
  createdAt: isoInstant,
  version: z.int(),
});

const warningSchema = z.object({
  code: z.string(),
  count: z.int(),
  itemIds: z.array(uuid),
  /** The first of them with their words. */
  items: z.array(z.object({ id: uuid, quote: z.string() })),
  vi: z.string(),
  en: z.string(),
});

export const planRoutes = defineRoutes({
  'GET /documents/:id/publish': {
    access: 'plan.publish',
    tag: 'plan',
    summary: {
      vi: 'Xem trước khi ban hành kế hoạch: có gì, còn thiếu gì',
      en: 'What publishing would make, and what it warns of',
    },
    params: idParams,
    response: z.object({
      counts: z.object({ targets: z.int(), tasks: z.int(), deliverables: z.int(), regimes: z.int() }),
      warnings: z.array(warningSchema),
      title: z.string(),
      year: year.nullable(),
      effectiveOn: isoDate,
      /** Null when the document bears no day; `effectiveOn` is then a guess. */
      issuedOn: isoDate.nullable(),
      /** The document, for the head of the page. */
      document: z.object({ title: z.string().nullable(), symbol: z.string().nullable(), type: z.string().nullable() }),
      /** Plans of the year that it could change instead of making a new one. */
      plans: z.array(z.object({ id: uuid, title: z.string(), yearFrom: year, yearTo: year })),
      suggested: planRole,
      /** Already part of a plan. */
      published: z.object({ planId: uuid }).nullable(),
    }),
    problems: ['not-read'],
  },
  'POST /documents/:id/publish': {
    access: 'plan.publish',
    tag: 'plan',
    summary: {
      vi: 'Ban hành kế hoạch, hoặc lập bản so sánh với kế hoạch đang có',
      en: 'Publish a plan, or make a diff of an existing one',
    },
    params: idParams,
    body: z.object({
      /** Null makes a new plan. */
      planId: uuid.nullable(),
      title: z.string().trim().min(1).max(500),
      yearFrom: year,
      yearTo: year,
      role: planRole,
      effectiveOn: isoDate,
      /** Codes of the warnings that the person saw and goes on with. */
      accepted: z.array(z.string()).max(20).default([]),
    }),
    response: z.object({ planId: uuid, diffId: uuid.nullable() }),
    status: 201,
    problems: ['warnings', 'already-published', 'nothing-accepted', 'bad-years'],
  },
  'POST /plans/:id/withdraw': {
    access: 'plan.publish',
    tag: 'plan',
    summary: { vi: 'Thu hồi kế hoạch vừa ban hành', en: 'Withdraw a plan that was just published' },
    params: idParams,
    body: z.object({ version: z.int().positive(), reason: z.string().trim().min(1).max(1000) }),
    problems: ['conflict', 'in-use'],
  },
  'GET /plans': {
    access: 'plan.read',
    tag: 'plan',
    summary: { vi: 'Các kế hoạch của tỉnh', en: 'Plans of the province' },
    response: z.object({ items: z.array(planSchema) }),
    machines: true,
  },
  'GET /plans/:id': {
    access: 'plan.read',
    tag: 'plan',
    summary: { vi: 'Một kế hoạch', en: 'A plan' },
    params: idParams,
    query: asOf,
    response: planSchema,
    machines: true,
  },
  'GET /plans/:id/targets': {
    access: 'plan.read',
    tag: 'plan',
    summary: {
      vi: 'Chỉ tiêu theo thứ tự của nghị quyết, tại một ngày',
      en: 'Targets in the order of the resolution, as of a day',
    },
    params: idParams,
    query: asOf,
    response: z.object({ items: z.array(targetSchema), asOf: isoDate }),
    machines: true,
  },
  'GET /targets/:id': {
    access: 'plan.read',
    tag: 'plan',
    machines: true,
    summary: {
      vi: 'Một chỉ tiêu: các phiên bản, câu trong văn bản, cùng chỉ tiêu ở năm khác, tỉnh khác',
      en: 'A target: versions, its sentence, the indicator elsewhere',
    },
    params: idParams,
    response: z.object({
      planId: uuid,
      planTitle: z.string(),
      target: targetSchema,
      parent: z.object({ id: uuid, name: z.string() }).nullable(),
      parts: z.array(z.object({ id: uuid, name: z.string() })),
      versions: z.array(targetSchema.extend({ validTo: isoDate.nullable() })),
      /** The sentence with what stands around it. */
      context: z.object({ before: z.string(), quote: z.string(), after: z.string() }),
      elsewhere: z.array(
        z.object({
          province: z.string(),
          own: z.boolean(),
          targetId: uuid.nullable(),
          year: year.nullable(),
          name: z.string(),
          comparator: z.string(),
          measure: z.string(),
          value: z.string(),
          valueMax: z.string().nullable(),
          unit: z.string().nullable(),
        }),
      ),
    }),
  },
  'PATCH /targets/:id': {
    access: 'indicator.edit',
    tag: 'plan',
    summary: {
      vi: 'Xác nhận hoặc đổi chỉ tiêu thống kê, cơ quan chủ trì',
      en: 'Confirm or change the indicator and the leads',
    },
    params: idParams,
    body: z.object({
      /** Version of the target that was looked at. */
      ordinal: z.int(),
      indicatorId: uuid.nullable().optional(),
      leads: z.array(agencyRef).max(50).optional(),
    }),
    response: targetSchema,
    problems: ['conflict'],
  },
  'GET /plans/:id/tasks': {
    access: 'plan.read',
    tag: 'plan',
    summary: { vi: 'Nhiệm vụ của kế hoạch, tại một ngày', en: 'Tasks of a plan, as of a day' },
    params: idParams,
    query: pageQuery.extend({
      asOf: isoDate.optional(),
      q: z.string().max(200).optional(),
      organisation: uuid.optional(),
      /** A body by the name that the document gives it. */
      agency: z.string().max(300).optional(),
      role: z.enum(['lead', 'support']).optional(),
      lead: z.enum(['with', 'without']).optional(),
      /** Path of labels of a part of the document, `II.2`; what lies below it belongs to it. */
      section: z.string().max(300).optional(),
      due: z.enum(['with', 'without']).optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
    }),
    response: pageOf(taskSchema),
    machines: true,
  },
  'GET /plans/:id/facets': {
    access: 'plan.read',
    tag: 'plan',
    summary: {
      vi: 'Các phần của văn bản và các cơ quan mà nhiệm vụ của kế hoạch nêu, để lọc',
      en: 'Parts of the documents and bodies that the tasks of a plan name, for filters',
    },
    params: idParams,
    query: asOf,
    response: z.object({
      tasks: z.int(),
      sections: z.array(z.object({ section: z.string(), title: z.string(), tasks: z.int() })),
      agencies: z.array(
        z.object({ organisationId: uuid.nullable(), name: z.string(), leads: z.int(), supports: z.int() }),
      ),
    }),
  },
  'GET /plans/:id/deliverables': {
    access: 'plan.read',
    tag: 'plan',
    summary: { vi: 'Sản phẩm phải trình, ban hành', en: 'Deliverables of a plan' },
    params: idParams,
    response: z.object({
      items: z.array(
        z.object({
          id: uuid,
          taskId: uuid,
          kind: z.string(),
          name: z.string(),
          dueOn: isoDate.nullable(),
          leads: z.array(z.string()),
        }),
      ),
    }),
    machines: true,
  },
  'GET /plans/:id/regimes': {
    access: 'plan.read',
    tag: 'plan',
    machines: true,
    summary: { vi: 'Chế độ báo cáo do văn bản đề ra', en: 'Reporting regimes that documents ask for' },
    params: idParams,
    response: z.object({
      items: z.array(
        z.object({
          id: uuid,
          cadence: z.string(),
          due: z.string().nullable(),
          reporter: z.string().nullable(),
          recipient: z.string().nullable(),
          state: z.enum(['proposed', 'accepted', 'refused']),
          source: sourceSchema,
        }),
      ),
    }),
  },
  'GET /plans/:id/export.xlsx': {
    access: 'plan.read',
    tag: 'plan',
    machines: true,
    summary: { vi: 'Kế hoạch thành phụ lục Excel', en: 'The plan as an annex in Excel' },
    params: idParams,
    query: asOf,
    gives: 'bytes',
  },
  'GET /diffs': {
    access: 'plan.read',
    tag: 'plan',
    summary: { vi: 'Các bản so sánh kế hoạch', en: 'Diffs of plans' },
    query: z.object({ planId: uuid.optional(), state: z.enum(['open', 'applied', 'discarded']).optional() }),
    response: z.object({ items: z.array(diffSchema) }),
  },
  'GET /diffs/:id': {
    access: 'plan.read',
    tag: 'plan',
    summary: {
      vi: 'Một bản so sánh: mới, thay đổi, bỏ, với hai câu',
      en: 'A diff: new, changed, gone, with both sentences',
    },
    params: idParams,
    response: diffSchema.extend({ items: z.array(diffItemSchema) }),
  },
  'POST /diffs/:id/decide': {
    access: 'plan.publish',
    tag: 'plan',
    summary: { vi: 'Áp dụng, không áp dụng hoặc mở lại từng mục', en: 'Apply, refuse or reopen items' },
    params: idParams,
    body: z.object({
      items: z
        .array(z.object({ id: uuid, version: z.int().positive() }))
        .min(1)
        .max(5000),
      decision: z.enum(['open', 'applied', 'refused']),
    }),
    response: diffSchema.extend({ items: z.array(diffItemSchema) }),
    problems: ['conflict', 'closed', 'changed-since'],
  },
  'POST /diffs/:id/close': {
    access: 'plan.publish',
    tag: 'plan',
    summary: { vi: 'Kết thúc bản so sánh', en: 'Close a diff' },
    params: idParams,
    body: z.object({ version: z.int().positive(), state: z.enum(['applied', 'discarded']) }),
    response: diffSchema,
    problems: ['conflict', 'closed', 'undecided'],
  },
});

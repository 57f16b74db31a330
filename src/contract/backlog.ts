/** Long-standing cases (vụ việc tồn đọng): their register, one case with its road map, notes and history, Excel. */
import { z } from 'zod';
import { CASE_STANDINGS, CASE_STATES } from '#delivery/case-standing.ts';
import { STANDINGS, TASK_STATES } from '#delivery/standing.ts';
import { defineRoutes, idParams, isoDate, isoInstant, pageOf, pageQuery, uuid, versioned } from './route.ts';

const line = (most: number) => z.string().trim().min(1).max(most);
const optionalLine = (most: number) => z.string().trim().max(most).nullish();

export const caseFilter = z.object({
  organisation: uuid.optional(),
  field: z.string().max(200).optional(),
  state: z.enum(CASE_STATES).optional(),
  standing: z.enum(CASE_STANDINGS).optional(),
  /** Only those with a step past its own day. */
  late: z.enum(['1']).optional(),
  q: z.string().max(200).optional(),
});

const organisationRef = z.object({ id: uuid, name: z.string() });
const postRef = z.object({ id: uuid, title: z.string(), holder: z.string().nullable() });

export const caseSchema = z.object({
  id: uuid,
  title: z.string(),
  summary: z.string(),
  /** Lĩnh vực: land, investment, … as offices name it. */
  field: z.string().nullable(),
  place: z.string().nullable(),
  organisation: organisationRef,
  post: postRef.nullable(),
  /** Who answers for it, as it is written. */
  responsible: z.string().nullable(),
  aroseOn: isoDate.nullable(),
  /** Thời hạn cuối cùng. */
  dueOn: isoDate.nullable(),
  state: z.enum(CASE_STATES),
  standing: z.enum(CASE_STANDINGS),
  closedOn: isoDate.nullable(),
  result: z.string().nullable(),
  taskId: uuid.nullable(),
  steps: z.int(),
  doneSteps: z.int(),
  /** Steps that are not done and past their own day. */
  lateSteps: z.int(),
  /** The first step that is not done. */
  nextStep: z.object({ text: z.string(), dueOn: isoDate.nullable() }).nullable(),
  /** The post that asks may change it. */
  mine: z.boolean(),
  version: z.int(),
});

export const stepSchema = z.object({
  id: uuid,
  text: z.string(),
  dueOn: isoDate.nullable(),
  doneOn: isoDate.nullable(),
  result: z.string().nullable(),
  late: z.boolean(),
});

const historySchema = z.object({
  id: uuid,
  at: isoInstant,
  /** What was done, in words; null for a note. */
  done: z.string().nullable(),
  /** Of a note, its words; of an act, its reason. */
  text: z.string().nullable(),
  person: z.string().nullable(),
  post: z.string().nullable(),
});

export const caseDetail = z.object({
  case: caseSchema,
  road: z.array(stepSchema),
  /** The newest first. */
  history: z.array(historySchema),
  task: z
    .object({
      id: uuid,
      text: z.string(),
      state: z.enum(TASK_STATES),
      standing: z.enum(STANDINGS),
      dueOn: isoDate.nullable(),
    })
    .nullable(),
  mayUndo: z.boolean(),
});

const facts = {
  title: line(500),
  summary: z.string().trim().max(20_000).default(''),
  field: optionalLine(200),
  place: optionalLine(300),
  organisationId: uuid,
  postId: uuid.nullish(),
  responsible: optionalLine(300),
  aroseOn: isoDate.nullish(),
  dueOn: isoDate.nullish(),
};

const stepBody = z.object({
  /** Of a step that is there already. */
  id: uuid.optional(),
  text: line(2000),
  dueOn: isoDate.nullish(),
  doneOn: isoDate.nullish(),
  result: optionalLine(5000),
});
const steps = z.array(stepBody).max(100);

export const CASE_ACTS = ['close', 'reopen', 'suspend', 'resume'] as const;

export const caseImportPreview = z.object({
  token: z.string(),
  counts: z.object({ new: z.int(), known: z.int(), wrong: z.int() }),
  rows: z.array(
    z.object({
      row: z.int(),
      title: z.string(),
      change: z.enum(['new', 'known', 'wrong']),
      vi: z.string(),
      en: z.string(),
    }),
  ),
});

const tag = 'case';
const WRITES = ['conflict', 'not-yours', 'ended-organisation', 'unknown-post', 'bad-day'] as const;

export const backlogRoutes = defineRoutes({
  'GET /cases': {
    access: 'plan.read',
    tag,
    summary: {
      vi: 'Sổ theo dõi vụ việc tồn đọng, theo bộ lọc',
      en: 'The register of long-standing cases, by a filter',
    },
    query: caseFilter.extend(pageQuery.shape),
    response: pageOf(caseSchema),
    machines: true,
  },
  'GET /cases/facets': {
    access: 'plan.read',
    tag,
    summary: { vi: 'Số vụ việc theo tình trạng; lĩnh vực, cơ quan để lọc', en: 'How many cases are in each standing' },
    query: caseFilter,
    response: z.object({
      total: z.int(),
      late: z.int(),
      counts: z.record(z.enum(CASE_STANDINGS), z.int()),
      fields: z.array(z.string()),
      organisations: z.array(organisationRef),
    }),
    machines: true,
  },
  'GET /cases/export.xlsx': {
    access: 'plan.read',
    tag,
    summary: { vi: 'Sổ vụ việc tồn đọng ra Excel, theo bộ lọc', en: 'The register as a workbook' },
    query: caseFilter,
    gives: 'bytes',
    machines: true,
  },
  'GET /cases/template.xlsx': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Biểu mẫu Excel để nhập vụ việc', en: 'Empty workbook for the import of cases' },
    gives: 'bytes',
  },
  'POST /cases/import/preview': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Xem trước danh sách vụ việc trong tệp Excel', en: 'What a workbook of cases would add' },
    takes: 'bytes',
    response: caseImportPreview,
    problems: ['not-a-workbook', 'too-large', 'no-table'],
  },
  'POST /cases/import': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Nhập đúng những gì đã xem trước', en: 'Add exactly what was previewed' },
    takes: 'bytes',
    query: z.object({ token: z.string().max(100) }),
    response: z.object({ added: z.int() }),
    problems: ['not-a-workbook', 'too-large', 'no-table', 'preview-changed', 'wrong-rows', 'nothing-to-do'],
  },
  'GET /cases/:id': {
    access: 'plan.read',
    tag,
    summary: {
      vi: 'Một vụ việc: lộ trình, người chịu trách nhiệm, lịch sử',
      en: 'One case: road map, who answers, history',
    },
    params: idParams,
    response: caseDetail,
    machines: true,
  },
  'POST /cases': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Thêm vụ việc, có thể kèm lộ trình', en: 'Add a case, with its road map' },
    body: z.object({ ...facts, steps: steps.default([]) }),
    response: caseSchema,
    status: 201,
    problems: WRITES,
  },
  'PATCH /cases/:id': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Sửa thông tin vụ việc', en: 'Correct what is known of a case' },
    params: idParams,
    body: z
      .object({ ...facts, summary: z.string().trim().max(20_000) })
      .partial()
      .extend(versioned.shape),
    response: caseSchema,
    problems: WRITES,
  },
  'PUT /cases/:id/steps': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Ghi cả lộ trình: các bước theo thứ tự', en: 'Write the whole road map, in order' },
    params: idParams,
    body: versioned.extend({ steps }),
    response: caseSchema,
    problems: ['conflict', 'not-yours', 'bad-day', 'wrong-state'],
  },
  'POST /cases/:id/acts': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Kết thúc, mở lại, tạm dừng, tiếp tục một vụ việc', en: 'Close, reopen, suspend or resume a case' },
    params: idParams,
    body: versioned.extend({
      act: z.enum(CASE_ACTS),
      /** The result when it is closed, else the reason. */
      text: optionalLine(10_000),
      /** Day on which it was closed; today unless given. */
      on: isoDate.optional(),
    }),
    response: caseSchema,
    problems: ['conflict', 'not-yours', 'wrong-state', 'text-needed', 'bad-day'],
  },
  'POST /cases/:id/notes': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Ghi diễn biến của vụ việc', en: 'Note what happened' },
    params: idParams,
    body: z.object({ text: line(10_000) }),
    response: z.object({ id: uuid }),
    status: 201,
    problems: ['not-yours'],
  },
  'PUT /cases/:id/task': {
    access: 'register.edit',
    tag,
    summary: {
      vi: 'Gắn với một nhiệm vụ, lập nhiệm vụ mới trong kế hoạch, hoặc bỏ gắn',
      en: 'Tie it to a task, make a task of it in a plan, or untie it',
    },
    params: idParams,
    body: versioned.extend({
      /** A task that is there; null unties. */
      taskId: uuid.nullish(),
      /** A plan in which a task is made. */
      planId: uuid.nullish(),
    }),
    response: caseSchema,
    problems: ['conflict', 'not-yours', 'wrong-state', 'one-of-two'],
  },
  'POST /cases/:id/undo': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Hoàn tác việc gần nhất của mình', en: 'Take the last change back' },
    params: idParams,
    response: z.object({ gone: z.boolean() }),
    problems: ['nothing-to-undo', 'not-yours', 'undo-in-the-way'],
  },
});

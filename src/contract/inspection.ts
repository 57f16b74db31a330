/** Inspection plans (kế hoạch thanh tra, kiểm tra, kiểm toán, giám sát) of a year, and where they clash. */
import { z } from 'zod';
import { INSPECTION_KINDS, INSPECTION_STATES } from '#delivery/inspection.ts';
import { CLASH_KINDS } from '#delivery/overlap.ts';
import { defineRoutes, idParams, isoInstant, uuid, versioned } from './route.ts';

const line = (most: number) => z.string().trim().min(1).max(most);
const optionalLine = (most: number) => z.string().trim().max(most).nullish();
const year = z.coerce.number().int().min(2000).max(2100);
/** `2021-03`. */
export const month = z.string().regex(/^(?:20\d\d|2100)-(?:0[1-9]|1[0-2])$/);

const organisationRef = z.object({ id: uuid, name: z.string() });

export const inspectionSchema = z.object({
  id: uuid,
  year: z.int(),
  kind: z.enum(INSPECTION_KINDS),
  /** Who inspects. */
  organisation: organisationRef,
  /** Who is inspected. */
  subject: z.object({ id: uuid.nullable(), name: z.string() }),
  content: z.string(),
  fromMonth: month,
  toMonth: month,
  state: z.enum(INSPECTION_STATES),
  /** Quyết định of the inspection, as it is written. */
  decision: z.string().nullable(),
  note: z.string().nullable(),
  /** The post that asks may change it. */
  mine: z.boolean(),
  version: z.int(),
});

export const clashSchema = z.object({
  kind: z.enum(CLASH_KINDS),
  firstId: uuid,
  secondId: uuid,
  months: z.array(month),
  vi: z.string(),
  /** Stands for exactly this clash. */
  facts: z.string(),
  accepted: z.object({ reason: z.string(), person: z.string().nullable(), at: isoInstant }).nullable(),
});

const facts = {
  year,
  kind: z.enum(INSPECTION_KINDS),
  organisationId: uuid,
  /** An organisation of the province, or the name of another body. */
  subjectId: uuid.nullish(),
  subjectName: optionalLine(300),
  content: line(5000),
  fromMonth: month,
  toMonth: month,
  decision: optionalLine(300),
  note: optionalLine(5000),
};

export const inspectionFilter = z.object({
  year,
  organisation: uuid.optional(),
  kind: z.enum(INSPECTION_KINDS).optional(),
  state: z.enum(INSPECTION_STATES).optional(),
  q: z.string().max(200).optional(),
});

export const INSPECTION_ACTS = ['start', 'finish', 'cancel', 'restore'] as const;

export const inspectionImportPreview = z.object({
  token: z.string(),
  counts: z.object({ new: z.int(), known: z.int(), wrong: z.int(), clashes: z.int() }),
  rows: z.array(
    z.object({
      row: z.int(),
      subject: z.string(),
      change: z.enum(['new', 'known', 'wrong']),
      vi: z.string(),
      en: z.string(),
      /** A sentence for each clash that the row would bring. */
      clashes: z.array(z.string()),
    }),
  ),
});

const tag = 'inspection';
const WRITES = ['conflict', 'not-yours', 'ended-organisation', 'subject-needed', 'month-order'] as const;
const pair = z.object({ firstId: uuid, secondId: uuid });

export const inspectionRoutes = defineRoutes({
  'GET /inspections': {
    access: 'plan.read',
    tag,
    summary: {
      vi: 'Kế hoạch thanh tra, kiểm tra của một năm và các cuộc trùng lặp, chồng chéo',
      en: 'Inspections of a year, and which clash',
    },
    query: inspectionFilter,
    response: z.object({
      items: z.array(inspectionSchema),
      /** Of all inspections of the year, whatever the filter. */
      clashes: z.array(clashSchema),
      years: z.array(z.int()),
    }),
    machines: true,
  },
  'GET /inspections/export.xlsx': {
    access: 'plan.read',
    tag,
    summary: { vi: 'Kế hoạch thanh tra, kiểm tra ra Excel', en: 'Inspections of a year as a workbook' },
    query: inspectionFilter,
    gives: 'bytes',
    machines: true,
  },
  'GET /inspections/template.xlsx': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Biểu mẫu Excel để nhập kế hoạch thanh tra, kiểm tra', en: 'Empty workbook for the import' },
    gives: 'bytes',
  },
  'POST /inspections/import/preview': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Xem trước tệp Excel và các cuộc sẽ trùng', en: 'What a workbook would add, and what would clash' },
    takes: 'bytes',
    query: z.object({ year }),
    response: inspectionImportPreview,
    problems: ['not-a-workbook', 'too-large', 'no-table'],
  },
  'POST /inspections/import': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Nhập đúng những gì đã xem trước', en: 'Add exactly what was previewed' },
    takes: 'bytes',
    query: z.object({ year, token: z.string().max(100) }),
    response: z.object({ added: z.int() }),
    problems: ['not-a-workbook', 'too-large', 'no-table', 'preview-changed', 'wrong-rows', 'nothing-to-do'],
  },
  'POST /inspections/check': {
    access: 'register.edit',
    tag,
    summary: {
      vi: 'Thử trước khi lưu: cuộc này sẽ trùng với cuộc nào',
      en: 'What it would clash with, before it is saved',
    },
    body: z.object({ ...facts, content: z.string().max(5000).optional(), id: uuid.optional() }),
    response: z.object({ clashes: z.array(clashSchema) }),
    problems: WRITES,
  },
  'POST /inspections': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Thêm một cuộc thanh tra, kiểm tra', en: 'Add an inspection' },
    body: z.object(facts),
    response: inspectionSchema,
    status: 201,
    problems: WRITES,
  },
  'PATCH /inspections/:id': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Sửa một cuộc thanh tra, kiểm tra', en: 'Correct an inspection' },
    params: idParams,
    body: z.object(facts).partial().extend(versioned.shape),
    response: inspectionSchema,
    problems: [...WRITES, 'wrong-state'],
  },
  'POST /inspections/:id/acts': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Bắt đầu, kết thúc, hủy, khôi phục', en: 'Start, finish, cancel or restore an inspection' },
    params: idParams,
    body: versioned.extend({ act: z.enum(INSPECTION_ACTS), text: optionalLine(5000) }),
    response: inspectionSchema,
    problems: ['conflict', 'not-yours', 'wrong-state', 'text-needed'],
  },
  'POST /inspections/:id/undo': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Hoàn tác việc gần nhất của mình', en: 'Take the last change back' },
    params: idParams,
    response: z.object({ gone: z.boolean() }),
    problems: ['nothing-to-undo', 'not-yours', 'undo-in-the-way'],
  },
  'POST /inspections/clashes': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Chấp nhận một trùng lặp, có lý do', en: 'Accept a clash, with a reason' },
    body: pair.extend({ facts: z.string().max(2000), reason: line(2000) }),
    problems: ['clash-gone', 'not-yours'],
  },
  'DELETE /inspections/clashes': {
    access: 'register.edit',
    tag,
    summary: { vi: 'Bỏ việc chấp nhận một trùng lặp', en: 'No longer accept a clash' },
    body: pair,
    problems: ['not-yours'],
  },
});

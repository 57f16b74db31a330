/** The library of documents (thư viện văn bản): upload, list, header, bytes, text, page pictures. */
import { z } from 'zod';
import { defineRoutes, idParams, isoDate, isoInstant, pageOf, pageQuery, uuid, versioned } from './route.ts';

export const documentStates = ['waiting', 'reading', 'read', 'refused'] as const;
export const reviewStates = ['none', 'open', 'published'] as const;
/** Fields of the header that a person may put right. */
export const headerFields = ['type', 'symbol', 'issuedOn', 'issuer', 'title', 'planYear'] as const;
export type HeaderField = (typeof headerFields)[number];

const refusalSchema = z.object({ code: z.string(), vi: z.string(), en: z.string() });

/** How far the reading is; `read` is the last step, after the file was opened. */
export const progressSchema = z.object({
  stage: z.enum(['text', 'ocr', 'read']),
  done: z.int(),
  total: z.int(),
});

export const documentSchema = z.object({
  id: uuid,
  fileName: z.string(),
  format: z.string().nullable(),
  state: z.enum(documentStates),
  /** Why it could not be opened. */
  refusal: refusalSchema.nullable(),
  progress: progressSchema.nullable(),
  /** Loại văn bản, số ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu, năm kế hoạch. */
  type: z.string().nullable(),
  symbol: z.string().nullable(),
  issuedOn: isoDate.nullable(),
  issuer: z.string().nullable(),
  title: z.string().nullable(),
  planYear: z.int().nullable(),
  reviewState: z.enum(reviewStates),
  /** Pages of a paged file (PDF, picture). */
  pages: z.int().nullable(),
  uploadedBy: z.object({ id: uuid, name: z.string() }).nullable(),
  uploadedAt: isoInstant,
  version: z.int(),
  /** Fields that a person put right. */
  corrected: z.array(z.enum(headerFields)),
  /** Version of the reading rules; null before the first reading. */
  reader: z.string().nullable(),
  /** True when there is a newer reader than the one that read it. */
  outdated: z.boolean(),
  deletedAt: isoInstant.nullable(),
});
export type DocumentView = z.output<typeof documentSchema>;

const short = (most: number) => z.string().trim().min(1).max(most).nullable();

/** Kinds of stretches that are marked in the text. */
export const markKinds = ['target', 'result', 'task', 'citation', 'deadline', 'agency', 'unread', 'issue'] as const;

export const documentTextSchema = z.object({
  text: z.string(),
  format: z.string().nullable(),
  /** Points (1/72 inch); none in files that flow. */
  pages: z.array(
    z.object({
      number: z.int(),
      width: z.number(),
      height: z.number(),
      source: z.enum(['text', 'ocr']),
      confidence: z.number().nullable(),
    }),
  ),
  /** Places of words: start, end (into the text), page, x, y, width, height (points). Only when asked for. */
  words: z.array(z.array(z.number())).nullable(),
  /** Stretches that recognition is not sure of: start, end. */
  doubts: z.array(z.tuple([z.int(), z.int()])),
  /** What a person should know of the file and of what was read. */
  warnings: z.array(
    z.object({
      severity: z.enum(['info', 'warning', 'error']),
      code: z.string(),
      start: z.int().nullable(),
      end: z.int().nullable(),
      vi: z.string(),
      en: z.string(),
      suggestion: z.string().nullable(),
    }),
  ),
  /** What the reader found, in order of the text. */
  marks: z.array(z.object({ kind: z.enum(markKinds), start: z.int(), end: z.int() })),
  /** Headings, for a table of contents. */
  outline: z.array(z.object({ label: z.string().nullable(), text: z.string(), start: z.int(), level: z.int() })),
  counts: z.object({ targets: z.int(), results: z.int(), tasks: z.int(), citations: z.int(), unread: z.int() }),
});

export const documentRoutes = defineRoutes({
  'GET /documents': {
    access: 'document.read',
    tag: 'documents',
    machines: true,
    summary: { vi: 'Thư viện văn bản', en: 'The library of documents' },
    query: pageQuery.extend({
      type: z.string().max(100).optional(),
      issuer: z.string().max(200).optional(),
      year: z.coerce.number().int().min(1900).max(2200).optional(),
      state: z.enum(documentStates).optional(),
      review: z.enum(reviewStates).optional(),
      /** Words to be found in it. */
      text: z.string().max(300).optional(),
      sort: z.enum(['date', 'uploaded', 'symbol']).default('date'),
      /** True lists what was deleted instead. */
      deleted: z.stringbool().default(false),
    }),
    response: pageOf(documentSchema),
    problems: ['bad-cursor'],
  },
  'GET /documents/choices': {
    access: 'document.read',
    tag: 'documents',
    summary: { vi: 'Các giá trị để lọc thư viện', en: 'Values by which the library can be filtered' },
    response: z.object({
      types: z.array(z.string()),
      issuers: z.array(z.string()),
      years: z.array(z.int()),
      total: z.int(),
    }),
  },
  'POST /documents': {
    access: 'document.upload',
    tag: 'documents',
    machines: true,
    summary: { vi: 'Tải văn bản lên; việc đọc bắt đầu ngay sau đó', en: 'Upload a document; it is read afterwards' },
    query: z.object({ fileName: z.string().trim().min(1).max(255) }),
    takes: 'bytes',
    status: 201,
    response: z.object({
      document: documentSchema,
      /** True when the library has these very bytes; nothing was kept twice. */
      already: z.boolean(),
    }),
    problems: ['too-large', 'empty-file', 'upload-broken'],
  },
  'GET /documents/:id': {
    access: 'document.read',
    tag: 'documents',
    machines: true,
    summary: { vi: 'Một văn bản', en: 'One document' },
    params: idParams,
    response: documentSchema,
  },
  'PATCH /documents/:id': {
    access: 'document.edit',
    tag: 'documents',
    summary: { vi: 'Sửa thông tin đầu văn bản', en: 'Put the header right' },
    params: idParams,
    body: versioned.extend({
      type: short(100).optional(),
      symbol: short(100).optional(),
      issuedOn: isoDate.nullable().optional(),
      issuer: short(300).optional(),
      title: short(2000).optional(),
      planYear: z.int().min(1900).max(2200).nullable().optional(),
      reason: z.string().trim().max(500).optional(),
    }),
    response: documentSchema,
    problems: ['conflict'],
  },
  'DELETE /documents/:id': {
    access: 'document.edit',
    tag: 'documents',
    summary: { vi: 'Xóa văn bản khỏi thư viện (có thể khôi phục)', en: 'Take a document out of the library' },
    params: idParams,
    body: versioned.extend({ reason: z.string().trim().max(500).optional() }),
    response: documentSchema,
    problems: ['conflict', 'plan-stands-on-it'],
  },
  'POST /documents/:id/restore': {
    access: 'document.edit',
    tag: 'documents',
    summary: { vi: 'Khôi phục văn bản đã xóa', en: 'Put a deleted document back' },
    params: idParams,
    response: documentSchema,
    problems: ['already-in-library'],
  },
  'POST /documents/:id/read': {
    access: 'document.upload',
    tag: 'documents',
    summary: { vi: 'Đọc lại văn bản bằng bộ đọc mới nhất', en: 'Read the document again with the newest reader' },
    params: idParams,
    status: 202,
    response: documentSchema,
    problems: ['is-annex', 'being-read', 'nothing-kept'],
  },
  'GET /documents/:id/file': {
    access: 'document.read',
    tag: 'documents',
    machines: true,
    summary: { vi: 'Tệp gốc', en: 'The file as it was uploaded' },
    params: idParams,
    gives: 'bytes',
    problems: ['nothing-kept'],
  },
  'GET /documents/:id/text': {
    access: 'document.read',
    tag: 'documents',
    machines: true,
    summary: { vi: 'Nội dung văn bản và những gì đã đọc được', en: 'The text and what was read in it' },
    params: idParams,
    query: z.object({ words: z.stringbool().default(false) }),
    response: documentTextSchema,
  },
  'GET /documents/:id/pages/:page.png': {
    access: 'document.read',
    tag: 'documents',
    machines: true,
    summary: { vi: 'Ảnh một trang', en: 'The picture of a page' },
    params: idParams.extend({ page: z.coerce.number().int().min(1).max(100_000) }),
    query: z.object({ dpi: z.coerce.number().int().min(36).max(200).default(110) }),
    gives: 'bytes',
    problems: ['no-such-page', 'nothing-kept'],
  },
});

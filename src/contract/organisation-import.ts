/** Organisations (cơ quan, tổ chức, đơn vị) from and to Excel: what a workbook would change, and changing it. */
import { z } from 'zod';
import { organisationFilter } from './organisation.ts';
import { defineRoutes, isoDate } from './route.ts';

/** For rows that name none. */
const basis = z.string().trim().min(1).max(500).optional();

export const IMPORT_CHANGES = ['new', 'renamed', 'moved', 'ended', 'changed', 'unchanged', 'wrong'] as const;

export const importPreviewSchema = z.object({
  /** Stands for exactly these changes to the organisations as they are now. */
  token: z.string(),
  on: isoDate,
  counts: z.record(z.enum(IMPORT_CHANGES), z.int()),
  rows: z.array(
    z.object({
      /** Row of the sheet, as Excel counts. */
      row: z.int(),
      name: z.string(),
      /** All that would happen to it; `wrong` alone when the row can't be taken. */
      changes: z.array(z.enum(IMPORT_CHANGES)),
      /** What would change, or what is wrong. */
      vi: z.string(),
      en: z.string(),
    }),
  ),
});
export type ImportPreview = z.output<typeof importPreviewSchema>;

export const organisationImportRoutes = defineRoutes({
  'GET /organisations/export': {
    access: 'organisation.read',
    tag: 'organisations',
    summary: { vi: 'Danh sách cơ quan ra Excel', en: 'Organisations as a workbook' },
    query: organisationFilter,
    gives: 'bytes',
  },
  'GET /organisations/template': {
    access: 'organisation.edit',
    tag: 'organisations',
    summary: { vi: 'Biểu mẫu Excel để nhập danh sách cơ quan', en: 'Empty workbook for the import' },
    gives: 'bytes',
  },
  'POST /organisations/import/preview': {
    access: 'organisation.edit',
    tag: 'organisations',
    summary: { vi: 'Xem trước những gì tệp Excel sẽ thay đổi', en: 'What a workbook would change' },
    takes: 'bytes',
    query: z.object({ on: isoDate, basis }),
    response: importPreviewSchema,
    problems: ['not-a-workbook', 'too-large', 'no-table'],
  },
  'POST /organisations/import': {
    access: 'organisation.edit',
    tag: 'organisations',
    summary: { vi: 'Thực hiện đúng những gì đã xem trước', en: 'Carry out exactly what was previewed' },
    takes: 'bytes',
    query: z.object({ on: isoDate, token: z.string().max(100), basis }),
    response: z.object({ changed: z.int() }),
    problems: ['not-a-workbook', 'too-large', 'no-table', 'preview-changed', 'wrong-rows', 'nothing-to-do'],
  },
});

/** Lists with their filters under a name (khung nhìn đã lưu): own ones, and those that are shared with the province. */
import { z } from 'zod';
import { defineRoutes, idParams, uuid, versioned } from './route.ts';

/** Lists that views can be saved of, by the word of their address. */
export const VIEW_PAGES = ['nhiem-vu', 'san-pham', 'chi-dao', 'vu-viec', 'thanh-tra', 'chi-tieu', 'van-ban'] as const;

const name = z.string().trim().min(1).max(120);
/** What stands in the address behind `?`. */
const search = z.string().max(2_000);

export const savedViewSchema = z.object({
  id: uuid,
  page: z.enum(VIEW_PAGES),
  name: z.string(),
  search: z.string(),
  shared: z.boolean(),
  owner: z.string(),
  mine: z.boolean(),
  /** Whether who asks may rename, change or delete it. */
  mayEdit: z.boolean(),
  version: z.int(),
});
export type SavedView = z.output<typeof savedViewSchema>;

export const savedViewRoutes = defineRoutes({
  'GET /views': {
    access: 'signed-in',
    tag: 'view',
    summary: { vi: 'Khung nhìn đã lưu của tôi và dùng chung', en: 'Saved views, own and shared' },
    query: z.object({ page: z.enum(VIEW_PAGES) }),
    response: z.object({ items: z.array(savedViewSchema) }),
  },
  'GET /views/:id': {
    access: 'signed-in',
    tag: 'view',
    summary: { vi: 'Một khung nhìn đã lưu', en: 'One saved view' },
    params: idParams,
    response: savedViewSchema,
  },
  'POST /views': {
    access: 'signed-in',
    tag: 'view',
    summary: { vi: 'Lưu khung nhìn', en: 'Save a view' },
    body: z.object({ page: z.enum(VIEW_PAGES), name, search, shared: z.boolean().default(false) }),
    response: savedViewSchema,
    status: 201,
    problems: ['name-taken', 'too-many'],
  },
  'PATCH /views/:id': {
    access: 'signed-in',
    tag: 'view',
    summary: { vi: 'Đổi tên, ghi đè, dùng chung', en: 'Rename, overwrite, share' },
    params: idParams,
    body: versioned.extend({ name: name.optional(), search: search.optional(), shared: z.boolean().optional() }),
    response: savedViewSchema,
    problems: ['conflict', 'not-yours', 'name-taken'],
  },
  'DELETE /views/:id': {
    access: 'signed-in',
    tag: 'view',
    summary: { vi: 'Xóa khung nhìn', en: 'Delete a view' },
    params: idParams,
    body: versioned,
    problems: ['conflict', 'not-yours'],
  },
});

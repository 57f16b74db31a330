/** Notices (thông báo) of the post that one acts through, and what a person wants to be written of. */
import { z } from 'zod';
import { AT_ONCE_KINDS, NOTICE_KINDS } from '#delivery/notice.ts';
import { defineRoutes, isoDate, isoInstant, pageOf, pageQuery, uuid } from './route.ts';

export const noticeSchema = z.object({
  id: uuid,
  at: isoInstant,
  kind: z.enum(NOTICE_KINDS),
  title: z.string(),
  text: z.string(),
  /** Address in the application. */
  link: z.string(),
  readAt: isoInstant.nullable(),
});

/** Giờ nhận thư: on the half hour. */
const hour = z.string().regex(/^(?:0[5-9]|1\d|2[0-2]):(?:00|30)$/);

export const noticeSettingSchema = z.object({
  /** Thư tổng hợp hằng ngày. */
  digest: z.boolean(),
  hour,
  /** 1 is Monday, 7 is Sunday. */
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  /** What is written of at once. */
  atOnce: z.array(z.enum(AT_ONCE_KINDS)).max(AT_ONCE_KINDS.length),
  /** No letters before this day (nghỉ phép). */
  quietUntil: isoDate.nullable(),
});
export type NoticeSetting = z.output<typeof noticeSettingSchema>;

const settingView = noticeSettingSchema.extend({
  /** 0: never set. */
  version: z.int().min(0),
  /** Where letters go; null: the person has no address. */
  email: z.string().nullable(),
  /** Whether the server can send letters at all. */
  mail: z.boolean(),
});

export const noticeRoutes = defineRoutes({
  'GET /notices': {
    access: 'signed-in',
    tag: 'notice',
    summary: { vi: 'Thông báo của chức danh, mới nhất trước', en: 'Notices of the post, the newest first' },
    query: pageQuery.extend({ unread: z.enum(['1']).optional() }),
    response: pageOf(noticeSchema),
  },
  'GET /notices/count': {
    access: 'signed-in',
    tag: 'notice',
    summary: { vi: 'Số thông báo chưa đọc của chức danh', en: 'How many notices of the post are unread' },
    response: z.object({ unread: z.int() }),
  },
  'POST /notices/read': {
    access: 'signed-in',
    tag: 'notice',
    summary: {
      vi: 'Đánh dấu đã đọc: một số thông báo, hoặc tất cả đến một thời điểm',
      en: 'Mark as read: some notices, or all up to an instant',
    },
    body: z.object({ ids: z.array(uuid).max(200).optional(), until: isoInstant.optional() }),
    response: z.object({ unread: z.int() }),
  },
  'GET /notices/settings': {
    access: 'signed-in',
    tag: 'notice',
    summary: { vi: 'Cách nhận thư thông báo của tôi', en: 'How I want to be written to' },
    response: settingView,
  },
  'PUT /notices/settings': {
    access: 'signed-in',
    tag: 'notice',
    summary: { vi: 'Đổi cách nhận thư thông báo của tôi', en: 'Change how I want to be written to' },
    body: noticeSettingSchema.extend({ version: z.int().min(0) }),
    response: settingView,
    problems: ['conflict'],
  },
});

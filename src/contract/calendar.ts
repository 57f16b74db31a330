/** Calendars of deadlines (lịch hạn) for calendar programs: made by a person, read by a secret address. */
import { z } from 'zod';
import { CALENDAR_SCOPES } from '#delivery/icalendar.ts';
import { defineRoutes, idParams, isoInstant, uuid } from './route.ts';

const feedSchema = z.object({
  id: uuid,
  name: z.string(),
  scope: z.enum(CALENDAR_SCOPES),
  post: z.object({ id: uuid, title: z.string() }),
  createdAt: isoInstant,
  usedAt: isoInstant.nullable(),
  revokedAt: isoInstant.nullable(),
});

const tag = 'calendar';

export const calendarRoutes = defineRoutes({
  'GET /calendar/feeds': {
    access: 'plan.read',
    tag,
    summary: { vi: 'Các lịch hạn của tôi', en: 'My calendars of deadlines' },
    response: z.object({
      items: z.array(feedSchema),
      /** What the post may make. */
      scopes: z.array(z.enum(CALENDAR_SCOPES)),
    }),
  },
  'POST /calendar/feeds': {
    access: 'plan.read',
    tag,
    summary: { vi: 'Tạo lịch hạn; địa chỉ bí mật chỉ hiện một lần', en: 'Make a calendar; its address is shown once' },
    body: z.object({ name: z.string().trim().min(1).max(120), scope: z.enum(CALENDAR_SCOPES) }),
    response: z.object({ id: uuid, url: z.string() }),
    status: 201,
    problems: ['scope-not-allowed', 'post-needed', 'too-many'],
  },
  'DELETE /calendar/feeds/:id': {
    access: 'plan.read',
    tag,
    summary: { vi: 'Thu hồi lịch hạn', en: 'Revoke a calendar' },
    params: idParams,
  },
  'GET /calendar/:token': {
    access: 'public',
    tag,
    summary: { vi: 'Lịch hạn dạng iCalendar (.ics)', en: 'The calendar as iCalendar, by its secret address' },
    params: z.object({ token: z.string().max(120) }),
    gives: 'bytes',
    limited: true,
  },
});

/** Webhooks (báo cho hệ thống khác): who is told of which events, and how each telling went. */
import { z } from 'zod';
import { isWebhookKind } from '#delivery/webhook.ts';
import { defineRoutes, idParams, isoInstant, pageOf, pageQuery, uuid, versioned } from './route.ts';

const name = z.string().trim().min(1).max(120);
const url = z.url({ protocol: /^https?$/ }).max(500);
const kinds = z.array(z.string().max(60).refine(isWebhookKind)).min(1).max(50);

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const;

export const webhookSchema = z.object({
  id: uuid,
  name: z.string(),
  url: z.string(),
  kinds: z.array(z.string()),
  active: z.boolean(),
  /** Switched off by the server itself: a telling was given up and none arrived since. */
  pausedAt: isoInstant.nullable(),
  failingSince: isoInstant.nullable(),
  waiting: z.int(),
  failed: z.int(),
  deliveredAt: isoInstant.nullable(),
  createdAt: isoInstant,
  version: z.int(),
});

export const deliverySchema = z.object({
  id: uuid,
  /** Number of the event in the log. */
  seq: z.int(),
  kind: z.string(),
  /** The event in words. */
  sentence: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int(),
  /** Status of the last answer. */
  status: z.int().nullable(),
  /** Why the last try failed. */
  error: z.string().nullable(),
  createdAt: isoInstant,
  triedAt: isoInstant.nullable(),
  nextAt: isoInstant.nullable(),
  deliveredAt: isoInstant.nullable(),
});

const tag = 'webhook';
const ADDRESS = ['private-address', 'https-needed', 'bad-address'] as const;

export const webhookRoutes = defineRoutes({
  'GET /webhooks': {
    access: 'webhook.edit',
    tag,
    summary: { vi: 'Các hệ thống được báo khi có thay đổi', en: 'Systems that are told of changes' },
    response: z.object({ items: z.array(webhookSchema) }),
  },
  'POST /webhooks': {
    access: 'webhook.edit',
    tag,
    summary: {
      vi: 'Thêm một hệ thống được báo; khóa ký chỉ hiện một lần',
      en: 'Add a webhook; its secret is shown once',
    },
    body: z.object({ name, url, kinds }),
    response: z.object({ id: uuid, secret: z.string() }),
    status: 201,
    problems: ADDRESS,
  },
  'PATCH /webhooks/:id': {
    access: 'webhook.edit',
    tag,
    summary: { vi: 'Sửa, tạm dừng hoặc cho chạy lại', en: 'Change, pause or resume a webhook' },
    params: idParams,
    body: versioned.extend({
      name: name.optional(),
      url: url.optional(),
      kinds: kinds.optional(),
      active: z.boolean().optional(),
    }),
    response: webhookSchema,
    problems: ['conflict', ...ADDRESS],
  },
  'POST /webhooks/:id/secret': {
    access: 'webhook.edit',
    tag,
    summary: { vi: 'Đổi khóa ký', en: 'Give a new secret; the old one no longer signs' },
    params: idParams,
    response: z.object({ secret: z.string() }),
  },
  'POST /webhooks/:id/ping': {
    access: 'webhook.edit',
    tag,
    summary: { vi: 'Gửi thử một tin', en: 'Send a test message and tell how it went' },
    params: idParams,
    response: z.object({ status: z.int().nullable(), error: z.string().nullable() }),
  },
  'DELETE /webhooks/:id': {
    access: 'webhook.edit',
    tag,
    summary: { vi: 'Gỡ hẳn', en: 'Remove a webhook' },
    params: idParams,
  },
  'GET /webhooks/:id/deliveries': {
    access: 'webhook.edit',
    tag,
    summary: { vi: 'Các lần gửi, mới nhất trước', en: 'Its tellings, the newest first' },
    params: idParams,
    query: pageQuery.extend({ state: z.enum(DELIVERY_STATES).optional() }),
    response: pageOf(deliverySchema),
  },
  'POST /webhooks/:id/deliveries/:deliveryId/resend': {
    access: 'webhook.edit',
    tag,
    summary: { vi: 'Gửi lại', en: 'Send one again' },
    params: z.object({ id: uuid, deliveryId: uuid }),
    response: deliverySchema,
    problems: ['delivered-already', 'under-way', 'webhook-paused'],
  },
});

/** Distribution (nơi nhận, quán triệt): documents sent to organisations, opened and acknowledged by them. */
import { z } from 'zod';
import { documentNameSchema } from './chain.ts';
import { defineRoutes, idParams, isoInstant, pageOf, pageQuery, uuid, versioned } from './route.ts';

const person = z.object({ id: uuid, name: z.string() }).nullable();

export const distributionSchema = z.object({
  id: uuid,
  organisation: z.object({ id: uuid, name: z.string() }),
  note: z.string().nullable(),
  sentAt: isoInstant,
  sentBy: person,
  openedAt: isoInstant.nullable(),
  openedBy: person,
  acknowledgedAt: isoInstant.nullable(),
  acknowledgedBy: person,
  reminders: z.int(),
  remindedAt: isoInstant.nullable(),
  recalledAt: isoInstant.nullable(),
  version: z.int(),
});
export type DistributionView = z.output<typeof distributionSchema>;

/** What an organisation was sent. */
export const receivedSchema = distributionSchema.omit({ organisation: true }).extend({ document: documentNameSchema });

export const distributionRoutes = defineRoutes({
  'GET /documents/:id/distribution': {
    access: 'document.read',
    tag: 'distribution',
    summary: { vi: 'Văn bản đã gửi đến đâu, ai đã mở, ai đã xác nhận', en: 'Who was sent it, opened and acknowledged' },
    params: idParams,
    response: z.object({ items: z.array(distributionSchema) }),
  },
  'POST /documents/:id/distribution': {
    access: 'document.distribute',
    tag: 'distribution',
    summary: { vi: 'Gửi văn bản đến các cơ quan', en: 'Send the document to organisations' },
    params: idParams,
    body: z.object({
      organisationIds: z.array(uuid).min(1).max(500),
      note: z.string().trim().max(1000).optional(),
    }),
    status: 201,
    response: z.object({
      items: z.array(distributionSchema),
      /** To so many it was sent now; others had it. */
      sent: z.int(),
    }),
    problems: ['not-read-yet', 'unknown-organisation'],
  },
  'POST /distributions/:id/remind': {
    access: 'document.distribute',
    tag: 'distribution',
    summary: { vi: 'Nhắc cơ quan chưa xác nhận', en: 'Remind an organisation that has not acknowledged' },
    params: idParams,
    response: distributionSchema,
    problems: ['acknowledged-already', 'recalled-already', 'reminded-just-now'],
  },
  'POST /distributions/:id/recall': {
    access: 'document.distribute',
    tag: 'distribution',
    summary: { vi: 'Thu hồi văn bản đã gửi', en: 'Call the document back' },
    params: idParams,
    body: versioned.extend({ reason: z.string().trim().max(500).optional() }),
    response: distributionSchema,
    problems: ['conflict', 'recalled-already'],
  },
  'POST /distributions/:id/acknowledge': {
    access: 'document.acknowledge',
    tag: 'distribution',
    summary: { vi: 'Xác nhận đã nhận và quán triệt', en: 'Acknowledge for my organisation' },
    params: idParams,
    response: distributionSchema,
    problems: ['recalled-already'],
  },
  'GET /distributions/received': {
    access: 'document.read',
    tag: 'distribution',
    summary: { vi: 'Văn bản cơ quan tôi nhận được', en: 'What my organisation was sent' },
    query: pageQuery.extend({
      /** Only what waits to be acknowledged. */
      waiting: z.stringbool().default(false),
    }),
    response: pageOf(receivedSchema),
  },
});

/** Webhooks: the sweep of events, at once when it is hinted and each minute; each try of a telling. */
import { deliverWebhook, tellWebhooks, WEBHOOK_DELIVER } from '#usecase/webhook-tell.ts';
import { WEBHOOK_TELL } from '#usecase/webhook-wake.ts';
import type { JobHandler } from './queue.ts';

export const WEBHOOK_HANDLERS: readonly JobHandler[] = [
  { name: WEBHOOK_TELL, retries: 5, seconds: 300, atOnce: 1, cron: '* * * * *', run: tellWebhooks },
  { name: WEBHOOK_DELIVER, retries: 5, seconds: 120, atOnce: 3, run: deliverWebhook },
];

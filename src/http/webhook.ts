/** Webhooks over HTTP. */
import { routes } from '#contract/routes.ts';
import {
  addWebhook,
  browseDeliveries,
  browseWebhooks,
  changeWebhook,
  pingWebhook,
  removeWebhook,
  renewWebhookSecret,
  resendDelivery,
} from '#usecase/webhook.ts';
import { type Binding, binding } from './bind.ts';

export function webhookBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /webhooks'), browseWebhooks),
    binding(...at('POST /webhooks'), addWebhook, { finish: sendSecret }),
    binding(...at('PATCH /webhooks/:id'), changeWebhook),
    binding(...at('POST /webhooks/:id/secret'), renewWebhookSecret, { finish: sendSecret }),
    binding(...at('POST /webhooks/:id/ping'), pingWebhook),
    binding(...at('DELETE /webhooks/:id'), removeWebhook),
    binding(...at('GET /webhooks/:id/deliveries'), browseDeliveries),
    binding(...at('POST /webhooks/:id/deliveries/:deliveryId/resend'), resendDelivery),
  ];
}

/** Shown once: no answer with a secret is kept to be given again by its key. */
function sendSecret({ reply, request }: Parameters<NonNullable<Binding['finish']>>[0], answer: object) {
  const status = request.url.endsWith('/secret') ? 200 : 201;
  return reply.code(status).header('cache-control', 'no-store').send(answer);
}

/** The jobs of webhooks: events of the log become tellings, in order; each telling is tried until it arrives or is given up. */
import type { Json } from '#base/canonical.ts';
import { MOST_TRIES, pauseAfter, wantsKind } from '#delivery/webhook.ts';
import { unseal } from '#identity/sealed.ts';
import type { Scope } from '#store/database.ts';
import type { EventBody } from '#store/event-log.ts';
import { appendEvent } from '#store/events.ts';
import { listProvinces } from '#store/provinces.ts';
import {
  type DeliveryRow,
  eventsAfter,
  findDelivery,
  findWebhook,
  insertDelivery,
  lockActive,
  lostDeliveries,
  pauseFailing,
  setDelivery,
  setFailing,
  setTold,
  setWell,
  takeDelivery,
} from '#store/webhooks.ts';
import type { Services } from './services.ts';
import { type SendRules, sendSigned } from './webhook-send.ts';
import { forgetWebhooks, hintFollowed } from './webhook-wake.ts';

export const WEBHOOK_DELIVER = 'webhook-deliver';

/** What the secret of a webhook is sealed for. */
export function webhookPurpose(id: string): string {
  return `webhook:${id}`;
}

export function rulesOf({ settings }: Services): SendRules {
  return { allowPrivate: settings.webhookPrivate, seconds: settings.webhookSeconds };
}

/** What is sent of an event. */
export function bodyOfTelling(seq: number, event: EventBody): string {
  return JSON.stringify({
    id: event.id,
    seq,
    kind: event.kind,
    at: event.at,
    subject: { type: event.subject.type, id: event.subject.id },
    title: event.subject.title,
    before: event.before,
    after: event.after,
  });
}

/** Of one province when it is named, else of all: the sweep. */
export async function tellWebhooks(services: Services, data: Json): Promise<void> {
  const named = (data as { readonly provinceId?: number } | null)?.provinceId;
  const provinces =
    named === undefined ? (await listProvinces(services.database)).map((one) => one.provinceId) : [named];
  for (const provinceId of provinces) {
    hintFollowed(services, provinceId);
    while (await tellSome(services, provinceId));
    if (named === undefined) await planLost(services, provinceId);
  }
}

async function planLost(services: Services, provinceId: number): Promise<void> {
  await services.database.transaction(provinceId, async (scope) => {
    for (const { id, attempts } of await lostDeliveries(scope)) await plan(services, scope, id, attempts);
  });
}

const AT_ONCE = 500;

/** True when there may be more. What is told and how far moves in one transaction with the jobs that send it. */
async function tellSome(services: Services, provinceId: number): Promise<boolean> {
  return services.database.transaction(provinceId, async (scope) => {
    let more = false;
    for (const hook of await lockActive(scope)) {
      const events = await eventsAfter(scope, hook.toldSeq, AT_ONCE);
      for (const { seq, kind, body } of events) {
        if (!wantsKind(hook.kinds, kind)) continue;
        const telling = { webhookId: hook.id, seq, kind, body: bodyOfTelling(seq, body), now: services.clock() };
        const id = await insertDelivery(scope, telling);
        if (id !== null) await plan(services, scope, id, 0);
      }
      const last = events.at(-1);
      if (last) await setTold(scope, hook.id, last.seq);
      more ||= events.length === AT_ONCE;
    }
    return more;
  });
}

/** Try number `attempts` + 1, after so many seconds. */
export async function plan(
  services: Services,
  scope: Scope,
  id: string,
  attempts: number,
  after?: number,
): Promise<void> {
  const data = { provinceId: scope.provinceId, id, attempts };
  await services.queue.send(scope, WEBHOOK_DELIVER, data, after === undefined ? {} : { after });
}

/** One try. The next one is planned before it begins, so that a server that is killed meanwhile leaves nothing out. */
export async function deliverWebhook(services: Services, data: Json): Promise<void> {
  const { provinceId, id, attempts } = data as {
    readonly provinceId: number;
    readonly id: string;
    readonly attempts: number;
  };
  const { database, settings } = services;
  const scope = database.scope(provinceId);
  const waiting = await findDelivery(scope, id);
  if (waiting?.state !== 'waiting') return;
  const hook = await findWebhook(scope, waiting.webhookId);
  if (!hook) return setDelivery(scope, id, { state: 'failed', error: 'Webhook đã được gỡ', unplanned: true });
  // It waits until somebody switches it on.
  if (!hook.active) return;
  if (attempts >= MOST_TRIES) {
    if (waiting.attempts >= MOST_TRIES)
      await giveUp(services, provinceId, waiting, waiting.error ?? 'Máy chủ dừng khi đang gửi');
    return;
  }
  const pause = settings.webhookSeconds + (pauseAfter(attempts + 1) ?? 60);
  const taken = await database.transaction(provinceId, async (inner) => {
    const row = await takeDelivery(inner, id, attempts, pause, services.clock());
    if (row) await plan(services, inner, id, row.attempts, pause);
    return row;
  });
  if (!taken) return;
  const secret = unseal(settings.secretKey, webhookPurpose(hook.id), hook.secret);
  const sent =
    secret === null
      ? { status: null, error: 'Khóa ký không mở được trên máy chủ này; hãy đổi khóa ký' }
      : await sendSigned(
          { url: hook.url, secret, id: taken.id, kind: taken.kind, body: taken.body },
          rulesOf(services),
          services.clock(),
        );
  const { status, error } = sent;
  if (error === null) {
    await setDelivery(scope, id, {
      state: 'delivered',
      status,
      error: null,
      deliveredAt: services.clock(),
      unplanned: true,
    });
    await setWell(scope, hook.id);
    return;
  }
  await setFailing(scope, hook.id, services.clock());
  if (taken.attempts >= MOST_TRIES) await giveUp(services, provinceId, taken, error, status);
  else await setDelivery(scope, id, { status, error });
  services.hub.tell(provinceId, `webhook:${hook.id}`, { id: hook.id });
}

/** After the last try; a webhook that nothing has reached since this one began is switched off. */
async function giveUp(
  services: Services,
  provinceId: number,
  row: DeliveryRow,
  error: string,
  status: number | null = row.status,
): Promise<void> {
  const { database, clock } = services;
  await database.transaction(provinceId, async (inner) => {
    await setDelivery(inner, row.id, { state: 'failed', status, error, unplanned: true });
    const name = await pauseFailing(inner, row.webhookId, row.createdAt, clock());
    if (name === null) return;
    await appendEvent(inner, {
      at: clock(),
      personId: null,
      postId: null,
      kind: 'webhook.paused',
      subjectType: 'webhook',
      subjectId: row.webhookId,
      title: name,
      before: { active: true },
      after: { active: false },
      reason: error,
    });
  });
  forgetWebhooks(services, provinceId);
}

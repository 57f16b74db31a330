/** Webhooks kept by administrators: added, changed, paused, removed; their tellings looked at and sent again. */
import type { Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { conflict, notFound, type Problem, problem } from '#contract/problem.ts';
import { webhookRoutes } from '#contract/webhook.ts';
import { seal, unseal } from '#identity/sealed.ts';
import { randomToken } from '#identity/token.ts';
import { sentenceOf } from '#plan/event-words.ts';
import { endOfChain } from '#store/event-log.ts';
import { newId } from '#store/ids.ts';
import {
  type DeliveryRow,
  findDelivery,
  findWebhook,
  insertWebhook,
  listDeliveries,
  listWebhooks,
  setDelivery,
  updateWebhook,
  type WebhookRow,
  waitingDeliveries,
} from '#store/webhooks.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { changedFields } from './register.ts';
import { behind, type Context } from './usecase.ts';
import { sendSigned, wrongAddress } from './webhook-send.ts';
import { plan, rulesOf, webhookPurpose } from './webhook-tell.ts';
import { forgetWebhooks } from './webhook-wake.ts';

const NONE = notFound('webhook này', 'webhook');

function shape({ secret: _, toldSeq: __, ...row }: WebhookRow) {
  return { ...row, kinds: [...row.kinds] };
}

/** `bswh_` and 43 letters: scanners of leaked secrets find it. */
function newSecret(): string {
  return `bswh_${randomToken()}`;
}

const sealed = ({ services }: Context, id: string, secret: string) =>
  seal(services.settings.secretKey, webhookPurpose(id), secret);

export const browseWebhooks = behind(webhookRoutes['GET /webhooks'], 'webhook.list', 'read', async (context) =>
  ok({ items: (await listWebhooks(context)).map(shape) }),
);

export const addWebhook = behind(webhookRoutes['POST /webhooks'], 'webhook.add', 'write', async (context, input) => {
  const wrong = wrongAddress(input.url, rulesOf(context.services));
  if (wrong) return err(wrong);
  const id = newId(context.now);
  const secret = newSecret();
  const kinds = [...new Set(input.kinds)];
  await insertWebhook(context, {
    id,
    name: input.name.normalize('NFC'),
    url: input.url,
    secret: sealed(context, id, secret),
    kinds,
    createdBy: context.actor.personId,
    now: context.now,
    // What was before is nobody's news.
    toldSeq: (await endOfChain(context)).seq,
  });
  context.record({
    kind: 'webhook.added',
    subjectType: 'webhook',
    subjectId: id,
    title: input.name,
    before: null,
    after: { url: input.url, kinds },
  });
  context.afterwards(() => forgetWebhooks(context.services, context.provinceId));
  return ok({ id, secret });
});

export const changeWebhook = behind(
  webhookRoutes['PATCH /webhooks/:id'],
  'webhook.change',
  'write',
  async (context, { id, version, ...given }) => {
    const row = await findWebhook(context, id);
    if (!row) return err(NONE);
    if (row.version !== version) return err(conflict(shape(row)));
    const wrong = given.url === undefined ? null : wrongAddress(given.url, rulesOf(context.services));
    if (wrong) return err(wrong);
    const { before, after } = changedFields(row as unknown as Record<string, unknown>, given);
    if (Object.keys(after).length === 0) return ok(shape(row));
    if (!(await updateWebhook(context, id, version, given))) return err(conflict(shape(row)));
    // What waited while it was off goes out now.
    if (after.active === true) {
      for (const one of await waitingDeliveries(context, id)) {
        await setDelivery(context, one.id, { due: true });
        await plan(context.services, context, one.id, one.attempts);
      }
    }
    context.record({
      kind: 'webhook.changed',
      subjectType: 'webhook',
      subjectId: id,
      title: row.name,
      before: before as Json,
      after: after as Json,
    });
    context.afterwards(() => forgetWebhooks(context.services, context.provinceId));
    const now = await findWebhook(context, id);
    return now ? ok(shape(now)) : err(NONE);
  },
);

export const renewWebhookSecret = behind(
  webhookRoutes['POST /webhooks/:id/secret'],
  'webhook.renew-secret',
  'write',
  async (context, { id }) => {
    const row = await findWebhook(context, id);
    const secret = newSecret();
    if (!row || !(await updateWebhook(context, id, null, { secret: sealed(context, id, secret) }))) return err(NONE);
    context.record({ kind: 'webhook.secret-renewed', subjectType: 'webhook', subjectId: id, title: row.name });
    return ok({ secret });
  },
);

export const removeWebhook = behind(
  webhookRoutes['DELETE /webhooks/:id'],
  'webhook.remove',
  'write',
  async (context, { id }) => {
    const row = await findWebhook(context, id);
    if (!row || !(await updateWebhook(context, id, null, { active: false, removedAt: context.now }))) return err(NONE);
    context.record({
      kind: 'webhook.removed',
      subjectType: 'webhook',
      subjectId: id,
      title: row.name,
      before: { url: row.url, kinds: [...row.kinds] },
      after: null,
    });
    context.afterwards(() => forgetWebhooks(context.services, context.provinceId));
    return ok(undefined);
  },
);

const PING = 'webhook.ping';

/** A message of no event, sent at once; tells how it went. */
export const pingWebhook = behind(
  webhookRoutes['POST /webhooks/:id/ping'],
  'webhook.ping',
  'read',
  async (context, { id }) => {
    const row = await findWebhook(context, id);
    if (!row) return err(NONE);
    const secret = unseal(context.services.settings.secretKey, webhookPurpose(id), row.secret);
    if (secret === null) return err(NO_KEY);
    const message = { id: newId(context.now), seq: 0, kind: PING, at: context.now.toISOString() };
    const body = JSON.stringify({
      ...message,
      subject: { type: 'webhook', id },
      title: row.name,
      before: null,
      after: null,
    });
    const { url } = row;
    return ok(
      await sendSigned(
        { url, secret, body, id: message.id, kind: message.kind },
        rulesOf(context.services),
        context.now,
      ),
    );
  },
);

const NO_KEY = problem(
  409,
  'secret-lost',
  'Khóa ký không mở được trên máy chủ này. Hãy đổi khóa ký.',
  'The secret can’t be opened on this server. Give a new one.',
);

function shapeDelivery({ body, webhookId: _, ...row }: DeliveryRow) {
  const { kind, title, before, after } = JSON.parse(body) as Parameters<typeof sentenceOf>[0];
  return { ...row, sentence: sentenceOf({ kind, title, before, after }) };
}

export const browseDeliveries = behind(
  webhookRoutes['GET /webhooks/:id/deliveries'],
  'webhook.deliveries',
  'read',
  async (context, { id, state, cursor, limit }) => {
    const at = readCursor(cursor, { seq: 'number' });
    if (!at.ok) return at;
    if (!(await findWebhook(context, id))) return err(NONE);
    const rows = await listDeliveries(context, id, { state, before: at.value?.seq ?? undefined, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return ok({
      items: page.map(shapeDelivery),
      nextCursor: rows.length > limit && last ? writeCursor({ id: last.id, seq: last.seq }) : null,
      total: null,
    });
  },
);

export const resendDelivery = behind(
  webhookRoutes['POST /webhooks/:id/deliveries/:deliveryId/resend'],
  'webhook.resend',
  'write',
  async (context, { id, deliveryId }) => {
    const hook = await findWebhook(context, id);
    const row = hook ? await findDelivery(context, deliveryId) : null;
    if (!hook || row?.webhookId !== id) return err(notFound('lần gửi này', 'delivery'));
    const refused = whyNotAgain(hook, row);
    if (refused) return err(refused);
    const attempts = row.state === 'failed' ? 0 : row.attempts;
    await setDelivery(context, row.id, { state: 'waiting', attempts, due: true });
    await plan(context.services, context, row.id, attempts);
    context.record({
      kind: 'webhook.resent',
      subjectType: 'webhook',
      subjectId: id,
      title: hook.name,
      before: null,
      after: { seq: row.seq, kind: row.kind },
    });
    return answer(context, row.id);
  },
);

/** Nothing is sent twice knowingly. */
function whyNotAgain(hook: WebhookRow, row: DeliveryRow): Problem | null {
  if (row.state === 'delivered')
    return problem(409, 'delivered-already', 'Tin này đã được nhận.', 'It was delivered already.');
  if (!hook.active)
    return problem(409, 'webhook-paused', 'Webhook đang tạm dừng. Hãy cho chạy lại trước.', 'The webhook is paused.');
  if (row.state === 'waiting' && row.attempts > 0 && row.error === null)
    return problem(409, 'under-way', 'Tin này đang được gửi.', 'It is being sent.');
  return null;
}

async function answer(context: Context, id: string): Promise<Result<ReturnType<typeof shapeDelivery>, Problem>> {
  const row = await findDelivery(context, id);
  return row ? ok(shapeDelivery(row)) : err(NONE);
}

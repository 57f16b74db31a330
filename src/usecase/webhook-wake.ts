/**
 * Tells the queue at once that there are events to tell other systems of. Only a hint: a sweep each minute finds what a
 * hint that was lost would have told.
 */
import { hasWebhooks } from '#store/webhooks.ts';
import type { Services } from './services.ts';

export const WEBHOOK_TELL = 'webhook-tell';

interface Known {
  /** Somebody is to be told. */
  readonly any: boolean;
  /** When that was looked up, milliseconds. */
  readonly at: number;
}

/** Somebody else's change is seen after so long. */
const KEPT = 60_000;
/** A hint that was not followed after so long was lost. */
const LOST = 5_000;

interface State {
  readonly known: Map<number, Known>;
  /** Provinces for which a hint is on its way, and since when. */
  readonly hinted: Map<number, number>;
}
const states = new WeakMap<object, State>();

function stateOf({ database }: Services): State {
  let state = states.get(database);
  if (!state) {
    state = { known: new Map(), hinted: new Map() };
    states.set(database, state);
  }
  return state;
}

/** After events were committed. Never fails. */
export async function wakeWebhooks(services: Services, provinceId: number): Promise<void> {
  const { known, hinted } = stateOf(services);
  const now = performance.now();
  if (now - (hinted.get(provinceId) ?? -LOST) < LOST) return;
  try {
    const scope = services.database.scope(provinceId);
    const before = known.get(provinceId);
    const any = before && now - before.at < KEPT ? before.any : await hasWebhooks(scope);
    if (any !== before?.any || now - before.at >= KEPT) known.set(provinceId, { any, at: now });
    if (!any) return;
    hinted.set(provinceId, now);
    await services.queue.send(scope, WEBHOOK_TELL, { provinceId });
  } catch (error) {
    hinted.delete(provinceId);
    services.log('warn', 'a hint for webhooks was not sent', { error: String(error) });
  }
}

/** What is committed from now on needs a new hint. */
export function hintFollowed(services: Services, provinceId: number): void {
  stateOf(services).hinted.delete(provinceId);
}

/** Webhooks were added, switched or removed. */
export function forgetWebhooks(services: Services, provinceId: number): void {
  stateOf(services).known.delete(provinceId);
}

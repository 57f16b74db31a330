/** Who sends a request: from a session's cookie or a machine's token to an actor. */
import { createHash } from 'node:crypto';
import { dateIn } from '#base/date.ts';
import { type Right, rightsOf } from '#plan/rights.ts';
import { findMachineToken, findSession, touchSession } from '#store/sessions.ts';
import type { Services } from './services.ts';
import { type Actor, nobody } from './usecase.ts';

/** For so long an actor is remembered without asking the database again; an ended session is forgotten at once here. */
const REMEMBERED_MS = 5000;
const MOST_REMEMBERED = 5000;
/** A session's last use is written at most so often. */
const TOUCH_MS = 60_000;

export class Authenticator {
  readonly #services: Services;
  readonly #known = new Map<string, { readonly actor: Actor; readonly until: number }>();

  constructor(services: Services) {
    this.#services = services;
  }

  /** `token` as the cookie or the header holds it: `<province>.<secret>` or `bs_<province>_<secret>`. */
  async actorOf(token: string, address: string | null, device: string | null): Promise<Actor> {
    const found = /^(?:(\d{1,9})\.([\w-]{20,100})|bs_(\d{1,9})_([\w-]{20,100}))$/.exec(token);
    if (!found) return nobody(0, address, device);
    const now = this.#services.clock();
    const known = this.#known.get(token);
    if (known && known.until > now.getTime()) return known.actor;
    const actor = found[1]
      ? await this.#ofSession(Number(found[1]), token, now, address, device)
      : await this.#ofMachine(Number(found[3]), token, now, address, device);
    if (actor.via !== 'nobody') {
      if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
      this.#known.set(token, { actor, until: now.getTime() + REMEMBERED_MS });
    }
    return actor;
  }

  /** After a sign-out, a change of rights or of posts. */
  forget(): void {
    this.#known.clear();
  }

  async #ofSession(
    provinceId: number,
    token: string,
    now: Date,
    address: string | null,
    device: string | null,
  ): Promise<Actor> {
    const { database, settings } = this.#services;
    const scope = database.scope(provinceId);
    const session = await findSession(scope, hashToken(token), now, dateIn(now));
    const idle = settings.idleMinutes * 60_000;
    if (!session || Date.parse(session.seenAt) + idle < now.getTime()) return nobody(0, address, device);
    if (Date.parse(session.seenAt) + TOUCH_MS < now.getTime()) await touchSession(scope, session.id, now);
    return {
      provinceId,
      personId: session.personId,
      postId: session.postId,
      organisationId: session.organisationId,
      role: session.role,
      rights: session.role ? rightsOf(session.role) : new Set(),
      sessionId: session.id,
      via: 'session',
      address,
      device,
    };
  }

  async #ofMachine(
    provinceId: number,
    token: string,
    now: Date,
    address: string | null,
    device: string | null,
  ): Promise<Actor> {
    const found = await findMachineToken(this.#services.database.scope(provinceId), hashToken(token), now);
    if (!found) return nobody(0, address, device);
    return { ...nobody(provinceId, address, device), rights: new Set(found.scopes as Right[]), via: 'token' };
  }
}

/** What is kept of a token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

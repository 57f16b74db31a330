/** Who sends a request: from a session's cookie or a machine's token to an actor. */
import { dateIn } from '#base/date.ts';
import { sessionState } from '#identity/session.ts';
import { readMachineToken, sha256 } from '#identity/token.ts';
import { type Right, rightsOf } from '#plan/rights.ts';
import { findMachineToken, findSession, type SessionActor, touchSession } from '#store/sessions.ts';
import type { Services } from './services.ts';
import { type Actor, nobody } from './usecase.ts';

/** For so long an actor is remembered without asking the database again; what ends here is forgotten at once. */
const REMEMBERED_MS = 5000;
const MOST_REMEMBERED = 5000;
/** A session's last use is written at most so often, minutes. */
const TOUCH_MINUTES = 1;
const SESSION_TOKEN = /^(\d{1,9})\.[\w-]{20,100}$/;

const authenticators = new WeakMap<Services, Set<Authenticator>>();

/** After a sign-out, a change of rights or of posts: nobody goes on by what is remembered. */
export function forgetActors(services: Services): void {
  for (const one of authenticators.get(services) ?? []) one.forget();
}

export class Authenticator {
  readonly #services: Services;
  readonly #known = new Map<string, { readonly actor: Actor; readonly until: number }>();
  /** Grows when all is forgotten, so that an answer that was under way then is not remembered. */
  #age = 0;

  constructor(services: Services) {
    this.#services = services;
    const all = authenticators.get(services) ?? new Set();
    authenticators.set(services, all.add(this));
  }

  /** `token` as the cookie or the header holds it: `<province>.<secret>` or `bs_<province>_<secret>`. */
  async actorOf(token: string, address: string | null, device: string | null): Promise<Actor> {
    const now = this.#services.clock();
    const known = this.#known.get(token);
    if (known && known.until > now.getTime()) return { ...known.actor, address, device };
    const age = this.#age;
    const actor = await this.#find(token, now, nobody(0, address, device));
    if (actor.via !== 'nobody' && age === this.#age) {
      if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
      this.#known.set(token, { actor, until: now.getTime() + REMEMBERED_MS });
    }
    return actor;
  }

  forget(): void {
    this.#age++;
    this.#known.clear();
  }

  async #find(token: string, now: Date, stranger: Actor): Promise<Actor> {
    const machine = readMachineToken(token);
    if (machine) return this.#ofMachine(machine.provinceId, machine.hash, now, stranger);
    const session = SESSION_TOKEN.exec(token);
    return session ? this.#ofSession(Number(session[1]), sha256(token), now, stranger) : stranger;
  }

  async #ofSession(provinceId: number, hash: string, now: Date, stranger: Actor): Promise<Actor> {
    const { database, settings } = this.#services;
    const scope = database.scope(provinceId);
    const session = await findSession(scope, hash, now, dateIn(now));
    if (!session) return stranger;
    const times = { createdAt: new Date(session.createdAt), lastSeenAt: new Date(session.seenAt) };
    const rules = { absolute: settings.sessionMinutes, idle: settings.idleMinutes, touch: TOUCH_MINUTES };
    const state = sessionState(times, now, rules);
    if (!state.live) return stranger;
    if (state.touch) await touchSession(scope, session.id, now);
    return {
      ...stranger,
      provinceId,
      personId: session.personId,
      postId: session.postId,
      organisationId: session.organisationId,
      role: session.role,
      rights: session.role ? rightsOf(session.role) : new Set(),
      sessionId: session.id,
      via: 'session',
      method: session.method,
      confined: confinedBy(session),
    };
  }

  async #ofMachine(provinceId: number, hash: string, now: Date, stranger: Actor): Promise<Actor> {
    const found = await findMachineToken(this.#services.database.scope(provinceId), hash, now);
    if (!found) return stranger;
    return { ...stranger, provinceId, rights: new Set(found.scopes as Right[]), via: 'token' };
  }
}

/** Password and second factor of who signs in at a provider are the provider's business. */
function confinedBy({
  method,
  mustChangePassword,
  hasTotp,
  role,
  totpRoles,
}: SessionActor): 'password' | 'totp' | null {
  if (method === 'oidc') return null;
  if (mustChangePassword) return 'password';
  return role !== null && !hasTotp && totpRoles.includes(role) ? 'totp' : null;
}

/** What is kept of a token. */
export function hashToken(token: string): string {
  return sha256(token);
}

/**
 * What a use case is: one verb and one noun, a right, a transaction. The permission is checked here and nowhere else;
 * what is recorded is written in the same transaction as what it tells of.
 */
import type { Json } from '#base/canonical.ts';
import { dateIn } from '#base/date.ts';
import { err, type Result } from '#base/result.ts';
import {
  NOT_ALLOWED,
  NOT_FOR_MACHINES,
  NOT_SIGNED_IN,
  PASSWORD_FIRST,
  type Problem,
  TOTP_FIRST,
} from '#contract/problem.ts';
import type { Access, RouteDefinition, RouteInput, RouteOutput } from '#contract/route.ts';
import type { Right, Role } from '#plan/rights.ts';
import type { Scope } from '#store/database.ts';
import { appendEvent } from '#store/events.ts';
import type { Services } from './services.ts';
import { wakeWebhooks } from './webhook-wake.ts';

/** Who acts: a person through a post, a machine, or the system itself. */
export interface Actor {
  readonly provinceId: number;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly organisationId: string | null;
  readonly role: Role | null;
  readonly rights: ReadonlySet<Right>;
  readonly sessionId: string | null;
  readonly via: 'session' | 'token' | 'cli' | 'system' | 'nobody';
  /** Until this is done everything else is refused: a new password, a second factor that the province asks for. */
  readonly confined?: 'password' | 'totp' | null;
  /** How a session was begun: `password`, `password+totp`, `oidc`. */
  readonly method?: string;
  /** Where the request came from, for the list of sessions; null inside. */
  readonly address: string | null;
  readonly device: string | null;
}

/** What a change leaves in the log. */
export interface Recorded {
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly title?: string | null;
  readonly before?: Json;
  readonly after?: Json;
  readonly reason?: string | null;
  readonly undoes?: string | null;
}

export interface Context extends Scope {
  readonly actor: Actor;
  readonly now: Date;
  /** Today in Vietnam. */
  readonly today: string;
  readonly services: Services;
  /** Writes one event to the log when the transaction ends well. */
  record(event: Recorded): void;
  /** Runs once the transaction is committed. */
  afterwards(work: () => void | Promise<void>): void;
  /** Tells all who listen (server-sent events) that something changed, once it is committed. */
  tell(topic: string, payload: Json): void;
}

/** Who may: of a use case, and of the route before it. */
export interface Permission {
  readonly access: Access;
  readonly machines?: boolean;
  readonly evenConfined?: boolean;
}

export interface UseCase<I, O> extends Permission {
  /** `organisation.rename`. */
  readonly name: string;
  /** `read` runs without a transaction and may record nothing. */
  readonly kind: 'read' | 'write';
  readonly run: (context: Context, input: I) => Promise<Result<O, Problem>>;
}

/** A use case behind a route: its input and output are the route's. */
export function behind<D extends RouteDefinition>(
  route: D,
  name: string,
  kind: 'read' | 'write',
  run: (context: Context, input: RouteInput<D>) => Promise<Result<RouteOutput<D>, Problem>>,
): UseCase<RouteInput<D>, RouteOutput<D>> {
  const { access, machines = false, evenConfined = false } = route;
  return { name, access, machines, evenConfined, kind, run };
}

/** Rolls the transaction back with a refusal as its result. */
class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Carries out a use case: right, transaction, events, what comes afterwards. */
export async function perform<I, O>(
  services: Services,
  useCase: UseCase<I, O>,
  actor: Actor,
  input: I,
): Promise<Result<O, Problem>> {
  const denied = deny(useCase, actor);
  if (denied) return err(denied);
  const now = services.clock();
  const events: Recorded[] = [];
  const after: (() => void | Promise<void>)[] = [];
  const told: { topic: string; payload: Json }[] = [];
  const contextIn = (scope: Scope): Context => ({
    ...scope,
    actor,
    now,
    today: dateIn(now),
    services,
    record: (event) => void events.push(event),
    afterwards: (work) => void after.push(work),
    tell: (topic, payload) => void told.push({ topic, payload }),
  });
  let result: Result<O, Problem>;
  if (useCase.kind === 'read') {
    result = await useCase.run(contextIn(services.database.scope(actor.provinceId)), input);
    if (events.length > 0) throw new Error(`${useCase.name} reads and may record nothing`);
  } else {
    try {
      result = await services.database.transaction(actor.provinceId, async (scope) => {
        const outcome = await useCase.run(contextIn(scope), input);
        if (!outcome.ok) throw new Refused(outcome.error);
        for (const event of events) {
          await appendEvent(scope, { ...event, at: now, personId: actor.personId, postId: actor.postId });
        }
        return outcome;
      });
    } catch (error) {
      if (error instanceof Refused) return err(error.problem);
      throw error;
    }
  }
  if (result.ok) {
    for (const work of after) await work();
    for (const { topic, payload } of told) services.hub.tell(actor.provinceId, topic, payload);
    if (events.length > 0) await wakeWebhooks(services, actor.provinceId);
  }
  return result;
}

/** Why `actor` may not; null when it may. */
export function deny({ access, machines, evenConfined }: Permission, actor: Actor): Problem | null {
  if (actor.via === 'token' && !machines) return NOT_FOR_MACHINES;
  if (access === 'public') return null;
  if (actor.via === 'nobody') return NOT_SIGNED_IN;
  if (actor.confined && !evenConfined) return actor.confined === 'password' ? PASSWORD_FIRST : TOTP_FIRST;
  if (access === 'signed-in') return null;
  return actor.rights.has(access) ? null : NOT_ALLOWED;
}

const NONE: ReadonlySet<Right> = new Set();

/** Nobody in particular: public routes. */
export function nobody(provinceId: number, address: string | null = null, device: string | null = null): Actor {
  return {
    provinceId,
    personId: null,
    postId: null,
    organisationId: null,
    role: null,
    rights: NONE,
    sessionId: null,
    via: 'nobody',
    address,
    device,
  };
}

/** The system itself: jobs, the command line. */
export function systemActor(provinceId: number, rights: Iterable<Right>, via: 'system' | 'cli' = 'system'): Actor {
  return { ...nobody(provinceId), rights: new Set(rights), via };
}

/** Opens a session for who has proved who they are, and gives an open one a new token when rights change. */
import { ok, type Result } from '#base/result.ts';
import type { Problem } from '#contract/problem.ts';
import type { Me } from '#contract/session.ts';
import { deviceLabel } from '#identity/session.ts';
import { randomToken, sha256 } from '#identity/token.ts';
import { newId } from '#store/ids.ts';
import { postsOf } from '#store/people.ts';
import { insertSession, noteDevice, setSessionToken } from '#store/sessions.ts';
import { forgetActors } from './session-authenticate.ts';
import { meOf } from './session-me.ts';
import type { Context } from './usecase.ts';

/** What sign-in gives: who, and what the cookies are to hold. */
export interface SignedIn {
  readonly me: Me;
  readonly token: string;
  /** Of the device, for years; null when it is known already. */
  readonly device: string | null;
}

/** The job that tells a person of a sign-in from a device that was never used. */
export const NEW_DEVICE_LETTER = 'sign-in-letter';

/** `method`: `password`, `password+totp`, `password+recovery`, `oidc`. `deviceCookie`: what the browser holds of ours. */
export async function beginSession(
  context: Context,
  personId: string,
  method: string,
  deviceCookie: string | null,
): Promise<Result<SignedIn, Problem>> {
  const { services, actor, now } = context;
  const posts = await postsOf(context, personId, context.today);
  const post = posts[0] ?? null;
  // Always a new token, whatever the browser sent: a session that somebody planted is worth nothing.
  const token = newSessionToken(context.provinceId);
  const id = newId(now);
  const label = deviceLabel(actor.device ?? undefined);
  await insertSession(context, {
    id,
    tokenHash: sha256(token),
    personId,
    postId: post?.id ?? null,
    method,
    device: label,
    address: actor.address,
    now,
    expiresAt: new Date(now.getTime() + services.settings.sessionMinutes * 60_000),
  });
  const me = await meOf(context, personId, post?.id ?? null, id, method);
  if (!me.ok) return me;
  const device = deviceCookie ?? randomToken();
  const seen = await noteDevice(context, personId, sha256(`device:${device}`), now);
  if (!seen.known && !seen.first && me.value.person.email !== null) {
    const about = { provinceId: context.provinceId, personId, sessionId: id, at: now.toISOString() };
    await services.queue.send(context, NEW_DEVICE_LETTER, { ...about, device: label, address: actor.address });
  }
  context.record({
    kind: 'session.begun',
    subjectType: 'person',
    subjectId: personId,
    title: me.value.person.fullName,
    after: { method, device: label, known: seen.known },
  });
  return ok({ me: me.value, token, device: deviceCookie === null ? device : null });
}

/** The session of the actor under a new token; the old one is worth nothing from then on. */
export async function renewSession(context: Context): Promise<string | null> {
  const { sessionId } = context.actor;
  if (!sessionId) return null;
  const token = newSessionToken(context.provinceId);
  await setSessionToken(context, sessionId, sha256(token));
  context.afterwards(() => forgetActors(context.services));
  return token;
}

function newSessionToken(provinceId: number): string {
  return `${provinceId}.${randomToken()}`;
}

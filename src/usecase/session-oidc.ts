/**
 * Sign-in at the province's own provider (đăng nhập tập trung). Who comes back is found by issuer and subject; at the
 * first time by an address that the provider has verified and that one active person here has; nobody is made by it.
 */
import { err, ok, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { signInRoutes } from '#contract/sign-in.ts';
import type { OidcPerson } from '#identity/oidc.ts';
import type { OidcRefusal } from '#identity/oidc-errors.ts';
import { sameText, sha256 } from '#identity/token.ts';
import { insertFlow, takeFlow } from '#store/oidc.ts';
import { findByEmail, findByOidcSubject, setSecrets } from '#store/people.ts';
import { oidc, providerOf } from './oidc-setting.ts';
import { ownPath } from './own-path.ts';
import { beginSession, type SignedIn } from './session-begin.ts';
import { behind, type Context, perform } from './usecase.ts';

const LIFE_MS = 10 * 60_000;

export const NOT_CONFIGURED = problem(
  404,
  'oidc-not-configured',
  'Tỉnh này chưa dùng đăng nhập tập trung.',
  'This province has no identity provider.',
);
const STALE = problem(
  401,
  'oidc-stale',
  'Lần đăng nhập này đã hết hạn hoặc đã được dùng. Hãy đăng nhập lại từ đầu.',
  'This sign-in has expired or has been used. Begin again.',
);
const NOBODY = problem(
  403,
  'oidc-nobody',
  'Tài khoản công vụ này chưa gắn với người dùng nào ở đây. Hãy đề nghị quản trị hệ thống ghi đúng thư điện tử của bạn.',
  'This account belongs to nobody here. Ask an administrator to enter your e-mail address.',
);

/** What the provider said, as a refusal of ours. */
export function refusedBy({ code, vi, en }: OidcRefusal): Problem {
  const status = code === 'unreachable' ? 503 : code === 'misconfigured' ? 502 : 401;
  return problem(status, `oidc-${code}`, vi, en);
}

export interface OidcBegun {
  /** Where to send the browser. */
  readonly url: string;
  /** For its cookie: province and state, so that the sign-in ends in the browser in which it began. */
  readonly cookie: string;
}

export const startOidcSignIn = {
  ...behind(signInRoutes['GET /oidc/start'], 'oidc.start', 'read', async () => ok(undefined)),
  run: async (context: Context, { ve }: { readonly ve?: string | undefined }): Promise<Result<OidcBegun, Problem>> => {
    const provider = await providerOf(context, context.services);
    if (!provider) return err(NOT_CONFIGURED);
    const started = await oidc.startOidc(provider);
    if (!started.ok) return err(told(context, started.error));
    const { url, state, nonce, codeVerifier } = started.value;
    const expiresAt = new Date(context.now.getTime() + LIFE_MS);
    await insertFlow(context, sha256(state), { nonce, codeVerifier, returnTo: ownPath(ve) }, expiresAt);
    return ok({ url, cookie: `${context.provinceId}.${state}` });
  },
};

export interface OidcReturn {
  readonly state?: string | undefined;
  /** The query with which the browser came back. */
  readonly search?: string;
  readonly flowCookie?: string | null;
  readonly deviceCookie?: string | null;
}

export interface OidcSignedIn extends SignedIn {
  readonly returnTo: string;
}

/** Asks the provider outside of any transaction, then opens the session within one. */
export const finishOidcSignIn = {
  ...behind(signInRoutes['GET /oidc/callback'], 'oidc.finish', 'read', async () => ok(undefined)),
  run: async (outer: Context, input: OidcReturn): Promise<Result<OidcSignedIn, Problem>> => {
    const { state = '', search = '', deviceCookie = null } = input;
    const kept = /^\d{1,9}\.(.+)$/.exec(input.flowCookie ?? '')?.[1] ?? '';
    if (state === '' || !sameText(state, kept)) return err(STALE);
    const flow = await takeFlow(outer, sha256(state), outer.now);
    const provider = flow && (await providerOf(outer, outer.services));
    if (!flow || !provider) return err(STALE);
    const { nonce, codeVerifier, returnTo } = flow;
    const came = await oidc.finishOidc(provider, { state, nonce, codeVerifier }, search);
    if (!came.ok) return err(told(outer, came.error));
    const run = (context: Context) => open(context, provider.issuer, came.value, deviceCookie);
    const useCase = { name: 'oidc.begin-session', access: 'public', kind: 'write', run } as const;
    const begun = await perform<undefined, SignedIn>(outer.services, useCase, outer.actor, undefined);
    return begun.ok ? ok({ ...begun.value, returnTo }) : begun;
  },
};

async function open(
  context: Context,
  issuer: string,
  { subject, email, emailVerified }: OidcPerson,
  deviceCookie: string | null,
): Promise<Result<SignedIn, Problem>> {
  // Issuer and subject together are the person.
  const key = sha256(`${issuer}\n${subject}`);
  const linked = await findByOidcSubject(context, key);
  if (linked) return linked.state === 'active' ? beginSession(context, linked.id, 'oidc', deviceCookie) : err(NOBODY);
  if (email === undefined || !emailVerified) return err(NOBODY);
  const [person, second] = await findByEmail(context, email);
  if (!person || second || person.oidc_subject !== null) return err(NOBODY);
  await setSecrets(context, person.id, { oidc_subject: key });
  context.record({ kind: 'oidc.linked', subjectType: 'person', subjectId: person.id, title: person.full_name });
  return beginSession(context, person.id, 'oidc', deviceCookie);
}

function told(context: Context, refused: OidcRefusal): Problem {
  if (refused.code !== 'denied')
    context.services.log('warn', 'the identity provider', { code: refused.code, detail: refused.detail });
  return refusedBy(refused);
}

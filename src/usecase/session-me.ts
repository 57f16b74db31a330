/** Who is signed in (tôi là ai): person, posts, rights, what has to be done first. */
import { err, ok, type Result } from '#base/result.ts';
import { NOT_SIGNED_IN, type Problem } from '#contract/problem.ts';
import type { Me } from '#contract/session.ts';
import { type Role, rightsOf } from '#plan/rights.ts';
import { findPerson, postsOf } from '#store/people.ts';
import { ownProvince } from '#store/provinces.ts';
import { readSetting } from '#store/settings.ts';
import type { Context } from './usecase.ts';

/** Setting `sign-in` of a province. */
export interface SignInSetting {
  /** Roles whose posts need a second factor. */
  readonly totpRoles: readonly Role[];
}

export async function meOf(
  context: Context,
  personId: string | null,
  postId: string | null,
  sessionId: string | null,
  method?: string,
): Promise<Result<Me, Problem>> {
  const province = await ownProvince(context);
  const person = personId ? await findPerson(context, personId) : undefined;
  if (!province || !person) return err(NOT_SIGNED_IN);
  const posts = await postsOf(context, person.id, context.today);
  const post = posts.find((one) => one.id === postId) ?? null;
  const { value } = await readSetting<SignInSetting>(context, 'sign-in');
  const required = post !== null && (value?.totpRoles ?? []).includes(post.role);
  const hasTotp = person.totp_secret !== null;
  return ok({
    province: { slug: province.slug, name: province.name, kind: province.kind },
    person: { id: person.id, fullName: person.full_name, login: person.login, email: person.email },
    post,
    posts,
    rights: post ? [...rightsOf(post.role)] : [],
    mustChangePassword: person.must_change_password && (method ?? context.actor.method) !== 'oidc',
    hasTotp,
    mustSetUpTotp: required && !hasTotp && (method ?? context.actor.method) !== 'oidc',
    recoveryCodes: person.recovery_codes.length,
    sessionId,
  });
}

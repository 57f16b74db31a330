/** The letters of sign-in (thư về tài khoản), as jobs carry them out: a link is made when its letter is sent. */
import type { Json } from '#base/canonical.ts';
import { ok } from '#base/result.ts';
import type { Letter } from '#mail/letter-form.ts';
import { type Between, invitation, newSignIn, passwordReset } from '#mail/letters.ts';
import { findByLoginOrEmail, findPerson, postsOf } from '#store/people.ts';
import { ownProvince } from '#store/provinces.ts';
import { countResets } from '#store/resets.ts';
import { newLink } from './password-reset.ts';
import type { Services } from './services.ts';
import { type Context, perform, systemActor } from './usecase.ts';

/** Most letters with a link that a person gets by asking, within so long. */
const MOST_LETTERS = 3;
const WITHIN_MS = 15 * 60_000;

interface Ready {
  readonly to: { readonly name: string; readonly address: string };
  readonly letter: Letter;
  readonly key: string;
}

type ResetJob = { readonly provinceId: number; readonly login: string; readonly at: string };

/** Sends nothing when nobody is meant, when the person has no address, or when enough letters are on their way. */
export async function sendResetLetter(services: Services, data: Json): Promise<void> {
  const { provinceId, login, at } = data as ResetJob;
  await write(services, provinceId, async (context) => {
    const person = await findByLoginOrEmail(context, login);
    if (person?.state !== 'active' || person.email === null) return null;
    const since = new Date(context.now.getTime() - WITHIN_MS);
    if ((await countResets(context, person.id, since)) >= MOST_LETTERS) return null;
    const { link } = await newLink(context, person.id, 'reset');
    context.record({
      kind: 'password.reset-sent',
      subjectType: 'person',
      subjectId: person.id,
      title: person.full_name,
    });
    const between = { name: person.full_name, login: person.login, office: await officeOf(context) };
    return {
      to: { name: person.full_name, address: person.email },
      letter: passwordReset(between, { link, askedAt: new Date(at) }),
      key: `reset:${provinceId}:${link}`,
    };
  });
}

type LinkJob = { readonly provinceId: number; readonly personId: string; readonly purpose: 'invitation' | 'reset' };

/** The job of a link that an administrator gave. */
export const LINK_LETTER = 'account-link-letter';

export async function sendLinkLetter(services: Services, data: Json): Promise<void> {
  const { provinceId, personId, purpose } = data as LinkJob;
  await write(services, provinceId, async (context) => {
    const person = await findPerson(context, personId);
    if (person?.state !== 'active' || person.email === null) return null;
    const [post] = await postsOf(context, personId, context.today);
    const { link, expiresAt } = await newLink(context, personId, purpose);
    const between: Between = { name: person.full_name, login: person.login, office: await officeOf(context) };
    const account = { post: post?.title ?? '—', organisation: post?.organisation.name ?? '—' };
    return {
      to: { name: person.full_name, address: person.email },
      letter:
        purpose === 'invitation'
          ? invitation(between, { link, expiresAt, ...account })
          : passwordReset(between, { link, askedAt: context.now }),
      key: `${purpose}:${provinceId}:${link}`,
    };
  });
}

type SignInJob = {
  readonly provinceId: number;
  readonly personId: string;
  readonly sessionId: string;
  readonly at: string;
  readonly device: string;
  readonly address: string | null;
};

export async function sendSignInLetter(services: Services, data: Json): Promise<void> {
  const { provinceId, personId, sessionId, at, device, address } = data as SignInJob;
  await write(services, provinceId, async (context) => {
    const person = await findPerson(context, personId);
    if (person?.state !== 'active' || person.email === null) return null;
    const between = { name: person.full_name, login: person.login, office: await officeOf(context) };
    const sessionsLink = `${services.settings.publicUrl}/phien-dang-nhap`;
    return {
      to: { name: person.full_name, address: person.email },
      letter: newSignIn(between, { at: new Date(at), device, address: address ?? '—', sessionsLink }),
      key: `sign-in:${provinceId}:${sessionId}`,
    };
  });
}

/**
 * Makes what the letter needs, then sends it. What may pass is thrown, so that the queue tries again with a link of its
 * own; what will not pass is logged and given up.
 */
async function write(
  services: Services,
  provinceId: number,
  make: (context: Context) => Promise<Ready | null>,
): Promise<void> {
  if (!services.mail.configured) return;
  const useCase = {
    name: 'letter.write',
    access: 'public',
    kind: 'write',
    run: async (context: Context) => ok(await make(context)),
  } as const;
  const made = await perform(services, useCase, systemActor(provinceId, []), undefined);
  if (!made.ok || made.value === null) return;
  const { to, letter, key } = made.value;
  const sent = await services.mail.send({ to, ...letter, key });
  if (sent.ok) return;
  if (sent.error.again) throw new Error(`the letter was not taken: ${sent.error.code} ${sent.error.detail}`);
  services.log('warn', 'a letter was refused', { code: sent.error.code, detail: sent.error.detail });
}

/** `Ủy ban nhân dân tỉnh Hà Tĩnh`. */
async function officeOf(context: Context): Promise<string> {
  const province = await ownProvince(context);
  return `Ủy ban nhân dân ${province?.kind === 'city' ? 'thành phố' : 'tỉnh'} ${province?.name ?? ''}`.trim();
}

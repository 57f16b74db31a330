/**
 * People as whoever has the machine sees to them, when no administrator can sign in any more: list, add, new password,
 * unlock. Every change is in the log, as done from the command line.
 */
import { err, ok, type Result } from '#base/result.ts';
import { notFound, type Problem, problem } from '#contract/problem.ts';
import { hashPassword } from '#identity/password.ts';
import { checkPassword } from '#identity/password-policy.ts';
import type { Role } from '#plan/rights.ts';
import { newId } from '#store/ids.ts';
import { clearLockOut } from '#store/lock-out.ts';
import { appoint, findByLogin, insertPerson, insertPost, setSecrets } from '#store/people.ts';
import { listPeople, type PersonRow } from '#store/people-list.ts';
import { dropResets } from '#store/resets.ts';
import { endOtherSessions } from '#store/sessions.ts';
import type { Services } from './services.ts';
import { type Context, perform, systemActor } from './usecase.ts';

export interface ByHand {
  readonly fullName: string;
  readonly login: string;
  readonly password: string;
  readonly email: string | null;
  readonly role: Role;
  /** Chức danh; the organisation of it by its code, the Office of the People's Committee when there is none. */
  readonly title: string;
  readonly organisation?: string;
  /** Must set a password of their own at the first sign-in. */
  readonly mustChange: boolean;
}

const OFFICE = 'van-phong-ubnd-tinh';

export function addByHand(services: Services, provinceId: number, given: ByHand): Promise<Result<string, Problem>> {
  return write(services, provinceId, 'person.add-by-hand', async (context) => {
    const { fullName, login, password, email, role, title, mustChange } = given;
    const weak = weakness(context, password, login, fullName);
    if (weak) return err(weak);
    const id = newId(context.now);
    const passwordHash = await hashPassword(password);
    if (!(await insertPerson(context, { id, fullName, login, email, passwordHash, mustChangePassword: mustChange })))
      return err(problem(409, 'login-taken', 'Tên đăng nhập này đã có người dùng.', 'The login is taken.'));
    const organisationId = await organisationOf(context, given.organisation ?? OFFICE);
    if (organisationId === null) return err(notFound('cơ quan này', 'organisation'));
    const postId = newId(context.now);
    await insertPost(context, { id: postId, organisationId, title, role, validFrom: null });
    await appoint(context, { id: newId(context.now), postId, personId: id, from: context.today });
    const after = { login, email, role, by: 'cli' };
    context.record({ kind: 'person.added', subjectType: 'person', subjectId: id, title: fullName, after });
    return ok(id);
  });
}

/** A new password that has to be changed at once; the second factor is taken away and every session ends. */
export function resetByHand(services: Services, provinceId: number, login: string, password: string) {
  return write(services, provinceId, 'person.reset-by-hand', async (context) => {
    const person = await findByLogin(context, login);
    if (!person) return err(NOBODY);
    const weak = weakness(context, password, login, person.full_name);
    if (weak) return err(weak);
    await setSecrets(context, person.id, {
      password_hash: await hashPassword(password),
      must_change_password: true,
      totp_secret: null,
      totp_pending: null,
      totp_last_step: null,
      recovery_codes: [],
    });
    await clearLockOut(context, person.login);
    await dropResets(context, person.id, context.now);
    await endOtherSessions(context, person.id, null, context.now);
    const subject = { subjectType: 'person', subjectId: person.id, title: person.full_name };
    context.record({ kind: 'password.reset', ...subject, after: { by: 'cli' } });
    return ok(person.id);
  });
}

export function unlockByHand(services: Services, provinceId: number, login: string) {
  return write(services, provinceId, 'person.unlock-by-hand', async (context) => {
    const person = await findByLogin(context, login);
    if (!person) return err(NOBODY);
    await clearLockOut(context, person.login);
    const subject = { subjectType: 'person', subjectId: person.id, title: person.full_name };
    context.record({ kind: 'person.unlocked', ...subject, after: { by: 'cli' } });
    return ok(person.id);
  });
}

export async function listByHand(services: Services, provinceId: number): Promise<PersonRow[]> {
  const useCase = {
    name: 'person.list-by-hand',
    access: 'public' as const,
    kind: 'read' as const,
    run: async (context: Context) => ok(await listPeople(context, { limit: 100_000 }, context.now, context.today)),
  };
  const listed = await perform(services, useCase, systemActor(provinceId, [], 'cli'), undefined);
  if (!listed.ok) throw new Error(listed.error.en);
  return listed.value;
}

const NOBODY = notFound('người dùng này', 'person');

function weakness(context: Context, password: string, login: string, name: string): Problem | null {
  const shortest = context.services.settings.passwordLength;
  const [weak] = checkPassword(password, { login, name }, { shortest });
  return weak ? problem(422, 'weak-password', weak.vi, weak.en) : null;
}

async function organisationOf({ db, provinceId }: Context, code: string): Promise<string | null> {
  const row = await db
    .selectFrom('organisation')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('code', '=', code)
    .orderBy('valid_to', (order) => order.desc().nullsFirst())
    .executeTakeFirst();
  return row?.id ?? null;
}

function write<T>(
  services: Services,
  provinceId: number,
  name: string,
  run: (context: Context) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const useCase = { name, access: 'public' as const, kind: 'write' as const, run };
  return perform(services, useCase, systemActor(provinceId, [], 'cli'), undefined);
}

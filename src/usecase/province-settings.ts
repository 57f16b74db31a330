/** Settings of a province (cài đặt): name, rules of sign-in, identity provider; trying provider and mail. */
import { err, ok, type Result } from '#base/result.ts';
import { conflict, type Problem, problem } from '#contract/problem.ts';
import { type SettingsView, settingsRoutes } from '#contract/settings.ts';
import type { WorkCalendar } from '#delivery/working-days.ts';
import { seal } from '#identity/sealed.ts';
import { writeLetter } from '#mail/letter-form.ts';
import { ownProvince, renameProvince } from '#store/provinces.ts';
import { readSetting, writeSetting } from '#store/settings.ts';
import { type OidcSetting, oidc, oidcPurpose, oidcRedirect, toProvider } from './oidc-setting.ts';
import { NO_MAIL } from './password-reset.ts';
import { forgetActors } from './session-authenticate.ts';
import type { SignInSetting } from './session-me.ts';
import { NOT_CONFIGURED, refusedBy } from './session-oidc.ts';
import { behind, type Context } from './usecase.ts';

async function view(context: Context): Promise<Result<SettingsView, Problem>> {
  const { services } = context;
  const province = await ownProvince(context);
  const named = await readSetting<{ name: string }>(context, 'province');
  const signIn = await readSetting<SignInSetting>(context, 'sign-in');
  const calendar = await readSetting<WorkCalendar>(context, 'calendar');
  const { value: provider, version } = await readSetting<OidcSetting>(context, 'oidc');
  const { sessionMinutes, idleMinutes, passwordLength } = services.settings;
  return ok({
    province: { name: province?.name ?? '', code: province?.code ?? '', version: named.version },
    signIn: { totpRoles: [...(signIn.value?.totpRoles ?? [])], version: signIn.version },
    calendar: {
      holidays: [...(calendar.value?.holidays ?? [])],
      extra: [...(calendar.value?.extra ?? [])],
      version: calendar.version,
    },
    oidc: {
      enabled: provider?.enabled ?? false,
      label: provider?.label ?? 'Đăng nhập bằng tài khoản công vụ',
      issuer: provider?.issuer ?? '',
      clientId: provider?.clientId ?? '',
      hasSecret: (provider?.secret ?? null) !== null,
      clientAuth: provider?.clientAuth ?? null,
      scopes: [...(provider?.scopes ?? ['email', 'profile'])],
      version,
    },
    oidcRedirect: oidcRedirect(services),
    mail: { configured: services.mail.configured },
    session: { minutes: sessionMinutes, idleMinutes, passwordLength },
  });
}

async function lost(context: Context): Promise<Result<never, Problem>> {
  const now = await view(context);
  return now.ok ? err(conflict(now.value)) : now;
}

export const readSettings = behind(settingsRoutes['GET /settings'], 'setting.read', 'read', (context) => view(context));

export const nameProvince = behind(
  settingsRoutes['PUT /settings/province'],
  'setting.name-province',
  'write',
  async (context, input) => {
    const name = input.name.normalize('NFC');
    if (!(await writeSetting(context, 'province', input.version, { name }))) return lost(context);
    const before = await renameProvince(context, name);
    context.record({
      kind: 'setting.province-named',
      subjectType: 'province',
      subjectId: String(context.provinceId),
      title: name,
      before: { name: before },
      after: { name },
    });
    return view(context);
  },
);

export const setSignIn = behind(
  settingsRoutes['PUT /settings/sign-in'],
  'setting.sign-in',
  'write',
  async (context, input) => {
    const before = await readSetting<SignInSetting>(context, 'sign-in');
    const totpRoles = [...new Set(input.totpRoles)];
    if (!(await writeSetting(context, 'sign-in', input.version, { totpRoles }))) return lost(context);
    context.record({
      kind: 'setting.sign-in-changed',
      subjectType: 'setting',
      subjectId: 'sign-in',
      before: { totpRoles: [...(before.value?.totpRoles ?? [])] },
      after: { totpRoles },
    });
    context.afterwards(() => forgetActors(context.services));
    return view(context);
  },
);

export const setCalendar = behind(
  settingsRoutes['PUT /settings/calendar'],
  'setting.calendar',
  'write',
  async (context, { version, holidays, extra }) => {
    const sorted = (days: readonly string[]) => [...new Set(days)].sort();
    const next = { holidays: sorted(holidays), extra: sorted(extra) };
    const before = await readSetting<WorkCalendar>(context, 'calendar');
    if (!(await writeSetting(context, 'calendar', version, next))) return lost(context);
    context.record({
      kind: 'setting.calendar-changed',
      subjectType: 'setting',
      subjectId: 'calendar',
      before: { holidays: [...(before.value?.holidays ?? [])], extra: [...(before.value?.extra ?? [])] },
      after: next,
    });
    return view(context);
  },
);

export const setOidc = behind(
  settingsRoutes['PUT /settings/oidc'],
  'setting.oidc',
  'write',
  async (context, { version, clientSecret, ...rest }) => {
    const { value: before } = await readSetting<OidcSetting>(context, 'oidc');
    const { secretKey } = context.services.settings;
    const kept = before?.secret ?? null;
    const given = clientSecret ? seal(secretKey, oidcPurpose(context.provinceId), clientSecret) : null;
    const next = { ...rest, secret: clientSecret === undefined ? kept : given };
    if (!(await writeSetting(context, 'oidc', version, next))) return lost(context);
    const told = (setting: Omit<OidcSetting, 'secret'> | null) =>
      setting && { enabled: setting.enabled, label: setting.label, issuer: setting.issuer, clientId: setting.clientId };
    context.record({
      kind: 'setting.oidc-changed',
      subjectType: 'setting',
      subjectId: 'oidc',
      before: told(before),
      after: { ...told(rest), secretChanged: clientSecret !== undefined },
    });
    return view(context);
  },
);

export const tryOidc = behind(
  settingsRoutes['POST /settings/oidc/test'],
  'setting.try-oidc',
  'read',
  async (context) => {
    const { value } = await readSetting<OidcSetting>(context, 'oidc');
    if (!value) return err(NOT_CONFIGURED);
    const started = await oidc.startOidc(toProvider(value, context.provinceId, context.services));
    return started.ok ? ok({ ok: true as const }) : err(refusedBy(started.error));
  },
);

export const tryMail = behind(
  settingsRoutes['POST /settings/mail/test'],
  'setting.try-mail',
  'read',
  async (context, { to }) => {
    const { services, now, provinceId } = context;
    if (!services.mail.configured) return err(NO_MAIL);
    const province = await ownProvince(context);
    const letter = writeLetter({
      subject: 'Thư thử của hệ thống Bám Sát',
      to: 'Ông/Bà',
      office: `Hệ thống Bám Sát ${province?.name ?? ''}`.trim(),
      parts: [{ kind: 'paragraph', text: 'Thư này cho biết máy chủ đã gửi được thư. Ông/Bà không cần làm gì thêm.' }],
    });
    const key = `try:${provinceId}:${now.getTime()}`;
    const sent = await services.mail.send({ to: { name: '', address: to }, ...letter, key });
    if (sent.ok) return ok({ ok: true as const });
    services.log('warn', 'a letter to try the mail was refused', { code: sent.error.code, detail: sent.error.detail });
    return err(problem(502, 'mail-failed', sent.error.vi, sent.error.en));
  },
);

/** Settings of a province (cài đặt): its name, rules of sign-in, its identity provider, the mail; tokens of machines. */
import { z } from 'zod';
import { ROLES, SCOPES } from '#plan/rights.ts';
import { defineRoutes, idParams, isoDate, isoInstant, uuid } from './route.ts';

/** 0: never set. */
const version = z.int().min(0);
const issuer = z.url({ protocol: /^https?$/ }).max(300);
const text = z.string().trim().min(1);

export const oidcSettingSchema = z.object({
  enabled: z.boolean(),
  /** What the button says: `Đăng nhập bằng tài khoản công vụ của tỉnh`. */
  label: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  /** The secret itself is never given back. */
  hasSecret: z.boolean(),
  clientAuth: z.enum(['basic', 'post']).nullable(),
  scopes: z.array(z.string()),
  version,
});

/** Besides weekends and the holidays of the solar calendar, which are known. */
const workCalendarSchema = z.object({ holidays: z.array(isoDate).max(400), extra: z.array(isoDate).max(400) });

export const settingsSchema = z.object({
  province: z.object({ name: z.string(), code: z.string(), version }),
  signIn: z.object({ totpRoles: z.array(z.enum(ROLES)), version }),
  /** Ngày nghỉ, ngày làm bù: on which days letters come and waiting counts. */
  calendar: workCalendarSchema.extend({ version }),
  oidc: oidcSettingSchema,
  /** Address to register at the provider. */
  oidcRedirect: z.string(),
  mail: z.object({ configured: z.boolean() }),
  /** Set by who runs the server. */
  session: z.object({ minutes: z.int(), idleMinutes: z.int(), passwordLength: z.int() }),
});
export type SettingsView = z.output<typeof settingsSchema>;

const tokenSchema = z.object({
  id: uuid,
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  createdBy: z.string().nullable(),
  createdAt: isoInstant,
  expiresAt: isoInstant.nullable(),
  usedAt: isoInstant.nullable(),
  revokedAt: isoInstant.nullable(),
});

export const settingsRoutes = defineRoutes({
  'GET /settings': {
    access: 'setting.edit',
    tag: 'settings',
    summary: { vi: 'Cài đặt của tỉnh', en: 'Settings of the province' },
    response: settingsSchema,
  },
  'PUT /settings/province': {
    access: 'setting.edit',
    tag: 'settings',
    summary: { vi: 'Đổi tên hiển thị của tỉnh', en: 'Change the name that is shown' },
    body: z.object({ version, name: text.max(120) }),
    response: settingsSchema,
    problems: ['conflict'],
  },
  'PUT /settings/sign-in': {
    access: 'setting.edit',
    tag: 'settings',
    summary: { vi: 'Vai trò nào phải dùng mã xác thực', en: 'Which roles need a second factor' },
    body: z.object({ version, totpRoles: z.array(z.enum(ROLES)).max(ROLES.length) }),
    response: settingsSchema,
    problems: ['conflict'],
  },
  'PUT /settings/calendar': {
    access: 'setting.edit',
    tag: 'settings',
    summary: { vi: 'Ngày nghỉ và ngày làm bù', en: 'Days off, and days that are worked instead' },
    body: workCalendarSchema.extend({ version }),
    response: settingsSchema,
    problems: ['conflict'],
  },
  'PUT /settings/oidc': {
    access: 'setting.edit',
    tag: 'settings',
    summary: { vi: 'Kết nối hệ thống đăng nhập tập trung', en: 'Connect the identity provider' },
    body: z.object({
      version,
      enabled: z.boolean(),
      label: text.max(120),
      issuer,
      clientId: text.max(200),
      /** Absent: the one that is kept stays; null: none. */
      clientSecret: z.string().max(500).nullable().optional(),
      clientAuth: z.enum(['basic', 'post']).nullable(),
      scopes: z.array(z.string().regex(/^[\x21-\x7e]{1,60}$/)).max(10),
    }),
    response: settingsSchema,
    problems: ['conflict'],
  },
  'POST /settings/oidc/test': {
    access: 'setting.edit',
    tag: 'settings',
    summary: { vi: 'Thử kết nối hệ thống đăng nhập tập trung', en: 'Try the identity provider' },
    limited: true,
    response: z.object({ ok: z.literal(true) }),
    problems: ['oidc-not-configured', 'oidc-unreachable', 'oidc-misconfigured'],
  },
  'POST /settings/mail/test': {
    access: 'setting.edit',
    tag: 'settings',
    summary: { vi: 'Gửi một thư thử', en: 'Send a letter to try the mail' },
    limited: true,
    body: z.object({ to: z.email().max(200) }),
    response: z.object({ ok: z.literal(true) }),
    problems: ['mail-not-configured', 'mail-failed'],
  },
  'GET /tokens': {
    access: 'token.edit',
    tag: 'tokens',
    summary: { vi: 'Mã truy cập cho máy', en: 'Machine tokens' },
    response: z.object({ items: z.array(tokenSchema) }),
  },
  'POST /tokens': {
    access: 'token.edit',
    tag: 'tokens',
    summary: { vi: 'Cấp mã truy cập cho máy', en: 'Make a machine token' },
    body: z.object({
      name: text.max(120),
      scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
      /** Last day on which it holds, at most a year from now. */
      expiresOn: isoDate,
    }),
    response: z.object({
      id: uuid,
      /** Shown once: `bs_<province>_…`. */
      token: z.string(),
      expiresAt: isoInstant,
    }),
    status: 201,
    problems: ['date-order'],
  },
  'DELETE /tokens/:id': {
    access: 'token.edit',
    tag: 'tokens',
    summary: { vi: 'Thu hồi mã truy cập', en: 'Revoke a machine token' },
    params: idParams,
  },
});

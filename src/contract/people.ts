/** People (cán bộ, người dùng), posts (chức danh), and who holds which post from–to. */
import { z } from 'zod';
import { ROLES } from '#plan/rights.ts';
import { defineRoutes, idParams, isoDate, isoInstant, pageOf, pageQuery, uuid, versioned } from './route.ts';

const organisation = z.object({ id: uuid, name: z.string() });
const role = z.enum(ROLES);

export const personSchema = z.object({
  id: uuid,
  fullName: z.string(),
  email: z.string().nullable(),
  state: z.enum(['active', 'disabled']),
  /** Posts held today or later. */
  posts: z.array(
    z.object({
      id: uuid,
      title: z.string(),
      role,
      organisation,
      holdingId: uuid,
      from: isoDate,
      /** First day on which it is no longer held. */
      to: isoDate.nullable(),
    }),
  ),
  /** How the person signs in; only for who manages people. */
  account: z
    .object({
      login: z.string(),
      hasPassword: z.boolean(),
      hasTotp: z.boolean(),
      hasOidc: z.boolean(),
      mustChangePassword: z.boolean(),
      lockedUntil: isoInstant.nullable(),
      lastSeenAt: isoInstant.nullable(),
      anonymised: z.boolean(),
    })
    .nullable(),
  version: z.int(),
});
export type PersonView = z.output<typeof personSchema>;

export const postViewSchema = z.object({
  id: uuid,
  title: z.string(),
  role,
  organisation,
  validFrom: isoDate.nullable(),
  validTo: isoDate.nullable(),
  version: z.int(),
  holders: z.array(
    z.object({
      id: uuid,
      person: z.object({ id: uuid, fullName: z.string() }),
      from: isoDate,
      to: isoDate.nullable(),
    }),
  ),
});
export type PostView = z.output<typeof postViewSchema>;

const fullName = z.string().trim().min(1).max(120);
const login = z
  .string()
  .trim()
  .min(2)
  .max(120)
  .regex(/^[\p{L}\p{N}._@+-]+$/u);
const email = z.email().max(200);
const title = z.string().trim().min(1).max(200);
const reason = z.string().trim().max(1000).optional();
/** How the link to set a password gets to the person. */
const deliver = z.enum(['link', 'mail']);

/** `link` when it is handed over by who asked; null when a letter carries it. */
const linkSchema = z.object({ link: z.string().nullable(), expiresAt: isoInstant.nullable() });

export const peopleRoutes = defineRoutes({
  'GET /people': {
    access: 'person.read',
    tag: 'people',
    summary: { vi: 'Danh sách người dùng', en: 'People' },
    machines: false,
    query: pageQuery.extend({
      /** Found with or without tone marks in name, login and address. */
      text: z.string().max(200).optional(),
      organisation: uuid.optional(),
      role: role.optional(),
      state: z.enum(['active', 'disabled']).optional(),
    }),
    response: pageOf(personSchema),
  },
  'POST /people': {
    access: 'person.edit',
    tag: 'people',
    summary: { vi: 'Thêm người dùng và mời sử dụng', en: 'Add a person and invite' },
    body: z.object({
      fullName,
      login,
      email: email.nullable(),
      /** Post to begin with. */
      postId: uuid.optional(),
      deliver,
    }),
    response: linkSchema.extend({ person: personSchema }),
    status: 201,
    problems: ['login-taken', 'email-taken', 'mail-not-configured', 'no-email'],
  },
  'GET /people/:id': {
    access: 'person.read',
    tag: 'people',
    summary: { vi: 'Một người dùng', en: 'One person' },
    params: idParams,
    response: personSchema,
  },
  'PATCH /people/:id': {
    access: 'person.edit',
    tag: 'people',
    summary: { vi: 'Sửa họ tên, tên đăng nhập, thư điện tử', en: 'Change name, login, address' },
    params: idParams,
    body: versioned.extend({
      fullName: fullName.optional(),
      login: login.optional(),
      email: email.nullable().optional(),
    }),
    response: personSchema,
    problems: ['conflict', 'login-taken', 'email-taken'],
  },
  'POST /people/:id/disable': {
    access: 'person.edit',
    tag: 'people',
    summary: { vi: 'Ngừng cho sử dụng; mọi phiên đăng nhập kết thúc', en: 'Disable; all sessions end' },
    params: idParams,
    body: versioned.extend({ reason }),
    response: personSchema,
    problems: ['conflict', 'last-administrator'],
  },
  'POST /people/:id/enable': {
    access: 'person.edit',
    tag: 'people',
    summary: { vi: 'Cho sử dụng lại', en: 'Enable again' },
    params: idParams,
    body: versioned.extend({ reason }),
    response: personSchema,
    problems: ['conflict'],
  },
  'POST /people/:id/unlock': {
    access: 'person.edit',
    tag: 'people',
    summary: { vi: 'Mở khóa sau khi nhập sai nhiều lần', en: 'Unlock after wrong attempts' },
    params: idParams,
    response: personSchema,
  },
  'POST /people/:id/reset': {
    access: 'person.edit',
    tag: 'people',
    summary: { vi: 'Cấp liên kết đặt mật khẩu mới', en: 'Give a link to set a new password' },
    params: idParams,
    body: z.object({ deliver }),
    response: linkSchema,
    problems: ['mail-not-configured', 'no-email', 'person-disabled'],
  },
  'POST /people/:id/totp-off': {
    access: 'person.edit',
    tag: 'people',
    summary: { vi: 'Gỡ mã xác thực của người bị mất điện thoại', en: 'Remove the second factor of a lost phone' },
    params: idParams,
    body: z.object({ reason: z.string().trim().min(1).max(1000) }),
    response: personSchema,
  },
  'GET /people/:id/data': {
    access: 'person.edit',
    tag: 'people',
    summary: { vi: 'Mọi dữ liệu cá nhân của một người', en: 'All personal data of a person' },
    params: idParams,
    response: z.object({
      person: personSchema,
      posts: z.array(z.record(z.string(), z.unknown())),
      sessions: z.array(z.record(z.string(), z.unknown())),
      events: z.array(z.record(z.string(), z.unknown())),
    }),
  },
  'POST /people/:id/anonymise': {
    access: 'person.edit',
    tag: 'people',
    summary: {
      vi: 'Xóa dữ liệu cá nhân; nhật ký giữ việc đã làm theo thời hạn lưu trữ',
      en: 'Erase personal data; the log keeps what was done',
    },
    params: idParams,
    body: versioned.extend({ reason: z.string().trim().min(1).max(1000) }),
    response: personSchema,
    problems: ['conflict', 'person-active'],
  },
  'GET /posts': {
    access: 'organisation.read',
    tag: 'people',
    summary: { vi: 'Các chức danh và người giữ', en: 'Posts and who holds them' },
    machines: true,
    query: pageQuery.extend({
      organisation: uuid.optional(),
      /** Ended ones too. */
      ended: z.stringbool().default(false),
    }),
    response: pageOf(postViewSchema),
  },
  'POST /posts': {
    access: 'person.edit',
    tag: 'people',
    summary: { vi: 'Lập chức danh', en: 'Make a post' },
    body: z.object({ organisationId: uuid, title, role, validFrom: isoDate.nullable().optional() }),
    response: postViewSchema,
    status: 201,
  },
  'PATCH /posts/:id': {
    access: 'person.edit',
    tag: 'people',
    summary: { vi: 'Sửa tên, vai trò của chức danh', en: 'Change title or role of a post' },
    params: idParams,
    body: versioned.extend({ title: title.optional(), role: role.optional() }),
    response: postViewSchema,
    problems: ['conflict', 'last-administrator'],
  },
  'POST /posts/:id/end': {
    access: 'person.edit',
    tag: 'people',
    summary: { vi: 'Kết thúc chức danh từ một ngày', en: 'End a post from a day on' },
    params: idParams,
    body: versioned.extend({ on: isoDate, reason }),
    response: postViewSchema,
    problems: ['conflict', 'last-administrator', 'date-order'],
  },
  'POST /posts/:id/holders': {
    access: 'person.edit',
    tag: 'people',
    summary: { vi: 'Bổ nhiệm, giao giữ chức danh', en: 'Appoint to a post' },
    params: idParams,
    body: z.object({ personId: uuid, from: isoDate, to: isoDate.nullable().optional(), reason }),
    response: postViewSchema,
    status: 201,
    problems: ['already-holds', 'date-order', 'person-disabled'],
  },
  'POST /holdings/:id/end': {
    access: 'person.edit',
    tag: 'people',
    summary: { vi: 'Thôi giữ chức danh từ một ngày', en: 'Relieve of a post from a day on' },
    params: idParams,
    body: z.object({ on: isoDate, reason }),
    response: postViewSchema,
    problems: ['last-administrator', 'date-order'],
  },
});

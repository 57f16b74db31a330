/** First run, sign-in, sessions of a person (phiên đăng nhập). */
import { z } from 'zod';
import { RIGHTS, ROLES } from '#plan/rights.ts';
import { defineRoutes, idParams, isoInstant, uuid } from './route.ts';

export const provinceSchema = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(['province', 'city']),
});

export const postSchema = z.object({
  id: uuid,
  title: z.string(),
  role: z.enum(ROLES),
  organisation: z.object({ id: uuid, name: z.string() }),
});

/** Who is signed in. */
export const meSchema = z.object({
  province: provinceSchema,
  person: z.object({ id: uuid, fullName: z.string(), login: z.string(), email: z.string().nullable() }),
  /** The post that the person acts through. */
  post: postSchema.nullable(),
  /** All posts that the person holds today. */
  posts: z.array(postSchema),
  rights: z.array(z.enum(RIGHTS)),
  mustChangePassword: z.boolean(),
  hasTotp: z.boolean(),
  /** The post requires a second factor and there is none: it has to be set up before anything else. */
  mustSetUpTotp: z.boolean(),
  /** Recovery codes that are still good. */
  recoveryCodes: z.int(),
  sessionId: uuid.nullable(),
});
export type Me = z.output<typeof meSchema>;

const login = z.string().trim().min(1).max(120);
const password = z.string().min(1).max(200);

export const sessionRoutes = defineRoutes({
  'GET /setup': {
    access: 'public',
    tag: 'session',
    summary: {
      vi: 'Máy chủ đã có tỉnh nào chưa, đăng nhập được bằng gì',
      en: 'What the server holds and how to sign in',
    },
    response: z.object({
      /** True before the first province: the first-run page is shown. */
      empty: z.boolean(),
      provinces: z.array(provinceSchema.extend({ oidc: z.object({ label: z.string() }).nullable() })),
      /** Sign-ins of the demonstration; empty on a real server. */
      demo: z.array(
        z.object({ province: z.string(), login: z.string(), password: z.string(), name: z.string(), post: z.string() }),
      ),
      mail: z.boolean(),
      /** Provinces to choose from on the first run. */
      catalogue: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  },
  'POST /setup': {
    access: 'public',
    tag: 'session',
    summary: { vi: 'Lập tỉnh đầu tiên và người quản trị', en: 'Make the first province and its administrator' },
    limited: true,
    body: z.object({
      /** Written by the server to its log and its folder: only who runs the server can begin. */
      code: z.string().max(100),
      province: z.string().max(60),
      fullName: z.string().trim().min(1).max(120),
      login,
      password,
      email: z.email().max(200).optional(),
    }),
    response: meSchema,
    status: 201,
    problems: ['already-set-up', 'wrong-setup-code', 'weak-password', 'unknown-province'],
  },
  'GET /session': {
    access: 'signed-in',
    tag: 'session',
    summary: { vi: 'Tôi là ai, giữ chức danh nào, có quyền gì', en: 'Who is signed in' },
    evenConfined: true,
    response: meSchema,
  },
  'POST /session': {
    access: 'public',
    tag: 'session',
    summary: { vi: 'Đăng nhập bằng mật khẩu', en: 'Sign in with a password' },
    limited: true,
    body: z.object({
      province: z.string().max(60),
      login,
      password,
      /** Six digits, or a recovery code. */
      totp: z.string().max(20).optional(),
    }),
    response: meSchema,
    problems: ['wrong-sign-in', 'totp-needed', 'wrong-totp', 'locked'],
  },
  'DELETE /session': {
    access: 'signed-in',
    tag: 'session',
    summary: { vi: 'Đăng xuất', en: 'Sign out' },
    evenConfined: true,
  },
  'PUT /session/post': {
    access: 'signed-in',
    tag: 'session',
    summary: { vi: 'Chuyển sang chức danh khác của mình', en: 'Act through another post of mine' },
    evenConfined: true,
    body: z.object({ postId: uuid }),
    response: meSchema,
  },
  'GET /sessions': {
    access: 'signed-in',
    tag: 'session',
    summary: { vi: 'Các phiên đăng nhập của tôi', en: 'My sessions' },
    response: z.object({
      items: z.array(
        z.object({
          id: uuid,
          current: z.boolean(),
          device: z.string().nullable(),
          address: z.string().nullable(),
          method: z.string(),
          createdAt: isoInstant,
          seenAt: isoInstant,
          expiresAt: isoInstant,
        }),
      ),
    }),
  },
  'POST /sessions/end-others': {
    access: 'signed-in',
    tag: 'session',
    summary: { vi: 'Kết thúc mọi phiên đăng nhập khác của tôi', en: 'End all my other sessions' },
    response: z.object({ ended: z.int() }),
  },
  'DELETE /sessions/:id': {
    access: 'signed-in',
    tag: 'session',
    summary: { vi: 'Kết thúc một phiên đăng nhập của tôi', en: 'End one of my sessions' },
    params: idParams,
  },
});

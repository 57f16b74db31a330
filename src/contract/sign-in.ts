/** What belongs to sign-in beside the session: password, second factor, links in letters, a province's own provider. */
import { z } from 'zod';
import { defineRoutes, isoInstant } from './route.ts';
import { meSchema, provinceSchema } from './session.ts';

const password = z.string().min(1).max(200);
/** What a letter's link ends in: `<province>.<43 letters>`. */
const linkToken = z.string().min(10).max(100);
const recoveryCodes = z.array(z.string());

export const signInRoutes = defineRoutes({
  'PUT /session/password': {
    access: 'signed-in',
    tag: 'sign-in',
    summary: { vi: 'Đổi mật khẩu của tôi', en: 'Change my password' },
    evenConfined: true,
    limited: true,
    body: z.object({ current: password, password }),
    response: meSchema,
    problems: ['wrong-password', 'weak-password', 'locked'],
  },
  'POST /session/totp': {
    access: 'signed-in',
    tag: 'sign-in',
    summary: { vi: 'Bắt đầu thiết lập mã xác thực', en: 'Begin to set up a second factor' },
    evenConfined: true,
    limited: true,
    body: z.object({ password }),
    response: z.object({
      /** In base32, for who can not scan. */
      secret: z.string(),
      uri: z.string(),
      /** The QR code of `uri`, an address of a picture: `data:image/svg+xml,…`. */
      qr: z.string(),
    }),
    problems: ['wrong-password', 'locked', 'totp-already'],
  },
  'PUT /session/totp': {
    access: 'signed-in',
    tag: 'sign-in',
    summary: { vi: 'Xác nhận mã xác thực vừa thiết lập', en: 'Confirm the second factor' },
    evenConfined: true,
    limited: true,
    body: z.object({ code: z.string().trim().min(1).max(20) }),
    response: z.object({
      me: meSchema,
      /** Shown once. */
      recoveryCodes,
    }),
    problems: ['wrong-totp', 'totp-not-begun', 'locked'],
  },
  'DELETE /session/totp': {
    access: 'signed-in',
    tag: 'sign-in',
    summary: { vi: 'Tắt mã xác thực', en: 'Turn the second factor off' },
    limited: true,
    body: z.object({ password }),
    response: meSchema,
    problems: ['wrong-password', 'locked', 'totp-required'],
  },
  'POST /session/recovery-codes': {
    access: 'signed-in',
    tag: 'sign-in',
    summary: { vi: 'Lập lại mã dự phòng', en: 'Make new recovery codes' },
    limited: true,
    body: z.object({ password }),
    response: z.object({ recoveryCodes }),
    problems: ['wrong-password', 'locked', 'totp-not-begun'],
  },
  'POST /password-resets': {
    access: 'public',
    tag: 'sign-in',
    summary: {
      vi: 'Xin liên kết đặt lại mật khẩu qua thư; trả lời như nhau dù có tài khoản hay không',
      en: 'Ask for a link to set a new password; the answer does not tell who has an account',
    },
    limited: true,
    body: z.object({ province: z.string().max(60), login: z.string().trim().min(1).max(200) }),
    response: z.object({ asked: z.literal(true) }),
    status: 202,
    problems: ['mail-not-configured', 'unknown-province'],
  },
  'POST /password-resets/look': {
    access: 'public',
    tag: 'sign-in',
    summary: { vi: 'Liên kết đặt mật khẩu này của ai, còn dùng được không', en: 'Whose link this is' },
    limited: true,
    body: z.object({ token: linkToken }),
    response: z.object({
      province: provinceSchema,
      fullName: z.string(),
      login: z.string(),
      purpose: z.enum(['reset', 'invitation']),
      expiresAt: isoInstant,
      /** Fewest characters of a password. */
      shortest: z.int(),
    }),
    problems: ['link-not-valid'],
  },
  'PUT /password-resets': {
    access: 'public',
    tag: 'sign-in',
    summary: { vi: 'Đặt mật khẩu bằng liên kết trong thư', en: 'Set a password with the link of a letter' },
    limited: true,
    body: z.object({ token: linkToken, password }),
    problems: ['link-not-valid', 'weak-password'],
  },
  'GET /oidc/start': {
    access: 'public',
    tag: 'sign-in',
    summary: {
      vi: 'Chuyển trình duyệt sang hệ thống đăng nhập tập trung của tỉnh',
      en: "Send the browser to the province's identity provider",
    },
    limited: true,
    query: z.object({
      province: z.string().max(60),
      /** Page to go on with: a path of this server. */
      ve: z.string().max(500).optional(),
    }),
    gives: 'bytes',
    problems: ['unknown-province', 'oidc-not-configured'],
  },
  'GET /oidc/callback': {
    access: 'public',
    tag: 'sign-in',
    summary: {
      vi: 'Nơi hệ thống đăng nhập tập trung đưa trình duyệt trở lại',
      en: 'Where the identity provider sends the browser back',
    },
    limited: true,
    query: z.object({
      state: z.string().max(500).optional(),
      code: z.string().max(4000).optional(),
      error: z.string().max(500).optional(),
    }),
    gives: 'bytes',
    problems: ['oidc-stale', 'oidc-nobody'],
  },
});

/** Why a request was refused (RFC 9457, problem+json): a stable code and one clear sentence, Vietnamese first. */
import { z } from 'zod';

export const problemSchema = z.object({
  type: z.string(),
  /** The Vietnamese sentence. */
  title: z.string(),
  status: z.int(),
  code: z.string(),
  vi: z.string(),
  en: z.string(),
  /** What is wrong with which field of the request: dotted path → sentence. */
  fields: z.record(z.string(), z.object({ vi: z.string(), en: z.string() })).optional(),
  /** For a conflict: what stands there now. */
  current: z.unknown().optional(),
  requestId: z.string().optional(),
});

/** An expected refusal of a use case. */
export interface Problem {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 423 | 429 | 502 | 503;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly fields?: Readonly<Record<string, { readonly vi: string; readonly en: string }>>;
  readonly current?: unknown;
  /** Seconds after which it may be tried again. */
  readonly retryAfter?: number;
}

export function problem(
  status: Problem['status'],
  code: string,
  vi: string,
  en: string,
  more: Pick<Problem, 'fields' | 'current' | 'retryAfter'> = {},
): Problem {
  return { status, code, vi, en, ...more };
}

export const NOT_SIGNED_IN = problem(401, 'not-signed-in', 'Bạn chưa đăng nhập.', 'You are not signed in.');
export const NOT_ALLOWED = problem(
  403,
  'not-allowed',
  'Chức danh của bạn không có quyền làm việc này.',
  'Your post does not have the right to do this.',
);
export const NOT_FOR_MACHINES = problem(
  403,
  'not-for-machines',
  'Mã truy cập của máy không dùng được ở đây.',
  'Machine tokens can not be used here.',
);
export const PASSWORD_FIRST = problem(
  403,
  'password-change-needed',
  'Hãy đổi mật khẩu trước khi dùng tiếp.',
  'Set a new password before going on.',
);
export const TOTP_FIRST = problem(
  403,
  'totp-setup-needed',
  'Chức danh của bạn phải dùng mã xác thực. Hãy thiết lập mã xác thực trước khi dùng tiếp.',
  'Your post requires a second factor. Set one up before going on.',
);
export const NOT_FOUND = problem(404, 'not-found', 'Không tìm thấy.', 'Not found.');

/** `what` as in "Tổ chức": "Không tìm thấy tổ chức." */
export function notFound(vi: string, en: string): Problem {
  return problem(404, 'not-found', `Không tìm thấy ${vi}.`, `The ${en} was not found.`);
}

/** Somebody else changed it first; `current` is what stands there now. */
export function conflict(current: unknown): Problem {
  return problem(
    409,
    'conflict',
    'Người khác vừa thay đổi nội dung này. Hãy xem bản mới rồi làm lại.',
    'Somebody else has just changed this. Look at the new version and try again.',
    { current },
  );
}

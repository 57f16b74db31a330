/** Why something could not be done, as the server says it, or as this browser knows it (mất kết nối). */

export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly fields?: Readonly<Record<string, { readonly vi: string; readonly en: string }>> | undefined;
  readonly current?: unknown;
  readonly requestId?: string | undefined;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
}

/** Thrown by `call` for every answer that is no success. `message` is the Vietnamese sentence. */
export class ApiProblem extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(body.vi);
    this.name = 'ApiProblem';
    this.body = body;
  }

  get code(): string {
    return this.body.code;
  }

  get status(): number {
    return this.body.status;
  }

  /** The sentence for one field of a form, by its dotted path. */
  field(path: string): string | undefined {
    return this.body.fields?.[path]?.vi;
  }
}

export const NETWORK_LOST: ProblemBody = {
  status: 0,
  code: 'network-lost',
  vi: 'Mất kết nối với máy chủ.',
  en: 'The connection to the server was lost.',
};

/** Reads a refusal, also of a proxy that knows nothing of ours. */
export function problemOf(status: number, body: unknown, retryAfter: string | null): ProblemBody {
  const seconds = retryAfter === null ? Number.NaN : Number(retryAfter);
  const wait = Number.isFinite(seconds) ? { retryAfter: seconds } : {};
  if (typeof body === 'object' && body !== null && 'vi' in body && 'code' in body) {
    return { ...(body as ProblemBody), status, ...wait };
  }
  const vi =
    status === 413
      ? 'Tệp hoặc nội dung gửi lên quá lớn.'
      : status === 429
        ? 'Bạn thao tác quá nhanh.'
        : status >= 500
          ? 'Máy chủ đang gặp sự cố.'
          : 'Máy chủ không thực hiện được yêu cầu này.';
  return { status, code: `http-${status}`, vi, en: `HTTP ${status}`, ...wait };
}

/** Worth asking again by itself: nothing was refused, it only did not arrive. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiProblem && [0, 502, 503, 504].includes(error.status);
}

/** The sentence and what to do about it, for any error that a page meets. */
export function explain(error: unknown): { readonly message: string; readonly advice: string } {
  if (!(error instanceof ApiProblem)) {
    return {
      message: 'Trang này gặp lỗi.',
      advice: 'Hãy tải lại trang. Nếu lỗi còn, báo cho người quản trị hệ thống.',
    };
  }
  return { message: error.message, advice: adviceFor(error.body) };
}

function adviceFor({ status, code, requestId, retryAfter }: ProblemBody): string {
  if (code === 'network-lost') return 'Kiểm tra mạng rồi thử lại. Những gì bạn đã nhập vẫn được giữ.';
  if (status === 401) return 'Hãy đăng nhập lại. Những gì bạn đã nhập vẫn được giữ.';
  if (status === 403) return 'Nếu cần quyền này, hãy liên hệ Văn phòng hoặc người quản trị hệ thống.';
  if (status === 404) return 'Có thể nội dung đã bị bỏ hoặc đường dẫn chưa đúng.';
  if (status === 409) return 'Xem bản mới nhất rồi làm lại.';
  if (status === 429) return `Hãy thử lại sau ${retryAfter ?? 30} giây.`;
  if (status >= 500) {
    return `Hãy thử lại sau ít phút.${requestId ? ` Khi báo lỗi, nêu mã yêu cầu ${requestId}.` : ''}`;
  }
  return 'Xem lại nội dung đã nhập rồi thử lại.';
}

/**
 * Configuration of the server (cấu hình): defaults, then a file of JSON, then variables `BAMSAT_*`. A setting that is
 * wrong or unknown stops the start with one line that names it.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Refusal, refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';

export interface Config {
  /** Folder of the embedded database and of secrets that the server makes for itself. */
  readonly data: string;
  /** A PostgreSQL server; null for the embedded one. */
  readonly databaseUrl: string | null;
  readonly host: string;
  readonly port: number;
  /** Address under which people reach it. */
  readonly publicUrl: string;
  readonly trustProxy: boolean;
  readonly mailUrl: string | null;
  readonly mailFrom: string;
  readonly sessionMinutes: number;
  readonly idleMinutes: number;
  readonly passwordLength: number;
  readonly uploadMegabytes: number;
  readonly requestsPerMinute: number;
  readonly connections: number;
  /** Webhooks may go to addresses inside the own network, and over http. */
  readonly webhookPrivate: boolean;
  readonly webhookSeconds: number;
  /** Serves the pages too, and builds them when they are not there. */
  readonly pages: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

type Kind = 'text' | 'path' | 'integer' | 'yes-no' | 'url' | 'database' | 'mail' | 'level';

export interface Setting {
  readonly key: keyof Config;
  readonly variable: string;
  readonly kind: Kind;
  readonly fallback: string;
  readonly min?: number;
  readonly max?: number;
  /** What it does, for `docs/operate.md`. */
  readonly vi: string;
}

/** Every setting; `docs/operate.md` is made from this table. */
export const SETTINGS: readonly Setting[] = [
  {
    key: 'data',
    variable: 'BAMSAT_DATA',
    kind: 'path',
    fallback: 'data',
    vi: 'Thư mục dữ liệu: cơ sở dữ liệu kèm theo và khóa bí mật của máy chủ.',
  },
  {
    key: 'databaseUrl',
    variable: 'DATABASE_URL',
    kind: 'database',
    fallback: '',
    vi: 'Địa chỉ máy chủ PostgreSQL (15 trở lên); để trống thì dùng cơ sở dữ liệu kèm theo.',
  },
  { key: 'host', variable: 'BAMSAT_HOST', kind: 'text', fallback: '127.0.0.1', vi: 'Địa chỉ mạng mà máy chủ nghe.' },
  {
    key: 'port',
    variable: 'BAMSAT_PORT',
    kind: 'integer',
    fallback: '8080',
    min: 0,
    max: 65535,
    vi: 'Cổng; 0 để hệ điều hành chọn.',
  },
  {
    key: 'publicUrl',
    variable: 'BAMSAT_PUBLIC_URL',
    kind: 'url',
    fallback: '',
    vi: 'Địa chỉ người dùng gõ vào trình duyệt; để trống thì lấy từ địa chỉ và cổng.',
  },
  {
    key: 'trustProxy',
    variable: 'BAMSAT_TRUST_PROXY',
    kind: 'yes-no',
    fallback: 'no',
    vi: 'Máy chủ đứng sau proxy ngược (đọc X-Forwarded-For).',
  },
  {
    key: 'mailUrl',
    variable: 'BAMSAT_MAIL_URL',
    kind: 'mail',
    fallback: '',
    vi: 'Máy chủ thư, dạng smtps://tài-khoản:mật-khẩu@máy-chủ; để trống thì không gửi thư.',
  },
  {
    key: 'mailFrom',
    variable: 'BAMSAT_MAIL_FROM',
    kind: 'text',
    fallback: 'Bám Sát <bamsat@localhost>',
    vi: 'Người gửi của thư.',
  },
  {
    key: 'sessionMinutes',
    variable: 'BAMSAT_SESSION_MINUTES',
    kind: 'integer',
    fallback: '720',
    min: 5,
    max: 10080,
    vi: 'Phiên đăng nhập dài nhất, phút.',
  },
  {
    key: 'idleMinutes',
    variable: 'BAMSAT_IDLE_MINUTES',
    kind: 'integer',
    fallback: '60',
    min: 2,
    max: 10080,
    vi: 'Không thao tác bao lâu thì phải đăng nhập lại, phút.',
  },
  {
    key: 'passwordLength',
    variable: 'BAMSAT_PASSWORD_LENGTH',
    kind: 'integer',
    fallback: '12',
    min: 8,
    max: 64,
    vi: 'Mật khẩu ngắn nhất, ký tự.',
  },
  {
    key: 'uploadMegabytes',
    variable: 'BAMSAT_UPLOAD_MB',
    kind: 'integer',
    fallback: '100',
    min: 1,
    max: 2000,
    vi: 'Tệp lớn nhất được tải lên, MB.',
  },
  {
    key: 'requestsPerMinute',
    variable: 'BAMSAT_REQUESTS_PER_MINUTE',
    kind: 'integer',
    fallback: '1200',
    min: 10,
    max: 10_000_000,
    vi: 'Số yêu cầu mỗi phút từ một địa chỉ.',
  },
  {
    key: 'connections',
    variable: 'BAMSAT_CONNECTIONS',
    kind: 'integer',
    fallback: '12',
    min: 2,
    max: 200,
    vi: 'Số kết nối tới cơ sở dữ liệu.',
  },
  {
    key: 'webhookPrivate',
    variable: 'BAMSAT_WEBHOOK_PRIVATE',
    kind: 'yes-no',
    fallback: 'no',
    vi: 'Cho webhook gửi đến địa chỉ trong mạng nội bộ và qua http:// (mặc định chỉ https:// ra ngoài).',
  },
  {
    key: 'webhookSeconds',
    variable: 'BAMSAT_WEBHOOK_SECONDS',
    kind: 'integer',
    fallback: '10',
    min: 1,
    max: 60,
    vi: 'Một lần gửi webhook chờ trả lời lâu nhất, giây.',
  },
  {
    key: 'pages',
    variable: 'BAMSAT_PAGES',
    kind: 'yes-no',
    fallback: 'yes',
    vi: 'Phục vụ giao diện (tự dựng khi chưa có hoặc đã cũ); no: chỉ phục vụ API.',
  },
  {
    key: 'logLevel',
    variable: 'BAMSAT_LOG_LEVEL',
    kind: 'level',
    fallback: 'info',
    vi: 'Mức ghi nhật ký: debug, info, warn, error, silent.',
  },
];

export interface ConfigSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Path of a file of JSON; null for none. */
  readonly file: string | null;
  /** What the command line says, above all else. */
  readonly given?: Readonly<Partial<Record<keyof Config, string>>>;
}

export function readConfig({ env, file, given = {} }: ConfigSources): Result<Config, Refusal> {
  const fromFile: Result<Record<string, string>, Refusal> = file === null ? ok({}) : readFile(file);
  if (!fromFile.ok) return fromFile;
  const unknown = Object.keys(env).find(
    (name) => name.startsWith('BAMSAT_') && !KNOWN.has(name) && !SETTINGS.some((setting) => setting.variable === name),
  );
  if (unknown) return err(refusal(`không có biến cấu hình ${unknown}`, `there is no setting ${unknown}`));
  const values: Record<string, unknown> = {};
  for (const setting of SETTINGS) {
    const text = given[setting.key] ?? env[setting.variable] ?? fromFile.value[setting.key] ?? setting.fallback;
    const value = readValue(setting, text.trim());
    if (!value.ok) return value;
    values[setting.key] = value.value;
  }
  const config = values as unknown as Config;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const publicUrl =
    config.publicUrl === '' ? `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${config.port}` : config.publicUrl;
  return ok({ ...config, publicUrl });
}

/** Variables that other parts read. */
const KNOWN = new Set(['BAMSAT_DEBUG', 'BAMSAT_CONFIG']);

function readFile(file: string): Result<Record<string, string>, Refusal> {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // What a parser says shows a piece of the file, which may hold a password.
    if (error instanceof SyntaxError)
      return err(
        refusal(
          `tệp cấu hình ${file} không phải JSON đúng dạng`,
          `the configuration file ${file} is not well-formed JSON`,
        ),
      );
    const why = error instanceof Error ? error.message : String(error);
    return err(
      refusal(`không đọc được tệp cấu hình ${file}: ${why}`, `the configuration file ${file} can't be read: ${why}`),
    );
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return err(
      refusal(
        `tệp cấu hình ${file} phải là một đối tượng JSON`,
        `the configuration file ${file} must be a JSON object`,
      ),
    );
  }
  const values: Record<string, string> = {};
  for (const [key, value] of Object.entries(data)) {
    if (!SETTINGS.some((setting) => setting.key === key)) {
      return err(
        refusal(
          `tệp cấu hình ${file}: không có mục “${key}”`,
          `configuration file ${file}: there is no setting “${key}”`,
        ),
      );
    }
    values[key] = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? '');
  }
  return ok(values);
}

function readValue(setting: Setting, text: string): Result<unknown, Refusal> {
  // A value can hold a password, so a refusal names the setting and never shows what stands there.
  const wrong = (vi: string, en: string) => err(refusal(`${setting.variable}: ${vi}`, `${setting.variable}: ${en}`));
  switch (setting.kind) {
    case 'text':
      return text === '' ? wrong('không được để trống', 'must not be empty') : ok(text);
    case 'path':
      return text === '' ? wrong('không được để trống', 'must not be empty') : ok(resolve(text));
    case 'integer': {
      const value = Number(text);
      const { min = 0, max = Number.MAX_SAFE_INTEGER } = setting;
      if (!/^\d{1,15}$/.test(text) || value < min || value > max)
        return wrong(`phải là số nguyên từ ${min} đến ${max}`, `must be an integer from ${min} to ${max}`);
      return ok(value);
    }
    case 'yes-no':
      if (/^(?:yes|true|1|on)$/i.test(text)) return ok(true);
      return /^(?:no|false|0|off|)$/i.test(text) ? ok(false) : wrong('phải là yes hoặc no', 'must be yes or no');
    case 'level':
      return /^(?:debug|info|warn|error|silent)$/.test(text)
        ? ok(text)
        : wrong('phải là debug, info, warn, error hoặc silent', 'must be debug, info, warn, error or silent');
    case 'url':
      if (text === '') return ok('');
      return hasProtocol(text, ['http:', 'https:'])
        ? ok(text.replace(/\/+$/, ''))
        : wrong('phải là địa chỉ http:// hoặc https://', 'must be an http:// or https:// address');
    case 'database':
      if (text === '') return ok(null);
      return hasProtocol(text, ['postgres:', 'postgresql:'])
        ? ok(text)
        : wrong('phải có dạng postgres://…', 'must look like postgres://…');
    case 'mail':
      if (text === '') return ok(null);
      return hasProtocol(text, ['smtp:', 'smtps:'])
        ? ok(text)
        : wrong('phải có dạng smtp://… hoặc smtps://…', 'must look like smtp://… or smtps://…');
  }
}

function hasProtocol(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

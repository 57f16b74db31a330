/** The mail server (máy chủ thư) as an office sets it up: one address, a sender, and whether the way there is encrypted. */
import { type Refusal, refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';

export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://user:password@host:465`; user and password percent-encoded. */
  readonly url: string;
  /** Who the letters come from. */
  readonly from: { readonly name: string; readonly address: string };
  /**
   * `required`: no letter and no password leaves without TLS and a good certificate; `none`: as it comes, which an office
   * has to say itself. By default `required`, but for a server on this machine.
   */
  readonly encryption?: 'required' | 'none';
  readonly times?: Partial<MailTimes>;
}

/** In milliseconds. */
export interface MailTimes {
  /** To be connected, and then to be greeted. */
  readonly connect: number;
  /** Silence in the middle of a conversation. */
  readonly silence: number;
  /** One letter, from `send` to its answer, the wait for a free connection included. */
  readonly whole: number;
}

/** What a connection needs. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps:`); else STARTTLS where `encrypted`. */
  readonly secure: boolean;
  readonly encrypted: boolean;
  /** On this machine, where nobody listens on the way and a certificate proves nothing. */
  readonly local: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

/** The parts of the settings, or what is wrong with them; the password stands in no message. */
export function readMailSettings({ url, from, encryption }: MailSettings): Result<MailServer, Refusal> {
  const parts = URL.parse(url);
  if (!parts || !['smtp:', 'smtps:'].includes(parts.protocol) || parts.hostname === '') return err(BAD_URL);
  if (!['', '/'].includes(parts.pathname) || parts.search !== '' || parts.hash !== '') return err(BAD_URL);
  if (!isAddress(from.address)) return err(BAD_FROM);
  const secure = parts.protocol === 'smtps:';
  const host = parts.hostname.replace(/^\[|\]$/g, '');
  const local = LOOPBACK.test(host);
  const credentials = readCredentials(parts);
  if (credentials === null) return err(BAD_URL);
  return ok({
    host,
    port: parts.port === '' ? (secure ? 465 : 587) : Number(parts.port),
    secure,
    encrypted: secure || (encryption ?? (local ? 'none' : 'required')) === 'required',
    local,
    ...credentials,
  });
}

/** An address for one person or office: ASCII, no comments, no quotes, nothing that could be two. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

const ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/;

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

function readCredentials({ username, password }: URL): Pick<MailServer, 'auth'> | null {
  if (username === '' && password === '') return {};
  try {
    return { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } };
  } catch {
    return null;
  }
}

const BAD_URL = refusal(
  'Địa chỉ máy chủ thư phải có dạng smtp://máy-chủ:587 hoặc smtps://máy-chủ:465, có thể kèm tên và mật khẩu.',
  'The address of the mail server must look like smtp://host:587 or smtps://host:465, with user and password if needed.',
);
const BAD_FROM = refusal(
  'Địa chỉ người gửi thư không phải là một địa chỉ thư điện tử.',
  'The address that letters come from is no e-mail address.',
);

/** What can go wrong with a letter, as sentences: from the errors of `nodemailer` to a refusal. */
import type { Refusal } from '#base/refusal.ts';

/**
 * - `not-configured`: no mail server is set up; nothing was tried.
 * - `bad-settings`: the settings cannot be right.
 * - `bad-address`: the recipient is no address; nothing was tried.
 * - `unreachable`: down, slow or gone in the middle of the talk.
 * - `not-secure`: TLS is required and was not to be had, or the certificate is not good.
 * - `login`: the server does not take our name and password.
 * - `recipient`: the server does not take this recipient.
 * - `refused`: the server does not take the letter.
 * - `later`: the server asks to try later (4xx).
 */
export type MailFault =
  | 'not-configured'
  | 'bad-settings'
  | 'bad-address'
  | 'unreachable'
  | 'not-secure'
  | 'login'
  | 'recipient'
  | 'refused'
  | 'later';

export interface MailRefusal extends Refusal {
  readonly code: MailFault;
  /** Whether the same letter may well be taken later, without anybody doing anything. */
  readonly again: boolean;
  /** For the log, in technical words; no secret, nothing of the letter. */
  readonly detail: string;
}

export function mailRefusal(code: MailFault, detail: string): MailRefusal {
  const again = code === 'unreachable' || code === 'later';
  // What a server wrote goes into a log: one line, of a bounded length.
  return { code, again, detail: detail.replace(/\p{Cc}+/gu, ' ').slice(0, 300), ...SENTENCES[code] };
}

/** The refusal for what `nodemailer` threw; what is a mistake of ours is thrown on. */
export function refuseError(error: unknown): MailRefusal {
  if (!(error instanceof Error)) throw error;
  const { code, command, response, responseCode } = error as SmtpError;
  const detail = [code, command, response ?? error.message].filter((part) => typeof part === 'string').join(' ');
  const temporary = typeof responseCode === 'number' && responseCode >= 400 && responseCode < 500;
  switch (code) {
    case 'ETLS':
    case 'EREQUIRETLS':
      return mailRefusal('not-secure', detail);
    case 'EAUTH':
    case 'ENOAUTH':
      return mailRefusal(temporary ? 'later' : 'login', detail);
    case 'EENVELOPE':
      return mailRefusal(temporary ? 'later' : command === 'RCPT TO' ? 'recipient' : 'refused', detail);
    case 'EMESSAGE':
      return mailRefusal(temporary ? 'later' : 'refused', detail);
    case 'EABORT':
    case 'ECONNECTION':
    case 'EDNS':
    case 'EMAXLIMIT':
    case 'EPROTOCOL':
    case 'ESOCKET':
    case 'ETIMEDOUT':
      return mailRefusal(isCertificate(error) ? 'not-secure' : temporary ? 'later' : 'unreachable', detail);
    default:
      throw error;
  }
}

type SmtpError = Error & { code?: string; command?: string; response?: string; responseCode?: number };

/** Node's names for certificates that are not good, wherever the library put them. */
function isCertificate(error: Error): boolean {
  const text = `${error.message} ${error.cause instanceof Error ? `${(error.cause as SmtpError).code} ${error.cause.message}` : ''}`;
  return /certificate|self[- ]signed|ERR_TLS|wrong version number|SSL routines/i.test(text);
}

const SENTENCES: Readonly<Record<MailFault, Refusal>> = {
  'not-configured': {
    vi: 'Chưa gửi được thư: chưa cấu hình máy chủ thư.',
    en: 'The letter was not sent: no mail server is configured.',
  },
  'bad-settings': {
    vi: 'Chưa gửi được thư: cấu hình máy chủ thư không đúng.',
    en: 'The letter was not sent: the settings of the mail server are wrong.',
  },
  'bad-address': {
    vi: 'Chưa gửi được thư: địa chỉ người nhận không phải là một địa chỉ thư điện tử.',
    en: 'The letter was not sent: the recipient is no e-mail address.',
  },
  unreachable: {
    vi: 'Chưa gửi được thư: máy chủ thư không trả lời.',
    en: 'The letter was not sent: the mail server does not answer.',
  },
  'not-secure': {
    vi: 'Chưa gửi được thư: không lập được kết nối mã hóa với máy chủ thư.',
    en: 'The letter was not sent: no encrypted connection to the mail server could be made.',
  },
  login: {
    vi: 'Chưa gửi được thư: máy chủ thư không nhận tên hoặc mật khẩu của hệ thống.',
    en: 'The letter was not sent: the mail server does not take the name or password of the system.',
  },
  recipient: {
    vi: 'Chưa gửi được thư: máy chủ thư không nhận địa chỉ người nhận này.',
    en: 'The letter was not sent: the mail server does not take this recipient.',
  },
  refused: {
    vi: 'Chưa gửi được thư: máy chủ thư từ chối thư.',
    en: 'The letter was not sent: the mail server refused it.',
  },
  later: {
    vi: 'Chưa gửi được thư: máy chủ thư đề nghị gửi lại sau.',
    en: 'The letter was not sent: the mail server asks to try again later.',
  },
};

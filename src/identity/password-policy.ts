/**
 * What may be a password (quy tắc mật khẩu): long enough, not one that everybody tries first, not the name of its owner.
 * Nothing is asked of kinds of characters, which only makes people write `Matkhau@123`. Pure.
 */
import { bare } from '#base/fold.ts';
import { type Refusal, refusal } from '#base/refusal.ts';
import { COMMON_PASSWORDS } from './data/common-passwords.ts';

/** Whose password it is; both are what it must not contain. */
export interface Owner {
  /** Sign-in name (tên đăng nhập), also an e-mail address. */
  readonly login: string;
  /** Họ và tên. */
  readonly name: string;
}

export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'repetition' | 'run' | 'login' | 'name' | 'control';

export interface PasswordRefusal extends Refusal {
  readonly code: PasswordFault;
}

/** Counted in characters (code points of the text in NFC). */
export interface PasswordRules {
  readonly shortest: number;
}

export const PASSWORD_RULES: PasswordRules = { shortest: 12 };

/** Beyond this nobody types a password; it only costs time to hash. */
const LONGEST = 128;

/** The same keys give the same text on every machine: NFC, nothing else. Spaces and capitals stay. */
export function normalisePassword(text: string): string {
  return text.normalize('NFC');
}

/** Every reason against `text`; none means that it may be taken. */
export function checkPassword(text: string, owner: Owner, rules: PasswordRules = PASSWORD_RULES): PasswordRefusal[] {
  const password = normalisePassword(text);
  const length = [...password].length;
  if (length > LONGEST) return [fault('too-long', TOO_LONG)];
  const plain = bare(password);
  const tight = plain.replace(/\s/g, '');
  const faults: PasswordRefusal[] = [];
  if (length < rules.shortest) faults.push(fault('too-short', tooShort(rules.shortest, length)));
  if (/\p{Cc}/u.test(password)) faults.push(fault('control', CONTROL));
  if (isCommon(tight)) faults.push(fault('common', COMMON));
  else if (isRepetition(plain)) faults.push(fault('repetition', REPETITION));
  else if (isRun(tight)) faults.push(fault('run', RUN));
  if (loginParts(owner.login).some((part) => tight.includes(part))) faults.push(fault('login', LOGIN));
  if (nameParts(owner.name).some((part) => tight.includes(part))) faults.push(fault('name', NAME));
  return faults;
}

/** A known password, also one with digits and signs around it or with `@` for `a` and `0` for `o`. */
function isCommon(tight: string): boolean {
  const core = (text: string) => text.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const spelled = tight.replace(/[@4013$5]/g, (sign) => LEET[sign] ?? sign);
  const kept = [core(tight), core(spelled), core(core(tight).replace(/[@4013$5]/g, (sign) => LEET[sign] ?? sign))];
  return kept.some((word) => COMMON_PASSWORDS.has(word) || COMMON_PASSWORDS.has(word.replace(/[^a-z]/g, '')));
}

const LEET: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '0': 'o', '1': 'i', '3': 'e', $: 's', '5': 's' };

/** One piece of up to four characters again and again: `aaaaaaaaaaaa`, `123123123123`, `ab!1ab!1ab!1`. */
function isRepetition(plain: string): boolean {
  for (let period = 1; period <= 4; period++) {
    if (plain.length < period * 2) return false;
    if (plain.slice(period) === plain.slice(0, -period)) return true;
  }
  return false;
}

const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop[]', 'asdfghjkl', 'zxcvbnm,./', '!@#$%^&*()'];
const LINES = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(''))];

/** Nothing but neighbours of the alphabet, of the digits or of the keyboard, in pieces of three or more. */
function isRun(tight: string): boolean {
  if (tight.length < 3) return false;
  let start = 0;
  while (start < tight.length) {
    let end = start + 1;
    while (end < tight.length && LINES.some((line) => line.includes(tight.slice(start, end + 1)))) end++;
    if (end - start < 3 && end < tight.length) return false;
    start = end;
  }
  return true;
}

/** Parts too short to mean anything are no parts: an `an` is in every other word, a `lean` (Lê An) in `clean`. */
const SHORTEST = { login: 4, name: 5 };

function loginParts(login: string): string[] {
  const plain = bare(login);
  const local = plain.split('@', 1)[0] as string;
  return [plain, local, local.replace(/[^a-z0-9]/g, '')].filter((part) => part.length >= SHORTEST.login);
}

/** The whole name, and its last two words, by which people are called: `nguyenvanhung`, `vanhung`. */
function nameParts(name: string): string[] {
  const words = bare(name).split(/\s+/).filter(Boolean);
  return [words.join(''), words.slice(-2).join('')].filter((part) => part.length >= SHORTEST.name);
}

function fault(code: PasswordFault, sentence: Refusal): PasswordRefusal {
  return { code, ...sentence };
}

function tooShort(shortest: number, length: number): Refusal {
  return refusal(
    `Mật khẩu phải có ít nhất ${shortest} ký tự; mật khẩu này có ${length}.`,
    `A password needs at least ${shortest} characters; this one has ${length}.`,
  );
}

const TOO_LONG = refusal(`Mật khẩu dài quá ${LONGEST} ký tự.`, `The password is longer than ${LONGEST} characters.`);
const CONTROL = refusal(
  'Mật khẩu có ký tự điều khiển, chẳng hạn dấu tab hoặc dấu xuống dòng.',
  'The password has a control character in it, such as a tab or a line break.',
);
const COMMON = refusal(
  'Mật khẩu này nhiều người dùng nên dễ bị đoán; hãy chọn mật khẩu khác, chẳng hạn bốn từ không liên quan với nhau.',
  'Many people use this password, so that it is easily guessed; choose another, such as four unrelated words.',
);
const REPETITION = refusal(
  'Mật khẩu chỉ lặp lại một đoạn ngắn; hãy chọn mật khẩu khác.',
  'The password only repeats a short piece; choose another.',
);
const RUN = refusal(
  'Mật khẩu chỉ gồm các phím hoặc chữ số liền nhau; hãy chọn mật khẩu khác.',
  'The password is only a run of neighbouring keys or digits; choose another.',
);
const LOGIN = refusal('Mật khẩu không được chứa tên đăng nhập.', 'The password must not contain the sign-in name.');
const NAME = refusal('Mật khẩu không được chứa họ tên.', 'The password must not contain your name.');

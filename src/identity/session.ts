/**
 * Sessions (phiên đăng nhập): how long one lives, when its last use is written down, and how the list of sessions names
 * a device. Pure: `now` is an argument.
 */
import { type Refusal, refusal } from '#base/refusal.ts';

/** Times in minutes. */
export interface SessionRules {
  /** From sign-in on, whatever is done. */
  readonly absolute: number;
  /** Without a request. */
  readonly idle: number;
  /** The last use is written down at most this often, so that reading does not write. Well below `idle`. */
  readonly touch: number;
}

export const SESSION_RULES: SessionRules = { absolute: 12 * 60, idle: 30, touch: 1 };

/** When a session began and when it was last seen to be used. */
export interface SessionTimes {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

export type SessionState =
  | { readonly live: true; readonly endsAt: Date; readonly touch: boolean }
  | { readonly live: false; readonly reason: 'idle' | 'absolute'; readonly refusal: Refusal };

/**
 * Whether the session still holds at `now`. While it does: when it ends if nothing more is done, and whether `lastSeenAt`
 * is to be set to `now` (`touch`), which is what renews it.
 */
export function sessionState(times: SessionTimes, now: Date, rules: SessionRules = SESSION_RULES): SessionState {
  const oldest = times.createdAt.getTime() + rules.absolute * MINUTE;
  if (now.getTime() >= oldest) return { live: false, reason: 'absolute', refusal: ENDED_BY_AGE };
  const idle = times.lastSeenAt.getTime() + rules.idle * MINUTE;
  if (now.getTime() >= idle) return { live: false, reason: 'idle', refusal: endedIdle(rules.idle) };
  const touch = now.getTime() - times.lastSeenAt.getTime() >= rules.touch * MINUTE;
  const seen = touch ? now.getTime() + rules.idle * MINUTE : idle;
  return { live: true, endsAt: new Date(Math.min(oldest, seen)), touch };
}

/** The times of a session that begins; it always gets a new token, also when the person was signed in before. */
export function beginSession(now: Date): SessionTimes {
  return { createdAt: now, lastSeenAt: now };
}

/**
 * What a person calls the device, from the `User-Agent` header: `Chrome trên Windows`, `Safari trên iPhone`. Good for
 * recognising, never for deciding: anybody can send any header.
 */
export function deviceLabel(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 500);
  const browser = firstMatch(BROWSERS, text);
  const system = firstMatch(SYSTEMS, text);
  if (browser && system) return `${browser} trên ${system}`;
  if (browser) return browser;
  return system ? `Trình duyệt trên ${system}` : 'Thiết bị không rõ';
}

const MINUTE = 60_000;

/** In this order: most browsers also claim to be those further down. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bcoc_coc_browser\//i, 'Cốc Cốc'],
  [/\bZalo\b/, 'Zalo'],
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bUCBrowser\//, 'UC Browser'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*\bSafari\//, 'Safari'],
  [/\b(?:MSIE |Trident\/)/, 'Internet Explorer'],
  [/^curl\//, 'curl'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

function firstMatch(table: readonly (readonly [RegExp, string])[], text: string): string | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1];
}

const ENDED_BY_AGE = refusal(
  'Phiên đăng nhập đã hết thời hạn. Hãy đăng nhập lại.',
  'The session has reached its end. Sign in again.',
);

function endedIdle(minutes: number): Refusal {
  return refusal(
    `Phiên đăng nhập đã kết thúc sau ${minutes} phút không thao tác. Hãy đăng nhập lại.`,
    `The session has ended after ${minutes} minutes without use. Sign in again.`,
  );
}

/** Letters of sign-in, and forgetting by night what no longer counts. */
import { RESET_LETTER } from '#usecase/password-reset.ts';
import { forgetOld } from '#usecase/people-forget.ts';
import { LINK_LETTER, sendLinkLetter, sendResetLetter, sendSignInLetter } from '#usecase/people-letters.ts';
import { NEW_DEVICE_LETTER } from '#usecase/session-begin.ts';
import type { JobHandler } from './queue.ts';

const letter = { retries: 5, seconds: 90, atOnce: 1 };

export const PEOPLE_HANDLERS: readonly JobHandler[] = [
  { ...letter, name: RESET_LETTER, run: sendResetLetter },
  { ...letter, name: LINK_LETTER, run: sendLinkLetter },
  { ...letter, name: NEW_DEVICE_LETTER, run: sendSignInLetter },
  { name: 'forget-old-sign-ins', retries: 1, seconds: 600, atOnce: 1, cron: '20 2 * * *', run: forgetOld },
];

/** What the calendar tells, the daily letters, and the letters that somebody wants at once. */
import type { Json } from '#base/canonical.ts';
import { listProvinces } from '#store/provinces.ts';
import { DIGEST_LETTER, makeDigests } from '#usecase/digest-make.ts';
import { sendDigest, sendNoticeLetter } from '#usecase/digest-send.ts';
import { tellOfTheDay } from '#usecase/notice-daily.ts';
import { NOTICE_LETTER } from '#usecase/notice-make.ts';
import type { Services } from '#usecase/services.ts';
import type { JobHandler } from './queue.ts';

/** Comes often and does each thing of a day once: a server that was down at the hour makes up for it the same day. */
async function followCalendar(services: Services, _data: Json, signal: AbortSignal): Promise<void> {
  for (const { provinceId } of await listProvinces(services.database)) {
    if (signal.aborted) return;
    await tellOfTheDay(services, provinceId);
    await makeDigests(services, provinceId);
  }
}

export const NOTICE_HANDLERS: readonly JobHandler[] = [
  { name: 'follow-calendar', retries: 1, seconds: 1800, atOnce: 1, cron: '*/10 * * * *', run: followCalendar },
  { name: DIGEST_LETTER, retries: 6, seconds: 120, atOnce: 1, run: sendDigest },
  { name: NOTICE_LETTER, retries: 5, seconds: 90, atOnce: 1, run: sendNoticeLetter },
];

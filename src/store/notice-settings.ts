/** What people want to be written of (cài đặt thông báo), and the working days of the province. */
import { sql } from 'kysely';
import type { NoticeWish } from '#delivery/digest.ts';
import { NO_CALENDAR, type WorkCalendar } from '#delivery/working-days.ts';
import type { Scope } from './database.ts';
import { readSetting } from './settings.ts';

/** Null: never set. */
export async function findWish(
  { db, provinceId }: Scope,
  personId: string,
): Promise<{ readonly value: NoticeWish; readonly version: number } | null> {
  const row = await db
    .selectFrom('notice_setting')
    .select(['value', 'version'])
    .where('province_id', '=', provinceId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? { value: row.value as NoticeWish, version: row.version } : null;
}

/** False when it was changed since `version`; 0: never set. */
export async function saveWish(
  { db, provinceId }: Scope,
  personId: string,
  version: number,
  value: NoticeWish,
): Promise<boolean> {
  const text = JSON.stringify(value);
  const { rows } =
    version === 0
      ? await sql`insert into notice_setting (province_id, person_id, value) values (${provinceId}, ${personId}, ${text}::jsonb)
          on conflict do nothing returning version`.execute(db)
      : await sql`update notice_setting set value = ${text}::jsonb, version = version + 1
          where province_id = ${provinceId} and person_id = ${personId} and version = ${version} returning version`.execute(
          db,
        );
  return rows.length > 0;
}

/** Setting `calendar` of the province. */
export async function workCalendar(scope: Scope): Promise<WorkCalendar> {
  const { value } = await readSetting<WorkCalendar>(scope, 'calendar');
  return value ?? NO_CALENDAR;
}

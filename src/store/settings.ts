/** Settings of a province (cài đặt), a JSON value a key, with optimistic locking. */
import { sql } from 'kysely';
import type { Json } from '#base/canonical.ts';
import type { Scope } from './database.ts';

/** `version` 0: never set. */
export async function readSetting<T>(
  { db, provinceId }: Scope,
  key: string,
): Promise<{ readonly value: T | null; readonly version: number }> {
  const row = await db
    .selectFrom('setting')
    .select(['value', 'version'])
    .where('province_id', '=', provinceId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row ? { value: row.value as T, version: row.version } : { value: null, version: 0 };
}

/** False when somebody else has set it since `version`. */
export async function writeSetting(
  { db, provinceId }: Scope,
  key: string,
  version: number,
  value: Json,
): Promise<boolean> {
  const text = JSON.stringify(value);
  const { rows } =
    version === 0
      ? await sql`insert into setting (province_id, key, value) values (${provinceId}, ${key}, ${text}::jsonb)
          on conflict do nothing returning key`.execute(db)
      : await sql`update setting set value = ${text}::jsonb, version = version + 1
          where province_id = ${provinceId} and key = ${key} and version = ${version} returning key`.execute(db);
  return rows.length > 0;
}

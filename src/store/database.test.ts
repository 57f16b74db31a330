/** What stands behind every query: rows of a province are seen and written in its scope only. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { dropDatabase, freshDatabase } from '#test/support/cluster.ts';
import { Database } from './database.ts';
import { appendEvent, hashOfEvent } from './events.ts';
import { newId } from './ids.ts';
import { migrate } from './migrate.ts';
import { insertProvince } from './provinces.ts';

describe('the database', () => {
  let url: string;
  let database: Database;
  let first: number;
  let second: number;

  before(async () => {
    url = await freshDatabase();
    database = await Database.open({ url, connections: 3 });
    const province = async (slug: string) => {
      const made = await insertProvince(database, { slug, code: slug, name: slug, kind: 'province' });
      return made?.provinceId as number;
    };
    first = await province('ha-tinh');
    second = await province('hung-yen');
    for (const provinceId of [first, second]) {
      await database
        .scope(provinceId)
        .db.insertInto('setting')
        .values({ province_id: provinceId, key: 'a', value: '1' })
        .execute();
    }
  });
  after(async () => {
    await database.close();
    await dropDatabase(url);
  });

  it('shows no row of another province, whatever the query asks for', async () => {
    const rows = await database.scope(first).db.selectFrom('setting').select('province_id').execute();
    assert.deepEqual(rows, [{ province_id: first }]);
    const { rows: all } = await sql`select * from setting where province_id = ${second} or true`.execute(
      database.scope(first).db,
    );
    assert.equal(all.length, 1);
    assert.deepEqual(await database.common.selectFrom('setting').selectAll().execute(), []);
  });

  it('writes, changes and removes no row of another province', async () => {
    const { db } = database.scope(first);
    await assert.rejects(
      db.insertInto('setting').values({ province_id: second, key: 'b', value: '1' }).execute(),
      /row-level security/,
    );
    const changed = await db
      .updateTable('setting')
      .set({ value: '2' })
      .where('province_id', '=', second)
      .executeTakeFirst();
    assert.equal(Number(changed.numUpdatedRows), 0);
    const removed = await db.deleteFrom('setting').where('province_id', '=', second).executeTakeFirst();
    assert.equal(Number(removed.numDeletedRows), 0);
    await assert.rejects(db.updateTable('setting').set({ province_id: second }).execute(), /row-level security/);
  });

  it('keeps provinces apart on connections that are lent in turn', async () => {
    const seen = await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        const wanted = i % 2 === 0 ? first : second;
        const rows = await database.scope(wanted).db.selectFrom('setting').select('province_id').execute();
        return rows.length === 1 && rows[0]?.province_id === wanted;
      }),
    );
    assert.ok(seen.every(Boolean));
  });

  it('has every table of a province behind row-level security, its key beginning with the province', async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query(`
        select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as secured,
               (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                 where i.indrelid = c.oid and i.indisprimary) as first
          from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
         where c.relkind = 'r' and c.relname not in ('schema_migration', 'province')`);
      assert.ok(rows.length > 20);
      assert.deepEqual(
        rows.filter((row) => !row.secured || row.first !== 'province_id'),
        [],
      );
    } finally {
      await client.end();
    }
  });

  it('chains events by hashes and lets nobody change one', async () => {
    const event = (subjectId: string) => ({
      at: new Date('2021-01-05T02:00:00Z'),
      personId: null,
      postId: null,
      kind: 'setting.changed',
      subjectType: 'setting',
      subjectId,
    });
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        database.transaction(first, (scope) => appendEvent(scope, event(String(i)))),
      ),
    );
    const { db } = database.scope(first);
    const rows = await db.selectFrom('event').select(['seq', 'body', 'hash']).orderBy('seq').execute();
    assert.deepEqual(
      rows.map((row) => row.seq),
      Array.from({ length: rows.length }, (_, i) => i + 1),
    );
    let hash = '0'.repeat(64);
    for (const row of rows) {
      hash = hashOfEvent(hash, row.seq, row.body);
      assert.equal(row.hash, hash);
    }
    await assert.rejects(db.updateTable('event').set({ body: '{}' }).execute(), /append-only/);
    await assert.rejects(db.deleteFrom('event').execute(), /append-only/);
    await assert.rejects(sql`truncate event`.execute(db), /append-only|permission denied/);
  });

  it('writes nothing of a transaction that fails', async () => {
    const key = newId();
    await assert.rejects(
      database.transaction(first, async ({ db }) => {
        await db.insertInto('setting').values({ province_id: first, key, value: '1' }).execute();
        throw new Error('stop');
      }),
      /stop/,
    );
    assert.equal(
      (await database.scope(first).db.selectFrom('setting').select('key').where('key', '=', key).execute()).length,
      0,
    );
  });
});

describe('migrations', () => {
  it('run once, also when two servers start at the same time', async () => {
    const url = await freshDatabase();
    try {
      const runs = await Promise.all([migrate(url), migrate(url)]);
      for (const run of runs) assert.deepEqual(run, { ok: true, value: [] });
    } finally {
      await dropDatabase(url);
    }
  });

  it('refuse a database of a newer version, and one whose migrations ran with other contents', async () => {
    const url = await freshDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query("insert into schema_migration (name, hash) values ('9999-future', 'x')");
      const newer = await migrate(url);
      assert.equal(newer.ok ? '' : newer.error.code, 'newer-schema');
      await client.query("delete from schema_migration where name = '9999-future'");
      await client.query("update schema_migration set hash = 'x' where name = '0001-ground'");
      const changed = await migrate(url);
      assert.equal(changed.ok ? '' : changed.error.code, 'changed-migration');
    } finally {
      await client.end();
      await dropDatabase(url);
    }
  });
});

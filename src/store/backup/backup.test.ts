/** Backups: what is restored is what was saved; whatever is not whole is refused. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { dropDatabase, freshDatabase } from '#test/support/cluster.ts';
import { CHUNK_BYTES, insertBlob, readBytes } from '../blobs.ts';
import { Database } from '../database.ts';
import { appendEvent } from '../events.ts';
import { newId } from '../ids.ts';
import { insertPerson } from '../people.ts';
import { insertProvince } from '../provinces.ts';
import { type Backup, backup } from './backup.ts';
import { openArchive, restore } from './restore.ts';

const folder = mkdtempSync(join(tmpdir(), 'bamsat-backup-'));
const sha = 'ab'.repeat(32);
const bytes = randomBytes(3 * CHUNK_BYTES + 17);
const NAME = 'Đỗ Thị Hoà\tở \\N "thôn"\nHai';
let url = '';
let database: Database;
const ids: number[] = [];

function save(file: string, province: string | null = null) {
  const at = { url, file: join(folder, file), province };
  return backup({ ...at, version: '0.1.0', secretKey: Buffer.alloc(32, 7), now: new Date('2026-01-02T03:04:05Z') });
}

async function saved(file: string, province: string | null = null): Promise<Backup> {
  const made = await save(file, province);
  assert.ok(made.ok, made.ok ? '' : made.error.en);
  return made.value;
}

/** An empty database without a schema, as a new server has it. */
async function emptyDatabase(): Promise<string> {
  const made = await freshDatabase();
  const client = new pg.Client({ connectionString: made });
  await client.connect();
  await client.query('drop schema public cascade; create schema public');
  await client.end();
  return made;
}

before(async () => {
  url = await freshDatabase();
  database = await Database.open({ url });
  for (const slug of ['ha-tinh', 'hung-yen']) {
    const made = await insertProvince(database, { slug, code: slug, name: slug, kind: 'province' });
    const provinceId = made?.provinceId ?? 0;
    ids.push(provinceId);
    await database.transaction(provinceId, async (scope) => {
      const personId = newId();
      await insertPerson(scope, {
        id: personId,
        fullName: NAME,
        login: 'hoa',
        email: null,
        passwordHash: 'x',
        mustChangePassword: false,
      });
      await insertBlob(scope, sha, bytes.length, async function* () {
        for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
      });
      for (let i = 0; i < 25; i++) {
        const subject = { kind: 'person.tried', subjectType: 'person', subjectId: personId };
        await appendEvent(scope, { at: new Date(), personId, postId: null, ...subject, after: { i, text: NAME } });
      }
    });
  }
});

after(async () => {
  await database.close();
  await dropDatabase(url);
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('can be restored into an empty database: the same rows, the same bytes, the same log, numbers that go on', async () => {
    const made = await saved('all.bamsat');
    assert.equal(statSync(made.file).mode & 0o777, 0o600);
    assert.equal(made.tables.find(({ table, province }) => table === 'event' && province === ids[0])?.rows, 25);
    const archive = await openArchive(made.file);
    assert.ok(archive.ok);
    assert.equal(archive.value.header.secretKey, Buffer.alloc(32, 7).toString('base64'));
    const target = await emptyDatabase();
    const done = await restore(target, archive.value);
    assert.ok(done.ok, done.ok ? '' : done.error.en);

    const other = await Database.open({ url: target });
    try {
      const scope = other.scope(ids[1] ?? 0);
      const people = await scope.db.selectFrom('person').select('full_name').execute();
      assert.deepEqual(people, [{ full_name: NAME.normalize('NFC') }]);
      assert.deepEqual(Buffer.from(await readBytes(scope, sha, bytes.length)), bytes);
      assert.deepEqual(
        await other.common.selectFrom('person').select('id').execute(),
        [],
        'rows stay behind their wall',
      );
      const next = await insertProvince(other, { slug: 'gia-lai', code: 'gia-lai', name: 'Gia Lai', kind: 'province' });
      assert.equal(next?.provinceId, Math.max(...ids) + 1);
      await appendEvent(scope, {
        at: new Date(),
        personId: null,
        postId: null,
        kind: 'a.b',
        subjectType: 'a',
        subjectId: '1',
      });
      const again = await backup({
        url: target,
        file: join(folder, 'again.bamsat'),
        province: 'ha-tinh',
        version: '0.1.0',
        secretKey: null,
        now: new Date(),
      });
      assert.ok(again.ok);
      assert.deepEqual(
        again.value.tables,
        made.tables.filter(({ province }) => province === ids[0]),
      );
    } finally {
      await other.close();
      await dropDatabase(target);
    }
  });

  it('can be of one province', async () => {
    const made = await saved('one.bamsat', 'hung-yen');
    assert.deepEqual([...new Set(made.tables.map(({ province }) => province))], [ids[1]]);
    const unknown = await save('none.bamsat', 'can-tho');
    assert.equal(unknown.ok ? '' : unknown.error.code, 'unknown-province');
  });

  it('is of one instant while others write', async () => {
    let go = true;
    let written = 0;
    const writer = (async () => {
      while (go) {
        await database.transaction(ids[0] ?? 0, async (scope) => {
          await appendEvent(scope, {
            at: new Date(),
            personId: null,
            postId: null,
            kind: 'a.b',
            subjectType: 'a',
            subjectId: '1',
          });
        });
        written++;
      }
    })();
    const made = await saved('load.bamsat');
    go = false;
    await writer;
    assert.ok(written > 0);
    const archive = await openArchive(made.file);
    assert.ok(archive.ok);
    const target = await emptyDatabase();
    const done = await restore(target, archive.value); // compares the end of the chain with its last event
    await dropDatabase(target);
    assert.ok(done.ok, done.ok ? '' : done.error.en);
  });

  it('never takes the place of another file, and leaves nothing half written', async () => {
    await saved('there.bamsat');
    const before = readFileSync(join(folder, 'there.bamsat'));
    const again = await save('there.bamsat');
    assert.equal(again.ok ? '' : again.error.code, 'file-exists');
    assert.deepEqual(readFileSync(join(folder, 'there.bamsat')), before);
    await assert.rejects(save('missing/folder.bamsat'), { code: 'ENOENT' });
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.part')),
      [],
    );
  });

  it('goes into an empty database only', async () => {
    const made = await saved('again-into.bamsat');
    const archive = await openArchive(made.file);
    assert.ok(archive.ok);
    const done = await restore(url, archive.value);
    assert.equal(done.ok ? '' : done.error.code, 'not-empty');
  });
});

describe('a file that is not whole', () => {
  it('is refused wherever one bit is turned or the end is missing', async () => {
    const { file } = await saved('sound.bamsat');
    const whole = readFileSync(file);
    const bad = join(folder, 'bad.bamsat');
    const places = [0, 15, 16, 17, 20, 40, whole.length - 33, whole.length - 32, whole.length - 1];
    for (let i = 0; i < 40; i++) places.push(16 + Math.floor(((whole.length - 48) * i) / 40));
    for (const place of places) {
      const turned = Buffer.from(whole);
      turned[place] = (turned[place] as number) ^ (1 << (place % 8));
      writeFileSync(bad, turned);
      const opened = await openArchive(bad);
      assert.equal(opened.ok, false, `bit of byte ${place}`);
    }
    for (const length of [0, 1, 15, 16, 30, 48, 1000, whole.length >> 1, whole.length - 33, whole.length - 1]) {
      copyFileSync(file, bad);
      truncateSync(bad, length);
      assert.equal((await openArchive(bad)).ok, false, `the first ${length} bytes`);
    }
    writeFileSync(bad, Buffer.concat([whole, Buffer.from('\n')]));
    assert.equal((await openArchive(bad)).ok, false, 'a byte too many');
  });

  it('is told from one of something else and from one of a newer version', async () => {
    const other = join(folder, 'other.bamsat');
    writeFileSync(other, 'PK\u0003\u0004 something else that is long enough to be one');
    const foreign = await openArchive(other);
    assert.equal(foreign.ok ? '' : foreign.error.code, 'foreign-archive');
    writeFileSync(other, `BAMSAT-BACKUP-2\n${'x'.repeat(100)}`);
    const newer = await openArchive(other);
    assert.equal(newer.ok ? '' : newer.error.code, 'newer-archive');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("insert into schema_migration (name, hash) values ('9999-later', 'x')");
    const made = await saved('later.bamsat');
    await client.query("delete from schema_migration where name = '9999-later'");
    await client.end();
    const later = await openArchive(made.file);
    assert.equal(later.ok ? '' : later.error.code, 'newer-archive');
  });
});

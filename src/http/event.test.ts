/** The log over HTTP: read and filtered, exported and verified, undone; append-only even for its owner. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import type { ChainLine } from '#store/event-log.ts';
import { verifyChain, verifyLines } from '#store/event-verify.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

describe('the log of events', () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let officer: Client;
  before(async () => {
    server = await startTestServer();
    server.now = new Date('2026-11-20T03:00:00Z');
    province = await server.province('ha-tinh');
    await server.province('gia-lai');
    office = await server.signIn('ha-tinh', 'office');
    officer = await server.signIn('ha-tinh', 'officer');
  });
  after(() => server.close());

  const found = async (name: string, more: object = {}) => {
    const body = { name, shortName: null, kind: 'board', parentId: null, from: '2020-01-01', basis: 'QĐ 1', ...more };
    const answer = await office.post('/organisations', body);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  };
  const lastOf = async (id: string) =>
    (await office.get(`/events?subjectType=organisation&subjectId=${id}&limit=1`)).body.items[0];
  const undo = (event: { id: string }, by = office) => by.post(`/events/${event.id}/undo`, { reason: 'Nhầm' });

  it('tells in words who did what, the newest first, and what was before and after', async () => {
    const one = await found('Ban Ghi chép');
    const renamed = { version: 1, name: 'Ban Ghi nhớ', shortName: null, from: '2024-02-03', basis: 'QĐ 2' };
    await office.post(`/organisations/${one.id}/rename`, renamed);
    const { items } = (await office.get(`/events?subjectType=organisation&subjectId=${one.id}`)).body;
    assert.deepEqual(
      items.map((event: { sentence: string }) => event.sentence),
      ['Đổi tên “Ban Ghi chép” thành “Ban Ghi nhớ” từ 03/02/2024', 'Thêm cơ quan “Ban Ghi chép”'],
    );
    assert.equal(items[0].person.fullName, 'Người office');
    const detail = (await office.get(`/events/${items[0].id}`)).body;
    assert.equal(detail.before.names.length, 1);
    assert.equal(detail.after.names[1].name, 'Ban Ghi nhớ');
    assert.equal(detail.reason, 'QĐ 2');
  });

  it('is filtered by person, kind, day and text, page by page', async () => {
    await found('Ban Lọc dữ liệu');
    const kinds = async (query: string) =>
      (await office.get(`/events?${query}`)).body.items.map((event: { kind: string }) => event.kind);
    assert.ok((await kinds('kind=organisation')).every((kind: string) => kind.startsWith('organisation.')));
    assert.deepEqual(new Set(await kinds('kind=organisation.founded')), new Set(['organisation.founded']));
    assert.deepEqual(await kinds('text=loc du lieu'), ['organisation.founded']);
    assert.deepEqual(await kinds(`person=${province.people.officer}`), ['session.begun']);
    assert.deepEqual(await kinds('from=2026-11-21'), []);
    assert.notEqual((await kinds('from=2026-11-20&to=2026-11-20')).length, 0);
    const seen: number[] = [];
    let cursor = '';
    do {
      const { body } = await office.get(`/events?limit=2${cursor}`);
      seen.push(...body.items.map((event: { seq: number }) => event.seq));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    assert.deepEqual(
      seen,
      Array.from(seen, (_, at) => seen.length - at),
    );
  });

  it('is for who may read it', async () => {
    assert.equal((await officer.get('/events')).status, 403);
    assert.equal((await officer.get('/events/export')).status, 403);
    const other = await server.signIn('gia-lai', 'office');
    const [event] = (await office.get('/events?limit=1')).body.items;
    assert.equal((await other.get(`/events/${event.id}`)).status, 404);
  });

  it('undoes a change while nothing stands in the way, once', async () => {
    const one = await found('Ban Hoàn tác');
    const renamed = { version: 1, name: 'Ban Sai', shortName: null, from: '2024-01-01', basis: 'QĐ 3' };
    await office.post(`/organisations/${one.id}/rename`, renamed);
    const rename = await lastOf(one.id);
    const move = { version: 2, parentId: province.office, from: '2024-05-01' };
    await office.post(`/organisations/${one.id}/move`, move);
    // Another field was changed since: the name can still be taken back.
    const moved = (await office.get(`/events/${(await lastOf(one.id)).id}`)).body;
    assert.equal(moved.names[province.office], 'Văn phòng');
    assert.equal((await undo(rename)).status, 200);
    const now = (await office.get(`/organisations/${one.id}`)).body;
    assert.equal(now.name, 'Ban Hoàn tác');
    assert.equal(now.parent.id, province.office);
    const undone = await lastOf(one.id);
    assert.equal(undone.undoes, rename.id);
    assert.equal(undone.reason, 'Nhầm');
    assert.equal((await undo(rename)).body.code, 'already-undone');
    assert.equal((await office.get(`/events/${rename.id}`)).body.undoneBy.id, undone.id);
  });

  it('refuses to undo what was changed since, what can not be undone, and who may not', async () => {
    const one = await found('Ban Chặn');
    const founded = await lastOf(one.id);
    const first = { version: 1, name: 'Ban Chặn 2', shortName: null, from: '2024-01-01', basis: 'QĐ 4' };
    await office.post(`/organisations/${one.id}/rename`, first);
    const rename = await lastOf(one.id);
    const second = { version: 2, name: 'Ban Chặn 3', shortName: null, from: '2025-01-01', basis: 'QĐ 5' };
    await office.post(`/organisations/${one.id}/rename`, second);
    assert.equal((await undo(rename)).body.code, 'undo-in-the-way');
    assert.equal((await undo(founded)).body.code, 'undo-in-the-way');
    const [session] = (await office.get('/events?kind=session.begun&limit=1')).body.items;
    assert.equal((await undo(session)).body.code, 'cannot-undo');
    const leader = await server.signIn('ha-tinh', 'leader');
    assert.equal((await undo(rename, leader)).status, 403);
    // An administrator may undo, but not what only the office may set.
    const admin = await server.signIn('ha-tinh', 'admin');
    await admin.put('/settings/sign-in', { version: 0, totpRoles: [] });
    const [setting] = (await office.get('/events?kind=setting&limit=1')).body.items;
    assert.equal((await undo(setting)).status, 403);
    assert.equal((await undo(setting, admin)).status, 200);
  });

  it('undoes a merger as one, and takes the new body out again', async () => {
    const a = await found('Chi cục Gộp A');
    const b = await found('Chi cục Gộp B');
    const below = await found('Đội Gộp', { parentId: a.id });
    const merged = await office.post('/organisations/merge', {
      predecessors: [a, b].map(({ id }) => ({ id, version: 1 })),
      successor: { name: 'Chi cục Gộp', shortName: null, kind: 'board', parentId: null },
      on: '2025-08-01',
      basis: 'NQ 10',
    });
    const made = merged.body.organisations.find((one: { name: string }) => one.name === 'Chi cục Gộp');
    const event = await lastOf(made.id);
    assert.equal(event.sentence, 'Sáp nhập Chi cục Gộp A, Chi cục Gộp B thành Chi cục Gộp từ 01/08/2025');
    assert.equal((await lastOf(a.id)).kind, 'organisation.gave-over');
    assert.equal((await undo(await lastOf(a.id))).body.code, 'cannot-undo');
    assert.equal((await undo(event)).status, 200);
    assert.equal((await office.get(`/organisations/${made.id}`)).status, 404);
    const back = (await office.get(`/organisations/${a.id}`)).body;
    assert.equal(back.standing, 'active');
    assert.deepEqual(back.successors, []);
    assert.deepEqual(
      back.children.map((child: { id: string }) => child.id),
      [below.id],
    );
  });

  it('is exported line by line, and every line is verified', async () => {
    const response = await fetch(`${server.address}/api/v1/events/export`, { headers: { cookie: office.cookie } });
    assert.equal(response.status, 200);
    const [manifest, ...lines] = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(manifest.format, 'bamsat-log/1');
    assert.equal(manifest.events, lines.length);
    assert.equal(manifest.lastHash, lines.at(-1).hash);
    const verify = (changed: ChainLine[]) =>
      verifyLines(
        (async function* () {
          yield* changed;
        })(),
        { seq: manifest.events, hash: manifest.lastHash },
      );
    const good: ChainLine[] = lines.map((line) => ({ ...line, columns: null }));
    assert.equal((await verify(good)).broken, null);
    const third = good[2] as ChainLine;
    const edited = good.with(2, { ...third, body: third.body.replace('"reason":null', '"reason":"x"') });
    assert.notDeepEqual(edited, good);
    assert.deepEqual(brokenAt(await verify(edited)), [3, 'edited']);
    assert.deepEqual(brokenAt(await verify(good.toSpliced(2, 1))), [3, 'missing']);
    assert.deepEqual(brokenAt(await verify(good.toSpliced(2, 0, good[1] as ChainLine))), [3, 'inserted']);
    const swapped = good.with(2, good[3] as ChainLine).with(3, third);
    assert.deepEqual(brokenAt(await verify(swapped)), [3, 'missing']);
    assert.deepEqual(brokenAt(await verify(good.slice(0, -1))), [good.length, 'cut-off']);
    const { database } = server.services;
    assert.equal((await verifyChain(database.scope(province.id))).broken, null);
  });

  it('can not be changed in the database, not even by its owner', async () => {
    const client = new pg.Client({ connectionString: server.config.databaseUrl as string });
    await client.connect();
    try {
      await client.query("select set_config('bamsat.province', $1, false)", [String(province.id)]);
      await assert.rejects(client.query("update event set body = '{}'"), /append-only/);
      await assert.rejects(client.query('delete from event where seq = 1'), /append-only/);
      await assert.rejects(client.query('truncate event'), /append-only/);
    } finally {
      await client.end();
    }
  });
});

const brokenAt = ({ broken }: { broken: { seq: number; why: string } | null }) => [broken?.seq, broken?.why];

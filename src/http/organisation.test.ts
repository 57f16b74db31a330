/** Organisations over HTTP: as of a day, every change and its rules, two at once, merging and splitting. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts';
import { insertOrganisationSet } from '#usecase/organisation-set.ts';

describe('organisations', () => {
  let server: TestServer;
  let office: Client;
  let officer: Client;
  before(async () => {
    server = await startTestServer();
    server.now = new Date('2026-11-20T03:00:00Z');
    const { id } = await server.province('ha-tinh');
    await server.services.database.transaction(id, (scope) =>
      insertOrganisationSet(scope, 'ha-tinh', null, server.now),
    );
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
  const codesOn = async (asOf: string): Promise<string[]> =>
    (await officer.get(`/organisations/tree?asOf=${asOf}`)).body.items.map((one: { code: string }) => one.code);

  it('are shown as of a day, in three tiers and in two', async () => {
    const before = await codesOn('2025-06-30');
    const after = await codesOn('2025-07-01');
    const count = (codes: string[], start: string) => codes.filter((code) => code?.startsWith(start)).length;
    assert.equal(count(before, 'ubnd-cap-huyen-'), 12);
    assert.equal(count(before, 'ubnd-cap-xa-'), 0);
    assert.equal(count(after, 'ubnd-cap-huyen-'), 0);
    assert.equal(count(after, 'ubnd-cap-xa-'), 69);
  });

  it('are found with or without tone marks, page by page', async () => {
    const found = await officer.get('/organisations?text=so ke hoach&standing=ended');
    assert.deepEqual(
      found.body.items.map((one: { code: string }) => one.code),
      ['so-ke-hoach-va-dau-tu'],
    );
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = `/organisations?limit=40&kind=commune-committee${cursor ? `&cursor=${cursor}` : ''}`;
      const { body } = await officer.get(path);
      seen.push(...body.items.map((one: { id: string }) => one.id));
      cursor = body.nextCursor;
    }
    assert.equal(seen.length, 69);
    assert.equal(new Set(seen).size, 69);
  });

  it('tell what they came from and became', async () => {
    const { body } = await officer.get('/organisations?text=so-ke-hoach-va-dau-tu&standing=all');
    const one = (await officer.get(`/organisations/${body.items[0].id}`)).body;
    assert.equal(one.standing, 'ended');
    assert.deepEqual(
      one.successors.map(({ name, on }: { name: string; on: string }) => [name, on]),
      [['Sở Tài chính', '2025-03-01']],
    );
  });

  it('keep the old name until the day of the new one', async () => {
    const made = await found('Ban Quản lý dự án A');
    const renamed = await office.post(`/organisations/${made.id}/rename`, {
      version: made.version,
      name: 'Ban Quản lý dự án B',
      shortName: 'BQLDA B',
      from: '2023-05-01',
      basis: 'QĐ 12/QĐ-UBND',
    });
    assert.equal(renamed.status, 200, JSON.stringify(renamed.body));
    assert.equal(renamed.body.name, 'Ban Quản lý dự án B');
    assert.equal((await officer.get(`/organisations/${made.id}?asOf=2023-04-30`)).body.name, 'Ban Quản lý dự án A');
    const twice = { version: 2, name: 'Ban C', shortName: null, from: '2023-05-01', basis: 'QĐ 13' };
    assert.equal((await office.post(`/organisations/${made.id}/rename`, twice)).body.code, 'two-names');
    const early = { ...twice, from: '2022-01-01' };
    assert.equal((await office.post(`/organisations/${made.id}/rename`, early)).body.code, 'later-change');
    const stale = { ...twice, version: 1, from: '2024-01-01' };
    const conflict = await office.post(`/organisations/${made.id}/rename`, stale);
    assert.equal(conflict.status, 409);
    assert.equal(conflict.body.current.version, 2);
    const right = await office.patch(`/organisations/${made.id}/names/0`, {
      version: 2,
      name: 'Ban Quản lý các dự án A',
      shortName: null,
    });
    assert.equal(right.body.names[0].name, 'Ban Quản lý các dự án A');
    assert.equal(right.body.names[0].to, '2023-05-01');
  });

  it('never stand under themselves, on no day', async () => {
    const top = await found('Ban trên');
    const middle = await found('Ban giữa', { parentId: top.id });
    const low = await found('Ban dưới', { parentId: middle.id });
    const move = (one: { id: string; version: number }, parentId: string, from: string) =>
      office.post(`/organisations/${one.id}/move`, { version: one.version, parentId, from });
    assert.equal((await move(top, low.id, '2024-01-01')).body.code, 'circle');
    assert.equal((await move(top, top.id, '2024-01-01')).body.code, 'circle');
    const other = await found('Ban khác');
    const moved = await move(low, other.id, '2024-01-01');
    assert.equal(moved.body.parent.name, 'Ban khác');
    assert.equal((await move(top, low.id, '2023-01-01')).body.code, 'circle');
    assert.equal((await move(top, low.id, '2024-01-01')).status, 200);
  });

  it('end only once nothing stands under them, and can be reopened', async () => {
    const top = await found('Trung tâm lớn');
    const low = await found('Trung tâm nhỏ', { parentId: top.id });
    const end = (one: { id: string; version: number }, on: string) =>
      office.post(`/organisations/${one.id}/end`, { version: one.version, on, basis: 'QĐ 5' });
    const blocked = await end(top, '2025-01-01');
    assert.equal(blocked.body.code, 'has-children');
    assert.match(blocked.body.vi, /Trung tâm nhỏ/);
    assert.equal((await end(low, '2019-01-01')).body.code, 'date-order');
    assert.equal((await end(low, '2025-01-01')).body.standing, 'ended');
    const ended = await end(top, '2025-01-01');
    assert.equal(ended.body.endedBasis, 'QĐ 5');
    const child = (await officer.get(`/organisations/${low.id}`)).body;
    const reopen = { version: child.version, reason: 'Nhập nhầm' };
    assert.equal((await office.post(`/organisations/${low.id}/reopen`, reopen)).body.code, 'parent-not-there');
    const again = await office.post(`/organisations/${top.id}/reopen`, { version: ended.body.version, reason: 'Nhầm' });
    assert.equal(again.body.standing, 'active');
    assert.equal(again.body.names[0].to, null);
  });

  it('merge into a new one that has their work and what stood under them', async () => {
    const a = await found('Trung tâm Xúc tiến A');
    const b = await found('Trung tâm Xúc tiến B');
    const child = await found('Phòng Dịch vụ', { parentId: a.id });
    const one = { predecessors: [{ id: a.id, version: 1 }], on: '2025-08-01', basis: 'NQ 9' };
    const successor = { name: 'Trung tâm Xúc tiến', shortName: 'TTXT', kind: 'office', parentId: null };
    assert.equal((await office.post('/organisations/merge', { ...one, successor })).body.code, 'too-few');
    const merged = await office.post('/organisations/merge', {
      ...one,
      predecessors: [
        { id: a.id, version: 1 },
        { id: b.id, version: 1 },
      ],
      successor,
    });
    assert.equal(merged.status, 200, JSON.stringify(merged.body));
    const next = merged.body.organisations.find((made: { name: string }) => made.name === 'Trung tâm Xúc tiến');
    const detail = (await officer.get(`/organisations/${next.id}`)).body;
    assert.deepEqual(detail.predecessors.map((from: { name: string }) => from.name).sort(), [
      'Trung tâm Xúc tiến A',
      'Trung tâm Xúc tiến B',
    ]);
    assert.deepEqual(
      detail.children.map((below: { id: string }) => below.id),
      [child.id],
    );
    assert.equal((await officer.get(`/organisations/${a.id}?asOf=2025-07-31`)).body.standing, 'active');
    assert.equal((await officer.get(`/organisations/${a.id}`)).body.standing, 'ended');
  });

  it('split into those that were there and new ones', async () => {
    const whole = await found('Chi cục Chung');
    const there = await found('Chi cục Sẵn có');
    const split = await office.post(`/organisations/${whole.id}/split`, {
      version: 1,
      keeps: false,
      on: '2025-09-01',
      basis: 'QĐ 7',
      successors: [{ id: there.id }, { name: 'Chi cục Mới', shortName: null, kind: 'office', parentId: null }],
    });
    assert.equal(split.status, 200, JSON.stringify(split.body));
    const detail = (await officer.get(`/organisations/${whole.id}`)).body;
    assert.equal(detail.standing, 'ended');
    assert.deepEqual(
      detail.successors.map((to: { name: string; kind: string }) => [to.name, to.kind]),
      [
        ['Chi cục Sẵn có', 'split'],
        ['Chi cục Mới', 'split'],
      ],
    );
  });

  it('are changed only by who may', async () => {
    const made = await found('Ban Kín');
    const answer = await officer.post(`/organisations/${made.id}/end`, { version: 1, on: '2025-01-01', basis: 'x' });
    assert.equal(answer.status, 403);
  });

  it('come with the places of the country on a day', async () => {
    assert.equal((await officer.get('/territory?asOf=2025-06-30')).body.items.length, 63);
    assert.equal((await officer.get('/territory?asOf=2025-07-01')).body.items.length, 34);
    const communes = (await officer.get('/territory?asOf=2025-07-01&province=ha-tinh')).body.items;
    assert.equal(communes.length, 69);
    const found = (await officer.get('/territory?asOf=2025-07-01&province=ha-tinh&text=thanh%20sen')).body.items;
    assert.deepEqual(
      found.map((one: { name: string }) => one.name),
      ['Phường Thành Sen'],
    );
  });
});

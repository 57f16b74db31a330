/** Organisations from and to Excel over HTTP: the preview, applying exactly it, what is refused. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts';

const TITLES = ['Mã', 'Tên cơ quan', 'Tên viết tắt', 'Loại', 'Trực thuộc', 'Từ ngày', 'Đến ngày', 'Căn cứ'];
type Cell = string | null;

const sheet = (rows: Cell[][], titles = TITLES) =>
  writeXlsx({ stringMode: 'inline', sheets: [{ name: 'Danh sách', rows: [['DANH SÁCH CƠ QUAN'], titles, ...rows] }] });

describe('organisations and Excel', () => {
  let server: TestServer;
  let office: Client;
  before(async () => {
    server = await startTestServer();
    server.now = new Date('2026-11-20T03:00:00Z');
    await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
  });
  after(() => server.close());

  const preview = (bytes: Uint8Array, on = '2026-01-01') =>
    office.post(`/organisations/import/preview?on=${on}`, bytes, { 'idempotency-key': randomUUID() });
  const apply = (bytes: Uint8Array, token: string, on = '2026-01-01') =>
    office.post(`/organisations/import?on=${on}&token=${token}`, bytes, { 'idempotency-key': randomUUID() });

  it('show what would change, then do exactly that', async () => {
    const first = await sheet([
      ['phong-a', 'Phòng A', null, 'Đơn vị khác', 'so-x', null, null, null],
      ['so-x', 'Sở X', 'SX', 'Sở, cơ quan chuyên môn', null, '01/03/2025', null, 'QĐ 1'],
      ['so-y', 'Sở Y', null, 'department', null, null, null, null],
      ['so-z', 'Sở Z', null, null, null, null, null, null],
    ]);
    const seen = await preview(first);
    assert.equal(seen.status, 200, JSON.stringify(seen.body));
    assert.equal(seen.body.counts.new, 4);
    assert.equal(seen.body.rows[0].row, 3);
    assert.equal((await apply(first, seen.body.token)).body.changed, 4);
    const { items } = (await office.get('/organisations/tree?asOf=2026-02-01')).body;
    const room = items.find((one: { code: string }) => one.code === 'phong-a');
    assert.equal(room.parent.name, 'Sở X');

    const second = await sheet([
      ['so-x', 'Sở X mới', null, null, null, null, null, 'NQ 2'],
      ['phong-a', 'Phòng A', null, null, 'Sở Y', null, null, null],
      ['so-z', null, null, null, null, null, '15/06/2026', 'NQ 3'],
      ['so-y', 'Sở Y', null, null, null, null, null, null],
    ]);
    const changes = await preview(second, '2026-05-01');
    assert.deepEqual(
      changes.body.rows.map((row: { changes: string[] }) => row.changes),
      [['renamed'], ['moved'], ['ended'], ['unchanged']],
    );
    assert.match(changes.body.rows[0].vi, /Sở X → Sở X mới/);
    // Somebody changes one of them between the preview and the import.
    const y = items.find((one: { code: string }) => one.code === 'so-x');
    const { status } = await office.patch(`/organisations/${y.id}`, { version: y.version, kind: 'board' });
    assert.equal(status, 200);
    const stale = await apply(second, changes.body.token, '2026-05-01');
    assert.equal(stale.status, 409);
    assert.equal(stale.body.code, 'preview-changed');
    const done = await apply(second, stale.body.current.token, '2026-05-01');
    assert.equal(done.body.changed, 3);
    const ended = (await office.get('/organisations?text=so-z&standing=ended')).body.items[0];
    assert.equal(ended.validTo, '2026-06-15');
    assert.equal((await preview(second, '2026-05-01')).body.counts.unchanged, 4);
  });

  it('tell what is wrong with which row, and take nothing then', async () => {
    const bytes = await sheet([
      ['don-vi-1', 'Đơn vị 1', null, 'Sở bay', null, null, null, null],
      ['don-vi-2', null, null, null, null, null, null, null],
      ['don-vi-3', 'Đơn vị 3', null, null, 'Không có đâu', null, null, null],
      ['don-vi-4', 'Đơn vị 4', null, null, null, '31/02/2025', null, null],
      ['don-vi-5', 'Đơn vị 5', null, null, 'don-vi-6', null, null, null],
      ['don-vi-6', 'Đơn vị 6', null, null, 'don-vi-5', null, null, null],
      ['don-vi-5', 'Đơn vị 5 lần nữa', null, null, null, null, null, null],
      ['Đơn vị', 'Đơn vị 7', null, null, null, null, null, null],
    ]);
    const { body } = await preview(bytes);
    const wrong = body.rows.filter((row: { changes: string[] }) => row.changes[0] === 'wrong');
    assert.deepEqual(
      wrong.map((row: { row: number }) => row.row),
      [3, 4, 5, 6, 8, 9, 10],
    );
    assert.match(wrong[0].vi, /Sở bay/);
    assert.equal((await apply(bytes, body.token)).body.code, 'wrong-rows');
  });

  it('refuse what is no workbook, too large when opened, or has no table', async () => {
    const text = new TextEncoder().encode('Tên cơ quan\nSở A');
    assert.equal((await preview(text)).body.code, 'not-a-workbook');
    const good = await sheet([['a', 'A', null, null, null, null, null, null]]);
    assert.equal((await preview(good.slice(0, good.length - 40))).body.code, 'not-a-workbook');
    assert.equal((await preview(await sheet([], ['Cột 1']))).body.code, 'no-table');
    const bomb = await sheet(Array.from({ length: 40_000 }, (_, at) => [`${at % 7}`.repeat(900), null]));
    assert.equal((await preview(bomb)).body.code, 'not-a-workbook');
    assert.equal((await preview(new Uint8Array(9 * 1024 * 1024))).body.code, 'too-large');
  });

  it('go out and come in again without a change', async () => {
    const download = async (path: string) => {
      const response = await fetch(`${server.address}/api/v1${path}`, { headers: { cookie: office.cookie } });
      assert.equal(response.status, 200);
      return new Uint8Array(await response.arrayBuffer());
    };
    const out = await download('/organisations/export?standing=active');
    const read = await readXlsx(out);
    assert.deepEqual(read.sheets[0]?.rows[1], TITLES);
    const { body } = await preview(out, '2026-11-20');
    assert.equal(body.counts.unchanged, body.rows.length, JSON.stringify(body.rows));
    assert.ok(body.rows.length >= 4);
    const form = await preview(await download('/organisations/template'));
    assert.equal(form.body.rows.length, 0);
  });
});

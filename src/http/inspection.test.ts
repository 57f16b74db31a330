/** Inspection plans over HTTP: clashes recomputed on every read, accepted with a reason, whose they are, undo, Excel. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

describe('inspection plans', { concurrency: false }, () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let head: Client;
  let admin: Client;
  let bodyId: string;
  const ids: string[] = [];

  before(async () => {
    server = await startTestServer();
    server.now = new Date('2021-01-05T02:00:00Z');
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
    head = await server.signIn('ha-tinh', 'agency-lead');
    admin = await server.signIn('ha-tinh', 'admin');
    bodyId = (await found('Sở Giao thông vận tải')).id;
  });
  after(() => server.close());

  const found = async (name: string, more: object = {}) => {
    const made = await admin.post('/organisations', {
      name,
      shortName: null,
      parentId: null,
      kind: 'department',
      from: '2015-01-01',
      basis: 'QĐ',
      ...more,
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body as { id: string; version: number };
  };
  const plan = (given: object = {}) => ({
    year: 2021,
    kind: 'inspection',
    organisationId: province.office,
    subjectId: bodyId,
    content: 'Quản lý đầu tư xây dựng',
    fromMonth: '2021-03',
    toMonth: '2021-04',
    ...given,
  });
  const clashes = async (year = 2021) => (await office.get(`/inspections?year=${year}`)).body.clashes;

  it('warn before a second of one body is saved, whoever inspects', async () => {
    const first = await office.post('/inspections', plan());
    assert.equal(first.status, 201, JSON.stringify(first.body));
    ids.push(first.body.id);
    const second = plan({
      organisationId: province.department,
      kind: 'check',
      fromMonth: '2021-04',
      toMonth: '2021-05',
    });
    assert.equal((await head.post('/inspections', plan())).body.code, 'not-yours');
    const looked = await head.post('/inspections/check', second);
    assert.deepEqual(
      looked.body.clashes.map((one: { kind: string; months: string[]; vi: string }) => [one.kind, one.months, one.vi]),
      [
        [
          'same-months',
          ['2021-04'],
          'Sở Giao thông vận tải có hai cuộc trùng tháng 4/2021: thanh tra của Văn phòng (tháng 3–4/2021) và kiểm tra của Sở Tài chính (tháng 4–5/2021).',
        ],
      ],
    );
    assert.equal((await clashes()).length, 0);
    const made = await head.post('/inspections', second);
    assert.equal(made.status, 201);
    ids.push(made.body.id);
    assert.deepEqual(
      (await clashes()).map((one: { kind: string }) => one.kind),
      ['same-months'],
    );
  });

  it('know a body by its name in another spelling', async () => {
    const named = plan({
      subjectId: null,
      subjectName: 'SỞ  Giao Thông Vận Tải',
      fromMonth: '2021-10',
      toMonth: '2021-10',
    });
    const made = await office.post('/inspections', named);
    ids.push(made.body.id);
    assert.deepEqual(
      (await clashes()).map((one: { kind: string; firstId: string; secondId: string }) => [
        one.kind,
        one.firstId,
        one.secondId,
      ]),
      [
        ['same-months', ids[0], ids[1]],
        ['twice', ids[0], ids[2]],
        ['twice', ids[1], ids[2]],
      ],
    );
    assert.equal(
      (await office.post('/inspections', plan({ subjectId: null, subjectName: ' ' }))).body.code,
      'subject-needed',
    );
    assert.equal((await office.post('/inspections', plan({ fromMonth: '2021-05' }))).body.code, 'month-order');
    assert.equal((await office.post('/inspections', plan({ fromMonth: '2020-12' }))).body.code, 'month-order');
  });

  it('keep an accepted clash until what clashes changes', async () => {
    const [clash] = await clashes();
    const { firstId, secondId, facts } = clash;
    const stale = await head.post('/inspections/clashes', { firstId, secondId, facts: 'x', reason: 'y' });
    assert.equal(stale.body.code, 'clash-gone');
    const accepted = await head.post('/inspections/clashes', {
      firstId,
      secondId,
      facts,
      reason: 'Hai nội dung khác nhau',
    });
    assert.equal(accepted.status, 204);
    assert.equal((await clashes())[0].accepted.reason, 'Hai nội dung khác nhau');
    const { version } = (await office.get('/inspections?year=2021')).body.items.find(
      (one: { id: string }) => one.id === firstId,
    );
    await office.patch(`/inspections/${firstId}`, { version, toMonth: '2021-05' });
    assert.equal((await clashes())[0].accepted, null);
    assert.deepEqual((await office.post(`/inspections/${firstId}/undo`)).body, { gone: false });
    assert.equal((await clashes())[0].accepted.reason, 'Hai nội dung khác nhau');
    assert.equal((await head.delete('/inspections/clashes', { firstId, secondId })).status, 204);
    assert.equal((await clashes())[0].accepted, null);
  });

  it('no longer clash when one is cancelled, and do when it is restored', async () => {
    const item = async () =>
      (await office.get('/inspections?year=2021')).body.items.find((one: { id: string }) => one.id === ids[1]);
    const act = async (body: object) =>
      head.post(`/inspections/${ids[1]}/acts`, { version: (await item()).version, ...body });
    assert.equal((await act({ act: 'cancel' })).body.code, 'text-needed');
    assert.equal((await act({ act: 'cancel', text: 'Trùng với Thanh tra tỉnh' })).body.state, 'cancelled');
    assert.equal((await clashes()).length, 1);
    assert.equal((await act({ act: 'start' })).body.code, 'wrong-state');
    assert.equal((await act({ act: 'restore' })).body.state, 'planned');
    assert.equal((await clashes()).length, 3);
    const stale = await head.post(`/inspections/${ids[1]}/acts`, { version: 1, act: 'start' });
    assert.deepEqual([stale.status, stale.body.code], [409, 'conflict']);
  });

  it('see a unit and the body above it in the same months', async () => {
    const unit = await found('Chi cục Đăng kiểm', { parentId: bodyId });
    const looked = await office.post(
      '/inspections/check',
      plan({ subjectId: unit.id, fromMonth: '2021-03', toMonth: '2021-03' }),
    );
    assert.deepEqual(
      looked.body.clashes.map((one: { kind: string }) => one.kind),
      ['unit'],
    );
    const apart = await office.post(
      '/inspections/check',
      plan({ subjectId: unit.id, fromMonth: '2021-12', toMonth: '2021-12' }),
    );
    assert.deepEqual(apart.body.clashes, []);
  });

  it('see a merged body in the one that has its work, from the year of the merger', async () => {
    const other = await found('Sở Xây dựng');
    const organisations = (await admin.get('/organisations?limit=100')).body.items as { id: string; version: number }[];
    const of = (id: string) => ({ id, version: organisations.find((one) => one.id === id)?.version });
    const merged = await admin.post('/organisations/merge', {
      predecessors: [of(bodyId)],
      successor: { id: other.id },
      on: '2022-03-01',
      basis: 'Nghị quyết sắp xếp',
    });
    assert.equal(merged.status, 200, JSON.stringify(merged.body));
    for (const year of [2021, 2022]) {
      const on = { year, fromMonth: `${year}-03`, toMonth: `${year}-03` };
      if (year === 2022) ids.push((await office.post('/inspections', plan(on))).body.id);
      const looked = await office.post(
        '/inspections/check',
        plan({ ...on, subjectId: other.id, fromMonth: `${year}-09`, toMonth: `${year}-09` }),
      );
      const kinds = looked.body.clashes.map((one: { kind: string }) => one.kind);
      assert.deepEqual(kinds, year === 2022 ? ['twice'] : [], String(year));
    }
  });

  it('go out to Excel with their clashes, and come in with what would clash', async () => {
    const answer = await fetch(`${server.address}/api/v1/inspections/export.xlsx?year=2021`, {
      headers: { cookie: office.cookie },
    });
    const [sheet] = (await readXlsx(new Uint8Array(await answer.arrayBuffer()))).sheets;
    const cells = sheet?.rows.map((row) => row.map(String)) ?? [];
    assert.deepEqual([cells[2]?.[1], cells.length], ['Đối tượng', 6]);
    assert.match(cells[3]?.[9] ?? '', /có hai cuộc trùng tháng 4\/2021/);
    const list = await writeXlsx({
      sheets: [
        {
          name: 'KH',
          rows: [
            ['Đối tượng thanh tra', 'Nội dung', 'Hình thức', 'Cơ quan tiến hành', 'Thời gian'],
            ['Công ty Cổ phần A', 'Thuế', 'Kiểm tra', 'Sở Tài chính', 'quý III'],
            ['CÔNG TY CỔ PHẦN A', 'Đất đai', '', 'Sở Tài chính', 'Tháng 9-10'],
            ['Công ty B', 'Đất đai', 'Giám sát', 'Sở Tài chính', '11/2021'],
            ['Công ty C', 'Đất đai', 'Đi chơi', 'Sở Tài chính', '11/2021'],
          ],
        },
      ],
    });
    const looked = await head.post('/inspections/import/preview?year=2021', list);
    assert.deepEqual(looked.body.counts, { new: 3, known: 0, wrong: 1, clashes: 1 });
    assert.match(looked.body.rows[0].clashes[0], /hai cuộc trùng tháng 9\/2021/);
    const refused = await head.post(`/inspections/import?year=2021&token=${looked.body.token}`, list);
    assert.equal(refused.body.code, 'wrong-rows');
    const whole = await writeXlsx({
      sheets: [
        {
          name: 'KH',
          rows: [
            ['Đối tượng', 'Nội dung', 'Cơ quan thực hiện', 'Thời gian'],
            ['Công ty B', 'Đất đai', 'Sở Tài chính', 'tháng 11 đến tháng 12'],
          ],
        },
      ],
    });
    const { token } = (await head.post('/inspections/import/preview?year=2021', whole)).body;
    assert.deepEqual((await head.post(`/inspections/import?year=2021&token=${token}`, whole)).body, { added: 1 });
    const [item] = (await office.get('/inspections?year=2021&q=cong%20ty%20b')).body.items;
    assert.deepEqual([item.fromMonth, item.toMonth, item.mine], ['2021-11', '2021-12', true]);
    assert.deepEqual((await office.get('/inspections?year=2021')).body.years, [2022, 2021]);
  });
});

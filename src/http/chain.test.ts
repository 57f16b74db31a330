/** The chain of documents over HTTP. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { uploadAndRead } from '#test/support/documents.ts';
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts';

const RESOLUTION = `HỘI ĐỒNG NHÂN DÂN
TỈNH HÀ TĨNH

Số: 258/NQ-HĐND
Hà Tĩnh, ngày 08 tháng 12 năm 2020

NGHỊ QUYẾT
Về kế hoạch phát triển kinh tế - xã hội năm 2021

Điều 1. Chỉ tiêu chủ yếu năm 2021
1. Tốc độ tăng trưởng kinh tế (GRDP) trên 7,5%.
2. Tỷ lệ hộ nghèo giảm còn 4,0%.
3. Thu ngân sách trên địa bàn đạt 11.800 tỷ đồng.
`;
const PLAN = `ỦY BAN NHÂN DÂN
TỈNH HÀ TĨNH

Số: 15/KH-UBND
Hà Tĩnh, ngày 15 tháng 01 năm 2021

KẾ HOẠCH
Triển khai thực hiện Nghị quyết về phát triển kinh tế - xã hội năm 2021

Thực hiện Nghị quyết số 258/NQ-HĐND ngày 08/12/2020 của Hội đồng nhân dân tỉnh; Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.

I. CHỈ TIÊU NĂM 2021
1. Tốc độ tăng trưởng kinh tế (GRDP) trên 7,0%.
2. Tỷ lệ hộ nghèo giảm còn 4,0%.
`;

describe('the chain', () => {
  let server: TestServer;
  let office: Client;
  let plan: { id: string };
  let resolution: { id: string };
  before(async () => {
    server = await startTestServer();
    await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
    plan = await uploadAndRead(server, office, 'ke-hoach.txt', Buffer.from(PLAN));
  });
  after(() => server.close());

  const citation = async (symbol: string) =>
    (await office.get(`/documents/${plan.id}/citations`)).body.items.find(
      (one: { symbol: string }) => one.symbol === symbol,
    );

  it('lists what is cited and missing', async () => {
    const { items } = (await office.get('/documents/missing?year=2021')).body;
    const one = items.find((item: { symbol: string }) => item.symbol === '258/NQ-HĐND');
    assert.equal(one.citedOn, '2020-12-08');
    assert.deepEqual(
      one.documents.map((document: { id: string }) => document.id),
      [plan.id],
    );
  });

  it('links a citation when the document arrives, and shows who cites it', async () => {
    resolution = await uploadAndRead(server, office, 'nghi-quyet.txt', Buffer.from(RESOLUTION));
    const linked = await citation('258/NQ-HĐND');
    assert.equal(linked.state, 'matched');
    assert.equal(linked.cited.id, resolution.id);
    const { citedBy } = (await office.get(`/documents/${resolution.id}/citations`)).body;
    assert.equal(citedBy[0].document.id, plan.id);
    assert.equal((await citation('30/2020/NĐ-CP')).state, 'missing');
  });

  it('shows that the plan carries out the resolution', async () => {
    for (const query of ['year=2021', `around=${resolution.id}`]) {
      const { nodes, edges } = (await office.get(`/documents/chain?${query}`)).body;
      assert.equal(nodes.length, 2);
      assert.deepEqual(edges, [{ from: plan.id, to: resolution.id, count: 1, confirmed: false, kind: 'implements' }]);
    }
  });

  it('says where the plan does not agree with the resolution, both sentences side by side', async () => {
    const { findings, pairs } = (await office.get(`/documents/consistency?document=${plan.id}`)).body;
    assert.deepEqual(pairs, [{ above: resolution.id, below: plan.id }]);
    const differs = findings.find((one: { kind: string }) => one.kind === 'value-differs');
    assert.match(differs.left.quote, /7,5%/);
    assert.match(differs.right.quote, /7,0%/);
    const missing = findings.find((one: { kind: string }) => one.kind === 'target-missing');
    assert.match(missing.left.quote, /11\.800/);
    assert.equal(missing.missingIn, plan.id);
  });

  it('follows a header that is put right', async () => {
    const { version } = (await office.get(`/documents/${resolution.id}`)).body;
    const wrong = await office.patch(`/documents/${resolution.id}`, { version, symbol: '259/NQ-HĐND' });
    assert.equal((await citation('258/NQ-HĐND')).state, 'missing');
    await office.patch(`/documents/${resolution.id}`, { version: wrong.body.version, symbol: '258/nq-hdnd' });
    assert.equal((await citation('258/NQ-HĐND')).state, 'matched');
  });

  it('lets a person refuse, choose and confirm, and keeps it when the document is read again', async () => {
    const { id, version } = await citation('258/NQ-HĐND');
    const refused = await office.patch(`/citations/${id}`, { version, decision: 'refuse' });
    assert.equal(refused.body.state, 'refused');
    assert.equal(refused.body.cited, null);
    assert.equal((await office.patch(`/citations/${id}`, { version, decision: 'confirm' })).status, 409);
    const chosen = await office.patch(`/citations/${id}`, {
      version: refused.body.version,
      decision: 'confirm',
      citedId: resolution.id,
    });
    assert.equal(chosen.body.state, 'confirmed');
    await uploadAndRead(server, office, null, plan.id);
    assert.equal((await citation('258/NQ-HĐND')).state, 'confirmed');
    const officer = await server.signIn('ha-tinh', 'officer');
    const denied = await officer.patch(`/citations/${id}`, { version: 1, decision: 'refuse' });
    assert.equal(denied.status, 403);
  });
});

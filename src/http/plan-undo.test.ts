/** Events of plans taken back: publishing, withdrawing, deciding a diff, editing a target. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { insertReadDocument } from '#test/support/read-document.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

const FIRST = `HỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH
Số: 01/NQ-HĐND
Hà Tĩnh, ngày 10 tháng 12 năm 2020
NGHỊ QUYẾT
Về kế hoạch phát triển kinh tế - xã hội năm 2021

II. MỤC TIÊU, CHỈ TIÊU NĂM 2021
1. Các chỉ tiêu chủ yếu
- Tốc độ tăng trưởng GRDP đạt 7,5%.
- Thu ngân sách nhà nước trên địa bàn đạt 11.580 tỷ đồng.
`;
const AMENDING = FIRST.replace('01/NQ-HĐND', '25/NQ-HĐND')
  .replace('ngày 10 tháng 12 năm 2020', 'ngày 15 tháng 7 năm 2021')
  .replace('Về kế hoạch', 'Về sửa đổi kế hoạch')
  .replace('7,5%', '6,5%');

describe('undoing what was done to a plan', () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;

  before(async () => {
    server = await startTestServer();
    server.now = new Date('2021-08-05T02:00:00Z');
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
  });
  after(() => server.close());

  async function publish(text: string, planId: string | null = null) {
    const id = await insertReadDocument(server.services, province.id, text);
    const { body } = await office.get(`/documents/${id}/review`);
    const items = body.items
      .filter((one: { kind: string }) => one.kind === 'target')
      .map(({ id, version }: { id: string; version: number }) => ({ id, version }));
    await office.post(`/documents/${id}/review/decide`, { items, decision: 'accepted' });
    const preview = (await office.get(`/documents/${id}/publish`)).body;
    const made = await office.post(`/documents/${id}/publish`, {
      planId,
      title: 'Kế hoạch năm 2021',
      yearFrom: 2021,
      yearTo: 2021,
      role: planId === null ? 'base' : 'amendment',
      effectiveOn: preview.effectiveOn,
      accepted: preview.warnings.map((one: { code: string }) => one.code),
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body as { planId: string; diffId: string };
  }

  /** Undoes the last event of a kind. */
  async function undo(kind: string) {
    const [event] = (await office.get(`/events?kind=${kind}`)).body.items;
    assert.equal(event.undoable, true);
    return office.post(`/events/${event.id}/undo`, { reason: 'Làm nhầm' });
  }

  const targets = async (planId: string) => (await office.get(`/plans/${planId}/targets`)).body.items;

  it('withdraws what was published, and publishes again what was withdrawn', async () => {
    const { planId } = await publish(FIRST);
    const undone = await undo('plan.published');
    assert.equal(undone.status, 200, JSON.stringify(undone.body));
    assert.equal((await office.get(`/plans/${planId}`)).status, 404);
    assert.equal((await undo('plan.withdrawn')).status, 200);
    assert.equal((await targets(planId)).length, 2);
  });

  it('takes decisions of a diff back, and with them what they did', async () => {
    const { planId } = await publish(FIRST);
    const { diffId } = await publish(AMENDING, planId);
    const { items } = (await office.get(`/diffs/${diffId}`)).body;
    const all = items.map(({ id, version }: { id: string; version: number }) => ({ id, version }));
    await office.post(`/diffs/${diffId}/decide`, { items: all, decision: 'applied' });
    assert.equal((await targets(planId))[0].value, '6.5');
    assert.equal((await undo('plan.compared')).body.code, 'undo-in-the-way');
    const undone = await undo('plan.diff-decided');
    assert.equal(undone.status, 200, JSON.stringify(undone.body));
    assert.equal((await targets(planId))[0].value, '7.5');
    assert.equal((await undo('plan.compared')).status, 200);
    assert.equal((await office.get(`/diffs/${diffId}`)).body.state, 'discarded');
  });

  it('gives a target its lead back, unless somebody changed it since', async () => {
    const { planId } = await publish(FIRST);
    const [target] = await targets(planId);
    const edit = (name: string) =>
      office.patch(`/targets/${target.id}`, { ordinal: 1, leads: [{ organisationId: null, name }] });
    await edit('Sở Tài chính');
    await edit('Sở Xây dựng');
    assert.equal((await undo('target.edited')).status, 200);
    assert.equal((await targets(planId))[0].leads[0].name, 'Sở Tài chính');
    const events = (await office.get('/events?kind=target.edited')).body.items;
    const second = events.find((one: { undoes: string | null }, i: number) => i > 0 && one.undoes === null);
    assert.equal((await office.post(`/events/${second.id}/undo`, { reason: 'Làm nhầm' })).status, 409);
  });
});

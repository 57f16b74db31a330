/** From a reviewed document to a plan, and a later document against it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { insertReadDocument } from '#test/support/read-document.ts';
import { SAMPLES } from '#test/support/samples.ts';
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
- Tỷ lệ hộ nghèo giảm 0,5%.

III. NHIỆM VỤ
1. Sở Tài chính chủ trì xây dựng Đề án tái cơ cấu ngân sách tỉnh, trình Ủy ban nhân dân tỉnh trước ngày 30/6/2021.
2. Sở Tài chính chủ trì, phối hợp với Văn phòng rà soát tài sản công, hoàn thành trước ngày 30/9/2021.
`;

const AMENDING = `HỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH
Số: 25/NQ-HĐND
Hà Tĩnh, ngày 15 tháng 7 năm 2021
NGHỊ QUYẾT
Về sửa đổi, bổ sung kế hoạch phát triển kinh tế - xã hội năm 2021

II. MỤC TIÊU, CHỈ TIÊU NĂM 2021
1. Các chỉ tiêu chủ yếu
- Tốc độ tăng trưởng GRDP đạt 6,5%.
- Thu ngân sách nhà nước trên địa bàn đạt 11.580 tỷ đồng.
- Kim ngạch xuất khẩu đạt 1.200 triệu USD.

III. NHIỆM VỤ
1. Sở Tài chính chủ trì xây dựng Đề án tái cơ cấu ngân sách tỉnh, trình Ủy ban nhân dân tỉnh trước ngày 30/10/2021.
`;

describe('plans', () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;

  before(async () => {
    server = await startTestServer();
    server.now = new Date('2021-01-05T02:00:00Z');
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
  });
  after(() => server.close());

  async function reviewed(text: string): Promise<string> {
    const id = await insertReadDocument(server.services, province.id, text);
    const { body } = await office.get(`/documents/${id}/review`);
    const items = body.items
      .filter((one: { kind: string }) => one.kind === 'target' || one.kind === 'task' || one.kind === 'reporting')
      .map(({ id, version }: { id: string; version: number }) => ({ id, version }));
    assert.equal((await office.post(`/documents/${id}/review/decide`, { items, decision: 'accepted' })).status, 200);
    return id;
  }

  async function publish(id: string, planId: string | null = null) {
    const preview = (await office.get(`/documents/${id}/publish`)).body;
    return office.post(`/documents/${id}/publish`, {
      planId,
      title: preview.title,
      yearFrom: preview.year ?? 2021,
      yearTo: preview.year ?? 2021,
      role: preview.suggested,
      effectiveOn: preview.effectiveOn,
      accepted: preview.warnings.map((one: { code: string }) => one.code),
    });
  }

  it('publishes what was accepted, each leading to its sentence', async () => {
    const id = await reviewed(FIRST);
    const made = await publish(id);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { planId } = made.body;
    const targets = (await office.get(`/plans/${planId}/targets`)).body.items;
    assert.deepEqual(
      targets.map((one: Record<string, unknown>) => [one.comparator, one.value, one.unit]),
      [
        ['=', '7.5', '%'],
        ['=', '11580', 'tỷ đồng'],
        ['=', '0.5', '%'],
      ],
    );
    for (const target of targets)
      assert.equal(FIRST.slice(target.source.span.start, target.source.span.end), target.source.quote);
    const tasks = (await office.get(`/plans/${planId}/tasks`)).body.items;
    assert.equal(tasks.length, 2);
    // Before the 30th: the 29th is the last day that still meets it.
    assert.equal(tasks[0].dueOn, '2021-06-29');
    assert.equal(tasks[0].leads[0].organisationId, province.department);
    const one = (await office.get(`/targets/${targets[0].id}`)).body;
    assert.ok(
      (one.context.before + one.context.quote + one.context.after).includes('Tốc độ tăng trưởng GRDP đạt 7,5%'),
    );
    assert.equal((await publish(id)).body.code, 'already-published');
    const reviewedItem = (await office.get(`/documents/${id}/review`)).body.items[0];
    const late = await office.post(`/documents/${id}/review/decide`, {
      items: [{ id: reviewedItem.id, version: reviewedItem.version }],
      decision: 'rejected',
    });
    assert.equal(late.body.code, 'published');
    const annex = await office.get(`/plans/${planId}/export.xlsx`);
    assert.equal(annex.status, 200);
    assert.match(annex.headers.get('content-type') ?? '', /spreadsheetml/);
  });

  it('warns before it publishes what nobody looked at, and goes on only when told so', async () => {
    const id = await insertReadDocument(server.services, province.id, FIRST);
    const preview = (await office.get(`/documents/${id}/publish`)).body;
    assert.ok(preview.warnings.some((one: { code: string }) => one.code === 'nothing-accepted'));
    const { body } = await office.get(`/documents/${id}/review`);
    const [target] = body.items.filter((one: { kind: string }) => one.kind === 'target');
    await office.post(`/documents/${id}/review/decide`, {
      items: [{ id: target.id, version: target.version }],
      decision: 'accepted',
    });
    const order = {
      planId: null,
      title: 'Kế hoạch',
      yearFrom: 2021,
      yearTo: 2021,
      role: 'base',
      effectiveOn: '2021-01-01',
      accepted: [],
    };
    const refused = await office.post(`/documents/${id}/publish`, order);
    assert.equal(refused.body.code, 'warnings');
    const codes = refused.body.current.warnings.map((one: { code: string }) => one.code);
    assert.equal((await office.post(`/documents/${id}/publish`, { ...order, accepted: codes })).status, 201);
  });

  it('shows what an amending document changes, applies it item by item, and keeps the past', async () => {
    const first = await publish(await reviewed(FIRST));
    const { planId } = first.body;
    const second = await publish(await reviewed(AMENDING), planId);
    assert.equal(second.status, 201, JSON.stringify(second.body));
    const { diffId } = second.body;
    const diff = (await office.get(`/diffs/${diffId}`)).body;
    assert.equal(diff.role, 'amendment');
    const seen = diff.items.map((one: Record<string, unknown>) => [one.subject, one.change, one.fields]);
    assert.deepEqual(seen, [
      ['target', 'changed', ['value']],
      ['target', 'new', []],
      ['task', 'changed', ['text', 'dueOn']],
    ]);
    assert.deepEqual([diff.items[0].before.value, diff.items[0].after.value, diff.unchanged], ['7.5', '6.5', 1]);
    assert.match(diff.items[0].before.source.quote, /7,5%/);
    assert.match(diff.items[0].after.source.quote, /6,5%/);
    const unchanged = (await office.get(`/plans/${planId}/targets?asOf=2021-08-01`)).body.items;
    assert.equal(unchanged[0].value, '7.5');
    const all = diff.items.map(({ id, version }: { id: string; version: number }) => ({ id, version }));
    const applied = await office.post(`/diffs/${diffId}/decide`, { items: all, decision: 'applied' });
    assert.equal(applied.status, 200, JSON.stringify(applied.body));
    const later = (await office.get(`/plans/${planId}/targets?asOf=2021-08-01`)).body.items;
    assert.deepEqual(
      later.map((one: { value: string }) => one.value),
      ['6.5', '11580', '0.5', '1200'],
    );
    const earlier = (await office.get(`/plans/${planId}/targets?asOf=2021-02-01`)).body.items;
    assert.deepEqual(
      earlier.map((one: { value: string }) => one.value),
      ['7.5', '11580', '0.5'],
    );
    const stale = await office.post(`/diffs/${diffId}/decide`, { items: all, decision: 'open' });
    assert.equal(stale.status, 409);
    const fresh = applied.body.items.map(({ id, version }: { id: string; version: number }) => ({ id, version }));
    const reverted = await office.post(`/diffs/${diffId}/decide`, { items: fresh, decision: 'open' });
    assert.equal(reverted.status, 200, JSON.stringify(reverted.body));
    assert.deepEqual((await office.get(`/plans/${planId}/targets?asOf=2021-08-01`)).body.items, unchanged);
    const again = reverted.body.items.map(({ id, version }: { id: string; version: number }) => ({ id, version }));
    await office.post(`/diffs/${diffId}/decide`, { items: again, decision: 'applied' });
    const closed = await office.post(`/diffs/${diffId}/close`, { version: diff.version, state: 'applied' });
    assert.equal(closed.status, 200, JSON.stringify(closed.body));
    const plan = (await office.get(`/plans/${planId}`)).body;
    assert.deepEqual(
      plan.sources.map((one: { role: string }) => one.role),
      ['base', 'amendment'],
    );
  });

  it('publishes the samples whole, and the same target of another province is found', async () => {
    const text = SAMPLES.find(({ name }) => name === '000')?.text as string;
    const made = await publish(await reviewed(text));
    const targets = (await office.get(`/plans/${made.body.planId}/targets`)).body.items;
    assert.ok(targets.length >= 25);
    const other = await server.province('hung-yen');
    const home = { province, office };
    province = other;
    office = await server.signIn('hung-yen', 'office');
    await publish(await reviewed(FIRST));
    ({ province, office } = home);
    const growth = targets.find((one: { indicator: { code: string } | null }) =>
      /grdp/.test(one.indicator?.code ?? ''),
    );
    const { elsewhere } = (await office.get(`/targets/${growth.id}`)).body;
    assert.ok(
      elsewhere.some(
        (one: { province: string; own: boolean; targetId: string | null }) =>
          one.province === 'Hưng Yên' && !one.own && one.targetId === null,
      ),
    );
  });

  it('lets the Office match a target to an indicator, and propose a new one', async () => {
    const { planId } = (await publish(await reviewed(FIRST))).body;
    const [target] = (await office.get(`/plans/${planId}/targets`)).body.items;
    const proposed = await office.post('/indicators', {
      name: 'Chỉ số hài lòng riêng của tỉnh',
      unit: '%',
      kind: 'rate',
      direction: 'up',
    });
    assert.equal(proposed.status, 201);
    const edited = await office.patch(`/targets/${target.id}`, {
      ordinal: target.ordinal,
      indicatorId: proposed.body.id,
    });
    assert.equal(edited.body.indicator.name, 'Chỉ số hài lòng riêng của tỉnh');
    const found = (await office.get('/indicators?q=hai long rieng')).body.items;
    assert.equal(found[0].id, proposed.body.id);
    const leader = await server.signIn('ha-tinh', 'leader');
    assert.equal((await leader.patch(`/targets/${target.id}`, { ordinal: 1, indicatorId: null })).status, 403);
  });

  it('is withdrawn with a reason while nothing stands on it', async () => {
    const id = await reviewed(FIRST);
    const { planId } = (await publish(id)).body;
    const { version } = (await office.get(`/plans/${planId}`)).body;
    assert.equal((await office.post(`/plans/${planId}/withdraw`, { version, reason: 'Ban hành nhầm' })).status, 204);
    assert.equal((await office.get(`/plans/${planId}`)).status, 404);
    assert.equal((await publish(id)).status, 201);
  });
});

/** Targets divided over HTTP: who may, two at once, an amendment, balancing anew, and every way back. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { publishPlan } from '#test/support/published-plan.ts';
import { insertReadDocument } from '#test/support/read-document.ts';
import { type Answer, type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

const AMENDING = `HỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH
Số: 25/NQ-HĐND
Hà Tĩnh, ngày 15 tháng 7 năm 2021
NGHỊ QUYẾT
Về sửa đổi, bổ sung kế hoạch phát triển kinh tế - xã hội năm 2021

II. MỤC TIÊU, CHỈ TIÊU NĂM 2021
1. Các chỉ tiêu chủ yếu
- Thu ngân sách nhà nước trên địa bàn đạt 12.738 tỷ đồng.
- Kim ngạch xuất khẩu đạt 1.200 triệu USD.
`;

interface Part {
  readonly id: string;
  readonly organisationId: string | null;
  readonly period: string | null;
  readonly value: string | null;
  readonly weight: string | null;
  readonly mayDivide: boolean;
}

describe('the allocation of targets', { concurrency: false }, () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let head: Client;
  let officer: Client;
  let stranger: Client;
  let planId: string;
  let growth: string;
  let money: string;
  const bodies: string[] = [];

  before(async () => {
    server = await startTestServer();
    server.now = new Date('2021-03-01T03:00:00Z');
    province = await server.province('ha-tinh');
    await server.province('hung-yen');
    office = await server.signIn('ha-tinh', 'office');
    head = await server.signIn('ha-tinh', 'agency-lead');
    officer = await server.signIn('ha-tinh', 'officer');
    stranger = await server.signIn('hung-yen', 'office');
    planId = (await publishPlan(server, province, office)).planId;
    const targets = (await office.get(`/plans/${planId}/targets`)).body.items;
    [growth, money] = targets.map((one: { id: string }) => one.id);
    for (const name of ['Chi cục Thuế A', 'Chi cục Thuế B']) {
      const made = await office.post('/organisations', {
        name,
        shortName: null,
        kind: 'department',
        parentId: province.department,
        from: '2020-01-01',
        basis: null,
      });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      bodies.push(made.body.id);
    }
  });
  after(() => server.close());

  const of = async (id: string) => (await office.get(`/targets/${id}/allocations`)).body;
  const BY_BODY = {
    parentPartId: null,
    dimension: 'organisation',
    rule: 'sum',
    course: 'adds',
    places: 0,
    targetOrdinal: 1,
    version: 0,
  };
  const to = (organisationId: string, value: string | null, weight: string | null = null) => ({
    organisationId,
    value,
    weight,
  });
  const put = (id: string, body: object, by = office): Promise<Answer> =>
    by.put(`/targets/${id}/allocations`, { ...BY_BODY, ...body });
  const done = (answer: Answer) => {
    assert.equal(answer.status, 200, JSON.stringify(answer.body).slice(0, 400));
    return answer.body;
  };
  const refused = (answer: Answer, status: number, code: string) =>
    assert.deepEqual([answer.status, answer.body.code], [status, code]);
  /** What stands, without what only tells of when and how often. */
  const standing = (tree: { items: Record<string, unknown>[] }) =>
    JSON.parse(JSON.stringify(tree.items, (key, value) => (key === 'version' ? undefined : value)));
  const lastEvent = async () =>
    (await office.get(`/events?subjectType=target&subjectId=${money}&limit=1`)).body.items[0];

  it('shows what is offered where nothing is divided yet', async () => {
    const tree = await of(money);
    assert.deepEqual(tree.items, []);
    assert.deepEqual([tree.whole.value, tree.whole.unit, tree.ordinal], ['11580', 'tỷ đồng', 1]);
    assert.deepEqual([tree.usual.organisation.rule, (await of(growth)).usual.organisation.rule], ['sum', 'same']);
    const overview = (await office.get(`/plans/${planId}/allocations`)).body;
    assert.deepEqual(overview.counts, { none: 2, under: 0, even: 0, over: 0, outdated: 0, own: 0 });
  });

  it('is divided by the Office, and the balance says what is left', async () => {
    const tree = done(
      await put(money, { parts: [to(province.department, '6000'), to(province.office, '5200')], note: 'Đợt 1' }),
    );
    const [one] = tree.items;
    assert.equal(one.balance.words, 'Đã phân bổ 11.200/11.580 tỷ đồng, còn 380 tỷ đồng chưa phân bổ.');
    assert.deepEqual(
      one.parts.map((part: Part) => part.value),
      ['6000', '5200'],
    );
    assert.deepEqual([one.version, one.by, one.outdated], [1, 'Người office', false]);
    const overview = (await office.get(`/plans/${planId}/allocations`)).body;
    assert.deepEqual(overview.counts, { none: 1, under: 1, even: 0, over: 0, outdated: 0, own: 1 });
    const mine = (await head.get(`/plans/${planId}/allocations`)).body.items.find(
      (i: { targetId: string }) => i.targetId === money,
    );
    assert.deepEqual(mine.own, [{ path: province.department, value: '6000' }]);
    const event = await lastEvent();
    assert.equal(event.sentence, 'Phân bổ chỉ tiêu “Thu ngân sách nhà nước trên địa bàn” cho 2 đơn vị');
  });

  it('refuses who may not, what is not right, and tells the second of two', async () => {
    const parts = [to(province.department, '11580')];
    refused(await put(money, { parts, version: 1 }, officer), 403, 'not-allowed');
    refused(await put(money, { parts, version: 1 }, head), 403, 'not-yours');
    refused(await put(money, { parts }), 409, 'conflict');
    refused(await put(money, { parts, version: 1, targetOrdinal: 2 }), 409, 'conflict');
    refused(await put(money, { version: 1, parts: [...parts, ...parts] }), 422, 'bad-parts');
    refused(await put(money, { version: 1, parts: [to(province.department, '1.5')] }), 422, 'bad-parts');
    refused(await put(money, { version: 1, parts: [to(planId, '1')] }), 422, 'ended-organisation');
    refused(await put(money, { version: 1, parts }, stranger), 404, 'not-found');
    assert.equal((await stranger.get(`/targets/${money}/allocations`)).status, 404);
    assert.equal((await stranger.get(`/plans/${planId}/allocations`)).status, 404);
    assert.equal((await of(money)).items[0].balance.allocated, '11200');
  });

  it('is divided further by the head of an organisation, over quarters and among its units', async () => {
    const tree = await of(money);
    const [ours, theirs] = tree.items[0].parts as Part[];
    const quarters = ['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4'].map((period) => ({ period, weight: '1' }));
    const seasonal = { dimension: 'period', rule: 'seasonal', course: 'adds', parentPartId: ours?.id };
    const proposal = done(
      await head.post(`/targets/${money}/allocations/propose`, {
        ...seasonal,
        places: 0,
        method: 'weights',
        parts: quarters,
      }),
    );
    assert.deepEqual(
      proposal.parts.map((part: Part) => part.value),
      ['1500', '1500', '1500', '1500'],
    );
    assert.equal((await of(money)).items.length, 1);
    const divided = done(await put(money, { ...seasonal, parts: proposal.parts }, head));
    const child = divided.items.find((one: { parentPartId: string }) => one.parentPartId === ours?.id);
    assert.equal(child.balance.words, 'Đã phân bổ đủ 6.000 tỷ đồng.');
    refused(await put(money, { ...seasonal, parentPartId: theirs?.id, parts: quarters }, head), 403, 'not-yours');
    const units = bodies.map((id) => to(id, '3000'));
    done(await put(money, { parentPartId: ours?.id, parts: units }, head));
    refused(
      await put(money, { parentPartId: ours?.id, version: 1, parts: [to(province.office, '1')] }, head),
      403,
      'not-yours',
    );
    refused(
      await put(money, { parentPartId: ours?.id, version: 1, parts: [to(province.department, '1')] }),
      422,
      'bad-parts',
    );
    const mine = (await head.get(`/targets/${money}/allocations`)).body;
    assert.equal(mine.mayDivide, false);
    assert.deepEqual(
      mine.items[0].parts.map((part: Part) => part.mayDivide),
      [true, false],
    );
  });

  it('keeps what hangs on a part when the whole is divided anew, and takes it back exactly', async () => {
    const first = await of(money);
    const version = first.items[0].version;
    const second = done(
      await put(money, { version, parts: [to(province.department, '6380'), to(province.office, '5200')] }),
    );
    assert.equal(second.items.length, 3);
    assert.equal(second.items[0].balance.state, 'even');
    const children = second.items.slice(1);
    assert.ok(children.every((one: { outdated: boolean }) => one.outdated));
    assert.equal(second.history.length, 1);
    // Without the department nothing is left to hang its quarters on.
    const third = done(await put(money, { version: 1, parts: [to(province.office, '5200')] }));
    assert.equal(third.items.length, 1);
    done(await office.post(`/events/${(await lastEvent()).id}/undo`, { reason: 'Nhầm' }));
    assert.deepEqual(standing(await of(money)), standing(second));
    const [event] = (
      await office.get(`/events?subjectType=target&subjectId=${money}&kind=allocation.made`)
    ).body.items.slice(1);
    done(await office.post(`/events/${event.id}/undo`, { reason: 'Nhầm' }));
    assert.deepEqual(standing(await of(money)), standing(first));
    const again = await office.post(`/events/${event.id}/undo`, { reason: 'Nhầm' });
    refused(again, 409, 'already-undone');
  });

  it('ends and comes back with all that hung on it', async () => {
    const stood = await of(money);
    const [root] = stood.items;
    refused(
      await officer.delete(`/targets/${money}/allocations/${root.id}`, { version: root.version }),
      403,
      'not-allowed',
    );
    refused(await head.delete(`/targets/${money}/allocations/${root.id}`, { version: root.version }), 403, 'not-yours');
    const ended = done(await office.delete(`/targets/${money}/allocations/${root.id}`, { version: root.version }));
    assert.deepEqual(ended.items, []);
    refused(
      await office.delete(`/targets/${money}/allocations/${root.id}`, { version: root.version }),
      409,
      'conflict',
    );
    const [event] = (await office.get(`/events?subjectType=target&subjectId=${money}&limit=1`)).body.items;
    assert.equal(event.sentence, 'Bỏ phân bổ chỉ tiêu “Thu ngân sách nhà nước trên địa bàn”');
    const back = done(await office.post(`/targets/${money}/allocations/${root.id}/restore`, { version: 0 }));
    assert.deepEqual(standing(back), standing(stood));
    refused(await office.post(`/targets/${money}/allocations/${root.id}/restore`, { version: 9 }), 409, 'conflict');
  });

  it('divides by shares, weighs a mean, keeps a missing figure missing', async () => {
    const shares = [to(province.department, null, '60'), to(province.office, null, '40')];
    const tree = done(await put(money, { rule: 'share', version: (await of(money)).items[0].version, parts: shares }));
    assert.deepEqual(
      tree.items[0].parts.map((part: Part) => part.value),
      ['6948', '4632'],
    );
    const mean = done(
      await put(growth, {
        rule: 'weighted-mean',
        places: 1,
        parts: [to(province.department, '8.0', '1'), to(province.office, null, '1')],
      }),
    );
    assert.deepEqual([mean.items[0].balance.needed, mean.items[0].parts[1].value], ['7.0', null]);
    refused(await put(growth, { rule: 'same', parts: [to(province.office, '7')], version: 1 }), 422, 'bad-parts');
    refused(
      await put(growth, { dimension: 'period', rule: 'same', places: 1, parts: [{ period: '2022-Q1', value: '7.5' }] }),
      422,
      'bad-parts',
    );
  });

  it('is taken back step by step through a random history, each time exactly', async () => {
    const seeded = (seed: number) => () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    const random = seeded(20_211_210);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const all = [province.department, province.office, ...bodies];
    const states: { before: unknown; event: string }[] = [];
    for (let step = 0; step < 24; step++) {
      const tree = await of(money);
      const before = standing(tree);
      const roots = tree.items.filter((one: { parentPartId: string | null }) => one.parentPartId === null);
      const [root] = roots;
      const parts = (root?.parts ?? []).filter((part: Part) => part.mayDivide);
      const kind = random();
      let answer: Answer;
      if (root && kind < 0.15) {
        answer = await office.delete(`/targets/${money}/allocations/${root.id}`, { version: root.version });
      } else if (parts.length > 0 && kind < 0.5) {
        const part = pick(parts) as Part;
        const there = tree.items.find(
          (one: { parentPartId: string; dimension: string }) =>
            one.parentPartId === part.id && one.dimension === 'period',
        );
        const quarters = ['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4'].filter(() => random() < 0.8);
        const given = (quarters.length > 0 ? quarters : ['2021-Q4']).map((period) => ({
          period,
          value: String(Math.floor(random() * 3000)),
        }));
        const body = {
          dimension: 'period',
          rule: 'seasonal',
          parentPartId: part.id,
          version: there?.version ?? 0,
          parts: given,
        };
        answer = await put(money, body);
      } else {
        const given = all.filter(() => random() < 0.7);
        const chosen = (given.length > 0 ? given : all).map((id) =>
          to(id, random() < 0.1 ? null : String(Math.floor(random() * 5000))),
        );
        answer = await put(money, { version: root?.version ?? 0, parts: chosen });
        // Reckoned apart: what is left is the whole without all that is given.
        const { balance } = done(answer).items[0];
        const sum = chosen.reduce((total, { value }) => total + Number(value ?? 0), 0);
        if (balance.state !== 'none') {
          assert.deepEqual(
            [balance.allocated, balance.unallocated, balance.over],
            [String(sum), String(Math.max(0, 11_580 - sum)), String(Math.max(0, sum - 11_580))],
          );
        }
      }
      done(answer);
      states.push({ before, event: (await lastEvent()).id });
      server.now = new Date(server.now.getTime() + 60_000);
    }
    for (const { before, event } of states.reverse()) {
      done(await office.post(`/events/${event}/undo`, { reason: 'Nhầm' }));
      assert.deepEqual(standing(await of(money)), before);
      server.now = new Date(server.now.getTime() + 60_000);
    }
  });

  it('is written as a workbook', async () => {
    const [root] = (await of(money)).items;
    const answer = await officer.get(`/targets/${money}/allocations/${root.id}/export.xlsx`);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-disposition') ?? '', /phan-bo-2021-03-01\.xlsx/);
    assert.equal((await stranger.get(`/targets/${money}/allocations/${root.id}/export.xlsx`)).status, 404);
  });

  it('is outdated by an amendment, and balanced anew by a person', async () => {
    const version = (await of(money)).items[0].version;
    done(await put(money, { version, parts: [to(province.department, '6000'), to(province.office, '5580')] }));
    const documentId = await insertReadDocument(server.services, province.id, AMENDING);
    const review = (await office.get(`/documents/${documentId}/review`)).body;
    const items = review.items
      .filter((one: { kind: string }) => one.kind === 'target')
      .map(({ id, version: v }: { id: string; version: number }) => ({ id, version: v }));
    done(await office.post(`/documents/${documentId}/review/decide`, { items, decision: 'accepted' }));
    const preview = (await office.get(`/documents/${documentId}/publish`)).body;
    server.now = new Date('2021-07-20T03:00:00Z');
    office = await server.signIn('ha-tinh', 'office');
    const made = await office.post(`/documents/${documentId}/publish`, {
      planId,
      title: preview.title,
      yearFrom: 2021,
      yearTo: 2021,
      role: 'amendment',
      effectiveOn: preview.effectiveOn,
      accepted: preview.warnings.map((one: { code: string }) => one.code),
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const diff = (await office.get(`/diffs/${made.body.diffId}`)).body;
    const changes = diff.items.map(({ id, version: v }: { id: string; version: number }) => ({ id, version: v }));
    done(await office.post(`/diffs/${diff.id}/decide`, { items: changes, decision: 'applied' }));

    const tree = await of(money);
    const [root] = tree.items;
    assert.deepEqual(
      [tree.ordinal, tree.whole.value, root.targetOrdinal, root.outdated, root.divided],
      [2, '12738', 1, true, '11580'],
    );
    assert.equal(root.balance.words, 'Đã phân bổ 11.580/12.738 tỷ đồng, còn 1.158 tỷ đồng chưa phân bổ.');
    assert.deepEqual((await office.get(`/plans/${planId}/allocations`)).body.counts.outdated, 1);
    const proposal = done(await office.post(`/targets/${money}/allocations/${root.id}/rebalance`, {}));
    assert.deepEqual(
      proposal.parts.map((part: { before: string; value: string }) => [part.before, part.value]),
      [
        ['6000', '6600'],
        ['5580', '6138'],
      ],
    );
    assert.deepEqual([proposal.balanceBefore.state, proposal.balance.state], ['under', 'even']);
    assert.deepEqual(standing(await of(money)), standing(tree));
    const parts = proposal.parts.map(({ organisationId, value }: Part) => ({ organisationId, value }));
    refused(await put(money, { version: root.version, parts }), 409, 'conflict');
    const applied = done(await put(money, { version: root.version, targetOrdinal: 2, parts }));
    assert.deepEqual([applied.items[0].outdated, applied.items[0].balance.state], [false, 'even']);
    const [event] = (await office.get(`/events?subjectType=target&subjectId=${money}&limit=1`)).body.items;
    done(await office.post(`/events/${event.id}/undo`, { reason: 'Nhầm' }));
    assert.deepEqual(standing(await of(money)), standing(tree));
  });

  it('keeps a target that an amendment brought while it is divided', async () => {
    const found = (await office.get(`/plans/${planId}/targets`)).body.items.find((one: { name: string }) =>
      one.name.startsWith('Kim ngạch'),
    );
    const tree = done(await put(found.id, { parts: [to(province.department, '1200')] }));
    const [{ id: diffId }] = (await office.get(`/diffs?planId=${planId}`)).body.items;
    const reopen = async () => {
      const { items } = (await office.get(`/diffs/${diffId}`)).body;
      const { id, version } = items.find((one: { change: string }) => one.change === 'new');
      return office.post(`/diffs/${diffId}/decide`, { items: [{ id, version }], decision: 'open' });
    };
    refused(await reopen(), 409, 'changed-since');
    const [root] = tree.items;
    done(await office.delete(`/targets/${found.id}/allocations/${root.id}`, { version: root.version }));
    done(await reopen());
    assert.equal((await office.get(`/targets/${found.id}/allocations`)).status, 404);
  });
});

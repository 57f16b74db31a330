/** A plan goes out as an annex in Excel and comes in again; what is no annex is refused. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { insertReadDocument } from '#test/support/read-document.ts';
import { SAMPLES } from '#test/support/samples.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

interface Row {
  readonly id: string;
  readonly parentId?: string | null;
  readonly kind: string;
  readonly version: number;
}

describe('annexes in Excel', () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;

  before(async () => {
    server = await startTestServer();
    server.now = new Date('2021-03-05T02:00:00Z');
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
  });
  after(() => server.close());

  async function publish(id: string): Promise<string> {
    const { body } = await office.get(`/documents/${id}/review`);
    const items = body.items
      .filter((one: Row) => one.kind === 'target' || one.kind === 'task')
      .map(({ id, version }: Row) => ({ id, version }));
    await office.post(`/documents/${id}/review/decide`, { items, decision: 'accepted' });
    const preview = (await office.get(`/documents/${id}/publish`)).body;
    const made = await office.post(`/documents/${id}/publish`, {
      planId: null,
      title: preview.title,
      yearFrom: 2021,
      yearTo: 2021,
      role: 'base',
      effectiveOn: '2021-01-01',
      accepted: preview.warnings.map((one: { code: string }) => one.code),
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body.planId;
  }

  async function contentOf(planId: string) {
    const targets = (await office.get(`/plans/${planId}/targets`)).body.items;
    const tasks = (await office.get(`/plans/${planId}/tasks?limit=200`)).body.items;
    const nameOf = new Map<string | null, string>(
      targets.map((one: { id: string; name: string }) => [one.id, one.name]),
    );
    return {
      targets: targets.map((one: Record<string, unknown>) => ({
        name: one.name,
        measure: one.measure,
        comparator: one.comparator,
        value: one.value,
        valueMax: one.valueMax,
        unit: one.unit,
        year: one.year,
        whole: nameOf.get(one.parentId as string | null) ?? null,
        group: one.groupTitle,
        leads: one.leads,
        indicator: (one.indicator as { code: string } | null)?.code ?? null,
      })),
      tasks: tasks.map((one: Record<string, unknown>) => ({
        text: one.text,
        group: one.groupTitle,
        dueOn: one.dueOn,
        leads: one.leads,
        supports: one.supports,
        products: (one.products as { name: string }[]).map(({ name }) => name),
      })),
    };
  }

  async function exported(planId: string): Promise<Uint8Array> {
    const response = await fetch(`${server.address}/api/v1/plans/${planId}/export.xlsx`, {
      headers: { cookie: office.cookie },
    });
    assert.equal(response.status, 200);
    return new Uint8Array(await response.arrayBuffer());
  }

  const importFile = (bytes: Uint8Array, name = 'phu-luc.xlsx') =>
    office.post(`/documents/import-annex?fileName=${encodeURIComponent(name)}`, bytes);

  for (const name of ['000', '001', '004']) {
    it(`gives the same targets and tasks after a round trip (${name})`, async () => {
      const text = SAMPLES.find((one) => one.name === name)?.text as string;
      const first = await publish(await insertReadDocument(server.services, province.id, text));
      const made = await importFile(await exported(first), `phu-luc-${name}.xlsx`);
      assert.equal(made.status, 201, JSON.stringify(made.body));
      assert.deepEqual(made.body.faults, []);
      const second = await publish(made.body.documentId);
      assert.deepEqual(await contentOf(second), await contentOf(first));
    });
  }

  it('leads every target and task to its row, and tells of rows that it could not take', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Chỉ tiêu',
          rows: [
            ['PHỤ LỤC CHỈ TIÊU NĂM 2026'],
            ['STT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch năm 2026', 'Đơn vị chủ trì'],
            [1, 'Thu ngân sách nhà nước', 'tỷ đồng', 18500.5, 'Sở Tài chính'],
            [2, 'Tỷ lệ hộ nghèo', '%', 'phấn đấu giảm', null],
          ],
        },
      ],
    });
    const { body } = await importFile(bytes);
    assert.deepEqual([body.targets, body.tasks], [1, 0]);
    assert.deepEqual(
      body.faults.map(({ sheet, row }: { sheet: string; row: number }) => [sheet, row]),
      [['Chỉ tiêu', 4]],
    );
    const review = (await office.get(`/documents/${body.documentId}/review`)).body;
    const [item] = review.items;
    assert.equal(item.fields.decimal, '18500.5');
    assert.equal(item.fields.year, 2026);
    assert.match(item.quote, /^Thu ngân sách nhà nước\ttỷ đồng\t18500,5$/);
    const reread = await office.post(`/documents/${body.documentId}/read`, {});
    assert.deepEqual([reread.status, reread.body.code], [409, 'is-annex']);
    const again = await importFile(bytes);
    assert.deepEqual([again.body.already, again.body.documentId], [true, body.documentId]);
  });

  it('refuses what is no workbook, a bomb, a table of something else, and who may not', async () => {
    const code = async (bytes: Uint8Array) => (await importFile(bytes)).body.code;
    assert.equal(await code(new TextEncoder().encode('không phải Excel')), 'not-a-workbook');
    const bomb = zipSync({ '[Content_Types].xml': new Uint8Array(80 * 1024 * 1024) });
    assert.equal(await code(bomb), 'not-a-workbook');
    const declares = zipSync({
      '[Content_Types].xml': new TextEncoder().encode('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
    });
    assert.equal(await code(declares), 'not-a-workbook');
    const other = await writeXlsx({
      sheets: [
        {
          name: 'x',
          rows: [
            ['Họ tên', 'Ngày sinh'],
            ['A', 1],
          ],
        },
      ],
    });
    assert.equal(await code(other), 'no-table');
    const officer = await server.signIn('ha-tinh', 'officer');
    assert.equal((await officer.post('/documents/import-annex?fileName=a.xlsx', other)).status, 403);
  });
});

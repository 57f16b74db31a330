/**
 * Ids of one province asked for with sessions of another, on every route of the contract: whatever is guessed, nothing
 * comes out and nothing changes. Routes and tables that come later are tried by themselves.
 */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { sql } from 'kysely';
import type { z } from 'zod';
import { dateIn } from '#base/date.ts';
import type { RouteDefinition } from '#contract/route.ts';
import { routes } from '#contract/routes.ts';
import { insertReadDocument } from '#test/support/read-document.ts';
import { sampleBody } from '#test/support/sample-body.ts';
import { type Answer, type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

const ALL = Object.entries(routes) as [string, RouteDefinition][];
const MARK = 'Hồ Kẻ Gỗ riêng của tỉnh này';
const TEXT = `HỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH
Số: 01/NQ-HĐND
Hà Tĩnh, ngày 10 tháng 12 năm 2020
NGHỊ QUYẾT
Về kế hoạch phát triển kinh tế - xã hội năm 2021

II. MỤC TIÊU, CHỈ TIÊU NĂM 2021
- Tốc độ tăng trưởng GRDP đạt 7,5%.

III. NHIỆM VỤ
1. Sở Tài chính chủ trì xây dựng Đề án ${MARK}, trình Ủy ban nhân dân tỉnh trước ngày 30/6/2021.
`;

let server: TestServer;
let theirs: TestProvince;
const ours: Client[] = [];
/** One id of every table that has any, and all ids of the province. */
const samples = new Map<string, string>();
const everything = new Set<string>();

before(async () => {
  server = await startTestServer();
  theirs = await server.province('ha-tinh');
  await server.province('hung-yen');
  const office = await server.signIn('ha-tinh', 'office');
  const admin = await server.signIn('ha-tinh', 'admin');
  await admin.post('/tokens', { name: MARK, scopes: ['plan.read'], expiresOn: dateIn(server.now) });
  const id = await insertReadDocument(server.services, theirs.id, TEXT);
  const review = await office.get(`/documents/${id}/review`);
  const items = review.body.items.map((one: { id: string; version: number }) => ({ id: one.id, version: one.version }));
  await office.post(`/documents/${id}/review/decide`, { items, decision: 'accepted' });
  const preview = await office.get(`/documents/${id}/publish`);
  const { title } = preview.body;
  const published = await office.post(`/documents/${id}/publish`, {
    ...(sampleBody(routes['POST /documents/:id/publish'].body, id).body as object),
    planId: null,
    title: `${title} ${MARK}`,
    yearFrom: 2021,
    yearTo: 2021,
    effectiveOn: preview.body.effectiveOn,
  });
  assert.equal(published.status, 201, JSON.stringify(published.body).slice(0, 300));
  const { db } = server.services.database.scope(theirs.id);
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'id' and data_type = 'uuid'`.execute(db);
  for (const { name } of tables) {
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(name)} order by id limit 2000`.execute(db);
    if (rows[0]) samples.set(name, rows[0].id);
    for (const row of rows) everything.add(row.id);
  }
  for (const role of ['office', 'admin']) ours.push(await server.signIn('hung-yen', role));
});
after(() => server.close());

const chainOf = async (province: number) =>
  server.services.database.scope(province).db.selectFrom('event_chain').selectAll().executeTakeFirstOrThrow();

function tellsNothing(answer: Answer, sent: string, where: string): void {
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  assert.ok(!text.includes(MARK), `${where}: tells the mark`);
  for (const [id] of text.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}[0-9a-f]/g) as Iterable<[string]>)
    assert.ok(id === sent || !everything.has(id), `${where}: tells ${id}`);
}

it('has something of every kind to be guessed', () => {
  for (const table of [
    'document',
    'organisation',
    'person',
    'post',
    'post_holder',
    'session',
    'plan',
    'target',
    'task',
    'review_item',
    'event',
    'machine_token',
  ])
    assert.ok(samples.has(table), table);
});

it('refuses them in every path', async () => {
  const before = await chainOf(theirs.id);
  for (const [key, route] of ALL) {
    if (!route.params || route.gives === 'events') continue;
    const [method, path] = key.split(' ') as [string, string];
    for (const [table, id] of samples) {
      const body = method === 'GET' ? undefined : route.body ? sampleBody(route.body as z.ZodType, id).body : undefined;
      const at = path.replace(/:(\w+)/g, (_, name: string) => (/id$/i.test(name) ? id : '1'));
      for (const client of ours) {
        const answer = await client.send(method, at, route.takes === 'bytes' ? new Uint8Array(3) : body);
        const where = `${key} with an id of ${table}`;
        assert.ok(
          [403, 404, 409, 422].includes(answer.status),
          `${where}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`,
        );
        tellsNothing(answer, id, where);
      }
    }
  }
  assert.deepEqual(await chainOf(theirs.id), before, 'nothing was recorded there');
});

it('refuses them in every body, and finds nothing by them in every query', async () => {
  const before = await chainOf(theirs.id);
  for (const [key, route] of ALL) {
    const [method, path] = key.split(' ') as [string, string];
    if (route.params || route.gives === 'events' || route.access === 'public') continue;
    for (const [table, id] of samples) {
      const where = `${key} with an id of ${table}`;
      const query = route.query ? sampleBody(route.query, id) : { body: {}, ids: 0 };
      const sent = route.body ? sampleBody(route.body, id) : { body: undefined, ids: 0 };
      if (query.ids + sent.ids === 0) continue;
      const search = new URLSearchParams(query.body as Record<string, string>);
      for (const client of ours) {
        const answer = await client.send(method, `${path}?${search}`, method === 'GET' ? undefined : sent.body);
        if (sent.ids > 0) assert.ok(answer.status >= 400 && answer.status < 500, `${where}: ${answer.status}`);
        assert.ok(answer.status < 500, `${where}: ${answer.status}`);
        tellsNothing(answer, id, where);
      }
    }
  }
  assert.deepEqual(await chainOf(theirs.id), before, 'nothing was recorded there');
});

it('lists nothing of theirs', async () => {
  for (const [key, route] of ALL) {
    if (!key.startsWith('GET ') || route.params || route.gives === 'events' || route.access === 'public') continue;
    for (const client of ours) tellsNothing(await client.get(key.slice(4)), '', key);
  }
});

/** Review over HTTP: what the reviewer relies on. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ReviewItem } from '#contract/review.ts';
import { insertReadDocument, readAnew } from '#test/support/read-document.ts';
import { SAMPLES } from '#test/support/samples.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

describe('review', () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let second: Client;
  const text = SAMPLES.find(({ name }) => name === '004')?.text as string;

  before(async () => {
    server = await startTestServer();
    province = await server.province('gia-lai');
    office = await server.signIn('gia-lai', 'office');
    second = await server.signIn('gia-lai', 'office');
  });
  after(() => server.close());

  async function begin(): Promise<{ id: string; items: ReviewItem[] }> {
    const id = await insertReadDocument(server.services, province.id, text);
    const { body } = await office.get(`/documents/${id}/review`);
    return { id, items: body.items };
  }
  const ofKind = (items: ReviewItem[], kind: string) => items.filter((item) => item.kind === kind);

  it('shows every item with its quote, which stands in the text at its span', async () => {
    const { items } = await begin();
    assert.ok(ofKind(items, 'target').length > 10);
    assert.ok(ofKind(items, 'task').length > 10);
    for (const item of items) assert.equal(text.slice(item.span.start, item.span.end), item.quote);
  });

  it('keeps decisions, counts them, and takes them back', async () => {
    const { id, items } = await begin();
    const some = ofKind(items, 'target')
      .slice(0, 3)
      .map(({ id, version }) => ({ id, version }));
    const done = await office.post(`/documents/${id}/review/decide`, { items: some, decision: 'accepted' });
    assert.equal(done.status, 200);
    assert.equal(done.body.counts.accepted, 3);
    assert.equal(done.body.items[0].decidedBy.name, 'Người office');
    const undone = await office.post(`/documents/${id}/review/undo`);
    assert.equal(undone.body.counts.accepted, 0);
    assert.equal((await office.post(`/documents/${id}/review/undo`)).body.code, 'nothing-to-undo');
  });

  it('tells the second of two people who change the same item, and loses neither', async () => {
    const { id, items } = await begin();
    const [item] = ofKind(items, 'target') as [ReviewItem];
    const path = `/documents/${id}/review/items/${item.id}`;
    const first = await office.patch(path, { version: item.version, fields: { unit: 'tỷ đồng' } });
    assert.equal(first.status, 200);
    const late = await second.patch(path, { version: item.version, fields: { unit: 'triệu đồng' } });
    assert.equal(late.status, 409);
    assert.equal(late.body.current.items[0].fields.unit, 'tỷ đồng');
    const again = await second.patch(path, { version: late.body.current.items[0].version, fields: { year: 2022 } });
    assert.deepEqual([again.body.items[0].fields.unit, again.body.items[0].fields.year], ['tỷ đồng', 2022]);
  });

  it('refuses an edit that is no number, naming the field, and changes nothing', async () => {
    const { id, items } = await begin();
    const [item] = ofKind(items, 'target') as [ReviewItem];
    const wrong = await office.patch(`/documents/${id}/review/items/${item.id}`, {
      version: item.version,
      fields: { decimal: 'bảy' },
    });
    assert.equal(wrong.status, 422);
    assert.ok(wrong.body.fields.decimal);
    const now = await office.get(`/documents/${id}/review`);
    assert.equal(now.body.items.find((one: ReviewItem) => one.id === item.id).version, item.version);
  });

  it('merges, splits and adds, and undoes each exactly', async () => {
    const { id, items } = await begin();
    const tasks = ofKind(items, 'task');
    const before = await office.get(`/documents/${id}/review`);
    const pair = tasks.slice(0, 2).map(({ id, version }) => ({ id, version }));
    const merged = await office.post(`/documents/${id}/review/merge`, { items: pair });
    assert.equal(merged.status, 201);
    const whole = merged.body.items.find((one: ReviewItem) => one.origin === 'merged');
    assert.match(
      String(whole.fields.text),
      new RegExp(
        String(tasks[1]?.fields.text)
          .slice(0, 20)
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      ),
    );
    assert.equal((await office.post(`/documents/${id}/review/undo`)).status, 200);
    const third = tasks[2] as ReviewItem;
    const cut = third.span.start + Math.floor((third.span.end - third.span.start) / 2);
    const split = await office.post(`/documents/${id}/review/split`, {
      item: { id: third.id, version: third.version },
      at: [cut],
    });
    assert.equal(split.status, 201);
    assert.equal(split.body.items.filter((one: ReviewItem) => one.origin === 'split').length, 2);
    assert.equal((await office.post(`/documents/${id}/review/undo`)).status, 200);
    const state = (list: ReviewItem[]) =>
      list
        .filter((one) => one.retired === null)
        .map(({ id, fields, decision, position }) => ({ id, fields, decision, position }));
    const now = await office.get(`/documents/${id}/review`);
    assert.deepEqual(state(now.body.items), state(before.body.items));
  });

  it('reads a selection as what the reviewer wants to add', async () => {
    const { id } = await begin();
    const start = text.indexOf('GRDP');
    const line = { start: text.lastIndexOf('\n', start) + 1, end: text.indexOf('\n', start) };
    const suggested = await office.post(`/documents/${id}/review/suggest`, { kind: 'target', span: line });
    assert.equal(suggested.status, 200);
    assert.match(suggested.body.fields.decimal, /^\d/);
    const added = await office.post(`/documents/${id}/review/items`, {
      kind: 'target',
      span: line,
      fields: suggested.body.fields,
    });
    assert.equal(added.status, 201);
    assert.equal(added.body.items[0].decision, 'accepted');
  });

  it('keeps decisions when the document is read anew', async () => {
    const { id, items } = await begin();
    const [first, other] = ofKind(items, 'target') as [ReviewItem, ReviewItem];
    await office.patch(`/documents/${id}/review/items/${first.id}`, {
      version: first.version,
      fields: { unit: 'x' },
      accept: true,
    });
    await office.post(`/documents/${id}/review/decide`, {
      items: [{ id: other.id, version: other.version }],
      decision: 'rejected',
    });
    await readAnew(server.services, province.id, id, text);
    const now: ReviewItem[] = (await office.get(`/documents/${id}/review`)).body.items;
    assert.equal(now.length, items.length);
    assert.deepEqual(
      now
        .filter((one) => one.decision !== 'open')
        .map(({ id, decision }) => [id, decision])
        .sort(),
      [
        [first.id, 'accepted'],
        [other.id, 'rejected'],
      ].sort(),
    );
    assert.equal(now.find((one) => one.id === first.id)?.fields.unit, 'x');
  });

  it('is closed to those whose post has no part in it, and to other provinces', async () => {
    const { id } = await begin();
    const officer = await server.signIn('gia-lai', 'officer');
    assert.equal((await officer.get(`/documents/${id}/review`)).status, 403);
    await server.province('hung-yen');
    const stranger = await server.signIn('hung-yen', 'office');
    assert.equal((await stranger.get(`/documents/${id}/review`)).status, 404);
  });
});

/** Reading a document as a job that may be broken off, come twice, or come too late. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { readDocument } from './document-read.ts';

describe('the reading of a document', () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  before(async () => {
    // Nobody carries out jobs here but the test.
    server = await startTestServer({}, { jobs: false });
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
  });
  after(() => server.close());

  const read = (id: string, signal = new AbortController().signal) =>
    readDocument(server.services, province.id, id, signal);
  const count = async (table: 'reading' | 'document_text' | 'citation_link' | 'review_item', id: string) => {
    const { rows } = await server.services.database.pool.query(
      `select count(*) as count from ${table} where province_id = $1 and document_id = $2`,
      [province.id, id],
    );
    return rows[0].count as number;
  };

  it('leaves nothing behind when it is broken off, and is done when it comes again, once', async () => {
    const bytes = new Uint8Array(readFileSync('samples/003_d1ee38321d5e7781.txt'));
    const { id } = (await office.post('/documents?fileName=nq.txt', bytes)).body.document;
    const stop = new AbortController();
    const { hub } = server.services;
    const off = hub.listen(province.id, (topic, payload) => {
      // In the middle: the file is open, its text is being read.
      if (topic === 'document.progress' && (payload as { stage: string }).stage === 'read') stop.abort();
    });
    await assert.rejects(read(id, stop.signal));
    off();
    assert.equal((await office.get(`/documents/${id}`)).body.state, 'reading');
    for (const table of ['reading', 'document_text', 'citation_link', 'review_item'] as const) {
      assert.equal(await count(table, id), 0, table);
    }
    await read(id);
    assert.equal((await office.get(`/documents/${id}`)).body.state, 'read');
    const items = await count('review_item', id);
    assert.ok(items > 50);
    // The queue did not hear that it was done and sends it again.
    await read(id);
    assert.equal(await count('reading', id), 1);
    assert.equal(await count('review_item', id), items);
  });

  it('does nothing for a document that was deleted meanwhile', async () => {
    const { id, version } = (
      await office.post('/documents?fileName=a.txt', new TextEncoder().encode('KẾ HOẠCH\nNăm 2022\n'))
    ).body.document;
    await office.delete(`/documents/${id}`, { version });
    await read(id);
    assert.equal(await count('reading', id), 0);
  });
});

/** Search over HTTP, as people type. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Hit } from '#contract/search.ts';
import { uploadAndRead } from '#test/support/documents.ts';
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts';

const note = (title: string, text: string) => Buffer.from(`KẾ HOẠCH\n${title}\n\n${text}\n`);

describe('search', () => {
  let server: TestServer;
  let client: Client;
  const find = async (q: string, more = ''): Promise<Hit[]> => {
    const answer = await client.get(`/search?q=${encodeURIComponent(q)}${more}`);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body.groups[0]?.hits ?? [];
  };
  const names = async (q: string) => {
    const all = (await client.get('/documents?limit=50')).body.items;
    return (await find(q)).map((hit) => all.find((one: { id: string }) => one.id === hit.id).fileName);
  };
  before(async () => {
    server = await startTestServer();
    await server.province('ha-tinh');
    await server.province('hung-yen');
    client = await server.signIn('ha-tinh', 'office');
    const files: [string, Uint8Array][] = [
      ['nq01.txt', readFileSync('samples/001_60299214c0c166e3.txt')],
      ['hoa-binh.txt', note('Về việc hoà giải', 'Giữ gìn hoà bình ở cơ sở, phòng chống ma tuý.')],
      ['hoa-hoc.txt', note('Về hoá học', 'Quản lý hoá chất, mà chưa có kế hoạch năm 2022.')],
      [
        'quynh-luu.txt',
        note('Về thuỷ sản', 'Nuôi trồng thuỷ sản tại xã Quỳnh Lưu. Bãi Hòa thành lập tổ đội, làng nghề bình yên.'),
      ],
    ];
    for (const [name, bytes] of files) await uploadAndRead(server, client, name, bytes);
  });
  after(() => server.close());

  it('finds without tone marks, in both spellings, and marks what it found', async () => {
    for (const typed of ['hoà bình', 'hòa bình', 'HOA BINH', 'hoa bi']) {
      const hits = await find(typed);
      assert.ok(hits.length > 0, typed);
      const snippet = hits.find((hit) => /hoà bình/.test(hit.snippet?.text ?? ''))?.snippet;
      const marked = snippet?.marks.map(([start, end]) => snippet.text.slice(start, end)) ?? [];
      assert.ok(marked.includes('hoà bình'), `${typed}: ${marked}`);
    }
  });

  it('puts the very tones that were typed first', async () => {
    const found = await names('thủy sản');
    assert.equal(found[0], 'quynh-luu.txt');
    const tones = await names('ma túy');
    assert.equal(tones[0], 'hoa-binh.txt');
  });

  it('finds a phrase only where it stands as one', async () => {
    assert.deepEqual(await names('"hòa bình"'), ['hoa-binh.txt']);
    assert.ok((await names('hòa bình')).includes('quynh-luu.txt'));
  });

  it('finds a document by the beginning of its symbol, however it is typed', async () => {
    for (const typed of ['01-NQ/TU', '1-nq', '01 – NQ', '01-nq/t']) {
      assert.equal((await names(typed))[0], 'nq01.txt', typed);
    }
  });

  it('puts the header before the text', async () => {
    assert.equal((await names('hoá'))[0], 'hoa-hoc.txt');
  });

  it('takes anything that can be typed', async () => {
    for (const typed of ["'", "a' | b:*", '\\', '"', '!!!', '<-> & |', ':*', '%_', '😀', 'x'.repeat(300)]) {
      await find(typed);
    }
  });

  it('leaves out what was deleted and what belongs to another province', async () => {
    const [hit] = await find('hoá chất');
    const { version } = (await client.get(`/documents/${hit?.id}`)).body;
    await client.delete(`/documents/${hit?.id}`, { version });
    assert.ok(!(await names('hoá chất')).includes('hoa-hoc.txt'));
    assert.deepEqual(await names('"quản lý hoá chất"'), []);
    const stranger = await server.signIn('hung-yen', 'office');
    assert.deepEqual((await stranger.get('/search?q=ngân sách')).body.groups, []);
  });

  it('narrows the library by words', async () => {
    const found = (await client.get(`/documents?text=${encodeURIComponent('"quynh luu"')}`)).body.items;
    assert.deepEqual(
      found.map((one: { fileName: string }) => one.fileName),
      ['quynh-luu.txt'],
    );
  });
});

/** The library over HTTP: upload, reading, list, header, bytes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { readWhole, uploadAndRead } from '#test/support/documents.ts';
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts';
import { dispositionOf } from './document.ts';

const PARTY = readFileSync('samples/001_60299214c0c166e3.txt');

describe('the library', () => {
  let server: TestServer;
  let office: Client;
  let officer: Client;
  before(async () => {
    server = await startTestServer();
    await server.province('ha-tinh');
    await server.province('hung-yen');
    office = await server.signIn('ha-tinh', 'office');
    officer = await server.signIn('ha-tinh', 'officer');
  });
  after(() => server.close());

  it('takes a file, reads it, and shows its header, text and marks', async () => {
    const document = await uploadAndRead(server, office, 'Nghị quyết 01.txt', PARTY);
    assert.equal(document.state, 'read');
    assert.equal(document.symbol, '01-NQ/TU');
    assert.equal(document.issuedOn, '2020-11-26');
    assert.equal(document.planYear, 2021);
    assert.equal(document.reviewState, 'open');
    assert.equal(document.uploadedBy.name, 'Người office');
    const text = (await officer.get(`/documents/${document.id}/text`)).body;
    assert.equal(text.text, PARTY.toString('utf8'));
    assert.ok(text.counts.targets > 10);
    const target = text.marks.find((mark: { kind: string }) => mark.kind === 'target');
    assert.match(text.text.slice(target.start, target.end), /\d/);
    assert.ok(text.outline.length > 3);
  });

  it('keeps the same bytes once and names the document that has them', async () => {
    const again = await office.post('/documents?fileName=ban-sao.txt', new Uint8Array(PARTY));
    assert.equal(again.status, 200);
    assert.equal(again.body.already, true);
    assert.equal(again.body.document.fileName, 'Nghị quyết 01.txt');
  });

  it('gives the bytes back as a file that no browser shows', async () => {
    const [first] = (await officer.get('/documents')).body.items;
    const file = await readWhole(officer, `/documents/${first.id}/file`);
    assert.deepEqual(file.bytes, new Uint8Array(PARTY));
    assert.equal(file.headers.get('content-type'), 'application/octet-stream');
    assert.equal(file.headers.get('x-content-type-options'), 'nosniff');
    assert.match(
      file.headers.get('content-disposition') ?? '',
      /^attachment; filename="Nghi quyet 01.txt"; filename\*=UTF-8''Ngh%E1/,
    );
    const tag = file.headers.get('etag') as string;
    assert.equal((await officer.get(`/documents/${first.id}/file`, { 'if-none-match': tag })).status, 304);
  });

  it('lets only who has the right upload and edit', async () => {
    assert.equal((await officer.post('/documents?fileName=a.txt', new Uint8Array([65]))).status, 403);
    const [first] = (await officer.get('/documents')).body.items;
    const edit = await officer.patch(`/documents/${first.id}`, { version: first.version, title: 'Khác' });
    assert.equal(edit.status, 403);
  });

  it('shows nothing to another province', async () => {
    const [first] = (await officer.get('/documents')).body.items;
    const stranger = await server.signIn('hung-yen', 'office');
    assert.deepEqual((await stranger.get('/documents')).body.items, []);
    for (const path of ['', '/text', '/file']) {
      assert.equal((await stranger.get(`/documents/${first.id}${path}`)).status, 404);
    }
    assert.equal((await stranger.patch(`/documents/${first.id}`, { version: 1, title: 'x' })).status, 404);
  });

  it('refuses what is empty, what can’t be read, and says why', async () => {
    assert.equal((await office.post('/documents?fileName=a.txt', new Uint8Array(0))).body.code, 'empty-file');
    const broken = await uploadAndRead(server, office, 'a.pdf', Buffer.from('%PDF-1.7\nnothing'));
    assert.equal(broken.state, 'refused');
    assert.match(broken.refusal.vi, /^[A-ZĐ].*\.$/);
  });

  it('keeps nothing of a state secret but the name of its file', async () => {
    const secret = await uploadAndRead(
      server,
      office,
      'mật.txt',
      Buffer.from('UBND TỈNH HÀ TĨNH\nMẬT\nSố: 12/KH-UBND\nKẾ HOẠCH\nThu ngân sách 9.999 tỷ đồng.\n'),
    );
    assert.equal(secret.refusal.code, 'secret');
    assert.equal(secret.symbol, null);
    assert.equal((await office.get(`/documents/${secret.id}/text`)).status, 404);
    assert.equal((await office.get(`/documents/${secret.id}/file`)).body.code, 'nothing-kept');
    const { rows } = await server.services.database.pool.query(
      `select count(*) as blobs from blob b where not exists
         (select from document d where d.province_id = b.province_id and d.sha256 = b.sha256)`,
    );
    assert.equal(rows[0].blobs, 0);
  });

  it('keeps a header that a person put right when the document is read again', async () => {
    const [first] = (await office.get('/documents?year=2021')).body.items;
    const changed = await office.patch(`/documents/${first.id}`, {
      version: first.version,
      title: 'Nghị quyết về năm 2021',
    });
    assert.equal(changed.status, 200);
    assert.deepEqual(changed.body.corrected, ['title']);
    const late = await office.patch(`/documents/${first.id}`, { version: first.version, title: 'Khác' });
    assert.equal(late.status, 409);
    assert.equal(late.body.current.title, 'Nghị quyết về năm 2021');
    const again = await uploadAndRead(server, office, null, first.id);
    assert.equal(again.title, 'Nghị quyết về năm 2021');
    assert.equal(again.symbol, '01-NQ/TU');
  });

  it('takes a document out and puts it back', async () => {
    const [first] = (await office.get('/documents?year=2021')).body.items;
    const gone = await office.delete(`/documents/${first.id}`, { version: first.version });
    assert.equal(gone.status, 200);
    assert.deepEqual((await office.get('/documents?year=2021')).body.items, []);
    assert.equal((await office.get('/documents?deleted=true')).body.items[0].id, first.id);
    assert.equal((await office.post(`/documents/${first.id}/restore`, {})).status, 200);
    assert.equal((await office.get('/documents?year=2021')).body.items[0].id, first.id);
  });

  it('goes on page by page in each order without losing or repeating one', async () => {
    for (let i = 0; i < 4; i++) {
      await uploadAndRead(server, office, `${i}.txt`, Buffer.from(`KẾ HOẠCH\nNăm 2022, thu ngân sách ${i} tỷ đồng.\n`));
    }
    for (const sort of ['date', 'uploaded', 'symbol']) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = (await office.get(`/documents?limit=2&sort=${sort}${cursor && `&cursor=${cursor}`}`)).body;
        seen.push(...page.items.map((item: { id: string }) => item.id));
        cursor = page.nextCursor ?? '';
      } while (cursor);
      assert.equal(new Set(seen).size, seen.length, sort);
      assert.equal(seen.length, (await office.get('/documents/choices')).body.total, sort);
    }
    assert.equal((await office.get('/documents?cursor=bm8')).body.code, 'bad-cursor');
  });
});

describe('a file over the limit', () => {
  it('is refused while it comes', async () => {
    const server = await startTestServer({ uploadMegabytes: '3' });
    try {
      await server.province('ha-tinh');
      const office = await server.signIn('ha-tinh', 'office');
      const answer = await office.post('/documents?fileName=a.txt', new Uint8Array(3 * 1024 * 1024 + 1));
      assert.equal(answer.status, 413);
      assert.equal(answer.body.vi, 'Tệp lớn hơn 3 MB. Hãy tách nhỏ rồi tải lại.');
    } finally {
      await server.close();
    }
  });
});

describe('the name of a file', () => {
  it('can neither break the header nor leave its folder', () => {
    assert.equal(
      dispositionOf('a"b\r\nđ.txt'),
      `attachment; filename="a_bd.txt"; filename*=UTF-8''a%22b%0D%0A%C4%91.txt`,
    );
  });
});

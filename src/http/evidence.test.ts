/** Evidence over HTTP: who may add what, what is refused and why, what comes out again, what is taken back. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import pg from 'pg';
import { backup } from '#store/backup/backup.ts';
import { openArchive, restore } from '#store/backup/restore.ts';
import { dropDatabase, freshDatabase } from '#test/support/cluster.ts';
import { uploadAndRead } from '#test/support/documents.ts';
import { makeCompound, makeDocx, makeOverlappingZip, paragraph } from '#test/support/hostile.ts';
import { writePdf } from '#test/support/pdf-by-hand.ts';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Answer, type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { removeSecret } from '#usecase/document-store-reading.ts';
import { perform, systemActor } from '#usecase/usecase.ts';

const PDF = writePdf([[{ text: 'Bao cao ket qua', x: 72, y: 72 }]]);
const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), Buffer.alloc(40, 1)]);

let server: TestServer;
let province: TestProvince;
let office: Client;
let head: Client;
let officer: Client;
let task: string;
let other: string;

before(async () => {
  server = await startTestServer({ uploadMegabytes: '2' });
  server.now = new Date('2021-01-05T02:00:00Z');
  province = await server.province('ha-tinh');
  await server.province('hung-yen');
  office = await server.signIn('ha-tinh', 'office');
  head = await server.signIn('ha-tinh', 'agency-lead');
  officer = await server.signIn('ha-tinh', 'officer');
  [task, other] = (await publishPlan(server, province, office)).taskIds as [string, string];
  await office.post('/tasks/acts', { act: 'assign', ids: [task, other], leads: [province.department] });
  for (const id of [task, other]) await act(head, id, { act: 'accept' });
});
after(() => server.close());

async function act(who: Client, id: string, body: Record<string, unknown>): Promise<Answer> {
  const { version } = (await who.get(`/tasks/${id}`)).body.life;
  return who.post(`/tasks/${id}/acts`, { version, ...body });
}
const upload = (who: Client, fileName: string, bytes: Uint8Array, id = task) =>
  who.post(
    `/evidence/file?subjectType=task&subjectId=${id}&fileName=${encodeURIComponent(fileName)}`,
    new Uint8Array(bytes),
  );
const list = async (who: Client, id = task) => (await who.get(`/evidence?subjectType=task&subjectId=${id}`)).body;
const blobs = async () =>
  Number((await server.services.database.pool.query('select count(*) as n from blob')).rows[0].n);

describe('evidence', () => {
  it('is added by those who have a part in the task, and by nobody else', async () => {
    const made = await upload(officer, 'Báo cáo kết quả.pdf', PDF);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { evidence } = made.body;
    assert.deepEqual(
      [evidence.name, evidence.size, evidence.mediaType, evidence.person, evidence.organisation],
      ['Báo cáo kết quả.pdf', PDF.length, 'application/pdf', 'Người officer', 'Sở Tài chính'],
    );
    const leader = await server.signIn('ha-tinh', 'leader');
    assert.equal((await upload(leader, 'a.pdf', PDF)).body.code, 'not-yours');
    assert.deepEqual([(await list(leader)).mayAdd, (await list(leader)).items.length], [false, 1]);
    const supervisor = await server.signIn('ha-tinh', 'supervisor');
    assert.equal((await upload(supervisor, 'a.pdf', PDF)).status, 403);
    assert.equal((await list(supervisor)).items.length, 1);
    assert.equal((await list(head)).mayAdd, true);
    assert.equal((await office.get(`/tasks/${task}`)).body.life.evidence, 1);
  });

  it('is told, not kept, when the same file comes twice', async () => {
    const again = await upload(head, 'Tên khác.pdf', PDF);
    assert.deepEqual([again.status, again.body.already, again.body.evidence.name], [200, true, 'Báo cáo kết quả.pdf']);
    assert.equal((await upload(officer, 'Báo cáo.pdf', PDF, other)).status, 201, 'of another task it is evidence');
    assert.equal((await list(head)).items.length, 1);
  });

  it('may be a link, encrypted and without credentials', async () => {
    const link = (url: string, name = '') =>
      officer.post('/evidence/link', { subjectType: 'task', subjectId: task, url, name });
    const made = await link('https://hatinh.gov.vn/van-ban/12', 'Công báo \u202Etỉnh');
    assert.deepEqual(
      [made.status, made.body.evidence.url, made.body.evidence.name],
      [201, 'https://hatinh.gov.vn/van-ban/12', 'Công báo tỉnh'],
    );
    for (const bad of [
      'http://hatinh.gov.vn',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://a:b@hatinh.gov.vn',
      'https://localhost/x',
      'hatinh.gov.vn',
    ])
      assert.equal((await link(bad)).body.code, 'bad-link', bad);
    assert.equal((await link('https://hatinh.gov.vn/van-ban/12')).body.already, true);
  });

  it('may be a document of the library', async () => {
    const document = await uploadAndRead(server, office, 'Công văn.txt', Buffer.from('CÔNG VĂN\nVề việc rà soát.\n'));
    const body = { subjectType: 'task', subjectId: task, documentId: document.id };
    const made = await head.post('/evidence/document', body);
    assert.deepEqual([made.status, made.body.evidence.documentId], [201, document.id]);
    assert.equal((await head.post('/evidence/document', { ...body, documentId: task })).status, 404);
  });

  it('comes out as it went in, as a file that no browser shows', async () => {
    const [one] = (await list(officer)).items.filter((item: { kind: string }) => item.kind === 'file');
    const answer = await fetch(`${server.address}/api/v1/evidence/${one.id}/file`, {
      headers: { cookie: officer.cookie },
    });
    assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), new Uint8Array(PDF));
    const header = (name: string) => answer.headers.get(name);
    assert.match(
      header('content-disposition') ?? '',
      /^attachment; filename="Bao cao ket qua.pdf"; filename\*=UTF-8''/,
    );
    assert.equal(header('content-type'), 'application/octet-stream');
    assert.equal(header('x-content-type-options'), 'nosniff');
    assert.equal(header('content-security-policy'), "default-src 'none'; frame-ancestors 'none'; sandbox");
  });

  it('is taken away by who posted it or by who assigned the task, and put back', async () => {
    const [one] = (await list(officer)).items.filter((item: { kind: string }) => item.kind === 'file');
    assert.equal((await head.delete(`/evidence/${one.id}`)).body.code, 'not-yours');
    const gone = await officer.delete(`/evidence/${one.id}`);
    assert.notEqual(gone.body.removedAt, null);
    assert.equal((await officer.get(`/evidence/${one.id}/file`)).body.code, 'nothing-kept');
    assert.equal((await list(officer)).items.length, 3, 'it stays in the list as history');
    assert.equal((await office.get(`/tasks/${task}`)).body.life.evidence, 2);
    assert.equal((await officer.post(`/evidence/${one.id}/restore`)).body.removedAt, null);
    assert.equal((await office.delete(`/evidence/${one.id}`)).status, 200);
    const [event] = (await office.get('/events?kind=evidence.removed')).body.items;
    assert.equal(event.sentence.startsWith('Gỡ minh chứng “Báo cáo kết quả.pdf” của “'), true, event.sentence);
    assert.equal((await office.post(`/events/${event.id}/undo`, { reason: 'Gỡ nhầm' })).status, 200);
    assert.equal((await office.get(`/tasks/${task}`)).body.life.evidence, 3);
    const late = await office.post(`/events/${event.id}/undo`, { reason: 'Gỡ nhầm' });
    assert.equal(late.body.code, 'already-undone');
  });

  it('stays as it was when the task is reported and verified', async () => {
    assert.equal((await act(head, other, { act: 'report-done', text: 'Đã rà soát xong.' })).status, 200);
    const [only] = (await list(officer, other)).items;
    assert.equal((await officer.delete(`/evidence/${only.id}`)).body.code, 'last-evidence');
    assert.equal((await upload(officer, 'anh.png', PNG, other)).status, 201);
    assert.equal((await act(office, other, { act: 'verify' })).status, 200);
    assert.equal((await officer.delete(`/evidence/${only.id}`)).body.code, 'closed');
    assert.equal((await upload(officer, 'b.pdf', Buffer.concat([PDF, Buffer.from('\n')]), other)).body.code, 'closed');
  });
});

describe('acts on a task', () => {
  it('are undone from the log when nothing came after them', async () => {
    const undo = async (kind: string) => {
      const [event] = (await office.get(`/events?kind=${kind}`)).body.items;
      assert.equal(event.undoable, true);
      return office.post(`/events/${event.id}/undo`, { reason: 'Nhầm' });
    };
    assert.equal((await undo('task.reported')).body.code, 'undo-in-the-way');
    assert.equal((await undo('task.verified')).status, 200);
    assert.equal((await undo('task.reported')).status, 200);
    const { life, acts } = (await office.get(`/tasks/${other}`)).body;
    assert.equal(life.state, 'accepted');
    assert.deepEqual(
      acts.slice(0, 2).map((one: { act: string; undone: boolean }) => [one.act, one.undone]),
      [
        ['verify', true],
        ['report-done', true],
      ],
    );
    const [last] = (await office.get('/events?kind=task.undone')).body.items;
    assert.equal(last.reason, 'Nhầm');
    assert.equal((await act(office, other, { act: 'remind' })).status, 200);
    assert.equal((await office.get('/events?kind=task.reminded')).body.items[0].undoable, false);
  });
});

describe('an upload that means harm', () => {
  const types = (type: string) => ({ '[Content_Types].xml': `<Types><Override ContentType="${type}"/></Types>` });
  const docx = makeDocx(paragraph('Kết quả'));
  const cases: readonly (readonly [why: string, name: string, bytes: Uint8Array, says: RegExp])[] = [
    ['a program', 'cai-dat.exe', Buffer.from('MZ\0\0'), /^Không nhận tệp \.exe/],
    ['a program named as a document', 'bao-cao.pdf', Buffer.from('MZ\0\0\0\0'), /chương trình máy tính/],
    ['a page', 'a.html', Buffer.from('<html></html>'), /^Không nhận tệp \.html/],
    ['a page named as text', 'a.txt', Buffer.from('<!DOCTYPE html><script>1</script>'), /trang HTML/],
    ['a page behind words', 'a.csv', Buffer.from('a,b\n1,<script src=//x></script>\n'), /mã trang web/],
    ['a drawing named as text', 'a.txt', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /mã trang web/],
    ['a drawing', 'a.svg', Buffer.from('<svg/>'), /^Không nhận tệp \.svg/],
    ['a page with a PDF inside', 'a.pdf', Buffer.from('<html><script>1</script>\n%PDF-1.7\n'), /nội dung/],
    ['an archive', 'a.zip', zipSync({ 'a.txt': strToU8('a') }), /giải nén/],
    ['an archive named as a document', 'a.docx', zipSync({ 'a.txt': strToU8('a') }), /tệp nén ZIP/],
    ['an archive with a way out', 'a.docx', zipSync({ '../a': strToU8('a') }), /đường dẫn trỏ ra ngoài/],
    ['a zip bomb', 'a.docx', makeOverlappingZip(50, 1 << 20), /bị hỏng|bom nén/],
    ['a zip bomb in one part', 'a.docx', zipSync({ 'word/document.xml': new Uint8Array(1 << 25) }), /bom nén/],
    ['a document with macros by its name', 'a.docm', docx, /^Không nhận tệp \.docm/],
    ['a document with macros', 'a.docx', makeDocx('', { 'word/vbaProject.bin': 'x' }), /macro/],
    ['macros by the types', 'a.docx', makeDocx('', types('application/vnd.ms-word.document.macroEnabled')), /macro/],
    ['an old document with macros', 'a.doc', makeCompound(['WordDocument', 'Macros']), /macro/],
    ['a workbook named as a document', 'a.docx', makeWorkbook(), /\.xlsx/],
    ['nothing at all', 'a.pdf', new Uint8Array(0), /rỗng/],
    ['no ending', 'bao-cao', PDF, /không có đuôi/],
    ['an ending turned around', 'bao-cao\u202Efdp.exe', PDF, /\.exe/],
  ];

  it('is refused with a sentence that says why, and nothing is left', async () => {
    const before = await blobs();
    const count = (await list(officer)).items.length;
    for (const [why, name, bytes, says] of cases) {
      const { status, body } = await upload(officer, name, bytes);
      assert.equal(status, 422, `${why}: ${status} ${JSON.stringify(body)}`);
      assert.match(body.vi, says, why);
      assert.match(body.vi, /^[A-ZĐ].*\.$/, why);
    }
    assert.equal(await blobs(), before);
    assert.equal((await list(officer)).items.length, count);
  });

  it('is refused when the document is marked as a state secret', async () => {
    const before = await blobs();
    const head = ['ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH', 'MẬT', 'Số: 12/BC-UBND', 'BÁO CÁO'];
    const secrets = [
      ['mat.txt', Buffer.from(head.join('\n'))],
      ['mat.csv', Buffer.from(head.join('\n'))],
      ['mat.docx', makeDocx(head.map(paragraph).join(''))],
    ] as const;
    for (const [name, bytes] of secrets) assert.equal((await upload(officer, name, bytes)).body.code, 'secret', name);
    assert.equal(await blobs(), before);
  });

  it('has its name made harmless', async () => {
    const names = [
      ['..\\..\\windows\\a.csv', 'a.csv'],
      ['../../etc/b.csv', 'b.csv'],
      ['c\u202Evsc.txt', 'cvsc.txt'],
      ['x"\r\nSet-Cookie: a=b;.csv', 'x_Set-Cookie_ a=b;.csv'],
    ] as const;
    for (const [i, [given, kept]] of names.entries()) {
      const { body } = await upload(officer, given, Buffer.from(`a,b\n${i},2\n`));
      assert.equal(body.evidence?.name, kept, JSON.stringify(body));
      assert.equal((await officer.delete(`/evidence/${body.evidence.id}`)).status, 200);
    }
    assert.equal((await upload(officer, 'a\0.csv', Buffer.from('a,b'))).body.code, 'invalid');
  });

  it('of another province finds nothing', async () => {
    const stranger = await server.signIn('hung-yen', 'office');
    const [one] = (await list(officer)).items;
    assert.equal((await upload(stranger, 'a.pdf', PDF)).status, 404);
    assert.equal((await stranger.get(`/evidence?subjectType=task&subjectId=${task}`)).status, 404);
    for (const [method, path] of [
      ['GET', `/evidence/${one.id}/file`],
      ['DELETE', `/evidence/${one.id}`],
      ['POST', `/evidence/${one.id}/restore`],
    ] as const)
      assert.equal((await stranger.send(method, path, undefined)).status, 404, path);
    assert.equal((await upload(officer, 'a.pdf', PDF, province.department)).status, 404);
    const wrong = await officer.get(`/evidence?subjectType=person&subjectId=${province.people.officer}`);
    assert.equal(wrong.status, 422);
  });

  it('that is too large or cut off leaves nothing', async () => {
    const before = await blobs();
    const large = await upload(officer, 'a.txt', Buffer.alloc(2 * 1024 * 1024 + 1, 'a'));
    assert.deepEqual([large.status, large.body.code], [413, 'too-large']);
    const { hostname, port } = new URL(server.address);
    const path = `/api/v1/evidence/file?subjectType=task&subjectId=${task}&fileName=a.txt`;
    const ended = new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST ${path} HTTP/1.1\r\nhost: ${hostname}\r\ncookie: ${officer.cookie}\r\nx-bamsat-csrf: 1\r\n` +
            'content-type: application/octet-stream\r\ncontent-length: 1000000\r\n\r\n',
        );
        socket.write('a'.repeat(100_000), () => socket.destroy());
      });
      socket.on('close', () => resolve());
    });
    await ended;
    // Whoever comes next is served as before, and the half that came is nowhere.
    const { status, body } = await upload(officer, 'sau.txt', Buffer.from('Tệp sau'));
    assert.equal(status, 201);
    assert.equal(await blobs(), before + 1);
    await officer.delete(`/evidence/${body.evidence.id}`);
  });
});

function makeWorkbook(): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8('<workbook/>'),
  });
}

describe('the bytes of evidence', () => {
  const TEXT = Buffer.from('ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH\nBáo cáo chung của hai nơi\n');

  it('stay when a document of the library with the same bytes goes', async () => {
    const { evidence } = (await upload(officer, 'chung.txt', TEXT)).body;
    const document = await uploadAndRead(server, office, 'chung.txt', TEXT);
    await office.delete(`/documents/${document.id}`, { version: document.version });
    assert.equal((await officer.get(`/evidence/${evidence.id}/file`)).status, 200);
    await office.post(`/documents/${document.id}/restore`, {});
  });

  it('go when the library finds that they are a state secret', async () => {
    const { evidence } = (await upload(officer, 'chung.txt', TEXT)).body;
    const document = await uploadAndRead(server, office, 'chung.txt', TEXT);
    const before = await blobs();
    await server.services.database.pool.query("update document set state = 'reading' where id = $1", [document.id]);
    await perform(server.services, removeSecret, systemActor(province.id, []), { documentId: document.id });
    assert.equal(await blobs(), before - 1);
    assert.equal((await officer.get(`/evidence/${evidence.id}/file`)).body.code, 'nothing-kept');
    assert.equal((await officer.post(`/evidence/${evidence.id}/restore`)).body.code, 'nothing-kept');
  });

  it('are in a backup and come back from it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bamsat-evidence-'));
    const target = await freshDatabase();
    try {
      const at = { url: server.config.databaseUrl ?? '', file: join(folder, 'a.bamsat'), province: 'ha-tinh' };
      const made = await backup({ ...at, version: '0.1.0', secretKey: null, now: server.now });
      assert.ok(made.ok);
      const rows = made.value.tables.find(({ table }) => table === 'evidence')?.rows ?? 0;
      assert.ok(rows > 3);
      const archive = await openArchive(at.file);
      assert.ok(archive.ok);
      const client = new pg.Client({ connectionString: target });
      await client.connect();
      await client.query('drop schema public cascade; create schema public');
      const done = await restore(target, archive.value);
      assert.ok(done.ok, done.ok ? '' : done.error.en);
      await client.query("select set_config('bamsat.province', $1, false)", [String(province.id)]);
      const kept = await client.query(
        `select e.name, sum(length(c.bytes))::int as bytes, max(e.size)::int as size from evidence e
           join blob_chunk c on c.province_id = e.province_id and c.sha256 = e.sha256 group by e.id, e.name`,
      );
      assert.ok(kept.rows.some((row) => row.name === 'Báo cáo kết quả.pdf'));
      for (const row of kept.rows) assert.equal(row.bytes, row.size, row.name);
      await client.end();
    } finally {
      await dropDatabase(target);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { pagePicture } from '#document/open.ts';
import { ROOT } from '#test/support/files.ts';
import { findSchemaProblems } from '#test/support/json-schema.ts';
import { SAMPLE_TEXT } from '#test/support/reading-sample.ts';

const BIN = join(ROOT, 'bin', 'bamsat');
const folder = mkdtempSync(join(tmpdir(), 'bamsat-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const SAMPLES = readdirSync(join(ROOT, 'samples'))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => join('samples', name));

function bamsat(args: readonly string[], input?: string | Uint8Array) {
  const { status, stdout, stderr, signal } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, COLUMNS: '', NO_COLOR: '' },
    ...(input === undefined ? {} : { input }),
  });
  assert.equal(signal, null);
  return { code: status, out: stdout, err: stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const schema = JSON.parse(readFileSync(join(ROOT, 'docs', 'reading.schema.json'), 'utf8'));
const good = file('tốt.txt', SAMPLE_TEXT);

const xml = (body: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`);

/** A Word file of a few paragraphs. */
function makeDocx(first: string, parts: Record<string, Uint8Array> = {}, ...more: string[]): Uint8Array {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const paragraphs = [first, ...more].map((words) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`).join('');
  return zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': xml(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`,
    ),
    ...parts,
  });
}

/** A PDF with a line of text on each page. */
function makePdf(lines: readonly string[]): Buffer {
  const pages = lines.map((_, i) => 4 + 2 * i);
  const bodies = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.map((n) => `${n} 0 R`).join(' ')}]/Count ${lines.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...lines.flatMap((line, i) => {
      const drawn = `BT /F1 14 Tf 72 700 Td (${line}) Tj ET`;
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + 2 * i} 0 R>>`,
        `<</Length ${drawn.length}>>\nstream\n${drawn}\nendstream`,
      ];
    }),
  ];
  let out = '%PDF-1.4\n';
  const offsets = bodies.map((body, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return String(at).padStart(10, '0');
  });
  const start = out.length;
  out += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${at} 00000 n \n`).join('')}`;
  out += `trailer\n<</Size ${bodies.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

/** Refused in exactly one line, Vietnamese and English, without a trace. */
function checkOneLine(err: string, words: RegExp): void {
  assert.match(err, /^bamsat: [^\n]+ \/ [^\n]+\n$/);
  assert.match(err, words);
  assert.equal(/\bat .*:\d+:\d+/.test(err), false);
}

describe('bamsat', () => {
  it('helps in Vietnamese, with English below', () => {
    for (const args of [['--help'], ['read', '--help'], ['help', 'read']]) {
      const { code, out } = bamsat(args);
      assert.equal(code, 0);
      assert.ok(out.search(/đọc/) < out.search(/\b[Rr]ead(s)? (documents|a Vietnamese)/));
    }
  });

  it('says its version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    assert.deepEqual(bamsat(['--version']), { code: 0, out: `bamsat ${version}\n`, err: '' });
  });

  for (const [what, args, words] of [
    ['no command', [], /thiếu lệnh/],
    ['an unknown command', ['lam'], /không có lệnh/],
    ['no file', ['read'], /thiếu tệp/],
    ['an unknown option', ['read', good, '--nhanh'], /không có tùy chọn/],
    ['a missing value', ['read', good, '--format'], /thiếu giá trị/],
    ['an unknown format', ['read', good, '--format', 'pdf'], /không nhận/],
    ['pages that are none', ['read', good, '--pages', '5-1'], /--pages/],
    ['pictures without a folder', ['read', good, '--crops'], /--out/],
    ['several texts without a folder', ['read', good, good, '--text'], /--out/],
    ['a bad year', ['read', good, '--year', 'hai nghìn'], /--year/],
    ['several workbooks without a folder', ['read', good, good, '--format', 'xlsx'], /--out/],
    ['several AKN documents without a folder', ['read', good, good, '--format', 'akn'], /--out/],
  ] as const) {
    it(`refuses ${what} with exit code 2`, () => {
      const { code, out, err } = bamsat(args);
      assert.equal(code, 2);
      assert.equal(out, '');
      checkOneLine(err, words);
    });
  }

  const bad: readonly (readonly [string, string, RegExp])[] = [
    ['a path that is not there', join(folder, 'khong-co.txt'), /không có tệp này/],
    ['a folder', folder, /là thư mục/],
    ['a path through a file', join(good, 'x'), /không có tệp này/],
    ['an empty file', file('rong.txt', ''), /rỗng/],
    ['only spaces', file('trang.txt', ' \r\n\t\n'), /khoảng trắng/],
    ['NUL bytes', file('nhi-phan.txt', 'Nghị\0quyết'), /không/],
    ['half a PDF', file('a.pdf', '%PDF-1.4\n%âãÏÓ'), /hỏng|thiếu/],
    ['half a Word file', file('a.docx', makeDocx('Nghị quyết').subarray(0, 400)), /hỏng|thiếu/],
    ['a spreadsheet', file('b.xlsx', zipSync({ '[Content_Types].xml': xml(''), 'xl/workbook.xml': xml('') })), /Excel/],
    ['a name that says something else', file('c.pdf', makeDocx('Nghị quyết')), /đuôi \.pdf.*Word/],
    ['a program', file('d.exe', Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0', 'latin1')), /không|chương trình/],
  ];
  for (const [what, path, words] of bad) {
    it(`refuses ${what} in one line with exit code 1`, () => {
      const { code, out, err } = bamsat(['read', path]);
      assert.equal(code, 1);
      assert.equal(out, '');
      checkOneLine(err, words);
    });
  }

  it('refuses what it may not read', { skip: process.getuid?.() === 0 ? 'root may read everything' : false }, () => {
    const path = file('kin.txt', SAMPLE_TEXT);
    chmodSync(path, 0);
    const { code, err } = bamsat(['read', path]);
    assert.equal(code, 1);
    checkOneLine(err, /không có quyền/);
  });

  it('refuses what is too large, before reading it and from standard input', () => {
    const { code, err } = bamsat(['read', file('to.txt', 'a'.repeat(30_000)), '--max-mb', '0.02']);
    assert.equal(code, 1);
    checkOneLine(err, /lớn hơn 0,02 MB/);
    checkOneLine(bamsat(['read', '-', '--max-mb', '0.02'], 'a'.repeat(30_000)).err, /lớn hơn 0,02 MB/);
  });

  it('goes on after a file that it cannot read', () => {
    const { code, out, err } = bamsat(['read', join(folder, 'khong-co.txt'), good, '--format', 'json']);
    assert.equal(code, 1);
    checkOneLine(err, /không có tệp này/);
    assert.deepEqual(
      JSON.parse(out).map((reading: { file: string }) => reading.file),
      [good],
    );
  });
});

describe('bamsat read of files that are not plain text', () => {
  const WORDS = 'Các sở, ngành tiếp tục thực hiện Nghị quyết số 01-NQ/TU ngày 05/12/2020 của Tỉnh ủy.';

  it('reads a Word file like its text, from a name and from standard input', () => {
    const docx = makeDocx(WORDS);
    const named = JSON.parse(bamsat(['read', file('nq.docx', docx), '--json']).out);
    assert.deepEqual(findSchemaProblems(schema, named), []);
    assert.equal(named.source.format, 'docx');
    assert.equal(named.citations[0].symbol, '01-NQ/TU');
    const piped = JSON.parse(bamsat(['read', '-', '--json'], docx).out);
    assert.deepEqual({ ...piped, file: '' }, { ...named, file: '' });
    assert.match(bamsat(['read', file('nq.docx', docx)]).out, /01-NQ\/TU/);
  });

  it('says what a person should know about the file: in the table, or beside what cannot say it', () => {
    const macros = makeDocx(WORDS, { 'word/vbaProject.bin': Buffer.from('x') });
    const path = file('macro.docx', macros);
    const table = bamsat(['read', path]);
    assert.match(table.out, /LƯU Ý VỀ TỆP \(1\)/);
    assert.equal(table.err, '');
    const [warning] = JSON.parse(bamsat(['read', path, '--json']).out).source.warnings;
    assert.match(warning.message, /macro/i);
    const { code, out, err } = bamsat(['read', path, '--text']);
    assert.equal(code, 0);
    assert.match(out, /01-NQ/);
    assert.match(err, /^bamsat: .*macro\.docx: cảnh báo: [^\n]+ \/ [^\n]+\n$/);
  });

  it('reads the pages asked for of a PDF, and says where things stand on them', () => {
    const path = file('ba-trang.pdf', makePdf(['Trang so 11.', 'Trang so 22.', 'Trang so 33.']));
    const text = (...pages: string[]) => bamsat(['read', path, '--text', ...pages]).out.match(/\d\d/g);
    assert.deepEqual(text(), ['11', '22', '33']);
    assert.deepEqual(text('--pages', '2'), ['22']);
    assert.deepEqual(text('--pages', '1-2'), ['11', '22']);
    assert.deepEqual(text('--pages', '2-'), ['22', '33']);
    const json = JSON.parse(bamsat(['read', path, '--json', '--pages', '2-']).out);
    assert.deepEqual(findSchemaProblems(schema, json), []);
    assert.deepEqual(
      json.source.pages.map((page: { number: number; source: string }) => [page.number, page.source]),
      [
        [2, 'text'],
        [3, 'text'],
      ],
    );
    const places = [...json.unread, ...json.issues].flatMap((item) => item.places);
    for (const { page, box } of places) assert.ok(page >= 2 && Math.abs(box.x - 72) < 80 && box.y < 200);
    const beyond = bamsat(['read', path, '--pages', '9']);
    assert.equal(beyond.code, 1);
    checkOneLine(beyond.err, /không có trang 9/);
  });

  it('recognises the characters of a picture, unless told not to', async () => {
    const drawn = await pagePicture(makePdf(['Ke hoach 2025, 12.500 ty dong']), 'a.pdf', 1, { dpi: 200 });
    assert.ok(drawn.ok);
    const path = file('scan.png', drawn.value);
    const json = JSON.parse(bamsat(['read', path, '--json']).out);
    assert.deepEqual(findSchemaProblems(schema, json), []);
    assert.equal(json.source.format, 'image');
    assert.deepEqual([json.source.pages[0].source, json.source.pages[0].confidence > 0.5], ['ocr', true]);
    assert.match(bamsat(['read', path, '--text']).out, /12\.500/);
    const never = bamsat(['read', path, '--ocr', 'never']);
    assert.equal(never.code, 1);
    checkOneLine(never.err, /nhận dạng/);
  });

  it('keeps the limits that it is given', () => {
    const path = file('nhieu.pdf', makePdf(['Mot.', 'Hai.', 'Ba.']));
    const { code, err } = bamsat(['read', path, '--max-pages', '2']);
    assert.equal(code, 1);
    checkOneLine(err, /--max-pages/);
    const late = bamsat(['read', path, '--timeout', '0.001']);
    assert.equal(late.code, 1);
    checkOneLine(late.err, /--timeout/);
  });

  it('prints the text that positions count, for plain text byte for byte', () => {
    for (const text of [SAMPLE_TEXT, `\uFEFF${SAMPLE_TEXT.replaceAll('\n', '\r\n')}`, 'e\u0302\u0323 \ud83d\ude00']) {
      assert.equal(bamsat(['read', '-', '--text'], text).out, text);
    }
    const path = file('pos.docx', makeDocx(WORDS));
    const { out } = bamsat(['read', path, '--text']);
    for (const { span, quote } of JSON.parse(bamsat(['read', path, '--json']).out).citations) {
      assert.equal(out.slice(span.start, span.end), quote);
    }
    const folder = mkdtempSync(join(tmpdir(), 'bamsat-'));
    const written = bamsat(['read', good, path, '--text', '--out', folder]);
    assert.equal(written.out, `${join(folder, 'tốt.text.txt')}\n${join(folder, 'pos.text.txt')}\n`);
    assert.equal(readFileSync(join(folder, 'tốt.text.txt'), 'utf8'), SAMPLE_TEXT);
    rmSync(folder, { recursive: true });
  });

  it('never writes a result over the file itself', () => {
    const path = file('giữ.txt', SAMPLE_TEXT);
    const { code, err } = bamsat(['read', path, '--out', folder]);
    assert.equal(code, 1);
    checkOneLine(err, /ghi đè/);
    assert.equal(readFileSync(path, 'utf8'), SAMPLE_TEXT);
  });

  it('refuses the marked secret and prints nothing of it', () => {
    const { code, out, err } = bamsat([
      'read',
      file('mat.docx', makeDocx('TỈNH ỦY', {}, 'TUYỆT MẬT', 'Kế hoạch số 7')),
    ]);
    assert.equal(code, 1);
    assert.equal(out, '');
    checkOneLine(err, /dấu chỉ độ mật/);
    assert.equal(/Kế hoạch số 7/.test(err), false);
  });
});

describe('Ctrl-C', () => {
  /** Runs the command, interrupts it once `ready`, and gives what it left in its temporary folder. */
  async function interrupted(args: readonly string[], ready: (temporary: string, out: string) => boolean) {
    const temporary = mkdtempSync(join(folder, 'tmp-'));
    const env = { ...process.env, TMPDIR: temporary };
    const child = spawn(process.execPath, [BIN, ...args], { cwd: ROOT, env, stdio: ['pipe', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (data) => {
      err += String(data);
    });
    let out = '';
    child.stdout.on('data', (data) => {
      out += String(data);
    });
    const closed = new Promise<[number | null, string | null]>((resolve) => {
      child.on('close', (...ended) => resolve(ended));
    });
    while (!ready(temporary, out) && child.exitCode === null) await setTimeout(20);
    child.kill('SIGINT');
    const [code, signal] = await closed;
    return { code, signal, err, left: readdirSync(temporary) };
  }

  it('ends the reading of a file with code 130, and leaves nothing behind', async () => {
    const path = file('dài.pdf', makePdf(Array.from({ length: 60 }, (_, i) => `Trang so ${i}.`)));
    const started = (temporary: string) => readdirSync(temporary).length > 0;
    const { code, signal, err, left } = await interrupted(['read', path, '--ocr', 'always'], started);
    assert.deepEqual([code, signal, left], [130, null, []]);
    checkOneLine(err, /đã dừng/);
  });

  it('ends the waiting for standard input', async () => {
    // The table of the first file says that the second is waited for.
    const { code, left } = await interrupted(['read', good, '-'], (_, out) => out.includes('NGHỊ QUYẾT'));
    assert.deepEqual([code, left], [130, []]);
  });
});

describe('bamsat read', () => {
  it('prints one object for one file and an array for several, by the published schema', () => {
    const one = JSON.parse(bamsat(['read', SAMPLES[0] as string, '--json']).out);
    assert.deepEqual(findSchemaProblems(schema, one), []);
    const all = JSON.parse(bamsat(['read', ...SAMPLES, '--format', 'json']).out);
    assert.equal(all.length, 5);
    assert.deepEqual(findSchemaProblems(schema, all), []);
    assert.deepEqual(all[0], one);
  });

  it('reads standard input like a file', () => {
    const piped = JSON.parse(bamsat(['read', '-', '--format', 'json'], SAMPLE_TEXT).out);
    const named = JSON.parse(bamsat(['read', good, '--format', 'json']).out);
    assert.equal(piped.file, '-');
    assert.deepEqual({ ...piped, file: good }, named);
  });

  it('counts a byte order mark in its offsets, as the file has it', () => {
    const text = `\uFEFF${SAMPLE_TEXT}`;
    const reading = JSON.parse(bamsat(['read', file('bom.txt', text), '--json']).out);
    for (const m of reading.targets) assert.equal(text.slice(m.valueSpan.start, m.valueSpan.end), m.value);
    const wide = bamsat(['read', file('utf16.txt', Buffer.from(text, 'utf16le')), '--json']);
    assert.deepEqual({ ...JSON.parse(wide.out), file: '' }, { ...reading, file: '' });
  });

  it('takes the year of the caller', () => {
    assert.equal(JSON.parse(bamsat(['read', good, '--json', '--year', '2033']).out).document.planYear, 2033);
  });

  it('prints tables without colours and no wider than asked', () => {
    const { code, out, err } = bamsat(['read', ...SAMPLES]);
    assert.equal(code, 0);
    assert.equal(err, '');
    assert.equal(out.includes('\u001b'), false);
    assert.equal(out.match(/^━+$/gm)?.length, 10);
  });

  it('writes files whole, over old ones, in every format', () => {
    const out = join(folder, 'kết quả', 'con');
    for (const format of ['table', 'json', 'xlsx', 'akn', 'md', 'text']) {
      const first = bamsat(['read', good, '--format', format, '--out', out]);
      assert.deepEqual({ code: first.code, err: first.err }, { code: 0, err: '' });
      const path = join(out, `tốt.${format === 'table' ? 'txt' : format === 'text' ? 'text.txt' : format}`);
      assert.equal(first.out, `${path}\n`);
      const before = readFileSync(path);
      writeFileSync(path, 'cũ');
      bamsat(['read', good, '--format', format, '--out', out]);
      assert.deepEqual(readFileSync(path), before);
    }
    assert.deepEqual(
      readdirSync(out).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('says when it cannot write', () => {
    const { code, err } = bamsat(['read', good, '--format', 'md', '--out', good]);
    assert.equal(code, 1);
    checkOneLine(err, /đã có một tệp|không có tệp/);
    mkdirSync(join(folder, 'x', 'tốt.md'), { recursive: true });
    const second = bamsat(['read', good, '--format', 'md', '--out', join(folder, 'x')]);
    assert.equal(second.code, 1);
    assert.deepEqual(readdirSync(join(folder, 'x')), ['tốt.md']);
  });

  it('says when standard output is full', { skip: existsSync('/dev/full') ? false : 'no /dev/full here' }, () => {
    const full = openSync('/dev/full', 'w');
    const done = spawnSync(process.execPath, [BIN, 'read', good], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    assert.equal(done.status, 1);
    checkOneLine(done.stderr, /hết chỗ/);
  });

  it('writes a workbook to a pipe', () => {
    const { status, stdout } = spawnSync(process.execPath, [BIN, 'read', good, '--format', 'xlsx'], { cwd: ROOT });
    assert.equal(status, 0);
    assert.equal(stdout.subarray(0, 2).toString(), 'PK');
  });

  it('ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [BIN, 'read', ...SAMPLES, ...SAMPLES, ...SAMPLES, '--unread'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (data) => {
      err += String(data);
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
      child.on('close', (...ended) => resolve(ended));
    });
    assert.deepEqual([code, signal, err], [0, null, '']);
  });
});

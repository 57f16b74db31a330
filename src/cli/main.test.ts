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
import { ROOT } from '#test/support/files.ts';
import { findSchemaProblems } from '#test/support/json-schema.ts';
import { SAMPLE_TEXT } from '#test/support/reading-sample.ts';

const BIN = join(ROOT, 'bin', 'bamsat');
const folder = mkdtempSync(join(tmpdir(), 'bamsat-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const SAMPLES = readdirSync(join(ROOT, 'samples'))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => join('samples', name));

function bamsat(args: readonly string[], input?: string | Buffer) {
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

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const good = file('tốt.txt', SAMPLE_TEXT);

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
    ['NUL bytes', file('nhi-phan.txt', 'Nghị\0quyết'), /nhị phân/],
    ['a PDF', file('a.pdf', '%PDF-1.4\n%âãÏÓ'), /PDF/],
    ['a Word file', file('a.docx', Buffer.from('PK\x03\x04 word/document.xml', 'latin1')), /Word/],
    ['an old encoding', file('tcvn3.txt', Buffer.from('Ngh\xde quy\xd5t', 'latin1')), /UTF-8/],
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

describe('bamsat read', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'docs', 'reading.schema.json'), 'utf8'));

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
    for (const format of ['table', 'json', 'xlsx', 'akn', 'md']) {
      const first = bamsat(['read', good, '--format', format, '--out', out]);
      assert.deepEqual({ code: first.code, err: first.err }, { code: 0, err: '' });
      const path = join(out, `tốt.${format === 'table' ? 'txt' : format}`);
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

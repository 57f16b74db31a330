import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { USUAL_LIMITS } from '#document/model.ts';
import { type ReadOrder, readArguments } from './arguments.ts';

function order(...args: string[]): ReadOrder {
  const result = readArguments(args);
  assert.ok(result.ok && result.value.kind === 'read', JSON.stringify(result));
  return result.value;
}

function wrong(...args: string[]): string {
  const result = readArguments(args);
  assert.ok(!result.ok, JSON.stringify(result));
  return result.error.vi;
}

describe('the arguments', () => {
  it('name files and options in any order', () => {
    assert.deepEqual(order('read', 'a.txt', '--format', 'xlsx', '--out=out', 'b.txt', '--unread', '--year', '2021'), {
      kind: 'read',
      files: ['a.txt', 'b.txt'],
      format: 'xlsx',
      out: 'out',
      unread: true,
      year: 2021,
      pages: null,
      ocr: 'auto',
      crops: false,
      limits: USUAL_LIMITS,
    });
  });

  it('know short forms, standard input and the end of options', () => {
    assert.deepEqual(order('read', '-f', 'md', '-').files, ['-']);
    assert.equal(order('read', '--json', 'a').format, 'json');
    assert.deepEqual(order('read', '--', '--odd.txt').files, ['--odd.txt']);
    assert.equal(order('read', '--text', 'a').format, 'text');
  });

  it('choose pages: one, a range, or on to the end', () => {
    assert.deepEqual(order('read', 'a', '--pages', '3').pages, { from: 3, to: 3 });
    assert.deepEqual(order('read', 'a', '--pages=1-5').pages, { from: 1, to: 5 });
    const open = order('read', 'a', '--pages', '7-').pages;
    assert.ok(open?.from === 7 && open.to > 1e6 && Number.isSafeInteger(open.to));
  });

  it('choose how to recognise, and what one file may cost', () => {
    assert.equal(order('read', 'a', '--ocr', 'never').ocr, 'never');
    const costs = ['--max-mb', '0.5', '--max-pages', '20', '--max-memory', '900', '--timeout', '2.5'];
    assert.deepEqual(order('read', 'a', ...costs).limits, { bytes: 524_288, pages: 20, megabytes: 900, seconds: 2.5 });
    assert.equal(order('read', 'a', '--crops', '-o', 'out').crops, true);
  });

  it('ask for help and the version', () => {
    assert.deepEqual(readArguments(['--help']), { ok: true, value: { kind: 'help', topic: 'all' } });
    assert.deepEqual(readArguments(['read', 'a', '--help']), { ok: true, value: { kind: 'help', topic: 'read' } });
    assert.deepEqual(readArguments(['--version']), { ok: true, value: { kind: 'version' } });
  });

  it('are refused in words that say what is wrong', () => {
    assert.match(wrong(), /thiếu lệnh/);
    assert.match(wrong('doc'), /không có lệnh “doc”/);
    assert.match(wrong('read'), /thiếu tệp/);
    assert.match(wrong('read', 'a', '--fast'), /không có tùy chọn “--fast”/);
    assert.match(wrong('read', 'a', '-x'), /không có tùy chọn “-x”/);
    assert.match(wrong('read', 'a', '--unread=1'), /không có tùy chọn/);
    assert.match(wrong('read', 'a', '--format'), /--format thiếu giá trị/);
    assert.match(wrong('read', 'a', '--out', '--unread'), /--out thiếu giá trị/);
    assert.match(wrong('read', 'a', '--out='), /--out thiếu giá trị/);
    assert.match(wrong('read', 'a', '--format', 'pdf'), /không nhận “pdf”/);
    for (const year of ['21', '20210', 'nay', '-2021', '1066'])
      assert.match(wrong('read', 'a', `--year=${year}`), /--year/);
    for (const size of ['0', '-1', 'lớn', '1e9']) assert.match(wrong('read', 'a', `--max-mb=${size}`), /--max-mb/);
    for (const name of ['--max-pages', '--max-memory', '--timeout'])
      for (const value of ['0', '-1', 'nhiều', '1e9', '1000000'])
        assert.match(wrong('read', 'a', `${name}=${value}`), new RegExp(name));
    for (const pages of ['0', '0-3', '5-1', '-3', '1-2-3', '1,3', 'đầu', '1e3', '-'])
      assert.match(wrong('read', 'a', `--pages=${pages}`), /--pages nhận/);
    assert.match(wrong('read', 'a', '--ocr', 'có'), /--ocr nhận auto, always hoặc never/);
    assert.match(wrong('read', 'a', '--crops'), /--crops cần --out/);
    assert.match(wrong('read', 'a', '--json', '--text'), /một dạng/);
    assert.match(wrong('read', 'a', '--format=md', '--text'), /một dạng/);
    assert.match(wrong('read', '-', '-'), /một lần/);
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.array(fc.string()), (args) => void readArguments(['read', ...args])));
  });
});

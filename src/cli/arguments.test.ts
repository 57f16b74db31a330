import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
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
      mostBytes: 50 * 1024 * 1024,
    });
  });

  it('know short forms, standard input and the end of options', () => {
    assert.deepEqual(order('read', '-f', 'md', '-').files, ['-']);
    assert.equal(order('read', '--json', 'a').format, 'json');
    assert.deepEqual(order('read', '--', '--odd.txt').files, ['--odd.txt']);
    assert.equal(order('read', 'a', '--max-mb', '0.5').mostBytes, 512 * 1024);
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
    assert.match(wrong('read', '-', '-'), /một lần/);
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.array(fc.string()), (args) => void readArguments(['read', ...args])));
  });
});

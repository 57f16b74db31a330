/** The arguments of the commands for the server and its data. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArguments } from './arguments.ts';

const order = (line: string) => {
  const read = readArguments(line.split(' '));
  return read.ok ? read.value : read.error.vi;
};

describe('commands for the server', () => {
  it('are read with their options, written either way', () => {
    assert.deepEqual(order('serve --config a.json'), { kind: 'serve', config: 'a.json' });
    assert.deepEqual(order('migrate --list'), { kind: 'migrate', config: null, list: true });
    assert.deepEqual(order('backup a.bamsat --province=ha-tinh'), {
      kind: 'backup',
      config: null,
      file: 'a.bamsat',
      province: 'ha-tinh',
    });
    assert.deepEqual(order('restore --check a.bamsat'), {
      kind: 'restore',
      config: null,
      file: 'a.bamsat',
      check: true,
    });
    assert.deepEqual(order('export plan --province ha-tinh --format json'), {
      kind: 'export',
      config: null,
      what: 'plan',
      province: 'ha-tinh',
      plan: null,
      format: 'json',
      out: null,
    });
    assert.deepEqual(order('user unlock an --province ha-tinh'), {
      kind: 'user',
      config: null,
      action: 'unlock',
      login: 'an',
      province: 'ha-tinh',
      name: null,
      role: null,
      email: null,
    });
  });

  it('are explained when asked', () => {
    for (const line of ['serve --help', 'help backup', 'user -h'])
      assert.deepEqual(order(line), { kind: 'help', topic: 'server' }, line);
  });

  it('are refused with the way they are called', () => {
    for (const line of [
      'backup',
      'backup a b',
      'restore',
      'user',
      'user add --province ha-tinh',
      'user list an --province ha-tinh',
      'user frobnicate an --province ha-tinh',
      'user reset an',
      'import document --province ha-tinh',
      'import document a.txt',
      'export plan',
      'export plan --province ha-tinh --format pdf',
      'serve now',
    ])
      assert.match(String(order(line)), /^cách dùng: bamsat /, line);
    assert.match(String(order('serve --port 1')), /không có tùy chọn “--port”/);
    assert.match(String(order('backup a --province')), /--province thiếu giá trị/);
    assert.match(String(order('backup a --province --config')), /--province thiếu giá trị/);
  });
});

/** Settings: where they come from, and that every mistake stops with one line that names the setting and shows no value. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { type ConfigSources, readConfig, SETTINGS } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'bamsat-config-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string): string {
  const path = join(folder, 'config.json');
  writeFileSync(path, content);
  return path;
}

function refused(sources: Partial<ConfigSources>): string {
  const read = readConfig({ env: {}, file: null, ...sources });
  assert.equal(read.ok, false);
  const { vi, en } = read.ok ? { vi: '', en: '' } : read.error;
  assert.doesNotMatch(vi + en, /\n/);
  return `${vi} / ${en}`;
}

describe('settings', () => {
  it('have defaults that are right themselves', () => {
    const read = readConfig({ env: {}, file: null });
    assert.ok(read.ok);
    assert.equal(read.value.host, '127.0.0.1');
    assert.equal(read.value.publicUrl, 'http://127.0.0.1:8080');
    assert.equal(read.value.databaseUrl, null);
    assert.equal(read.value.data, resolve('data'));
  });

  it('come from the command line before variables before the file', () => {
    const sources = { file: file('{ "port": 1, "idleMinutes": 7, "trustProxy": true }') };
    const env = { BAMSAT_PORT: '2', BAMSAT_LOG_LEVEL: 'warn', PATH: '/bin' };
    const read = readConfig({ ...sources, env, given: { logLevel: 'error' } });
    assert.ok(read.ok);
    const { port, idleMinutes, trustProxy, logLevel } = read.value;
    assert.deepEqual(
      { port, idleMinutes, trustProxy, logLevel },
      { port: 2, idleMinutes: 7, trustProxy: true, logLevel: 'error' },
    );
  });

  it('say the address as people type it', () => {
    const at = (env: Record<string, string>) => {
      const read = readConfig({ env, file: null });
      return read.ok ? read.value.publicUrl : read.error.en;
    };
    assert.equal(at({ BAMSAT_PUBLIC_URL: 'https://bamsat.example.vn/' }), 'https://bamsat.example.vn');
    assert.equal(at({ BAMSAT_HOST: '0.0.0.0', BAMSAT_PORT: '9000' }), 'http://127.0.0.1:9000');
    assert.equal(at({ BAMSAT_HOST: '::1' }), 'http://[::1]:8080');
  });

  it('are refused by name, whatever kind they are of', () => {
    const wrong: Record<string, readonly string[]> = {
      text: ['', '  '],
      path: [''],
      integer: ['', '-1', '1.5', 'abc', '99999999999', '0x10', '1e3'],
      'yes-no': ['maybe', '2'],
      level: ['loud', ''],
      url: ['bamsat', 'ftp://a.b', 'javascript:alert(1)'],
      database: ['mysql://a', 'localhost', 'secret-word'],
      mail: ['http://a', 'secret-word'],
    };
    for (const setting of SETTINGS) {
      for (const value of wrong[setting.kind] ?? []) {
        const line = refused({ env: { [setting.variable]: value } });
        assert.ok(line.startsWith(`${setting.variable}: `), `${setting.variable}=${value}: ${line}`);
        if (value.length > 3) assert.ok(!line.includes(value), `${setting.variable} shows its value`);
      }
    }
  });

  it('that nobody knows are refused too, in variables and in the file', () => {
    assert.match(refused({ env: { BAMSAT_PROT: '1' } }), /BAMSAT_PROT/);
    assert.match(refused({ file: file('{ "prot": 1 }') }), /“prot”/);
    assert.match(refused({ file: file('[]') }), /JSON/);
    assert.match(refused({ file: file('{') }), /config\.json/);
    assert.match(refused({ file: join(folder, 'none.json') }), /none\.json/);
  });
});

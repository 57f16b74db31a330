/** What a reader could do when a file has got hold of it. The name of the file says what; run by tests in place of the real one. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fileRefusal } from '#document/model.ts';
import { serve } from '#document/worker/serve.ts';

const attempt = (what: () => unknown): string => {
  try {
    what();
    return 'done';
  } catch {
    return 'refused';
  }
};

const DEEDS: Record<string, () => unknown> = {
  hang() {
    writeFileSync('litter.txt', 'x');
    for (;;);
  },
  async 'hang-in-a-thread'() {
    new Worker('for (;;);', { eval: true });
    await new Promise(() => {});
  },
  abort() {
    writeFileSync('litter.txt', 'x');
    process.abort();
  },
  leave() {
    process.exit(3);
  },
  throw() {
    throw new Error(`at ${process.cwd()}: a mistake`);
  },
  'fill-native-memory'() {
    const held: Buffer[] = [];
    for (;;) held.push(Buffer.alloc(16 * 1024 * 1024, 1));
  },
  'fill-the-heap'() {
    const held: unknown[] = [];
    for (;;) held.push(new Array(1000).fill(held.length));
  },
  'ask-for-too-much'() {
    return new Uint8Array(Number.MAX_SAFE_INTEGER);
  },
  litter() {
    writeFileSync(join(process.env.TMPDIR as string, 'page.png'), 'x');
    return 'done';
  },
  escape() {
    const deeds = [
      () => readFileSync('/etc/passwd'),
      () => readdirSync('/'),
      () => writeFileSync('/tmp/escaped', 'x'),
      () => spawnSync('ls').error === undefined || fail(),
      () => createConnection(9, '127.0.0.1'),
      () => Object.keys(process.env).some((name) => name.startsWith('BAMSAT_SECRET')) || fail(),
    ];
    return deeds.map(attempt).join(' ');
  },
};

function fail(): never {
  throw new Error('refused');
}

serve(async ({ name }) => {
  const done = await DEEDS[name]?.();
  return { ok: false, error: fileRefusal('damaged', `kết quả: ${done}`, `outcome: ${done}`) };
});

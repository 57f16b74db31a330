/** Whatever happens to the process that opens a file, the one that asked gets a sentence, and nothing is left. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { FileRefusal, OpenOptions } from '#document/model.ts';
import { createOpener, type Opener, open } from '#document/open.ts';
import { checkSentences, type Ground, takeGround } from '#test/support/opening.ts';

const BYTES = new TextEncoder().encode('Nghị quyết');
const ENTRY = new URL('./support/misbehaving-worker.ts', import.meta.url);
const SMALL = { megabytes: 200 };

let ground: Ground;
let opener: Opener;
before(() => {
  ground = takeGround();
});
after(() => ground.leave());

async function refusalOf(deed: string, options: OpenOptions = {}): Promise<FileRefusal> {
  const opened = await opener.open(BYTES, deed, options);
  assert.ok(!opened.ok);
  checkSentences(opened.error);
  return opened.error;
}

describe('a process that opens a file', () => {
  before(() => {
    opener = createOpener({ entry: ENTRY, limits: SMALL });
  });
  afterEach(() => ground.checkClean('idle'));
  after(async () => {
    await opener.close();
    ground.checkClean('none');
  });

  it('that hangs is stopped at the limit of time', async () => {
    assert.equal((await refusalOf('hang', { limits: { ...SMALL, seconds: 1 } })).code, 'too-long');
    assert.equal((await refusalOf('hang-in-a-thread', { limits: { ...SMALL, seconds: 1 } })).code, 'too-long');
  });

  it('that takes more memory than it may is stopped', async () => {
    assert.equal((await refusalOf('fill-native-memory')).code, 'too-much-memory');
    assert.equal((await refusalOf('fill-the-heap')).code, 'too-much-memory');
    assert.equal((await refusalOf('ask-for-too-much')).code, 'too-much-memory');
    assert.match((await refusalOf('fill-native-memory')).vi, /quá 200 MB bộ nhớ/);
  });

  it('that crashes is told, without a trace of where', async () => {
    for (const deed of ['abort', 'leave', 'throw']) {
      assert.equal((await refusalOf(deed)).code, 'crashed', deed);
    }
  });

  it('is stopped when the caller says so, before and meanwhile', async () => {
    const controller = new AbortController();
    const refusal = refusalOf('hang', { signal: controller.signal });
    await wait(300);
    controller.abort();
    assert.equal((await refusal).code, 'cancelled');
    assert.equal((await refusalOf('hang', { signal: AbortSignal.abort() })).code, 'cancelled');
  });

  it('is replaced for the next file, and files that wait are cancelled at the end', async () => {
    await refusalOf('abort');
    assert.equal((await refusalOf('litter')).code, 'damaged');
    const other = createOpener({ entry: ENTRY, limits: SMALL });
    const opened = [other.open(BYTES, 'hang'), other.open(BYTES, 'hang')];
    await wait(300);
    await other.close();
    const codes = (await Promise.all(opened)).map((result) => (result.ok ? 'ok' : result.error.code));
    assert.deepEqual(codes, ['cancelled', 'cancelled']);
  });

  it('leaves no file in its folder for the next', async () => {
    assert.equal((await refusalOf('litter')).vi, 'kết quả: done');
  });

  it('reads, writes, starts and reaches nothing of the machine, and knows none of its secrets', async () => {
    process.env.BAMSAT_SECRET = 'x';
    const opened = await opener.open(BYTES, 'escape');
    delete process.env.BAMSAT_SECRET;
    assert.ok(!opened.ok);
    // Where the program that recognises characters is installed, programs may be started.
    const deeds = opened.error.en.split(' ').slice(1);
    if (hasTesseract()) deeds[3] = 'refused';
    assert.deepEqual(deeds, Array(6).fill('refused'));
  });
});

describe('the process that asks', () => {
  const root = new URL('../', import.meta.url);
  const script = (deed: string, end: string) => `
    import { createOpener } from '#document/open.ts';
    const opener = createOpener({ entry: new URL('./test/support/misbehaving-worker.ts', ${JSON.stringify(root)}) });
    const opened = opener.open(new Uint8Array(3), '${deed}');
    ${end}`;
  const run = (code: string) =>
    spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  it('may end while a process waits for the next file', async () => {
    const child = run(script('litter', 'await opened;'));
    const code = await new Promise((resolve) => child.on('exit', resolve));
    assert.equal(code, 0);
    ground.checkClean('none');
  });

  it('may be killed while a file is being opened', async () => {
    const child = run(script('hang', `setTimeout(() => console.log('now'), 500); await opened;`));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('exit', resolve));
    await eventually(() => ground.checkClean('none'));
  });

  it('needs no process for what it can refuse itself', async () => {
    const empty = await open(new Uint8Array(0), 'a.docx');
    assert.ok(!empty.ok && empty.error.code === 'empty');
    const large = await open(BYTES, 'a.txt', { limits: { bytes: 5 } });
    assert.ok(!large.ok && large.error.code === 'too-large');
    checkSentences(large.error);
  });
});

function hasTesseract(): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'tesseract')));
}

/** Tries until it holds: processes need a moment to go. */
async function eventually(check: () => void): Promise<void> {
  for (let i = 0; i < 100; i++) {
    try {
      check();
      return;
    } catch {
      await wait(50);
    }
  }
  check();
}

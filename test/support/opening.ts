/** A temporary folder of the test's own to open files in, and a look at what is left in it and running afterwards. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileRefusal } from '#document/model.ts';

export interface Ground {
  /** Asserts that no file is left in the temporary folder; with `processes` false that no process is left either. */
  checkClean(processes: 'idle' | 'none'): void;
  leave(): void;
}

/** Makes a new folder the temporary one until `leave`. */
export function takeGround(): Ground {
  const usual = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), 'bamsat-test-'));
  process.env.TMPDIR = folder;
  return {
    checkClean(processes) {
      const left = readdirSync(folder);
      if (processes === 'none') assert.deepEqual(left, []);
      // A process that waits for the next file has its folder, and nothing in it.
      else for (const name of left) assert.deepEqual(readdirSync(join(folder, name)), []);
      if (processes === 'none') assert.deepEqual(listProcesses(folder), []);
    },
    leave() {
      if (usual === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = usual;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The processes that were given this folder; none where the system doesn't tell. */
function listProcesses(folder: string): string[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return false;
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(folder);
    } catch {
      return false;
    }
  });
}

/** A refusal is one sentence for a person: nothing of the machine, the program or the file's text stands in it. */
export function checkSentences({ code, vi, en }: FileRefusal, ...forbidden: readonly string[]): void {
  for (const sentence of [vi, en]) {
    assert.ok(sentence.trim().length > 10, code);
    // It goes on where the name of the file stood.
    assert.match(sentence, /^\p{Ll}[^\n]*[^.\s]$/u);
    assert.doesNotMatch(
      sentence,
      /\bError\b|\bat .+:\d+|undefined|NaN|null|\[object|\/(?:tmp|home|usr|root|var)\b|\.ts\b/,
      sentence,
    );
    for (const text of forbidden) assert.ok(!sentence.includes(text), sentence);
  }
  assert.notEqual(vi, en);
}

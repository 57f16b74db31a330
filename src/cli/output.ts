/** Writes results: to standard output, or to files that are never half written. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { refusalLine, systemRefusal } from './refusal.ts';

/** Writes to standard output and waits; false when nobody reads any more (`| head`). */
export async function print(content: string | Uint8Array): Promise<boolean> {
  const { stdout } = process;
  if (stdout.destroyed || stdout.writableEnded) return false;
  return new Promise((resolve) => {
    stdout.write(content, (error) => resolve(!error));
  });
}

/** Writes one line to standard error. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * A reader that goes away (`| head`) is no mistake of ours, a full disk behind `>` is one to be told: without this, both
 * end in a stack trace.
 */
export function watchOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    complain(refusalLine(systemRefusal(error), 'đầu ra'));
    process.exit(1);
  });
  process.stderr.on('error', () => {});
}

/** Writes a file beside its place and then moves it there, so that the old one stays until the new one is whole. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const waiting = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  try {
    await writeFile(waiting, content);
    await rename(waiting, path);
  } catch (error) {
    await rm(waiting, { force: true });
    throw error;
  }
}

const KNOWN_ENDING = /\.(?:docx?|odt|rtf|pdf|png|jpe?g|tiff?|txt|md|text|html?)$/i;

/** Names for the files of a folder: the stem of each input, numbered where two would be the same. */
export function outputNames(files: readonly string[], extension: string): string[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const stem = file === '-' ? 'stdin' : basename(file).replace(KNOWN_ENDING, '') || 'van-ban';
    let name = `${stem}.${extension}`;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}-${n}.${extension}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** A workbook that came from outside (tệp Excel), checked before anything reads it: sizes, an archive, no declarations. */
import type { Readable } from 'node:stream';
import { err, ok, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { openArchive } from '#document/archive.ts';

const MEGABYTE = 1024 * 1024;
/** Of the workbook, and of all its parts inflated. */
const LARGEST = 8 * MEGABYTE;
const INFLATED = { entries: 500, total: 64 * MEGABYTE, part: 32 * MEGABYTE, ratio: 100 };

const TOO_LARGE = problem(413, 'too-large', 'Tệp Excel lớn hơn 8 MB.', 'The workbook is larger than 8 MB.');
export const NO_WORKBOOK = problem(
  422,
  'not-a-workbook',
  'Tệp này không phải là tệp Excel (.xlsx) đọc được.',
  'This file is no workbook (.xlsx) that can be read.',
);

/** Files of an Office workbook declare no document type: one that does wants more of the reader than data. */
const DECLARES = /<!(?:DOCTYPE|ENTITY)/i;

export async function readWorkbookBytes(bytes: Readable): Promise<Result<Uint8Array, Problem>> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += (part as Buffer).length;
    // Read to its end all the same: who is still sending hears no answer.
    if (size > LARGEST) parts.length = 0;
    else parts.push(part as Buffer);
  }
  if (size > LARGEST) return err(TOO_LARGE);
  const file = new Uint8Array(Buffer.concat(parts));
  const archive = openArchive(file, INFLATED);
  if (!archive.ok || !archive.value.has('[Content_Types].xml')) return err(NO_WORKBOOK);
  for (const name of archive.value.names) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const part = archive.value.read(name);
    if (!part.ok || part.value === null || DECLARES.test(Buffer.from(part.value).toString('latin1'))) {
      return err(NO_WORKBOOK);
    }
  }
  return ok(file);
}

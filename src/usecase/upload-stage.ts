/**
 * Bytes of an upload on their way in: hashed as they come and laid aside in a nameless file, so that neither memory nor
 * a connection to the database waits for a slow line. Nothing is left behind however it ends.
 */
import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { err, ok, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';

export interface Staged {
  readonly sha256: string;
  readonly size: number;
  /** The bytes in pieces of so many, from the beginning each time. */
  pieces(bytes: number): AsyncIterable<Uint8Array>;
  /** Lets go of it. */
  close(): Promise<void>;
}

export async function stageUpload(bytes: Readable, most: number): Promise<Result<Staged, Problem>> {
  const path = join(tmpdir(), `bamsat-upload-${randomBytes(12).toString('hex')}`);
  const file = await open(path, 'wx+', 0o600);
  // Without its name from here on where the system allows it: whatever happens to us, the bytes end with the process.
  const nameless = await unlink(path).then(
    () => true,
    () => false,
  );
  const close = async () => {
    await file.close().catch(() => {});
    if (!nameless) await unlink(path).catch(() => {});
  };
  const taken = await take(bytes, file, most).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  if (!taken.ok) {
    await close();
    return taken;
  }
  const { sha256, size } = taken.value;
  return ok({ sha256, size, close, pieces: (length) => pieces(file, size, length) });
}

async function take(
  bytes: Readable,
  file: FileHandle,
  most: number,
): Promise<Result<{ sha256: string; size: number }, Problem>> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) return err(tooLarge(most));
      hash.update(chunk);
      await file.write(chunk);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return err(NO_ROOM);
    return err(BROKEN);
  }
  return size === 0 ? err(EMPTY) : ok({ sha256: hash.digest('hex'), size });
}

async function* pieces(file: FileHandle, size: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; ) {
    const buffer = Buffer.allocUnsafe(Math.min(length, size - at));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) throw new Error('the staged upload is shorter than it was');
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

function tooLarge(most: number): Problem {
  const size = Number((most / 1024 / 1024).toFixed(1));
  return problem(
    413,
    'too-large',
    `Tệp lớn hơn ${String(size).replace('.', ',')} MB. Hãy tách nhỏ rồi tải lại.`,
    `The file is over ${size} MB. Split it and try again.`,
  );
}

const EMPTY = problem(422, 'empty-file', 'Tệp rỗng, không có gì để đọc.', 'The file is empty.');
const BROKEN = problem(
  400,
  'upload-broken',
  'Việc tải lên bị ngắt giữa chừng. Hãy tải lại.',
  'The upload was cut off. Try again.',
);
const NO_ROOM = problem(
  503,
  'no-room',
  'Máy chủ hết chỗ chứa tệp tạm. Hãy báo người quản trị.',
  'The server has no room for the file. Tell the administrator.',
);

/** The bytes of one file or of standard input, never more than allowed and never twice in memory. */
import { open } from 'node:fs/promises';
import { addAbortSignal, type Readable } from 'node:stream';
import { type Refusal, refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';
import { DIRECTORY, systemRefusal } from './refusal.ts';

/** The bytes of the file at `path`, `-` for standard input. */
export async function readSource(
  path: string,
  mostBytes: number,
  signal?: AbortSignal,
): Promise<Result<Uint8Array, Refusal>> {
  try {
    return path === '-' ? await collect(process.stdin, mostBytes, signal) : await readFile(path, mostBytes, signal);
  } catch (error) {
    return err(systemRefusal(error));
  }
}

/** A file of known size goes into one stretch of memory; pipes and devices have no size. */
async function readFile(
  path: string,
  mostBytes: number,
  signal: AbortSignal | undefined,
): Promise<Result<Uint8Array, Refusal>> {
  const file = await open(path);
  try {
    const found = await file.stat();
    if (found.isDirectory()) return err(DIRECTORY);
    if (!found.isFile() || found.size === 0) {
      return await collect(file.createReadStream({ autoClose: false }), mostBytes, signal);
    }
    if (found.size > mostBytes) return err(tooLarge(mostBytes));
    const bytes = new Uint8Array(found.size);
    let length = 0;
    while (length < bytes.length) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(bytes, length, Math.min(bytes.length - length, CHUNK));
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return ok(bytes.subarray(0, length));
  } finally {
    await file.close();
  }
}

const CHUNK = 1 << 24;

/** All bytes, refused as soon as there are too many. */
async function collect(
  stream: Readable,
  mostBytes: number,
  signal: AbortSignal | undefined,
): Promise<Result<Uint8Array, Refusal>> {
  const chunks: Buffer[] = [];
  let size = 0;
  if (signal) addAbortSignal(signal, stream);
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
    size += bytes.length;
    if (size > mostBytes) return err(tooLarge(mostBytes));
    chunks.push(bytes);
  }
  return ok(Buffer.concat(chunks));
}

function tooLarge(mostBytes: number): Refusal {
  const size = Number((mostBytes / 1024 / 1024).toFixed(2));
  return refusal(
    `lớn hơn ${String(size).replace('.', ',')} MB; dùng --max-mb để nới giới hạn`,
    `over ${size} MB; raise the limit with --max-mb`,
  );
}

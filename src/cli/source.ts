/** Reads one file or standard input, never more than it is allowed to. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Refusal, refusal } from '#base/refusal.ts';
import { err, type Result } from '#base/result.ts';
import { decodeText } from './decode.ts';
import { DIRECTORY, fileRefusal } from './refusal.ts';

/** The text of the file at `path`, `-` for standard input. */
export async function readSource(path: string, mostBytes: number): Promise<Result<string, Refusal>> {
  try {
    if (path !== '-') {
      const found = await stat(path);
      if (found.isDirectory()) return err(DIRECTORY);
      if (found.isFile() && found.size > mostBytes) return err(tooLarge(mostBytes));
    }
    const bytes = await collect(path === '-' ? process.stdin : createReadStream(path), mostBytes);
    return bytes === null ? err(tooLarge(mostBytes)) : decodeText(bytes);
  } catch (error) {
    return err(fileRefusal(error));
  }
}

/** All bytes, or null as soon as there are too many. */
async function collect(stream: AsyncIterable<Buffer | string>, mostBytes: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > mostBytes) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function tooLarge(mostBytes: number): Refusal {
  const size = Number((mostBytes / 1024 / 1024).toFixed(2));
  return refusal(
    `lớn hơn ${String(size).replace('.', ',')} MB; dùng --max-mb để nới giới hạn`,
    `over ${size} MB; raise the limit with --max-mb`,
  );
}

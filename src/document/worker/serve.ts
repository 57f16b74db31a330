/** The side of the process that opens files: takes orders one after the other, and ends when nobody is there to ask. */
import { rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { collect } from '../memory.ts';
import type { FileRefusal, OpenProgress } from '../model.ts';
import { CRASHED, tooMuchMemory } from '../refusals.ts';
import { type Frame, FrameReader, frame } from './frames.ts';
import type { GuardOrder } from './guard.ts';
import { CHANNEL, type Order } from './order.ts';
import type { Parcel } from './parcel.ts';
import { toldOfMemory } from './signs.ts';

/** Bytes taken in at a time. */
const CHUNK = 64 * 1024;

/** Carries out one order. Throws only by mistake. */
export type Handle = (
  order: Order,
  bytes: Uint8Array,
  report: (progress: OpenProgress) => void,
) => Promise<{ readonly ok: true; readonly value: Parcel } | { readonly ok: false; readonly error: FileRefusal }>;

/** Serves until the other side closes. The limits come as arguments of the process. */
export function serve(handle: Handle): void {
  const [parent, megabytes] = process.argv.slice(2).map(Number) as [number, number];
  const folder = process.cwd();
  const guard: GuardOrder = { parent, megabytes, folder };
  new Worker(new URL('./guard.ts', import.meta.url), { workerData: guard }).unref();

  const reader = new FrameReader(Number.MAX_SAFE_INTEGER);
  // One buffer for all that arrives: pieces of a long file would lie about by the thousand until they are collected.
  const onread = {
    buffer: Buffer.alloc(CHUNK),
    callback: (length: number, chunk: Uint8Array) => take(chunk.subarray(0, length)),
  };
  const channel = new Socket({ fd: CHANNEL, onread });
  const send = (head: unknown, body: readonly Uint8Array[] = []) => {
    for (const piece of frame(head, body)) channel.write(piece);
  };
  const take = (chunk: Uint8Array): boolean => {
    const frames = reader.push(chunk);
    if (frames.length > 0) void answer(frames);
    return true;
  };
  const answer = async (frames: readonly Frame[]) => {
    for (const { head, body } of frames) {
      const done = await carryOut(handle, head as Order, body, (progress) => send({ progress }));
      // Nothing of the file stays here longer than needed.
      if (body.length > 0) body.fill(0);
      onread.buffer.fill(0);
      const memory = process.memoryUsage.rss();
      if (done.ok) send({ done: done.value.head, memory }, done.value.body);
      else send({ refused: done.error, memory });
      collect();
    }
  };
  channel.resume();
  const end = () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit();
  };
  channel.on('end', end);
  channel.on('error', end);
}

async function carryOut(
  handle: Handle,
  order: Order,
  body: Uint8Array,
  report: (progress: OpenProgress) => void,
): ReturnType<Handle> {
  try {
    return await handle(order, body, report);
  } catch (error) {
    const told = error instanceof Error ? `${error.stack}` : String(error);
    if (toldOfMemory(told)) return { ok: false, error: tooMuchMemory(order.limits.megabytes) };
    // Our own mistake; seen by whoever sets BAMSAT_DEBUG, and never by the person who sent the file.
    process.stderr.write(`${told}\n`);
    return { ok: false, error: CRASHED };
  }
}

/**
 * Memory that is given back in time. V8 lets a heap grow severalfold before it looks for what nobody needs any more, and
 * pictures and instances of WebAssembly, which lie outside of it, hardly count for that.
 */

/** Less than this is not worth the time. */
const MUCH = 64 * 1024 * 1024;

/** What this thread held when it was last looked through. */
let held = 0;

/**
 * Lets go of what nobody needs any more, if at least `worth` bytes have come since the last time. Does nothing in a
 * process that was not started with `--expose-gc`.
 */
export function collect(worth = MUCH): void {
  if (!globalThis.gc) return;
  const now = size();
  if (now - held < worth) {
    held = Math.min(held, now);
    return;
  }
  globalThis.gc();
  held = size();
}

function size(): number {
  const { heapTotal, external } = process.memoryUsage();
  return heapTotal + external;
}

/** Empties bytes that nobody needs any more; what they said is overwritten, since it may be a secret. */
export function letGo(bytes: Uint8Array): void {
  if (bytes.length === 0) return;
  bytes.fill(0);
  const { buffer } = bytes;
  if (buffer instanceof ArrayBuffer && bytes.byteLength === buffer.byteLength) buffer.transfer(0);
}

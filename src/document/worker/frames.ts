/**
 * Messages between the process that asks and the process that opens a file: a head in JSON and a body in bytes. JSON and
 * numbers only: nothing that comes back can be more than data, whatever the file did to its reader.
 */

export interface Frame {
  readonly head: unknown;
  readonly body: Uint8Array;
}

/** Length of the head (4 bytes), length of the body (8 bytes, a float). */
const PREFIX = 12;
const LONGEST_HEAD = 64 * 1024 * 1024;

/** The pieces to write, in order; the parts of the body are not copied. */
export function frame(head: unknown, body: readonly Uint8Array[] = []): Uint8Array[] {
  const json = Buffer.from(JSON.stringify(head));
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt32LE(json.length, 0);
  prefix.writeDoubleLE(
    body.reduce((sum, part) => sum + part.length, 0),
    4,
  );
  return [prefix, json, ...body];
}

/** Puts frames together from what arrives. Throws when the other side says what can't be. */
export class FrameReader {
  readonly #longestBody: number;
  #filling: Uint8Array = new Uint8Array(PREFIX);
  #filled = 0;
  #stage: 'prefix' | 'head' | 'body' = 'prefix';
  #bodyLength = 0;
  #head: unknown = null;

  constructor(longestBody: number) {
    this.#longestBody = longestBody;
  }

  /** The frames that are whole now. */
  push(chunk: Uint8Array): Frame[] {
    const frames: Frame[] = [];
    for (let at = 0; at < chunk.length; ) {
      const taken = Math.min(chunk.length - at, this.#filling.length - this.#filled);
      this.#filling.set(chunk.subarray(at, at + taken), this.#filled);
      this.#filled += taken;
      at += taken;
      while (this.#filled === this.#filling.length) {
        const done = this.#next();
        if (done) frames.push(done);
        if (this.#stage === 'prefix') break;
      }
    }
    return frames;
  }

  /** What was filled is taken in, and the next thing begins; a frame when it was the last of one. */
  #next(): Frame | null {
    const full = this.#filling;
    switch (this.#stage) {
      case 'prefix': {
        const view = new DataView(full.buffer);
        const headLength = view.getUint32(0, true);
        this.#bodyLength = view.getFloat64(4, true);
        const sound =
          headLength > 0 &&
          headLength <= LONGEST_HEAD &&
          this.#bodyLength >= 0 &&
          this.#bodyLength <= this.#longestBody;
        if (!sound) throw new RangeError('a frame of absurd size');
        this.#expect('head', headLength);
        return null;
      }
      case 'head':
        this.#head = JSON.parse(new TextDecoder().decode(full));
        this.#expect('body', this.#bodyLength);
        return null;
      case 'body':
        this.#expect('prefix', PREFIX);
        return { head: this.#head, body: full };
    }
  }

  #expect(stage: 'prefix' | 'head' | 'body', length: number): void {
    this.#stage = stage;
    this.#filling = new Uint8Array(length);
    this.#filled = 0;
  }
}

/** Little-endian numbers out of a part of a file that may be cut short: what is not there reads as 0. */
export class Bytes {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    return this.bytes[at] ?? 0;
  }

  u16(at: number): number {
    return at >= 0 && at + 2 <= this.length ? this.#view.getUint16(at, true) : 0;
  }

  i16(at: number): number {
    return at >= 0 && at + 2 <= this.length ? this.#view.getInt16(at, true) : 0;
  }

  u32(at: number): number {
    return at >= 0 && at + 4 <= this.length ? this.#view.getUint32(at, true) : 0;
  }

  /** A part, cut where the file ends. */
  part(at: number, length: number): Uint8Array {
    return this.bytes.subarray(Math.max(0, at), Math.max(0, Math.min(this.length, at + length)));
  }

  /** UTF-16, `length` units. */
  text(at: number, length: number): string {
    return new TextDecoder('utf-16le').decode(this.part(at, 2 * length));
  }
}

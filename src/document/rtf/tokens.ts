/** RTF as a sequence of groups, control words and bytes of text. */

export interface RtfHandlers {
  open(): void;
  close(): void;
  /** A control word or symbol; `value` is null without a number. */
  word(name: string, value: number | null): void;
  /** Bytes of text from and to, also those of `\'xx`, in the code page of the font. */
  text(bytes: Uint8Array): void;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x27;

const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** Reads to the end; `goOn` is asked at every group and may end it. */
export function readTokens(bytes: Uint8Array, handlers: RtfHandlers, goOn: () => boolean): void {
  const at = (i: number) => bytes[i] ?? 0;
  const hex = (i: number) => Number.parseInt(String.fromCharCode(at(i), at(i + 1)), 16);
  for (let i = 0; i < bytes.length; ) {
    const byte = at(i);
    if (byte === OPEN) {
      handlers.open();
      if (!goOn()) return;
      i++;
    } else if (byte === CLOSE) {
      handlers.close();
      i++;
    } else if (byte === 0x0d || byte === 0x0a || byte === 0) {
      i++;
    } else if (byte !== BACKSLASH) {
      const start = i;
      while (i < bytes.length && !isMark(at(i))) i++;
      handlers.text(bytes.subarray(start, i));
    } else if (at(i + 1) === QUOTE) {
      const code = hex(i + 2);
      if (!Number.isNaN(code)) handlers.text(Uint8Array.of(code));
      i += 4;
    } else if (isLetter(at(i + 1))) {
      i = readWord(bytes, i + 1, handlers);
    } else {
      handlers.word(String.fromCharCode(at(i + 1)), null);
      i += 2;
    }
  }
}

function isMark(byte: number): boolean {
  return byte === BACKSLASH || byte === OPEN || byte === CLOSE || byte === 0x0d || byte === 0x0a || byte === 0;
}

/** Returns where it goes on, behind the space that ends a word and behind the bytes of `\bin`. */
function readWord(bytes: Uint8Array, start: number, handlers: RtfHandlers): number {
  const at = (i: number) => bytes[i] ?? 0;
  let i = start;
  while (isLetter(at(i)) && i - start < 40) i++;
  const name = String.fromCharCode(...bytes.subarray(start, i));
  const isNegative = at(i) === 0x2d && isDigit(at(i + 1));
  if (isNegative) i++;
  let value: number | null = null;
  for (let digits = 0; isDigit(at(i)) && digits < 10; i++, digits++) value = (value ?? 0) * 10 + at(i) - 0x30;
  if (value !== null && isNegative) value = -value;
  if (at(i) === 0x20) i++;
  if (name === 'bin') return i + Math.max(0, value ?? 0);
  handlers.word(name, value);
  return i;
}

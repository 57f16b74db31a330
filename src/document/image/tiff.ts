/**
 * Is a TIFF all there? Office scanners write hundreds of pages into one, and decoding them all to find out would cost
 * seconds: the directories say where the pixels of each page lie.
 */

const STRIP_OFFSETS = 273;
const STRIP_BYTES = 279;
const TILE_OFFSETS = 324;
const TILE_BYTES = 325;
const MOST_PAGES = 10_000;

/** Whether every directory of a classic TIFF, and the pixels it points to, lie within the file. BigTIFF is let through. */
export function isWholeTiff(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8) return false;
  const little = view.getUint8(0) === 0x49;
  if (view.getUint16(2, little) === 43) return true;
  const seen = new Set<number>();
  let at = view.getUint32(4, little);
  while (at !== 0) {
    if (seen.has(at) || seen.size >= MOST_PAGES || at + 2 > bytes.byteLength) return false;
    seen.add(at);
    const entries = view.getUint16(at, little);
    const end = at + 2 + entries * 12;
    if (end + 4 > bytes.byteLength) return false;
    if (!hasItsPixels(view, at + 2, entries, little)) return false;
    at = view.getUint32(end, little);
  }
  return seen.size > 0;
}

function hasItsPixels(view: DataView, start: number, entries: number, little: boolean): boolean {
  let offsets: number[] | null = null;
  let sizes: number[] | null = null;
  for (let i = 0; i < entries; i++) {
    const at = start + i * 12;
    const tag = view.getUint16(at, little);
    if (tag === STRIP_OFFSETS || tag === TILE_OFFSETS) offsets = numbers(view, at, little);
    if (tag === STRIP_BYTES || tag === TILE_BYTES) sizes = numbers(view, at, little);
  }
  if (!offsets || offsets.length === 0) return false;
  // Old scanners leave the sizes out for a page of one strip.
  return offsets.every((offset, i) => offset + (sizes?.[i] ?? 1) <= view.byteLength);
}

/** The SHORT or LONG values of a directory entry; [] when they lie outside of the file. */
function numbers(view: DataView, at: number, little: boolean): number[] {
  const size = view.getUint16(at + 2, little) === 3 ? 2 : 4;
  const count = view.getUint32(at + 4, little);
  const from = count * size <= 4 ? at + 8 : view.getUint32(at + 8, little);
  if (count > view.byteLength || from + count * size > view.byteLength) return [];
  return Array.from({ length: count }, (_, i) =>
    size === 2 ? view.getUint16(from + i * 2, little) : view.getUint32(from + i * 4, little),
  );
}

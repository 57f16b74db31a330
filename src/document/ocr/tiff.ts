/** Grey pictures as the pages of one TIFF, not compressed: the way to hand many to a program at once. */
import type { Grey } from './grey.ts';

const ENTRIES = 9;
const DIRECTORY = 2 + ENTRIES * 12 + 4;

export function writeTiff(pictures: readonly Grey[]): Uint8Array {
  const size = pictures.reduce((sum, { data }) => sum + DIRECTORY + data.length + (data.length & 1), 8);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  view.setUint32(0, 0x49492a00);
  view.setUint32(4, 8, true);
  let at = 8;
  pictures.forEach(({ width, height, data }, page) => {
    const pixels = at + DIRECTORY;
    const next = pixels + data.length + (data.length & 1);
    view.setUint16(at, ENTRIES, true);
    // Width, height, bits, not compressed, black is 0, where, samples a pixel, rows a strip, bytes.
    const entries: [number, number][] = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, pixels],
      [277, 1],
      [278, height],
      [279, data.length],
    ];
    entries.forEach(([tag, value], i) => {
      const entry = at + 2 + i * 12;
      view.setUint16(entry, tag, true);
      view.setUint16(entry + 2, 4, true);
      view.setUint32(entry + 4, 1, true);
      view.setUint32(entry + 8, value, true);
    });
    view.setUint32(at + 2 + ENTRIES * 12, page === pictures.length - 1 ? 0 : next, true);
    out.set(data, pixels);
    at = next;
  });
  return out;
}

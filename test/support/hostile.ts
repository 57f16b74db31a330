/** Files that are made to hurt, or broken in some way, for the tests of opening. */

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const FAT_SECTOR = 0xfffffffd;

/** An OLE compound file with empty streams of these names at its root; what old Word, Excel and encrypted files are. */
export function makeCompound(names: readonly string[]): Uint8Array {
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const bytes = new Uint8Array(SECTOR * (2 + directorySectors));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, END_OF_CHAIN, true);
  view.setUint32(68, END_OF_CHAIN, true);
  bytes.fill(0xff, 76, SECTOR);
  view.setUint32(76, 0, true);
  bytes.fill(0xff, SECTOR, 2 * SECTOR);
  view.setUint32(SECTOR, FAT_SECTOR, true);
  for (let i = 0; i < directorySectors; i++) {
    view.setUint32(SECTOR + 4 * (i + 1), i + 1 < directorySectors ? i + 2 : END_OF_CHAIN, true);
  }
  for (const [i, name] of ['Root Entry', ...names].entries()) {
    const at = 2 * SECTOR + 128 * i;
    const letters = Buffer.from(name, 'utf16le');
    bytes.set(letters, at);
    view.setUint16(at + 64, letters.length + 2, true);
    view.setUint8(at + 66, i === 0 ? 5 : 2);
    // Each stream is the right neighbour of the one before.
    view.setUint32(at + 68, 0xffffffff, true);
    view.setUint32(at + 72, i > 0 && i < names.length ? i + 1 : 0xffffffff, true);
    view.setUint32(at + 76, i === 0 && names.length > 0 ? 1 : 0xffffffff, true);
    view.setUint32(at + 116, END_OF_CHAIN, true);
  }
  return bytes;
}

/**
 * An OLE compound file (tệp phức hợp), as Word and Excel before 2007 wrote and as encrypted files still are: only the
 * names at its root, which tell what it is. Every chain is bounded, so that a damaged file ends and does not turn.
 */

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER = 512;
const ENTRY = 128;
/** The last sector that a number can mean; those above mark ends. */
const LAST_SECTOR = 0xfffffffa;
const NONE = 0xffffffff;

export function isCompound(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

/** Names of the streams and storages at the root, in no order; null when the directory can't be read. */
export function listRoot(bytes: Uint8Array): string[] | null {
  if (!isCompound(bytes) || bytes.length < HEADER) return null;
  const file = new Sectors(bytes);
  const directory = file.chain(file.view.getUint32(48, true));
  if (directory.length === 0) return null;
  const perSector = file.size / ENTRY;
  const place = (id: number): number | null => {
    const sector = directory[Math.floor(id / perSector)];
    return sector === undefined ? null : file.offset(sector) + (id % perSector) * ENTRY;
  };
  const root = place(0);
  if (root === null || bytes[root + 66] !== 5) return null;
  const names: string[] = [];
  const seen = new Set<number>();
  const open = [file.view.getUint32(root + 76, true)];
  while (open.length > 0) {
    const id = open.pop() as number;
    if (id === NONE || seen.has(id)) continue;
    seen.add(id);
    const at = place(id);
    if (at === null) continue;
    names.push(nameAt(bytes, at));
    open.push(file.view.getUint32(at + 68, true), file.view.getUint32(at + 72, true));
  }
  return names;
}

class Sectors {
  readonly view: DataView;
  readonly size: number;
  readonly #count: number;
  readonly #fat: number[];

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    this.size = shift === 12 ? 4096 : HEADER;
    this.#count = Math.max(0, Math.floor((bytes.length - this.size) / this.size));
    this.#fat = this.#listFat();
  }

  offset(sector: number): number {
    return (sector + 1) * this.size;
  }

  /** The sectors that hold the table of chains: 109 stand in the header, the others in sectors of their own. */
  #listFat(): number[] {
    const fat: number[] = [];
    const add = (sector: number) => {
      if (sector < this.#count) fat.push(sector);
    };
    for (let i = 0; i < 109; i++) add(this.view.getUint32(76 + 4 * i, true));
    const perSector = this.size / 4 - 1;
    let more = this.view.getUint32(68, true);
    for (let turns = 0; more < this.#count && turns <= this.#count / perSector; turns++) {
      const at = this.offset(more);
      for (let i = 0; i < perSector; i++) add(this.view.getUint32(at + 4 * i, true));
      more = this.view.getUint32(at + 4 * perSector, true);
    }
    return fat;
  }

  /** The sectors of a stream, at most as many as the file has. */
  chain(first: number): number[] {
    const sectors: number[] = [];
    const perSector = this.size / 4;
    let sector = first;
    while (sector < LAST_SECTOR && sector < this.#count && sectors.length < this.#count) {
      sectors.push(sector);
      const table = this.#fat[Math.floor(sector / perSector)];
      if (table === undefined) break;
      sector = this.view.getUint32(this.offset(table) + 4 * (sector % perSector), true);
    }
    return sectors;
  }
}

function nameAt(bytes: Uint8Array, at: number): string {
  const length = (bytes[at + 64] ?? 0) | ((bytes[at + 65] ?? 0) << 8);
  const stop = Math.max(0, Math.min(64, length) - 2);
  return new TextDecoder('utf-16le').decode(bytes.subarray(at, at + stop));
}

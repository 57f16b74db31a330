/**
 * The streams at the root of an OLE compound file (tệp phức hợp), which .doc files are. Chains are bounded by the size of the
 * file, so that damaged or cyclic ones end.
 */

const HEADER = 512;
const ENTRY = 128;
const MINI_SECTOR = 64;
const LAST_SECTOR = 0xfffffffa;
const NONE = 0xffffffff;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

export class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sector: number;
  readonly #count: number;
  readonly #fat: Uint32Array;
  readonly #cutoff: number;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #root: Entry | null;
  #mini: { readonly data: Uint8Array; readonly fat: Uint32Array } | null = null;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#sector = this.#view.getUint16(30, true) === 12 ? 4096 : HEADER;
    // The last sector of a file is often cut short.
    this.#count = Math.max(0, Math.ceil((bytes.length - this.#sector) / this.#sector));
    this.#cutoff = this.#view.getUint32(56, true);
    this.#fat = this.#readFat();
    const entries = this.#readDirectory();
    this.#root = entries[0]?.type === 5 ? entries[0] : null;
    this.#entries = this.#root ? this.#listRoot(entries) : new Map();
  }

  /** Names at the root. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** True for a storage that holds something. */
  holds(storage: string): boolean {
    const entry = this.#entries.get(storage);
    return entry?.type === 1 && entry.child !== NONE;
  }

  /** The bytes of a stream; null when there is none of that name. */
  stream(name: string): Uint8Array | null {
    const entry = this.#entries.get(name);
    if (entry?.type !== 2) return null;
    return entry.size < this.#cutoff ? this.#miniStream(entry) : this.#join(entry.start, entry.size);
  }

  #offset(sector: number): number {
    return (sector + 1) * this.#sector;
  }

  #uint32(at: number): number {
    return at + 4 <= this.#bytes.length ? this.#view.getUint32(at, true) : NONE;
  }

  #readFat(): Uint32Array {
    const sectors: number[] = [];
    const add = (sector: number) => {
      if (sector < this.#count && sectors.length <= this.#count / (this.#sector / 4) + 1) sectors.push(sector);
    };
    for (let i = 0; i < 109; i++) add(this.#uint32(76 + 4 * i));
    const perSector = this.#sector / 4 - 1;
    let more = this.#uint32(68);
    for (let turns = 0; more < this.#count && turns <= this.#count / perSector; turns++) {
      const at = this.#offset(more);
      for (let i = 0; i < perSector; i++) add(this.#uint32(at + 4 * i));
      more = this.#uint32(at + 4 * perSector);
    }
    return this.#table(sectors);
  }

  #table(sectors: readonly number[]): Uint32Array {
    const perSector = this.#sector / 4;
    const table = new Uint32Array(sectors.length * perSector).fill(NONE);
    for (const [i, sector] of sectors.entries()) {
      const at = this.#offset(sector);
      for (let j = 0; j < perSector; j++) table[i * perSector + j] = this.#uint32(at + 4 * j);
    }
    return table;
  }

  #chain(first: number, most: number): number[] {
    const sectors: number[] = [];
    for (let sector = first; sector < LAST_SECTOR && sector < this.#count && sectors.length < most; ) {
      sectors.push(sector);
      sector = this.#fat[sector] ?? NONE;
    }
    return sectors;
  }

  #join(first: number, size: number): Uint8Array {
    const sectors = this.#chain(first, Math.min(this.#count, Math.ceil(size / this.#sector)));
    const joined = new Uint8Array(Math.min(size, sectors.length * this.#sector));
    for (const [i, sector] of sectors.entries()) {
      const at = this.#offset(sector);
      const length = Math.min(this.#sector, joined.length - i * this.#sector);
      joined.set(this.#bytes.subarray(at, at + length), i * this.#sector);
    }
    return joined;
  }

  #miniStream({ start, size }: Entry): Uint8Array {
    if (!this.#mini) {
      const fat = this.#table(this.#chain(this.#uint32(60), this.#count));
      this.#mini = { data: this.#root ? this.#join(this.#root.start, this.#root.size) : new Uint8Array(), fat };
    }
    const { data, fat } = this.#mini;
    const joined = new Uint8Array(size);
    let length = 0;
    for (let sector = start; length < size && sector < fat.length; sector = fat[sector] as number) {
      const part = data.subarray(sector * MINI_SECTOR, sector * MINI_SECTOR + Math.min(MINI_SECTOR, size - length));
      if (part.length === 0) break;
      joined.set(part, length);
      length += part.length;
    }
    return joined.subarray(0, length);
  }

  #readDirectory(): Entry[] {
    const entries: Entry[] = [];
    for (const sector of this.#chain(this.#uint32(48), this.#count)) {
      for (let i = 0; i < this.#sector / ENTRY; i++) {
        const at = this.#offset(sector) + i * ENTRY;
        if (at + ENTRY > this.#bytes.length) return entries;
        entries.push(this.#entry(at));
      }
    }
    return entries;
  }

  #entry(at: number): Entry {
    const length = Math.max(0, Math.min(64, this.#view.getUint16(at + 64, true)) - 2);
    return {
      name: new TextDecoder('utf-16le').decode(this.#bytes.subarray(at, at + length)),
      type: this.#bytes[at + 66] as number,
      child: this.#uint32(at + 76),
      start: this.#uint32(at + 116),
      size: Math.min(this.#uint32(at + 120), this.#bytes.length),
    };
  }

  /** The root's own entries stand in a tree; parts of embedded objects have the same names deeper down. */
  #listRoot(entries: readonly Entry[]): Map<string, Entry> {
    const listed = new Map<string, Entry>();
    const seen = new Set<number>();
    const open = [entries[0]?.child ?? NONE];
    const perSector = this.#sector / ENTRY;
    const sectors = this.#chain(this.#uint32(48), this.#count);
    while (open.length > 0) {
      const id = open.pop() as number;
      const entry = entries[id];
      if (!entry || seen.has(id)) continue;
      seen.add(id);
      if (!listed.has(entry.name)) listed.set(entry.name, entry);
      const at = this.#offset(sectors[Math.floor(id / perSector)] as number) + (id % perSector) * ENTRY;
      open.push(this.#uint32(at + 68), this.#uint32(at + 72));
    }
    return listed;
  }
}

/** Files that are made to hurt, or broken in some way, for the tests of opening. */
import { deflateSync, strToU8, zipSync } from 'fflate';

/** The time that is written into every archive, so that it has the same bytes at every run. */
export const MADE = new Date(2020, 0, 2);

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

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word file with this in its body; `parts` are added or put in the place of its own. */
export function makeDocx(body: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  const texts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${XML}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  const files = Object.entries(texts).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]);
  return zipSync(Object.fromEntries(files), { level: 1, mtime: MADE });
}

export function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** An OpenDocument text whose parts are said to be encrypted. */
export function makeLockedOdt(): Uint8Array {
  const manifest = `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="1000"><manifest:encryption-data manifest:checksum-type="SHA1/1K" manifest:checksum="AAAA"><manifest:algorithm manifest:algorithm-name="Blowfish CFB" manifest:initialisation-vector="AAAA"/></manifest:encryption-data></manifest:file-entry></manifest:manifest>`;
  const noise = Uint8Array.from({ length: 1000 }, (_, i) => (i * i * 7 + 13 * i) % 256);
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': [noise, { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifest),
  });
}

/** Every entry of the archive is marked as encrypted. */
export function lockZip(archive: Uint8Array): Uint8Array {
  const bytes = archive.slice();
  eachHeader(bytes, (view, at, local) => {
    const flags = at + (local ? 6 : 8);
    view.setUint16(flags, view.getUint16(flags, true) | 1, true);
  });
  return bytes;
}

/** The directory says that every part inflates to so many bytes. */
export function lieAboutSizes(archive: Uint8Array, size: number): Uint8Array {
  const bytes = archive.slice();
  eachHeader(bytes, (view, at, local) => view.setUint32(at + (local ? 22 : 24), size, true));
  return bytes;
}

/** Calls for the header of every part, the one before its bytes (`local`) and the one in the directory. */
function eachHeader(bytes: Uint8Array, change: (view: DataView, at: number, local: boolean) => void): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 <= bytes.length; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x04034b50) change(view, at, true);
    else if (mark === 0x02014b50) change(view, at, false);
  }
}

/** A small archive in which many names stand for the same bytes, which are large when inflated. */
export function makeOverlappingZip(names: number, size: number): Uint8Array {
  const packed = deflateSync(new Uint8Array(size), { level: 9 });
  const parts: Uint8Array[] = [];
  const name = strToU8('word/document.xml');
  const local = new DataView(new ArrayBuffer(30));
  local.setUint32(0, 0x04034b50, true);
  local.setUint16(8, 8, true);
  local.setUint32(18, packed.length, true);
  local.setUint32(22, size, true);
  local.setUint16(26, name.length, true);
  parts.push(new Uint8Array(local.buffer), name, packed);
  const start = 30 + name.length + packed.length;
  for (let i = 0; i < names; i++) {
    const own = i === 0 ? name : strToU8(`word/part${i}.xml`);
    const listed = new DataView(new ArrayBuffer(46));
    listed.setUint32(0, 0x02014b50, true);
    listed.setUint16(10, 8, true);
    listed.setUint32(20, packed.length, true);
    listed.setUint32(24, size, true);
    listed.setUint16(28, own.length, true);
    parts.push(new Uint8Array(listed.buffer), own);
  }
  const length = parts.reduce((sum, part) => sum + part.length, 0) - start;
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, names, true);
  end.setUint16(10, names, true);
  end.setUint32(12, length, true);
  end.setUint32(16, start, true);
  return new Uint8Array(Buffer.concat([...parts, new Uint8Array(end.buffer)]));
}

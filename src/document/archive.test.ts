/** Archives are opened for what they hold, and refused with a reason when they could hurt. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { type ArchiveLimits, openArchive } from './archive.ts';

const TWO = { 'a.xml': strToU8('<a>một</a>'), 'word/b.xml': strToU8('x'.repeat(5000)) };

function refusalOf(bytes: Uint8Array, limits?: Partial<ArchiveLimits>): string | null {
  const archive = openArchive(bytes, limits);
  if (!archive.ok) return archive.error.code;
  for (const name of archive.value.names) {
    const part = archive.value.read(name);
    if (!part.ok) return part.error.code;
  }
  return null;
}

/** A copy with each of these four-byte signatures' records changed. */
function patched(bytes: Uint8Array, signature: number, change: (view: DataView, at: number, n: number) => void) {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  let n = 0;
  for (let at = 0; at + 4 <= copy.length; at++) {
    if (view.getUint32(at, true) === signature) change(view, at, n++);
  }
  return copy;
}

const LOCAL = 0x04034b50;
const LISTED = 0x02014b50;
const END = 0x06054b50;

describe('an archive', () => {
  it('gives its parts, stored and deflated', () => {
    for (const level of [0, 6] as const) {
      const archive = openArchive(zipSync(TWO, { level }));
      assert.ok(archive.ok);
      assert.deepEqual(archive.value.names, ['a.xml', 'word/b.xml']);
      assert.ok(archive.value.has('a.xml') && !archive.value.has('A.xml'));
      const part = archive.value.read('word/b.xml');
      assert.ok(part.ok && part.value?.length === 5000);
      assert.deepEqual(archive.value.read('c.xml'), { ok: true, value: null });
    }
  });

  it('may be empty, have folders, a comment and a few bytes behind it', () => {
    assert.equal(refusalOf(zipSync({})), null);
    const zip = zipSync({ 'word/': new Uint8Array(0), ...TWO }, { comment: 'chú thích' } as object);
    const archive = openArchive(zip);
    assert.ok(archive.ok);
    assert.deepEqual(archive.value.names, ['a.xml', 'word/b.xml']);
    assert.equal(refusalOf(Buffer.concat([zip, Buffer.from('\r\n')])), null);
  });

  it('may be a view into a larger buffer', () => {
    const zip = zipSync(TWO);
    const around = Buffer.concat([Buffer.alloc(13), zip, Buffer.alloc(7)]);
    assert.equal(refusalOf(around.subarray(13, 13 + zip.length)), null);
  });
});

describe('an archive that could hurt', () => {
  it('is refused when a name leads out of it', () => {
    for (const name of ['../evil', 'word/../../evil', '/etc/passwd', 'C:/evil', 'word\\evil', '..', 'a/\0b']) {
      assert.equal(refusalOf(zipSync({ ...TWO, [name]: strToU8('x') })), 'unsafe-path', name);
    }
  });

  it('is refused when a part is encrypted, by the directory or by the header of the part', () => {
    const zip = zipSync(TWO);
    const set = (offset: number) => (view: DataView, at: number, n: number) => {
      if (n === 1) view.setUint16(at + offset, view.getUint16(at + offset, true) | 1, true);
    };
    assert.equal(refusalOf(patched(zip, LISTED, set(8))), 'encrypted');
    assert.equal(refusalOf(patched(zip, LOCAL, set(6))), 'encrypted');
    const aes = patched(zip, LISTED, (view, at) => view.setUint16(at + 10, 99, true));
    assert.equal(refusalOf(aes), 'encrypted');
  });

  it('is refused when a part shrinks absurdly', () => {
    const zeros = new Uint8Array(5 << 20);
    assert.equal(refusalOf(zipSync({ ...TWO, 'word/document.xml': zeros })), 'bomb');
    assert.equal(refusalOf(zipSync({ ...TWO, 'word/media/blank.bmp': zeros })), null);
  });

  it('is refused when all parts together are too large, or too many', () => {
    const half = new Uint8Array(600).map((_, i) => i * i);
    assert.equal(refusalOf(zipSync({ a: half, b: half }), { total: 1000 }), 'bomb');
    assert.equal(refusalOf(zipSync({ a: half }), { part: 500 }), 'bomb');
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`p${i}`, half]));
    assert.equal(refusalOf(zipSync(many), { entries: 49 }), 'bomb');
  });

  it('is refused when a part inflates to more than it declares', () => {
    const lying = patched(zipSync({ 'a.xml': new Uint8Array(1 << 20) }), LISTED, (view, at) =>
      view.setUint32(at + 24, 1000, true),
    );
    assert.equal(refusalOf(lying), 'bomb');
  });

  it('is refused when parts share their bytes', () => {
    assert.equal(refusalOf(quoted()), 'bomb');
  });
});

/** One stored part whose bytes hold the header of a second part, and a directory that lists both. */
function quoted(): Uint8Array {
  const inner = zipSync({ 'b.xml': strToU8('y'.repeat(100)) }, { level: 0 });
  const header = inner.subarray(0, 30 + 5 + 100);
  const zip = zipSync({ 'a.xml': header, 'c.xml': strToU8('z') }, { level: 0 });
  return patched(zip, LISTED, (view, at, n) => {
    if (n !== 1) return;
    const listed = new DataView(inner.buffer, inner.byteOffset + header.length);
    for (let i = 0; i < 46 + 5; i++) view.setUint8(at + i, listed.getUint8(i));
    view.setUint32(at + 42, 30 + 5, true);
  });
}

describe('a damaged archive', () => {
  const zip = zipSync(TWO);

  it('is refused wherever it is cut off', () => {
    for (let length = 0; length < zip.length; length += 3) {
      assert.equal(refusalOf(zip.subarray(0, length)), 'damaged', String(length));
    }
  });

  it('is refused when a part stands twice', () => {
    const twice = zipSync({ 'a.xml': strToU8('1'), 'b.xml': strToU8('2') });
    const rename = (offset: number) => (view: DataView, at: number) => view.setUint8(at + offset, 97);
    assert.equal(refusalOf(patched(patched(twice, LOCAL, rename(30)), LISTED, rename(46))), 'damaged');
  });

  it('is refused when names, sums or counts contradict each other', () => {
    const name = patched(zip, LOCAL, (view, at) => view.setUint8(at + 30, 122));
    assert.equal(refusalOf(name), 'damaged');
    const sum = patched(zip, LISTED, (view, at) => view.setUint32(at + 16, 1, true));
    assert.equal(refusalOf(sum), 'damaged');
    const count = patched(zip, END, (view, at) => view.setUint16(at + 10, 3, true));
    assert.equal(refusalOf(count), 'damaged');
    const place = patched(zip, END, (view, at) => view.setUint32(at + 16, 0x7fffffff, true));
    assert.equal(refusalOf(place), 'damaged');
  });

  it('never throws, whichever bytes are changed', () => {
    const change = fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(change, (changes) => {
        const copy = zip.slice();
        for (const [at, byte] of changes) copy[at] = byte;
        refusalOf(copy);
      }),
      { numRuns: 500 },
    );
  });
});

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type Box, type Document, fileRefusal, USUAL_LIMITS } from '#document/model.ts';
import type { Opener } from '#document/open.ts';
import { writeCrops } from './crops.ts';

const TEXT = 'Thu 12.000 tỷ, giảm 7% khoảng lO năm';
const root = mkdtempSync(join(tmpdir(), 'bamsat-'));
after(() => rmSync(root, { recursive: true, force: true }));

const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const words = ['12.000', '7%', 'khoảng', 'lO'].map((word, i) => ({
  span: span(word),
  page: i < 2 ? 3 : 4,
  box: { x: 20 + 180 * i, y: 100, width: 30, height: 12 },
  confidence: 0.4,
}));
const DOCUMENT: Document = {
  format: 'pdf',
  pages: [3, 4].map((number) => ({ number, width: 595, height: 842, source: 'ocr', confidence: 0.9 })),
  text: TEXT,
  lines: [],
  words,
  doubts: words.map((word) => word.span),
  warnings: [],
};

/** Draws the number of the page. */
function opener(asked: { page: number; box: Box | undefined }[], until = Number.POSITIVE_INFINITY): Opener {
  return {
    open: async () => ({ ok: false, error: fileRefusal('damaged', 'hỏng', 'damaged') }),
    async pagePicture(_bytes, _name, page, options) {
      if (asked.length >= until) return { ok: false, error: fileRefusal('too-long', 'quá lâu', 'too long') };
      asked.push({ page, box: options?.box });
      return { ok: true, value: Uint8Array.of(page) };
    },
    async close() {},
  };
}

const orderTo = (folder: string, document = DOCUMENT) => ({
  bytes: Uint8Array.of(1),
  file: 'a.pdf',
  document,
  folder: join(root, folder),
  limits: USUAL_LIMITS,
  signal: new AbortController().signal,
});

describe('pictures of doubtful numbers', () => {
  it('are written page by page, with what stands beside the number, and named in order', async () => {
    const asked: { page: number; box: Box | undefined }[] = [];
    const { crops, missing } = await writeCrops(opener(asked), orderTo('a.crops'));
    assert.equal(missing, null);
    assert.deepEqual(
      crops.map((crop) => [crop.page, crop.path, TEXT.slice(crop.span.start, crop.span.end)]),
      [
        [3, 'a.crops/trang-003-01.png', '12.000'],
        [3, 'a.crops/trang-003-02.png', '7%'],
        [4, 'a.crops/trang-004-01.png', 'lO'],
      ],
    );
    for (const { page, path } of crops) assert.deepEqual([...readFileSync(join(root, path))], [page]);
    assert.deepEqual(asked[0], { page: 3, box: { x: 0, y: 100, width: 120, height: 12 } });
    assert.deepEqual(asked[2]?.box, { x: 490, y: 100, width: 105, height: 12 });
  });

  it('of an earlier run go, and nothing else does', async () => {
    const folder = join(root, 'b.crops');
    mkdirSync(folder);
    for (const name of ['trang-099-01.png', 'của tôi.png']) writeFileSync(join(folder, name), '');
    await writeCrops(opener([]), orderTo('b.crops', { ...DOCUMENT, doubts: [span('7%')] }));
    assert.deepEqual(readdirSync(folder).sort(), ['của tôi.png', 'trang-003-01.png'].sort());
  });

  it('leave no folder where nothing is in doubt', async () => {
    const { crops } = await writeCrops(opener([]), orderTo('c.crops', { ...DOCUMENT, doubts: [span('khoảng')] }));
    assert.deepEqual(crops, []);
    assert.equal(existsSync(join(root, 'c.crops')), false);
  });

  it('are kept as far as they went, and why the rest is missing is said', async () => {
    const { crops, missing } = await writeCrops(opener([], 1), orderTo('d.crops'));
    assert.equal(crops.length, 1);
    assert.match(missing?.vi ?? '', /quá lâu/);
  });
});

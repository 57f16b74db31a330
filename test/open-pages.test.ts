/** Pages of PDFs and scans: read as they are or recognised, the ones that are asked for, told as they go. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { type Document, type OpenProgress, placesOf } from '#document/model.ts';
import { createOpener, type Opener, type OpenFileOptions } from '#document/open.ts';
import { makeDocx, paragraph } from '#test/support/hostile.ts';
import { type Placed, writePdf } from '#test/support/pdf-by-hand.ts';
import { writeImagePdf } from './makers/image-pdf.ts';

const DPI = 200;
const lines = (page: number): Placed[] =>
  Array.from({ length: 8 }, (_, i) => ({
    text: `Trang ${page} dong ${i + 1}: tong von dau tu 12.345 trieu dong nam 2021`,
    x: 72,
    y: 100 + 30 * i,
    size: 14,
  }));

let opener: Opener;
let text: Uint8Array;
let scan: Uint8Array;
before(async () => {
  opener = createOpener();
  text = writePdf([lines(1), lines(2), lines(3)]);
  scan = writeImagePdf(await Promise.all([1, 2].map(photograph)));
});
after(() => opener.close());

/** A page of the text as a scanner sees it. */
async function photograph(page: number) {
  const drawn = await opener.pagePicture(text, 'a.pdf', page, { dpi: DPI });
  assert.ok(drawn.ok);
  const { data, info } = await sharp(drawn.value).jpeg({ quality: 90 }).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, dpi: DPI, coding: 'jpeg' as const, data };
}

async function read(bytes: Uint8Array, name: string, options: OpenFileOptions = {}): Promise<Document> {
  const opened = await opener.open(bytes, name, options);
  assert.ok(opened.ok, opened.ok ? '' : opened.error.en);
  return opened.value;
}

const codes = (document: Document) => document.warnings.map(({ code }) => code);

describe('a PDF with text', () => {
  it('is read page by page, and tells how far it is', async () => {
    const told: OpenProgress[] = [];
    const document = await read(text, 'a.pdf', { onProgress: (progress) => told.push(progress) });
    assert.deepEqual(
      told,
      [1, 2, 3].map((done) => ({ done, total: 3, stage: 'text' })),
    );
    assert.deepEqual(
      document.pages.map(({ number, source, confidence }) => [number, source, confidence]),
      [1, 2, 3].map((number) => [number, 'text', null]),
    );
    assert.deepEqual(document.warnings, []);
  });

  it('is read from and to the pages that are asked for', async () => {
    const told: OpenProgress[] = [];
    const pages = { from: 2, to: 2 };
    const document = await read(text, 'a.pdf', { pages, onProgress: (progress) => told.push(progress) });
    assert.match(document.text, /Trang 2/);
    assert.doesNotMatch(document.text, /Trang [13]/);
    assert.deepEqual(
      document.pages.map(({ number }) => number),
      [2],
    );
    assert.deepEqual(told, [{ done: 1, total: 1, stage: 'text' }]);
  });
});

describe('a scan', () => {
  it('is recognised, and its words are found where they stand', async () => {
    const told: OpenProgress[] = [];
    const document = await read(scan, 'a.pdf', { onProgress: (progress) => told.push(progress) });
    assert.deepEqual(
      told.map(({ stage }) => stage),
      ['ocr', 'ocr'],
    );
    assert.deepEqual(told.at(-1), { done: 2, total: 2, stage: 'ocr' });
    assert.ok(document.pages.every(({ source, confidence }) => source === 'ocr' && (confidence ?? 0) > 0.5));
    assert.ok(codes(document).includes('pages-recognised'));
    const start = document.text.indexOf('12.345', document.text.indexOf('Trang 2'));
    assert.ok(start > 0, document.text);
    const [place] = placesOf(document, { start, end: start + 6 });
    assert.ok(place);
    assert.equal(place.page, 2);
    const middle = place.box.y + place.box.height / 2;
    assert.ok(Math.abs(middle - (100 - 5)) < 4, `middle ${middle}`);
    assert.ok(place.box.x > 72 && place.box.x + place.box.width < 500);
  });

  it('is recognised as a picture too', async () => {
    const picture = await photograph(3);
    const document = await read(picture.data, 'scan.jpg');
    assert.equal(document.format, 'image');
    assert.match(document.text, /Trang 3/);
  });

  it('is recognised only as far as it is asked for, and not at all when that is forbidden', async () => {
    const second = await read(scan, 'a.pdf', { pages: { from: 2, to: 2 } });
    assert.deepEqual(
      second.pages.map(({ number }) => number),
      [2],
    );
    assert.doesNotMatch(second.text, /Trang 1/);
    const refused = await opener.open(scan, 'a.pdf', { ocr: 'never' });
    assert.ok(!refused.ok && refused.error.code === 'no-text');
  });

  it('with text is recognised when that is demanded', async () => {
    const document = await read(text, 'a.pdf', { ocr: 'always', pages: { from: 1, to: 1 } });
    assert.equal(document.pages[0]?.source, 'ocr');
  });
});

describe('a file without pages', () => {
  it('is read whole, with a warning when pages were asked for', async () => {
    const docx = makeDocx(paragraph('Nghị quyết'));
    assert.deepEqual(codes(await read(docx, 'a.docx')), []);
    assert.deepEqual(codes(await read(docx, 'a.docx', { pages: { from: 1, to: 2 } })), ['no-pages']);
  });
});

describe('the process that asks', () => {
  it('goes on with its work while a file is opened', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 5).unref();
    await read(scan, 'a.pdf', { pages: { from: 1, to: 1 } });
    clearInterval(timer);
    assert.ok(turns > 5, `${turns} turns`);
  });

  it('keeps the bytes, or hands them over when it says so', async () => {
    const bytes = Uint8Array.from(text);
    const { text: kept } = await read(bytes, 'a.pdf');
    assert.deepEqual(bytes, text);
    const { text: handedOver } = await read(bytes, 'a.pdf', { consume: true });
    assert.equal(handedOver, kept);
    assert.equal(bytes.length, 0);
  });
});

/** Files that are made to hurt, and files that can't be read: each is refused in one sentence, and nothing is left behind. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import type { Document, FileRefusalCode, OpenOptions } from '#document/model.ts';
import { createOpener, type Opener } from '#document/open.ts';
import {
  lieAboutSizes,
  lockZip,
  makeCompound,
  makeDocx,
  makeLockedOdt,
  makeOverlappingZip,
  paragraph,
} from '#test/support/hostile.ts';
import { checkSentences, type Ground, takeGround } from '#test/support/opening.ts';
import { joinObjects, type Placed, writeEndlessPdf, writeLockedPdf, writePdf } from '#test/support/pdf-by-hand.ts';

let ground: Ground;
let opener: Opener;
before(() => {
  ground = takeGround();
  opener = createOpener();
});
afterEach(() => ground.checkClean('idle'));
after(async () => {
  await opener.close();
  ground.checkClean('none');
  ground.leave();
});

/** The code of the refusal, `ok` when there is none. */
async function outcome(bytes: Uint8Array, name: string, options: OpenOptions = {}): Promise<FileRefusalCode | 'ok'> {
  const opened = await opener.open(bytes, name, options);
  if (opened.ok) return 'ok';
  checkSentences(opened.error, SECRET_WORD);
  return opened.error.code;
}

async function read(bytes: Uint8Array, name: string, options: OpenOptions = {}): Promise<Document> {
  const opened = await opener.open(bytes, name, options);
  assert.ok(opened.ok, opened.ok ? '' : opened.error.en);
  return opened.value;
}

/** Stands in every file; must stand in no refusal. */
const SECRET_WORD = 'Bí danh X1';
const TEXT = paragraph(`Nghị quyết ${SECRET_WORD}`);
const LINES: Placed[] = Array.from({ length: 30 }, (_, i) => ({
  text: `Dieu ${i + 1}. Thong qua nhiem vu phat trien kinh te xa hoi nam 2021`,
  x: 72,
  y: 80 + 20 * i,
}));

describe('an archive', () => {
  it('that inflates without measure is refused, whatever its directory says', async () => {
    const bomb = makeDocx('', { 'word/document.xml': new Uint8Array(64 * 1024 * 1024).fill(0x20) });
    assert.equal(await outcome(bomb, 'a.docx'), 'bomb');
    const lying = await outcome(lieAboutSizes(bomb, 1000), 'a.docx');
    assert.ok(lying === 'bomb' || lying === 'damaged', lying);
  });

  it('whose parts share their bytes, or that has absurdly many, is refused', async () => {
    const overlapping = await outcome(makeOverlappingZip(500, 100_000), 'a.docx');
    assert.ok(overlapping === 'bomb' || overlapping === 'damaged', overlapping);
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`word/${i}.xml`, new Uint8Array(0)]));
    assert.equal(await outcome(zipSync(many, { level: 0 }), 'a.docx'), 'bomb');
  });

  it('inside of another is not opened', async () => {
    const inner = makeDocx(TEXT);
    assert.equal(await outcome(zipSync({ 'a.docx': inner }), 'a.zip'), 'unknown-format');
    assert.equal(await outcome(zipSync({ 'a.docx': inner }), 'a.docx'), 'wrong-extension');
  });

  it('with a path that leads out of it is refused', async () => {
    for (const path of ['../../etc/cron.d/x', '/etc/passwd', 'word/../../x', 'C:/x', 'word\\..\\..\\x']) {
      assert.equal(await outcome(makeDocx(TEXT, { [path]: 'x' }), 'a.docx'), 'unsafe-path', path);
    }
  });

  it('with a password is refused', async () => {
    assert.equal(await outcome(lockZip(makeDocx(TEXT)), 'a.docx'), 'encrypted');
    assert.equal(await outcome(lockZip(makeDocx(TEXT)), '-'), 'encrypted');
  });
});

describe('XML', () => {
  const part = (xml: string) => makeDocx('', { 'word/document.xml': xml });
  const root = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
  const end = '</w:body></w:document>';

  it('with entities that multiply is refused', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const xml = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">${laughs}]>${root}${paragraph('&l9;')}${end}`;
    assert.equal(await outcome(part(xml), 'a.docx'), 'unsafe-xml');
  });

  it('that asks for a file or an address is refused', async () => {
    for (const place of ['file:///etc/passwd', 'http://127.0.0.1:9/x']) {
      const xml = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "${place}">]>${root}${paragraph('&x;')}${end}`;
      assert.equal(await outcome(part(xml), 'a.docx'), 'unsafe-xml');
    }
  });

  it('nested ten thousand deep is refused', async () => {
    const deep = `${'<w:sdt>'.repeat(10_000)}${TEXT}${'</w:sdt>'.repeat(10_000)}`;
    assert.equal(await outcome(makeDocx(deep), 'a.docx'), 'unsafe-xml');
  });

  it('nested deep in a web page is read or refused, and ends', async () => {
    const html = `<html><body>${'<div><b>'.repeat(100_000)}${SECRET_WORD}`;
    const result = await outcome(strToU8(html), 'a.html');
    assert.ok(result === 'ok' || result === 'unsafe-xml', result);
  });
});

describe('a file that was cut short', () => {
  it('is refused, or read as far as it is whole', async () => {
    const picture = sharp({ create: { width: 400, height: 300, channels: 3, background: '#fff' } });
    const files: [string, Uint8Array][] = [
      ['a.docx', makeDocx(TEXT)],
      ['a.odt', makeLockedOdt()],
      ['a.doc', makeCompound(['WordDocument', '1Table'])],
      ['a.pdf', writePdf([LINES])],
      ['a.png', await picture.clone().png().toBuffer()],
      ['a.jpg', await picture.clone().jpeg().toBuffer()],
      ['a.tif', await picture.clone().tiff().toBuffer()],
      ['a.rtf', strToU8(`{\\rtf1\\ansi{\\b ${'x'.repeat(500)}}}`)],
    ];
    for (const [name, bytes] of files) {
      for (const part of [0.3, 0.6, 0.95]) {
        const result = await outcome(bytes.subarray(0, Math.floor(bytes.length * part)), name, { ocr: 'never' });
        const usual = ['damaged', 'no-text', ...(/pdf|rtf/.test(name) ? ['ok'] : [])];
        assert.ok(usual.includes(result), `${name} ${part}: ${result}`);
      }
    }
  });
});

describe('a file with a password', () => {
  it('is refused, whatever its kind', async () => {
    assert.equal(await outcome(writeLockedPdf(), 'a.pdf'), 'encrypted');
    assert.equal(await outcome(makeCompound(['EncryptionInfo', 'EncryptedPackage']), 'a.docx'), 'encrypted');
    assert.equal(await outcome(makeLockedOdt(), 'a.odt'), 'encrypted');
  });
});

describe('a file without anything to read', () => {
  it('is refused', async () => {
    assert.equal(await outcome(new Uint8Array(0), 'a.pdf'), 'empty');
    for (const [name, bytes] of [
      ['a.txt', strToU8(' \n\t\r\n ')],
      ['a.html', strToU8('<html><body> <p> </p></body></html>')],
      ['a.docx', makeDocx('<w:p/>')],
      ['a.docx', makeDocx(paragraph(' '))],
    ] as const) {
      const result = await outcome(bytes, name);
      assert.ok(result === 'no-text' || result === 'empty', `${name}: ${result}`);
    }
  });

  it('is told to be recognised when it only has pictures', async () => {
    const opened = await opener.open(writePdf([[]]), 'a.pdf', { ocr: 'never' });
    assert.ok(!opened.ok && opened.error.code === 'no-text');
    assert.match(opened.error.vi, /nhận dạng chữ \(OCR\)/);
  });
});

describe('a file over a limit', () => {
  const three = writePdf([LINES, LINES, LINES]);

  it('of size or pages is refused', async () => {
    assert.equal(await outcome(strToU8('x'.repeat(2000)), 'a.txt', { limits: { bytes: 1000 } }), 'too-large');
    assert.equal(await outcome(three, 'a.pdf', { limits: { pages: 2 } }), 'too-many-pages');
    assert.equal(await outcome(three, 'a.pdf', { limits: { pages: 2 }, pages: { from: 2, to: 3 } }), 'ok');
  });

  it('of its own pages is refused', async () => {
    assert.equal(await outcome(three, 'a.pdf', { pages: { from: 4, to: 5 } }), 'no-such-page');
    assert.equal(await outcome(three, 'a.pdf', { pages: { from: 0, to: 1 } }), 'no-such-page');
  });

  it('by a tree of pages without end is refused, and ends', async () => {
    const result = await outcome(writeEndlessPdf(), 'a.pdf', { ocr: 'never' });
    assert.ok(['damaged', 'too-many-pages', 'no-text'].includes(result), result);
  });

  it('by a page as large as a house is read or refused, and ends', async () => {
    const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 2000000 2000000] >>';
    const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', page];
    const pdf = joinObjects(objects.map((object) => Buffer.from(object)));
    const result = await outcome(pdf, 'a.pdf');
    assert.ok(['no-text', 'damaged', 'too-much-memory'].includes(result), result);
    const drawn = await opener.pagePicture(pdf, 'a.pdf', 1, { dpi: 300 });
    assert.ok(drawn.ok);
  });
});

describe('a document marked as a state secret', () => {
  const mark = (text: string) => `${paragraph('ỦY BAN NHÂN DÂN')}${paragraph(text)}${TEXT}`;

  it('is refused in every kind of file', async () => {
    assert.equal(await outcome(makeDocx(mark('TỐI MẬT')), 'a.docx'), 'secret');
    assert.equal(await outcome(strToU8(`ỦY BAN NHÂN DÂN\nMẬT\n${SECRET_WORD}`), 'a.txt'), 'secret');
    assert.equal(await outcome(strToU8(`<html><p>TUYỆT MẬT</p><p>${SECRET_WORD}</p></html>`), 'a.html'), 'secret');
    const stamped = writePdf([[{ text: 'TUYET MAT', x: 90, y: 110 }, ...LINES], LINES]);
    assert.equal(await outcome(stamped, 'a.pdf', { ocr: 'never' }), 'secret');
    assert.equal(await outcome(stamped, 'a.pdf', { ocr: 'never', pages: { from: 2, to: 2 } }), 'secret');
  });

  it('is not one that only speaks of secrets', async () => {
    assert.equal(await outcome(makeDocx(mark('CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC')), 'a.docx'), 'ok');
  });
});

describe('a stretch of the text', () => {
  it('is shown where it stands on its page', async () => {
    const { placesOf } = await import('#document/model.ts');
    const target: Placed = { text: 'Chi tieu: 12,5 trieu dong', x: 130, y: 424, size: 14 };
    const document = await read(writePdf([LINES, [...LINES.slice(0, 15), target]], { compressed: true }), 'a.pdf');
    const start = document.text.indexOf('12,5');
    const [place, ...others] = placesOf(document, { start, end: start + '12,5'.length });
    assert.ok(place);
    assert.deepEqual(others, []);
    assert.equal(place.page, 2);
    // Widths of Helvetica, thousandths of its size: `Chi tieu: ` before it, then `12,5`.
    const before = [722, 556, 222, 278, 278, 222, 556, 556, 278, 278].reduce((a, b) => a + b) * 0.014;
    const width = [556, 556, 278, 556].reduce((a, b) => a + b) * 0.014;
    near(place.box.x, 130 + before);
    near(place.box.width, width);
    assert.ok(place.box.y < 424 - 9 && place.box.y > 424 - 16, `top ${place.box.y}`);
    assert.ok(place.box.y + place.box.height > 422 && place.box.y + place.box.height < 430, 'bottom');
  });

  it('is cut out of the picture of its page', async () => {
    const pdf = writePdf([[{ text: 'HHHHHHHH', x: 100, y: 300, size: 20 }]]);
    const whole = await opener.pagePicture(pdf, 'a.pdf', 1, { dpi: 72 });
    assert.ok(whole.ok);
    const { width, height } = await sharp(whole.value).metadata();
    assert.deepEqual([width, height], [595, 842]);
    const box = { x: 100, y: 285, width: 115, height: 16 };
    const part = await opener.pagePicture(pdf, 'a.pdf', 1, { dpi: 144, box });
    assert.ok(part.ok);
    const { data, info } = await sharp(part.value).greyscale().raw().toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height], [2 * (115 + 16), 2 * (16 + 16)]);
    assert.ok(data.filter((value) => value < 100).length > 0.1 * data.length, 'the letters fill it');
    assert.equal((await opener.pagePicture(pdf, 'a.pdf', 2)).ok, false);
    assert.equal((await opener.pagePicture(strToU8('Nghị quyết'), 'a.txt', 1)).ok, false);
  });
});

function near(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) <= 2, `${actual} is not near ${expected}`);
}

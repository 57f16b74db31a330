/** The makers of test files: what they write is what the reader has to find, and the same at every run. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { compose } from '#document/compose.ts';
import { readDocx } from '#document/docx/docx.ts';
import { type Printer, tryPrinter } from './browser.ts';
import { type FormPart, formText, type Label } from './form.ts';
import { writeHtml } from './html.ts';
import { writeImagePdf } from './image-pdf.ts';
import { numberLabels } from './numbering.ts';
import { parseForm, readLabel } from './parse-form.ts';
import { makeScan } from './scan.ts';
import { makeWord } from './word.ts';

const SAMPLE = `TỈNH ỦY LÂM SƠN
*
Số 07-NQ/TU

ĐẢNG CỘNG SẢN VIỆT NAM

Lâm Sơn, ngày 05 tháng 3 năm 2026

NGHỊ QUYẾT
về nhiệm vụ năm 2026

I. MỤC TIÊU

1. Mục tiêu chung

Thúc đẩy tăng trưởng nhanh và bền vững¹; khai thác tốt tiềm năng, lợi thế của từng địa

phương trong tỉnh.

2. Chỉ tiêu

- Tổng thu ngân sách: 5.047 tỷ đồng
- Tỷ lệ đô thị hóa: 31%
+ Đô thị loại IV:	2

¹ Theo giá so sánh năm 2010.

II. NHIỆM VỤ

1. Phát triển kinh tế

- Đẩy mạnh *thu hút đầu tư*.

a) Cải cách thủ tục hành chính.

b) Hỗ trợ doanh nghiệp.

d) Chuyển đổi số.

Nơi nhận:

- Các huyện ủy,
- Lưu Văn phòng.

T/M BAN THƯỜNG VỤ
BÍ THƯ

Trần Văn A
`;

const form = parseForm(SAMPLE);

describe('the form of a sample', () => {
  it('has the parts of a document', () => {
    assert.deepEqual(
      form.parts.map((part) => part.kind),
      [
        'head',
        'title',
        'heading',
        'heading',
        'paragraph',
        'heading',
        'rows',
        'heading',
        'heading',
        'item',
        'item',
        'item',
        'item',
        'signing',
      ],
    );
    assert.equal(form.notes.length, 1);
  });

  it('says the words of the sample, put together where a page had cut them', () => {
    const text = formText(form);
    assert.match(text, /của từng địa phương trong tỉnh\./);
    assert.match(text, /^Lâm Sơn, ngày 05 tháng 3 năm 2026$/m);
    assert.match(text, /^- Tổng thu ngân sách: 5\.047 tỷ đồng$/m);
    assert.match(text, /^Theo giá so sánh năm 2010\.$/m);
  });
});

describe('automatic numbers', () => {
  const labels = (lines: readonly string[]) => lines.map((line) => readLabel(`${line} Việc`).label as Label);

  it('are given to labels that a list would show', () => {
    const { places } = numberLabels(
      labels(['I.', '1.', '1.1.', '1.2.', '2.', '2.1.', 'a)', 'b)', 'II.', '1.', '-', '+']),
    );
    assert.deepEqual(
      places.map((place) => place?.level),
      [0, 1, 2, 2, 1, 2, 5, 5, 0, 1, 0, 1],
    );
  });

  it('are refused to a label that they would change', () => {
    const { places } = numberLabels(labels(['1.2.', '1.', '1.1.', '1.3.', 'Điều 1.']));
    assert.deepEqual(
      places.map((place) => place !== null),
      [false, true, true, false, false],
    );
  });

  it('begin anew in another list when a letter is left out', () => {
    const { places, lists } = numberLabels(labels(['a)', 'b)', 'd)', 'e)']));
    assert.deepEqual(new Set(places.map((place) => place?.list)).size, 2);
    assert.equal([...lists.values()][1]?.[5]?.start, 4);
  });
});

describe('a made Word file', () => {
  it('is read with the labels, rows and notes that were put in', async () => {
    const content = readDocx(await makeWord(form));
    assert.ok(content.ok);
    const { text } = compose(content.value);
    for (const line of ['I. MỤC TIÊU', '2. Chỉ tiêu', 'II. NHIỆM VỤ', '1. Phát triển kinh tế', 'd) Chuyển đổi số.']) {
      assert.match(text, new RegExp(`^\\**${line.replace(/[.)]/g, '\\$&')}`, 'm'));
    }
    assert.match(text, /^\| - Tổng thu ngân sách: \| 5\.047 tỷ đồng \|$/m);
    assert.match(text, /bền vững\[\^(\d+)\];[\s\S]*\[\^\1\]: Theo giá so sánh năm 2010\./);
    assert.match(text, /Số 07-NQ\/TU/);
  });
});

describe('a scan', () => {
  const blank = writeImagePdf([
    { width: 160, height: 120, dpi: 72, coding: 'bits', data: new Uint8Array(20 * 120).fill(0xf0) },
    { width: 160, height: 120, dpi: 72, coding: 'bits', data: new Uint8Array(20 * 120).fill(0xff) },
  ]);

  it('has a picture a page, of the size of the page', async () => {
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(await makeScan(blank, { seed: 'a', dpi: 144 }));
    const pages = [...document.pages()];
    assert.equal(pages.length, 2);
    assert.deepEqual(
      pages.map((page) => page.getOriginalSize()),
      [0, 1].map(() => ({ originalWidth: 160, originalHeight: 120 })),
    );
    assert.deepEqual(
      pages.map((page) => page.getText().trim()),
      ['', ''],
    );
    document.destroy();
    library.destroy();
  });

  it('is the same for the same seed, and another for another', async () => {
    const [first, again, other] = await Promise.all(['a', 'a', 'b'].map((seed) => makeScan(blank, { seed, dpi: 72 })));
    assert.deepEqual(first, again);
    assert.notDeepEqual(first, other);
  });
});

const printer = await tryPrinter();
const why = typeof printer === 'string' ? printer : false;

describe('a printed form', { skip: why }, () => {
  const opened = printer as Printer;
  after(() => opened.close());
  let pages: string[] = [];
  let seals: readonly { page: number }[] = [];

  before(async () => {
    const more: FormPart = { kind: 'paragraph', runs: [{ text: 'Huy động mọi nguồn lực. '.repeat(20) }] };
    const parts = [...form.parts.slice(0, 5), ...Array.from({ length: 12 }, () => more), ...form.parts.slice(5)];
    const long = { ...form, parts };
    const printed = await opened.print(writeHtml(long));
    seals = printed.seals;
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(printed.pdf);
    pages = [...document.pages()].map((page) => page.getText().normalize('NFC'));
    document.destroy();
    library.destroy();
  });

  it('runs over pages, numbered from the second', () => {
    assert.ok(pages.length >= 2);
    assert.match(pages[1] as string, /\s2\s*$/);
    assert.doesNotMatch(pages[0] as string, /\s1\s*$/);
  });

  it('has each note at the foot of the page of its first mark', () => {
    assert.match(pages[0] as string, /Theo giá so sánh năm 2010\.\s*$/);
  });

  it('says where the stamp belongs', () =>
    assert.deepEqual(
      seals.map((seal) => seal.page),
      [pages.length],
    ));
});

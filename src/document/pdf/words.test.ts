/** Words of PDF pages: their text, their places, their type, however the file writes them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PageContent, PageWord } from '#document/page.ts';
import { encode, show, type TestFile, writePdf } from '#test/support/pdf-file.ts';
import { openPdf, type Pdf } from './pdf.ts';

describe('the words of a page', () => {
  it('stand where they were drawn, origin at the top left', async () => {
    const [first, second] = (await contentOf(show('U0', 14, 100, 700, 'Nghị quyết'))).words;
    assertBox(first, { x: 100, top: 142 - 14, right: 128, base: 142 });
    assertBox(second, { x: 135, top: 142 - 14, right: 170, base: 142 });
    assert.deepEqual(first?.font, { name: 'Times New Roman', size: 14, bold: false, italic: false });
  });

  it('stand where they are shown on turned and cropped pages', async () => {
    // Drawn so that it is upright on the page as shown, 100 points from the left and 60 from the top.
    const turned = [
      { entries: '/CropBox[20 30 520 730]', matrix: '1 0 0 1 120 670' },
      { entries: '/CropBox[20 30 520 730]/Rotate 90', matrix: '0 1 -1 0 80 130' },
      { entries: '/CropBox[20 30 520 730]/Rotate 180', matrix: '-1 0 0 -1 420 90' },
      { entries: '/CropBox[20 30 520 730]/Rotate 270', matrix: '0 -1 1 0 460 630' },
    ];
    for (const { entries, matrix } of turned) {
      const content = `BT /U0 20 Tf ${matrix} Tm ${encode('U0', 'Điều 1.')} Tj ET`;
      const page = await withPdf({ pages: [{ content, entries }] }, (pdf) => pdf.content(1));
      assert.deepEqual([page.width, page.height], /90|270/.test(entries) ? [700, 500] : [500, 700], entries);
      assert.deepEqual(texts(page), ['Điều', '1.'], entries);
      assertBox(page.words[0], { x: 100, top: 42, right: 140, base: 60 });
      assertBox(page.words[1], { x: 150, top: 42, right: 170, base: 60 });
    }
  });

  it('have the size at which they are shown', async () => {
    const page = await contentOf(`q 2 0 0 2 0 0 cm BT /U0 1 Tf 7 0 0 7 50 300 Tm ${encode('U0', 'lớn')} Tj ET Q`);
    assert.equal(page.words[0]?.font?.size, 14);
    assertBox(page.words[0], { x: 100, top: 242 - 13, right: 121, base: 242 });
  });

  it('lose what nobody reads: text outside the page, at an angle, too small, a watermark', async () => {
    const angle = `BT /U0 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm ${encode('U0', 'DỰ THẢO')} Tj ET\n`;
    const faint = `q 0.8 g ${show('U0', 60, 100, 300, 'BẢN NHÁP')} Q 0.8 g ${show('U0', 11, 100, 450, 'nhạt')} 0 g\n`;
    const page = await contentOf(
      show('U0', 14, 700, 400, 'ngoài') +
        angle +
        faint +
        show('U0', 0.5, 100, 300, 'bụi') +
        show('U0', 14, 100, 500, 'thấy'),
    );
    assert.deepEqual(texts(page), ['nhạt', 'thấy']);
  });

  it('that run up the page come last with tall boxes', async () => {
    const up = `BT /U0 10 Tf 0 1 -1 0 50 400 Tm ${encode('U0', 'dọc lề')} Tj ET\n`;
    const page = await contentOf(up + show('U0', 14, 100, 500, 'ngang'));
    assert.deepEqual(texts(page), ['ngang', 'dọc', 'lề']);
    const box = page.words[1]?.box;
    assert.ok(box && box.height > 14 && box.width < 13 && Math.abs(box.y + box.height - 442) < 1);
  });
});

describe('words that the file writes in pieces', () => {
  it('are joined over kerning, over text objects, over fonts', async () => {
    const kerned = `BT /U0 14 Tf 1 0 0 1 100 700 Tm [${encode('U0', 'Ng')} 40 ${encode('U0', 'h')} -60 ${encode('U0', 'ị')}] TJ ET\n`;
    const apart = show('U0', 14, 100, 650, 'quy') + drawn(122, 650, 'ế') + show('U0', 14, 129.5, 650, 't');
    const late = show('U0', 14, 100, 600, 'th') + show('U0', 14, 300, 550, 'xa') + show('U0', 14, 114, 600, 'ực');
    const page = await contentOf(kerned + apart + late, { drawn: DRAWN });
    assert.deepEqual(texts(page), ['Nghị', 'quyết', 'thực', 'xa']);
  });

  it('are parted by gaps where the file writes no spaces', async () => {
    const gaps = `BT /U0 14 Tf 1 0 0 1 100 700 Tm [${encode('U0', 'phát')} -220 ${encode('U0', 'triển')} -220 ${encode('U0', 'kinh')} -220 ${encode('U0', 'tế')}] TJ ET`;
    assert.deepEqual(texts(await contentOf(gaps)), ['phát', 'triển', 'kinh', 'tế']);
  });

  it('are not parted by a space that takes no room', async () => {
    const spaced = `BT /U0 14 Tf 1 0 0 1 100 700 Tm [${encode('U0', 'hộ ')} 500 ${encode('U0', 'i đồng nhân dân')}] TJ ET`;
    assert.deepEqual(texts(await contentOf(spaced)), ['hội', 'đồng', 'nhân', 'dân']);
  });

  it('are joined with their accents, combining or spacing, before or behind the letter, in any order', async () => {
    const combining = show('U0', 14, 100, 700, 'Tie\u0302\u0301ng Vie\u0323\u0302t');
    const over = drawn(100, 650, 'Nghi') + drawn(121, 650, '\u0323') + drawn(128, 650, 'x');
    const spacing = drawn(100, 600, 'to') + drawn(107, 600, '\u00b4') + drawn(114, 600, 'i');
    const swapped = drawn(100, 550, 'b') + drawn(107, 550, '\u0301') + drawn(107, 550, 'e') + drawn(107, 550, '\u0302');
    const page = await contentOf(combining + over + spacing + swapped, { drawn: DRAWN });
    assert.deepEqual(texts(page), ['Tiếng', 'Việt', 'Nghịx', 'tói', 'bế']);
    assert.ok(texts(page).every((text) => text === text.normalize('NFC')));
  });

  it('keep signs that look like accents but stand by themselves', async () => {
    assert.deepEqual(texts(await contentOf(show('U0', 14, 100, 700, 'a ~ b, 2^3 và `mã`'))), [
      'a',
      '~',
      'b,',
      '2^3',
      'và',
      '`mã`',
    ]);
  });

  it('are joined in letter-spaced titles, by spaces or by the spacing of characters', async () => {
    const spaces = show('U0', 14, 100, 700, 'N G H Ị   Q U Y Ế T');
    const spacing = show('U0', 14, 100, 650, 'QUYẾT ĐỊNH', '5 Tc');
    assert.deepEqual(texts(await contentOf(spaces + spacing)), ['NGHỊ', 'QUYẾT', 'QUYẾT', 'ĐỊNH']);
    const mixed = show('U0', 14, 100, 700, 'Số: 12/QĐ-TTg về', '3 Tc');
    assert.deepEqual(texts(await contentOf(mixed)), ['Số:', '12/QĐ-TTg', 'về']);
  });

  it('are not joined over the columns of a table', async () => {
    const letters = ['A', 'B', 'C', 'D', 'E'].map((letter, i) => show('U0', 12, 100 + 60 * i, 700, letter)).join('');
    const numbers = ['1', '2', '3', '4', '5'].map((digit, i) => show('U0', 12, 100 + 14 * i, 650, digit)).join('');
    assert.deepEqual(texts(await contentOf(letters + numbers)), ['A', 'B', 'C', 'D', 'E', '1', '2', '3', '4', '5']);
  });

  it('part from the mark of a footnote and from an exponent', async () => {
    const note = show('U0', 14, 100, 700, 'nghèo') + show('U0', 9, 135, 705, '1');
    const page = await contentOf(note);
    assert.deepEqual(texts(page), ['nghèo', '1']);
    assert.equal(page.words[1]?.font?.size, 9);
  });

  it('have their ligatures written out and hidden hyphens taken away', async () => {
    const page = await contentOf(show('U0', 14, 100, 700, 'e\ufb03cient dài\u200b dòng ngh\u00adị'));
    assert.deepEqual(texts(page), ['efficient', 'dài', 'dòng', 'nghị']);
  });
});

describe('the type of words', () => {
  it('is bold and italic by the name of the font, without the prefix of a subset', async () => {
    const page = await contentOf(show('U0', 14, 100, 700, 'đậm') + show('U1', 14, 200, 700, 'nghiêng'), {
      fonts: ['ABCDEF+TimesNewRomanPS-BoldMT', 'Times New Roman,Italic'],
    });
    assert.deepEqual(
      page.words.map((word) => word.font),
      [
        { name: 'TimesNewRomanPS-BoldMT', size: 14, bold: true, italic: false },
        { name: 'Times New Roman,Italic', size: 14, bold: false, italic: true },
      ],
    );
  });

  it('is bold where glyphs are drawn twice or with an outline, which adds no text', async () => {
    const twice = show('U0', 14, 100, 700, 'Điều 1.') + show('U0', 14, 100.3, 700, 'Điều 1.');
    const letters = [...'Mục'].map((letter, i) => drawn(100 + 7 * i, 650, letter).repeat(2)).join('');
    const outlined = `q ${show('U0', 14, 100, 600, 'Chương', '2 Tr 0.3 w')} Q `;
    const page = await contentOf(twice + letters + outlined + show('U0', 14, 100, 550, 'thường'), { drawn: DRAWN });
    assert.deepEqual(
      page.words.map(({ text, font }) => [text, font?.bold]),
      [
        ['Điều', true],
        ['1.', true],
        ['Mục', true],
        ['Chương', true],
        ['thường', false],
      ],
    );
  });

  it('is italic where upright letters are slanted', async () => {
    const page = await contentOf(`BT /U0 14 Tf 1 0 0.33 1 100 700 Tm ${encode('U0', 'nghiêng')} Tj ET`);
    assert.equal(page.words[0]?.font?.italic, true);
  });

  it('of encodings before Unicode is told by the font and read as Unicode', async () => {
    const page = await contentOf(
      show('U0', 14, 100, 700, 'NghÞ quyÕt') +
        show('U1', 14, 100, 650, 'Nghò quyeát') +
        show('U2', 14, 100, 600, 'héi ®ång'),
      { fonts: ['.VnTime', 'VNI-Times', 'ABCDEF+.VnTimeH'] },
    );
    assert.deepEqual(texts(page), ['Nghị', 'quyết', 'Nghị', 'quyết', 'HỘI', 'ĐỒNG']);
    // The letter ư is a soft hyphen there, or what a maker of PDFs took that for.
    const hyphens = await contentOf(show('U0', 14, 100, 700, '- nh\u00adng n-íc t-, C«ng-ty'), { fonts: ['.VnTime'] });
    assert.deepEqual(texts(hyphens), ['-', 'nhưng', 'nước', 'tư,', 'Công-ty']);
  });
});

const DRAWN = 'Nghixtobeế\u0323\u0301\u0302\u00b4Mục';

function drawn(x: number, y: number, text: string): string {
  return `BT /D 14 Tf 1 0 0 1 ${x} ${y} Tm ${encode('D', text, DRAWN)} Tj ET\n`;
}

async function contentOf(content: string, file: Partial<TestFile> = {}): Promise<PageContent> {
  return withPdf({ ...file, pages: [{ content }] }, (pdf) => pdf.content(1));
}

async function withPdf<T>(file: TestFile, read: (pdf: Pdf) => T): Promise<T> {
  const opened = await openPdf(writePdf(file));
  assert.ok(opened.ok);
  try {
    return read(opened.value);
  } finally {
    opened.value.close();
  }
}

function texts(page: PageContent): string[] {
  return page.words.map((word) => word.text);
}

/** Within a point, from the top of the capitals to under the baseline. */
function assertBox(
  word: PageWord | undefined,
  expected: { x: number; top: number; right: number; base: number },
): void {
  assert.ok(word);
  const { x, y, width, height } = word.box;
  const off = (a: number, b: number) => Math.abs(a - b);
  const told = JSON.stringify(word);
  assert.ok(off(x, expected.x) < 1 && off(x + width, expected.right) < 1, told);
  assert.ok(
    y < expected.base - 10 && y >= expected.top - 1.5 && y + height >= expected.base && y + height < expected.base + 5,
    told,
  );
}

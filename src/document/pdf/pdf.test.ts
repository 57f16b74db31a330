/** PDF files as a whole: what their text is worth, their lines, their pictures, and what is refused or warned of. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encode, show, type TestFile, type TestPage, writePdf } from '#test/support/pdf-file.ts';
import { openPdf, type Pdf } from './pdf.ts';
import { getEngine } from './pdfium.ts';

const PARAGRAPH = [
  'Phấn đấu tốc độ tăng trưởng tổng sản phẩm trên địa bàn đạt 10,5% trở lên;',
  'thu ngân sách nhà nước trên địa bàn tăng bình quân 12%/năm; giảm tỷ lệ hộ nghèo',
  'còn dưới 3%; tỷ lệ lao động qua đào tạo đạt 75%, trong đó có bằng cấp, chứng chỉ',
  'đạt 35%; trên 95% dân số tham gia bảo hiểm y tế; tỷ lệ đô thị hóa đạt 40%.',
];
const BODY = PARAGRAPH.map((line, i) => show('U0', 13, 60, 700 - 20 * i, line)).join('');
const SCAN = 'q 595 0 0 842 0 0 cm /I Do Q\n';
/** A grey picture of 413 × 585 pixels: 50 dpi on A4. */
const PICTURE: Partial<TestFile> = {
  objects: [
    [
      '/Type/XObject/Subtype/Image/Width 413/Height 585/ColorSpace/DeviceGray/BitsPerComponent 8',
      new Uint8Array(413 * 585).fill(220),
    ],
  ],
  resources: '/XObject<</I 10 0 R>>',
};

describe('the text of a page', () => {
  const qualities: [string, string, Partial<TestFile>, string][] = [
    ['is good where it says words', BODY, {}, 'good'],
    ['is good in a table of numbers', numbers(), {}, 'good'],
    [
      'is good in another language',
      show(
        'H',
        12,
        60,
        700,
        'The people of the province have made a plan for the next five years and will carry it out.',
      ),
      {},
      'good',
    ],
    ['is none on an empty page', '', {}, 'none'],
    ['is none on a picture', SCAN, PICTURE, 'none'],
    [
      'is none on a picture with a note of a signature',
      SCAN + show('H', 7, 400, 820, 'Signed by: Van phong UBND; 2026-01-05 10:20:30 +07:00'),
      PICTURE,
      'none',
    ],
    ['is hidden where it lies invisible on a picture', `${SCAN}q 3 Tr ${BODY}Q`, PICTURE, 'hidden'],
    ['is hidden where a picture lies over it', BODY + SCAN, PICTURE, 'hidden'],
    ['is good on a picture that is the background', SCAN + BODY, PICTURE, 'good'],
    [
      'is garbage where codes have no meaning',
      BODY.replaceAll('0110', 'e110').replaceAll('1ea1', 'e111'),
      {},
      'garbage',
    ],
    ['is garbage where codes have another meaning', shifted(), {}, 'garbage'],
  ];
  for (const [name, content, file, expected] of qualities) {
    it(name, async () => {
      assert.equal(await withPdf({ ...file, pages: [{ content }] }, (pdf) => pdf.textQuality(1)), expected);
    });
  }

  it('in an invisible layer is given, but not besides what is painted', async () => {
    const layer = `${SCAN}q 3 Tr ${BODY}Q`;
    const hidden = await withPdf({ ...PICTURE, pages: [{ content: layer }] }, (pdf) => pdf.content(1));
    assert.equal(hidden.words[0]?.text, 'Phấn');
    const both = `${BODY}q 3 Tr ${show('U0', 13, 60, 400, 'ẩn')}Q`;
    const painted = await withPdf({ pages: [{ content: both }] }, (pdf) => pdf.content(1));
    assert.ok(painted.words.every((word) => word.text !== 'ẩn'));
  });

  it('in TCVN3 is read as Unicode even if the font doesn’t say so', async () => {
    const lines = [
      'PhÊn ®Êu tèc ®é t¨ng tr−ëng tæng s¶n phÈm trªn ®Þa bµn ®¹t',
      'thu ng©n s¸ch nhµ n−íc trªn ®Þa bµn t¨ng b×nh qu©n hµng n¨m',
    ];
    const content = lines.map((line, i) => show('U0', 13, 60, 700 - 20 * i, line.replaceAll('−', '\u00ad'))).join('');
    const page = await withPdf({ pages: [{ content }] }, (pdf) => ({ ...pdf.content(1), quality: pdf.textQuality(1) }));
    assert.equal(
      page.words
        .slice(0, 6)
        .map((word) => word.text)
        .join(' '),
      'Phấn đấu tốc độ tăng trưởng',
    );
    assert.equal(page.quality, 'good');
  });

  it('of typed notes and filled-in fields is read, that of a signature’s field is not', async () => {
    const look = (text: string): readonly [string, string] => [
      '/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources 5 0 R',
      show('U0', 12, 2, 5, text),
    ];
    const note = (subtype: string, y: number, look: number, more = '') =>
      `<</Type/Annot/Subtype/${subtype}/Rect[100 ${y} 300 ${y + 20}]/F 4/AP<</N ${look} 0 R>>${more}>>`;
    const objects = [
      look('25/NQ-HĐND'),
      look('điền vào'),
      look('Ký bởi'),
      note('FreeText', 700, 10),
      note('Widget', 600, 11, '/FT/Tx/T(a)'),
      note('Widget', 500, 12, '/FT/Sig/T(b)'),
    ];
    const pages = [{ content: BODY, entries: '/Annots[13 0 R 14 0 R 15 0 R]' }];
    const page = await withPdf({ pages, objects }, (pdf) => pdf.content(1));
    const at = (text: string) => page.words.find((word) => word.text === text)?.box;
    assert.ok(Math.abs((at('25/NQ-HĐND')?.x ?? 0) - 102) < 1);
    assert.ok(Math.abs((at('điền')?.y ?? 0) - (842 - 605 - 11)) < 2);
    assert.equal(at('Ký'), undefined);
  });
});

describe('the ruling lines of a page', () => {
  it('are strokes, thin rectangles and the sides of rectangles, joined where they go on', async () => {
    const strokes = '1 w 100 700 m 200 700 l S 200 700 m 300 700 l S\n';
    const thin = '100 650 200 0.5 re 100 600 0.5 50 re f\n';
    const sides = '0.5 w 350 600 100 50 re S\n';
    const rules = await rulesOf(strokes + thin + sides);
    assert.deepEqual(rules, [
      '100,142-300,142',
      '100,192-300,192',
      '350,192-450,192',
      '350,242-450,242',
      '100,192-100,242',
      '350,192-350,242',
      '450,192-450,242',
    ]);
  });

  it('are found in forms and on turned pages', async () => {
    const objects = [
      ['/Type/XObject/Subtype/Form/BBox[0 0 500 500]/Matrix[1 0 0 1 50 0]', '1 w 0 100 m 200 100 l S'],
    ] as const;
    const file = { objects, resources: '/XObject<</F 10 0 R>>' };
    assert.deepEqual(await rulesOf('q 1 0 0 1 10 0 cm /F Do Q', file), ['60,742-260,742']);
    assert.deepEqual(await rulesOf('q 1 0 0 1 10 0 cm /F Do Q', file, '/Rotate 90'), ['100,60-100,260']);
  });

  it('are not what is white, slanted, curved, thick or a drawing', async () => {
    const white = '1 1 1 RG 1 w 100 700 m 300 700 l S 0 0 0 RG\n';
    const slanted = '100 100 m 300 200 l S 100 300 m 150 350 250 350 300 300 c S\n';
    const thick = '20 w 100 500 m 300 500 l S 100 400 200 30 re f\n';
    assert.deepEqual(await rulesOf(white + slanted + thick), []);
  });

  it('stay few on a page of very many paths', async () => {
    const content = Array.from(
      { length: 100_000 },
      (_, i) => `${i % 590} ${i % 830} m ${(i * 7) % 590} ${i % 830} l S`,
    ).join('\n');
    const rules = await rulesOf(`0.2 w ${content}`);
    assert.ok(rules.length > 0 && rules.length <= 4000);
  });
});

describe('the picture of a page', () => {
  it('is in RGB at the resolution asked for, with what is drawn at its place', async () => {
    const content = '1 0 0 rg 72 698 72 72 re f\n';
    const raster = await withPdf({ pages: [{ content }] }, (pdf) => pdf.raster(1, 144));
    assert.deepEqual([raster.width, raster.height, raster.dpi, raster.channels], [1190, 1684, 144, 3]);
    assert.equal(raster.data.length, 1190 * 1684 * 3);
    const pixel = (x: number, y: number) => [...raster.data.subarray((y * 1190 + x) * 3, (y * 1190 + x) * 3 + 3)];
    assert.deepEqual(pixel(200, 200), [255, 0, 0]);
    assert.deepEqual(pixel(20, 20), [255, 255, 255]);
  });

  it('shows stamps and the fields of signatures', async () => {
    const objects = [
      ['/Type/XObject/Subtype/Form/BBox[0 0 100 100]', '1 0 0 rg 0 0 100 100 re f'],
      '<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/Rect[100 642 200 742]/F 4/AP<</N 10 0 R>>>>',
      '<</Type/Annot/Subtype/Stamp/Rect[300 642 400 742]/F 4/AP<</N 10 0 R>>>>',
    ] as const;
    const file: TestFile = {
      objects,
      pages: [{ content: BODY, entries: '/Annots[11 0 R 12 0 R]' }],
      catalogue: '/AcroForm<</Fields[11 0 R]/SigFlags 3>>',
    };
    await withPdf(file, (pdf) => {
      // Also after the words were read, for which stamps are drawn into a copy.
      pdf.content(1);
      const raster = pdf.raster(1, 72);
      for (const x of [150, 350]) assert.equal(raster.data[(150 * raster.width + x) * 3 + 1], 0, `at ${x}`);
    });
  });

  it('of a page of absurd size is small, and says so', async () => {
    const pages = [{ content: BODY, mediaBox: [0, 0, 28_000, 28_000] as const }];
    const raster = await withPdf({ pages }, (pdf) => pdf.raster(1, 300));
    assert.ok(raster.width * raster.height <= 41_000_000);
    assert.ok(Math.abs(raster.dpi - (raster.width / 28_000) * 72) < 0.1);
  });

  it('that a scanned page consists of tells its resolution', async () => {
    const dpi = (content: string) => withPdf({ ...PICTURE, pages: [{ content }] }, (pdf) => pdf.imageDpi(1));
    assert.equal(await dpi(SCAN), 50);
    assert.equal(await dpi(BODY), null);
    assert.equal(await dpi('q 100 0 0 100 0 0 cm /I Do Q'), null);
    // Scanners cut a page into strips.
    const strips = [0, 1, 2, 3].map((i) => `q 595 0 0 210.5 0 ${210.5 * i} cm /I Do Q\n`).join('');
    assert.equal(await dpi(strips), 200);
  });
});

describe('a PDF that can’t be read', () => {
  const good = writePdf({ pages: [{ content: BODY }] });
  const refused = async (bytes: Uint8Array, code: string) => {
    const opened = await openPdf(bytes);
    assert.ok(!opened.ok);
    assert.equal(opened.error.code, code);
    assert.ok(opened.error.vi !== '' && opened.error.en !== '');
  };

  it('is refused when it wants a password', async () => {
    const key = '00'.repeat(32);
    const encrypt = `/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44/O<${key}>/U<${key}>>>/ID[<00><00>]`;
    await refused(writePdf({ pages: [{ content: BODY }], trailer: encrypt }), 'encrypted');
    const foreign = '/Encrypt<</Filter/Foreign/V 9>>/ID[<00><00>]';
    await refused(writePdf({ pages: [{ content: BODY }], trailer: foreign }), 'encrypted');
  });

  it('is refused when it is none, empty, or without pages', async () => {
    await refused(new Uint8Array(0), 'damaged');
    await refused(new TextEncoder().encode('%PDF-1.7\nnothing else'), 'damaged');
    await refused(crypto.getRandomValues(new Uint8Array(5000)), 'damaged');
    await refused(writePdf({ pages: [] }), 'damaged');
  });

  it('is refused when it is cut off, wherever that is', async () => {
    for (let length = 0; length < good.length - 40; length += 499) await refused(good.subarray(0, length), 'damaged');
  });

  it('is read as far as it goes when its table of contents is damaged', async () => {
    const text = Buffer.from(good)
      .toString('latin1')
      .replace(/startxref\n\d+/, 'startxref\n77');
    const opened = await openPdf(Buffer.from(text, 'latin1'));
    assert.ok(opened.ok);
    assert.deepEqual(
      opened.value.warnings.map((warning) => warning.code),
      ['pdf-repaired'],
    );
    assert.ok(opened.value.content(1).words.length > 40);
    opened.value.close();
  });

  it('ends when its pages go round in a circle or are said to be millions', async () => {
    const text = Buffer.from(good).toString('latin1');
    for (const damaged of [
      text.replace(/\/Kids\[[^\]]*\]/, '/Kids[2 0 R]'),
      text.replace(/\/Kids\[/, '/Kids[2 0 R '),
      text.replace('/Count 1', '/Count 99999999'),
      text.replace(/\/Parent 2 0 R/, '/Parent 10 0 R'),
    ]) {
      const opened = await openPdf(Buffer.from(damaged, 'latin1'));
      if (!opened.ok) continue;
      const last = Math.min(opened.value.pageCount, 3);
      for (let n = 1; n <= last; n++) {
        assert.ok(opened.value.content(n).number === n);
        assert.ok(opened.value.raster(n, 20).width > 0);
      }
      opened.value.close();
    }
  });

  it('loses a damaged page with a warning, not the others', async () => {
    const text = Buffer.from(writePdf({ pages: [{ content: BODY }, { content: BODY }] })).toString('latin1');
    const damaged = text.replace('/Type/Page/', '/Type/Nope/').replace('/MediaBox', '/Mediabox');
    const opened = await openPdf(Buffer.from(damaged, 'latin1'));
    assert.ok(opened.ok);
    const pdf = opened.value;
    for (let n = 1; n <= pdf.pageCount; n++) assert.ok(pdf.pageSize(n).width > 0);
    assert.ok(pdf.content(pdf.pageCount).words.length > 40);
    pdf.close();
  });

  it('goes on in a fresh instance when PDFium fell over', async () => {
    await withPdf({ pages: [{ content: BODY }, { content: BODY }] }, async (pdf) => {
      assert.ok(pdf.content(1).words.length > 40);
      const engine = await getEngine();
      assert.throws(() =>
        engine.run(() => {
          throw new RangeError('Maximum call stack size exceeded');
        }),
      );
      assert.ok(pdf.content(2).words.length > 40);
      assert.deepEqual(pdf.warnings, []);
    });
    assert.equal(await withPdf({ pages: [{ content: BODY }] }, (pdf) => pdf.textQuality(1)), 'good');
  });

  it('is our own mistake when a page is asked for that isn’t there', async () => {
    await withPdf({ pages: [{ content: BODY }] }, (pdf) => {
      assert.throws(() => pdf.content(0), RangeError);
      assert.throws(() => pdf.content(2), RangeError);
    });
  });
});

describe('the warnings of a PDF', () => {
  const risks: [string, Partial<TestFile>][] = [
    ['pdf-javascript', { catalogue: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' }],
    ['pdf-launch', { catalogue: '/OpenAction<</S/Launch/F(calc.exe)>>' }],
    [
      'pdf-attachments',
      {
        objects: [['/Type/EmbeddedFile', 'secret'], '<</Type/Filespec/F(a.exe)/EF<</F 10 0 R>>>>'],
        catalogue: '/Names<</EmbeddedFiles<</Names[(a) 11 0 R]>>>>',
      },
    ],
    [
      'pdf-signed',
      {
        objects: ['<</FT/Sig/T(s)/V<</Type/Sig/Filter/Adobe.PPKLite/Contents<00>>>>>'],
        catalogue: '/AcroForm<</Fields[10 0 R]/SigFlags 3>>',
      },
    ],
  ];
  for (const [code, file] of risks) {
    it(`tell of ${code}`, async () => {
      const warnings = await withPdf({ ...file, pages: [{ content: BODY }] }, (pdf) => pdf.warnings);
      assert.deepEqual(
        warnings.map((warning) => warning.code),
        [code],
      );
    });
  }

  it('are none for an ordinary file', async () => {
    assert.deepEqual(await withPdf({ pages: [{ content: BODY }] }, (pdf) => pdf.warnings), []);
  });
});

describe('the memory of PDFium', () => {
  it('doesn’t grow with the pages of a file or with the files', async () => {
    const { size } = await getEngine();
    const file = { ...PICTURE, pages: Array.from({ length: 100 }, (): TestPage => ({ content: SCAN + BODY })) };
    for (let i = 0; i < 3; i++) {
      await withPdf(file, (pdf) => {
        for (let n = 1; n <= pdf.pageCount; n++) pdf.content(n);
        for (let n = 1; n <= pdf.pageCount; n += 10) pdf.raster(n, 50);
      });
    }
    assert.ok((await getEngine()).size - size < 8 * 1024 * 1024);
  });
});

async function rulesOf(content: string, file: Partial<TestFile> = {}, entries = ''): Promise<string[]> {
  const rules = await withPdf({ ...file, pages: [{ content, entries }] }, (pdf) => pdf.content(1).rules);
  return rules.map(({ x1, y1, x2, y2 }) => `${Math.round(x1)},${Math.round(y1)}-${Math.round(x2)},${Math.round(y2)}`);
}

async function withPdf<T>(file: TestFile, read: (pdf: Pdf) => T | Promise<T>): Promise<T> {
  const opened = await openPdf(writePdf(file));
  assert.ok(opened.ok);
  try {
    return await read(opened.value);
  } finally {
    opened.value.close();
  }
}

function numbers(): string {
  return Array.from({ length: 40 }, (_, i) =>
    show('H', 10, 60 + (i % 5) * 90, 700 - 15 * Math.floor(i / 5), `${i * 37}.${i}`),
  ).join('');
}

/** Every letter three places on in the alphabet. */
function shifted(): string {
  const line = (text: string) => text.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 29));
  return PARAGRAPH.map(
    (text, i) => `BT /U0 13 Tf 1 0 0 1 60 ${700 - 20 * i} Tm ${encode('U0', line(text))} Tj ET\n`,
  ).join('');
}

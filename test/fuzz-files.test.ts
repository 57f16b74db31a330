/**
 * Thousands of damaged files: each is read or refused in one sentence; no reader crashes, hangs or throws, and no file is
 * left. `FUZZ_RUNS=20000 FUZZ_SEED=7` for longer and other runs; a failure names what makes its file again.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import type { Result } from '#base/result.ts';
import type { Document, FileRefusal, OpenOptions } from '#document/model.ts';
import { createOpener, type Opener } from '#document/open.ts';
import { checkSpans } from '#test/support/document-spans.ts';
import { listFiles, ROOT } from '#test/support/files.ts';
import { MADE, makeDocx, paragraph } from '#test/support/hostile.ts';
import { damage, damageInside } from '#test/support/mutate.ts';
import { checkSentences, type Ground, takeGround } from '#test/support/opening.ts';
import { writePdf } from '#test/support/pdf-by-hand.ts';
import { writeImagePdf } from './makers/image-pdf.ts';
import { parseForm } from './makers/parse-form.ts';
import { type Random, seededRandom } from './makers/random.ts';
import { makeWord } from './makers/word.ts';

/** Damaged .docx and .pdf together. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 2000);
const SEED = process.env.FUZZ_SEED ?? '1';
/** Recognition takes seconds a page and is given what it reads by readers that are tested here. */
const OPTIONS: OpenOptions = { ocr: 'never', limits: { seconds: 30, megabytes: 1000 } };

let ground: Ground;
let opener: Opener;
before(() => {
  ground = takeGround();
  opener = createOpener({ workers: 2 });
});
after(async () => {
  await opener.close();
  ground.checkClean('none');
  ground.leave();
});

/** Opens `runs` damaged files made from the seeds, two at a time. */
async function fuzz(
  name: string,
  runs: number,
  seeds: readonly Uint8Array[],
  harm: (seed: Uint8Array, random: Random) => Uint8Array,
): Promise<void> {
  const outcomes = new Map<string, number>();
  const failures: string[] = [];
  let next = 0;
  const lane = async () => {
    while (next < runs && failures.length < 10) {
      const run = next++;
      const random = seededRandom(`${SEED} ${name} ${run}`);
      const opened = await opener.open(harm(seeds[run % seeds.length] as Uint8Array, random), name, OPTIONS);
      const code = opened.ok ? 'ok' : opened.error.code;
      outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
      const failure = UNSOUND.has(code) ? code : findFlaw(opened);
      if (failure) failures.push(`FUZZ_SEED=${SEED}, ${name} ${run}: ${failure}`);
    }
  };
  await Promise.all([lane(), lane()]);
  if (process.env.FUZZ_RUNS) console.log(name, Object.fromEntries(outcomes));
  assert.deepEqual(failures, []);
}

/** Outcomes that say that a reader failed and not the file. */
const UNSOUND = new Set(['crashed', 'too-long', 'too-much-memory', 'cancelled']);

function findFlaw(opened: Result<Document, FileRefusal>): string | null {
  try {
    if (opened.ok) checkSpans(opened.value);
    else checkSentences(opened.error);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('damaged files', () => {
  it('of Word are read or refused', async () => {
    const seeds = await makeWordSeeds();
    await fuzz('a.docx', Math.ceil(RUNS / 2), seeds, (seed, random) =>
      random() < 0.35 ? damage(seed, random) : damageInside(seed, random),
    );
  });

  it('of PDF are read or refused', async () => {
    const seeds = await makePdfSeeds();
    await fuzz('a.pdf', Math.ceil(RUNS / 2), seeds, damage);
  });

  it('of other kinds are read or refused', async () => {
    const html =
      '<html><head><meta charset="utf-8"></head><body><p>Nghị <b>quyết</b></p><table><tr><td colspan="2">12,5%</td></tr></table></body></html>';
    const rtf = '{\\rtf1\\ansi\\ansicpg1258\\uc1{\\fonttbl{\\f0 .VnTime;}}{\\b\\f0 Nghị quy\\u7871?t}\\par 12,5%\\par}';
    const odt = makeOdt();
    const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#fee' } });
    const few = Math.ceil(RUNS / 40);
    await fuzz('a.html', few, [strToU8(html)], damage);
    await fuzz('a.rtf', few, [strToU8(rtf)], damage);
    await fuzz('a.odt', few, [odt], (seed, random) =>
      random() < 0.3 ? damage(seed, random) : damageInside(seed, random),
    );
    await fuzz('a.png', few, [await picture.clone().png().toBuffer()], damage);
    await fuzz('a.jpg', few, [await picture.clone().jpeg().toBuffer()], damage);
    await fuzz('a.tif', few, [await picture.clone().tiff().toBuffer()], damage);
    await fuzz('a.txt', few, [strToU8('Nghị quyết số 01-NQ/TU, chỉ tiêu 12,5%'.repeat(20))], damage);
  });
});

/** The beginnings of the samples as office programs write them, and a file with everything that is rare. */
async function makeWordSeeds(): Promise<Uint8Array[]> {
  const samples = listFiles('samples', (path) => path.endsWith('.txt')).slice(0, 2);
  const made = samples.map((path) => makeWord(parseForm(readFileSync(`${ROOT}/${path}`, 'utf8').slice(0, 4000))));
  const cell = (text: string, more = '') => `<w:tc><w:tcPr>${more}</w:tcPr>${paragraph(text)}</w:tc>`;
  const rare = makeDocx(
    [
      paragraph('Nghị quyết'),
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Mục tiêu</w:t></w:r></w:p>',
      '<w:p><w:ins w:id="1"><w:r><w:t>thêm</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>bớt</w:delText></w:r></w:del></w:p>',
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
      `<w:tbl><w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="100"/></w:tblGrid><w:tr>${cell('a', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('b', '<w:vMerge w:val="restart"/>')}${cell('1')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('2')}</w:tr></w:tbl>`,
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
      `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${paragraph('hộp')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
    ].join(''),
    {
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>',
      'word/numbering.xml':
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
      'word/footnotes.xml':
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1"><w:p><w:r><w:t>chú thích</w:t></w:r></w:p></w:footnote></w:footnotes>',
    },
  );
  return [...(await Promise.all(made)).map(withoutTime), rare];
}

/** The same bytes at every run: without the times at which its parts were made. */
function withoutTime(docx: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).filter(([name]) => !name.startsWith('docProps/'));
  return zipSync(Object.fromEntries(parts), { level: 1, mtime: MADE });
}

async function makePdfSeeds(): Promise<Uint8Array[]> {
  const lines = Array.from({ length: 25 }, (_, i) => ({
    text: `${i + 1}. Chi tieu ${i},5 trieu dong`,
    x: 72,
    y: 80 + 20 * i,
  }));
  const columns = lines.flatMap((line) => [line, { ...line, x: 320 }]);
  const noise = Array.from({ length: 40 }, (_, i) => ({
    text: `n${i}`,
    x: (i * 97) % 595,
    y: (i * 61) % 842,
    size: 4 + (i % 30),
  }));
  const jpeg = await sharp({ create: { width: 80, height: 100, channels: 3, background: '#eee' } })
    .jpeg()
    .toBuffer();
  const picture = { width: 80, height: 100, dpi: 72, coding: 'jpeg' as const, data: jpeg };
  return [
    writePdf([lines, columns]),
    writePdf([columns, lines], { compressed: true }),
    writePdf([noise, lines]),
    writeImagePdf([picture, picture]),
  ];
}

function makeOdt(): Uint8Array {
  const names =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"';
  const body =
    '<text:h text:outline-level="1">Nghị quyết</text:h><text:list><text:list-item><text:p>Mục tiêu<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>chú thích</text:p></text:note-body></text:note></text:p></text:list-item></text:list><table:table><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>12,5</text:p></table:table-cell></table:table-row></table:table>';
  return zipSync(
    {
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'META-INF/manifest.xml': strToU8('<manifest/>'),
      'content.xml': strToU8(
        `<office:document-content ${names}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ),
      'styles.xml': strToU8(`<office:document-styles ${names}/>`),
    },
    { mtime: MADE },
  );
}

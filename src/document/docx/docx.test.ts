/** A Word file reads as Word shows it: text, labels, looks, notes; what is left out is said. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strToU8 } from 'fflate';
import { type DocxParts, docxFile, p, r, relationship, tbl } from '#test/support/docx-file.ts';
import type { Paragraph } from '../block.ts';
import { compose } from '../compose.ts';
import { readDocx } from './docx.ts';

function read(parts: DocxParts | string) {
  const content = readDocx(docxFile(typeof parts === 'string' ? { body: parts } : parts));
  assert.ok(content.ok, content.ok ? '' : content.error.en);
  return content.value;
}

function textOf(parts: DocxParts | string): string {
  return compose(read(parts)).text.trimEnd();
}

function codesOf(parts: DocxParts | string): string[] {
  return read(parts).warnings.map((warning) => warning.code);
}

describe('text of a Word file', () => {
  it('is its paragraphs, runs glued as they are written', () => {
    const body = p(r('Kinh tế - x') + r('ã hội ', '<w:b/>') + r('năm 2025')) + p('') + p('Điều 1');
    assert.equal(textOf(body), 'Kinh tế - xã hội năm 2025\n\nĐiều 1');
  });

  it('has breaks, tabs, hyphens and spaces as they are seen', () => {
    assert.equal(textOf(p(r('<w:t>một</w:t><w:br/><w:t>hai</w:t><w:cr/><w:t>ba</w:t>'))), 'một\nhai\nba');
    assert.equal(textOf(p(r('<w:t>1.</w:t><w:tab/><w:t>Mục</w:t>'))), '1. Mục');
    assert.equal(textOf(p(r('<w:t>COVID</w:t><w:noBreakHyphen/><w:t>19</w:t>'))), 'COVID-19');
    assert.equal(textOf(p(r('<w:t>kinh</w:t><w:softHyphen/><w:t>tế\u00ad</w:t>'))), 'kinhtế');
    assert.equal(textOf(p('10\u00a0000\u2011A')), '10 000-A');
  });

  it('has one form of letters', () => {
    assert.equal(textOf(p('Nghị quyết'.normalize('NFD'))), 'Nghị quyết');
  });

  it('has links, fields, content controls and formulas as their results', () => {
    assert.equal(textOf(p(`<w:hyperlink>${r('Luật')}</w:hyperlink>`)), 'Luật');
    assert.equal(textOf(p(`<w:fldSimple w:instr=" REF x ">${r('Biểu 1')}</w:fldSimple>`)), 'Biểu 1');
    assert.equal(textOf(p(field(' REF x \\h ', r('Phụ lục'))) + p('sau')), 'Phụ lục\n\nsau');
    assert.equal(
      textOf(
        `<w:sdt><w:sdtContent>${p(`<w:sdt><w:sdtContent>${r('A')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
      ),
      'A',
    );
    const half = '<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>';
    assert.equal(textOf(p(`${r('x = ')}<m:oMath>${half}</m:oMath>`)), 'x = 1/2');
  });

  it('is not swallowed by a field that never ends', () => {
    assert.equal(textOf(p(r('<w:fldChar w:fldCharType="begin"/>') + r('mất')) + p('còn')), 'còn');
  });

  it('leaves a generated table of contents out, and says so', () => {
    const begin = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>${r('<w:fldChar w:fldCharType="separate"/>')}`;
    const end = r('<w:fldChar w:fldCharType="end"/>');
    const toc = p(begin + r('I. MỤC TIÊU 1')) + p('II. NHIỆM VỤ 2');
    const parts = p('Trước') + toc + p(end + r('I. MỤC TIÊU'));
    assert.equal(textOf(parts), 'Trước\n\nI. MỤC TIÊU');
    assert.deepEqual(codesOf(parts), ['contents-left-out']);
    assert.equal(textOf(toc + p('Không đóng')), 'I. MỤC TIÊU 1\n\nII. NHIỆM VỤ 2\n\nKhông đóng');
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('I. 1')}</w:sdtContent></w:sdt>`;
    assert.equal(textOf(control + p('I.')), 'I.');
  });

  it('has raised digits as such, so that they are not taken for numbers', () => {
    const up = '<w:vertAlign w:val="superscript"/>';
    assert.equal(textOf(p(r('120 m') + r('2', up) + r(' đất'))), '120 m² đất');
    const lifted = '<w:position w:val="8"/><w:sz w:val="16"/>';
    assert.equal(textOf(p(r('5 m', '<w:sz w:val="28"/>') + r('3', lifted))), '5 m³');
    assert.equal(textOf(p(r('đô thị') + r('(1)', up))), 'đô thị¹');
    assert.equal(textOf(p(r('30') + r('o', up) + r('C'))), '30°C');
    assert.equal(textOf(p(r('CO') + r('2', '<w:vertAlign w:val="subscript"/>'))), 'CO2');
  });

  it('has symbols as the characters that look the same', () => {
    assert.equal(textOf(p(r('<w:sym w:font="Symbol" w:char="F0B3"/>') + r(' 95%'))), '≥ 95%');
    assert.equal(textOf(p(r('<w:sym w:font="Wingdings" w:char="F0FE"/>') + r(' Đạt'))), '☑ Đạt');
    const symbol = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>';
    assert.equal(textOf(p(r('\uf02d tăng \uf0b3', symbol))), '- tăng ≥');
    assert.equal(textOf(p(r('\u00b3', symbol) + r(' 5'))), '≥ 5');
  });
});

function field(instruction: string, result: string): string {
  const mark = (type: string) => r(`<w:fldChar w:fldCharType="${type}"/>`);
  return `${mark('begin')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${mark('separate')}${result}${mark('end')}`;
}

describe('the look of a paragraph', () => {
  const styles = `
    <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:caps/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H1"/></w:style>
    <w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/><w:rPr><w:i/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>`;
  const paragraph = (body: string) => read({ body, styles }).blocks[0] as Paragraph;

  it('comes of its style and the bases of that', () => {
    const heading = paragraph(p('Mục tiêu', '<w:pStyle w:val="Mine"/>'));
    assert.deepEqual([heading.bold, heading.italic, heading.centred, heading.level], [true, false, true, 1]);
    assert.equal(heading.lines[0]?.words[0]?.text, 'MỤC TIÊU');
    assert.deepEqual(heading.lines[0]?.font, { name: 'Times New Roman', size: 14, bold: true, italic: false });
  });

  it('is switched where styles of two kinds say the same, and set by the run itself', () => {
    const style = '<w:pStyle w:val="H1"/>';
    assert.equal(paragraph(p(r('a', '<w:rStyle w:val="Strong"/>'), style)).bold, false);
    assert.equal(paragraph(p(r('a', '<w:b w:val="0"/>'), style)).bold, false);
    assert.equal(paragraph(p(r('a', '<w:rStyle w:val="Strong"/>'))).bold, true);
  });

  it('is bold only when all of it is', () => {
    assert.equal(paragraph(p(r('1. ') + r('Mục', '<w:b/>'))).bold, false);
    assert.equal(paragraph(p(r('- ') + r('Mục', '<w:b/>') + r('. '))).bold, true);
  });

  it('survives styles that are based on each other, unknown or missing', () => {
    assert.equal(paragraph(p('a', '<w:pStyle w:val="B"/>')).italic, true);
    assert.equal(paragraph(p('a', '<w:pStyle w:val="None"/>')).level, 0);
    assert.equal(textOf(p('a', '<w:pStyle w:val="None"/>')), 'a');
  });

  it('parts its lines where the font changes, not its words', () => {
    const { lines } = paragraph(p(r('Điều ') + r('1', '<w:i/>') + r('. Mục')));
    assert.deepEqual(
      lines.map((line) => [line.words.map((word) => word.text).join('+'), line.font?.italic, line.words[0]?.glued]),
      [
        ['Điều ', false, false],
        ['1', true, true],
        ['. Mục', false, true],
      ],
    );
  });
});

describe('text in fonts before Unicode', () => {
  const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;

  it('is converted by the font of its run', () => {
    assert.equal(textOf(p(r('NghÞ quyÕt', font('.VnTime')) + r(' số 5'))), 'Nghị quyết số 5');
    assert.equal(textOf(p(r('Nghò quye', font('VNI-Times')) + r('át', font('VNI-Times')))), 'Nghị quyết');
    assert.equal(textOf(p(r('<w:t>n</w:t><w:softHyphen/><w:t>íc, ®\u00adîc</w:t>', font('.VnTime')))), 'nước, được');
    assert.deepEqual(codesOf(p(r('NghÞ quyÕt', font('.VnTime')))), ['legacy-fonts']);
  });

  it('is in capitals when the font has only capitals', () => {
    assert.equal(textOf(p(r('nghÞ quyÕt', font('.VnTimeH')))), 'NGHỊ QUYẾT');
  });

  it('is converted when the font comes of a style, and left alone when it is Unicode', () => {
    const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>${font('.VnTime')}</w:rPr></w:style>`;
    assert.equal(textOf({ body: p('NghÞ quyÕt'), styles }), 'Nghị quyết');
    assert.equal(textOf({ body: p('Nghị quyết'), styles }), 'Nghị quyết');
  });
});

describe('notes', () => {
  const footnotes = `
    <w:footnote w:type="separator" w:id="-1">${p('---')}</w:footnote>
    <w:footnote w:id="7">${p(`${r('<w:footnoteRef/>')}${r(' Nghị quyết số 10.')}`)}${p('Đoạn hai.')}</w:footnote>
    <w:footnote w:id="3">${p('Luật.')}</w:footnote>`;
  const ref = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

  it('stand behind their paragraph, counted as they come', () => {
    const body = p(r('một') + ref(7) + r(' hai') + ref(3)) + p('ba');
    assert.equal(
      textOf({ body, footnotes }),
      'một[^1] hai[^2]\n\n[^1]: Nghị quyết số 10. Đoạn hai.\n\n[^2]: Luật.\n\nba',
    );
  });

  it('of a table stand behind the table', () => {
    const body =
      tbl([
        ['A', 'B'],
        [p(r('1') + ref(3)), '2'],
        ['3', '4'],
      ]) + p('sau');
    assert.equal(textOf({ body, footnotes }), '| A | B |\n| 1[^1] | 2 |\n| 3 | 4 |\n\n[^1]: Luật.\n\nsau');
  });

  it('have the marks of the writer, and endnotes marks of their own', () => {
    const own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="7"/><w:t>(*)</w:t></w:r>';
    const endnotes = `<w:endnote w:id="7">${p('Cuối.')}</w:endnote>`;
    const body = p(`${r('một') + own + r(' hai')}<w:r><w:endnoteReference w:id="7"/></w:r>`);
    const text = textOf({ body, footnotes, endnotes });
    assert.equal(text, 'một[^*] hai[^3]\n\n[^*]: Nghị quyết số 10. Đoạn hai.\n\n[^3]: Cuối.');
  });

  it('that are not there leave nothing', () => {
    assert.equal(textOf(p(r('một') + ref(9))), 'một');
    assert.equal(textOf({ body: p(r('một') + ref(3) + ref(3)), footnotes }), 'một[^1][^1]\n\n[^1]: Luật.');
  });
});

describe('what is left out', () => {
  it('is text that was struck out, what came in stays', () => {
    const body = p(
      `${r('tăng ')}<w:del w:id="1"><w:r><w:delText>7%</w:delText></w:r></w:del><w:ins w:id="2">${r('8%')}</w:ins>` +
        `<w:moveFrom w:id="3">${r(' cũ')}</w:moveFrom><w:moveTo w:id="4">${r(' mới')}</w:moveTo>`,
    );
    assert.equal(textOf(body), 'tăng 8% mới');
    assert.deepEqual(codesOf(body), ['tracked-changes']);
  });

  it('is the end of a paragraph that was struck out', () => {
    const gone = '<w:rPr><w:del w:id="1"/></w:rPr>';
    assert.equal(textOf(p('một ', gone) + p('hai')), 'một hai');
    const empty = p('<w:del w:id="2"><w:r><w:delText>x</w:delText></w:r></w:del>', gone);
    assert.equal(textOf(p('một') + empty + p('hai')), 'một\n\nhai');
    assert.equal(textOf(p('một', gone)), 'một');
  });

  it('is hidden text, by the run or its style', () => {
    const styles = '<w:style w:type="character" w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style>';
    const body = p(
      r('thấy') + r(' ẩn', '<w:vanish/>') + r(' ẩn', '<w:rStyle w:val="Hid"/>') + r(' rõ', '<w:vanish w:val="0"/>'),
    );
    assert.equal(textOf({ body, styles }), 'thấy rõ');
    assert.deepEqual(codesOf({ body, styles }), ['hidden-text']);
  });

  it('is the break of a style separator', () => {
    const joined = '<w:rPr><w:vanish/><w:specVanish/></w:rPr>';
    assert.equal(textOf(p('Điều 1.', joined) + p(' Phạm vi')), 'Điều 1. Phạm vi');
  });

  it('is what stands over and under the pages', () => {
    const parts = { body: p('Nội dung'), header: p(field(' PAGE ', r('2'))), footer: p('MẬT') };
    assert.equal(textOf(parts), 'Nội dung');
    assert.deepEqual(read(parts).margins, ['2', 'MẬT']);
  });

  it('is comments, macros, objects and what comes from outside', () => {
    const parts: DocxParts = {
      body: `${p('a') + p(r('<w:object/>'))}<w:altChunk r:id="x"/>`,
      comments: '<w:comment w:id="1"/><w:comment w:id="2"/>',
      relationships:
        relationship('attachedTemplate', 'http://example.org/x.dotm', true) +
        relationship('hyperlink', 'http://example.org', true),
      files: { 'word/vbaProject.bin': strToU8('x'), 'word/embeddings/oleObject1.bin': strToU8('x') },
    };
    const warnings = read(parts).warnings;
    assert.deepEqual(
      warnings.map((w) => w.code),
      ['comments', 'macros', 'embedded-objects', 'outside-parts'],
    );
    assert.match(warnings[0]?.message ?? '', /2 ghi chú/);
    assert.match(warnings[3]?.message ?? '', /2 phần/);
  });

  it('is a picture of a page', () => {
    const picture = '<w:drawing><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></w:drawing>';
    assert.deepEqual(codesOf(p(r(picture))), ['pictures-without-text']);
    assert.deepEqual(codesOf(p(r(picture)) + p('chữ '.repeat(100))), []);
  });
});

describe('text boxes', () => {
  const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
  const both = (text: string) =>
    `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box(text)}</wps:txbx></wps:wsp></w:drawing></mc:Choice>` +
    `<mc:Fallback><w:pict><v:shape><v:textbox>${box(text)}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;

  it('are read once, behind their paragraph', () => {
    assert.equal(textOf(p(r(both('MẬT')) + r('thân')) + p('sau')), 'thân\n\nMẬT\n\nsau');
    assert.equal(textOf(p(r(`<w:pict><v:shape><v:textbox>${box('cũ')}</v:textbox></v:shape></w:pict>`))), 'cũ');
    const empty = `<mc:AlternateContent><mc:Choice Requires="w16se"/><mc:Fallback>${'<w:t>dự phòng</w:t>'}</mc:Fallback></mc:AlternateContent>`;
    assert.equal(textOf(p(r(empty))), 'dự phòng');
  });

  it('may be words drawn as a picture', () => {
    assert.equal(textOf(p(r('<w:pict><v:shape><v:textpath string="TUYỆT MẬT"/></v:shape></w:pict>'))), 'TUYỆT MẬT');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { writeTcvn3, writeVni, writeWestern } from '#test/support/legacy-text.ts';
import { compose } from '../compose.ts';
import type { Document } from '../model.ts';
import { readHtml } from './html.ts';

function opened(page: string | Uint8Array): Document {
  const result = readHtml(typeof page === 'string' ? Buffer.from(page) : page);
  assert.ok(result.ok, JSON.stringify(result));
  return compose(result.value);
}

const text = (page: string | Uint8Array) => opened(page).text.trimEnd();
const codes = (page: string | Uint8Array) => opened(page).warnings.map(({ code }) => code);

function refused(page: string | Uint8Array): string {
  const result = readHtml(typeof page === 'string' ? Buffer.from(page) : page);
  assert.ok(!result.ok);
  return result.error.code;
}

describe('a page', () => {
  const cases: [what: string, page: string, text: string][] = [
    ['paragraphs', '<p>Một <i>hai</i>\n ba</p><div>bốn</div>năm', 'Một hai ba\n\nbốn\n\nnăm'],
    [
      'bold paragraphs',
      '<p><b>Điều 1.</b></p><p><b>Điều</b> 2.</p><p style="font-weight:700">Điều 3.</p>',
      '**Điều 1.**\n\nĐiều 2.\n\n**Điều 3.**',
    ],
    ['headings', '<h2>Mục tiêu</h2>', '**Mục tiêu**'],
    ['line breaks', '<p>Một<br>hai<br><br>ba</p>', 'Một\nhai\n\nba'],
    [
      'entities',
      '<p>T&#7893;ng thu &gt; 5&nbsp;000 t&yacute; &amp; c&ograve;n l&#x1EA1;i</p>',
      'Tổng thu > 5 000 tý & còn lại',
    ],
    [
      'spaces between elements',
      '<p>ban<span>&nbsp;</span><span>hành </span> <b>kế\n hoạch</b></p>',
      'ban hành kế hoạch',
    ],
    [
      'numbered lists',
      '<ol><li>Một<li>Hai<ol type=a><li>Ba<li>Bốn</ol><li value=7>Năm</ol>',
      '1. Một\n\n2. Hai\n\na) Ba\n\nb) Bốn\n\n7. Năm',
    ],
    ['Roman lists', '<ol type=I start=4><li>Một<li>Hai</ol>', 'IV. Một\n\nV. Hai'],
    [
      'lists by style',
      '<style>ol.x{list-style-type:upper-alpha}</style><ol class=x><li><p>Một</p><p>hai</p></li></ol>',
      'A) Một\n\nhai',
    ],
    [
      'lists whose labels are written too',
      '<ol><li>1. Một</li></ol><ul><li>- Hai</li><li>Ba</li></ul>',
      '1. Một\n\n- Hai\n\n- Ba',
    ],
    ['lists of no known type', '<ol type=constructor><li>Một</ol>', '1. Một'],
    ['lists without labels', '<ul style="list-style:none"><li>Một</li></ul>', 'Một'],
    ['tables', '<table><tr><th>TT<th>Chỉ tiêu<tr><td>1<td>GRDP | 8%</table>', '| TT | Chỉ tiêu |\n| 1 | GRDP ¦ 8% |'],
    [
      'merged cells',
      '<table><tr><td rowspan=2>A<td colspan=2>B</tr><tr><td>C<td>D</tr></table>',
      '| A | B |  |\n| A | C | D |',
    ],
    ['tables without lines that lay out the page', '<table border=0><tr><td>A<td>B</table>', 'A\n\nB'],
    [
      'tables with lines',
      '<table border=0><tr><td style="border:none;border-top:1px solid">A<td style="border:none">B</table>',
      '| A | B |',
    ],
    [
      'more columns than a table can have',
      `<table><tr>${'<td>a'.repeat(70)}</table>`,
      `${'| a '.repeat(63)}| ${'a '.repeat(7)}|`,
    ],
    [
      'scripts and controls',
      '<p>Một</p><script>alert("<p>x</p>")</script><style>p{}</style><select><option>y</select><p>hai</p>',
      'Một\n\nhai',
    ],
    ['preformatted text', '<pre>Một\n  hai</pre>', 'Một\nhai'],
    ['capitals by style', '<p style="text-transform:uppercase">Nghị quyết</p>', 'NGHỊ QUYẾT'],
    [
      'comments of Word',
      '<p>Một<!--[if gte mso 9]><xml>x</xml><![endif]--><![if !supportLists]> hai<![endif]></p>',
      'Một hai',
    ],
  ];
  for (const [what, page, expected] of cases) it(`has ${what}`, () => assert.equal(text(page), expected));

  it('has the head of the document as a table of layout', () => {
    const head =
      '<table><tr><td><p>HỘI ĐỒNG NHÂN DÂN<br>TỈNH A</p><p>Số: 01/NQ-HĐND</p></td>' +
      '<td><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p>Độc lập - Tự do - Hạnh phúc</p></td></tr></table>';
    assert.equal(
      text(head),
      'HỘI ĐỒNG NHÂN DÂN\nTỈNH A\n\nSố: 01/NQ-HĐND\n\n**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n\nĐộc lập - Tự do - Hạnh phúc',
    );
  });

  it('has tables inside a table that lays out the page', () => {
    const page = '<table><tr><td>Trái<td><p>Giữa<table><tr><td>1<td>2</table></table>';
    assert.equal(text(page), 'Trái\n\nGiữa\n\n| 1 | 2 |');
  });

  it('has the footnotes of Word and LibreOffice behind their paragraphs', () => {
    const word =
      '<p>Một<a href="#_ftn1" name="_ftnref1"><span><sup>[1]</sup></span></a> nữa.</p><p>Hai</p>' +
      '<div id=ftn1><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Ghi chú.</p></div>';
    assert.equal(text(word), 'Một[^1] nữa.\n\n[^1]: Ghi chú.\n\nHai');
    const long = word.replace('Ghi chú.</p>', 'Ghi chú.</p><p>Đoạn hai.</p>');
    assert.equal(text(long), 'Một[^1] nữa.\n\n[^1]: Ghi chú. Đoạn hai.\n\nHai');
    const office =
      '<p>Một<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>' +
      '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Ghi chú</p></div>';
    assert.equal(text(office), 'Một[^1]\n\n[^1]: Ghi chú');
  });

  it('says that hidden text was left out', () => {
    const page = '<p>Một <span style="display:none">kín</span>hai</p><p hidden>ba</p>';
    assert.equal(text(page), 'Một hai');
    assert.deepEqual(codes(page), ['hidden-text']);
    assert.deepEqual(codes('<p>Một <del>hai</del></p>'), ['tracked-changes']);
    assert.deepEqual(codes('<p class=MsoToc1>Một 1</p><p>Một</p>'), ['contents-left-out']);
    assert.deepEqual(codes('<p>Một</p>'), []);
  });

  it('has no menus and footers of its site', () => {
    const menu = '<ul><li><a href=/>Trang chủ</a><li><a href=/a>Văn bản</a><li><a href=/b>Liên hệ</a></ul>';
    const site = `<div class="main-menu">x</div>${menu}<p>Nghị quyết</p><footer>Bản quyền</footer><div id=footer>y</div>`;
    assert.equal(text(site), 'Nghị quyết');
    assert.deepEqual(codes(site), ['page-frame-left-out']);
    const named = '<div class="has-sidebar"><p>Nghị quyết</p><div id=footer>Bản quyền</div></div>';
    assert.equal(text(named), 'Nghị quyết\n\nBản quyền');
    const article = '<p>Tin khác</p><article><p>Nghị quyết về nhiệm vụ năm 2025</p></article><p>Xem thêm</p>';
    assert.equal(text(article), 'Nghị quyết về nhiệm vụ năm 2025');
  });
});

describe('the letters of a page', () => {
  const sentence = 'Nghị quyết về nhiệm vụ phát triển kinh tế của tỉnh';

  it('are in the charset that it names, or in the one that reads', () => {
    const named =
      '<meta http-equiv=Content-Type content="text/html; charset=windows-1258"><p>Nghi\u0323 quyê\u0301t</p>';
    const bytes = Uint8Array.from(named, (c) => ({ '\u0323': 0xf2, '\u0301': 0xec })[c] ?? c.charCodeAt(0));
    assert.equal(text(bytes), 'Nghị quyết');
    assert.equal(text(Buffer.from(`\uFEFF<p>${sentence}</p>`, 'utf16le')), sentence);
    assert.equal(text(`<meta charset=windows-1252><p>${sentence}</p>`), sentence);
  });

  it('are those of the font where it is one before Unicode', () => {
    const page = `<meta charset=windows-1252><p style="font-family:'.VnTimeH'">${writeTcvn3('nghị quyết')}</p>`;
    assert.equal(text(writeWestern(page)), 'NGHỊ QUYẾT');
    assert.equal(text(`<font face="VNI-Times">Ngh<b>ò quye</b>át</font>`), 'Nghị quyết');
    assert.deepEqual(codes('<font face=".VnTime">NghÞ</font>'), ['encoding-converted']);
  });

  it('are judged where fonts say nothing', () => {
    assert.equal(text(`<p>${writeTcvn3(sentence)}</p><p>${writeTcvn3('Năm 2025')}</p>`), `${sentence}\n\nNăm 2025`);
    assert.equal(text(writeWestern(`<p>${writeVni(sentence)}</p>`)), sentence);
  });

  it('are not those of a font that lies', () => {
    assert.equal(text(`<p style="font-family:.VnTime">${sentence} và là</p>`), `${sentence} và là`);
    assert.deepEqual(codes(`<p style="font-family:.VnTime">${sentence}</p>`), []);
  });
});

describe('a page that should not be read', () => {
  it('is refused', () => {
    assert.equal(refused(''), 'empty');
    assert.equal(refused('<p> </p><script>x</script>'), 'no-text');
    assert.equal(refused('<p>a\0b</p>'), 'unknown-format');
    assert.equal(refused(`${'<div>'.repeat(20_000)}x`), 'unsafe-xml');
  });

  it('never throws, whatever its tags', () => {
    const piece = fc.constantFrom(
      ...'<p>|</p>|<table>|</table>|<tr>|<td>|</td>|<td colspan=9999999>|<td rowspan=-1>|<ol>|<li>|</ol>|<br>|a|1|<a href=#x name=y>|<a href=#y name=x>|</a>|<article>|</article>|<nav>|</nav>|<style>|</style>|<b>|</i>|<!--|-->|&#x1|<![CDATA[|<del>'.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const result = readHtml(Buffer.from(pieces.join('')));
        if (result.ok) compose(result.value);
      }),
    );
  });
});

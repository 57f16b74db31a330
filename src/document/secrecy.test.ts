/** A document that carries the mark of a state secret is not read; a document that speaks of secrets is. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import type { PageContent, PageWord } from './page.ts';
import { hasMark, isPageMarked } from './secrecy.ts';
import { hasMarkedHeader } from './secrecy-header.ts';
import { hasMarkedStamp, hasRedStamp } from './secrecy-stamp.ts';
import { findStamps, upright } from './stamp.ts';

const HEADER = ['ỦY BAN NHÂN DÂN', 'TỈNH HÀ TĨNH', 'Số: 05/BC-UBND'];
const marked = (...lines: string[]) => hasMark([...HEADER, ...lines]);

describe('the secrecy mark', () => {
  it('is found alone on its line, whatever stands around it', () => {
    for (const mark of ['MẬT', 'TỐI MẬT', 'TUYỆT MẬT', '**TỐI MẬT**', '[MẬT]', '| MẬT |', '- TUYỆT MẬT -', 'MẬT.']) {
      assert.ok(marked(mark), mark);
      assert.ok(marked(`  ${mark}  `, 'BÁO CÁO'), mark);
    }
  });

  it('is found beside other things of the header', () => {
    assert.ok(marked('Số: 05/BC-UBND\tMẬT'));
    assert.ok(marked('MẬT          Hà Tĩnh, ngày 05 tháng 01 năm 2026'));
    assert.ok(marked('| **TỐI MẬT** | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |'));
  });

  it('is found with spaced and decomposed letters', () => {
    assert.ok(marked('M Ậ T'));
    assert.ok(marked('T U Y Ệ T  M Ậ T'));
    assert.ok(marked('TỐI MẬT'.normalize('NFD')));
  });

  it('is found as recognition reads it', () => {
    for (const mark of [
      'MÂT',
      'MAT',
      'MẠT',
      'TÔI MẬT',
      'TỐl MẬT',
      'TỐ1 MẬT',
      'TOI MAT',
      'TUYẾT MẬT',
      'TUYET MAT',
      '|MẬT|',
      'lMẬTl',
    ]) {
      assert.ok(marked(mark), mark);
    }
  });

  it('is found behind its label', () => {
    for (const line of [
      'Độ mật: Mật',
      'ĐỘ MẬT: TUYỆT MẬT',
      'Dấu chỉ độ mật: Tối mật',
      'Mức độ mật: MẬT',
      '| Độ mật | Mật |',
    ]) {
      assert.ok(marked(line), line);
    }
    for (const line of ['Độ mật: Không', 'Độ mật: Thường', 'Độ mật:']) assert.ok(!marked(line), line);
  });

  it('is not what is said of secrets', () => {
    for (const line of [
      'CÔNG TÁC BẢO MẬT',
      'BẢO VỆ BÍ MẬT NHÀ NƯỚC',
      'LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC',
      'Mật độ dân số',
      'MẬT ĐỘ XÂY DỰNG',
      'Mật',
      'mật',
      'GIẢI MẬT',
      'Tối mật, tuyệt mật là các độ mật theo luật',
      'DANH MỤC BÍ MẬT',
      'MẶT TRẬN TỔ QUỐC VIỆT NAM',
      'ỦY BAN MẶT',
      'MẶT',
      'TÀI LIỆU MẬT MÃ',
      'MẤT MÙA',
      'MAT-XCO-VA',
      'Thông tin tuyệt mật',
    ]) {
      assert.ok(!marked(line), line);
    }
  });

  it('is not the end of a title that wraps', () => {
    assert.ok(!marked('VỀ TĂNG CƯỜNG BẢO VỆ BÍ', 'MẬT'));
    assert.ok(!marked('VỀ CÔNG TÁC BẢO', 'MẬT'));
  });
});

function word(text: string, x: number, y: number, width = text.length * 8): PageWord {
  return { text, box: { x, y, width, height: 14 }, font: null, confidence: 0.9, doubt: false };
}

function page(...words: PageWord[]): PageContent {
  return { number: 1, width: 595, height: 842, source: 'ocr', words, rules: [] };
}

describe('the secrecy mark on a page', () => {
  const number = [word('Số:', 90, 100), word('05/BC-UBND', 120, 100)];

  it('stands apart from the words of its line', () => {
    assert.ok(isPageMarked(page(...number, word('MẬT', 120, 130))));
    assert.ok(isPageMarked(page(...number, word('TỐI', 120, 130), word('MẬT', 148, 130))));
    assert.ok(isPageMarked(page(word('MẬT', 90, 130), word('Hà', 300, 130), word('Tĩnh,', 320, 130))));
    assert.ok(isPageMarked(page(word('UBND', 40, 130), word('TUYỆT', 120, 130), word('MẬT', 164, 130))));
  });

  it('is not a word among others, nor the rest of a title, nor far down the page', () => {
    assert.ok(!isPageMarked(page(word('BÍ', 100, 130), word('MẬT', 120, 130), word('NHÀ', 148, 130))));
    assert.ok(!isPageMarked(page(word('MẬT', 100, 130), word('ĐỘ', 128, 130))));
    assert.ok(
      !isPageMarked(page(word('BẢO', 200, 130), word('VỆ', 230, 130), word('BÍ', 250, 130), word('MẬT', 230, 148))),
    );
    assert.ok(!isPageMarked(page(word('BÍ', 100, 130), word('MẬT', 160, 130))));
    assert.ok(!isPageMarked(page(word('MẬT', 100, 600))));
  });
});

describe('the secrecy mark in the page headers of a Word file', () => {
  const docx = (header: string) =>
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8('<w:document/>'),
      'word/header1.xml': strToU8(
        `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">${header}</w:hdr>`,
      ),
    });

  it('is found as a paragraph, in a text box and as a watermark', () => {
    assert.ok(hasMarkedHeader(docx('<w:p><w:r><w:t>TỐI </w:t></w:r><w:r><w:t>MẬT</w:t></w:r></w:p>'), 'docx'));
    assert.ok(
      hasMarkedHeader(
        docx(
          '<w:p><w:r><w:t>Số 1</w:t></w:r><w:txbxContent><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:txbxContent></w:p>',
        ),
        'docx',
      ),
    );
    assert.ok(hasMarkedHeader(docx('<w:p><v:textpath string="TUYỆT MẬT"/></w:p>'), 'docx'));
  });

  it('is not what a header says of secrets', () => {
    assert.ok(!hasMarkedHeader(docx('<w:p><w:r><w:t>Ban Chỉ đạo bảo vệ bí mật nhà nước</w:t></w:r></w:p>'), 'docx'));
    assert.ok(!hasMarkedHeader(docx('<w:p><w:r><w:t>BÍ MẬT</w:t></w:r></w:p>'), 'docx'));
  });

  it('is found in an OpenDocument header', () => {
    const styles =
      '<s xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><text:p>TỐI <text:span>MẬT</text:span></text:p></s>';
    assert.ok(hasMarkedHeader(zipSync({ 'styles.xml': strToU8(styles) }), 'odt'));
  });
});

describe('the red stamp', () => {
  const raster = (paint: (x: number, y: number) => readonly [number, number, number]) => {
    const data = new Uint8Array(400 * 560 * 3);
    for (let y = 0; y < 560; y++) for (let x = 0; x < 400; x++) data.set(paint(x, y), (y * 400 + x) * 3);
    return { width: 400, height: 560, dpi: 48, channels: 3 as const, data };
  };
  const WHITE = [255, 255, 255] as const;
  const RED = [210, 40, 60] as const;
  const inStamp = (x: number, y: number) => x > 60 && x < 100 && y > 100 && y < 115;

  it('is looked for only where the upper half of a page has some red', () => {
    assert.ok(hasRedStamp(raster((x, y) => (inStamp(x, y) ? RED : WHITE))));
    assert.ok(!hasRedStamp(raster(() => WHITE)));
    assert.ok(!hasRedStamp(raster((_, y) => (y > 300 ? RED : WHITE))));
    assert.ok(!hasRedStamp(raster((_, y) => (y < 200 ? RED : WHITE))));
    assert.ok(!hasRedStamp(raster((x, y) => (inStamp(x, y) ? [60, 60, 60] : WHITE))));
  });

  it('is read by itself, and smudged as stamps are', async () => {
    const stamped = raster((x, y) => (inStamp(x, y) ? RED : y % 9 === 0 ? [20, 20, 20] : WHITE));
    const reads = async (...words: string[]) => {
      const reader = {
        async recognise({ width, height }: { width: number; height: number }) {
          const placed = words.map((text, i) => word(text, 20 + 60 * i, 25));
          return { ...page(...placed), width: width * 0.36, height: height * 0.36 };
        },
      };
      return hasMarkedStamp(stamped, reader);
    };
    for (const mark of [
      'MẬT',
      'MAT.',
      'MẠI',
      'TỐI MẬT',
      '"TÔI MAI',
      'TUYET MAY',
      'L4UYỆT MẬT',
      'ITUYỆT MẬT]',
      'TTUYỆT MT',
    ]) {
      assert.ok(await reads(...mark.split(' ')), mark);
    }
    for (const other of [
      'HỎA TỐC',
      'THƯỢNG KHẨN',
      'KHẨN',
      'ĐẾN',
      'CÔNG VĂN ĐẾN',
      'SAO Y',
      'TÀI LIỆU THU HỒI',
      'MẪU 01',
      'HÒA TÓC, |',
    ]) {
      assert.ok(!(await reads(...other.split(' '))), other);
    }
  });
});

describe('a stamp', () => {
  const DPI = 200;
  /** A double frame of 24 × 9 mm around three bars, turned by some degrees about the middle, with text beside it. */
  const stamped = (degrees: number, colour: readonly [number, number, number]) => {
    const [width, height] = [800, 1100];
    const data = new Uint8Array(width * height * 3).fill(255);
    const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
    for (let y = 0; y < 400; y++) {
      for (let x = 0; x < 500; x++) {
        const across = (x - 250) * cos + (y - 200) * sin;
        const down = -(x - 250) * sin + (y - 200) * cos;
        const side = Math.max(Math.abs(across) - 95, Math.abs(down) - 36);
        const isFrame = (side <= 0 && side > -3) || (side <= -8 && side > -10);
        const isBar = Math.abs(down) < 13 && [-40, 0, 40].some((middle) => Math.abs(across - middle) < 6);
        if (isFrame || isBar) data.set(colour, (y * width + x) * 3);
      }
    }
    return { width, height, dpi: DPI, channels: 3 as const, data };
  };

  it('is set upright and freed of its frame, in red and in black', () => {
    for (const colour of [
      [200, 30, 50],
      [20, 20, 20],
    ] as const) {
      for (const degrees of [-8, -3, 0, 5, 10]) {
        const [found] = findStamps(stamped(degrees, colour));
        assert.ok(found, `${colour} ${degrees}`);
        const { width, height, ink } = upright(found);
        assert.ok(width < 190 && height < 70, `${width} × ${height}`);
        const filled = Array.from({ length: width }, (_, x) => {
          let count = 0;
          for (let y = 0; y < height; y++) count += ink[y * width + x] as number;
          return count > 18;
        });
        const bars = filled.filter((full, x) => full && !filled[x - 1]).length;
        assert.equal(bars, 3, `${colour} ${degrees}`);
      }
    }
  });
});

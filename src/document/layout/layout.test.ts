import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PageContent } from '#document/page.ts';
import { breakLines, DrawnPage, PAGE, type SetLine } from '#test/support/drawn-page.ts';
import { compose } from '../compose.ts';
import { layOutAll } from './layout.ts';

const LONG =
  'Tập trung rà soát, hoàn thiện quy hoạch tỉnh thời kỳ 2021 - 2030, tầm nhìn đến năm 2050; ưu tiên nguồn lực cho các dự án giao thông trọng điểm, hạ tầng khu công nghiệp và hạ tầng số trên địa bàn toàn tỉnh trong năm 2026';
const SHORT =
  'Giao Sở Tài chính theo dõi, tổng hợp, báo cáo kết quả thực hiện trước ngày 15 tháng 12 hằng năm để trình Hội đồng';

function read(...pages: readonly PageContent[]): { text: string; removed: string } {
  const { blocks, removed } = layOutAll(pages);
  const { text } = compose({ format: 'pdf', pages: [], blocks, warnings: [] });
  return { text: text.trimEnd(), removed: removed.map((word) => word.text).join(' ') };
}

function textOf(...pages: readonly PageContent[]): string {
  return read(...pages).text;
}

/** Paragraphs one below the other, over as many pages as they need. */
function typeset(paragraphs: readonly (readonly SetLine[])[], gap = 6, perPage = 38): DrawnPage[] {
  const pages = [new DrawnPage(1)];
  let count = 0;
  for (const lines of paragraphs) {
    for (const line of lines) {
      if (count === perPage) {
        const number = pages.length + 1;
        pages.push(new DrawnPage(number).line(316, 50, String(number)));
        count = 0;
      }
      (pages.at(-1) as DrawnPage).set([line]);
      count++;
    }
    (pages.at(-1) as DrawnPage).y += gap;
  }
  return pages;
}

describe('paragraphs', () => {
  const paragraphs = [
    'I. MỤC TIÊU',
    `1. ${LONG}.`,
    `a) ${SHORT};`,
    `- ${LONG}; ${SHORT}.`,
    `${SHORT}. ${LONG}.`,
    `Điều 2. ${LONG}.`,
    ...Array.from({ length: 30 }, (_, i) => `${i + 2}. ${i % 2 ? LONG : SHORT} ${i}.`),
  ];

  it('join over wraps and pages: first lines indented', () => {
    const pages = typeset(
      paragraphs.map((text) => breakLines(text)),
      0,
    );
    assert.ok(pages.length > 2);
    assert.equal(textOf(...pages), paragraphs.join('\n\n'));
  });

  it('join over wraps and pages: blocks parted by space', () => {
    const pages = typeset(
      paragraphs.map((text) => breakLines(text, { indent: 0, justified: false })),
      8,
      34,
    );
    assert.equal(textOf(...pages), paragraphs.join('\n\n'));
  });

  it('join where the first line stands out to the left', () => {
    const pages = typeset(
      paragraphs.map((text) => breakLines(text, { left: PAGE.left + 18, indent: -18 })),
      0,
    );
    assert.equal(textOf(...pages), paragraphs.join('\n\n'));
  });

  it('are not parted by a number or a dash that a wrapped line begins with', () => {
    const lines: SetLine[] = [
      { text: 'Thực hiện Kế hoạch phát triển kinh tế - xã hội năm', x: 121, to: 552 },
      { text: '2021. Các ngành, các cấp tập trung triển khai giai đoạn 2021', x: 85, to: 552 },
      { text: '- 2025 theo Quyết định số 12/QĐ-', x: 85, to: 552 },
      { text: 'UBND, bảo đảm 5 mục tiêu và', x: 85, to: 552 },
      { text: '5. nhiệm vụ được giao.', x: 85 },
    ];
    assert.equal(
      textOf(...typeset([lines, breakLines(`${LONG}.`), breakLines(`${SHORT}.`)])),
      `Thực hiện Kế hoạch phát triển kinh tế - xã hội năm 2021. Các ngành, các cấp tập trung triển khai giai đoạn 2021 - 2025 theo Quyết định số 12/QĐ-UBND, bảo đảm 5 mục tiêu và 5. nhiệm vụ được giao.\n\n${LONG}.\n\n${SHORT}.`,
    );
  });

  it('tell bold ones and keep a title of several centred lines together', () => {
    const page = new DrawnPage(1);
    page.centred('KẾ HOẠCH', { bold: true });
    page.centred('Phát triển kinh tế số trên địa bàn tỉnh', { bold: true });
    page.centred('giai đoạn 2026 - 2030', { bold: true });
    page.y += 14;
    for (const text of [LONG, SHORT, LONG]) page.set(breakLines(`${text}.`));
    assert.equal(
      textOf(page),
      `**KẾ HOẠCH**\n\n**Phát triển kinh tế số trên địa bàn tỉnh\ngiai đoạn 2026 - 2030**\n\n${LONG}.\n\n${SHORT}.\n\n${LONG}.`,
    );
  });
});

describe('a title', () => {
  it('keeps the line that takes the whole width', () => {
    const page = new DrawnPage(1);
    page.centred('KẾ HOẠCH', { bold: true });
    page.line(PAGE.left, page.y, 'THỰC HIỆN CHƯƠNG TRÌNH PHÁT TRIỂN CỦA TỈNH GIAI ĐOẠN', { bold: true }, PAGE.right);
    page.y += 17;
    page.centred('2026 - 2030', { bold: true });
    page.y += 20;
    page.set(breakLines(`${LONG}.`));
    page.set(breakLines(`${LONG}.`));
    assert.deepEqual(textOf(page).split('\n\n').slice(0, 2), [
      '**KẾ HOẠCH**',
      '**THỰC HIỆN CHƯƠNG TRÌNH PHÁT TRIỂN CỦA TỈNH GIAI ĐOẠN 2026 - 2030**',
    ]);
  });
});

describe('columns', () => {
  const body = (page: DrawnPage): DrawnPage => {
    page.y += 20;
    for (const text of [LONG, SHORT, LONG]) page.set(breakLines(`${text}.`));
    return page;
  };

  it('of the head are read one after the other', () => {
    const page = new DrawnPage(1);
    for (const [left, right] of [
      ['ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['TỈNH BẮC NINH', 'Độc lập - Tự do - Hạnh phúc'],
      ['Số: 144/KH-UBND', 'Bắc Ninh, ngày 24 tháng 11 năm 2025'],
    ] as const) {
      const { y } = page;
      page.centred(left, { size: 12 }, 170);
      page.y = y;
      page.centred(right, { size: 12, bold: true }, 420);
    }
    assert.equal(
      textOf(body(page)).split('\n\n').slice(0, 7).join('\n'),
      `ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH\nSố: 144/KH-UBND\n**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n**Độc lập - Tự do - Hạnh phúc**\n**Bắc Ninh, ngày 24 tháng 11 năm 2025**\n${LONG}.`,
    );
  });

  it('of the head are told apart where their lines stand on no common baseline', () => {
    const page = new DrawnPage(1);
    page.centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT', { size: 12, bold: true }, 420);
    page.y -= 8;
    page.centred('ỦY BAN NHÂN DÂN', { size: 12 }, 170);
    page.y -= 6;
    page.centred('NAM', { size: 12, bold: true }, 420);
    page.centred('THÀNH PHỐ CẦN THƠ', { size: 12, bold: true }, 170);
    page.y -= 8;
    page.centred('Độc lập - Tự do - Hạnh phúc', { size: 12, bold: true }, 420);
    assert.equal(
      textOf(body(page)).split('\n\n').slice(0, 4).join('\n'),
      'ỦY BAN NHÂN DÂN\n**THÀNH PHỐ CẦN THƠ**\n**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n**Độc lập - Tự do - Hạnh phúc**',
    );
  });

  it('of the head hold a subject of several lines', () => {
    const page = new DrawnPage(1);
    page.centred('SỞ TÀI CHÍNH', { size: 12 }, 170);
    page.y -= 14.4;
    page.centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12 }, 420);
    page.centred('Số: 12/STC-QLNS', { size: 12 }, 170);
    page.y -= 14.4;
    page.centred('Hà Nội, ngày 05 tháng 01 năm 2026', { size: 12 }, 420);
    page
      .centred('V/v lập dự toán ngân sách', { size: 11 }, 170)
      .centred('năm 2027 và kế hoạch 3 năm', { size: 11 }, 170);
    assert.equal(
      textOf(body(page)).split('\n\n').slice(0, 5).join('\n'),
      'SỞ TÀI CHÍNH\nSố: 12/STC-QLNS\nV/v lập dự toán ngân sách năm 2027 và kế hoạch 3 năm\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày 05 tháng 01 năm 2026',
    );
  });

  it('of the signature are read one after the other, also over a page', () => {
    const left = ['Nơi nhận:', '- Văn phòng Chính phủ;', '- Các sở, ban, ngành,', 'đoàn thể;', '- Lưu: VT.'];
    const right = ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', '', '', 'Nguyễn Văn Phúc'];
    const expected =
      'Nơi nhận:\n- Văn phòng Chính phủ;\n- Các sở, ban, ngành, đoàn thể;\n- Lưu: VT.\n**TM. ỦY BAN NHÂN DÂN**\n**CHỦ TỊCH**\n**Nguyễn Văn Phúc**';
    for (const cut of [5, 2]) {
      const first = body(new DrawnPage(1));
      const pages = [first];
      for (let i = 0; i < 5; i++) {
        if (i === cut) pages.push(new DrawnPage(2));
        const page = pages.at(-1) as DrawnPage;
        page.line(85, page.y - 1, left[i] as string, { size: 11 });
        page.centred(right[i] as string, { bold: true }, 430);
      }
      assert.equal(
        textOf(...pages)
          .split('\n\n')
          .slice(3)
          .join('\n'),
        expected,
      );
    }
  });

  it('of running text are read each for itself', () => {
    const page = new DrawnPage(1);
    const a = breakLines(`${LONG}.`, { right: 300, indent: 0, size: 11 });
    const b = breakLines(`${SHORT}; ${SHORT}.`, { left: 330, indent: 0, size: 11 });
    for (const lines of [a, b]) {
      page.y = 100;
      page.set(lines, { size: 11 });
    }
    assert.equal(textOf(page), `${LONG}.\n\n${SHORT}; ${SHORT}.`);
  });
});

describe('margins', () => {
  const pagesWith = (mark: (page: DrawnPage) => void): DrawnPage[] => {
    const pages = typeset(
      Array.from({ length: 24 }, (_, i) => breakLines(`${i + 1}. ${LONG}.`)),
      6,
      24,
    );
    for (const page of pages) {
      page.words.splice(0, page.words.length, ...page.words.filter((word) => word.box.y > 60));
      mark(page);
    }
    return pages;
  };
  const expected = Array.from({ length: 24 }, (_, i) => `${i + 1}. ${LONG}.`).join('\n\n');

  it('lose page numbers of any look', () => {
    for (const look of [(n: number) => String(n), (n: number) => `- ${n} -`, (n: number) => `Trang ${n}/3`]) {
      const pages = pagesWith((page) => page.line(300, 800, look(page.number)));
      const { text, removed } = read(...pages);
      assert.equal(text, expected);
      assert.equal(removed, pages.map((page) => look(page.number)).join(' '));
    }
  });

  it('lose running titles, also with the number of the page', () => {
    const pages = pagesWith((page) =>
      page.line(85, 40, `${page.number} Kế hoạch phát triển kinh tế số tỉnh Bắc Ninh`, { size: 11, italic: true }),
    );
    assert.equal(textOf(...pages), expected);
  });

  it('lose titles that change with the chapter, by the number that counts beside them', () => {
    const pages = pagesWith((page) =>
      page.line(85, 40, `Chương ${'I'.repeat(page.number)}: Nội dung ${page.number + 6}`),
    );
    assert.ok(pages.length >= 3);
    assert.equal(textOf(...pages), expected);
  });

  it('keep the titles that several annexes begin with', () => {
    const pages = [1, 2, 3].map((number) => {
      const page = new DrawnPage(number, { y: 60 });
      page.centred('PHỤ LỤC', { bold: true }).centred('(Kèm theo Kế hoạch số 12/KH-UBND)', { italic: true });
      for (const text of [LONG, SHORT, LONG]) page.set(breakLines(`${text} ${number}.`));
      return page;
    });
    const { removed, text } = read(...pages);
    assert.equal(removed, '');
    assert.equal(text.split('PHỤ LỤC').length, 4);
  });

  it('keep numbers that count nothing and the head of the document', () => {
    const page = new DrawnPage(1);
    page.line(300, 50, '17.900').line(85, 70, 'Thu ngân sách tỷ đồng');
    assert.equal(textOf(page), '17.900\n\nThu ngân sách tỷ đồng');
  });

  it('lose the notes of electronic signatures', () => {
    const [page] = pagesWith(() => {}) as [DrawnPage];
    page.line(380, 30, 'Người ký: Văn phòng Ủy ban nhân dân', { size: 7 });
    page.line(380, 39, 'Email: vanphong@tinh.gov.vn', { size: 7 });
    page.line(380, 48, 'Thời gian ký: 24.11.2025 10:15:00', { size: 7 });
    const { removed, text } = read(page);
    assert.match(removed, /Người ký.*Email.*Thời gian ký/);
    assert.ok(text.startsWith('1. Tập trung'));
  });
});

describe('recognised pages', () => {
  const scan = (slope: number): DrawnPage => {
    const page = new DrawnPage(1, { source: 'ocr' });
    for (let i = 0; i < 5; i++) page.set(breakLines(`${i + 1}. ${LONG}; ${SHORT}.`));
    for (const [i, word] of page.words.entries()) {
      const { x, y, ...size } = word.box;
      page.words[i] = { ...word, box: { x: x - slope * (y - 421), y: y + slope * (x - 300), ...size } };
    }
    return page;
  };
  const expected = Array.from({ length: 5 }, (_, i) => `${i + 1}. ${LONG}; ${SHORT}.`).join('\n\n');

  it('are read where they lie askew, and words keep their places', () => {
    for (const slope of [-0.02, -0.005, 0.005, 0.02]) {
      const page = scan(slope);
      const { blocks } = layOutAll([page]);
      const boxes = new Set(page.words.map((word) => word.box));
      assert.equal(textOf(page), expected);
      for (const block of blocks) {
        if (block.kind === 'paragraph')
          for (const line of block.lines) for (const word of line.words) assert.ok(word.box && boxes.has(word.box));
      }
    }
  });

  it('lose specks and scrawls, but no number', () => {
    const page = scan(0);
    const put = (text: string, x: number, y: number, confidence: number, height = 12): void => {
      page.words.push({ text, box: { x, y, width: 20, height }, font: null, confidence, doubt: false });
    };
    put('.', 40, 100, 0.3, 2);
    put('~|', 565, 150, 0.4);
    put('7', 300, 700, 0.2, 1);
    put('Ầ', 350, 700, 0.1);
    put('Wx', 372, 700, 0.2);
    put('19', 300, 740, 0.1);
    const { text, removed } = read(page);
    assert.equal(text, `${expected}\n\n19`);
    assert.deepEqual(removed.split(' ').sort(), ['.', '7', 'Wx', '~|', 'Ầ'].sort());
  });

  it('lose the stamp for incoming mail', () => {
    const page = scan(0);
    for (const [text, y] of [
      ['ĐẾN', 20],
      ['Số: 1234', 34],
      ['Ngày: 05/01/2026', 48],
    ] as const) {
      page.line(430, y, text, { size: 11 });
    }
    const { text, removed } = read(page);
    assert.equal(text, expected);
    assert.match(removed, /ĐẾN/);
  });
});

describe('notes', () => {
  it('stand behind the paragraph that bears their mark, numbered through the document', () => {
    const pages = [1, 2].map((number) => {
      const page = new DrawnPage(number);
      page.set(breakLines(`Mở rộng 3 đô thị^1 của tỉnh. ${LONG}^2.`));
      page.set(breakLines(`${SHORT}.`));
      page.rule(85, 700, 230, 700);
      page.line(85, 712, `^1 Đô thị số ${number}.`, { size: 10 });
      page.line(85, 724, `^2 Quyết định số ${number}/QĐ-TTg của Thủ tướng Chính phủ về việc`, { size: 10 }, 552);
      page.line(85, 736, 'phê duyệt quy hoạch.', { size: 10 });
      return page;
    });
    const paragraph = (a: number) => `Mở rộng 3 đô thị[^${a}] của tỉnh. ${LONG}[^${a + 1}].`;
    const note = (n: number, a: number) =>
      `[^${a}]: Đô thị số ${n}.\n\n[^${a + 1}]: Quyết định số ${n}/QĐ-TTg của Thủ tướng Chính phủ về việc phê duyệt quy hoạch.`;
    assert.equal(
      textOf(...pages),
      [1, 2].map((n) => `${paragraph(2 * n - 1)}\n\n${note(n, 2 * n - 1)}\n\n${SHORT}.`).join('\n\n'),
    );
  });

  it('are not made of raised digits of units', () => {
    const page = new DrawnPage(1).set(breakLines(`Xây dựng 5.000 m^2 nhà ở. ${LONG}.`)).set(breakLines(`${SHORT}.`));
    assert.ok(textOf(page).startsWith('Xây dựng 5.000 m² nhà ở.'));
  });

  it('let a paragraph go on behind them on the next page', () => {
    const [first, second] = typeset([breakLines(`${LONG}^1; ${LONG}.`), breakLines(`${SHORT}.`)], 6, 5) as [
      DrawnPage,
      DrawnPage,
    ];
    first.rule(85, 700, 230, 700).line(85, 712, '^1 Chú thích.', { size: 10 });
    assert.equal(textOf(first, second), `${LONG}[^1]; ${LONG}.\n\n[^1]: Chú thích.\n\n${SHORT}.`);
  });
});

/** Whole documents through `read`: what a user gets, with every position in the text as given. The documents are made up. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkSpans } from '#test/support/spans.ts';
import type { Measurement, Reading } from './model.ts';
import { READER, read } from './read.ts';

const DOCUMENT = [
  '**TỈNH ỦY LẠNG SƠN**',
  '**Số 05-NQ/TU**',
  '*Lạng Sơn, ngày 02 tháng 12 năm 2022*',
  '# NGHỊ QUYẾT',
  '**Về nhiệm vụ phát triển kinh tế - xã hội năm 2023**',
  'Căn cứ Nghị quyết số 12-NQ/TU ngày 20/10/2020 của Đại hội đại biểu Đảng bộ tỉnh lần thứ XVII;',
  '**I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2022**',
  'Thu ngân sách đạt 13.100 tỷ đồng, tăng 9% so với năm 2021; các chỉ tiêu về văn hóa, xã hội',
  'cơ bản hoàn thành, tỷ lệ hộ nghèo còn 3,4%^(*).',
  '^(*) Theo chuẩn nghèo đa chiều.',
  '**II. MỤC TIÊU, CHỈ TIÊU NĂM 2023**',
  '1. T\u00f4\u0301c độ tăng trưởng kinh tế trên 8%.',
  '2. Thu ngân sách 14.250 tỷ đồng, trong đó: thu nội địa 9.100 tỷ đồng.',
  '**III. NHIỆM VỤ, GIẢI PHÁP**',
  '**1. Phát triển kinh tế**',
  '1.1. Sở Công Thương chủ trì, phối hợp với các sở, ban, ngành:',
  '- Xây dựng Đề án phát triển cụm công nghiệp, hoàn thành trước ngày 30/6/2023.',
  '- Triển khai Kế hoạch số 144/KH-UBND ngày 20/01/2022 của Ủy ban nhân dân tỉnh.',
  '**IV. TỔ CHỨC THỰC HIỆN**',
  '1. Các cấp ủy định kỳ hằng quý báo cáo Ban Thường vụ Tỉnh ủy kết quả thực hiện Nghị quyết này ở địa phương, đơn vị mình.',
  '**T/M TỈNH ỦY**',
  'BÍ THƯ',
  'Trần Văn Bình',
].join('\n\n');

const line = (m: Measurement): string =>
  [
    `${m.decimal} ${m.unit ?? '–'}`,
    m.indicator,
    `${m.measure} ${m.comparator}`,
    m.year,
    m.section,
    ...(m.parent === null ? [] : [`part of ${m.parent}`]),
  ].join(' | ');

describe('a document', () => {
  const reading = read(DOCUMENT);
  const quote = ({ start, end }: { start: number; end: number }) => DOCUMENT.slice(start, end);

  it('has sound positions', () => {
    checkSpans(DOCUMENT, reading);
    assert.equal(reading.reader, READER);
  });

  it('has its header', () => {
    const { type, symbol, date, province, planYear, signer } = reading.document;
    assert.deepEqual(
      { type, symbol, date, province, planYear, signer },
      {
        type: 'Nghị quyết',
        symbol: '05-NQ/TU',
        date: '2022-12-02',
        province: 'Lạng Sơn',
        planYear: 2023,
        signer: 'Trần Văn Bình',
      },
    );
    assert.match(reading.document.spans.symbol ? quote(reading.document.spans.symbol) : '', /05-NQ\/TU$/);
  });

  it('has results and targets apart', () => {
    assert.deepEqual(reading.results.map(line), [
      '13100 tỷ đồng | Thu ngân sách | level = | 2022 | I',
      '9 % | Thu ngân sách | increase = | 2022 | I',
      '3.4 % | Tỷ lệ hộ nghèo | level = | 2022 | I',
    ]);
    assert.deepEqual(reading.targets.map(line), [
      '8 % | Tốc độ tăng trưởng kinh tế | level > | 2023 | II',
      '14250 tỷ đồng | Thu ngân sách | level = | 2023 | II',
      '9100 tỷ đồng | Thu nội địa | level = | 2023 | II | part of 1',
    ]);
  });

  it('quotes as printed, also half-decomposed letters', () => {
    const [growth] = reading.targets;
    assert.ok(growth?.quote.startsWith('T\u00f4\u0301c độ'));
    assert.equal(growth?.value, '8');
    assert.equal(growth && quote(growth.valueSpan), '8');
  });

  it('hangs a footnote on its number', () => {
    assert.deepEqual(
      reading.results.map((m) => m.notes.map(quote)),
      [[], [], ['Theo chuẩn nghèo đa chiều.']],
    );
  });

  it('has tasks with who, with whom, until when, to bring forth what', () => {
    assert.deepEqual(
      reading.tasks.map((t) => ({
        section: t.section,
        lead: t.lead.map((a) => `${a.name}${a.inherited ? '*' : ''}`),
        support: t.support.map((a) => a.name),
        due: t.deadlines.map((d) => d.due),
        products: t.products.map((p) => p.kind),
      })),
      [
        {
          section: 'III.1.1',
          lead: ['Sở Công Thương*'],
          support: ['các sở, ban, ngành'],
          due: ['2023-06-29'],
          products: ['scheme'],
        },
        { section: 'III.1.1', lead: ['Sở Công Thương*'], support: ['các sở, ban, ngành'], due: [], products: [] },
        { section: 'IV', lead: ['Các cấp ủy'], support: [], due: [], products: [] },
      ],
    );
    const [first] = reading.tasks;
    assert.equal(first?.lead[0]?.span && quote(first.lead[0].span), 'Sở Công Thương');
  });

  it('gives citations and reporting duties in the order of the page, also where a note stands before its text', () => {
    const { citations, reporting } = read(
      'III. TỔ CHỨC THỰC HIỆN\n\n¹ Nghị quyết số 01-NQ/TU ngày 26/11/2020; định kỳ hằng tháng báo cáo Tỉnh ủy.\n\n' +
        '1. Sở Tài chính thực hiện Nghị quyết số 02-NQ/TU ngày 27/11/2020, định kỳ hằng quý báo cáo Ủy ban nhân dân tỉnh.\n',
    );
    assert.deepEqual(
      citations.map((c) => c.symbol),
      ['01-NQ/TU', '02-NQ/TU'],
    );
    assert.deepEqual(
      reporting.map((d) => d.cadence),
      ['monthly', 'quarterly'],
    );
  });

  it('has citations, not its own number, and reporting duties', () => {
    assert.deepEqual(
      reading.citations.map((c) => [c.type, c.symbol, c.date]),
      [
        ['Nghị quyết', '12-NQ/TU', '2020-10-20'],
        ['Kế hoạch', '144/KH-UBND', '2022-01-20'],
      ],
    );
    assert.deepEqual(
      reading.reporting.map((d) => [d.cadence, d.due, d.from, d.to]),
      [['quarterly', null, 'Các cấp ủy', 'Ban Thường vụ Tỉnh ủy']],
    );
  });
});

describe('reading', () => {
  it('places a row that opens with empty cells at its own line', () => {
    const text = 'trước ngày 31/01/2021 ||||\n\n|||| \u0301 ';
    const reading = read(text);
    checkSpans(text, reading);
    assert.deepEqual(
      reading.outline.map((n) => n.span.start),
      [0, text.lastIndexOf('||||')],
    );
  });

  const values = (reading: Reading): string[] =>
    [...reading.results, ...reading.targets].map((m) => line(m).normalize('NFC'));

  it('is the same for the same document in another dress', () => {
    const plain = read(DOCUMENT);
    const dresses: Readonly<Record<string, string>> = {
      'Windows line ends': DOCUMENT.replaceAll('\n', '\r\n'),
      'no emphasis': DOCUMENT.replaceAll('**', ''),
      'decomposed letters': DOCUMENT.normalize('NFD'),
      'composed letters': DOCUMENT.normalize('NFC'),
      'hard spaces': DOCUMENT.replaceAll(' tỷ đồng', '\u00a0tỷ đồng'),
      'soft hyphens': DOCUMENT.replaceAll('kinh tế', 'kinh\u00ad tế'),
      'page feeds': DOCUMENT.replace('**III.', '\f**III.'),
    };
    for (const [name, source] of Object.entries(dresses)) {
      const reading = read(source);
      checkSpans(source, reading);
      assert.deepEqual(values(reading), values(plain), name);
      assert.equal(reading.tasks.length, plain.tasks.length, name);
    }
  });

  it('takes the year of the plan from the caller who knows better', () => {
    const source = 'II. CHỈ TIÊU\n\n- Tỷ lệ đô thị hóa đạt 40%.';
    const year = (planYear?: number) => read(source, planYear === undefined ? {} : { planYear }).targets[0]?.year;
    assert.equal(year(2027), 2027);
    assert.equal(year(), null);
    assert.equal(read(source).targets[0]?.confidence.year, 'guess');
    assert.equal(read(source, { planYear: 2027 }).document.planYear, 2027);
  });

  it('gives nothing for nothing', () => {
    for (const source of ['', ' \n\t\n', '---\n***\n']) {
      const { targets, results, tasks, citations, reporting, sentences, unread } = read(source);
      checkSpans(source, read(source));
      assert.deepEqual(
        { targets, results, tasks, citations, reporting, sentences, unread },
        {
          targets: [],
          results: [],
          tasks: [],
          citations: [],
          reporting: [],
          sentences: [],
          unread: [],
        },
      );
    }
  });

  it('has the bodies of a table in its targets', () => {
    const source =
      'I. MỤC TIÊU NĂM 2026\n\n| TT | Chỉ tiêu | Đơn vị | Năm 2026 | Chủ trì |\n|---|---|---|---|---|\n| 1 | Số xã đạt chuẩn | xã | 12 | Sở Y tế; Sở Nội vụ |\n';
    const reading = read(source);
    checkSpans(source, reading);
    assert.deepEqual(
      reading.targets.map((m) => [m.decimal, m.unit, m.year, m.lead.map((a) => a.name)]),
      [['12', 'xã', 2026, ['Sở Y tế', 'Sở Nội vụ']]],
    );
  });
});

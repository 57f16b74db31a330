import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseVietnamese, toPlain } from '#base/decimal.ts';
import type { Span } from '#base/span.ts';
import { matchIndicator } from '#catalogue/indicators.ts';
import { findSuspects } from '#text/suspect.ts';
import { checkBeginning, checkReading, suspectIssues } from './checks.ts';
import { checkListNumbers, checkNumbering, findStatedCounts, type Labelled, listNumbers } from './checks-numbering.ts';
import {
  type Checked,
  checkFractions,
  checkParts,
  checkSameIndicator,
  checkShares,
  checkStatedCounts,
} from './checks-values.ts';
import type { OutlineNode } from './model.ts';

let place = 0;
/** `Thu nội địa 10.193,9 tỷ đồng`, as a measurement; a value may be a range `02 - 05`. */
function measured(indicator: string, value: string, unit: string | null, more: Partial<Checked> = {}): Checked {
  const [low = '', high] = value.split(' - ');
  const start = place;
  place += 40;
  const plain = (text: string) => toPlain(parseVietnamese(text) ?? assert.fail(text));
  return {
    span: { start, end: start + 30 },
    quote: `${indicator} ${value} ${unit}`,
    value,
    decimal: plain(low),
    ...(high === undefined ? {} : { decimalMax: plain(high) }),
    unit,
    indicator,
    measure: 'level',
    comparator: high === undefined ? '=' : 'range',
    year: 2021,
    parent: null,
    match: matchIndicator(indicator, unit),
    ...more,
  };
}

const codes = (issues: readonly { readonly code: string }[]) => issues.map(({ code }) => code);

test('shares of a structure make 100 within the printed precision', () => {
  const structure = (...values: string[]) =>
    ['nông nghiệp', 'công nghiệp, xây dựng', 'dịch vụ', 'thuế sản phẩm']
      .slice(0, values.length)
      .map((name, i) => measured(`Cơ cấu kinh tế ${name}`, values[i] as string, '%'));
  assert.deepEqual(checkShares(structure('9', '62', '29')), []);
  assert.deepEqual(checkShares(structure('9,65', '61,5', '28,85')), []);
  assert.deepEqual(checkShares(structure('35,08', '27,97', '33,79', '3,16')), []);
  assert.deepEqual(checkShares(structure('9,7', '61,5', '28,9')), [], 'rounding');
  assert.deepEqual(checkShares(structure('9', '62')), [], 'two of three parts');
  const [issue] = checkShares(structure('9', '62', '25'));
  assert.equal(issue?.code, 'shares-not-100');
  assert.match(issue?.message ?? '', /cộng lại bằng 96%/);
  assert.deepEqual(codes(checkShares(structure('60', '62'))), ['shares-not-100'], 'two parts above 100');
  // The head alone has a value of its own and is no share.
  assert.deepEqual(checkShares([measured('Cơ cấu kinh tế', '8,4', '%'), ...structure('9', '62', '29')]), []);
  // Two structures after each other: the names begin anew.
  assert.deepEqual(checkShares([...structure('9', '62', '29'), ...structure('10', '61', '29')]), []);
});

test('parts make their whole, or are a list of only some', () => {
  const revenue = (whole: string, ...parts: string[]) => [
    measured('Thu ngân sách', whole, 'tỷ đồng'),
    ...parts.map((value, i) => measured(`Khoản thu thứ ${i}`, value, 'tỷ đồng', { parent: 0 })),
  ];
  assert.deepEqual(checkParts(revenue('13.593,9', '10.193,9', '3.400')), []);
  assert.deepEqual(checkParts(revenue('12.000', '7.000')), [], 'one part');
  assert.deepEqual(checkParts(revenue('12.000', '2.000', '1.000')), [], 'only some parts');
  assert.deepEqual(codes(checkParts(revenue('13.593,9', '10.193,9', '3.500'))), ['parts-above-whole']);
  assert.deepEqual(codes(checkParts(revenue('13.593,9', '10.193,9', '3.300'))), ['parts-below-whole']);
  assert.deepEqual(checkParts(revenue('260', '20', '240', '54', '55', '151')), [], 'divided in two ways');
  const shares = [
    measured('Tỷ lệ A', '50', '%'),
    measured('B', '40', '%', { parent: 0 }),
    measured('C', '30', '%', { parent: 0 }),
  ];
  assert.deepEqual(checkParts(shares), [], 'percentages do not add up');
});

test('one indicator with two values', () => {
  const name = 'Xã đạt chuẩn nông thôn mới kiểu mẫu';
  const twice = [measured(name, '02 - 05', 'xã'), measured('Xã đạt tiêu chí NTM kiểu mẫu', '05', 'xã')];
  const [issue] = checkSameIndicator(twice);
  assert.equal(issue?.code, 'two-values');
  assert.match(issue?.message ?? '', /02 - 05 xã và 05 xã/);
  assert.deepEqual(checkSameIndicator([measured(name, '5', 'xã'), measured(name, '05', 'xã')]), [], 'the same value');
  assert.deepEqual(checkSameIndicator([measured(name, '5', 'xã'), measured(name, '60', '%')]), [], 'another unit');
  assert.deepEqual(
    checkSameIndicator([measured(name, '5', 'xã'), measured(name, '9', 'xã', { year: 2025 })]),
    [],
    'another year',
  );
  const accumulated = [
    measured(name, '19', 'xã'),
    measured(name, '107', 'xã', { cumulative: true }),
    measured(name, '107', 'xã'),
  ];
  assert.deepEqual(checkSameIndicator(accumulated), [], 'accumulated, then the same again');
  assert.deepEqual(
    checkSameIndicator([measured('Chỉ tiêu', '6', 'chỉ tiêu'), measured('Chỉ tiêu', '10', 'chỉ tiêu')]),
    [],
  );
  const cells = ['1', '2', '3', '4'].map((value) => measured(name, value, 'xã', { quote: value }));
  assert.deepEqual(checkSameIndicator(cells), [], 'columns of a table');
});

test('fractions and stated counts', () => {
  const of = (quote: string, value: string) => checkFractions([measured('Chỉ tiêu đạt', value, 'chỉ tiêu', { quote })]);
  assert.deepEqual(of('26/28 chỉ tiêu', '26'), []);
  assert.deepEqual(codes(of('28/26 chỉ tiêu', '28')), ['count-above-whole']);
  assert.deepEqual(of('1.200/1.000 người', '1.200'), [], 'a result over its plan');
  const span = { start: 0, end: 5 };
  assert.deepEqual(codes(checkStatedCounts([{ span, stated: 28, listed: 27, noun: 'chỉ tiêu' }])), ['count-differs']);
  assert.deepEqual(checkStatedCounts([{ span, stated: 28, listed: 28, noun: 'chỉ tiêu' }]), []);
});

/** A list of neighbours with these labels; the span of each is one line of `sourceOf`. */
function labelled(...labels: (string | null)[]): Labelled[] {
  return labels.map((label, i) => ({
    label,
    kind: 'paragraph',
    span: { start: i * 10, end: i * 10 + 9 },
    children: [],
  }));
}

test('numbering: gaps, repeats, the point đ', () => {
  const check = (...labels: (string | null)[]) => codes(checkNumbering(labelled(...labels), ''));
  assert.deepEqual(check('1', '2', '3', '1', '2'), [], 'begins anew');
  assert.deepEqual(check('1', '2', '4'), ['numbering-gap']);
  assert.deepEqual(check('I', 'II', 'IV'), ['numbering-gap']);
  assert.deepEqual(check('I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI'), []);
  assert.deepEqual(check('Điều 1', 'Điều 3'), ['numbering-gap']);
  assert.deepEqual(check('3.1', '3.2', '3.4'), ['numbering-gap']);
  assert.deepEqual(check('3.9', '3.10', '4.1'), []);
  assert.deepEqual(check('a', 'b', 'c', 'd', 'đ', 'e', 'g'), []);
  assert.deepEqual(check('a', 'b', 'c', 'd', 'e'), ['letter-skipped']);
  assert.deepEqual(check('a', 'b', 'd'), ['numbering-gap']);
  assert.deepEqual(check('IV', 'IV'), ['numbering-repeat']);
  assert.deepEqual(check('-', '+', null, '-'), []);
  assert.deepEqual(check('1', '20'), [], 'another list');
  const source = '1. Một   \n**2.** b \n3. Ba    \n';
  const nodes = [0, 20].map((start, i) => ({
    label: i ? '3' : '1',
    kind: 'paragraph' as const,
    span: { start, end: start + 9 },
    children: [],
  }));
  assert.deepEqual(checkNumbering(nodes, source), [], 'the label is there, only no heading');
  const [issue] = checkNumbering(labelled('a', 'b', 'e'), '');
  assert.match(issue?.message ?? '', /thiếu c, d, đ\./);
});

test('every series of letters, Roman and plain numbers is read in order', () => {
  const roman = (n: number) =>
    ['', 'X'][Math.floor(n / 10)] + (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][n % 10] as string);
  for (let n = 1; n < 19; n++) {
    assert.deepEqual(checkNumbering(labelled(roman(n), roman(n + 1)), ''), [], roman(n));
    if (n < 18)
      assert.deepEqual(codes(checkNumbering(labelled(roman(n), roman(n + 2)), '')), ['numbering-gap'], roman(n));
  }
});

test('numbers of items inside the text', () => {
  const check = (text: string) => codes(checkListNumbers(listNumbers(text)));
  assert.deepEqual(check('(1) Một; (2) Hai; (3) Ba.'), []);
  assert.deepEqual(check('(1) Một; (2) Hai; (4) Bốn.'), ['numbering-gap']);
  assert.deepEqual(check('(1) Một. (2) Hai. (3 Ba. (4) Bốn.'), [], 'a lost bracket');
  assert.deepEqual(check('Việt Trì (12), Đoan Hùng (22), Hạ Hòa (21)'), []);
  assert.deepEqual(check('(1) Một\n(2) Hai\n(1) Một\n(2) Hai'), []);
  assert.deepEqual(check('(3) Ba; (5) Năm'), [], 'no beginning');
});

test('a stated count is compared with the numbered items under its heading', () => {
  const source = 'b) Mục tiêu theo ngành (10 mục tiêu)\n(1) A\n(2) B\n';
  const node = (start: number, end: number, label: string | null, children: OutlineNode[] = []): OutlineNode => ({
    kind: children.length ? 'heading' : 'paragraph',
    label,
    path: '',
    span: { start, end },
    textSpan: { start: start + 3, end },
    zone: 'targets',
    children,
  });
  const nodes = [node(0, 36, 'b', [node(37, 42, '1'), node(43, 48, '2')])];
  const [count] = findStatedCounts(nodes, source, listNumbers(source));
  assert.deepEqual(count && { ...count, span: source.slice(count.span.start, count.span.end) }, {
    span: '10 mục tiêu',
    stated: 10,
    listed: 2,
    noun: 'mục tiêu',
  });
  assert.deepEqual(findStatedCounts([node(0, 36, 'b')], source, []), [], 'nothing under it');
});

const same = (span: Span) => span;

test('a text that starts in mid-sentence', () => {
  const check = (text: string) => codes(checkBeginning({ text, toSource: same }));
  assert.deepEqual(check('nhiệm vụ tại Chương trình'), ['starts-mid-sentence']);
  for (const text of [
    'NGHỊ QUYẾT',
    'Căn cứ',
    'a) tập trung',
    'đ) tập trung',
    '- tập trung',
    '1. tập trung',
    '',
    '  \n',
  ]) {
    assert.deepEqual(check(text), [], text);
  }
});

test('suspects become issues with their suggestion and place', () => {
  const text = 'xây dựng thể trận';
  const [issue] = suspectIssues(findSuspects(text), ({ start, end }) => ({ start: start + 100, end: end + 100 }));
  assert.equal(issue?.suggestion, 'thế trận');
  assert.deepEqual(issue?.span, { start: 109, end: 117 });
  assert.match(issue?.message ?? '', /“thể trận”, có thể là “thế trận”/);
});

test('all checks together: in reading order, no place outside the text, on any text', () => {
  const reading = { targets: [], results: [], outline: [] };
  const words = fc.constantFrom('(1) Một', '(2) Hai', '(5) Năm', 'thể trận', 'và', '\n', ' ', 'Covid- 19', 'a)', 'IV.');
  fc.assert(
    fc.property(
      fc.array(words).map((list) => list.join(' ')),
      (text) => {
        const issues = checkReading(text, { text, toSource: same }, reading);
        let before = 0;
        for (const { span, message, messageEn } of issues) {
          assert.ok(span && span.start >= before && span.end <= text.length && span.end > span.start);
          assert.ok(message.endsWith('.') && messageEn.endsWith('.'));
          before = span.start;
        }
      },
    ),
    { seed: 2021, numRuns: 300 },
  );
});

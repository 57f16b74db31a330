/** What recognition was not sure of is to be checked wherever it went. The documents are made up. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { overlaps, type Span } from '#base/span.ts';
import { listFiles, readText } from '#test/support/files.ts';
import { soup } from '#test/support/soup.ts';
import { checkSpans } from '#test/support/spans.ts';
import { mayBeNumber } from './doubts.ts';
import type { FieldConfidence, Reading } from './model.ts';
import { read } from './read.ts';

const DOCUMENT = [
  '**TỈNH ỦY LẠNG SƠN**',
  '**Số 05-NQ/TU**',
  '*Lạng Sơn, ngày 02 tháng 12 năm 2022*',
  '# NGHỊ QUYẾT',
  '**Về nhiệm vụ phát triển kinh tế - xã hội năm 2023**',
  'Căn cứ Nghị quyết số 12-NQ/TU ngày 20/10/2020 của Đại hội đại biểu Đảng bộ tỉnh lần thứ XVII;',
  '**I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2022**',
  'Thu ngân sách đạt 13.100 tỷ đồng. Trong năm có 37 ngày mưa lũ.',
  '**II. MỤC TIÊU, CHỈ TIÊU NĂM 2023**',
  '1. Tốc độ tăng trưởng kinh tế trên 8%.',
  '2. Tỷ lệ hộ nghèo giảm 0,5-0,6%. Thu nội địa lO tỷ đồng.',
  '**III. NHIỆM VỤ, GIẢI PHÁP**',
  '- Sở Công Thương chủ trì, phối hợp với Sở Tài chính xây dựng Đề án phát triển cụm công nghiệp, hoàn thành trước ngày 30/6/2023.',
  '**IV. TỔ CHỨC THỰC HIỆN**',
  '1. Các cấp ủy báo cáo Ban Thường vụ Tỉnh ủy trước ngày 20 hằng tháng.',
  '**T/M TỈNH ỦY**',
  'BÍ THƯ',
  'Trần Văn Bình',
].join('\n\n');

function spanOf(words: string, nth = 1): Span {
  let start = -1;
  for (let i = 0; i < nth; i++) start = DOCUMENT.indexOf(words, start + 1);
  assert.ok(start >= 0, words);
  return { start, end: start + words.length };
}

const sure = read(DOCUMENT);
const doubting = (...words: string[]): Reading => read(DOCUMENT, { doubts: words.map((word) => spanOf(word)) });
const issuesOf = (reading: Reading) =>
  reading.issues.filter((issue) => issue.code === 'doubtful-number').map((issue) => issue.message);

describe('a doubt', () => {
  it('lets everything be read as before', () => {
    assert.deepEqual(read(DOCUMENT, { doubts: [] }), sure);
    assert.equal(sure.issues.filter((issue) => issue.code === 'doubtful-number').length, 0);
    const reading = doubting('13.100', 'trước ngày 30/6/2023');
    checkSpans(DOCUMENT, reading);
    assert.deepEqual(
      reading.results.map(({ confidence: _, ...rest }) => rest),
      sure.results.map(({ confidence: _, ...rest }) => rest),
    );
  });

  it('in a number is to be checked, with both bounds of a range', () => {
    const reading = doubting('13.100', '0,5-0,6%');
    assert.equal(reading.results[0]?.confidence.number, 'check');
    assert.equal(sure.results[0]?.confidence.number, undefined);
    const range = reading.targets.find((m) => m.numberMax === 0.6);
    assert.deepEqual([range?.confidence.number, range?.confidence.numberMax], ['check', 'check']);
    assert.deepEqual(issuesOf(reading), []);
  });

  it('beside the number concerns the name or the unit', () => {
    assert.equal(doubting('tăng trưởng').targets[0]?.confidence.indicator, 'check');
    assert.equal(doubting('tỷ đồng').results[0]?.confidence.unit, 'check');
    assert.equal(doubting('tỷ đồng').results[0]?.confidence.number, undefined);
  });

  it("in the year of a heading concerns the years below it, and the title's the plan's year", () => {
    const heading = read(DOCUMENT, { doubts: [spanOf('2023', 2)] });
    assert.deepEqual(
      heading.targets.map((m) => m.confidence.year),
      heading.targets.map(() => 'check'),
    );
    assert.equal(heading.document.confidence.planYear, undefined);
    assert.deepEqual(issuesOf(heading), ['Số “2023” nhận dạng chưa chắc, hãy đối chiếu với trang gốc.']);
    assert.equal(doubting('2023').document.confidence.planYear, 'check');
    const given = read(DOCUMENT, { doubts: [spanOf('2023')], planYear: 2023 });
    assert.equal(given.document.confidence.planYear, undefined);
  });

  it('in the header concerns the field that was read from there', () => {
    const { confidence } = doubting('05-NQ/TU', 'ngày 02', 'Bình').document;
    assert.deepEqual([confidence.symbol, confidence.date, confidence.signer], ['check', 'check', 'check']);
  });

  it('in a citation concerns its number, its day or who issued it', () => {
    const field = (words: string) => {
      const found = doubting(words).citations[0];
      return Object.keys(found?.confidence ?? {});
    };
    assert.deepEqual(field('12-NQ/TU'), ['symbol']);
    assert.deepEqual(field('20/10/2020'), ['date']);
    assert.deepEqual(field('Đại hội'), ['issuer']);
  });

  it('in a task concerns its agencies, its deadline or its product', () => {
    const task = doubting('Thương', 'Tài chính', '30/6/2023', 'Đề án').tasks.find((t) => t.deadlines.length > 0);
    assert.equal(task?.deadlines[0]?.confidence, 'check');
    assert.deepEqual([task?.lead[0]?.confidence, task?.support[0]?.confidence], ['check', 'check']);
    assert.deepEqual(
      [task?.confidence.lead, task?.confidence.support, task?.confidence.products],
      ['check', 'check', 'check'],
    );
  });

  it('in a reporting duty concerns when it is due', () => {
    assert.equal(doubting('ngày 20').reporting[0]?.confidence.due, undefined, 'the day of the citation');
    const reading = read(DOCUMENT, { doubts: [spanOf('20 hằng')] });
    assert.equal(reading.reporting[0]?.confidence.due, 'check');
  });

  it('never makes a guess better', () => {
    const text = DOCUMENT.replaceAll(/năm 202\d/gi, '');
    const at = text.indexOf('13.100');
    const reading = read(text, { doubts: [{ start: at - 20, end: at + 6 }] });
    const before = read(text);
    const rank = { high: 0, check: 1, guess: 2 };
    for (const [i, m] of reading.results.entries()) {
      for (const [field, confidence] of Object.entries(before.results[i]?.confidence ?? {})) {
        assert.ok(rank[m.confidence[field] ?? 'high'] >= rank[confidence], field);
      }
    }
  });

  it('in a number that became nothing is an issue, also where letters may be digits', () => {
    assert.deepEqual(issuesOf(doubting('37', 'lO', 'mưa')), [
      'Số “37” nhận dạng chưa chắc, hãy đối chiếu với trang gốc.',
      'Chữ “lO” nhận dạng chưa chắc và có thể là số, hãy đối chiếu với trang gốc.',
    ]);
    const unread = doubting('37').unread.find((u) => u.text.includes('37'));
    assert.equal(unread?.confidence, 'check');
  });

  it('may be given in any order, twice, or outside the text', () => {
    const given = [spanOf('37'), { start: -5, end: -1 }, spanOf('13.100'), spanOf('37'), { start: 1e9, end: 2e9 }];
    assert.deepEqual(read(DOCUMENT, { doubts: given }), doubting('13.100', '37'));
  });
});

describe('no number is wrong in silence', () => {
  it('in any of the samples, whichever number is in doubt', () => {
    for (const path of listFiles('samples', (name) => name.endsWith('.txt'))) {
      const text = readText(path);
      const doubts = numbersOf(text);
      assert.ok(doubts.length > 30);
      for (const part of [doubts, doubts.filter((_, i) => i % 3 === 0)]) {
        const reading = read(text, { doubts: part });
        checkSpans(text, reading);
        assert.deepEqual(findSilent(text, reading, part), [], path);
      }
    }
  });

  it('in any text', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const doubts = numbersOf(text);
        const reading = read(text, { doubts });
        checkSpans(text, reading);
        assert.deepEqual(findSilent(text, reading, doubts), []);
      }),
      { seed: 2021, numRuns: 300 },
    );
  });

  it('knows numbers and what may be one', () => {
    for (const words of ['12', '01-NQ/TU', 'lO%', 'O,5', 'II', 'S', '|', 'B.OOO']) assert.ok(mayBeNumber(words), words);
    for (const words of ['khoảng', 'Sở', 'tỷ', '-', '...', 'SỞ', 'Bộ', '']) assert.ok(!mayBeNumber(words), words);
  });
});

/** Every word with a digit. */
function numbersOf(text: string): Span[] {
  return [...text.matchAll(/[^\s|*]*\d[^\s|*]*/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

/** Doubts that neither an item marked `check` nor an issue shows. */
function findSilent(text: string, reading: Reading, doubts: readonly Span[]): string[] {
  const unsure = (confidence: FieldConfidence) => Object.values(confidence).some((c) => c !== 'high');
  const shown: Span[] = reading.issues.flatMap((issue) =>
    issue.code === 'doubtful-number' && issue.span ? [issue.span] : [],
  );
  const items = [...reading.targets, ...reading.results, ...reading.citations, ...reading.reporting];
  for (const item of items) if (unsure(item.confidence)) shown.push(item.span);
  for (const m of [...reading.targets, ...reading.results]) {
    for (const doubt of doubts) {
      if (overlaps(doubt, m.valueSpan)) assert.notEqual(m.confidence.number ?? 'high', 'high', m.quote);
    }
  }
  for (const task of reading.tasks) {
    for (const d of task.deadlines) if (d.confidence !== 'high') shown.push(d.span);
    for (const a of [...task.lead, ...task.support]) if (a.span && a.confidence !== 'high') shown.push(a.span);
    if (unsure(task.confidence)) shown.push(...task.products.map((p) => p.span));
  }
  const { spans, confidence, certifiedCopy } = reading.document;
  for (const [field, span] of Object.entries(spans)) if ((confidence[field] ?? 'high') !== 'high') shown.push(span);
  if (certifiedCopy && confidence.certifiedCopy) shown.push(certifiedCopy.span);
  return doubts
    .filter((doubt) => !shown.some((span) => overlaps(span, doubt)))
    .map(({ start, end }) => text.slice(start, end));
}

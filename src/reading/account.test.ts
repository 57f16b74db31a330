/** Nothing dropped: every sentence labelled, every number and order that became nothing listed once, with the reason. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { soup } from '#test/support/soup.ts';
import { checkSpans } from '#test/support/spans.ts';
import type { Reading } from './model.ts';
import { read } from './read.ts';

function checked(source: string): Reading {
  const reading = read(source);
  checkSpans(source, reading);
  return reading;
}
const sentences = (source: string): string[] =>
  checked(source).sentences.map((s) => `${s.label}: ${source.slice(s.span.start, s.span.end).replace(/\s+/g, ' ')}`);
const unread = (source: string): string[] =>
  checked(source).unread.map((u) => `${u.kind} ${u.text}: ${u.reason ?? '–'}`);

describe('labels', () => {
  it('say what each sentence became', () => {
    const source = [
      'KẾ HOẠCH NĂM 2023',
      'I. KẾT QUẢ NĂM 2022',
      'Sản xuất ổn định. Thu ngân sách đạt 13.100 tỷ đồng. Đã triển khai Kế hoạch số 12/KH-UBND ngày 05/01/2022.',
      'II. CHỈ TIÊU NĂM 2023',
      '- Tỷ lệ đô thị hóa đạt 40%.',
      'III. NHIỆM VỤ',
      '1. Sở Y tế củng cố y tế cơ sở. Chú trọng vùng cao.',
      '2. Sở Nội vụ:',
      '- Phấn đấu tinh giản biên chế đạt 5%.',
    ].join('\n\n');
    assert.deepEqual(sentences(source), [
      'context: KẾ HOẠCH NĂM 2023',
      'heading: I. KẾT QUẢ NĂM 2022',
      'context: Sản xuất ổn định.',
      'result: Thu ngân sách đạt 13.100 tỷ đồng.',
      'citation: Đã triển khai Kế hoạch số 12/KH-UBND ngày 05/01/2022.',
      'heading: II. CHỈ TIÊU NĂM 2023',
      'target: - Tỷ lệ đô thị hóa đạt 40%.',
      'heading: III. NHIỆM VỤ',
      'task: 1. Sở Y tế củng cố y tế cơ sở.',
      'task: Chú trọng vùng cao.',
      'heading: 2. Sở Nội vụ:',
      'target: - Phấn đấu tinh giản biên chế đạt 5%.',
    ]);
  });

  it('cut no sentence inside a number, a date or a short mark', () => {
    const source = 'I. KẾT QUẢ\n\n1. Thu đạt 1.250.000 tấn vào 30.11.2022 tại xã A. Chi cũng đạt.';
    assert.deepEqual(sentences(source).slice(1), [
      'result: 1. Thu đạt 1.250.000 tấn vào 30.11.2022 tại xã A.',
      'context: Chi cũng đạt.',
    ]);
  });

  it('give a footnote a sentence of its own', () => {
    const source = 'III. NHIỆM VỤ\n\n- Xây dựng 4 khu¹ kinh tế và\n\n¹ Gồm ba khu.\n\ncác cụm công nghiệp.';
    const found = sentences(source);
    assert.ok(found.includes('context: Gồm ba khu.'), found.join('\n'));
    assert.ok(found.some((s) => s.startsWith('task: - Xây dựng') || s.startsWith('target: - Xây dựng')));
  });
});

describe('what became nothing', () => {
  it('is listed with the reason', () => {
    const source = [
      'I. KẾT QUẢ NĂM 2022',
      'Đã giao nhiệm vụ cho các sở; theo Đề án 06 và phương châm 4 tại chỗ.',
      'II. MỤC TIÊU',
      'Phấn đấu phát triển nhanh.',
      'III. QUAN ĐIỂM',
      'Hoàn thành mục tiêu chung là trách nhiệm của mọi người.',
    ].join('\n\n');
    assert.deepEqual(unread(source), [
      'order giao: past',
      'number 06: name',
      'number 4: time-or-name',
      'order Phấn đấu: goal-prose',
      'order Hoàn thành: outlook',
    ]);
  });

  it('is no date, year, citation, and no number of the form', () => {
    const source = [
      'Số: 12/KH-UBND',
      'KẾ HOẠCH NĂM 2023',
      'Căn cứ Nghị quyết số 21/NQ-HĐND ngày 09/12/2022 của Hội đồng nhân dân tỉnh;',
      'I. KẾT QUẢ NĂM 2022',
      'Đến ngày 30/11/2022, Quyết định số 45/QĐ-UBND ngày 02/3/2022 có hiệu lực.',
      'Nơi nhận:',
      '- Lưu: VT (15 bản).',
    ].join('\n\n');
    assert.deepEqual(unread(source), []);
  });

  it('is no order that became a task, a target or a heading', () => {
    const source = [
      'III. NHIỆM VỤ GIAO CÁC SỞ',
      '1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính lập dự toán, hoàn thành trước ngày 30/6/2023.',
      '2. Đề nghị Mặt trận Tổ quốc tỉnh giám sát việc thực hiện ở các địa phương trong tỉnh.',
    ].join('\n\n');
    assert.deepEqual(unread(source), []);
  });
});

describe('any text', () => {
  const LABELS = new Set(['target', 'result', 'task', 'citation', 'heading', 'context']);

  it('has its sentences in order, each with one label, and lists nothing twice', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const reading = checked(source);
        let last = -1;
        for (const s of reading.sentences) {
          assert.ok(LABELS.has(s.label));
          assert.ok(s.span.start >= last);
          last = s.span.start;
        }
        const places = reading.unread.map((u) => `${u.kind} ${u.span.start}`);
        assert.equal(new Set(places).size, places.length, 'listed twice');
        const values = new Set([...reading.targets, ...reading.results].map((m) => m.valueSpan.start));
        for (const u of reading.unread) {
          if (u.kind === 'number') assert.ok(!values.has(u.span.start), `${u.text} was read and is listed`);
        }
      }),
      { seed: 2021, numRuns: 300 },
    );
  });

  it('labels as target or result whatever holds one', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const { sentences: all, targets, results } = read(source);
        for (const [label, list] of [
          ['target', targets],
          ['result', results],
        ] as const) {
          for (const m of list) {
            const around = all.filter((s) => s.span.start < m.valueSpan.end && s.span.end > m.valueSpan.start);
            const wanted = [label, 'heading', 'task', label === 'result' ? 'target' : 'result'];
            assert.ok(
              around.some((s) => wanted.includes(s.label)),
              `${m.value}: ${around.map((s) => s.label)}`,
            );
          }
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

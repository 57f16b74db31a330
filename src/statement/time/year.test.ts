/** The year that a heading, a sentence or a column speaks of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readYear } from './year.ts';

test('the last year named', () => {
  for (const [text, year] of [
    ['II. NHIỆM VỤ NĂM 2023', 2023],
    ['Kết quả năm 2022 và nhiệm vụ năm 2023', 2023],
    ['Giai đoạn 2026 - 2030', 2030],
    ['Kế hoạch năm 2026 (ước)', 2026],
    ['Đến năm 2030:', 2030],
    ['1999', 1999],
  ] as const) {
    assert.equal(readYear(text), year, text);
  }
});

test('is no day, no number of a document, no quantity', () => {
  for (const text of [
    'ngày 09 tháng 01 năm 2025',
    '22/12/2024',
    'Nghị quyết 12/2024/NQ-HĐND',
    '2000/QĐ-UBND',
    'trên 2.023 tỷ đồng',
    '2025%',
    '12025',
    'khóa XIX',
    '',
  ]) {
    assert.equal(readYear(text), null, text);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateAt, dayBefore, daysInMonth, findDates, firstDay, fullDate, isoDate, lastDay } from './date.ts';

/** [text, the phrase as found, first day, last day]; null for texts without a date. */
const FORMS: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['họp 18/11/2020 tại', '18/11/2020', '2020-11-18', '2020-11-18'],
  ['ngày 18 tháng 11 năm 2020', 'ngày 18 tháng 11 năm 2020', '2020-11-18', '2020-11-18'],
  ['NGÀY 22 THÁNG 12 NĂM 2024', 'NGÀY 22 THÁNG 12 NĂM 2024', '2024-12-22', '2024-12-22'],
  ['ngày 18-11-2020', 'ngày 18-11-2020', '2020-11-18', '2020-11-18'],
  ['ngày 18.11.2020', 'ngày 18.11.2020', '2020-11-18', '2020-11-18'],
  ['ngày 26 / 6 / 2024', 'ngày 26 / 6 / 2024', '2024-06-26', '2024-06-26'],
  ['họp ngày 25, 26 tháng 11 năm 2020', 'ngày 25, 26 tháng 11 năm 2020', '2020-11-26', '2020-11-26'],
  ['trước tháng 7/2021', 'tháng 7/2021', '2021-07-01', '2021-07-31'],
  ['tháng 6 năm 2021', 'tháng 6 năm 2021', '2021-06-01', '2021-06-30'],
  ['tháng 02 năm 2024', 'tháng 02 năm 2024', '2024-02-01', '2024-02-29'],
  ['Tháng 11, 12/2026', 'Tháng 11, 12/2026', '2026-12-01', '2026-12-31'],
  ['thời gian: 6/2025', '6/2025', '2025-06-01', '2025-06-30'],
  ['quý I/2021', 'quý I/2021', '2021-01-01', '2021-03-31'],
  ['trong quý I năm 2021', 'quý I năm 2021', '2021-01-01', '2021-03-31'],
  ['Quý 4 năm 2025', 'Quý 4 năm 2025', '2025-10-01', '2025-12-31'],
  ['trong quí 2 năm 2010', 'quí 2 năm 2010', '2010-04-01', '2010-06-30'],
  ['Quý III - IV/2025', 'Quý III - IV/2025', '2025-10-01', '2025-12-31'],
  ['6 tháng đầu năm 2021', '6 tháng đầu năm 2021', '2021-01-01', '2021-06-30'],
  ['06 tháng cuối năm 2021', '06 tháng cuối năm 2021', '2021-07-01', '2021-12-31'],
  ['9 tháng đầu năm 2025', '9 tháng đầu năm 2025', '2025-01-01', '2025-09-30'],
  ['năm 2021', 'năm 2021', '2021-01-01', '2021-12-31'],
  ['cuối năm 2020', 'cuối năm 2020', '2020-12-01', '2020-12-31'],
  ['giữa năm 2020', 'giữa năm 2020', '2020-01-01', '2020-06-30'],
  ['năm học 2021-2022', 'năm học 2021-2022', '2021-09-01', '2022-05-31'],
  ['giai đoạn 2021 - 2025', 'giai đoạn 2021 - 2025', '2021-01-01', '2025-12-31'],
  ['từ năm 2021 đến năm 2025', 'năm 2021 đến năm 2025', '2021-01-01', '2025-12-31'],
  ['2026 – 2028', '2026 – 2028', '2026-01-01', '2028-12-31'],
  // without a year
  ['trước 31/01', '31/01', null, null],
  ['20/11 hàng năm', '20/11', null, null],
  ['trước ngày 20 hàng tháng', 'ngày 20', null, null],
  ['hết quý II', 'quý II', null, null],
  // none
  ['ngày    tháng 12 năm 2020', null, null, null],
  ['ngày … tháng … năm 2020', null, null, null],
  ['31/02/2021', null, null, null],
  ['ngày 30 tháng 02 năm 2021', null, null, null],
  ['26/28 chỉ tiêu', null, null, null],
  ['tỷ lệ 1/500', null, null, null],
  ['1.435/1.576 thôn', null, null, null],
  ['13.593,9 tỷ đồng', null, null, null],
  ['số 12/2020/NQ-HĐND', null, null, null],
  ['163/2024/QH15', null, null, null],
  ['quý khách', null, null, null],
  ['Covid-19', null, null, null],
];

test('date phrases in all printed forms', () => {
  for (const [text, phrase, first, last] of FORMS) {
    const found = findDates(text);
    if (phrase === null) {
      assert.deepEqual(
        found.map((p) => text.slice(p.start, p.end)).filter((s) => s.includes('/') || s.includes('ngày')),
        [],
        text,
      );
      continue;
    }
    const p = found[0];
    assert.ok(p !== undefined, text);
    assert.equal(text.slice(p.start, p.end), phrase);
    assert.equal(firstDay(p), first, `first day of ${text}`);
    assert.equal(lastDay(p), last, `last day of ${text}`);
  }
});

test('a year given stands in where the phrase names none', () => {
  const [day] = findDates('trước 31/01');
  assert.equal(day && lastDay(day, 2021), '2021-01-31');
  const [quarter] = findDates('trong quý III');
  assert.equal(quarter && lastDay(quarter, 2021), '2021-09-30');
  const [month] = findDates('trong tháng 2');
  assert.equal(month && lastDay(month, 2024), '2024-02-29');
});

test('every day of the calendar is read back as itself', () => {
  for (const year of [1900, 1999, 2000, 2019, 2020, 2021, 2100]) {
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; day <= daysInMonth(year, month); day++) {
        const iso = isoDate(year, month, day) as string;
        for (const text of [`ngày ${day}/${month}/${year}`, `ngày ${day} tháng ${month} năm ${year}`]) {
          assert.equal(fullDate(findDates(text)[0] ?? null), iso, text);
        }
      }
    }
  }
});

test('the day before crosses months, years and leap days', () => {
  assert.equal(dayBefore('2021-01-31'), '2021-01-30');
  assert.equal(dayBefore('2021-07-01'), '2021-06-30');
  assert.equal(dayBefore('2021-01-01'), '2020-12-31');
  assert.equal(dayBefore('2024-03-01'), '2024-02-29');
  assert.equal(dayBefore('2100-03-01'), '2100-02-28');
});

test('the date that begins at a place', () => {
  const text = 'Chỉ thị số 10/CT-TTg ngày 22/4/2019 của Thủ tướng';
  const p = dateAt(text, text.indexOf('ngày'));
  assert.equal(fullDate(p), '2019-04-22');
  assert.equal(p && text.slice(p.start, p.end), 'ngày 22/4/2019');
  assert.equal(dateAt(text, 0), null);
});

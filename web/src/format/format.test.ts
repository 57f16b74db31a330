/** Dates, numbers and matching as people read and type them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  addDays,
  addMonths,
  daysBetween,
  formatDay,
  formatDayLong,
  formatDaySpoken,
  formatMonth,
  monthGrid,
  parseTypedDay,
  weekdayOf,
} from './date.ts';
import { initialsOf } from './initials.ts';
import { dayOf, formatAgo, formatInstant, formatUntil } from './instant.ts';
import { matching, score } from './match.ts';
import { formatBytes, formatChange, formatCount, formatNumber, formatPercent, parseTypedNumber } from './number.ts';

describe('a day', () => {
  it('is shown day first', () => {
    assert.equal(formatDay('2026-11-20'), '20/11/2026');
    assert.equal(formatDayLong('2026-11-20'), 'Thứ Sáu, 20/11/2026');
    assert.equal(formatDaySpoken('2026-12-01'), 'Thứ Ba, 1 tháng 12 năm 2026');
    assert.equal(formatMonth('2026-03-01'), 'Tháng 3 năm 2026');
    assert.equal(formatDay('quý IV'), 'quý IV');
  });

  it('is read in the ways people type it', () => {
    for (const typed of ['5/3/2026', '05-03-2026', '5.3.26', '05032026', '050326', ' 05/03/2026 ', '2026-03-05']) {
      assert.equal(parseTypedDay(typed), '2026-03-05', typed);
    }
    for (const typed of ['31/02/2026', '5/13/2026', '5/3', 'mai', '', '1/1/0000', '2026-02-30']) {
      assert.equal(parseTypedDay(typed), null, typed);
    }
    assert.equal(parseTypedDay('29/02/2024'), '2024-02-29');
  });

  it('is counted over months and leap years', () => {
    assert.equal(addDays('2024-02-28', 2), '2024-03-01');
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
    assert.equal(addMonths('2026-01-31', -2), '2025-11-30');
    assert.equal(daysBetween('2026-11-20', '2026-12-10'), 20);
    assert.equal(weekdayOf('2026-11-22'), 6);
  });

  it('stands in a grid that starts on a Monday', () => {
    const weeks = monthGrid('2026-11-20');
    assert.equal(weeks.length, 6);
    assert.equal(weeks[0]?.[0], '2026-10-26');
    assert.equal(weeks[0]?.[6], '2026-11-01');
  });
});

describe('a moment', () => {
  it('is shown by the clock of Việt Nam', () => {
    assert.equal(formatInstant('2026-11-20T17:30:00Z'), '00:30 21/11/2026');
    assert.equal(dayOf(new Date('2026-11-20T16:59:59Z')), '2026-11-20');
  });

  it('is told in words while it is near', () => {
    const now = new Date('2026-11-20T05:00:00Z');
    assert.equal(formatAgo('2026-11-20T04:59:40Z', now), 'vừa xong');
    assert.equal(formatAgo('2026-11-20T04:55:00Z', now), '5 phút trước');
    assert.equal(formatAgo('2026-11-20T01:05:00Z', now), '08:05 hôm nay');
    assert.equal(formatAgo('2026-11-19T01:05:00Z', now), '08:05 hôm qua');
    assert.equal(formatAgo('2026-11-17T01:05:00Z', now), '3 ngày trước');
    assert.equal(formatAgo('2026-10-17T01:05:00Z', now), '17/10/2026');
  });

  it('counts down to a deadline and past it', () => {
    assert.equal(formatUntil('2026-11-25', '2026-11-20'), 'còn 5 ngày');
    assert.equal(formatUntil('2026-11-20', '2026-11-20'), 'hạn hôm nay');
    assert.equal(formatUntil('2026-11-17', '2026-11-20'), 'quá hạn 3 ngày');
  });
});

describe('a number', () => {
  it('is shown as Vietnamese print writes it, and missing is not zero', () => {
    assert.equal(formatNumber('13593.9'), '13.593,9');
    assert.equal(formatNumber('7.25', 1), '7,3');
    assert.equal(formatNumber(null), '—');
    assert.equal(formatNumber('0'), '0');
    assert.equal(formatPercent('7.3'), '7,3%');
    assert.equal(formatCount(1204), '1.204');
  });

  it('is told as a change with its direction', () => {
    assert.equal(formatChange('0.8'), '▲ 0,8 điểm %');
    assert.equal(formatChange('-1.2'), '▼ 1,2 điểm %');
    assert.equal(formatChange('0.0'), '= 0');
  });

  it('is read from a keypad with a point and from Vietnamese writing', () => {
    assert.equal(parseTypedNumber('1.234,5'), '1234.5');
    assert.equal(parseTypedNumber('7.5'), '7.5');
    assert.equal(parseTypedNumber('31.000'), '31000');
    assert.equal(parseTypedNumber('−2,50'), '-2.50');
    assert.equal(parseTypedNumber('12,'), null);
    assert.equal(parseTypedNumber('năm'), null);
  });

  it('is a size of a file', () => {
    assert.equal(formatBytes(512), '512 B');
    assert.equal(formatBytes(1_258_291), '1,2 MB');
    assert.equal(formatBytes(52_428_800), '50 MB');
  });
});

describe('matching', () => {
  const names = [
    'Sở Xây dựng',
    'Sở Tài chính',
    'Số hoá',
    'Văn phòng UBND tỉnh',
    'Thành phố Hoà Bình',
    'Huyện Hòa Bình',
  ];
  const find = (typed: string) => matching(typed, names, (name) => name);

  it('needs no tone marks', () => {
    assert.deepEqual(find('xay dung'), ['Sở Xây dựng']);
    assert.deepEqual(find('hoa binh'), ['Thành phố Hoà Bình', 'Huyện Hòa Bình']);
  });

  it('minds the marks that are typed, in either spelling', () => {
    assert.deepEqual(find('sở'), ['Sở Xây dựng', 'Sở Tài chính']);
    assert.deepEqual(find('hoà bình'), ['Thành phố Hoà Bình', 'Huyện Hòa Bình']);
  });

  it('knows initials, and nothing typed finds all', () => {
    assert.deepEqual(find('sxd'), ['Sở Xây dựng']);
    assert.equal(find('').length, names.length);
    assert.equal(score('xyz', 'Sở Xây dựng'), 0);
  });
});

describe('initials', () => {
  it('take the family name and the given name', () => {
    assert.equal(initialsOf('Nguyễn Thị Hồng Vân'), 'NV');
    assert.equal(initialsOf('đặng Quốc khánh'), 'ĐK');
    assert.equal(initialsOf('  '), '?');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { camel, Ids, isDay, labelNumber, shortSlug, slug, workIri } from './names.ts';

describe('slug', () => {
  it('makes ASCII of Vietnamese, in either Unicode form', () => {
    for (const form of ['NFC', 'NFD']) {
      assert.equal(slug('Nghị quyết số 53/2018/QĐ-UBND'.normalize(form)), 'Nghi-quyet-so-53-2018-QD-UBND');
    }
    assert.equal(slug(' *** '), '');
  });

  it('cuts long names at a word', () => {
    const short = shortSlug('Tỷ lệ '.repeat(40));
    assert.ok(short.length <= 60, short);
    assert.match(short, /^ty-le(?:-ty-le)*(?:-ty)?$/);
  });
});

describe('camel', () => {
  it('names the kinds of document', () => {
    const names = ['Nghị quyết', 'CHƯƠNG TRÌNH', 'Kế hoạch', 'Báo cáo', ''].map(camel);
    assert.deepEqual(names, ['nghiQuyet', 'chuongTrinh', 'keHoach', 'baoCao', '']);
  });
});

describe('labelNumber', () => {
  it('takes the number out of every kind of label', () => {
    const labels: [string | null, string | null][] = [
      ['Điều 2', '2'],
      ['Phần thứ hai', '2'],
      ['Chương IV', 'IV'],
      ['Mục 1', '1'],
      ['3.10', '3-10'],
      ['I', 'I'],
      ['a', 'a'],
      ['d', 'd'],
      ['đ', 'dd'],
      ['-', null],
      ['+', null],
      [null, null],
    ];
    for (const [label, number] of labels) assert.equal(labelNumber(label), number, String(label));
  });
});

describe('isDay', () => {
  it('knows the calendar', () => {
    for (const day of ['2020-02-29', '2000-02-29', '0001-01-01', '2021-12-31']) assert.ok(isDay(day), day);
    for (const day of [
      '2021-02-29',
      '1900-02-29',
      '2021-04-31',
      '2021-13-01',
      '2021-00-10',
      '0000-01-01',
      '2021-1-1',
    ]) {
      assert.ok(!isDay(day), day);
    }
    assert.ok(!isDay(null));
  });
});

describe('workIri', () => {
  it('names a work, and what is unknown as unknown', () => {
    const known = { type: 'Chỉ thị', issuer: 'Thủ tướng Chính phủ', date: '2019-04-22', symbol: '10/CT-TTg' };
    assert.equal(workIri({ root: 'doc', ...known }), '/akn/vn/doc/chi-thi/thu-tuong-chinh-phu/2019-04-22/10-CT-TTg');
    const unknown = { type: null, issuer: null, date: null, symbol: null };
    assert.equal(workIri({ root: 'doc', ...unknown }), '/akn/vn/doc/van-ban/unknown/undated/nn');
  });
});

describe('Ids', () => {
  it('gives each id once, also against ids that look like its own', () => {
    const ids = new Ids();
    const given = ['a', 'a', 'a-2', 'a', 'a-2', 'a'].map((id) => ids.unique(id));
    assert.equal(new Set(given).size, given.length, given.join(' '));
    assert.equal(ids.child('', 'article', 1), 'art_1');
    assert.equal(ids.child('art_1', 'paragraph', '2'), 'art_1__para_2');
    assert.equal(ids.child('art_1', 'paragraph', '2'), 'art_1__para_2-2');
  });
});

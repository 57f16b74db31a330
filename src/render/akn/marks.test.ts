import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MarkedText, scanMarks } from './marks.ts';

const words = (source: string, isNote = false) =>
  new MarkedText(
    source,
    scanMarks(source, () => isNote),
  ).words(0, source.length);

describe('scanMarks', () => {
  const cases: [source: string, words: string][] = [
    ['**BÁO CÁO**', 'BÁO CÁO'],
    ['- *Về công nghiệp*: x', '- Về công nghiệp: x'],
    ['TỈNH ỦY\n\n*\n\nSố 01', 'TỈNH ỦY * Số 01'],
    ['chú thích (*) và (**)', 'chú thích (*) và (**)'],
    ['## NGHỊ QUYẾT', 'NGHỊ QUYẾT'],
    ['dự án #1', 'dự án #1'],
    ['| TT | Tên |\n| --- | :---: |\n| 1 | x |', 'TT Tên 1 x'],
    ['-------\n|', ''],
    ['a --- b', 'a --- b'],
    ['[bookmark: dieu_9]3.6. Nâng cao', '3.6. Nâng cao'],
    ['Tỉnh ủy[footnoteRef:1].', 'Tỉnh ủy.'],
    ['[đã ký]', '[đã ký]'],
    ['tỷ lệ [1: 500] m', 'tỷ lệ [1: 500] m'],
  ];
  for (const [source, expected] of cases) {
    it(`${JSON.stringify(source)} → ${JSON.stringify(expected)}`, () => assert.equal(words(source), expected));
  }

  it('takes the brackets of a note away only around a note', () => {
    assert.equal(words('kiên cố. [1:  về thiên tai] Hết', true), 'kiên cố. về thiên tai Hết');
    assert.equal(words('kiên cố. [1:  không đóng', true), 'kiên cố. [1: không đóng');
  });
});

describe('MarkedText', () => {
  it('finds words between marks, and the last', () => {
    const source = '** **\n|\u0000\nĐiều 1. **x**\n**\n';
    const text = new MarkedText(
      source,
      scanMarks(source, () => false),
    );
    assert.ok(!text.hasWords(0, source.indexOf('Đ')));
    assert.ok(text.hasWords(0, source.length));
    assert.equal(source.charAt(text.lastWord()), 'x');
  });
});

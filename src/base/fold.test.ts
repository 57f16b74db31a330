import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bare, bareCode, fold, isWordCode } from './fold.ts';

const TONES = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const toned = (letter: string, tone: number) => (letter + TONES[tone]).normalize('NFC');

test('an open syllable with oa, oe, uy has one spelling, wherever the tone was typed', () => {
  for (const [first, second] of ['oa', 'oe', 'uy'].map((pair) => [...pair] as [string, string])) {
    for (let tone = 1; tone < 6; tone++) {
      for (const onset of ['', 'h', 'th', 'ng', 'kh']) {
        const wanted = onset + toned(first, tone) + second;
        const other = onset + first + toned(second, tone);
        for (const end of ['', ' ', '.', ' x', '-b']) {
          assert.equal(fold(other + end), wanted + end);
          assert.equal(fold(wanted + end), wanted + end);
          assert.equal(fold((other + end).toUpperCase()), wanted + end);
        }
      }
    }
  }
});

test('a closed syllable keeps its tone on the second vowel, and gets it there', () => {
  for (const word of [
    'toàn',
    'hoàn',
    'ngoài',
    'xoáy',
    'khoảng',
    'thuyền',
    'huỳnh',
    'khuỷu',
    'loét',
    'ngoéo',
    'huyện',
  ]) {
    assert.equal(fold(word), word);
  }
  assert.equal(fold('tòan hòan khỏang lóet'), 'toàn hoàn khoảng loét');
});

test('qu is a consonant: the tone stays on the vowel after it', () => {
  for (const word of ['quý', 'quỹ', 'quỳ', 'quà', 'quá', 'quả', 'quốc', 'quyết', 'quế', 'què'])
    assert.equal(fold(word), word);
  assert.equal(fold('qúy QÚA'), 'quý quá');
});

test('other vowel pairs are left alone', () => {
  for (const word of [
    'của',
    'múa',
    'kìa',
    'chưa',
    'đường',
    'người',
    'thúc',
    'ủy',
    'hòa',
    'thủy',
    'tùy',
    'lúa',
    'bìa',
  ]) {
    assert.equal(fold(word), word);
  }
});

test('case, dashes, quotes and spaces are unified', () => {
  assert.equal(fold('UỶ BAN'), 'ủy ban');
  assert.equal(fold('A–B—C‑D-E'), 'a-b-c-d-e');
  assert.equal(fold('“a” ‘b’ «c»'), '"a" \'b\' "c"');
  assert.equal(fold('a\u00a0b\tc\nd'), 'a b c d');
  assert.equal(fold('ĐĂK LĂK Ơ Ư'), 'đăk lăk ơ ư');
});

test('decomposed text becomes composed', () => {
  const text = 'Uỷ ban nhân dân tỉnh Hoà Bình, Đắk Lắk';
  assert.equal(fold(text.normalize('NFD')), fold(text));
  assert.equal(bare(text.normalize('NFD')), bare(text));
});

test('bare drops every Vietnamese diacritic', () => {
  assert.equal(bare('Đảng bộ tỉnh ĐẮK LẮK – Hoà'), 'dang bo tinh dak lak - hoa');
  const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxy';
  for (const letter of letters) {
    for (let tone = 0; tone < 6; tone++) {
      const char = toned(letter, tone);
      if (char.length > 1) continue;
      assert.match(bare(char), /^[a-z]$/);
      assert.match(bare(char.toUpperCase()), /^[a-z]$/);
      assert.equal(bare(char), bare(char.toUpperCase()));
    }
  }
});

test('tone placement and case never change the bare form', () => {
  for (const [a, b] of [
    ['hoà', 'HÒA'],
    ['thuỷ', 'thủy'],
    ['qúy', 'quý'],
  ] as const) {
    assert.equal(bare(a), bare(b));
  }
});

test('NFC text keeps its length, folding twice changes nothing', () => {
  const vietnamese = fc.string({
    unit: fc.constantFrom(...'aăâeêioôơuưyàảãáạoòỏõóọuùủũúụyỳỷỹýỵéèqhtnđ –“”\u00a0.,ABCĐOUY'),
    maxLength: 40,
  });
  fc.assert(
    fc.property(vietnamese, (s) => {
      const text = s.normalize('NFC');
      assert.equal(fold(text).length, text.length);
      assert.equal(bare(text).length, text.length);
      assert.equal(fold(fold(text)), fold(text));
      assert.equal(bare(fold(text)), bare(text));
    }),
  );
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (s) => fold(s).length === s.normalize('NFC').length));
});

test('long text is folded whole', () => {
  const text = 'Uỷ ban nhân dân tỉnh Hoà Bình. '.repeat(2000);
  assert.equal(fold(text), 'ủy ban nhân dân tỉnh hòa bình. '.repeat(2000));
});

test('letters and digits make words, marks do not', () => {
  for (const char of 'aZđĐệỹƠ09') assert.equal(isWordCode(char.charCodeAt(0)), true, char);
  for (const char of ' .,-–&/()“”;:\n|%') assert.equal(isWordCode(char.charCodeAt(0)), false, char);
  assert.equal(bareCode('Ệ'.charCodeAt(0)), 'e'.charCodeAt(0));
});

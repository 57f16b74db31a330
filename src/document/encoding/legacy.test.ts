import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { MARKED_LETTERS, writeTcvn3, writeVni } from '#test/support/legacy-text.ts';
import { fromLegacy, isCapitalFont, legacyEncodingOfFont } from './legacy.ts';

describe('a font before Unicode', () => {
  it('is known by its family', () => {
    const known: [string, string | null][] = [
      ['.VnTime', 'tcvn3'],
      ['.VnArial NarrowH', 'tcvn3'],
      ['".vntime","serif"', 'tcvn3'],
      ['VNI-Times', 'vni'],
      ["'VNI-Helve'", 'vni'],
      ['Times New Roman', null],
      ['UVN Van', null],
      ['VnThuFap', null],
      ['', null],
    ];
    for (const [name, encoding] of known) assert.equal(legacyEncodingOfFont(name), encoding, name);
  });

  it('may show small letters as capitals', () => {
    for (const name of ['.VnTimeH', '.VnArial NarrowH', '.vntimeh', '.VnHelvetInsH'])
      assert.ok(isCapitalFont(name), name);
    for (const name of ['.VnTime', '.VnArial', 'VNI-Times', 'ArialH', '.vnenglisch'])
      assert.ok(!isCapitalFont(name), name);
  });
});

describe('text before Unicode', () => {
  it('is read as TCVN3', () => {
    assert.equal(
      fromLegacy('NghÞ quyÕt vÒ viÖc ph¸t triÓn kinh tÕ - x· héi', 'tcvn3'),
      'Nghị quyết về việc phát triển kinh tế - xã hội',
    );
    assert.equal(fromLegacy('§¶ng bé tØnh, l\u00adu ý t\u00ad¬ng øng', 'tcvn3'), 'Đảng bộ tỉnh, lưu ý tương ứng');
  });

  it('is read as VNI-Windows', () => {
    assert.equal(
      fromLegacy('Nghò quyeát veà vieäc phaùt trieån kinh teá - xaõ hoäi', 'vni'),
      'Nghị quyết về việc phát triển kinh tế - xã hội',
    );
    assert.equal(fromLegacy('ÑAÛNG BOÄ TÆNH, ñöôïc höôûng uôùc kyø laï', 'vni'), 'ĐẢNG BỘ TỈNH, được hưởng uớc kỳ lạ');
    assert.equal(fromLegacy('AÙp duïng, Aùp duïng', 'vni'), 'Áp dụng, Áp dụng');
  });

  it('is in capitals where the font shows it so', () => {
    assert.equal(fromLegacy('NghÞ quyÕt', 'tcvn3', { capitals: true }), 'NGHỊ QUYẾT');
  });

  it('may stand in the area for private use, as symbol fonts have it', () => {
    const moved = (text: string) => text.replace(/[^ ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xf000));
    assert.equal(fromLegacy(moved('NghÞ quyÕt'), 'tcvn3'), 'Nghị quyết');
  });

  it('keeps letters that its fonts have not', () => {
    assert.equal(fromLegacy('và 37°C', 'tcvn3'), 'và 37°C');
  });

  it('stays when it is Unicode already, whatever the font says', () => {
    assert.equal(fromLegacy('Nghị quyết và tờ trình', 'tcvn3'), 'Nghị quyết và tờ trình');
  });

  const anyText = fc.array(fc.constantFrom(...MARKED_LETTERS, ...'abcdeghiklmnopqrstuvxy ,.-%0123456789'), {
    maxLength: 60,
  });

  it('comes back from TCVN3, for every letter', () => {
    for (const letter of [...MARKED_LETTERS, ...'ĂÂÊÔƠƯĐ'])
      assert.equal(fromLegacy(writeTcvn3(letter), 'tcvn3'), letter);
    fc.assert(
      fc.property(anyText, (letters) => {
        const text = letters.join('');
        // Beginnings of sentences get the capital that the encoding has not.
        assert.equal(fromLegacy(writeTcvn3(text), 'tcvn3').toLowerCase(), text);
      }),
    );
  });

  it('comes back from VNI-Windows, for every letter in both cases', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (letters, capitals) => {
        const text = capitals ? letters.join('').toUpperCase() : letters.join('');
        assert.equal(fromLegacy(writeVni(text), 'vni'), text);
      }),
    );
  });
});

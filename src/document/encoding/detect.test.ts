import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { writeTcvn3, writeVni } from '#test/support/legacy-text.ts';
import { SAMPLES } from '#test/support/samples.ts';
import { convertLegacy, detectLegacy, isLegacyParagraph, undoDoubleUtf8 } from './detect.ts';

/** Languages that write with the same letters as the encodings before Unicode do. */
const OTHERS = [
  'Le Président de la République a été élu à la majorité, où les députés étaient présents dès le début de la séance.',
  'Não há dúvida de que a União está à disposição dos cidadãos; é preciso que a lei seja já aplicada também às regiões.',
  'Så må vi gå på vejen, når børnene får øje på åen; også dér står små blå både på række på øen før påske.',
  'Größe und Stärke prüfen: Für äußere Wände müssen Maße über fünf Meter schön ausgeführt werden können.',
  'Það er ætlun þingsins að ráða bót á þessu máli á næsta ári, þó að það hafi áður verið fellt í þinginu.',
  'El año próximo la región tendrá más inversión pública según el plan económico; además habrá también educación.',
  'Ça va où ça peut à Béarn, né à Là-bas, dû à côté de là où l’été à pâlir à vélo à Pô, là-dà, né là où tô.',
];

describe('text in Unicode characters', () => {
  it('is known as TCVN3 or VNI that was carried over', () => {
    const tcvn3 = 'NghÞ quyÕt vÒ viÖc ph¸t triÓn kinh tÕ - x· héi cña tØnh n¨m 2020';
    const vni = 'Nghò quyeát veà vieäc phaùt trieån kinh teá - xaõ hoäi cuûa tænh naêm 2020';
    assert.equal(detectLegacy(tcvn3), 'tcvn3');
    assert.equal(detectLegacy(vni), 'vni');
    for (const { name, text } of SAMPLES) {
      assert.equal(detectLegacy(writeTcvn3(text)), 'tcvn3', name);
      assert.equal(detectLegacy(writeVni(text)), 'vni', name);
    }
  });

  it('is left alone when it is Unicode, also in pieces and when decomposed', () => {
    for (const { text } of SAMPLES) {
      for (const form of ['NFC', 'NFD'] as const) {
        assert.equal(detectLegacy(text.normalize(form)), null);
        for (const line of text.normalize(form).split('\n')) assert.equal(detectLegacy(line), null, line);
      }
    }
  });

  it('is left alone when it has only few letters with marks, or those that both have', () => {
    assert.equal(detectLegacy('và là có thì à ừ cho ba cô ta và má, là có bé ho và cà và má'), null);
    assert.equal(detectLegacy('khong dau thi van the, ca bai deu khong dau'), null);
    assert.equal(detectLegacy('NghÞ quyÕt'), null);
  });

  it('is left alone in other languages', () => {
    for (const text of OTHERS) {
      assert.equal(detectLegacy(text), null, text);
      assert.equal(detectLegacy(`${text}\n`.repeat(20)), null, text);
      assert.equal(undoDoubleUtf8(text), null);
    }
  });

  it('is restored when UTF-8 was taken for Western text and saved again', () => {
    for (const { text } of SAMPLES) {
      const bytes = new TextEncoder().encode(text);
      assert.equal(undoDoubleUtf8(new TextDecoder('windows-1252').decode(bytes)), text);
      assert.equal(undoDoubleUtf8(text), null);
    }
  });
});

describe('a paragraph of a document that has old text', () => {
  it('is judged by few words', () => {
    assert.ok(isLegacyParagraph('NghÞ quyÕt', 'tcvn3'));
    assert.ok(isLegacyParagraph('N¨m 2020', 'tcvn3'));
    assert.ok(!isLegacyParagraph('Nghị quyết', 'tcvn3'));
    assert.ok(!isLegacyParagraph('và có là', 'tcvn3'));
    assert.ok(!isLegacyParagraph('2020', 'tcvn3'));
  });
});

describe('capitals in TCVN3', () => {
  it('get their tones back among capitals', () => {
    assert.equal(convertLegacy('BAN CHÊP HµNH §¶NG Bé TØNH', 'tcvn3'), 'BAN CHẤP HÀNH ĐẢNG BỘ TỈNH');
    assert.equal(convertLegacy('Sè 01-NQ/TU, UBND X· B¸o c¸o', 'tcvn3'), 'Số 01-NQ/TU, UBND Xã Báo cáo');
    assert.equal(
      convertLegacy('- ñng hé ñy ban. øng dông nh÷ng ñy viªn', 'tcvn3'),
      '- Ủng hộ Ủy ban. Ứng dụng những ủy viên',
    );
    assert.equal(convertLegacy('Ban CHÊP hµnh', 'tcvn3'), 'Ban CHẤP hành');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Reading } from '#reading/model.ts';
import { aknSample, wordsOf } from '#test/support/akn-sample.ts';
import { SKIP_SCHEMA, validateAkn } from '#test/support/akn-schema.ts';
import { readXml } from '#test/support/akn-xml.ts';
import { aknIds, renderAkn, writeAkn } from './akn.ts';

/** What must hold of any document: well-formed, nothing lost or doubled, ids once, every item found under its id. */
function assertWhole(reading: Reading, source: string): string {
  const { xml, ids } = renderAkn(reading, source, { file: 'sample.txt' });
  const read = readXml(xml);
  assert.equal(wordsOf(read.text), wordsOf(source));
  assert.equal(new Set(read.eIds).size, read.eIds.length, 'eIds are unique');
  const known = new Set(read.eIds);
  const given = [...ids.targets, ...ids.results, ...ids.tasks];
  assert.deepEqual(
    given.filter((id) => !known.has(id)),
    [],
  );
  assert.equal(new Set(given).size, given.length, 'every item has an eId of its own');
  assert.equal(ids.targets.length, reading.targets.length);
  assert.equal(ids.tasks.length, reading.tasks.length);
  for (const element of read.elements) {
    const refers = element.attributes.get('refersTo') ?? '';
    for (const ref of refers.split(' ').filter(Boolean)) assert.ok(known.has(ref.slice(1)), `${ref} is in references`);
  }
  return xml;
}

describe('writeAkn on a reading made by hand', () => {
  const { source, reading } = aknSample();
  const xml = writeAkn(reading, source, { file: 'sample.txt' });
  const holds = (...parts: string[]) => {
    for (const part of parts) assert.ok(xml.includes(part), `${part}\n${xml}`);
  };

  it('keeps all words once and gives every item an eId of its own', () => {
    assertWhole(reading, source);
  });

  it('is valid against the published schema', { skip: SKIP_SCHEMA }, async () => {
    assert.deepEqual(await validateAkn([{ fileName: 'sample.xml', contents: xml }]), []);
  });

  it('would not pass if it were not valid', { skip: SKIP_SCHEMA }, async () => {
    const broken = xml.replace('<body>', '<body><p/>');
    assert.notDeepEqual(await validateAkn([{ fileName: 'broken.xml', contents: broken }]), []);
  });

  it('is the same each time, and aknIds names the same places', () => {
    assert.equal(writeAkn(reading, source, { file: 'sample.txt' }), xml);
    assert.deepEqual(aknIds(reading, source), renderAkn(reading, source).ids);
  });

  it('writes a Council resolution with Điều as act, a Party resolution as doc', () => {
    holds('<act name="nghiQuyet">', '<body>', '<article eId="art_1">');
    const party = { ...reading, document: { ...reading.document, symbol: '07-NQ/TU' } };
    const doc = assertWhole(party, source);
    assert.ok(doc.includes('<doc name="nghiQuyet">') && doc.includes('<mainBody>'));
  });

  it('maps khoản, điểm, (1), gạch đầu dòng and rows', () => {
    holds(
      '<paragraph eId="art_1__para_1">',
      '<point eId="art_1__para_1__point_dd">',
      '<list eId="art_1__para_1__point_a__list_1">',
      '<indent eId="art_1__para_2__subpara_2-1__indent_1">',
      '<hcontainer eId="art_1__para_2__subpara_2-1__hcontainer_1" name="bang">',
    );
    assert.equal(xml.match(/<td>/g)?.length, 12);
  });

  it('marks up quantities, dates, agencies, cited documents and notes', () => {
    holds(
      'normalized="0.5..0.6" bs:unit="%"',
      '<date class="deadline" date="2021-03-31">trong quý I năm 2021</date>',
      '<organization refersTo="#org_so-tai-chinh">Sở Tài chính</organization>',
      'href="/akn/vn/doc/nghi-quyet/chinh-phu/2020-01-01/01-NQ-CP"',
      '<noteRef marker="1" href="#note_1"/>',
      '<authorialNote eId="note_1" marker="1" placement="bottom"><p>về khắc phục',
    );
  });

  it('leaves out a date that the calendar has not', () => {
    assert.ok(!xml.includes('2021-02-30'));
  });

  it('writes preface, preamble, conclusions, certified copy and annex', () => {
    holds(
      '<docAuthority refersTo="#org_hoi-dong-nhan-dan-tinh-nam-son">HỘI ĐỒNG NHÂN DÂN TỈNH NAM SƠN</docAuthority>',
      '<docNumber>07/NQ-HĐND</docNumber>',
      '<docDate date="2020-12-05">ngày 05 tháng 12 năm 2020</docDate>',
      '<docTitle>Về nhiệm vụ năm 2021 của tỉnh Nam Sơn</docTitle>',
      '<citation eId="cits_1__cit_2">',
      '<recital eId="recs_1__rec_1">',
      '<formula eId="formula_1" name="enactingFormula">',
      '<container eId="container_1" name="noiNhan">',
      '<signature><person refersTo="#person_nguyen-van-an" as="#role_chu-tich">Nguyễn Văn An</person></signature>',
      'name="saoLuc"',
      '<doc name="phuLuc">',
    );
  });

  it('names an unknown date, issuer and number as unknown', { skip: SKIP_SCHEMA }, async () => {
    const unknown = { date: null, symbol: null, issuer: null, type: null, title: null, spans: {} };
    const bare = { ...reading, document: { ...reading.document, ...unknown } };
    const written = assertWhole(bare, source);
    assert.ok(written.includes('<FRBRdate date="0001-01-01" name="unknown"/>'));
    assert.ok(written.includes('value="/akn/vn/act/van-ban/unknown/undated/nn"'));
    assert.ok(!written.includes('<docDate'));
    assert.deepEqual(await validateAkn([{ fileName: 'bare.xml', contents: written }]), []);
  });

  it('writes an empty document', { skip: SKIP_SCHEMA }, async () => {
    const empty = { ...reading, outline: [], targets: [], results: [], tasks: [], citations: [] };
    const written = assertWhole({ ...empty, document: { ...reading.document, spans: {} } }, '');
    assert.deepEqual(await validateAkn([{ fileName: 'empty.xml', contents: written }]), []);
  });

  it('keeps all text of a source that has no outline at all', () => {
    const lost = { ...reading, outline: [] };
    assertWhole(lost, source);
  });
});

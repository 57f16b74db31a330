/**
 * A reading as Akoma Ntoso 1.0 (OASIS LegalDocML, standard of 29 August 2018, namespace `…/akn/3.0`): all text of the
 * document, its structure, and every target and task under an eId. The mapping is in `docs/akoma-ntoso.md`, the
 * reasons in `docs/decisions/0005-akoma-ntoso.md`.
 */
import type { Reading } from '#reading/model.ts';
import { annotate } from './akn/annotations.ts';
import { Flow } from './akn/flow.ts';
import { cover, writeConclusions, writePreamble, writePreface } from './akn/frame.ts';
import { type Desk, writeHierarchy } from './akn/hierarchy.ts';
import { isAppendix, type Layout, layOut } from './akn/layout.ts';
import { type Identity, writeMeta } from './akn/meta.ts';
import { camel, Ids } from './akn/names.ts';
import { References } from './akn/references.ts';
import { XmlWriter } from './akn/xml.ts';

/** Namespace of Akoma Ntoso 1.0 (its schema files count from LegalDocML 3.0). */
export const AKN_NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
/** Namespace of the attributes that say what Akoma Ntoso has no word for: unit, comparator, measure, year. */
export const BAMSAT_NAMESPACE = 'urn:bamsat:reading:1';

export interface AknOptions {
  /** Name of the file that was read, kept as an alias of the manifestation. */
  readonly file?: string;
}

/** The eId of each item, by its index in the reading. */
export interface AknIds {
  readonly targets: readonly string[];
  readonly results: readonly string[];
  readonly tasks: readonly string[];
}

export interface AknDocument {
  readonly xml: string;
  readonly ids: AknIds;
}

/** The reading of `sourceText` as an Akoma Ntoso document. Deterministic; never throws on a reading of the text. */
export function writeAkn(reading: Reading, sourceText: string, options: AknOptions = {}): string {
  return renderAkn(reading, sourceText, options).xml;
}

/** Where each target, result and task stands in the document that `writeAkn` writes. */
export function aknIds(reading: Reading, sourceText: string): AknIds {
  return renderAkn(reading, sourceText).ids;
}

/** The document together with its ids, for a caller that needs both. */
export function renderAkn(reading: Reading, sourceText: string, options: AknOptions = {}): AknDocument {
  const layout = layOut(reading, sourceText);
  const root = isAct(reading, layout) ? 'act' : 'doc';
  const ids = new Ids();
  const references = new References(ids);
  references.issuer(reading.document);
  const found = {
    targets: new Map<number, string>(),
    results: new Map<number, string>(),
    tasks: new Map<number, string>(),
  };
  const places = { preface: cover(layout.preface), conclusions: cover(layout.conclusions) };
  const annotations = annotate(reading, layout.footnotes, places, references, {
    target: (i, eId) => found.targets.set(i, eId),
    result: (i, eId) => found.results.set(i, eId),
  });
  const xml = new XmlWriter();
  const flow = new Flow(layout.text, annotations, reading.tasks, ids, xml, (i, eId) => found.tasks.set(i, eId));
  const desk: Desk = { xml, flow, ids, text: layout.text };
  const identity: Identity = {
    header: reading.document,
    root,
    component: 'main',
    file: options.file,
    reader: reading.reader,
  };

  xml.open('akomaNtoso', { xmlns: AKN_NAMESPACE, 'xmlns:bs': BAMSAT_NAMESPACE });
  xml.open(root, { name: camel(reading.document.type ?? '') || 'vanBan' });
  writeMeta(xml, identity, references);
  writePreface(desk, layout.preface, reading);
  writePreamble(desk, layout.preamble, reading);
  const body = root === 'act' ? 'body' : 'mainBody';
  xml.open(body);
  writeHierarchy(desk, layout.body, root === 'doc');
  xml.close(body);
  writeConclusions(desk, layout.conclusions, reading);
  writeAppendices(desk, layout, identity, references);
  xml.close(root);
  xml.close('akomaNtoso');
  return {
    xml: xml.toString(),
    ids: {
      targets: reading.targets.map((_, i) => found.targets.get(i) ?? ''),
      results: reading.results.map((_, i) => found.results.get(i) ?? ''),
      tasks: reading.tasks.map((_, i) => found.tasks.get(i) ?? ''),
    },
  };
}

const PARTY = /đảng bộ|tỉnh ủy|tỉnh uỷ|thành ủy|thành uỷ|đảng cộng sản|-NQ\/(?:TU|TW)/iu;

/** An act has Điều and is issued by the State as resolution or decision; everything else is a `doc`. */
function isAct(reading: Reading, layout: Layout): boolean {
  if (!layout.hasArticle) return false;
  const { type, issuer, symbol } = reading.document;
  if (PARTY.test(`${issuer ?? ''} ${symbol ?? ''}`.normalize('NFC'))) return false;
  return type === null || /^(?:nghị quyết|quyết định|nghị định|thông tư|luật)/iu.test(type.normalize('NFC'));
}

function writeAppendices(desk: Desk, layout: Layout, main: Identity, references: References): void {
  if (layout.appendices.length === 0) return;
  const { xml, ids } = desk;
  xml.open('attachments');
  for (const [i, run] of layout.appendices.entries()) {
    const eId = ids.child('', 'attachment', i + 1);
    xml.open('attachment', { eId });
    const first = run[0];
    xml.open('doc', { name: first !== undefined && isAppendix(first, desk.text) ? 'phuLuc' : 'vanBanKemTheo' });
    writeMeta(xml, { ...main, component: `phuLuc_${i + 1}` }, references);
    xml.open('mainBody');
    writeHierarchy(desk, run, true, eId);
    xml.close('mainBody');
    xml.close('doc');
    xml.close('attachment');
  }
  xml.close('attachments');
}

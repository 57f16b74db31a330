/** `meta`: identification of the work, its expression and this manifestation, and the references. */
import type { DocumentHeader } from '#reading/model.ts';
import { documentIri, isDay, UNKNOWN_DATE } from './names.ts';
import type { References } from './references.ts';
import type { XmlWriter } from './xml.ts';

/** What identifies a document, or an appendix of it. */
export interface Identity {
  readonly header: DocumentHeader;
  readonly root: 'act' | 'doc';
  /** `main`, or `phuLuc_1` for an appendix. */
  readonly component: string;
  /** Name of the file that was read. */
  readonly file: string | undefined;
  /** Version of the reading rules. */
  readonly reader: string;
}

/** Writes `meta`. An appendix has an identification of its own and shares the references of the document. */
export function writeMeta(xml: XmlWriter, identity: Identity, references: References): void {
  const { header, root, component } = identity;
  const issuer = references.issuer(header);
  const work = documentIri(header, root);
  const day = isDay(header.date) ? header.date : null;
  const expression = `${work}/vie@${day ?? ''}`;
  const date = (): void => {
    xml.empty('FRBRdate', { date: day ?? UNKNOWN_DATE, name: day === null ? 'unknown' : 'promulgation' });
  };
  xml.open('meta');
  xml.open('identification', { source: references.marker });

  xml.open('FRBRWork');
  xml.empty('FRBRthis', { value: `${work}/!${component}` });
  xml.empty('FRBRuri', { value: work });
  date();
  xml.empty('FRBRauthor', { href: issuer });
  xml.empty('FRBRcountry', { value: 'vn' });
  if (header.type !== null) xml.empty('FRBRsubtype', { value: header.type });
  if (header.symbol !== null) xml.empty('FRBRnumber', { value: header.symbol });
  if (header.title !== null && component === 'main') xml.empty('FRBRname', { value: header.title });
  xml.close('FRBRWork');

  xml.open('FRBRExpression');
  xml.empty('FRBRthis', { value: `${expression}/!${component}` });
  xml.empty('FRBRuri', { value: expression });
  date();
  xml.empty('FRBRauthor', { href: issuer });
  xml.empty('FRBRlanguage', { language: 'vie' });
  xml.close('FRBRExpression');

  // When the file was made is not known here: the writer reads no clock.
  xml.open('FRBRManifestation');
  xml.empty('FRBRthis', { value: `${expression}/!${component}.xml` });
  xml.empty('FRBRuri', { value: `${expression}.xml` });
  if (identity.file !== undefined) xml.empty('FRBRalias', { value: identity.file, name: 'source' });
  xml.empty('FRBRalias', { value: identity.reader, name: 'reader' });
  xml.empty('FRBRdate', { date: UNKNOWN_DATE, name: 'unknown' });
  xml.empty('FRBRauthor', { href: references.marker });
  xml.empty('FRBRformat', { value: 'application/xml' });
  xml.close('FRBRManifestation');

  xml.close('identification');
  if (component === 'main') references.write(xml);
  xml.close('meta');
}

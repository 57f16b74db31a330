/** `meta/references`: the organizations, concepts, places and people that the text names, each once. */
import type { AgencyMention, DocumentHeader, Measurement } from '#reading/model.ts';
import { type Ids, shortSlug, slug } from './names.ts';
import type { Attributes, XmlWriter } from './xml.ts';

type Kind = 'TLCOrganization' | 'TLCConcept' | 'TLCLocation' | 'TLCPerson' | 'TLCRole';

const FOLDERS: Readonly<Record<Kind, readonly [prefix: string, folder: string]>> = {
  TLCOrganization: ['org', 'organization'],
  TLCConcept: ['concept', 'concept'],
  TLCLocation: ['loc', 'place'],
  TLCPerson: ['person', 'person'],
  TLCRole: ['role', 'role'],
};

interface Entry {
  readonly kind: Kind;
  readonly eId: string;
  readonly href: string;
  readonly showAs: string;
  readonly more: Attributes;
}

/** Collects references and gives each its eId; asked again for the same thing it gives the same eId. */
export class References {
  readonly #entries = new Map<string, Entry>();
  readonly #ids: Ids;
  /** `#bamsat`: who marked the document up. */
  readonly marker: string;

  constructor(ids: Ids) {
    this.#ids = ids;
    this.marker = this.#add('TLCOrganization', 'bamsat', 'bamsat', 'Bám Sát');
  }

  /** The agency: by its catalogue code where it is known, else by its printed name. */
  organization(mention: AgencyMention): string {
    const { code, name, successor } = mention;
    const more: Attributes = successor === null ? {} : { 'bs:successor': successor.name, 'bs:since': successor.since };
    return this.#add('TLCOrganization', code ?? `name:${name}`, code ?? name, name, more);
  }

  /** The body that issues the document; a person reading the XML sees it when it could not be told. */
  issuer(header: DocumentHeader): string {
    const { issuer } = header;
    return issuer === null
      ? this.#add('TLCOrganization', '?', 'unknown', '(không rõ)')
      : this.#add('TLCOrganization', `name:${issuer}`, issuer, issuer);
  }

  /** The indicator of a target or result. */
  indicator(measurement: Measurement): string {
    const { match, indicator } = measurement;
    if (match === null) return this.#add('TLCConcept', `name:${indicator}`, indicator, indicator);
    const more: Attributes = { 'bs:officialCode': match.officialCode ?? undefined };
    return this.#add('TLCConcept', match.code, match.code, match.name, more);
  }

  place(name: string): string {
    return this.#add('TLCLocation', name, name, name);
  }

  person(name: string): string {
    return this.#add('TLCPerson', name, name, name);
  }

  role(name: string): string {
    return this.#add('TLCRole', name, name, name);
  }

  write(xml: XmlWriter): void {
    xml.open('references', { source: this.marker });
    for (const { kind, eId, href, showAs, more } of this.#entries.values()) {
      xml.empty(kind, { eId, href, showAs, ...more });
    }
    xml.close('references');
  }

  #add(kind: Kind, key: string, named: string, showAs: string, more: Attributes = {}): string {
    const whole = `${kind} ${key}`;
    const known = this.#entries.get(whole);
    if (known !== undefined) return `#${known.eId}`;
    const [prefix, folder] = FOLDERS[kind];
    const name = (slug(named).length <= 60 ? slug(named).toLowerCase() : shortSlug(named)) || 'unnamed';
    const eId = key === 'bamsat' ? 'bamsat' : this.#ids.unique(`${prefix}_${name}`);
    if (key === 'bamsat') this.#ids.unique(eId);
    const suffix = eId.slice(prefix.length + 1);
    const href = `/akn/ontology/${folder}/vn/${key === 'bamsat' ? 'bamsat' : suffix}`;
    const shown = showAs.trim() || '(không rõ)';
    this.#entries.set(whole, { kind, eId, href, showAs: shown, more });
    return `#${eId}`;
  }
}

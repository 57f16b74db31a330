/**
 * XML read with care: no document type, no entities but the five of the standard, nothing from outside, no absurd depth.
 * Names arrive with the prefix that the caller gives to a namespace, whichever prefix the file uses.
 */

import { SaxesParser } from 'saxes';
import { type FileRefusal, fileRefusal } from './model.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  /**
   * Address of a namespace to the prefix its names get ('' for none). Names of other namespaces arrive as `{address}name`;
   * attributes without a prefix keep their name. Without this map names arrive as the file writes them.
   */
  readonly namespaces?: Readonly<Record<string, string>>;
  open?(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  /** Text between tags, CDATA too; may come in several pieces. */
  text?(text: string): void;
}

/** Deeper nesting than any office program writes. */
export const DEEPEST = 256;

/** Reads XML in UTF-8 or UTF-16; says why when it can't or mustn't be read. Handlers may have seen a part by then. */
export function parseXml(bytes: Uint8Array, handlers: XmlHandlers): FileRefusal | null {
  const text = decodeXml(bytes);
  if (text === null) return DAMAGED;
  const parser = new SaxesParser({ position: false, xmlns: false });
  let depth = 0;
  let scope: Scope = handlers.namespaces ? new Scope(handlers.namespaces, ROOT_PREFIXES, null) : AS_WRITTEN;
  const outer: (Scope | null)[] = [];
  parser.on('error', () => {
    throw new Refused(DAMAGED);
  });
  parser.on('doctype', () => {
    throw new Refused(UNSAFE);
  });
  parser.on('opentag', (tag) => {
    if (++depth > DEEPEST) throw new Refused(TOO_DEEP);
    const inner = scope.within(tag.attributes);
    outer.push(inner === scope ? null : scope);
    scope = inner;
    handlers.open?.(scope.element(tag.name), scope.attributes(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    depth--;
    handlers.close?.(scope.element(tag.name));
    scope = outer.pop() ?? scope;
  });
  if (handlers.text) {
    const onText = (piece: string) => handlers.text?.(piece);
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  try {
    parser.write(text).close();
    return null;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // A document type that is broken too, or entities that it would have declared.
    return error.refusal === DAMAGED && /<!(?:DOCTYPE|ENTITY)/i.test(text) ? UNSAFE : error.refusal;
  }
}

/** Ends the parsing; never leaves this file. */
class Refused extends Error {
  readonly refusal: FileRefusal;
  constructor(refusal: FileRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const ROOT_PREFIXES: ReadonlyMap<string, string> = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

/** What prefixes stand for from an element on; names are worked out once for each scope. */
class Scope {
  readonly #namespaces: Readonly<Record<string, string>> | null;
  /** Declared here; the others are looked up in the scope around, so that a scope costs only what it declares. */
  readonly #declared: ReadonlyMap<string, string>;
  readonly #around: Scope | null;
  readonly #elements = new Map<string, string>();
  readonly #attributes = new Map<string, string | null>();

  constructor(
    namespaces: Readonly<Record<string, string>> | null,
    declared: ReadonlyMap<string, string>,
    around: Scope | null,
  ) {
    this.#namespaces = namespaces;
    this.#declared = declared;
    this.#around = around;
  }

  /** The scope of an element with these attributes: this one, unless they declare namespaces. */
  within(attributes: XmlAttributes): Scope {
    if (!this.#namespaces) return this;
    let declared: Map<string, string> | null = null;
    for (const name in attributes) {
      if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
      declared ??= new Map();
      declared.set(name.slice(6), attributes[name] as string);
    }
    return declared ? new Scope(this.#namespaces, declared, this) : this;
  }

  #address(prefix: string): string | undefined {
    for (let scope: Scope | null = this; scope; scope = scope.#around) {
      const address = scope.#declared.get(prefix);
      if (address !== undefined) return address;
    }
    return undefined;
  }

  element(name: string): string {
    let known = this.#elements.get(name);
    if (known === undefined) {
      known = this.#name(name, this.#address(''));
      this.#elements.set(name, known);
    }
    return known;
  }

  attributes(given: XmlAttributes): XmlAttributes {
    if (!this.#namespaces || this.#areNamed(given)) return given;
    const named: Record<string, string> = {};
    for (const name in given) {
      const known = this.#attribute(name);
      if (known !== null) named[known] = given[name] as string;
    }
    return named;
  }

  /** True when the file's names are the caller's, as those of most elements are. */
  #areNamed(given: XmlAttributes): boolean {
    for (const name in given) if (this.#attribute(name) !== name) return false;
    return true;
  }

  /** Null for declarations of namespaces. */
  #attribute(name: string): string | null {
    let known = this.#attributes.get(name);
    if (known === undefined) {
      known = name === 'xmlns' || name.startsWith('xmlns:') ? null : this.#name(name, undefined);
      this.#attributes.set(name, known);
    }
    return known;
  }

  #name(name: string, unprefixed: string | undefined): string {
    if (!this.#namespaces) return name;
    const colon = name.indexOf(':');
    const local = name.slice(colon + 1);
    const address = colon < 0 ? unprefixed : (this.#address(name.slice(0, colon)) ?? name.slice(0, colon));
    if (address === undefined) return local;
    const prefix = Object.hasOwn(this.#namespaces, address) ? this.#namespaces[address] : undefined;
    return prefix === undefined ? `{${address}}${local}` : prefix === '' ? local : `${prefix}:${local}`;
  }
}

const AS_WRITTEN = new Scope(null, ROOT_PREFIXES, null);

/** The text by its byte order mark, by how its first characters lie, or by the encoding that it declares. */
function decodeXml(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  let label = 'utf-8';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0 && c !== 0 && d === 0)) label = 'utf-16le';
  else if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c && c === 0 && d !== 0)) label = 'utf-16be';
  else if (a === 0x3c) label = declaredEncoding(bytes) ?? label;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const label = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(start)?.[1] ?? null;
  // Bytes that lie as single ones can't be the UTF-16 that a careless program declares.
  return label !== null && /^utf-?16/i.test(label) ? null : label;
}

const DAMAGED = fileRefusal(
  'damaged',
  'tệp bị hỏng: nội dung XML bên trong không đọc được',
  'the file is damaged: the XML inside can not be read',
);

const UNSAFE = fileRefusal(
  'unsafe-xml',
  'tệp chứa khai báo XML không an toàn (DOCTYPE, thực thể), nên không được mở',
  'the file holds unsafe XML declarations (DOCTYPE, entities), so it was not opened',
);

const TOO_DEEP = fileRefusal(
  'unsafe-xml',
  'tệp chứa XML lồng nhau quá sâu, nên không được mở',
  'the file holds XML that is nested too deeply, so it was not opened',
);

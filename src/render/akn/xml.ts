/** A small writer of XML 1.0: escaping, legal characters, blocks on their own lines, inline content left as it is. */

/** Attributes in the order they are written; `undefined` is left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What the Char production of XML 1.0 (§2.2) leaves out: C0 controls but tab and line ends, lone surrogates, U+FFFE, U+FFFF. */
const ILLEGAL = /(?![\t\n\r\u007F-\u009F])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu;

/** The text without the characters that may not stand in an XML 1.0 document, not even as a reference. */
export function legalXml(text: string): string {
  return text.replace(ILLEGAL, '');
}

/** Text ready to stand between tags. */
export function escapeText(text: string): string {
  return legalXml(text).replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
}

function escapeAttribute(value: string): string {
  return escapeText(value.replace(/\s+/g, ' ').trim()).replaceAll('"', '&quot;');
}

function tag(name: string, attributes: Attributes): string {
  let out = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) out += ` ${key}="${escapeAttribute(value)}"`;
  }
  return out;
}

/** Collects a document. Elements must be closed in the order they were opened; the caller sees to that. */
export class XmlWriter {
  readonly #parts: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  #depth = 0;

  /** Opens an element that holds elements. */
  open(name: string, attributes: Attributes = {}): void {
    this.#parts.push(this.#line(), tag(name, attributes), '>');
    this.#depth++;
  }

  close(name: string): void {
    this.#depth--;
    this.#parts.push(this.#line(), `</${name}>`);
  }

  /** An element without content. */
  empty(name: string, attributes: Attributes = {}): void {
    this.#parts.push(this.#line(), tag(name, attributes), '/>');
  }

  /** Opens an element that holds text: what follows stays on its line until `leafClose`. */
  leafOpen(name: string, attributes: Attributes = {}): void {
    this.#parts.push(this.#line(), tag(name, attributes), '>');
  }

  leafClose(name: string): void {
    this.#parts.push(`</${name}>`);
  }

  inlineOpen(name: string, attributes: Attributes = {}): void {
    this.#parts.push(tag(name, attributes), '>');
  }

  inlineClose(name: string): void {
    this.#parts.push(`</${name}>`);
  }

  inlineEmpty(name: string, attributes: Attributes = {}): void {
    this.#parts.push(tag(name, attributes), '/>');
  }

  /** Text between tags; escaped here. */
  text(text: string): void {
    this.#parts.push(escapeText(text));
  }

  toString(): string {
    return `${this.#parts.join('')}\n`;
  }

  #line(): string {
    return `\n${'  '.repeat(this.#depth)}`;
  }
}

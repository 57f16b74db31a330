/** The parts of a Word document as small trees. Word never mixes text and elements, so an element has either. */

import type { FileRefusal } from '../model.ts';
import { parseXml, type XmlAttributes } from '../xml.ts';

export interface Element {
  /** With the usual prefix of its namespace: `w:p`, `v:textbox`. */
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly children: Element[];
  text: string;
}

const OFFICE = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';

/** Transitional and strict addresses are one. */
const NAMESPACES: Readonly<Record<string, string>> = {
  [`${OFFICE}/wordprocessingml/2006/main`]: 'w',
  [`${STRICT}/wordprocessingml/main`]: 'w',
  [`${OFFICE}/officeDocument/2006/math`]: 'm',
  [`${STRICT}/officeDocument/math`]: 'm',
  [`${OFFICE}/officeDocument/2006/relationships`]: 'r',
  [`${STRICT}/officeDocument/relationships`]: 'r',
  [`${OFFICE}/drawingml/2006/main`]: 'a',
  [`${STRICT}/drawingml/main`]: 'a',
  [`${OFFICE}/drawingml/2006/picture`]: 'pic',
  [`${STRICT}/drawingml/picture`]: 'pic',
  [`${OFFICE}/markup-compatibility/2006`]: 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  [`${OFFICE}/package/2006/relationships`]: '',
  [`${OFFICE}/package/2006/content-types`]: '',
};

/** Elements whose text is text; between all others there is only white space. */
const TEXT = new Set(['w:t', 'w:instrText', 'm:t']);

/**
 * Reads a part. Children of elements named `parent` are handed to `each` one by one and then forgotten, so that a long
 * document is never in memory as a whole.
 */
export function parseTree(
  bytes: Uint8Array,
  parent: string | null = null,
  each: (child: Element) => void = () => {},
): { root: Element | null; refusal: FileRefusal | null } {
  const open: Element[] = [];
  let root: Element | null = null;
  const refusal = parseXml(bytes, {
    namespaces: NAMESPACES,
    open(name, attributes) {
      const element: Element = { name, attributes, children: [], text: '' };
      root ??= element;
      open.push(element);
    },
    close() {
      const element = open.pop() as Element;
      const around = open.at(-1);
      if (!around) return;
      if (around.name === parent) each(element);
      else around.children.push(element);
    },
    text(text) {
      const element = open.at(-1);
      if (element && TEXT.has(element.name)) element.text += text;
    },
  });
  return { root, refusal };
}

/** The first child of that name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((each) => each.name === name);
}

/** The `w:val` of a child, undefined when there is no such child. */
export function readVal(element: Element | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val'];
}

/** A whole number within Word's own bounds. */
export function integer(value: string | undefined): number | undefined {
  if (value === undefined || !/^\s*[+-]?\d{1,10}/.test(value)) return undefined;
  return Math.max(-32_768, Math.min(32_767, Number.parseInt(value, 10)));
}

/** A property that is on when it is there, unless it says that it is off. */
export function isOn(element: Element): boolean {
  return !/^(?:0|false|off|none)$/i.test(element.attributes['w:val'] ?? '');
}

/** Every element below that has that name, in order; does not look inside of what it found. */
export function* descendants(element: Element, name: string): Generator<Element> {
  for (const each of element.children) {
    if (each.name === name) yield each;
    else yield* descendants(each, name);
  }
}

/** A strict reading of the XML that we write: throws where it is not well-formed, gives back its text and its ids. */

export interface ReadXml {
  /** All character data, in order. */
  readonly text: string;
  /** Every eId, in order. */
  readonly eIds: readonly string[];
  /** Every start tag: its name and attributes. */
  readonly elements: readonly { readonly name: string; readonly attributes: ReadonlyMap<string, string> }[];
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Reads a document without comments, CDATA and DTD (we write none). */
export function readXml(xml: string): ReadXml {
  if (!xml.isWellFormed()) throw new Error('a lone surrogate');
  const start = '<?xml version="1.0" encoding="UTF-8"?>';
  if (!xml.startsWith(start)) throw new Error('no XML declaration');
  const open: string[] = [];
  const texts: string[] = [];
  const elements: { name: string; attributes: Map<string, string> }[] = [];
  let roots = 0;
  let at = start.length;
  for (const found of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)((?:\s+[A-Za-z][\w:.-]*="[^"<]*")*)(\/?)>/g)) {
    const [whole, closing, name = '', attributes = '', empty] = found;
    const text = decode(xml.slice(at, found.index));
    if (open.length === 0 && text.trim() !== '') throw new Error(`text outside the root: ${text.slice(0, 40)}`);
    texts.push(text);
    at = found.index + whole.length;
    if (closing === '/') {
      const top = open.pop();
      if (top !== name) throw new Error(`</${name}> closes <${top ?? 'nothing'}>`);
      continue;
    }
    if (open.length === 0) roots++;
    const map = new Map<string, string>();
    for (const [, key = '', value = ''] of attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
      if (map.has(key)) throw new Error(`${name} has ${key} twice`);
      map.set(key, decode(value));
    }
    elements.push({ name, attributes: map });
    if (empty !== '/') open.push(name);
  }
  if (decode(xml.slice(at)).trim() !== '') throw new Error('text after the root');
  if (open.length > 0 || roots !== 1) throw new Error(`not closed: ${open.join(' ')}; roots: ${roots}`);
  return { text: texts.join(''), elements, eIds: elements.flatMap((e) => e.attributes.get('eId') ?? []) };
}

function decode(text: string): string {
  if (/[<>]/.test(text)) throw new Error(`markup in text: ${text.slice(0, 80)}`);
  if (/(?![\t\n\r\u007F-\u009F])\p{Cc}|[\uFFFE\uFFFF]/u.test(text)) throw new Error('a character that XML 1.0 refuses');
  return text.replace(/&[^;\s]*;?/g, (entity) => {
    const char = ENTITIES[entity];
    if (char === undefined) throw new Error(`not an entity: ${entity}`);
    return char;
  });
}

/** Small Word files written by hand: a body in WordprocessingML and the parts that it needs. */
import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${R}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

/** What stands inside of the root of each part. */
export interface DocxParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly settings?: string;
  readonly comments?: string;
  readonly header?: string;
  readonly footer?: string;
  /** Relationships beside those of the parts, and files as they are. */
  readonly relationships?: string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

const ROOTS = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  settings: 'settings',
  comments: 'comments',
  header: 'hdr',
  footer: 'ftr',
} as const;

/** A Word file with these parts. */
export function docxFile(parts: DocxParts): Uint8Array {
  return zipSync(docxParts(parts));
}

/** The parts of that file by their names, before they are put together. */
export function docxParts(parts: DocxParts): Record<string, Uint8Array> {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': relationships(relationship('officeDocument', 'word/document.xml')),
    'word/document.xml': root('document', `<w:body>${parts.body}</w:body>`),
  };
  let related = parts.relationships ?? '';
  for (const [part, name] of Object.entries(ROOTS) as [keyof typeof ROOTS, string][]) {
    const inside = parts[part];
    if (inside === undefined) continue;
    files[`word/${part}.xml`] = root(name, inside);
    related += relationship(part, `${part}.xml`);
  }
  files['word/_rels/document.xml.rels'] = relationships(related);
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)]);
  return { ...Object.fromEntries(bytes), ...parts.files };
}

export function relationship(type: string, target: string, external = false): string {
  const mode = external ? ' TargetMode="External"' : '';
  return `<Relationship Id="${type}-${target.replace(/\W/g, '')}" Type="${R}/${type}" Target="${target}"${mode}/>`;
}

/** A paragraph: text or runs, and what its properties hold. */
export function p(inside: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside.startsWith('<') ? inside : r(inside)}</w:p>`;
}

/** A run of text, and what its properties hold. */
export function r(text: string, properties = ''): string {
  const inside = text.startsWith('<') ? text : `<w:t xml:space="preserve">${text}</w:t>`;
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${inside}</w:r>`;
}

/** Membership of a list. */
export function inList(id: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
}

/** A table of rows of cells; a cell is text or paragraphs. */
export function tbl(rows: readonly (readonly string[])[], properties = ''): string {
  const cells = (row: readonly string[]) => row.map((cell) => (cell.startsWith('<w:tc>') ? cell : tc(cell))).join('');
  return `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

export function tc(inside: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inside.startsWith('<') ? inside : p(inside)}</w:tc>`;
}

export const BORDERS =
  '<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>';

function root(name: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${NAMESPACES}>${inside}</w:${name}>`;
}

function relationships(inside: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
}

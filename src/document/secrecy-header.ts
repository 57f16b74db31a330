/**
 * The secrecy mark where readers of the text do not look: in the watermark behind the pages (hình mờ) of Word files, and
 * in the page headers of Word and OpenDocument files.
 */
import { openArchive } from './archive.ts';
import { hasMark } from './secrecy.ts';
import { parseXml } from './xml.ts';

/** Parts with headers, and the names that their paragraphs have. */
const PLACES = {
  docx: { part: /^word\/header\d*\.xml$/, paragraph: 'w:p' },
  odt: { part: /^styles\.xml$/, paragraph: 'text:p' },
} as const;

const NAMESPACES = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
};

/** True when a header or watermark carries the mark. What can't be read here is left to the reader of the format. */
export function hasMarkedHeader(bytes: Uint8Array, format: keyof typeof PLACES): boolean {
  const archive = openArchive(bytes);
  if (!archive.ok) return false;
  const { part, paragraph } = PLACES[format];
  return archive.value.names
    .filter((name) => part.test(name))
    .some((name) => {
      const xml = archive.value.read(name);
      return xml.ok && xml.value !== null && hasMark(listParagraphs(xml.value, paragraph));
    });
}

function listParagraphs(xml: Uint8Array, paragraph: string): string[] {
  const lines: string[] = [];
  let line = '';
  const end = () => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  parseXml(xml, {
    namespaces: NAMESPACES,
    open(name, attributes) {
      // A text box stands inside the paragraph that it is anchored in.
      if (name === paragraph || name === 'w:br') end();
      else if (name === 'w:tab') line += '\t';
      // Watermarks are drawn text.
      else if (name === 'v:textpath' && attributes.string) lines.push(attributes.string);
    },
    close(name) {
      if (name === paragraph) end();
    },
    text(piece) {
      line += piece;
    },
  });
  return lines;
}

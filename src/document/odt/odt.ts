/** OpenDocument texts (.odt), as LibreOffice writes them: an archive with the text and its styles in XML. */

import type { Issue } from '#base/issue.ts';
import { err, ok, type Result } from '#base/result.ts';
import { type Archive, openArchive } from '../archive.ts';
import type { Content } from '../block.ts';
import { assemble } from '../flow/assemble.ts';
import { MACROS } from '../flow/warnings.ts';
import type { FileRefusal } from '../model.ts';
import { DAMAGED, ENCRYPTED, NO_TEXT } from '../refusals.ts';
import { parseXml } from '../xml.ts';
import { ContentReader } from './content-reader.ts';
import { OdtStyles } from './styles.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:';
const NAMESPACES: Readonly<Record<string, string>> = {
  [`${OASIS}office:1.0`]: 'office',
  [`${OASIS}style:1.0`]: 'style',
  [`${OASIS}text:1.0`]: 'text',
  [`${OASIS}table:1.0`]: 'table',
  [`${OASIS}drawing:1.0`]: 'draw',
  [`${OASIS}xsl-fo-compatible:1.0`]: 'fo',
  [`${OASIS}svg-compatible:1.0`]: 'svg',
  [`${OASIS}manifest:1.0`]: 'manifest',
  'http://www.w3.org/1998/Math/MathML': 'math',
  'http://www.w3.org/XML/1998/namespace': 'xml',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
};

export function readOdt(bytes: Uint8Array): Result<Content, FileRefusal> {
  const archive = openArchive(bytes);
  if (!archive.ok) return archive;
  const encrypted = isEncrypted(archive.value);
  if (!encrypted.ok) return encrypted;
  if (encrypted.value) return err(ENCRYPTED);
  const content = archive.value.read('content.xml');
  if (!content.ok) return content;
  if (!content.value) return err(DAMAGED);
  const styles = new OdtStyles();
  const common = archive.value.read('styles.xml');
  if (!common.ok) return common;
  const refusal = common.value ? readStyles(common.value, styles) : null;
  if (refusal) return err(refusal);
  return readContent(content.value, styles, archive.value);
}

function readStyles(bytes: Uint8Array, styles: OdtStyles): FileRefusal | null {
  return parseXml(bytes, {
    namespaces: NAMESPACES,
    open: (name, attributes) => void styles.element(name, attributes),
    close: (name) => styles.close(name),
  });
}

function readContent(bytes: Uint8Array, styles: OdtStyles, archive: Archive): Result<Content, FileRefusal> {
  let reader: ContentReader | null = null;
  const refusal = parseXml(bytes, {
    namespaces: NAMESPACES,
    open: (name, attributes) => {
      // The styles stand before the text.
      if (name === 'office:body') reader = new ContentReader(styles, countFootnotes(bytes));
      if (reader) reader.open(name, attributes);
      else styles.element(name, attributes);
    },
    close: (name) => (reader ? reader.close() : styles.close(name)),
    text: (text) => reader?.text(text),
  });
  if (refusal) return err(refusal);
  const found = reader as ContentReader | null;
  const drafts = found?.writer.finish() ?? [];
  if (!found || drafts.length === 0) return err(NO_TEXT);
  const warnings: Issue[] = found.warnings();
  if (archive.names.some((name) => /^(?:Basic|Scripts)\//.test(name))) warnings.push(MACROS);
  return ok(assemble('odt', drafts, warnings));
}

/** In UTF-8, as every program writes it. */
function countFootnotes(bytes: Uint8Array): number {
  const sought = Buffer.from('note-class="footnote"');
  const within = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + sought.length)) count++;
  return count;
}

/** The manifest tells how each part was encrypted. */
function isEncrypted(archive: Archive): Result<boolean, FileRefusal> {
  const manifest = archive.read('META-INF/manifest.xml');
  if (!manifest.ok) return manifest;
  if (archive.has('encrypted-package')) return ok(true);
  let found = false;
  if (manifest.value) {
    // A manifest that is broken says nothing; the text itself decides.
    parseXml(manifest.value, {
      namespaces: NAMESPACES,
      open: (name) => {
        found ||= name === 'manifest:encryption-data';
      },
    });
  }
  return ok(found);
}

/**
 * HTML: pages of law portals and what Word and LibreOffice save. Parsed as a stream; nothing is loaded, no script is run.
 */

import { Parser } from 'htmlparser2';
import type { Issue } from '#base/issue.ts';
import { err, ok, type Result } from '#base/result.ts';
import type { Content } from '../block.ts';
import { assemble } from '../flow/assemble.ts';
import { type FileRefusal, fileRefusal } from '../model.ts';
import { NO_TEXT } from '../refusals.ts';
import { decodePage } from './charset.ts';
import { PageReader } from './page-reader.ts';

/** Characters between two looks at whether the page is sane. */
const STEP = 1 << 16;

export function readHtml(bytes: Uint8Array): Result<Content, FileRefusal> {
  const decoded = decodePage(bytes);
  if (!decoded.ok) return decoded;
  const page = decoded.value.text;
  const reader = new PageReader(page);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (text) => reader.text(text),
      onclosetag: () => reader.close(),
    },
    { decodeEntities: true },
  );
  for (let at = 0; at < page.length; at += STEP) {
    parser.write(page.slice(at, at + STEP));
    if (reader.tooDeep) return err(TOO_DEEP);
  }
  parser.end();
  const drafts = reader.finish();
  if (drafts.length === 0) return err(NO_TEXT);
  const warnings: Issue[] = [...decoded.value.warnings, ...reader.warnings()];
  return ok(assemble('html', drafts, warnings));
}

const TOO_DEEP = fileRefusal(
  'unsafe-xml',
  'trang HTML có các phần tử lồng nhau quá sâu, nên không được mở',
  'the HTML page nests its elements too deeply, so it was not opened',
);

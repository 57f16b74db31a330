/** Rich Text Format (.rtf): groups, control words and text in the code page of its font. */

import { err, ok, type Result } from '#base/result.ts';
import type { Content } from '../block.ts';
import { assemble } from '../flow/assemble.ts';
import { type FileRefusal, fileRefusal } from '../model.ts';
import { DAMAGED, NO_TEXT } from '../refusals.ts';
import { hasMark, SECRET } from '../secrecy.ts';
import { RtfReader } from './rtf-reader.ts';
import { readTokens } from './tokens.ts';

export function readRtf(bytes: Uint8Array): Result<Content, FileRefusal> {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0;
  if (!isRtf(bytes.subarray(start))) return err(DAMAGED);
  const reader = new RtfReader();
  readTokens(bytes.subarray(start), reader, () => !reader.tooDeep);
  if (reader.tooDeep) return err(TOO_DEEP);
  const { drafts, headers, warnings } = reader.finish();
  if (hasMark(headers)) return err(SECRET);
  if (drafts.length === 0) return err(NO_TEXT);
  return ok(assemble('rtf', drafts, warnings));
}

function isRtf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 5)) === '{\\rtf';
}

const TOO_DEEP = fileRefusal(
  'damaged',
  'tệp RTF có các nhóm lồng nhau quá sâu, nên không được mở',
  'the RTF file nests its groups too deeply, so it was not opened',
);

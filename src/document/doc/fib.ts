/**
 * The file information block (FIB) at the start of a Word 97–2003 document: what the file is and where its parts stand, as
 * [MS-DOC] describes it.
 */

import { Bytes } from './bytes.ts';

export interface Fib {
  /** Version of the format; Word 97 is 193. */
  readonly version: number;
  readonly encrypted: boolean;
  readonly table: '0Table' | '1Table';
  /** Lengths of the texts that follow each other, in characters. */
  readonly text: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly boxes: number;
  readonly headerBoxes: number;
  /** Where a part stands in the table stream. */
  part(name: Part): { readonly at: number; readonly length: number };
}

/** Parts by the place of their offset in the block. */
const PARTS = {
  styles: 0xa2,
  footnoteMarks: 0xaa,
  footnoteTexts: 0xb2,
  characters: 0xfa,
  paragraphs: 0x102,
  fonts: 0x112,
  pieces: 0x1a2,
  endnoteMarks: 0x20a,
  endnoteTexts: 0x212,
  lists: 0x2e2,
  overrides: 0x2ea,
} as const;

export type Part = keyof typeof PARTS;

/** Null where the stream is no Word document. */
export function readFib(stream: Uint8Array): Fib | null {
  const bytes = new Bytes(stream);
  if (bytes.length < 32) return null;
  const magic = bytes.u16(0);
  // Word 6 and 95 have other magic numbers in part; all of them are told by their version.
  if (magic !== 0xa5ec && magic !== 0xa5dc && magic !== 0xa59b && magic !== 0xa697 && magic !== 0xa699) return null;
  const flags = bytes.u16(0x0a);
  return {
    version: bytes.u16(2),
    encrypted: (flags & 0x0100) !== 0,
    table: (flags & 0x0200) !== 0 ? '1Table' : '0Table',
    text: bytes.u32(0x4c),
    footnotes: bytes.u32(0x50),
    headers: bytes.u32(0x54),
    comments: bytes.u32(0x5c),
    endnotes: bytes.u32(0x60),
    boxes: bytes.u32(0x64),
    headerBoxes: bytes.u32(0x68),
    part: (name) => ({ at: bytes.u32(PARTS[name]), length: bytes.u32(PARTS[name] + 4) }),
  };
}

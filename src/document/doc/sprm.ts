/** Properties of a .doc: lists of single modifications (sprm), each a number and an operand of a known size. */

import { Bytes } from './bytes.ts';

export interface Sprm {
  readonly id: number;
  readonly operand: Bytes;
}

/** Table definitions have two bytes of length. */
const TABLE_DEFINITION = 0xd608;
const TABS = 0xc615;

/** The modifications in a group, as far as it is sound. */
export function listSprms(group: Uint8Array): Sprm[] {
  const bytes = new Bytes(group);
  const sprms: Sprm[] = [];
  for (let at = 0; at + 2 < group.length; ) {
    const id = bytes.u16(at);
    at += 2;
    const size = sizeOf(id, bytes, at);
    const head = id === TABLE_DEFINITION ? 2 : id >>> 13 === 6 ? 1 : 0;
    sprms.push({ id, operand: new Bytes(bytes.part(at + head, size - head)) });
    at += size;
  }
  return sprms;
}

function sizeOf(id: number, bytes: Bytes, at: number): number {
  switch (id >>> 13) {
    case 0:
    case 1:
      return 1;
    case 3:
      return 4;
    case 6:
      if (id === TABLE_DEFINITION) return bytes.u16(at) + 1;
      if (id === TABS && bytes.u8(at) === 255) return bytes.length - at;
      return bytes.u8(at) + 1;
    case 7:
      return 3;
    default:
      return 2;
  }
}

/** Names after those of [MS-DOC]. */
export const SPRM = {
  deleted: 0x0800,
  inserted: 0x0801,
  ole: 0x080a,
  bold: 0x0835,
  italic: 0x0836,
  smallCapitals: 0x083a,
  capitals: 0x083b,
  hidden: 0x083c,
  special: 0x0855,
  characterStyle: 0x4a30,
  size: 0x4a43,
  font: 0x4a4f,
  fontOther: 0x4a51,
  symbol: 0x6a09,
  paragraphStyle: 0x4600,
  alignment: 0x2403,
  alignmentNew: 0x2461,
  list: 0x460b,
  listLevel: 0x260a,
  outlineLevel: 0x2640,
  inTable: 0x2416,
  rowEnd: 0x2417,
  tableDepth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  huge: 0x6646,
  hugeOld: 0x6645,
  tableDefinition: TABLE_DEFINITION,
  mergedDown: 0xd62b,
  bordersOld: 0xd605,
  borders: 0xd613,
} as const;

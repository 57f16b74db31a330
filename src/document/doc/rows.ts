/** Rows of tables in a .doc: the cells' contents come first, the definition of the row at its end. */

import type { Draft } from '../flow/draft.ts';
import type { EdgeCell, Merge } from '../flow/edges.ts';
import type { Bytes } from './bytes.ts';
import { SPRM, type Sprm } from './sprm.ts';

const NOT_DEFINED = 2000;

export function rowOf(contents: readonly (readonly Draft[])[], sprms: readonly Sprm[]): EdgeCell[] {
  const definition = sprms.findLast(({ id }) => id === SPRM.tableDefinition)?.operand;
  const count = definition ? definition.u8(0) : 0;
  const cells = contents.map((blocks, i): EdgeCell => {
    if (!definition || i >= count) {
      const left = definition ? definition.i16(1 + 2 * count) + NOT_DEFINED * (i - count) : NOT_DEFINED * i;
      return { blocks, left, right: left + NOT_DEFINED, across: 'none', down: 'none' };
    }
    return {
      blocks,
      left: definition.i16(1 + 2 * i),
      right: definition.i16(3 + 2 * i),
      across: 'none',
      down: downOf(flagsOf(definition, count, i)),
    };
  });
  if (!definition) return cells;
  const across = acrossOf(cells.map((_, i) => (i < count ? flagsOf(definition, count, i) & 3 : 0)));
  const down = new Map(
    sprms
      .filter(({ id }) => id === SPRM.mergedDown)
      .map(({ operand }): [number, Merge] => [operand.u8(0), mergeOf(operand.u8(1))]),
  );
  return cells.map((cell, i) => ({ ...cell, across: across[i] as Merge, down: down.get(i) ?? cell.down }));
}

/** Twenty bytes describe a cell; the first two hold how it is merged. */
function flagsOf(definition: Bytes, count: number, cell: number): number {
  return definition.u16(1 + 2 * (count + 1) + 20 * cell);
}

function downOf(flags: number): Merge {
  return (flags & 0x40) !== 0 ? 'first' : (flags & 0x20) !== 0 ? 'more' : 'none';
}

function mergeOf(value: number): Merge {
  return value === 3 ? 'first' : value === 1 ? 'more' : 'none';
}

/** Whether lines are drawn in a row: around cells, or around the table as a whole. */
export function isRuled(sprms: readonly Sprm[]): boolean {
  return sprms.some(({ id, operand }) => {
    if (id === SPRM.tableDefinition) {
      const count = operand.u8(0);
      return Array.from({ length: count * 4 }, (_, i) => {
        // Behind the flags and the width of a cell its four lines, each with its kind in the second byte.
        const at = 1 + 2 * (count + 1) + 20 * (i >> 2) + 4 + 4 * (i & 3);
        return isDrawn(operand.u8(at + 1));
      }).some((drawn) => drawn);
    }
    if (id === SPRM.bordersOld) return [0, 1, 2, 3, 4, 5].some((side) => isDrawn(operand.u8(4 * side + 1)));
    return id === SPRM.borders && [0, 1, 2, 3, 4, 5].some((side) => isDrawn(operand.u8(8 * side + 5)));
  });
}

function isDrawn(kind: number): boolean {
  return kind !== 0 && kind !== 0xff;
}

/** Programs disagree which of the two bits means the first cell of a range: the one that comes first does. */
function acrossOf(codes: readonly number[]): Merge[] {
  let first = 0;
  return codes.map((code) => {
    if (code === 0) first = 0;
    else if (first === 0 || code === first) first = code;
    else return 'more';
    return code === 0 ? 'none' : 'first';
  });
}

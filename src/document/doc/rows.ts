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

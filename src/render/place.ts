/** Where an offset of the text stands for a person: line and column, both counted from 1 (dòng, cột). */

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Leads from offsets (UTF-16 units of the text as given) to lines, and from lines to their text. */
export interface PlaceIndex {
  readonly lineCount: number;
  /** Line and column; a byte order mark at the start is not counted as a column. */
  place(offset: number): Place;
  /** Line number alone. */
  line(offset: number): number;
  /** Text of a line without its line break. */
  lineText(line: number): string;
}

/** Lines end at `\r\n`, `\n` or a lone `\r`, as editors count them. */
export function indexPlaces(text: string): PlaceIndex {
  const starts = [0];
  for (const ending of text.matchAll(/\r\n|\n|\r/g)) starts.push(ending.index + ending[0].length);
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const line = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  return {
    lineCount: starts.length,
    line,
    place(offset) {
      const at = line(offset);
      const first = at === 1 ? mark : 0;
      return { line: at, column: Math.max(1, offset - (starts[at - 1] as number) - first + 1) };
    },
    lineText(at) {
      const from = (starts[at - 1] ?? text.length) + (at === 1 ? mark : 0);
      return text.slice(from, starts[at] ?? text.length).replace(/[\r\n]+$/, '');
    },
  };
}

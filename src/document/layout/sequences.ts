/**
 * Labels and serials in their order (thứ tự số): recognition drops `3.` from the head of a line, reads `11.` as `1.` and
 * `4.` as `Á.`, and is sure of it. What a label should be is known from its neighbours, so a gap, a repeat or a label out
 * of place on a recognised page is a doubt: at the label, or at the head of the line that lost one. A doubt at a label that stands between its neighbours
 * is none.
 */
import type { Block, BlockLine, BlockWord, Paragraph, Row, Table } from '../block.ts';
import { BARE, type Broken, type Entry, findBroken } from './series.ts';

/** The blocks, with doubts where their labels don't follow one another. Words that the file itself gives are trusted. */
export function doubtSequences(blocks: readonly Block[]): readonly Block[] {
  const changed: Changed = new Map();
  const running: Entry<BlockWord>[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') running.push(entryOf(block));
    else if (block.kind === 'table') {
      for (const column of block.layout ? [] : columnsOf(block)) mark(findBroken(column), changed);
    }
  }
  mark(findBroken(running), changed);
  return changed.size === 0 ? blocks : blocks.map((block) => withChanges(block, changed));
}

/** Words that become others. */
type Changed = Map<BlockWord, BlockWord>;

function mark({ broken, sure }: Broken<BlockWord>, changed: Changed): void {
  for (const word of sure) if (word.doubt) changed.set(word, { ...word, doubt: false });
  for (const [word, instead] of broken) {
    if (word.confidence !== null) changed.set(word, { ...word, text: instead ?? word.text, doubt: true });
  }
}

function entryOf({ lines, centred }: Paragraph): Entry<BlockWord> {
  const words = lines.find((line) => line.words.length > 0)?.words ?? [];
  const named = /^(?:Điều|Chương|Mục|Phần)$/iu.test(words[0]?.text ?? '') && words[1];
  if (named) return { text: named.text, family: (words[0] as BlockWord).text.toLowerCase(), alone: false, head: named };
  const [first, second] = words;
  // `b. 1.` is a label of two levels.
  const text = second && /^\d{1,2}[.)]?$/.test(second.text) ? `${first?.text}${second.text}` : (first?.text ?? '');
  // A number that is a paragraph by itself: the serial of a row, where the table was not known for one.
  const alone = words.length === 1 && lines.length === 1;
  const family = alone && /^\d+$/.test(text) ? BARE : centred && !alone ? 'centred' : '';
  return { text, family, alone, head: first ?? null };
}

/** Of these a column of serials has at least so many, and they are at least this part of its cells. */
const FEWEST_SERIALS = 3;
const MOST_OTHERS = 0.5;
/** And this part of them is one more than the one above. */
const COUNTING = 0.5;

/** Each column from top to bottom; of a column of serials every row, of the others their labelled paragraphs. */
function columnsOf(table: Table): Entry<BlockWord>[][] {
  const columns: Entry<BlockWord>[][] = [];
  for (let column = 0; column < table.columns; column++) {
    const rows = column === 0 ? serialsOf(table.rows) : null;
    columns.push(
      rows ??
        table.rows.flatMap((row) => {
          const cell = row.cells.find((one) => one.column === column);
          return cell ? cell.paragraphs.map(entryOf) : [];
        }),
    );
  }
  return columns;
}

/** The first column when it counts the rows. */
function serialsOf(rows: readonly Row[]): Entry<BlockWord>[] | null {
  const entries: Entry<BlockWord>[] = [];
  const serials: number[] = [];
  for (const row of rows) {
    const first = row.cells[0];
    // A cell that goes on from the row above counts that row.
    if (first?.column !== 0) continue;
    const words = wordsOf(first.paragraphs);
    const inRow = row.cells.flatMap((cell) => wordsOf(cell.paragraphs));
    if (inRow.length === 0) continue;
    const wide = first.columns > 1;
    const text = words.length === 1 || wide ? (words[0]?.text ?? '') : '';
    if (/^\d{1,3}[.)]?$/.test(text)) serials.push(Number.parseInt(text, 10));
    // Where the serial is lost, the row begins with its next word.
    entries.push({ text, family: '', alone: !wide, head: words[0] ?? inRow[0] ?? null });
  }
  const others = entries.length - serials.length;
  if (serials.length < FEWEST_SERIALS || others > Math.max(2, MOST_OTHERS * entries.length)) return null;
  const steps = serials.filter((serial, i) => i > 0 && serial === (serials[i - 1] as number) + 1).length;
  return steps >= COUNTING * (serials.length - 1) ? entries : null;
}

function wordsOf(paragraphs: readonly Paragraph[]): BlockWord[] {
  return paragraphs.flatMap(({ lines }) => lines.flatMap(({ words }) => words));
}

function withChanges(block: Block, changed: Changed): Block {
  const line = (one: BlockLine): BlockLine =>
    one.words.some((word) => changed.has(word))
      ? { ...one, words: one.words.map((word) => changed.get(word) ?? word) }
      : one;
  const paragraph = (one: Paragraph): Paragraph => ({ ...one, lines: one.lines.map(line) });
  if (block.kind === 'paragraph') return paragraph(block);
  if (block.kind === 'note') return { ...block, lines: block.lines.map(line) };
  const cells = (row: Row) => row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(paragraph) }));
  return { ...block, rows: block.rows.map((row) => ({ cells: cells(row) })) };
}

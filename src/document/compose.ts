/**
 * Blocks to one text with the way back: paragraphs parted by a blank line, bold ones in `**`, rows of tables as
 * `| a | b |`, notes as `[^1]: …` behind the paragraph or table that carries their mark.
 */
import type { Span } from '#base/span.ts';
import type { Block, BlockLine, BlockWord, Cell, Content, Paragraph, Table } from './block.ts';
import { type Box, type Document, type DocumentLine, type DocumentWord, union } from './model.ts';

/** Composes what a reader handed over. */
export function compose(content: Content): Document {
  const composer = new Composer();
  for (const block of content.blocks) composer.block(block);
  return {
    format: content.format,
    pages: content.pages,
    text: composer.parts.join(''),
    lines: composer.lines,
    words: composer.words,
    doubts: composer.doubts,
    warnings: content.warnings,
  };
}

class Composer {
  readonly parts: string[] = [];
  readonly lines: DocumentLine[] = [];
  readonly words: DocumentWord[] = [];
  readonly doubts: Span[] = [];
  #length = 0;

  block(block: Block): void {
    switch (block.kind) {
      case 'paragraph':
        this.#paragraph(block);
        break;
      case 'note':
        this.#put(`[^${block.mark}]: `);
        this.#lines(block.lines, ' ');
        this.#put('\n\n');
        break;
      case 'table':
        if (block.layout) this.#layout(block);
        else this.#table(block);
        break;
    }
  }

  #put(text: string): void {
    if (text === '') return;
    this.parts.push(text);
    this.#length += text.length;
  }

  #paragraph(paragraph: Paragraph): void {
    if (isBlank(paragraph)) return;
    const mark = paragraph.bold ? '**' : '';
    this.#put(mark);
    this.#lines(paragraph.lines, '\n');
    this.#put(`${mark}\n\n`);
  }

  /** The cells of a layout table are paragraphs, row by row, from left to right. */
  #layout(table: Table): void {
    for (const row of table.rows) {
      for (const cell of row.cells) for (const paragraph of cell.paragraphs) this.#paragraph(paragraph);
    }
  }

  /** A cell over several rows holds for each of them; a cell over several columns stands in the first. */
  #table(table: Table): void {
    const open: (Cell | undefined)[] = [];
    const left: number[] = [];
    for (const row of table.rows) {
      this.#put('|');
      const starting = new Map(row.cells.map((cell) => [cell.column, cell]));
      for (let column = 0; column < table.columns; column++) {
        const cell = starting.get(column);
        if (cell) {
          open[column] = cell;
          left[column] = cell.rows;
        }
        const shown = (left[column] ?? 0) > 0 ? open[column] : undefined;
        left[column] = (left[column] ?? 0) - 1;
        this.#put(' ');
        if (shown) this.#cell(shown);
        this.#put(' |');
      }
      this.#put('\n');
    }
    this.#put('\n');
  }

  #cell(cell: Cell): void {
    let first = true;
    for (const paragraph of cell.paragraphs) {
      if (isBlank(paragraph)) continue;
      if (!first) this.#put(' ');
      first = false;
      this.#lines(paragraph.lines, ' ', true);
    }
  }

  #lines(lines: readonly BlockLine[], lineBreak: string, inCell = false): void {
    let first = true;
    for (const line of lines) {
      if (line.words.length === 0) continue;
      const glued = line.words[0]?.glued === true;
      if (!first) this.#put(line.after === 'break' ? lineBreak : glued ? '' : ' ');
      first = false;
      this.#line(line, inCell);
    }
  }

  #line(line: BlockLine, inCell: boolean): void {
    const start = this.#length;
    let box: Box | null = null;
    let confidence: number | null = null;
    for (const [i, word] of line.words.entries()) {
      if (i > 0 && !word.glued) this.#put(' ');
      this.#word(line, word, inCell);
      if (word.box) box = box ? union(box, word.box) : word.box;
      if (word.confidence !== null) confidence = Math.min(confidence ?? 1, word.confidence);
    }
    this.lines.push({ span: { start, end: this.#length }, page: line.page, box, font: line.font, confidence });
  }

  #word(line: BlockLine, word: BlockWord, inCell: boolean): void {
    const span = { start: this.#length, end: this.#length + word.text.length };
    // A bar inside a cell would end it.
    this.#put(inCell ? word.text.replaceAll('|', '¦').replaceAll('\n', ' ') : word.text);
    if (word.box && line.page !== null) {
      this.words.push({ span, page: line.page, box: word.box, confidence: word.confidence });
    }
    if (word.doubt) this.doubts.push(span);
  }
}

function isBlank(paragraph: Paragraph): boolean {
  return paragraph.lines.every((line) => line.words.every((word) => word.text.trim() === ''));
}

/** Tables of RTF: rows are defined by where their cells end, before or behind the contents of the cells. */

import type { Draft } from '../flow/draft.ts';
import { type EdgeCell, type Merge, tableOfEdges } from '../flow/edges.ts';
import type { FlowWriter } from '../flow/writer.ts';

interface Definition {
  readonly right: number;
  readonly across: Merge;
  readonly down: Merge;
}

/** Kinds of lines that can be seen. */
const DRAWN =
  /^brdr(?:s|th|sh|db|dot|dash|hair|dashsm|dashd|dashdd|triple|wavy|wavydb|inset|outset|emboss|engrave|tn.*|thtn.*)$/;
const NOT_DEFINED = 2000;

export class RtfTable {
  readonly #writer: FlowWriter;
  #rows: EdgeCell[][] | null = null;
  #cells: Draft[][] = [];
  #left = 0;
  #definitions: Definition[] = [];
  #across: Merge = 'none';
  #down: Merge = 'none';
  /** The border that is being described belongs to a row or cell. */
  #isBorder = false;
  #isRuled = false;

  constructor(writer: FlowWriter) {
    this.#writer = writer;
  }

  /** Takes a word that defines rows or cells; false when it is none. */
  word(name: string, value: number): boolean {
    if (/^(?:tr|cl|pg)?brdr/.test(name)) return this.#border(name);
    switch (name) {
      case 'trowd':
        this.#definitions = [];
        this.#left = 0;
        this.#across = 'none';
        this.#down = 'none';
        return true;
      case 'trleft':
        this.#left = value;
        return true;
      case 'clmgf':
        this.#across = 'first';
        return true;
      case 'clmrg':
        this.#across = 'more';
        return true;
      case 'clvmgf':
        this.#down = 'first';
        return true;
      case 'clvmrg':
        this.#down = 'more';
        return true;
      case 'cellx':
        if (this.#definitions.length < 200) {
          this.#definitions.push({ right: value, across: this.#across, down: this.#down });
        }
        this.#across = 'none';
        this.#down = 'none';
        return true;
      default:
        return false;
    }
  }

  #border(name: string): boolean {
    if (/^(?:tr|cl)brdr/.test(name)) this.#isBorder = true;
    else if (/^(?:pg)?brdr[tblr]$|^brdrbtw$|^brdrbar$/.test(name)) this.#isBorder = false;
    else if (this.#isBorder && DRAWN.test(name)) this.#isRuled = true;
    return true;
  }

  /** The next paragraph stands in a table, or no longer. */
  place(inTable: boolean): void {
    if (!inTable) this.close();
    else if (!this.#rows) {
      this.#rows = [];
      this.#cells = [];
      this.#writer.openCapture();
    }
  }

  endCell(): void {
    if (!this.#rows) return;
    this.#cells.push(this.#writer.closeCapture());
    this.#writer.openCapture();
  }

  endRow(): void {
    if (!this.#rows) return;
    if (this.#cells.length > 0) this.#rows.push(this.#row());
    this.#cells = [];
  }

  close(): void {
    const rows = this.#rows;
    if (!rows) return;
    const rest = this.#writer.closeCapture();
    if (this.#cells.length > 0) rows.push(this.#row());
    this.#rows = null;
    this.#cells = [];
    if (rows.length > 0) this.#writer.add(tableOfEdges(rows, this.#isRuled));
    this.#isRuled = false;
    for (const draft of rest) this.#writer.add(draft);
  }

  #row(): EdgeCell[] {
    let left = this.#left;
    return this.#cells.map((blocks, i) => {
      const { right, across, down } = this.#definitions[i] ?? {
        right: left + NOT_DEFINED,
        across: 'none',
        down: 'none',
      };
      const cell: EdgeCell = { blocks, left, right, across, down };
      left = right;
      return cell;
    });
  }
}

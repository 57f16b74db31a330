/** Reads one story of a .doc – its body, a note, the text boxes – paragraph by paragraph. */

import { fromSymbols, isSymbolFont } from '../docx/symbol.ts';
import { legacyEncodingOfFont } from '../encoding/legacy.ts';
import type { Draft, RunStyle } from '../flow/draft.ts';
import { type EdgeCell, tableOfEdges } from '../flow/edges.ts';
import type { FlowWriter } from '../flow/writer.ts';
import type { Stretch } from './pieces.ts';
import { isRuled, rowOf } from './rows.ts';
import type { Sprm } from './sprm.ts';
import type { ParagraphGroup, Stories } from './stories.ts';
import type { CharacterProperties, ParagraphProperties } from './styles.ts';

const NO_SPRMS: readonly Sprm[] = [];
const CELL_END = '\u0007';
const FIELD_BEGIN = 0x13;
const FIELD_MIDDLE = 0x14;
const FIELD_END = 0x15;

/** What the stories have in common. */
export interface Shared {
  readonly stories: Stories;
  /** Calls for the note whose mark stands at a position of the whole text. */
  readonly noteAt: (position: number) => { readonly mark: string; readonly give: () => void } | null;
  readonly leftOut: { hidden: boolean; changes: boolean; contents: boolean };
  readonly looks: Map<string, RunStyle>;
}

interface Silent {
  start: number;
  end: number;
}

interface OpenTable {
  readonly rows: EdgeCell[][];
  cells: Draft[][];
  ruled: boolean;
}

export class StoryReader {
  readonly #shared: Shared;
  readonly #stories: Stories;
  readonly #text: string;
  readonly #writer: FlowWriter;
  #table: OpenTable | null = null;
  /** Stretches that instruct fields and are not shown. */
  #silent: readonly Silent[] = [];
  #nextSilent = 0;

  constructor(shared: Shared, writer: FlowWriter) {
    this.#shared = shared;
    this.#stories = shared.stories;
    this.#text = shared.stories.pieces.text;
    this.#writer = writer;
  }

  read(from: number, to: number): void {
    const end = Math.min(to, this.#text.length);
    const { silent, contents } = listInstructions(this.#text, from, end);
    this.#silent = silent;
    this.#shared.leftOut.contents ||= contents;
    this.#nextSilent = 0;
    const stretches = this.#stories.charactersOf(from, end);
    let stretch = 0;
    for (let start = from; start < end; ) {
      const stop = this.#endOfParagraph(start, end);
      const { group } = this.#stories.groupAt(Math.min(stop, end - 1));
      const properties = this.#stories.paragraph(group);
      this.#enter(properties);
      while (stretch < stretches.length && (stretches[stretch] as Stretch<unknown>).end <= start) stretch++;
      let at = start;
      for (let i = stretch; i < stretches.length && at < stop; i++) {
        const { start: first, end: last, value } = stretches[i] as Stretch<readonly Sprm[]>;
        if (first >= stop) break;
        // Text that nothing is said of is text all the same.
        if (first > at) this.#run(at, first, properties.style, NO_SPRMS);
        this.#run(Math.max(first, at), Math.min(last, stop), properties.style, value);
        at = Math.max(at, Math.min(last, stop));
      }
      if (at < stop) this.#run(at, stop, properties.style, NO_SPRMS);
      this.#leave(properties, group, this.#text[stop] ?? '');
      start = stop + 1;
    }
    this.#closeTable();
  }

  /** The position of the mark that ends the paragraph. */
  #endOfParagraph(start: number, end: number): number {
    for (let i = start; i < end; i++) {
      const c = this.#text[i];
      if (c === '\r' || c === CELL_END) return i;
      // A page break may stand within a paragraph.
      if (c === '\f' && this.#stories.groupAt(i).isEnd) return i;
    }
    return end;
  }

  #enter({ inTable }: ParagraphProperties): void {
    if (!inTable) {
      this.#closeTable();
    } else if (!this.#table) {
      this.#table = { rows: [], cells: [], ruled: false };
      this.#writer.openCapture();
    }
  }

  #leave(properties: ParagraphProperties, { sprms }: ParagraphGroup, mark: string): void {
    const { list, listLevel, centred, level, rowEnd, inTable } = properties;
    const table = this.#table;
    if (inTable && rowEnd && table) {
      this.#writer.endParagraph();
      const rest = this.#writer.closeCapture();
      if (rest.length > 0) table.cells.push(rest);
      if (table.cells.length > 0) table.rows.push(rowOf(table.cells, sprms));
      table.cells = [];
      table.ruled ||= isRuled(sprms);
      this.#writer.openCapture();
      return;
    }
    const label = list > 0 ? this.#stories.lists.label(list, listLevel) : '';
    this.#writer.endParagraph({ label, centred, level: Math.min(6, level) });
    if (inTable && table && mark === CELL_END) {
      table.cells.push(this.#writer.closeCapture());
      this.#writer.openCapture();
    }
  }

  #closeTable(): void {
    const table = this.#table;
    if (!table) return;
    this.#table = null;
    const rest = this.#writer.closeCapture();
    if (table.cells.length > 0) table.rows.push(rowOf(table.cells, []));
    if (table.rows.length > 0) this.#writer.add(tableOfEdges(table.rows, table.ruled));
    for (const draft of rest) this.#writer.add(draft);
  }

  #run(from: number, to: number, style: number, sprms: readonly Sprm[]): void {
    const properties = this.#stories.run(style, sprms);
    const { leftOut } = this.#shared;
    if (properties.deleted || properties.inserted) leftOut.changes = true;
    if (properties.deleted) return;
    if (properties.hidden) {
      leftOut.hidden ||= /[\p{L}\p{N}]/u.test(this.#text.slice(from, to));
      return;
    }
    const look = this.#lookOf(properties);
    let start = from;
    const flush = (at: number) => {
      if (at > start) this.#write(this.#text.slice(start, at), look, properties);
    };
    for (let i = from; i < to; i++) {
      const silentUntil = this.#silentUntil(i);
      const note = silentUntil > i ? null : this.#shared.noteAt(i);
      const code = this.#text.charCodeAt(i);
      if (silentUntil === i && !note && code >= 0x20 && !(properties.special && properties.symbol)) continue;
      flush(i);
      if (silentUntil > i) {
        i = Math.min(silentUntil, to) - 1;
      } else if (note) {
        this.#writer.noteMark(note.mark, look);
        note.give();
      } else if (properties.special && properties.symbol) {
        const { font, code: symbol } = properties.symbol;
        const private_ = 0xf000 + (symbol & 0xff);
        this.#writer.text(fromSymbols(String.fromCharCode(private_), this.#stories.fonts[font] ?? ''), look);
      } else {
        this.#control(code, look);
      }
      start = i + 1;
    }
    flush(to);
  }

  #control(code: number, look: RunStyle): void {
    if (code === 0x0b || code === 0x0c || code === 0x0e) this.#writer.lineBreak();
    else if (code === 0x09) this.#writer.text('\t', look);
    else if (code === 0x1e) this.#writer.text('-', look);
    // A hyphen that shows only at the end of a line is ư in TCVN3; elsewhere it is dropped later.
    else if (code === 0x1f) this.#writer.text('\u00ad', look);
  }

  #write(text: string, look: RunStyle, { capitals }: CharacterProperties): void {
    const isDrawn = isSymbolFont(look.font) || (/[\uf020-\uf0ff]/.test(text) && !legacyEncodingOfFont(look.font));
    const shown = isDrawn ? fromSymbols(text, look.font) : text;
    // Capitals of a font before Unicode come out when it is read.
    this.#writer.text(capitals && !legacyEncodingOfFont(look.font) ? shown.toUpperCase() : shown, look);
  }

  /** Where the instruction of a field ends that a position stands in; the position itself when in none. */
  #silentUntil(position: number): number {
    while (this.#nextSilent < this.#silent.length && (this.#silent[this.#nextSilent]?.end ?? 0) <= position) {
      this.#nextSilent++;
    }
    const next = this.#silent[this.#nextSilent];
    return next && next.start <= position ? next.end : position;
  }

  /** One object for each look, so that runs alike become one. */
  #lookOf({ font, fontOther, size, bold, italic }: CharacterProperties): RunStyle {
    const { fonts } = this.#stories;
    const family = fonts[font] ?? '';
    const other = fonts[fontOther] ?? '';
    const name = !legacyEncodingOfFont(family) && legacyEncodingOfFont(other) ? other : family;
    const key = `${bold} ${italic} ${size} ${name}`;
    let look = this.#shared.looks.get(key);
    if (!look) {
      look = { font: name, size: size / 2, bold, italic };
      this.#shared.looks.set(key, look);
    }
    return look;
  }
}

/**
 * What a field (trường) is made by – from its beginning to its middle, or to its end where nothing is shown – in order and
 * without overlap. Beginnings without an end are nothing.
 */
function listInstructions(text: string, from: number, to: number): { silent: Silent[]; contents: boolean } {
  const open: { start: number; middle: number }[] = [];
  const found: Silent[] = [];
  let contents = false;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === FIELD_BEGIN) open.push({ start: i, middle: -1 });
    else if (code === FIELD_MIDDLE && open.length > 0) {
      const last = open.at(-1) as { start: number; middle: number };
      if (last.middle < 0) last.middle = i;
    } else if (code === FIELD_END) {
      const field = open.pop();
      if (!field) continue;
      // A generated table of contents says again what its headings say.
      const isContents = /^\s*TOC\b/.test(text.slice(field.start + 1, field.start + 20));
      contents ||= isContents;
      found.push({ start: field.start, end: (field.middle < 0 || isContents ? i : field.middle) + 1 });
    }
  }
  found.sort((a, b) => a.start - b.start);
  const merged: Silent[] = [];
  for (const stretch of found) {
    const last = merged.at(-1);
    if (last && stretch.start < last.end) last.end = Math.max(last.end, stretch.end);
    else merged.push({ ...stretch });
  }
  return { silent: merged, contents };
}

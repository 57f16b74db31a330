/**
 * A text of the document (thân văn bản, ô của bảng, hộp văn bản, cước chú): its paragraphs and tables to blocks, with the
 * labels of lists, notes behind their paragraph and text boxes behind theirs.
 */

import { type Block, type BlockLine, type BlockWord, flowLine, type Note, type Paragraph } from '../block.ts';
import { Fields } from './field.ts';
import { chooseBranch, type Inline, InlineReader } from './inline.ts';
import { findPlace, type Label, ListCounter } from './label.ts';
import type { NoteMarks } from './note-marks.ts';
import type { Numbering } from './numbering.ts';
import { type Finished, finish } from './piece.ts';
import { type ParagraphProperties, readMark, readParagraphProperties } from './properties.ts';
import type { ParagraphLook, Styles } from './styles.ts';
import { readTable } from './table.ts';
import type { Tally } from './tally.ts';
import { child, type Element } from './tree.ts';

export interface StoryContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Null where notes can't stand: in notes, headers and footers. */
  readonly notes: NoteMarks | null;
  readonly tally: Tally;
}

/** Blocks as they come, with the notes that wait for the end of their paragraph or table. */
interface Sink {
  readonly blocks: Block[];
  readonly notes: Note[];
  /** Paragraphs that are nothing but the label of a list. */
  readonly bare: Set<Block>;
  readonly inCell: boolean;
}

/** What stands in a cell, and the notes of it. */
export interface CellContent {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

/** A paragraph whose end is deleted or hidden: the next goes on with it. */
interface Carried {
  readonly inline: Inline;
  readonly label: Label | null;
}

export class Story {
  readonly #context: StoryContext;
  readonly #counter = new ListCounter();
  readonly #fields = new Fields();
  readonly #inline: InlineReader;
  #sink: Sink = newSink(false);
  #carried: Carried | null = null;
  /** Paragraphs of a table of contents that is still open. */
  #contents = new Set<Block>();
  /** Paragraphs of tables of contents that were complete. */
  readonly #dropped = new Set<Block>();

  constructor(context: StoryContext) {
    this.#context = context;
    this.#inline = new InlineReader({
      styles: context.styles,
      fields: this.#fields,
      tally: context.tally,
      note: (kind, reference, custom) => context.notes?.refer(kind, reference.attributes['w:id'] ?? '', custom) ?? null,
    });
  }

  /** Reads one paragraph, table or wrapper of them. */
  add(element: Element): void {
    switch (element.name) {
      case 'w:p':
        this.#paragraph(element);
        break;
      case 'w:tbl':
        this.#table(element);
        break;
      case 'w:sdt':
        this.#control(element);
        break;
      case 'w:customXml':
      case 'w:ins':
      case 'w:moveTo':
        this.#all(element);
        break;
      case 'mc:AlternateContent': {
        const branch = chooseBranch(element);
        if (branch) this.#all(branch);
        break;
      }
      case 'w:altChunk':
        this.#context.tally.outside++;
        break;
    }
  }

  /** The blocks so far; nothing may be added behind. */
  end(): readonly Block[] {
    this.#flush();
    return this.#kept(this.#sink.blocks);
  }

  #kept(blocks: readonly Block[]): readonly Block[] {
    return this.#dropped.size === 0 ? blocks : blocks.filter((block) => !this.#dropped.has(block));
  }

  #all(element: Element): void {
    for (const each of element.children) this.add(each);
  }

  /** A content control (sdt); the one that Word makes for a table of contents is left out whole. */
  #control(element: Element): void {
    const gallery = child(child(child(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
    if (gallery?.attributes['w:val'] === 'Table of Contents') {
      this.#context.tally.contents++;
      return;
    }
    const content = child(element, 'w:sdtContent');
    if (content) this.#all(content);
  }

  #paragraph(element: Element): void {
    const { styles } = this.#context;
    const properties = child(element, 'w:pPr');
    const direct = readParagraphProperties(properties);
    const style = styles.paragraph(direct.style);
    const mark = readMark(properties);
    if (mark.deleted) this.#context.tally.changes++;
    const inline = this.#inline.read(element, direct.style);
    const isCut = mark.deleted || mark.hidden;
    if (isCut && inline.pieces.length === 0 && inline.boxes.length === 0) return;
    const label = mark.deleted ? null : this.#label(direct, style, properties);
    const joined = join(this.#carried, { inline, label });
    this.#carried = null;
    if (isCut || isDropCap(properties)) {
      this.#carried = joined;
      return;
    }
    this.#emit(joined, direct, style);
  }

  #label(direct: ParagraphProperties, style: ParagraphLook, properties: Element | undefined): Label | null {
    const place = findPlace(this.#context.numbering, direct, style);
    if (!place) return null;
    const { run } = this.#inline.look(direct.style, readMark(properties).properties);
    return this.#counter.next(place.list, place.depth, run.other || run.ascii);
  }

  #emit({ inline, label }: Carried, direct: ParagraphProperties, style: ParagraphLook): void {
    const finished = finish(inline.pieces);
    const isBare = finished.lines.length === 0;
    this.#context.tally.letters += finished.letters;
    this.#context.tally.legacy += finished.legacy;
    if (!isBare || (label && this.#sink.inCell)) {
      const paragraph: Paragraph = {
        kind: 'paragraph',
        lines: withLabel(finished, label),
        bold: finished.bold,
        italic: finished.italic,
        centred: direct.centred ?? style.centred ?? false,
        level: levelOf(direct.outline ?? style.outline),
      };
      if (isBare) this.#sink.bare.add(paragraph);
      this.#sink.blocks.push(paragraph);
      if (inline.contents === 'open') this.#contents.add(paragraph);
    }
    if (inline.contents === 'ended') this.#dropContents();
    for (const box of inline.boxes) this.#box(box);
    for (const { mark, note } of inline.notes) {
      const read = this.#note(mark, note);
      if (this.#sink.inCell) this.#sink.notes.push(read);
      else this.#sink.blocks.push(read);
    }
  }

  /** The table of contents is complete: its paragraphs go. */
  #dropContents(): void {
    this.#context.tally.contents++;
    for (const block of this.#contents) this.#dropped.add(block);
    this.#contents = new Set();
  }

  /** A text box stands beside or over the text; its paragraphs are read behind the one that it belongs to. */
  #box(box: Element | string): void {
    if (typeof box === 'string') {
      const lines = [flowLine(box)];
      this.#sink.blocks.push({ kind: 'paragraph', lines, bold: false, italic: false, centred: false, level: 0 });
      return;
    }
    this.#all(box);
    this.#flush();
  }

  #table(element: Element): void {
    this.#flush();
    const { blocks, notes } = readTable(element, this.#context, (cell) => this.#cell(cell));
    this.#sink.blocks.push(...blocks);
    if (this.#sink.inCell) this.#sink.notes.push(...notes);
    else this.#sink.blocks.push(...notes);
  }

  #cell(element: Element): CellContent {
    const around = this.#sink;
    const sink = newSink(true);
    this.#sink = sink;
    this.#all(element);
    this.#flush();
    this.#sink = around;
    const blocks = this.#kept(sink.blocks);
    const filled = sink.bare.size === 0 ? blocks : blocks.filter((block) => !sink.bare.has(block));
    return { blocks: filled.length > 0 ? filled : blocks, notes: sink.notes };
  }

  #note(mark: string, element: Element): Note {
    const story = new Story({ ...this.#context, notes: null });
    story.#all(element);
    const lines = story.end().flatMap((block) => linesOf(block));
    return { kind: 'note', mark, lines: lines.map((line, i) => (i === 0 ? withoutMark(line, mark) : line)) };
  }

  #flush(): void {
    const carried = this.#carried;
    this.#carried = null;
    if (carried) this.#emit(carried, {}, this.#context.styles.paragraph(undefined));
  }
}

function newSink(inCell: boolean): Sink {
  return { blocks: [], notes: [], bare: new Set(), inCell };
}

/** Puts a paragraph behind the one that runs on into it. */
function join(carried: Carried | null, next: Carried): Carried {
  if (!carried) return next;
  const { inline } = carried;
  for (const piece of next.inline.pieces) inline.pieces.push(piece);
  for (const box of next.inline.boxes) inline.boxes.push(box);
  for (const note of next.inline.notes) inline.notes.push(note);
  inline.contents = next.inline.contents;
  return { inline, label: carried.label ?? next.label };
}

/** A large first letter (chữ cái lớn đầu đoạn) is a paragraph of its own in the file. */
function isDropCap(properties: Element | undefined): boolean {
  const cap = child(properties, 'w:framePr')?.attributes['w:dropCap'];
  return cap !== undefined && cap !== 'none';
}

/** Heading level from 1 to 6; 0 for body text. */
function levelOf(outline: number | undefined): number {
  return outline === undefined || outline < 0 || outline > 8 ? 0 : Math.min(6, outline + 1);
}

function withLabel({ lines }: Finished, label: Label | null): readonly BlockLine[] {
  if (!label) return lines;
  const [first, ...rest] = lines;
  if (!first) return [flowLine(label.text)];
  const [word] = flowLine(label.text).words as [BlockWord];
  const [opening, ...others] = first.words;
  if (!opening) return lines;
  // A label without a distance must not run into a number: `1.` and `5 dự án`.
  const glued = label.glued && /^[.,:;)]/.test(opening.text);
  return [{ ...first, words: [word, { ...opening, glued }, ...others] }, ...rest];
}

/** A note is one run of lines, whatever it is made of. */
function linesOf(block: Block): readonly BlockLine[] {
  if (block.kind === 'table')
    return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.flatMap(linesOf)));
  return block.lines.map((line, i) => (i === 0 ? { ...line, after: 'break' as const } : line));
}

/** Takes a mark off the head of a note: it stands before it anyway. */
function withoutMark(line: BlockLine, mark: string): BlockLine {
  const [first, ...rest] = line.words;
  if (!first || !/^\*+$/.test(mark) || !first.text.startsWith(mark)) return line;
  const text = first.text.slice(mark.length).trimStart();
  return { ...line, words: text === '' ? rest : [{ ...first, text }, ...rest] };
}

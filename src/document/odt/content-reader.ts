/** Takes the elements of an OpenDocument text in their order and writes paragraphs, lists, tables and notes. */

import type { Issue } from '#base/issue.ts';
import { PLAIN, type RunStyle } from '../flow/draft.ts';
import { CONTENTS, EMBEDDED_OBJECTS, HIDDEN_TEXT, TRACKED_CHANGES } from '../flow/warnings.ts';
import { FlowWriter } from '../flow/writer.ts';
import type { XmlAttributes } from '../xml.ts';
import { type ListStyle, RunningList } from './lists.ts';
import { type Look, type OdtStyles, OUTLINE } from './styles.ts';

/** Elements whose text is none of the document's. */
const SILENT = new Set([
  'text:tracked-changes',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:dde-connection-decls',
  'text:note-citation',
  'text:ruby-text',
  'text:index-title-template',
  'text:table-of-content',
  'office:annotation',
  'office:forms',
  'office:scripts',
  'svg:title',
  'svg:desc',
  'math:math',
  'table:covered-table-cell',
]);

interface Place {
  readonly name: string;
  readonly silent: boolean;
  readonly look: RunStyle;
  readonly hidden: boolean;
  readonly capitals: boolean;
}

interface OpenList {
  readonly running: RunningList;
  readonly style: ListStyle;
  readonly styleName: string;
  /** The item has not shown its label yet. */
  waiting: boolean;
}

export class ContentReader {
  readonly writer = new FlowWriter();
  readonly #styles: OdtStyles;
  readonly #places: Place[] = [{ name: '', silent: false, look: PLAIN, hidden: false, capitals: false }];
  readonly #looks = new Map<string, RunStyle>();
  readonly #lists: OpenList[] = [];
  /** Lists by their identity, and the last one of each style. */
  readonly #known = new Map<string, RunningList>();
  readonly #outline: RunningList;
  /** Marks of the paragraphs that are open: a note stands inside another one. */
  readonly #paragraphs: { label: string; centred: boolean; level: number }[] = [];
  readonly #found = { hidden: false, changes: false, objects: false, contents: false };
  #started = false;
  #space = false;

  /** `footnotes` is how many there are: endnotes are counted behind them, so that a mark means one note. */
  constructor(styles: OdtStyles, footnotes: number) {
    this.#counts = { footnote: 0, endnote: footnotes };
    this.#styles = styles;
    this.#outline = new RunningList(styles.list(OUTLINE) ?? new Map());
  }

  get #top(): Place {
    return this.#places.at(-1) as Place;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'office:body') this.#started = true;
    const around = this.#top;
    const silent = around.silent || !this.#started || SILENT.has(name);
    if (name === 'text:changed-region') this.#found.changes = true;
    if (name === 'text:table-of-content') this.#found.contents = true;
    if (name === 'draw:object' || name === 'draw:object-ole') this.#found.objects = true;
    let place: Place = { ...around, name, silent };
    if (!silent) {
      if (name === 'text:p' || name === 'text:h') place = this.#openParagraph(place, attributes);
      else if (name === 'text:span' || name === 'text:a')
        place = this.#styled(place, this.#styles.look('text', attributes['text:style-name'] ?? ''));
      else if (name === 'text:section' && /^(?:none|condition)$/.test(attributes['text:display'] ?? ''))
        place = { ...place, hidden: attributes['text:display'] === 'none' };
      else if (name === 'text:hidden-text' || name === 'text:hidden-paragraph') place = { ...place, hidden: true };
      else this.#begin(name, attributes);
    }
    this.#places.push(place);
  }

  #begin(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'text:s':
        this.#put(' '.repeat(Math.max(1, Math.min(1000, Number(attributes['text:c'] ?? 1) || 1))));
        break;
      case 'text:tab':
        this.#put('\t');
        break;
      case 'text:line-break':
        if (!this.#top.hidden) this.writer.lineBreak();
        this.#space = true;
        break;
      case 'text:list':
        this.#openList(attributes);
        break;
      case 'text:list-item':
        this.#openItem(attributes);
        break;
      case 'text:note-body':
        this.writer.openNote(this.#mark);
        break;
      case 'text:note':
        this.#openNote(attributes);
        break;
      case 'draw:text-box':
        this.writer.openAside();
        break;
      case 'table:table':
        this.writer.openTable();
        break;
      case 'table:table-row':
        this.writer.openRow();
        break;
      case 'table:table-cell':
        this.#openCell(attributes);
        break;
    }
  }

  close(): void {
    const place = this.#places.pop() as Place;
    if (place.silent || this.#places.length === 0) return;
    switch (place.name) {
      case 'text:p':
      case 'text:h':
        this.writer.endParagraph(this.#paragraphs.pop());
        this.#space = false;
        break;
      case 'text:list':
        this.#lists.pop();
        break;
      case 'text:note-body':
        this.writer.closeNote();
        break;
      case 'draw:text-box':
        this.writer.closeAside();
        break;
      case 'table:table':
        this.writer.closeTable();
        break;
      case 'table:table-cell':
        this.writer.closeCell();
        break;
    }
  }

  text(text: string): void {
    const { silent, name } = this.#top;
    if (silent || this.#paragraphs.length === 0 || /^(?:text:list|text:list-item|table:)/.test(name)) return;
    const words = text.replace(/[ \t\n\r]+/g, ' ');
    const after = (this.#space || this.writer.isEmpty) && words.startsWith(' ') ? words.slice(1) : words;
    if (after === '') return;
    this.#space = after.endsWith(' ');
    this.#put(after, this.#space);
  }

  #put(text: string, space = false): void {
    const { look, hidden, capitals } = this.#top;
    this.#space = space;
    if (hidden) this.#found.hidden ||= /[\p{L}\p{N}]/u.test(text);
    else this.writer.text(capitals ? text.toUpperCase() : text, look);
  }

  #openParagraph(place: Place, attributes: XmlAttributes): Place {
    const name = attributes['text:style-name'] ?? '';
    const look = this.#styles.look('paragraph', name);
    const outline = place.name === 'text:h' ? Number(attributes['text:outline-level'] ?? 1) || 1 : 0;
    const level = Math.min(6, outline || this.#styles.levelOf(name));
    this.#space = false;
    this.#paragraphs.push({ label: this.#label(outline, attributes), centred: look.centred ?? false, level });
    const base: Place = { ...place, look: PLAIN, capitals: false, hidden: place.hidden };
    return this.#styled(base, look);
  }

  #styled(place: Place, look: Look): Place {
    const { bold = place.look.bold, italic = place.look.italic, font = place.look.font, size = place.look.size } = look;
    const key = `${bold} ${italic} ${size} ${font}`;
    let style = this.#looks.get(key);
    if (!style) {
      style = { font, size, bold, italic };
      this.#looks.set(key, style);
    }
    return {
      ...place,
      look: style,
      hidden: place.hidden || look.hidden === true,
      capitals: look.capitals ?? place.capitals,
    };
  }

  /** The first paragraph of an item shows its label; headings may be counted without a list. */
  #label(outline: number, attributes: XmlAttributes): string {
    const list = this.#lists.at(-1);
    if (list) {
      if (!list.waiting) return '';
      list.waiting = false;
      return list.running.label(this.#lists.length, list.style);
    }
    if (outline === 0 || attributes['text:is-list-header'] === 'true') return '';
    if (attributes['text:restart-numbering'] === 'true') {
      this.#outline.restart(outline, Number(attributes['text:start-value'] ?? 1) || 1);
    }
    return this.#outline.style.get(outline)?.format ? this.#outline.label(outline) : '';
  }

  #openList(attributes: XmlAttributes): void {
    const outer = this.#lists.at(-1);
    const styleName = attributes['text:style-name'] ?? outer?.styleName ?? '';
    const style = this.#styles.list(styleName) ?? outer?.style ?? new Map();
    const id = attributes['xml:id'];
    const continued = attributes['text:continue-list'];
    const running =
      outer?.running ??
      (continued === undefined ? undefined : this.#known.get(`#${continued}`)) ??
      (attributes['text:continue-numbering'] === 'true' ? this.#known.get(styleName) : undefined) ??
      new RunningList(style);
    this.#known.set(styleName, running);
    if (id !== undefined) this.#known.set(`#${id}`, running);
    this.#lists.push({ running, style, styleName, waiting: false });
  }

  #openItem(attributes: XmlAttributes): void {
    const list = this.#lists.at(-1);
    if (!list) return;
    list.waiting = true;
    const start = Number(attributes['text:start-value']);
    if (Number.isInteger(start)) list.running.restart(this.#lists.length, start);
  }

  /** Marks are counted here: those of the file may repeat on every page. */
  readonly #counts: { footnote: number; endnote: number };
  #mark = '';

  #openNote(attributes: XmlAttributes): void {
    const isEnd = attributes['text:note-class'] === 'endnote';
    const number = isEnd ? ++this.#counts.endnote : ++this.#counts.footnote;
    this.#mark = String(number);
    if (!this.#top.hidden) this.writer.noteMark(this.#mark, this.#top.look);
  }

  #openCell(attributes: XmlAttributes): void {
    const columns = Number(attributes['table:number-columns-spanned'] ?? 1);
    const rows = Number(attributes['table:number-rows-spanned'] ?? 1);
    const repeated = Math.min(64, Number(attributes['table:number-columns-repeated'] ?? 1) || 1);
    const { ruled } = this.#styles.look('table-cell', attributes['table:style-name'] ?? '');
    if (ruled !== undefined) this.writer.ruling(ruled);
    // Cells that are repeated are empty ones.
    for (let i = 1; i < repeated; i++) {
      this.writer.openCell(columns, rows);
      this.writer.closeCell();
    }
    this.writer.openCell(columns, rows);
  }

  warnings(): Issue[] {
    const warnings: Issue[] = [];
    if (this.#found.hidden) warnings.push(HIDDEN_TEXT);
    if (this.#found.changes) warnings.push(TRACKED_CHANGES);
    if (this.#found.objects) warnings.push(EMBEDDED_OBJECTS);
    if (this.#found.contents) warnings.push(CONTENTS);
    return warnings;
  }
}

/** Takes the tags and texts of a page in their order and writes paragraphs, tables, lists and notes. */

import type { Issue } from '#base/issue.ts';
import { formatNumber } from '../docx/number-format.ts';
import { type Draft, PLAIN, type RunStyle } from '../flow/draft.ts';
import { LIST_FORMATS } from '../flow/list-formats.ts';
import { placeNotes } from '../flow/notes.ts';
import { CONTENTS, HIDDEN_TEXT, PAGE_FRAME, TRACKED_CHANGES } from '../flow/warnings.ts';
import { FlowWriter } from '../flow/writer.ts';
import { findNoteLinks, type NoteLinks } from './anchors.ts';
import { type Css, readDeclarations, StyleSheet } from './css.ts';
import { BLOCKS, isFrame, isMain, mayBeFrame, SILENT } from './elements.ts';
import { chooseDrafts, type Stretch } from './page-parts.ts';

type Attributes = Readonly<Record<string, string>>;

/** Why the text of an element is not read. */
type Left = 'silent' | 'hidden' | 'deleted' | 'frame' | 'contents';

interface List {
  readonly ordered: boolean;
  readonly type: string;
  next: number;
  /** Menus are lists of nothing but links. */
  readonly from: number;
  links: number;
  linked: number;
  letters: number;
}

interface Frame {
  readonly tag: string;
  readonly style: RunStyle;
  readonly left: Left | null;
  readonly capitals: boolean;
  readonly centred: boolean;
  readonly level: number;
  readonly pre: boolean;
  readonly list: List | null;
  readonly listType: string;
  readonly link: boolean;
  /** The element is the mark of a note, or the link back that a note begins with. */
  readonly anchor: 'mark' | 'note' | null;
  /** The text is that of such an anchor. */
  readonly inAnchor: boolean;
  /** The element holds one note. */
  readonly isNote: boolean;
}

const ROOT: Frame = {
  tag: '',
  style: PLAIN,
  left: null,
  capitals: false,
  centred: false,
  level: 0,
  pre: false,
  list: null,
  listType: '',
  link: false,
  anchor: null,
  inAnchor: false,
  isNote: false,
};

const DEEPEST = 1000;
/** Names that Word and LibreOffice give to a generated table of contents. */
const CONTENTS_NAMES = /^(?:MsoToc\d|Table of Contents\d)/;
/** Names that Word and LibreOffice give to notes. */
const NOTE_BLOCK = /^(?:ftn|edn|sdfootnote|sdendnote)\d+$/;

export class PageReader {
  tooDeep = false;
  readonly #writer = new FlowWriter();
  readonly #sheet = new StyleSheet();
  readonly #notes: NoteLinks;
  readonly #frames: Frame[] = [ROOT];
  /** Blocks from and to that stand in the main part of the page. */
  readonly #main: Stretch[] = [];
  /** Those that may belong to the frame of the site. */
  readonly #frame: Stretch[] = [];
  readonly #leftOut = new Set<Left>();
  /** One object for every style, so that runs of one style are one run. */
  readonly #styles = new Map<string, RunStyle>();
  #label = '';
  #space = false;
  #breaks = 0;
  #inNote = false;
  /** How many elements are open where the note ends; 0 when it ends with its paragraph. */
  #noteDepth = 0;
  #anchorText = '';
  #anchorName = '';
  /** Marks that were given, by the name of their anchor. */
  readonly #marks = new Map<string, string>();
  readonly #used = new Set<string>();
  #highest = 0;
  #css = '';

  constructor(page: string) {
    this.#notes = findNoteLinks(page);
  }

  get #top(): Frame {
    return this.#frames.at(-1) as Frame;
  }

  open(tag: string, attributes: Attributes): void {
    if (this.#frames.length > DEEPEST) {
      this.tooDeep = true;
      return;
    }
    const parent = this.#top;
    if (parent.left === 'silent') {
      this.#frames.push({ ...parent, tag, anchor: null, list: null, isNote: false });
      return;
    }
    const css = this.#cssOf(tag, attributes);
    const left = parent.left ?? this.#leftOf(tag, attributes, css);
    if (BLOCKS.has(tag) && !left) this.#endParagraph();
    const heading = /^h([1-6])$/.exec(tag);
    const list = tag === 'ol' || tag === 'ul' ? this.#openList(tag, attributes, css, parent) : null;
    const anchor = tag === 'a' && !left ? this.#anchorOf(attributes) : null;
    this.#frames.push({
      tag,
      style: this.#styleOf(tag, attributes, css, parent),
      left,
      capitals: css.capitals ?? parent.capitals,
      centred:
        css.centred ?? (tag === 'center' || (attributes.align ? /^center$/i.test(attributes.align) : parent.centred)),
      level: heading ? Number(heading[1]) : parent.level,
      pre: tag === 'pre' || parent.pre,
      list,
      listType: css.list ?? (list ? '' : parent.listType),
      link: parent.link || tag === 'a',
      anchor,
      inAnchor: parent.inAnchor || anchor !== null,
      isNote: NOTE_BLOCK.test(attributes.id ?? ''),
    });
    if (!left) this.#begin(tag, attributes);
    if (!left && css.ruled !== undefined && /^t(?:able|d|h)$/.test(tag)) this.#writer.ruling(css.ruled);
  }

  /** What an element does before its text. */
  #begin(tag: string, attributes: Attributes): void {
    if (!this.#writer.inTable) {
      if (isMain(tag, attributes)) this.#openPart(this.#main);
      else if (mayBeFrame(tag, attributes)) this.#openPart(this.#frame);
    }
    switch (tag) {
      case 'br':
        this.#lineBreak();
        break;
      case 'li':
        this.#label = this.#labelOf(attributes);
        break;
      case 'table':
        this.#writer.openTable();
        if (attributes.border !== undefined) this.#writer.ruling(Number.parseInt(attributes.border, 10) !== 0);
        break;
      case 'tr':
        this.#writer.openRow();
        break;
      case 'td':
      case 'th':
        this.#writer.openCell(Number(attributes.colspan ?? 1), Number(attributes.rowspan ?? 1));
        break;
    }
    if (this.#top.anchor) this.#anchorText = '';
    if (this.#top.anchor === 'note') {
      this.#endParagraph();
      this.#inNote = true;
      this.#noteDepth = this.#noteBlock();
    }
  }

  /** Notes of several paragraphs stand in an element of their own, which is named after them. */
  #noteBlock(): number {
    for (let i = this.#frames.length - 1; i > 0; i--) {
      const { tag, isNote } = this.#frames[i] as Frame;
      if (isNote) return i + 1;
      if (tag === 'body') break;
    }
    return 0;
  }

  /** The outermost of its kind counts. */
  #openPart(parts: Stretch[]): void {
    const last = parts.at(-1);
    if (!last || last.to >= 0) parts.push({ from: this.#writer.count, to: -1, depth: this.#frames.length });
  }

  close(): void {
    if (this.#frames.length === 1) return;
    const frame = this.#frames.pop() as Frame;
    if (frame.tag === 'style') {
      this.#sheet.add(this.#css);
      this.#css = '';
    }
    if (frame.left) return;
    if (frame.anchor) this.#closeAnchor(frame);
    if (BLOCKS.has(frame.tag)) this.#endParagraph(frame);
    if (this.#noteDepth > this.#frames.length) this.#endNote();
    if (frame.tag === 'td' || frame.tag === 'th') this.#writer.closeCell();
    else if (frame.tag === 'table') this.#writer.closeTable();
    else if (frame.tag === 'li') this.#label = '';
    else if (frame.list) this.#closeList(frame.list);
    for (const part of [this.#main.at(-1), this.#frame.at(-1)]) {
      if (part && part.to < 0 && part.depth === this.#frames.length + 1) part.to = this.#writer.count;
    }
  }

  text(text: string): void {
    const frame = this.#top;
    if (frame.left) {
      if (frame.tag === 'style') this.#css += text;
      else if (frame.left !== 'silent' && text.trim() !== '') this.#leftOut.add(frame.left);
      return;
    }
    if (frame.inAnchor) {
      this.#anchorText += text;
      return;
    }
    const shown = frame.capitals ? text.toUpperCase() : text;
    if (frame.pre) this.#lines(shown, frame.style);
    else this.#words(shown, frame.style);
    const list = this.#innerList();
    if (list) {
      const letters = text.trim().length;
      list.letters += letters;
      if (frame.link) {
        list.linked += letters;
        if (letters > 0) list.links++;
      }
    }
  }

  /** Spaces collapse, also over elements. */
  #words(text: string, style: RunStyle): void {
    const words = text.replace(/[ \t\n\r\f]+/g, ' ');
    const inner = words === ' ' ? '' : words.replace(/^ | $/g, '');
    if (words.startsWith(' ')) this.#space = true;
    if (inner === '') return;
    const spaced = this.#space && !this.#writer.atStart && this.#breaks === 0;
    this.#space = words.endsWith(' ');
    this.#breaks = 0;
    this.#writer.text(spaced ? ` ${inner}` : inner, style);
  }

  #lines(text: string, style: RunStyle): void {
    for (const [i, line] of text.replace(/\r\n?/g, '\n').split('\n').entries()) {
      if (i > 0) this.#lineBreak();
      if (line.trim() === '') continue;
      this.#breaks = 0;
      this.#writer.text(line, style);
    }
  }

  /** Two breaks part paragraphs. */
  #lineBreak(): void {
    this.#space = false;
    this.#breaks++;
    if (this.#breaks > 1) this.#endParagraph();
    else this.#writer.lineBreak();
  }

  #endParagraph(frame: Frame = this.#top): void {
    this.#space = false;
    this.#breaks = 0;
    if (this.#writer.atStart) {
      this.#writer.endParagraph();
      return;
    }
    const label = this.#writer.soFar.trimStart().startsWith(this.#label) ? '' : this.#label;
    const own = label === '-' && /^\s*[-+*•–—●▪○]/.test(this.#writer.soFar);
    this.#writer.endParagraph({ label: own ? '' : label, centred: frame.centred, level: frame.level });
    this.#label = '';
    if (this.#noteDepth === 0) this.#endNote();
  }

  #endNote(): void {
    if (!this.#inNote) return;
    this.#inNote = false;
    this.#noteDepth = 0;
    this.#writer.closeNote();
  }

  #leftOf(tag: string, attributes: Attributes, css: Css): Left | null {
    if (SILENT.has(tag) || /mso-element:\s*comment/i.test(attributes.style ?? '')) return 'silent';
    if (css.hidden || 'hidden' in attributes) return 'hidden';
    if (tag === 'del') return 'deleted';
    if (CONTENTS_NAMES.test(attributes.class ?? '') || CONTENTS_NAMES.test(attributes.id ?? '')) return 'contents';
    return isFrame(tag, attributes) ? 'frame' : null;
  }

  #cssOf(tag: string, attributes: Attributes): Css {
    const sheet = this.#sheet.of(tag, attributes.class ?? '');
    const own = attributes.style ? readDeclarations(attributes.style) : null;
    return own ? { ...sheet, ...own } : sheet;
  }

  #styleOf(tag: string, attributes: Attributes, css: Css, { style }: Frame): RunStyle {
    const bold = css.bold ?? (/^(?:b|strong|th|h[1-6])$/.test(tag) ? true : style.bold);
    const italic = css.italic ?? (/^(?:i|em|cite)$/.test(tag) ? true : style.italic);
    const font = css.font ?? (tag === 'font' && attributes.face ? attributes.face : style.font);
    const size = css.size ?? style.size;
    if (bold === style.bold && italic === style.italic && font === style.font && size === style.size) return style;
    const key = `${bold} ${italic} ${size} ${font}`;
    let known = this.#styles.get(key);
    if (!known) {
      known = { font, size, bold, italic };
      this.#styles.set(key, known);
    }
    return known;
  }

  #openList(tag: string, attributes: Attributes, css: Css, parent: Frame): List {
    const type = css.list ?? attributes.type ?? '';
    const next = Number.parseInt(attributes.start ?? '1', 10);
    const from = parent.left || this.#writer.inTable ? Number.POSITIVE_INFINITY : this.#writer.count;
    return { ordered: tag === 'ol', type, next: Number.isNaN(next) ? 1 : next, from, links: 0, linked: 0, letters: 0 };
  }

  #innerList(): List | null {
    for (let i = this.#frames.length - 1, steps = 0; i > 0 && steps < 12; i--, steps++) {
      const { list } = this.#frames[i] as Frame;
      if (list) return list;
    }
    return null;
  }

  #labelOf(attributes: Attributes): string {
    const list = this.#innerList();
    if (!list) return '-';
    const own = this.#top.listType;
    const type = own || list.type;
    const given = Number.parseInt(attributes.value ?? '', 10);
    if (!Number.isNaN(given)) list.next = given;
    const number = list.next++;
    if (type === 'none') return '';
    const format = LIST_FORMATS.get(type) ?? (list.ordered ? 'decimal' : null);
    if (!format) return '-';
    return `${formatNumber(number, format)}${/Letter$/.test(format) ? ')' : '.'}`;
  }

  #closeList(list: List): void {
    if (list.links >= 3 && list.linked >= 0.9 * list.letters && this.#writer.count >= list.from) {
      this.#writer.cut(list.from);
      this.#leftOut.add('frame');
    }
  }

  #anchorOf({ href = '', name = '', id = '' }: Attributes): Frame['anchor'] {
    if (!href.startsWith('#')) return null;
    const { marks, notes } = this.#notes;
    const isMark = marks.has(name) || marks.has(id);
    if (!isMark && !notes.has(name) && !notes.has(id)) return null;
    // Mark and note are known by the name of the mark.
    this.#anchorName = isMark ? (marks.has(name) ? name : id) : href.slice(1);
    return isMark ? 'mark' : 'note';
  }

  /** The number that the page shows, or one that is free where it shows a letter or the same twice. */
  #markOf(shown: string): string {
    let mark = /\d{1,3}/.exec(shown)?.[0] ?? '1';
    if (this.#used.has(mark)) mark = String(this.#highest + 1);
    this.#used.add(mark);
    this.#highest = Math.max(this.#highest, Number(mark));
    this.#marks.set(this.#anchorName, mark);
    return mark;
  }

  #closeAnchor({ anchor, style }: Frame): void {
    if (anchor === 'mark') this.#writer.noteMark(this.#markOf(this.#anchorText), style);
    else if (this.#inNote) this.#writer.openNote(this.#marks.get(this.#anchorName) ?? this.#markOf(this.#anchorText));
    this.#anchorText = '';
    this.#space = false;
  }

  finish(): Draft[] {
    while (this.#frames.length > 1) this.close();
    this.#endParagraph();
    const drafts = this.#writer.finish();
    const chosen = chooseDrafts(drafts, this.#main, this.#frame);
    if (chosen.length < drafts.length) this.#leftOut.add('frame');
    return placeNotes(chosen);
  }

  warnings(): Issue[] {
    const warnings: Issue[] = [];
    if (this.#leftOut.has('hidden')) warnings.push(HIDDEN_TEXT);
    if (this.#leftOut.has('deleted')) warnings.push(TRACKED_CHANGES);
    if (this.#leftOut.has('frame')) warnings.push(PAGE_FRAME);
    if (this.#leftOut.has('contents')) warnings.push(CONTENTS);
    return warnings;
  }
}

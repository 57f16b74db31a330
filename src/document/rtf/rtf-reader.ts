/** Takes the groups, words and bytes of an RTF file in their order and writes paragraphs, tables and notes. */

import type { Issue } from '#base/issue.ts';
import { bulletOf, fromSymbols, isSymbolFont } from '../docx/symbol.ts';
import { fromLegacy, isCapitalFont, legacyEncodingOfFont } from '../encoding/legacy.ts';
import { listLines } from '../flow/assemble.ts';
import type { Draft, RunStyle } from '../flow/draft.ts';
import {
  CONTENTS,
  EMBEDDED_OBJECTS,
  HIDDEN_TEXT,
  LIST_LABELS_LOST,
  TRACKED_CHANGES,
  TRUNCATED,
} from '../flow/warnings.ts';
import { FlowWriter } from '../flow/writer.ts';
import { isCharacter, SHOWN } from './characters.ts';
import { type Destination, destinationOf } from './destinations.ts';
import { FontDecoder, type RtfFont } from './fonts.ts';
import { RtfTable } from './rtf-table.ts';
import { BEGINNING, type State } from './state.ts';
import type { RtfHandlers } from './tokens.ts';

const DEEPEST = 1000;

export class RtfReader implements RtfHandlers {
  tooDeep = false;
  readonly #writer = new FlowWriter();
  readonly #table = new RtfTable(this.#writer);
  readonly #decoder = new FontDecoder();
  readonly #fonts = new Map<number, RtfFont>();
  readonly #looks = new Map<string, RunStyle>();
  readonly #outer: State[] = [];
  readonly #headers: Draft[] = [];
  readonly #found = { hidden: false, changes: false, objects: false, lost: false, contents: false };
  #state: State = { ...BEGINNING };
  #usualFont = -1;
  #codePage = 0;
  /** The group has just begun; a `\*` may say that it can be left out. */
  #isFirst = false;
  #mayBeIgnored = false;
  /** Characters still to be skipped behind `\u`. */
  #skip = 0;
  #notes = 0;
  #label = '';
  #labelText = '';
  #labelFont = '';
  #hasLabel = false;
  #instruction = '';
  #bytes: number[] = [];

  open(): void {
    this.#flush();
    if (this.#outer.length >= DEEPEST) this.tooDeep = true;
    this.#outer.push({ ...this.#state });
    this.#isFirst = true;
    this.#mayBeIgnored = false;
    this.#skip = 0;
  }

  close(): void {
    this.#flush();
    const outer = this.#outer.pop();
    if (!outer) return;
    const { destination } = this.#state;
    if (destination !== outer.destination) this.#leave(destination);
    this.#state = outer;
    if (destination === 'instruction' && /^\s*TOC\b/.test(this.#instruction)) {
      outer.contents = true;
      this.#found.contents = true;
    }
    this.#isFirst = false;
    this.#skip = 0;
  }

  text(bytes: Uint8Array): void {
    this.#isFirst = false;
    let from = 0;
    if (this.#skip > 0) {
      from = Math.min(this.#skip, bytes.length);
      this.#skip -= from;
    }
    if (this.#state.destination === 'silent') return;
    for (let i = from; i < bytes.length; i++) this.#bytes.push(bytes[i] as number);
  }

  word(name: string, value: number | null): void {
    if (name === '*') {
      this.#mayBeIgnored = this.#isFirst;
      return;
    }
    const isFirst = this.#isFirst || this.#mayBeIgnored;
    const mayBeIgnored = this.#mayBeIgnored;
    this.#isFirst = false;
    this.#mayBeIgnored = false;
    if (name === 'u') {
      this.#unicode(value ?? 0);
      return;
    }
    if (this.#skip > 0 && isCharacter(name)) {
      this.#skip--;
      return;
    }
    this.#flush();
    if (isFirst) {
      const destination = destinationOf(name, mayBeIgnored, this.#state.destination);
      if (destination !== null) {
        this.#enter(destination);
        if (name === 'objdata' || name === 'object') this.#found.objects = true;
      }
    }
    if (this.#state.destination === 'silent') return;
    if (this.#state.destination === 'fonts') this.#fontWord(name, value);
    else if (!this.#characterWord(name, value) && !this.#paragraphWord(name, value)) this.#symbolWord(name);
  }

  #unicode(value: number): void {
    this.#flush();
    this.#skip = this.#state.besides;
    if (this.#state.destination !== 'silent') this.#put(String.fromCharCode(value & 0xffff));
  }

  /** Properties of characters; true when the word is one. */
  #characterWord(name: string, value: number | null): boolean {
    const state = this.#state;
    const isOn = value !== 0;
    switch (name) {
      case 'f':
        state.font = value ?? -1;
        return true;
      case 'fs':
        state.size = value ?? 24;
        return true;
      case 'b':
        state.bold = isOn;
        return true;
      case 'i':
        state.italic = isOn;
        return true;
      case 'v':
        state.hidden = isOn;
        return true;
      case 'caps':
        state.capitals = isOn;
        return true;
      case 'deleted':
        state.deleted = isOn;
        this.#found.changes ||= isOn;
        return true;
      case 'revised':
        this.#found.changes ||= isOn;
        return true;
      case 'uc':
        state.besides = Math.max(0, Math.min(16, value ?? 1));
        return true;
      case 'plain':
        Object.assign(state, { font: this.#usualFont, size: 24, bold: false, italic: false, hidden: false });
        Object.assign(state, { capitals: false, deleted: false });
        return true;
      case 'deff':
        this.#usualFont = value ?? -1;
        state.font = this.#usualFont;
        return true;
      case 'ansicpg':
        this.#codePage = value ?? 0;
        return true;
      default:
        return false;
    }
  }

  /** Properties of paragraphs, rows and cells; true when the word is one. */
  #paragraphWord(name: string, value: number | null): boolean {
    const state = this.#state;
    switch (name) {
      case 'pard':
        Object.assign(state, { centred: false, level: 0, inTable: false, list: false });
        return true;
      case 'qc':
        state.centred = true;
        return true;
      case 'ql':
      case 'qj':
      case 'qr':
        state.centred = false;
        return true;
      case 'outlinelevel':
        state.level = Math.max(0, Math.min(6, (value ?? -1) + 1));
        return true;
      case 'ls':
        state.list = value !== 0;
        return true;
      case 'intbl':
        state.inTable = true;
        return true;
      default:
        return this.#table.word(name, value ?? 0);
    }
  }

  #symbolWord(name: string): void {
    switch (name) {
      case 'par':
      case 'sect':
      case '\r':
      case '\n':
      case 'nestcell':
        this.#endParagraph();
        break;
      case 'cell':
      case 'row':
        this.#endCell(name === 'row');
        break;
      case 'line':
      case 'lbr':
      case 'page':
      case 'column':
        this.#writer.lineBreak();
        break;
      default: {
        const shown = SHOWN.get(name);
        if (shown !== undefined) this.#put(shown);
      }
    }
  }

  /** Tables in notes and boxes are read as paragraphs. */
  #endCell(isRow: boolean): void {
    const isBody = this.#state.destination === 'text';
    if (isBody && isRow) {
      this.#writer.endParagraph();
      this.#table.endRow();
      return;
    }
    if (isBody) this.#place(true);
    this.#endParagraph(isBody);
    if (isBody) this.#table.endCell();
  }

  #fontWord(name: string, value: number | null): void {
    if (name === 'f') {
      this.#state.font = value ?? 0;
      this.#fonts.set(this.#state.font, { name: '', charset: -1, codePage: 0 });
    }
    const font = this.#fonts.get(this.#state.font);
    if (font && name === 'fcharset') font.charset = value ?? -1;
    if (font && name === 'cpg') font.codePage = value ?? 0;
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    const { destination, font } = this.#state;
    if (destination !== 'fonts') {
      this.#put(this.#decoder.decode(bytes, this.#fonts.get(font), this.#codePage));
      return;
    }
    const entry = this.#fonts.get(font);
    const name = new TextDecoder('windows-1252').decode(bytes);
    if (entry && entry.name.length < 100 && !entry.name.endsWith(';')) entry.name += name;
    if (entry) entry.name = entry.name.replace(/;.*$/, '');
  }

  #put(text: string): void {
    const { destination, hidden, deleted, capitals, contents } = this.#state;
    if (destination === 'silent' || destination === 'fonts' || contents) return;
    if (destination === 'instruction') {
      if (this.#instruction.length < 40) this.#instruction += text;
      return;
    }
    const look = this.#look();
    if (destination === 'label') {
      this.#labelText += text;
      if (text.trim() !== '' && this.#labelFont === '') this.#labelFont = look.font;
      return;
    }
    if (deleted) return;
    if (hidden) {
      this.#found.hidden ||= /[\p{L}\p{N}]/u.test(text);
      return;
    }
    this.#place(false);
    const legacy = legacyEncodingOfFont(look.font);
    const drawn = isSymbolFont(look.font) || (!legacy && /[\uf020-\uf0ff]/.test(text));
    const shown = drawn ? fromSymbols(text, look.font) : text;
    this.#writer.text(capitals && !legacy ? shown.toUpperCase() : shown, look);
  }

  /** Opens or closes the table as the paragraph that begins says. */
  #place(isCell: boolean): void {
    if (this.#state.destination === 'text') this.#table.place(this.#state.inTable || isCell);
  }

  #look(): RunStyle {
    const { font, size, bold, italic } = this.#state;
    const name = this.#fonts.get(font)?.name ?? '';
    const key = `${bold} ${italic} ${size} ${name}`;
    let look = this.#looks.get(key);
    if (!look) {
      look = { font: name, size: size / 2, bold, italic };
      this.#looks.set(key, look);
    }
    return look;
  }

  #endParagraph(isCell = false): void {
    const { centred, level, list } = this.#state;
    if (list && !this.#hasLabel && !this.#writer.atStart) this.#found.lost = true;
    this.#place(isCell);
    this.#writer.endParagraph({ label: this.#label, centred, level });
    this.#label = '';
    this.#hasLabel = false;
  }

  #enter(destination: Destination): void {
    this.#state.destination = destination;
    if (destination === 'instruction') {
      this.#instruction = '';
    } else if (destination === 'label') {
      this.#labelText = '';
      this.#labelFont = '';
    } else if (destination === 'note') {
      this.#notes++;
      this.#writer.noteMark(String(this.#notes), this.#look());
      this.#writer.openNote(String(this.#notes));
    } else if (destination === 'box' || destination === 'header') {
      this.#writer.openAside();
    }
  }

  #leave(destination: Destination): void {
    if (destination === 'label') {
      this.#label = this.#readLabel();
      this.#hasLabel = true;
    } else if (destination === 'note') {
      this.#writer.closeNote();
    } else if (destination === 'box') {
      this.#writer.closeAside();
    } else if (destination === 'header') {
      for (const draft of this.#writer.takeAside()) this.#headers.push(draft);
    }
  }

  /** The label of a list as the program wrote it, with the tab behind it. */
  #readLabel(): string {
    const font = this.#labelFont;
    const text = this.#labelText.replace(/\s+/g, ' ').trim();
    if (text === '') return '';
    const encoding = legacyEncodingOfFont(font);
    if (encoding) return fromLegacy(text, encoding, { capitals: isCapitalFont(font) });
    return [...text].length === 1 || isSymbolFont(font) ? bulletOf(text, font) : text;
  }

  finish(): { drafts: Draft[]; headers: string[]; warnings: Issue[] } {
    const isWhole = this.#outer.length === 0;
    while (this.#outer.length > 0) this.close();
    this.#flush();
    this.#endParagraph();
    this.#table.close();
    const warnings: Issue[] = [];
    if (this.#found.hidden) warnings.push(HIDDEN_TEXT);
    if (this.#found.changes) warnings.push(TRACKED_CHANGES);
    if (this.#found.objects) warnings.push(EMBEDDED_OBJECTS);
    if (this.#found.contents) warnings.push(CONTENTS);
    if (this.#found.lost) warnings.push(LIST_LABELS_LOST);
    if (!isWhole) warnings.push(TRUNCATED);
    return { drafts: this.#writer.finish(), headers: listLines(this.#headers), warnings };
  }
}

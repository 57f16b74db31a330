/** The inside of a paragraph (nội dung đoạn): runs, fields, tracked changes, symbols, marks of notes, text boxes. */

import { fromLegacy, isCapitalFont, legacyEncodingOfFont } from '../encoding/legacy.ts';
import type { Font } from '../model.ts';
import type { Fields } from './field.ts';
import { readMath } from './math.ts';
import type { NoteKind } from './note-marks.ts';
import { addText, type Look, type Piece } from './piece.ts';
import { type RunProperties, readRunProperties } from './properties.ts';
import type { RunLook, Styles } from './styles.ts';
import { fromSymbols, isSymbolFont } from './symbol.ts';
import type { Tally } from './tally.ts';
import { child, type Element } from './tree.ts';

/** What a paragraph holds. */
export interface Inline {
  pieces: Piece[];
  /** Contents of text boxes (hộp văn bản), to be read behind the paragraph; strings are words drawn as pictures. */
  boxes: (Element | string)[];
  /** Notes whose marks stand here. */
  notes: { readonly mark: string; readonly note: Element }[];
  /** A table of contents begins, goes on or ends here. */
  contents: 'none' | 'open' | 'ended';
}

export interface InlineContext {
  readonly styles: Styles;
  readonly fields: Fields;
  readonly tally: Tally;
  /** Gives a reference its mark, and the note itself the first time. */
  note(kind: NoteKind, reference: Element, custom: string): { mark: string; note: Element | null } | null;
}

/** Wrappers that are shown as what is in them. */
const WRAPPERS = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:sdtContent',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:rubyBase',
]);

export class InlineReader {
  readonly #context: InlineContext;
  readonly #looks = new Map<string, Look>();
  readonly #fonts = new Map<string, Font>();
  #style: string | undefined;
  #inline: Inline = newInline();
  /** Where the table of contents began among the pieces. */
  #contentsFrom = 0;

  constructor(context: InlineContext) {
    this.#context = context;
  }

  read(paragraph: Element, style: string | undefined): Inline {
    const { fields } = this.#context;
    this.#style = style;
    this.#inline = newInline();
    this.#contentsFrom = 0;
    if (fields.inContents) this.#inline.contents = 'open';
    this.#children(paragraph);
    fields.endParagraph();
    return this.#inline;
  }

  /** The look of text with these properties in a paragraph of that style; also tells whether it is hidden. */
  look(style: string | undefined, properties: RunProperties): { look: Look; run: RunLook } {
    const run = this.#context.styles.run(style, properties);
    const name = run.other || run.ascii;
    const capitals = run.caps || isCapitalFont(name);
    const font = this.#font(name, run);
    const key = `${capitals ? 1 : 0}${run.raised}${font.name}|${font.size}|${font.bold ? 1 : 0}${font.italic ? 1 : 0}`;
    let look = this.#looks.get(key);
    if (!look) {
      look = { font, encoding: legacyEncodingOfFont(name), capitals, raised: run.raised };
      this.#looks.set(key, look);
    }
    return { look, run };
  }

  #font(name: string, { size, bold, italic }: RunLook): Font {
    const key = `${name}|${size}|${bold ? 1 : 0}${italic ? 1 : 0}`;
    let font = this.#fonts.get(key);
    if (!font) {
      font = { name, size, bold, italic };
      this.#fonts.set(key, font);
    }
    return font;
  }

  #children(element: Element): void {
    for (const each of element.children) this.#part(each);
  }

  #part(element: Element): void {
    switch (element.name) {
      case 'w:r':
        this.#run(element);
        break;
      case 'w:ins':
      case 'w:moveTo':
        this.#context.tally.changes++;
        this.#children(element);
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.#context.tally.changes++;
        break;
      case 'w:sdt': {
        const content = child(element, 'w:sdtContent');
        if (content) this.#children(content);
        break;
      }
      case 'mc:AlternateContent': {
        const branch = chooseBranch(element);
        if (branch) this.#children(branch);
        break;
      }
      case 'm:oMath':
      case 'm:oMathPara':
        this.#text(readMath(element), this.look(this.#style, {}).look);
        break;
      case 'w:subDoc':
        this.#context.tally.outside++;
        break;
      default:
        if (WRAPPERS.has(element.name)) this.#children(element);
    }
  }

  #run(element: Element): void {
    const properties = readRunProperties(child(element, 'w:rPr'));
    const { look, run } = this.look(this.#style, properties);
    if (run.vanish) this.#hiddenRun(element);
    else for (const each of element.children) this.#content(each, look, element);
  }

  /** Of hidden text only the fields matter: they may begin or end in it. */
  #hiddenRun(element: Element): void {
    let hidden = false;
    for (const each of element.children) {
      if (each.name === 'w:fldChar') this.#field(each);
      else if (each.name === 'w:instrText') this.#context.fields.instruct(each.text);
      else if (each.name === 'w:t' && each.text.trim() !== '' && !this.#context.fields.hidesText) hidden = true;
    }
    if (hidden) this.#context.tally.hidden++;
  }

  #content(element: Element, look: Look, run: Element): void {
    switch (element.name) {
      case 'w:t':
        this.#text(wordsOf(element, look.font.name), look);
        break;
      case 'w:tab':
      case 'w:ptab':
        this.#text(' ', look);
        break;
      case 'w:br':
      case 'w:cr':
        if (!this.#context.fields.hidesText) this.#inline.pieces.push({ kind: 'break' });
        break;
      case 'w:noBreakHyphen':
        this.#text('-', look);
        break;
      case 'w:softHyphen':
        // It is the letter ư in TCVN3; everywhere else it goes when the piece is finished.
        this.#text('\u00ad', look);
        break;
      case 'w:sym':
        this.#symbol(element, look);
        break;
      case 'w:fldChar':
        this.#field(element);
        break;
      case 'w:instrText':
        this.#context.fields.instruct(element.text);
        break;
      case 'w:footnoteReference':
        this.#note('footnote', element, look, run);
        break;
      case 'w:endnoteReference':
        this.#note('endnote', element, look, run);
        break;
      case 'w:drawing':
      case 'w:pict':
        this.#drawing(element);
        break;
      case 'w:object':
        this.#context.tally.objects++;
        break;
      case 'w:ruby':
        this.#children(element);
        break;
      case 'mc:AlternateContent':
        for (const each of chooseBranch(element)?.children ?? []) this.#content(each, look, run);
        break;
    }
  }

  #text(text: string, look: Look): void {
    if (!this.#context.fields.hidesText) addText(this.#inline.pieces, text, look);
  }

  #symbol({ attributes }: Element, look: Look): void {
    const code = Number.parseInt(attributes['w:char'] ?? '', 16);
    if (!(code > 0 && code <= 0xffff)) return;
    const font = attributes['w:font'] ?? look.font.name;
    const character = String.fromCharCode(code);
    const encoding = legacyEncodingOfFont(font);
    this.#text(encoding ? fromLegacy(character, encoding) : fromSymbols(character, font), look);
  }

  #field(element: Element): void {
    const event = this.#context.fields.mark(element.attributes['w:fldCharType']);
    const inline = this.#inline;
    if (event === 'contents-begin') {
      this.#contentsFrom = inline.pieces.length;
      inline.contents = 'open';
    } else if (event === 'contents-end') {
      inline.pieces.length = Math.min(inline.pieces.length, this.#contentsFrom);
      inline.contents = 'ended';
    }
  }

  #note(kind: NoteKind, reference: Element, look: Look, run: Element): void {
    if (this.#context.fields.hidesText) return;
    const isCustom = /^(?:1|true|on)$/.test(reference.attributes['w:customMarkFollows'] ?? '');
    const custom = isCustom ? run.children.map((each) => (each.name === 'w:t' ? each.text : '')).join('') : '';
    const found = this.#context.note(kind, reference, custom.trim());
    if (!found) return;
    this.#inline.pieces.push({ kind: 'mark', text: `[^${found.mark}]`, look });
    if (found.note) this.#inline.notes.push({ mark: found.mark, note: found.note });
    // The mark of the writer's own stands behind the reference; ours takes its place.
    if (custom.trim() !== '') for (const each of run.children) if (each.name === 'w:t') each.text = '';
  }

  #drawing(element: Element): void {
    const { tally } = this.#context;
    for (const each of element.children) {
      switch (each.name) {
        case 'w:txbxContent':
          this.#inline.boxes.push(each);
          break;
        case 'v:textpath': {
          const words = each.attributes.string ?? '';
          if (words.trim() !== '') this.#inline.boxes.push(words);
          break;
        }
        case 'pic:pic':
        case 'v:imagedata':
          tally.pictures++;
          break;
        case 'mc:AlternateContent': {
          const branch = chooseBranch(each);
          if (branch) this.#drawing(branch);
          break;
        }
        default:
          this.#drawing(each);
      }
    }
  }
}

function newInline(): Inline {
  return { pieces: [], boxes: [], notes: [], contents: 'none' };
}

/** Text of a `w:t`: a line end in it comes of how the file was laid out. */
function wordsOf(element: Element, font: string): string {
  const text = /[\n\r]/.test(element.text) ? element.text.replace(/\s*[\n\r]\s*/g, ' ') : element.text;
  const hasPrivate = /[\uf000-\uf0ff]/.test(text);
  if (legacyEncodingOfFont(font)) return text;
  return hasPrivate || isSymbolFont(font) ? fromSymbols(text, font) : text;
}

/** The one branch of a choice that is read: the first that holds something, else the first. */
export function chooseBranch(element: Element): Element | undefined {
  const branches = element.children.filter((each) => each.name === 'mc:Choice' || each.name === 'mc:Fallback');
  return branches.find(holdsText) ?? branches[0];
}

const TEXTUAL = new Set(['w:t', 'w:txbxContent', 'v:textpath', 'w:fldChar', 'w:sym', 'm:t', 'pic:pic', 'w:tc']);

function holdsText(element: Element): boolean {
  return element.children.some((each) => TEXTUAL.has(each.name) || holdsText(each));
}

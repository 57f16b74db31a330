/** Styles and fonts of a .doc. Styles build on each other; what a paragraph or run says itself comes on top. */

import type { Bytes } from './bytes.ts';
import { listSprms, SPRM, type Sprm } from './sprm.ts';

export interface CharacterProperties {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly hidden: boolean;
  readonly capitals: boolean;
  readonly deleted: boolean;
  readonly inserted: boolean;
  /** Index into the fonts: of Latin letters without marks, and of the others. */
  readonly font: number;
  readonly fontOther: number;
  /** Half points. */
  readonly size: number;
  /** A character that stands for something else: a note, a picture, a symbol. */
  readonly special: boolean;
  readonly symbol: { readonly font: number; readonly code: number } | null;
}

export interface ParagraphProperties {
  readonly style: number;
  readonly centred: boolean;
  /** Index into the overrides of lists, from 1; 0 for none. */
  readonly list: number;
  readonly listLevel: number;
  /** 1 to 9; 0 for text. */
  readonly level: number;
  readonly inTable: boolean;
  readonly rowEnd: boolean;
  readonly depth: number;
  readonly innerCellEnd: boolean;
  readonly innerRowEnd: boolean;
}

interface Style {
  readonly kind: number;
  readonly base: number;
  /** Number of a style that Word brings itself; 1 to 9 are the headings. */
  readonly builtIn: number;
  readonly paragraph: readonly Sprm[];
  readonly character: readonly Sprm[];
}

const NO_STYLE = 0xfff;
/** Styles on styles on styles; Word allows ten. */
const DEEPEST = 12;
const PARAGRAPH_STYLE = 1;
const CHARACTER_STYLE = 2;

const NO_PARAGRAPH: ParagraphProperties = {
  style: 0,
  centred: false,
  list: 0,
  listLevel: 0,
  level: 0,
  inTable: false,
  rowEnd: false,
  depth: 0,
  innerCellEnd: false,
  innerRowEnd: false,
};

export class Styles {
  readonly #styles: readonly (Style | null)[];
  readonly #usual: CharacterProperties;
  readonly #paragraphs = new Map<number, ParagraphProperties>();
  readonly #characters = new Map<number, CharacterProperties>();

  constructor(sheet: Bytes) {
    const head = sheet.u16(0);
    const count = Math.min(sheet.u16(2), 4096);
    const baseSize = sheet.u16(4);
    const styles: (Style | null)[] = [];
    let at = 2 + head;
    for (let i = 0; i < count && at + 2 <= sheet.length; i++) {
      const size = sheet.u16(at);
      styles.push(size < 10 ? null : readStyle(sheet, at + 2, Math.min(at + 2 + size, sheet.length), baseSize));
      at += 2 + size;
    }
    this.#styles = styles;
    this.#usual = {
      bold: false,
      italic: false,
      hidden: false,
      capitals: false,
      deleted: false,
      inserted: false,
      font: head >= 18 ? sheet.u16(14) : 0,
      fontOther: head >= 18 ? sheet.u16(18) : 0,
      size: 20,
      special: false,
      symbol: null,
    };
  }

  /** What a paragraph style says, its bases included. */
  paragraph(style: number): ParagraphProperties {
    let known = this.#paragraphs.get(style);
    if (!known) {
      known = { ...NO_PARAGRAPH, style };
      for (const { paragraph, builtIn } of this.#chain(style)) {
        if (builtIn >= 1 && builtIn <= 9) known = { ...known, level: builtIn };
        known = withParagraph(known, paragraph);
      }
      this.#paragraphs.set(style, known);
    }
    return known;
  }

  /** What a style says of characters, its bases included. */
  character(style: number): CharacterProperties {
    let known = this.#characters.get(style);
    if (!known) {
      known = this.#usual;
      for (const { character } of this.#chain(style)) known = withCharacter(known, character, this.#usual);
      this.#characters.set(style, known);
    }
    return known;
  }

  /** A run in a paragraph of a style, with what it says itself. */
  run(style: number, sprms: readonly Sprm[]): CharacterProperties {
    let base = this.character(style);
    const own = sprms.find(({ id }) => id === SPRM.characterStyle);
    const named = own ? own.operand.u16(0) : NO_STYLE;
    if (this.#styles[named]?.kind === CHARACTER_STYLE) {
      for (const { character } of this.#chain(named)) base = withCharacter(base, character, base);
    }
    return withCharacter(base, sprms, base);
  }

  /** The style with all that it builds on, the first base first. */
  #chain(style: number): Style[] {
    const chain: Style[] = [];
    for (let index = style; index !== NO_STYLE && chain.length < DEEPEST; ) {
      const found = this.#styles[index];
      if (!found) break;
      chain.unshift(found);
      index = found.base;
    }
    return chain;
  }
}

function readStyle(sheet: Bytes, at: number, end: number, baseSize: number): Style {
  const builtIn = sheet.u16(at) & 0xfff;
  const kind = sheet.u16(at + 2) & 0xf;
  const base = sheet.u16(at + 2) >>> 4;
  // Groups stand behind the name, each at an even distance from the beginning.
  let place = at + baseSize;
  place += 2 + 2 * sheet.u16(place) + 2;
  const groups: Uint8Array[] = [];
  for (let i = 0; i < 2 && place + 2 <= end; i++) {
    place += (place - at) & 1;
    const size = sheet.u16(place);
    groups.push(sheet.part(place + 2, Math.min(size, end - place - 2)));
    place += 2 + size;
  }
  const first = groups[0] ?? new Uint8Array();
  return {
    kind,
    base,
    builtIn,
    paragraph: kind === PARAGRAPH_STYLE ? listSprms(first.subarray(2)) : [],
    character: listSprms(kind === PARAGRAPH_STYLE ? (groups[1] ?? new Uint8Array()) : first),
  };
}

export function withParagraph(base: ParagraphProperties, sprms: readonly Sprm[]): ParagraphProperties {
  let properties = base;
  for (const { id, operand } of sprms) {
    const value = operand.u8(0);
    switch (id) {
      case SPRM.alignment:
      case SPRM.alignmentNew:
        properties = { ...properties, centred: value === 1 };
        break;
      case SPRM.list:
        properties = { ...properties, list: operand.u16(0) };
        break;
      case SPRM.listLevel:
        properties = { ...properties, listLevel: Math.min(8, value) };
        break;
      case SPRM.outlineLevel:
        properties = { ...properties, level: value < 9 ? value + 1 : 0 };
        break;
      case SPRM.inTable:
        properties = { ...properties, inTable: value !== 0 };
        break;
      case SPRM.rowEnd:
        properties = { ...properties, rowEnd: value !== 0 };
        break;
      case SPRM.tableDepth:
        properties = { ...properties, depth: operand.u32(0) };
        break;
      case SPRM.innerCellEnd:
        properties = { ...properties, innerCellEnd: value !== 0 };
        break;
      case SPRM.innerRowEnd:
        properties = { ...properties, innerRowEnd: value !== 0 };
        break;
    }
  }
  return properties;
}

/** `style` is what toggles refer to: 128 means as there, 129 the opposite. */
function withCharacter(
  base: CharacterProperties,
  sprms: readonly Sprm[],
  style: CharacterProperties,
): CharacterProperties {
  const properties: { -readonly [K in keyof CharacterProperties]: CharacterProperties[K] } = { ...base };
  const toggle = (value: number, usual: boolean) => (value === 0x80 ? usual : value === 0x81 ? !usual : value !== 0);
  for (const { id, operand } of sprms) {
    const value = operand.u8(0);
    switch (id) {
      case SPRM.bold:
        properties.bold = toggle(value, style.bold);
        break;
      case SPRM.italic:
        properties.italic = toggle(value, style.italic);
        break;
      case SPRM.hidden:
        properties.hidden = toggle(value, style.hidden);
        break;
      case SPRM.capitals:
        properties.capitals = toggle(value, style.capitals);
        break;
      case SPRM.deleted:
        properties.deleted = value !== 0;
        break;
      case SPRM.inserted:
        properties.inserted = value !== 0;
        break;
      case SPRM.special:
        properties.special = value !== 0;
        break;
      case SPRM.font:
        properties.font = operand.u16(0);
        break;
      case SPRM.fontOther:
        properties.fontOther = operand.u16(0);
        break;
      case SPRM.size:
        properties.size = operand.u16(0);
        break;
      case SPRM.symbol:
        properties.symbol = { font: operand.u16(0), code: operand.u16(2) };
        break;
    }
  }
  return properties;
}

/** Families of the fonts, by their index. */
export function readFonts(table: Bytes): string[] {
  const fonts: string[] = [];
  const count = Math.min(table.u16(0), 4096);
  let at = 4;
  for (let i = 0; i < count && at < table.length; i++) {
    const size = table.u8(at) + 1;
    const name = table.text(at + 40, Math.max(0, Math.floor((size - 40) / 2)));
    fonts.push(name.split('\0', 1)[0] as string);
    at += size;
  }
  return fonts;
}

/** Properties of runs and paragraphs as one place states them; what it does not state is undefined. */

import { child, type Element, integer, isOn, readVal } from './tree.ts';

export interface RunProperties {
  bold?: boolean;
  italic?: boolean;
  caps?: boolean;
  /** Hidden text (chữ ẩn). */
  vanish?: boolean;
  /** Points. */
  size?: number;
  /** Font of the letters of ASCII, and of the other letters; themes as `+minor`, `+major`. */
  ascii?: string;
  other?: string;
  raised?: 'superscript' | 'subscript' | 'baseline';
  /** Lifted above the line, half points. */
  lift?: number;
  style?: string;
}

/** The properties that styles of different kinds switch instead of setting. */
export const TOGGLES = ['bold', 'italic', 'caps', 'vanish'] as const;

export interface ParagraphProperties {
  style?: string;
  list?: string;
  listLevel?: number;
  centred?: boolean;
  /** From 0; 9 is body text. */
  outline?: number;
}

export function readRunProperties(element: Element | undefined): RunProperties {
  const found: RunProperties = {};
  for (const each of element?.children ?? []) readRunProperty(found, each);
  return found;
}

function readRunProperty(found: RunProperties, each: Element): void {
  const value = each.attributes['w:val'];
  switch (each.name) {
    case 'w:b':
      found.bold = isOn(each);
      break;
    case 'w:i':
      found.italic = isOn(each);
      break;
    case 'w:caps':
      found.caps = isOn(each);
      break;
    case 'w:vanish':
      found.vanish = isOn(each);
      break;
    case 'w:sz': {
      const halves = integer(value);
      if (halves !== undefined && halves > 0) found.size = halves / 2;
      break;
    }
    case 'w:rFonts':
      readFonts(found, each);
      break;
    case 'w:vertAlign':
      if (value === 'superscript' || value === 'subscript' || value === 'baseline') found.raised = value;
      break;
    case 'w:position': {
      const lift = integer(value);
      if (lift !== undefined) found.lift = lift;
      break;
    }
    case 'w:rStyle':
      if (value !== undefined) found.style = value;
      break;
  }
}

/** A theme font goes before a named one. */
function readFonts(found: RunProperties, { attributes }: Element): void {
  const ascii = themeFont(attributes['w:asciiTheme']) ?? attributes['w:ascii'];
  const other = themeFont(attributes['w:hAnsiTheme']) ?? attributes['w:hAnsi'];
  if (ascii !== undefined) found.ascii = ascii;
  if (other !== undefined) found.other = other;
}

function themeFont(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  return name.startsWith('major') ? '+major' : '+minor';
}

export function readParagraphProperties(element: Element | undefined): ParagraphProperties {
  const found: ParagraphProperties = {};
  for (const each of element?.children ?? []) {
    const value = each.attributes['w:val'];
    switch (each.name) {
      case 'w:pStyle':
        if (value !== undefined) found.style = value;
        break;
      case 'w:numPr': {
        const list = readVal(each, 'w:numId');
        const level = integer(readVal(each, 'w:ilvl'));
        if (list !== undefined) found.list = list;
        if (level !== undefined) found.listLevel = Math.max(0, Math.min(8, level));
        break;
      }
      case 'w:jc':
        found.centred = value === 'center';
        break;
      case 'w:outlineLvl': {
        const level = integer(value);
        if (level !== undefined) found.outline = level;
        break;
      }
    }
  }
  return found;
}

/** What the mark at the end of a paragraph says. */
export interface ParagraphMark {
  readonly properties: RunProperties;
  /** Struck out by a tracked change: the paragraph runs on into the next. */
  readonly deleted: boolean;
  /** Hidden, as in a style separator: shown, the paragraph runs on into the next. */
  readonly hidden: boolean;
}

export function readMark(properties: Element | undefined): ParagraphMark {
  const element = child(properties, 'w:rPr');
  const read = readRunProperties(element);
  const has = (name: string) => element?.children.some((each) => each.name === name) === true;
  const separator = child(element, 'w:specVanish');
  return {
    properties: read,
    deleted: has('w:del') || has('w:moveFrom'),
    hidden: read.vanish === true || (separator !== undefined && isOn(separator)),
  };
}

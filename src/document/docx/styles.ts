/** Styles (kiểu định dạng): what a paragraph and its runs look like once styles, their bases and the defaults are added up. */

import {
  type ParagraphProperties,
  type RunProperties,
  readParagraphProperties,
  readRunProperties,
  type TOGGLES,
} from './properties.ts';
import { child, descendants, type Element, isOn, readVal } from './tree.ts';

interface Style {
  readonly id: string;
  readonly base: string | undefined;
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
  /** From the name of a built-in heading, from 0. */
  readonly heading: number | undefined;
  /** The table style draws lines; undefined when it says nothing. */
  readonly borders: boolean | undefined;
}

/** `lifted` is above the line without being marked as superscript: raised digits if it is smaller too. */
export type Raised = 'superscript' | 'subscript' | 'lifted' | 'baseline';

/** Half points from which text stands visibly above the line. */
const LIFTED = 4;

/** A run as it is shown. */
export interface RunLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly caps: boolean;
  readonly vanish: boolean;
  readonly size: number;
  readonly ascii: string;
  readonly other: string;
  readonly raised: Raised;
}

/** What a paragraph style says, with its bases. */
export interface ParagraphLook extends ParagraphProperties {
  /** The style and its bases, nearest first. */
  readonly chain: readonly string[];
}

/** Deeper than any real hierarchy; also ends one that goes in a circle. */
const LONGEST_CHAIN = 50;

export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #themes: ReadonlyMap<string, string>;
  readonly #defaults: RunProperties;
  #usual: string | undefined;
  readonly #runs = new Map<string, RunProperties>();
  readonly #paragraphs = new Map<string, ParagraphLook>();

  constructor(styles: Element | null, theme: Element | null) {
    this.#themes = readThemeFonts(theme);
    const defaults = child(styles ?? undefined, 'w:docDefaults');
    this.#defaults = readRunProperties(child(child(defaults, 'w:rPrDefault'), 'w:rPr'));
    for (const element of styles?.children ?? []) {
      const id = element.attributes['w:styleId'];
      if (element.name !== 'w:style' || id === undefined) continue;
      this.#styles.set(id, readStyle(id, element));
      const isDefault = /^(?:1|true|on)$/.test(element.attributes['w:default'] ?? '');
      if (isDefault && element.attributes['w:type'] === 'paragraph') this.#usual ??= id;
    }
  }

  /** A paragraph style with its bases; the usual style when there is none of that name. */
  paragraph(name: string | undefined): ParagraphLook {
    const id = this.#paragraphStyle(name);
    const known = this.#paragraphs.get(id);
    if (known) return known;
    const chain = this.#chain(id);
    const look: ParagraphProperties & { chain: string[] } = { chain: chain.map((style) => style.id) };
    for (const { paragraph, heading } of chain) {
      if (look.list === undefined && paragraph.list !== undefined) look.list = paragraph.list;
      if (look.listLevel === undefined && paragraph.listLevel !== undefined) look.listLevel = paragraph.listLevel;
      if (look.centred === undefined && paragraph.centred !== undefined) look.centred = paragraph.centred;
      const outline = paragraph.outline ?? heading;
      if (look.outline === undefined && outline !== undefined) look.outline = outline;
    }
    this.#paragraphs.set(id, look);
    return look;
  }

  /** A list that a numbering style stands for. */
  list(style: string): string | undefined {
    return this.#styles.get(style)?.paragraph.list;
  }

  /** How a run looks in a paragraph of that style. */
  run(paragraphStyle: string | undefined, direct: RunProperties): RunLook {
    const paragraph = this.#added(this.#paragraphStyle(paragraphStyle));
    const character = direct.style === undefined ? NOTHING : this.#added(direct.style);
    const from = <K extends keyof RunProperties>(key: K) =>
      direct[key] ?? character[key] ?? paragraph[key] ?? this.#defaults[key];
    const toggled = (key: (typeof TOGGLES)[number]) =>
      direct[key] ?? (this.#defaults[key] === true || (paragraph[key] ?? false) !== (character[key] ?? false));
    return {
      bold: toggled('bold'),
      italic: toggled('italic'),
      caps: toggled('caps'),
      vanish: toggled('vanish'),
      size: from('size') ?? 10,
      ascii: this.#font(from('ascii')),
      other: this.#font(from('other')),
      raised: from('raised') ?? ((from('lift') ?? 0) >= LIFTED ? 'lifted' : 'baseline'),
    };
  }

  /** Whether tables of that style have lines; undefined when it is not said. */
  hasBorders(tableStyle: string | undefined): boolean | undefined {
    if (tableStyle === undefined) return undefined;
    return this.#chain(tableStyle).find((style) => style.borders !== undefined)?.borders;
  }

  #paragraphStyle(name: string | undefined): string {
    return name !== undefined && this.#styles.has(name) ? name : (this.#usual ?? '');
  }

  #chain(id: string): Style[] {
    const chain: Style[] = [];
    let style = this.#styles.get(id);
    while (style && chain.length < LONGEST_CHAIN && !chain.includes(style)) {
      chain.push(style);
      style = style.base === undefined ? undefined : this.#styles.get(style.base);
    }
    return chain;
  }

  /** Run properties of a style, those of its bases where it says nothing. */
  #added(id: string): RunProperties {
    let added = this.#runs.get(id);
    if (!added) {
      added = Object.assign(
        {},
        ...this.#chain(id)
          .map((style) => style.run)
          .reverse(),
      ) as RunProperties;
      this.#runs.set(id, added);
    }
    return added;
  }

  #font(name: string | undefined): string {
    return name === undefined ? '' : (this.#themes.get(name) ?? (name.startsWith('+') ? '' : name));
  }
}

const NOTHING: RunProperties = {};

function readStyle(id: string, element: Element): Style {
  const name = readVal(element, 'w:name') ?? '';
  const heading = /^heading ([1-9])$/i.exec(name)?.[1];
  return {
    id,
    base: readVal(element, 'w:basedOn'),
    paragraph: readParagraphProperties(child(element, 'w:pPr')),
    run: readRunProperties(child(element, 'w:rPr')),
    heading: heading === undefined ? undefined : Number(heading) - 1,
    borders: statesBorders(child(child(element, 'w:tblPr'), 'w:tblBorders')),
  };
}

/** Whether a list of borders draws any; undefined when there is no list. */
export function statesBorders(borders: Element | undefined): boolean | undefined {
  if (!borders || borders.children.length === 0) return undefined;
  return borders.children.some((each) => isOn(each) && each.attributes['w:val'] !== 'nil');
}

/** Fonts of the theme: `+major` of headings, `+minor` of text. */
function readThemeFonts(theme: Element | null): Map<string, string> {
  const fonts = new Map<string, string>();
  for (const [key, name] of [
    ['+major', 'a:majorFont'],
    ['+minor', 'a:minorFont'],
  ] as const) {
    const [font] = theme ? descendants(theme, name) : [];
    const family = child(font, 'a:latin')?.attributes.typeface;
    if (family) fonts.set(key, family);
  }
  return fonts;
}

/** Styles of an OpenDocument text: from `styles.xml` and the automatic ones of `content.xml`. */

import type { XmlAttributes } from '../xml.ts';
import { type ListLevel, readLevel } from './lists.ts';

export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly font?: string;
  readonly size?: number;
  readonly hidden?: boolean;
  readonly capitals?: boolean;
  readonly centred?: boolean;
  /** Lines around a cell. */
  readonly ruled?: boolean;
}

interface Style extends Look {
  readonly parent: string;
  /** Outline level of headings, 0 for none. */
  readonly level: number;
}

/** Styles on styles on styles. */
const DEEPEST = 16;
const NO_LOOK: Look = {};

/** Names are unique within a family: `paragraph:Standard`, `text:T1`. */
export class OdtStyles {
  readonly #styles = new Map<string, { -readonly [K in keyof Style]: Style[K] }>();
  readonly #fonts = new Map<string, string>();
  readonly #lists = new Map<string, Map<number, ListLevel>>();
  readonly #resolved = new Map<string, Look>();
  #open: { -readonly [K in keyof Style]: Style[K] } | null = null;
  #openList: Map<number, ListLevel> | null = null;

  /** Takes an element that opens; true when it belongs to styles. */
  element(name: string, attributes: XmlAttributes): boolean {
    switch (name) {
      case 'style:font-face':
        this.#fonts.set(attributes['style:name'] ?? '', unquoted(attributes['svg:font-family'] ?? ''));
        return true;
      case 'style:style':
      case 'style:default-style':
        this.#openStyle(attributes);
        return true;
      case 'style:text-properties':
        if (this.#open) this.#textProperties(this.#open, attributes);
        return true;
      case 'style:paragraph-properties':
        if (this.#open && attributes['fo:text-align']) this.#open.centred = attributes['fo:text-align'] === 'center';
        return true;
      case 'style:table-cell-properties':
        if (this.#open) this.#open.ruled = isRuled(attributes);
        return true;
      case 'text:list-style':
      case 'text:outline-style':
        this.#openList = new Map();
        this.#lists.set(name === 'text:outline-style' ? OUTLINE : (attributes['style:name'] ?? ''), this.#openList);
        return true;
      case 'text:list-level-style-number':
      case 'text:list-level-style-bullet':
      case 'text:list-level-style-image':
      case 'text:outline-level-style': {
        const level = readLevel(name, attributes);
        if (this.#openList && level) this.#openList.set(Number(attributes['text:level'] ?? 1), level);
        return true;
      }
      default:
        return false;
    }
  }

  close(name: string): void {
    if (name === 'style:style' || name === 'style:default-style') this.#open = null;
    if (name === 'text:list-style' || name === 'text:outline-style') this.#openList = null;
  }

  #openStyle(attributes: XmlAttributes): void {
    const family = attributes['style:family'] ?? '';
    const name = attributes['style:name'] ?? '';
    // What every style builds on has no name.
    const parent = attributes['style:parent-style-name'] ?? '';
    this.#open = {
      parent: name === '' || name === parent ? NOTHING : parent,
      level: Number(attributes['style:default-outline-level'] ?? 0) || 0,
    };
    this.#styles.set(`${family}:${name}`, this.#open);
  }

  #textProperties(style: { -readonly [K in keyof Style]: Style[K] }, attributes: XmlAttributes): void {
    const weight = attributes['fo:font-weight'];
    if (weight) style.bold = weight === 'bold' || Number(weight) >= 600;
    if (attributes['fo:font-style']) style.italic = attributes['fo:font-style'] !== 'normal';
    const named = attributes['style:font-name'];
    const font = named ? (this.#fonts.get(named) ?? named) : attributes['fo:font-family'];
    if (font) style.font = unquoted(font);
    const size = /^([\d.]{1,6})pt$/.exec(attributes['fo:font-size'] ?? '');
    if (size) style.size = Number(size[1]);
    if (attributes['text:display']) style.hidden = attributes['text:display'] === 'none';
    if (attributes['fo:text-transform']) style.capitals = attributes['fo:text-transform'] === 'uppercase';
  }

  /** What a style says, with all that it builds on. */
  look(family: 'paragraph' | 'text' | 'table-cell', name: string): Look {
    const key = `${family}:${name}`;
    let look = this.#resolved.get(key);
    if (!look) {
      look = NO_LOOK;
      for (const style of this.#chain(family, name).reverse()) look = { ...look, ...only(style) };
      this.#resolved.set(key, look);
    }
    return look;
  }

  /** Outline level of a paragraph style: that of the first style of its line that has one. */
  levelOf(name: string): number {
    return this.#chain('paragraph', name).find(({ level }) => level > 0)?.level ?? 0;
  }

  list(name: string): ReadonlyMap<number, ListLevel> | undefined {
    return this.#lists.get(name);
  }

  #chain(family: string, name: string): Style[] {
    const chain: Style[] = [];
    for (let next = name; chain.length < DEEPEST && next !== NOTHING; ) {
      const style = this.#styles.get(`${family}:${next}`);
      if (!style) break;
      chain.push(style);
      next = style.parent === '' && family === 'text' ? NOTHING : style.parent;
    }
    return chain;
  }
}

export const OUTLINE = '\0outline';
const NOTHING = '\0nothing';

function isRuled(attributes: XmlAttributes): boolean {
  return ['', '-left', '-right', '-top', '-bottom'].some((side) => {
    const border = attributes[`fo:border${side}`];
    return border !== undefined && !/^(?:none|hidden)?$/.test(border);
  });
}

function unquoted(family: string): string {
  return (family.split(',', 1)[0] as string).replace(/["']/g, '').trim();
}

/** The look of a style without what it builds on. */
function only({ parent: _parent, level: _level, ...look }: Style): Look {
  return look;
}

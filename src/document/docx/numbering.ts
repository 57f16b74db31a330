/** Lists (danh sách đánh số) as `numbering.xml` defines them: levels, the lists that use them, and their exceptions. */

import { readRunProperties } from './properties.ts';
import { child, descendants, type Element, integer, isOn, readVal } from './tree.ts';

export interface Level {
  readonly start: number;
  /** `decimal`, `upperRoman`, `bullet`, …; `custom` goes with `examples`. */
  readonly format: string;
  readonly examples: string;
  /** With `%1` … `%9` for the numbers of the levels. */
  readonly text: string;
  readonly suffix: 'space' | 'nothing';
  /** Restarts behind this level only, from 1; 0 for never; undefined for any higher level. */
  readonly restart: number | undefined;
  /** Numbers of all levels in digits. */
  readonly legal: boolean;
  /** The paragraph style that stands for this level. */
  readonly style: string | undefined;
  readonly font: string;
  readonly picture: boolean;
}

/** A list as a paragraph names it. */
export interface List {
  readonly id: string;
  /** Lists with the same key count on together. */
  readonly key: string;
  /** By depth, from 0. */
  readonly levels: ReadonlyMap<number, Level>;
  /** Where levels of this list begin anew. */
  readonly starts: ReadonlyMap<number, number>;
}

interface Abstract {
  readonly levels: ReadonlyMap<number, Level>;
  /** A numbering style that stands for the levels. */
  readonly link: string | undefined;
}

/** Longest label text that Word takes. */
const LONGEST_TEXT = 64;

export class Numbering {
  readonly #abstracts = new Map<string, Abstract>();
  readonly #lists = new Map<string, Element>();
  readonly #read = new Map<string, List | null>();
  readonly #listOfStyle: (style: string) => string | undefined;

  constructor(numbering: Element | null, listOfStyle: (style: string) => string | undefined) {
    this.#listOfStyle = listOfStyle;
    for (const element of numbering?.children ?? []) {
      if (element.name === 'w:abstractNum') {
        const id = element.attributes['w:abstractNumId'];
        if (id !== undefined)
          this.#abstracts.set(id, { levels: readLevels(element), link: readVal(element, 'w:numStyleLink') });
      } else if (element.name === 'w:num') {
        const id = element.attributes['w:numId'];
        if (id !== undefined) this.#lists.set(id, element);
      }
    }
  }

  list(id: string): List | null {
    let list = this.#read.get(id);
    if (list === undefined) {
      list = this.#readList(id);
      this.#read.set(id, list);
    }
    return list;
  }

  #readList(id: string): List | null {
    const element = this.#lists.get(id);
    const found = element && this.#abstract(readVal(element, 'w:abstractNumId'));
    if (!found) return null;
    const levels = new Map(found.abstract.levels);
    const starts = new Map<number, number>();
    for (const override of element.children) {
      const depth = depthOf(override);
      if (override.name !== 'w:lvlOverride' || depth === null) continue;
      const level = child(override, 'w:lvl');
      if (level) levels.set(depth, readLevel(level));
      const start = integer(readVal(override, 'w:startOverride'));
      if (start !== undefined) starts.set(depth, start);
    }
    return { id, key: found.key, levels, starts };
  }

  /** Follows links from list to style to list, as far as they lead. */
  #abstract(id: string | undefined): { key: string; abstract: Abstract } | null {
    let key = id;
    for (let step = 0; step < 8; step++) {
      const abstract = key === undefined ? undefined : this.#abstracts.get(key);
      if (key === undefined || !abstract) return null;
      if (abstract.link === undefined || abstract.levels.size > 0) return { key, abstract };
      const list = this.#listOfStyle(abstract.link);
      key = readVal(list === undefined ? undefined : this.#lists.get(list), 'w:abstractNumId');
    }
    return null;
  }
}

function readLevels(abstract: Element): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of abstract.children) {
    const depth = depthOf(element);
    if (element.name === 'w:lvl' && depth !== null) levels.set(depth, readLevel(element));
  }
  return levels;
}

function depthOf(element: Element): number | null {
  const depth = integer(element.attributes['w:ilvl']);
  return depth !== undefined && depth >= 0 && depth <= 8 ? depth : null;
}

function readLevel(level: Element): Level {
  // A format of the writer's own stands in a choice, beside one for programs that do not know it.
  const [format] = descendants(level, 'w:numFmt');
  const legal = child(level, 'w:isLgl');
  const text = child(level, 'w:lvlText')?.attributes;
  const run = readRunProperties(child(level, 'w:rPr'));
  return {
    start: integer(readVal(level, 'w:start')) ?? 0,
    format: format?.attributes['w:val'] ?? 'decimal',
    examples: format?.attributes['w:format'] ?? '',
    text: (text?.['w:val'] ?? '').slice(0, LONGEST_TEXT),
    suffix: readVal(level, 'w:suff') === 'nothing' ? 'nothing' : 'space',
    restart: integer(readVal(level, 'w:lvlRestart')),
    legal: legal !== undefined && isOn(legal),
    style: readVal(level, 'w:pStyle'),
    font: run.other ?? run.ascii ?? '',
    picture: child(level, 'w:lvlPicBulletId') !== undefined,
  };
}

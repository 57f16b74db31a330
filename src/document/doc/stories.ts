/**
 * The parts that a .doc keeps its text by: text with properties for the body, the notes and the text boxes alike, brought from
 * the streams into one place.
 */

import { Bytes } from './bytes.ts';
import type { CompoundFile } from './compound-file.ts';
import type { Fib, Part } from './fib.ts';
import { Lists } from './lists.ts';
import { firstEndingAfter, Pieces, readStretches, type Stretch } from './pieces.ts';
import { listSprms, SPRM, type Sprm } from './sprm.ts';
import { type CharacterProperties, type ParagraphProperties, readFonts, Styles, withParagraph } from './styles.ts';

export interface ParagraphGroup {
  readonly style: number;
  readonly sprms: readonly Sprm[];
}

const NO_SPRMS: readonly Sprm[] = [];
const NO_GROUP: ParagraphGroup = { style: 0, sprms: NO_SPRMS };

export class Stories {
  readonly pieces: Pieces;
  readonly fonts: readonly string[];
  readonly lists: Lists;
  readonly #styles: Styles;
  readonly #characters: readonly Stretch<readonly Sprm[]>[];
  readonly #paragraphs: readonly Stretch<ParagraphGroup>[];
  readonly #data: Bytes;
  readonly #runs = new Map<readonly Sprm[], Map<number, CharacterProperties>>();
  readonly #properties = new Map<ParagraphGroup, ParagraphProperties>();
  readonly #table: Uint8Array;
  readonly #fib: Fib;

  private constructor(fib: Fib, stream: Uint8Array, table: Uint8Array, data: Uint8Array, pieces: Pieces) {
    this.#fib = fib;
    this.#table = table;
    this.pieces = pieces;
    this.fonts = readFonts(this.#part('fonts'));
    this.#styles = new Styles(this.#part('styles'));
    // The levels of lists stand behind the part that the block tells of.
    const lists = fib.part('lists');
    const listBytes = lists.length === 0 ? new Uint8Array() : table.subarray(Math.min(lists.at, table.length));
    this.lists = new Lists(new Bytes(listBytes), this.#part('overrides'), this.fonts);
    this.#data = new Bytes(data);
    this.#characters = readStretches(stream, this.#part('characters'), 1, (page, at) =>
      at === 0 ? NO_SPRMS : listSprms(page.part(at + 1, page.u8(at))),
    );
    this.#paragraphs = readStretches(stream, this.#part('paragraphs'), 13, (page, at) => this.#group(page, at));
  }

  /** Null where the text can't be found. */
  static read(fib: Fib, file: CompoundFile, stream: Uint8Array): Stories | null {
    const table = file.stream(fib.table);
    if (!table) return null;
    const { at, length } = fib.part('pieces');
    const pieces = Pieces.read(stream, new Bytes(new Bytes(table).part(at, length)));
    return pieces && new Stories(fib, stream, table, file.stream('Data') ?? new Uint8Array(), pieces);
  }

  #part(name: Part): Bytes {
    const { at, length } = this.#fib.part(name);
    return new Bytes(new Bytes(this.#table).part(at, length));
  }

  #group(page: Bytes, at: number): ParagraphGroup {
    if (at === 0) return NO_GROUP;
    const short = page.u8(at);
    const start = short === 0 ? at + 2 : at + 1;
    const size = short === 0 ? 2 * page.u8(at + 1) : 2 * short - 1;
    const sprms = listSprms(page.part(start + 2, size - 2));
    // What is too long for a page stands in a stream of its own.
    const huge = sprms.find(({ id }) => id === SPRM.huge || id === SPRM.hugeOld);
    const place = huge?.operand.u32(0) ?? 0;
    const more = huge ? listSprms(this.#data.part(place + 2, this.#data.u16(place))) : NO_SPRMS;
    return { style: page.u16(start), sprms: more.length > 0 ? [...sprms, ...more] : sprms };
  }

  /** The positions that a table of positions begins with; `extra` bytes follow for each but the last. */
  positions(name: Part, extra: number): number[] {
    const bytes = this.#part(name);
    const count = bytes.length < 4 ? 0 : Math.floor((bytes.length - 4) / (4 + extra)) + 1;
    return Array.from({ length: count }, (_, i) => bytes.u32(4 * i));
  }

  /** What is said of the characters between two positions. */
  charactersOf(from: number, to: number): Stretch<readonly Sprm[]>[] {
    return this.pieces.toText(this.#characters, from, to);
  }

  /** The stretch of the stream with the properties of the paragraph that a position stands in. */
  groupAt(position: number): { readonly group: ParagraphGroup; readonly isEnd: boolean } {
    const place = this.pieces.placeOf(position);
    const stretch = this.#paragraphs[firstEndingAfter(this.#paragraphs, place)];
    if (!stretch || stretch.start > place) return { group: NO_GROUP, isEnd: true };
    return { group: stretch.value, isEnd: stretch.end <= place + 2 };
  }

  paragraph(group: ParagraphGroup): ParagraphProperties {
    let known = this.#properties.get(group);
    if (!known) {
      known = withParagraph(this.#styles.paragraph(group.style), group.sprms);
      this.#properties.set(group, known);
    }
    return known;
  }

  run(style: number, sprms: readonly Sprm[]): CharacterProperties {
    let known = this.#runs.get(sprms);
    if (!known) {
      known = new Map();
      this.#runs.set(sprms, known);
    }
    let properties = known.get(style);
    if (!properties) {
      properties = this.#styles.run(style, sprms);
      known.set(style, properties);
    }
    return properties;
  }
}

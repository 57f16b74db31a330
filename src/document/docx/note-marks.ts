/** Marks of footnotes and endnotes (cước chú, chú thích cuối): counted through the document, no mark twice. */

import { child, type Element, integer, readVal } from './tree.ts';

export type NoteKind = 'footnote' | 'endnote';

export interface MarkedNote {
  readonly mark: string;
  /** The note, the first time that it is referred to. */
  readonly note: Element | null;
}

export class NoteMarks {
  readonly #notes: Readonly<Record<NoteKind, ReadonlyMap<string, Element>>>;
  readonly #marks = new Map<string, string>();
  readonly #used = new Set<string>();
  readonly #next: Record<NoteKind, number>;

  constructor(footnotes: Element | null, endnotes: Element | null, settings: Element | null) {
    this.#notes = { footnote: listNotes(footnotes), endnote: listNotes(endnotes) };
    const first = integer(readVal(child(settings ?? undefined, 'w:footnotePr'), 'w:numStart')) ?? 1;
    // Endnotes are usually counted i, ii, iii; here they go on behind the footnotes, so that a mark means one note.
    this.#next = { footnote: first, endnote: first + this.#notes.footnote.size };
  }

  /** The mark of a reference; null when there is no such note. */
  refer(kind: NoteKind, id: string, custom: string): MarkedNote | null {
    const note = this.#notes[kind].get(id);
    if (!note) return null;
    const key = `${kind} ${id}`;
    const known = this.#marks.get(key);
    if (known !== undefined) return { mark: known, note: null };
    const mark = this.#mark(kind, custom);
    this.#marks.set(key, mark);
    return { mark, note };
  }

  #mark(kind: NoteKind, custom: string): string {
    const own = /^[([]?(\*{1,3}|\d{1,3})[)\]]?$/.exec(custom)?.[1];
    let mark = own;
    while (mark === undefined || this.#used.has(mark)) mark = String(this.#next[kind]++);
    this.#used.add(mark);
    return mark;
  }
}

/** Notes by their id; the rules between text and notes are kept as notes too and left out. */
function listNotes(part: Element | null): Map<string, Element> {
  const notes = new Map<string, Element>();
  for (const element of part?.children ?? []) {
    const id = element.attributes['w:id'];
    const type = element.attributes['w:type'] ?? 'normal';
    if (id !== undefined && type === 'normal' && /^w:(?:foot|end)note$/.test(element.name)) notes.set(id, element);
  }
  return notes;
}

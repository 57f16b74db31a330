/**
 * Writes the words of the source with the inline elements over them. Stretches must be asked for in reading order;
 * each annotation is opened once, in the first stretch that ends after its start.
 */
import type { Span } from '#base/span.ts';
import type { Task } from '#reading/model.ts';
import type { Annotation } from './annotations.ts';
import { lowerBound, wholeUnit } from './layout.ts';
import type { MarkedText } from './marks.ts';
import { Counter, type Ids } from './names.ts';
import type { XmlWriter } from './xml.ts';

/** The inline writer of one document. */
export class Flow {
  readonly #text: MarkedText;
  readonly #annotations: readonly Annotation[];
  readonly #tasks: readonly { readonly index: number; readonly span: Span }[];
  readonly #ids: Ids;
  readonly #xml: XmlWriter;
  readonly #onTask: (index: number, eId: string) => void;
  readonly #noteRefs: ReadonlySet<string>;
  #nextAnnotation = 0;
  #nextTask = 0;
  #nextMark = 0;
  #waiting: Annotation[] = [];
  #block = '';
  #counter = new Counter();
  #space = false;
  #fresh = true;

  constructor(
    text: MarkedText,
    annotations: readonly Annotation[],
    tasks: readonly Task[],
    ids: Ids,
    xml: XmlWriter,
    onTask: (index: number, eId: string) => void,
  ) {
    this.#text = text;
    // A position after the last word would never be reached: it is brought back to that word.
    const last = text.lastWord();
    const end = last + 1;
    const within = (span: Span): Span => {
      const start = wholeUnit(text.source, Math.min(Math.max(0, span.start), last));
      return { start, end: Math.max(start, wholeUnit(text.source, Math.min(span.end, end))) };
    };
    this.#annotations = annotations.map((a) => ({ ...a, ...within(a) })).sort(byPlace);
    this.#tasks = tasks
      .map((task, index) => ({ index, span: within(task.span) }))
      .sort((a, b) => a.span.start - b.span.start || a.index - b.index);
    this.#ids = ids;
    this.#xml = xml;
    this.#onTask = onTask;
    this.#noteRefs = new Set(annotations.filter((a) => a.block).map((a) => a.attributes.marker ?? ''));
  }

  /**
   * Enters a block that has an eId. The first task that begins in it takes the block's eId; another one becomes an
   * `inline` element of its own.
   */
  enter(block: Span, eId: string): void {
    this.#block = eId;
    this.#counter = new Counter();
    let first = true;
    for (;;) {
      const task = this.#tasks[this.#nextTask];
      if (task === undefined || task.span.start >= block.end) return;
      this.#nextTask++;
      if (first) this.#onTask(task.index, eId);
      else {
        const onId = (id: string): void => this.#onTask(task.index, id);
        const attributes = { name: 'task' };
        this.#waiting.push({ ...task.span, element: 'inline', attributes, required: true, id: 'inline', onId });
      }
      first = false;
    }
  }

  /** Writes the words of `[start, end)`. */
  write(start: number, end: number): void {
    this.#space = false;
    this.#fresh = true;
    let at = start;
    const open: Annotation[] = [];
    const closeUntil = (stop: number): void => {
      for (let top = open.at(-1); top !== undefined && top.end <= stop; top = open.at(-1)) {
        this.#words(at, top.end);
        at = Math.max(at, top.end);
        open.pop();
        if (top.block) {
          this.#xml.inlineClose('p');
          this.#fresh = false;
        }
        this.#xml.inlineClose(top.element);
      }
    };
    for (const annotation of this.#take(start, end)) {
      closeUntil(annotation.start);
      const limit = open.at(-1)?.end ?? end;
      if (annotation.end > limit && !annotation.required) continue;
      this.#words(at, annotation.start);
      at = Math.max(at, annotation.start);
      open.push({ ...annotation, end: Math.min(annotation.end, limit) });
      this.#open(annotation);
    }
    closeUntil(end);
    this.#words(at, end);
  }

  /** The annotations that open in a stretch, cut to it, without optional ones that cross its edge or a required one. */
  #take(start: number, end: number): Annotation[] {
    const found: Annotation[] = [];
    for (;;) {
      const next = this.#annotations[this.#nextAnnotation];
      if (next === undefined || next.start >= end) break;
      this.#nextAnnotation++;
      found.push(next);
    }
    if (this.#waiting.length > 0) {
      found.push(...this.#waiting.filter((w) => w.start < end));
      this.#waiting = this.#waiting.filter((w) => w.start >= end);
    }
    if (found.length === 0) return found;
    const whole = found.filter((a) => a.required || (a.start >= start && a.end <= end));
    const cut = whole.map((a) => {
      const from = Math.max(a.start, start);
      return { ...a, start: from, end: Math.max(from, Math.min(a.end, end)) };
    });
    cut.sort(byPlace);
    const required = cut.filter((a) => a.required);
    if (required.length === cut.length) return cut;
    const starts = required.map((a) => a.start);
    return cut.filter((a) => a.required || !crosses(a, required, starts));
  }

  #open(annotation: Annotation): void {
    const { element, attributes, id } = annotation;
    let eId: string | undefined;
    if (id !== undefined) {
      eId =
        annotation.block === true
          ? this.#ids.unique(noteId(attributes.marker))
          : this.#ids.child(this.#block, id, this.#counter.next(id));
      annotation.onId?.(eId);
    }
    if (this.#space && !this.#fresh) this.#xml.text(' ');
    this.#space = false;
    this.#xml.inlineOpen(element, { eId, ...attributes });
    if (annotation.block) {
      this.#xml.inlineOpen('p');
      this.#fresh = true;
    }
  }

  /** Words of a stretch: marks left out or made elements, white space made single, none at the edges of the block. */
  #words(from: number, to: number): void {
    const { marks } = this.#text;
    let at = from;
    while (at < to) {
      while ((marks[this.#nextMark]?.end ?? Number.POSITIVE_INFINITY) <= at) this.#nextMark++;
      const mark = marks[this.#nextMark];
      if (mark === undefined || mark.start >= to) {
        this.#plain(at, to);
        return;
      }
      if (mark.start >= at) {
        this.#plain(at, mark.start);
        if (mark.kind === 'bookmark') this.#mark('marker', { name: 'bookmark', title: mark.value });
        else if (mark.kind === 'noteRef') this.#noteRef(mark.value);
        else if (this.#parts(mark)) this.#space = true;
      }
      at = mark.end;
    }
  }

  /** A mark that stands between two words in place of a space: `ĐẢNG CỘNG SẢN VIỆT NAM*Hưng Yên`, `cột một|cột hai`. */
  #parts(mark: Span): boolean {
    const { source } = this.#text;
    if (source.charAt(mark.start) === '|') return true;
    return /\p{L}/u.test(source.charAt(mark.start - 1)) && /\p{Lu}/u.test(source.charAt(mark.end));
  }

  #plain(from: number, to: number): void {
    const text = this.#text.source.slice(from, to).replace(/\s+/g, ' ');
    const words = text.trim();
    if (words === '') {
      if (text !== '') this.#space = true;
      return;
    }
    if ((this.#space || text.startsWith(' ')) && !this.#fresh) this.#xml.text(' ');
    this.#xml.text(words);
    this.#fresh = false;
    this.#space = text.endsWith(' ');
  }

  #noteRef(label: string): void {
    if (this.#noteRefs.has(label)) this.#mark('noteRef', { marker: label, href: `#${noteId(label)}` });
    else this.#mark('marker', { name: 'footnoteRef', title: label });
  }

  #mark(element: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#space && !this.#fresh) this.#xml.text(' ');
    this.#space = false;
    this.#xml.inlineEmpty(element, attributes);
  }
}

function byPlace(a: Annotation, b: Annotation): number {
  return a.start - b.start || b.end - a.end || Number(b.required) - Number(a.required);
}

/** True when an optional annotation shares a part, but not all, of a required one that reaches beyond it. */
function crosses(a: Annotation, required: readonly Annotation[], starts: readonly number[]): boolean {
  const first = lowerBound(starts, a.start);
  const last = lowerBound(starts, a.end);
  for (let i = Math.max(0, first - 3); i < first; i++) {
    const r = required[i] as Annotation;
    if (r.start < a.start && r.end > a.start && r.end < a.end) return true;
  }
  for (let i = Math.max(first, last - 3); i < last; i++) {
    const r = required[i] as Annotation;
    if (r.start > a.start && r.end > a.end) return true;
  }
  return false;
}

/** The eId of the footnote with a mark. */
function noteId(marker: string | undefined): string {
  const word = (marker ?? '').replace(/[^A-Za-z0-9]+/g, '');
  return `note_${word === '' ? 'x' : word}`;
}

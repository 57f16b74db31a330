/**
 * Lays a reading out for Akoma Ntoso: the outline as one run of blocks in reading order, text that lies in no node
 * as blocks of its own, and the run cut into front, body, conclusions and appendices. Every unit of the source that
 * holds a word lies in exactly one block.
 */
import type { Span } from '#base/span.ts';
import type { OutlineNode, Reading, Zone } from '#reading/model.ts';
import { MarkedText, scanMarks } from './marks.ts';

/** A stretch of the document: a node of the outline, or `text` that lies in none. */
export interface Block extends Span {
  readonly kind: OutlineNode['kind'] | 'text';
  readonly label: string | null;
  /** Where the text after the marker begins. */
  readonly textStart: number;
  readonly depth: number;
  readonly zone: Zone;
}

/** A footnote inside a block. */
export interface Footnote extends Span {
  readonly label: string | null;
}

/** A document cut into its parts. The four runs together are all blocks, in order. */
export interface Layout {
  readonly text: MarkedText;
  readonly preface: readonly Block[];
  readonly preamble: readonly Block[];
  readonly body: readonly Block[];
  readonly conclusions: readonly Block[];
  /** One run for each appendix. */
  readonly appendices: readonly (readonly Block[])[];
  readonly footnotes: readonly Footnote[];
  readonly hasArticle: boolean;
}

/** Deeper nodes are laid beside each other: no printed document nests this far, and ids stay short. */
const MAX_DEPTH = 16;

type Draft = { -readonly [K in keyof Block]: Block[K] } & { order: number };

/** Lays out a reading of `source`. */
export function layOut(reading: Reading, source: string): Layout {
  const drafts = flatten(reading.outline, source);
  const notes = drafts.filter((d) => d.kind === 'footnote');
  for (const note of notes) note.start = markStart(source, note.start);
  const starts = notes.map((n) => n.start);
  const marks = scanMarks(source, (span) => {
    const next = starts[lowerBound(starts, span.start)];
    return next !== undefined && next <= span.end;
  });
  const text = new MarkedText(source, marks);
  const blocks = fillGaps(placeNotes(drafts, notes, text), text, reading);
  return {
    text,
    footnotes: notes,
    hasArticle: blocks.some((b) => isArticle(b, text)),
    ...cut(blocks, text, fieldsEnd(reading)),
  };
}

/** Where the printed mark before a footnote begins (`[2] `, `¹ `, `(*) ` at the head of a line), else the footnote itself. */
function markStart(source: string, noteStart: number): number {
  const before = source.slice(Math.max(0, noteStart - 12), noteStart);
  const line = before.lastIndexOf('\n') + 1;
  if (line === 0 && noteStart > 12) return noteStart;
  const mark = before.slice(line);
  return /^[\^[(]*(?:\d{1,3}|\*{1,3}|[⁰¹²³⁴-⁹]{1,3})[\])]*\s*$/.test(mark) ? noteStart - mark.length : noteStart;
}

function isArticle(block: Block, text: MarkedText): boolean {
  return block.kind === 'article' || /^điều \d/iu.test(text.words(block.start, block.textStart, 40).normalize('NFC'));
}

/** First index whose value is not less than `at`. */
export function lowerBound(sorted: readonly number[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The outline in reading order. Children of a row stand beside it: a table row holds no hierarchy. */
function flatten(outline: readonly OutlineNode[], source: string): Draft[] {
  const { length } = source;
  const out: Draft[] = [];
  const stack: { node: OutlineNode; depth: number }[] = [];
  const pushAll = (nodes: readonly OutlineNode[], depth: number): void => {
    for (let i = nodes.length - 1; i >= 0; i--) stack.push({ node: nodes[i] as OutlineNode, depth });
  };
  pushAll(outline, 0);
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, depth } = top;
    const start = wholeUnit(source, clamp(node.span.start, 0, length));
    const end = wholeUnit(source, clamp(node.span.end, start, length));
    const textStart = wholeUnit(source, clamp(node.textSpan.start, start, end));
    const { kind, label, zone } = node;
    out.push({ kind, label, start, end, textStart, depth: Math.min(depth, MAX_DEPTH), zone, order: out.length });
    pushAll(node.children, kind === 'row' || kind === 'footnote' ? depth : depth + 1);
  }
  return out.sort((a, b) => a.start - b.start || a.order - b.order);
}

/** The position, or the one before it when it stands in the middle of a surrogate pair. */
export function wholeUnit(source: string, at: number): number {
  const pair = (source.codePointAt(at - 1) ?? 0) > 0xffff;
  return pair ? at - 1 : at;
}

function clamp(value: number, low: number, high: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), low), high) : low;
}

/** Cuts each block where the next begins, and finds a host for every footnote; one without host is a block. */
function placeNotes(drafts: readonly Draft[], notes: readonly Draft[], text: MarkedText): Draft[] {
  const blocks = drafts.filter((d) => d.kind !== 'footnote');
  for (let i = 0; i + 1 < blocks.length; i++) clip(blocks[i] as Draft, (blocks[i + 1] as Draft).start);
  const lone: Draft[] = [];
  let host = -1;
  let last = 0;
  for (const note of notes) {
    while (host + 1 < blocks.length && (blocks[host + 1] as Draft).start <= note.start) host++;
    const block = blocks[host];
    const next = blocks[host + 1]?.start ?? text.source.length;
    note.start = Math.max(note.start, last);
    note.end = Math.max(note.start, Math.min(note.end, next));
    note.textStart = clamp(note.textStart, note.start, note.end);
    last = note.end;
    if (block !== undefined && block.kind !== 'row' && !text.hasWords(block.end, note.start)) {
      block.end = Math.max(block.end, note.end);
    } else if (block === undefined || note.start >= block.end) lone.push(note);
    else note.end = Math.min(note.end, block.end);
  }
  return lone.length === 0 ? blocks : [...blocks, ...lone].sort((a, b) => a.start - b.start || a.order - b.order);
}

function clip(block: Draft, end: number): void {
  block.end = Math.min(block.end, end);
  block.textStart = Math.min(block.textStart, block.end);
}

/** Adds the text between the blocks, a block a line; drops blocks that hold nothing and head nothing. */
function fillGaps(drafts: readonly Draft[], text: MarkedText, reading: Reading): Block[] {
  const out: Block[] = [];
  const firstField = Math.min(...Object.values(reading.document.spans).map((span) => span.start));
  let at = 0;
  for (let i = 0; i <= drafts.length; i++) {
    const next = drafts[i];
    const stop = next?.start ?? text.source.length;
    if (stop > at) {
      const before = out.at(-1);
      const depth = before === undefined ? 0 : isHead(before) ? before.depth + 1 : before.depth;
      const zone = before?.zone ?? (firstField < stop ? 'header' : (next?.zone ?? 'context'));
      addLines(out, text, at, stop, Math.min(depth, MAX_DEPTH), zone);
      at = stop;
    }
    if (next === undefined) break;
    const follower = drafts[i + 1];
    const heads = follower !== undefined && follower.depth > next.depth;
    if (text.hasWords(next.start, next.end) || heads) out.push(next);
    at = Math.max(at, next.end);
  }
  return out;
}

const HEADS: ReadonlySet<Block['kind']> = new Set(['part', 'chapter', 'section', 'article', 'heading']);

/** True for a block that has the form of a heading over others. */
export function isHead(block: Block): boolean {
  return HEADS.has(block.kind);
}

function addLines(out: Block[], text: MarkedText, from: number, to: number, depth: number, zone: Zone): void {
  let start = from;
  while (start < to) {
    const line = text.source.indexOf('\n', start);
    const end = line < 0 || line >= to ? to : line + 1;
    if (text.hasWords(start, end)) out.push({ kind: 'text', label: null, start, end, textStart: start, depth, zone });
    start = end;
  }
}

const FORMULA = /^(?:quyết nghị|quyết định)(?: như sau)?\s*:?$/iu;

/** True for the enacting formula: `QUYẾT NGHỊ:`. */
export function isFormula(block: Span, text: MarkedText): boolean {
  return block.end - block.start < 80 && FORMULA.test(text.words(block.start, block.end).normalize('NFC'));
}

/** True for a legal basis: `Căn cứ Luật …`. */
export function isBasis(block: Span, text: MarkedText): boolean {
  return /^căn cứ/iu.test(text.words(block.start, block.end, 60).normalize('NFC'));
}

/** Where the last field that opens a document ends. */
function fieldsEnd(reading: Reading): number {
  const { issuer, symbol, place, date, type, title } = reading.document.spans;
  return Math.max(0, ...[issuer, symbol, place, date, type, title].map((span) => span?.end ?? 0));
}

/** True for the first line of an annex: `Phụ lục I`. */
export function isAppendix(block: Block, text: MarkedText): boolean {
  return /^phụ lục(?:\s|$)/iu.test(text.words(block.start, block.end, 40).normalize('NFC'));
}

function cut(
  blocks: readonly Block[],
  text: MarkedText,
  fieldsEnd: number,
): Omit<Layout, 'text' | 'footnotes' | 'hasArticle'> {
  let front = 0;
  while (front < blocks.length) {
    const block = blocks[front] as Block;
    if (block.zone !== 'header' && block.zone !== 'preamble' && !isFormula(block, text)) break;
    front++;
  }
  let preface = 0;
  const opens = (block: Block): boolean => !isFormula(block, text) && !isBasis(block, text);
  while (preface < front && blocks[preface]?.zone === 'header' && opens(blocks[preface] as Block)) preface++;
  // The fields of the header belong to the preface wherever the outline drew its line, up to the first Căn cứ.
  for (let i = preface; i < front && !isBasis(blocks[i] as Block, text); i++) {
    if ((blocks[i] as Block).start < fieldsEnd) preface = i + 1;
  }

  const cuts: number[] = [];
  let closingRun = 0;
  for (let i = front; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind === 'footnote') continue;
    if (block.zone === 'closing') closingRun++;
    else {
      // What follows a whole closing (more than one line of it) is annexed; then each "Phụ lục" is one more annex.
      if (closingRun > 1 || (cuts.length > 0 && block.depth === 0 && isAppendix(block, text))) cuts.push(i);
      closingRun = 0;
    }
  }
  const main = cuts[0] ?? blocks.length;
  let closing = main;
  while (closing > front && (blocks[closing - 1]?.zone === 'closing' || blocks[closing - 1]?.kind === 'footnote'))
    closing--;
  while (closing < main && blocks[closing]?.kind === 'footnote' && blocks[closing]?.zone !== 'closing') closing++;
  return {
    preface: blocks.slice(0, preface),
    preamble: blocks.slice(preface, front),
    body: blocks.slice(front, closing),
    conclusions: blocks.slice(closing, main),
    appendices: cuts.map((from, i) => blocks.slice(from, cuts[i + 1] ?? blocks.length)),
  };
}

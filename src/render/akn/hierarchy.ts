/**
 * The body: outline blocks as part, chapter, section, article, paragraph, point, indent … by kind and label.
 * The mapping is in `docs/akoma-ntoso.md`.
 */
import type { Flow } from './flow.ts';
import { type Block, isHead } from './layout.ts';
import type { MarkedText } from './marks.ts';
import { Counter, type Ids, labelNumber } from './names.ts';
import type { XmlWriter } from './xml.ts';

/** What every part of the writer works with. */
export interface Desk {
  readonly xml: XmlWriter;
  readonly flow: Flow;
  readonly ids: Ids;
  readonly text: MarkedText;
}

interface Node {
  readonly block: Block;
  readonly children: readonly Node[];
}

/** Where a run of nodes stands. */
interface Context {
  /** eId of the element around it; empty at the top. */
  readonly parent: string;
  /** Names of the hierarchy elements around it, innermost last. */
  readonly above: readonly string[];
  /** True where `p` and `table` may stand as they are (`mainBody`, `content`). */
  readonly blocks: boolean;
  readonly counter: Counter;
}

/** Writes a run of blocks as hierarchy. `blocks` is true for a `mainBody`, false for a `body`; ids begin with `parent`. */
export function writeHierarchy(desk: Desk, run: readonly Block[], blocks: boolean, parent = ''): void {
  const nodes = nest(run);
  if (nodes.length === 0) {
    // Both `body` and `mainBody` must hold something.
    if (blocks) desk.xml.empty('p');
    else desk.xml.empty('hcontainer', { eId: desk.ids.child(parent, 'hcontainer', 1), name: 'khongCoNoiDung' });
    return;
  }
  writeRun(desk, nodes, { parent, above: [], blocks, counter: new Counter() });
}

function nest(run: readonly Block[]): Node[] {
  const root: Node[] = [];
  const open: { depth: number; children: Node[] }[] = [];
  for (const block of run) {
    for (let top = open.at(-1); top !== undefined && top.depth >= block.depth; top = open.at(-1)) open.pop();
    const children: Node[] = [];
    (open.at(-1)?.children ?? root).push({ block, children });
    // A row and a footnote hold no hierarchy: what lies deeper hangs on what they hang on.
    if (block.kind !== 'row' && block.kind !== 'footnote') open.push({ depth: block.depth, children });
  }
  return root;
}

/** A node that is only text: it stands as `p` or in a table. */
function isPlain({ block, children }: Node): boolean {
  if (block.kind === 'row' || block.kind === 'text' || block.kind === 'footnote') return children.length === 0;
  return block.kind === 'paragraph' && block.label === null && children.length === 0;
}

function isRow(node: Node | undefined): boolean {
  return node?.block.kind === 'row';
}

function isCounted(node: Node | undefined, text: MarkedText): boolean {
  if (node === undefined || isPlain(node) || isHead(node.block)) return false;
  const { start, textStart } = node.block;
  return text.words(start, textStart).startsWith('(');
}

function writeRun(desk: Desk, nodes: readonly Node[], context: Context, intro: Block | null = null): void {
  let listIntro = intro;
  for (let i = 0; i < nodes.length; ) {
    const from = i;
    if (isRow(nodes[i])) {
      while (isRow(nodes[i])) i++;
      writeTable(desk, nodes.slice(from, i), context);
    } else if (isCounted(nodes[i], desk.text)) {
      while (isCounted(nodes[i], desk.text)) i++;
      writeList(desk, nodes.slice(from, i), context, listIntro);
      listIntro = null;
    } else {
      const node = nodes[i++] as Node;
      if (isPlain(node)) writePlain(desk, node.block, context);
      else writeElement(desk, node, context);
    }
  }
}

/** `(1) … (28)`: a `list` with a `point` each. */
function writeList(desk: Desk, nodes: readonly Node[], context: Context, intro: Block | null): void {
  const { xml, ids } = desk;
  const eId = ids.child(context.parent, 'list', context.counter.next('list'));
  xml.open('list', { eId });
  if (intro !== null) writeIntro(desk, intro);
  const inside: Context = { parent: eId, above: [...context.above, 'list'], blocks: false, counter: new Counter() };
  for (const node of nodes) writeElement(desk, node, inside);
  xml.close('list');
}

function writeIntro(desk: Desk, block: Block): void {
  desk.xml.open('intro');
  leaf(desk, 'p', block.textStart, block.end);
  desk.xml.close('intro');
}

function writeElement(desk: Desk, node: Node, context: Context): void {
  const { xml, flow, ids, text } = desk;
  const { block, children } = node;
  const element = elementFor(block, context.above, text);
  const eId = ids.child(context.parent, element, labelNumber(block.label) ?? context.counter.next(element));
  xml.open(element, { eId, name: element === 'hcontainer' ? 'deMuc' : undefined });
  flow.enter(block, eId);
  const own = text.hasWords(block.textStart, block.end);
  const numbered = text.hasWords(block.start, block.textStart);
  // The stretches written are the whole block: what is inline in an empty part of it is not lost.
  if (numbered) leaf(desk, 'num', block.start, own ? block.textStart : block.end);
  const rest = { ...block, textStart: numbered ? block.textStart : block.start };
  const heading = own && isHeading(block, text, children.length > 0);
  if (heading) leaf(desk, 'heading', rest.textStart, rest.end);
  const inside: Context = { parent: eId, above: [...context.above, element], blocks: false, counter: new Counter() };
  if (children.every(isPlain)) {
    if (children.length > 0 || (own && !heading)) {
      xml.open('content');
      if (own && !heading) leaf(desk, 'p', rest.textStart, rest.end);
      writeRun(desk, children, { ...inside, blocks: true });
      xml.close('content');
    }
  } else {
    const toList = own && !heading && children.every((child) => isCounted(child, text));
    if (own && !heading && !toList) writeIntro(desk, rest);
    writeRun(desk, children, inside, toList ? rest : null);
  }
  xml.close(element);
}

/** Text of its own: a `p` where blocks may stand, else an `alinea` around it. */
function writePlain(desk: Desk, block: Block, context: Context): void {
  const { xml, flow, ids } = desk;
  if (context.blocks) {
    const eId = ids.child(context.parent, 'p', context.counter.next('p'));
    flow.enter(block, eId);
    leaf(desk, 'p', block.start, block.end, eId);
    return;
  }
  const eId = ids.child(context.parent, 'alinea', context.counter.next('alinea'));
  xml.open('alinea', { eId });
  flow.enter(block, eId);
  xml.open('content');
  leaf(desk, 'p', block.start, block.end);
  xml.close('content');
  xml.close('alinea');
}

function writeTable(desk: Desk, rows: readonly Node[], context: Context): void {
  const { xml, flow, ids, text } = desk;
  const wrapped = !context.blocks;
  let parent = context.parent;
  if (wrapped) {
    parent = ids.child(parent, 'hcontainer', context.counter.next('hcontainer'));
    xml.open('hcontainer', { eId: parent, name: 'bang' });
    xml.open('content');
  }
  const eId = ids.child(parent, 'table', context.counter.next('table'));
  xml.open('table', { eId });
  for (const [i, { block }] of rows.entries()) {
    const row = ids.child(eId, 'tr', i + 1);
    xml.open('tr', { eId: row });
    flow.enter(block, row);
    for (const cell of cells(text, block)) {
      if (!text.hasWords(cell.start, cell.end)) {
        xml.empty('td');
        continue;
      }
      xml.open('td');
      leaf(desk, 'p', cell.start, cell.end);
      xml.close('td');
    }
    xml.close('tr');
  }
  xml.close('table');
  if (wrapped) {
    xml.close('content');
    xml.close('hcontainer');
  }
}

/** The cells of a row, together the whole row: between `|`, else between tabs, else one. */
export function cells(text: MarkedText, row: Block): { start: number; end: number }[] {
  const source = text.source.slice(row.start, row.end);
  const separator = source.includes('|') ? '|' : '\t';
  const out: { start: number; end: number }[] = [];
  let start = row.start;
  for (const part of source.split(separator)) {
    const end = Math.min(row.end, start + part.length + 1);
    out.push({ start, end });
    start = end;
  }
  const isEmpty = (cell: { start: number; end: number } | undefined): boolean =>
    cell !== undefined && !text.hasWords(cell.start, cell.end);
  // The bar before the first and after the last cell closes the row in, it does not part cells.
  if (separator === '|') {
    if (out.length > 1 && isEmpty(out[0])) out.shift();
    if (out.length > 1 && isEmpty(out.at(-1))) out.pop();
  }
  return out;
}

/** Writes a leaf element with the words of a stretch. */
export function leaf(desk: Desk, element: string, start: number, end: number, eId?: string): void {
  desk.xml.leafOpen(element, { eId });
  desk.flow.write(start, end);
  desk.xml.leafClose(element);
}

/** A heading names what follows; a sentence that leads into a list or says something is `intro` or `content`. */
function isHeading(block: Block, text: MarkedText, leads: boolean): boolean {
  if (!isHead(block)) return false;
  if (block.end - block.textStart > 600) return false;
  const words = text.words(block.textStart, block.end, 600);
  return leads ? !/[.;:,]$/.test(words) : !/[.;:,]$/.test(words) && words.length < 300;
}

/** The hierarchy element for a block (STANDARDS §5.1; `docs/akoma-ntoso.md`). */
export function elementFor(block: Block, above: readonly string[], text: MarkedText): string {
  const { kind, label } = block;
  const printed = text.words(block.start, block.textStart).normalize('NFC').toLowerCase();
  const named = NAMED.find(([word]) => printed.startsWith(word));
  if (named !== undefined) return named[1];
  if (kind === 'part' || kind === 'chapter' || kind === 'article') return kind;
  const marker = label?.trim() ?? '';
  if (marker === '') return kind === 'bullet' ? 'indent' : isHead(block) ? 'hcontainer' : 'alinea';
  if (printed.startsWith('(')) return 'point';
  if (/^[a-zđ]$/iu.test(marker) && !/^[IVX]$/.test(marker)) return 'point';
  const roman = /^[IVXLC]+$/.test(marker);
  const arabic = /^\d+(?:\.\d+)*$/.test(marker);
  if (!roman && !arabic) return labelNumber(marker) === null ? 'indent' : kind === 'bullet' ? 'point' : 'hcontainer';
  return above.includes('article') ? underArticle(above) : outsideArticle(above, roman, marker);
}

/** Markers that name their level. */
const NAMED: readonly (readonly [word: string, element: string])[] = [
  ['điều ', 'article'],
  ['chương ', 'chapter'],
  ['phần ', 'part'],
  ['phụ lục', 'hcontainer'],
  ['tiểu mục ', 'subsection'],
  ['mục ', 'section'],
];

/** Under Điều: khoản is `paragraph`, a numbered part of it `subparagraph`, below that `level`. */
function underArticle(above: readonly string[]): string {
  if (!above.includes('paragraph')) return 'paragraph';
  return above.includes('subparagraph') ? 'level' : 'subparagraph';
}

/** Outside Điều: `I` part, `1` section, `1.1` and below level; each step down takes the next. */
function outsideArticle(above: readonly string[], roman: boolean, marker: string): string {
  if (above.includes('section') || marker.includes('.')) return 'level';
  return roman && !above.includes('part') && !above.includes('chapter') ? 'part' : 'section';
}

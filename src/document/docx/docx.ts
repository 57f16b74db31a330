/**
 * Word files (.docx, .docm): blocks in the order of reading as Word shows them, with what was left out as warnings.
 * Nothing in the file is run, nothing outside of it is fetched.
 */

import { err, ok, type Result } from '#base/result.ts';
import type { Block, Content } from '../block.ts';
import { type FileRefusal, fileRefusal } from '../model.ts';
import { NoteMarks } from './note-marks.ts';
import { Numbering } from './numbering.ts';
import { openPackage, type Package } from './package.ts';
import { Story, type StoryContext } from './story.ts';
import { Styles } from './styles.ts';
import { listWarnings, newTally, type Tally } from './tally.ts';
import { child, type Element, parseTree } from './tree.ts';

/** Parts beside the text that say how it looks. */
interface Parts {
  readonly styles: Element | null;
  readonly theme: Element | null;
  readonly numbering: Element | null;
  readonly footnotes: Element | null;
  readonly endnotes: Element | null;
  readonly settings: Element | null;
  readonly comments: Element | null;
}

const PARTS = ['styles', 'theme', 'numbering', 'footnotes', 'endnotes', 'settings', 'comments'] as const;

export function readDocx(bytes: Uint8Array): Result<Content, FileRefusal> {
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  const parts = readParts(opened.value);
  if (!parts.ok) return parts;
  const main = opened.value.read(opened.value.main);
  if (!main.ok) return main;
  const { styles: stylePart, theme, numbering: listPart, footnotes, endnotes, settings, comments } = parts.value;
  const tally = newTally();
  const styles = new Styles(stylePart, theme);
  const context: StoryContext = {
    styles,
    numbering: new Numbering(listPart, (style) => styles.list(style)),
    notes: new NoteMarks(footnotes, endnotes, settings),
    tally,
  };
  const story = new Story(context);
  const { root, refusal } = parseTree(main.value ?? new Uint8Array(), 'w:body', (element) => story.add(element));
  if (refusal) return err(refusal);
  if (!child(root ?? undefined, 'w:body')) return err(NO_BODY);
  const margins = readMargins(opened.value, context);
  if (!margins.ok) return margins;
  tally.comments = comments?.children.filter((each) => each.name === 'w:comment').length ?? 0;
  tally.outside += countOutside(opened.value);
  return ok({
    format: 'docx',
    pages: [],
    blocks: story.end(),
    warnings: listWarnings(tally, opened.value.names),
    margins: margins.value,
  });
}

function readParts(opened: Package): Result<Parts, FileRefusal> {
  const parts: Record<string, Element | null> = {};
  for (const type of PARTS) {
    const tree = opened.tree(type);
    if (!tree.ok) return tree;
    parts[type] = tree.value;
  }
  return ok(parts as unknown as Parts);
}

/** What stands over and under the pages (đầu trang, chân trang), one text a part, empty ones left out. */
function readMargins(opened: Package, context: StoryContext): Result<readonly string[], FileRefusal> {
  const margins: string[] = [];
  const own: Tally = newTally();
  for (const { type, target, external } of opened.relationships.values()) {
    if ((type !== 'header' && type !== 'footer') || external) continue;
    const bytes = opened.read(target);
    if (!bytes.ok) return bytes;
    if (!bytes.value) continue;
    const story = new Story({ ...context, notes: null, tally: own });
    const { root, refusal } = parseTree(bytes.value);
    if (refusal) return err(refusal);
    for (const element of root?.children ?? []) story.add(element);
    const text = story.end().map(textOf).join('\n').trim();
    if (text !== '') margins.push(text);
  }
  return ok(margins);
}

function textOf(block: Block): string {
  if (block.kind === 'table') {
    return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.map(textOf))).join('\n');
  }
  return block.lines
    .map((line) => line.words.map((word, i) => (i > 0 && !word.glued ? ` ${word.text}` : word.text)).join(''))
    .join(' ');
}

/** What a document takes from elsewhere when it is opened; links that a reader may click are not that. */
const TAKEN = new Set([
  'attachedTemplate',
  'image',
  'oleObject',
  'package',
  'frame',
  'subDocument',
  'aFChunk',
  'video',
]);

function countOutside({ relationships }: Package): number {
  let count = 0;
  for (const { type, external } of relationships.values()) if (external && TAKEN.has(type)) count++;
  return count;
}

const NO_BODY = fileRefusal(
  'damaged',
  'tệp không có nội dung của một văn bản Word',
  'the file does not hold the text of a Word document',
);

/**
 * Word 97–2003 documents (.doc), read from their own structures: runs with their fonts – without which `.VnTimeH` and `VNI-Times`
 * can't be told from Western text –, automatic numbers, tables and notes.
 */

import type { Issue } from '#base/issue.ts';
import { err, ok, type Result } from '#base/result.ts';
import type { Content } from '../block.ts';
import { assemble, listLines } from '../flow/assemble.ts';
import type { Draft, DraftParagraph } from '../flow/draft.ts';
import {
  CONTENTS,
  EMBEDDED_OBJECTS,
  HIDDEN_TEXT,
  LIST_LABELS_LOST,
  MACROS,
  TRACKED_CHANGES,
  TRUNCATED,
} from '../flow/warnings.ts';
import { FlowWriter, paragraphsOf } from '../flow/writer.ts';
import { type FileRefusal, fileRefusal } from '../model.ts';
import { DAMAGED, ENCRYPTED, NO_TEXT } from '../refusals.ts';
import { hasMark, SECRET } from '../secrecy.ts';
import { CompoundFile } from './compound-file.ts';
import { type Fib, readFib } from './fib.ts';
import { Stories } from './stories.ts';
import { type Shared, StoryReader } from './story-reader.ts';

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Word 97 and later. */
const FIRST_VERSION = 0xc0;
/** Text boxes up to this length (a stamp, `DỰ THẢO`) belong to the head of the document. */
const SHORT_BOXES = 400;

export function readDoc(bytes: Uint8Array): Result<Content, FileRefusal> {
  if (!MAGIC.every((byte, i) => bytes[i] === byte)) return err(NOT_WORD);
  if (bytes.length < 1536) return err(DAMAGED);
  const file = new CompoundFile(bytes);
  if (file.names.includes('EncryptedPackage')) return err(ENCRYPTED);
  const stream = file.stream('WordDocument');
  if (!stream) return err(file.names.length === 0 ? DAMAGED : NOT_WORD);
  const fib = readFib(stream);
  if (!fib) return err(DAMAGED);
  if (fib.encrypted) return err(ENCRYPTED);
  if (fib.version < FIRST_VERSION) return err(TOO_OLD);
  const stories = Stories.read(fib, file, stream);
  if (!stories) return err(DAMAGED);
  const { drafts, headers, warnings } = readStories(fib, stories);
  if (hasMark(headers)) return err(SECRET);
  if (drafts.length === 0) return err(NO_TEXT);
  if (file.holds('Macros') || file.holds('_VBA_PROJECT_CUR') || file.holds('_VBA_PROJECT')) warnings.push(MACROS);
  if (file.holds('ObjectPool')) warnings.push(EMBEDDED_OBJECTS);
  return ok(assemble('doc', drafts, warnings));
}

interface Read {
  readonly drafts: readonly Draft[];
  /** Lines of the headers of pages, which are no part of the text. */
  readonly headers: readonly string[];
  readonly warnings: Issue[];
}

function readStories(fib: Fib, stories: Stories): Read {
  const leftOut = { hidden: false, changes: false, contents: false };
  const looks: Shared['looks'] = new Map();
  const writer = new FlowWriter();
  const length = stories.pieces.text.length;
  const endnotesFrom = fib.text + fib.footnotes + fib.headers + fib.comments;
  const marks = new Map<number, { mark: string; from: number; to: number }>();
  const addMarks = (name: 'footnote' | 'endnote', from: number) => {
    const places = stories.positions(`${name}Marks`, 2);
    const texts = stories.positions(`${name}Texts`, 0);
    for (let i = 0; i + 1 < places.length; i++) {
      // Endnotes are counted behind the footnotes, so that a mark means one note.
      marks.set(places[i] as number, {
        mark: String(marks.size + 1),
        from: from + (texts[i] ?? 0),
        to: from + (texts[i + 1] ?? 0),
      });
    }
  };
  addMarks('footnote', fib.text);
  addMarks('endnote', endnotesFrom);
  const inNotes: Shared = { stories, leftOut, looks, noteAt: () => null };
  const story = (from: number, to: number): Draft[] => {
    const own = new FlowWriter();
    new StoryReader(inNotes, own).read(from, Math.min(to, length));
    return own.finish();
  };
  const noteAt: Shared['noteAt'] = (position) => {
    const found = marks.get(position);
    if (!found) return null;
    const { mark, from, to } = found;
    // Notes that overlap in a damaged file are read once.
    return { mark, give: () => void (marks.delete(position) && writer.note(mark, paragraphsIn(story(from, to)))) };
  };
  const boxesFrom = endnotesFrom + fib.endnotes;
  const boxes = fib.boxes > 0 ? paragraphsIn(story(boxesFrom, boxesFrom + fib.boxes)) : [];
  new StoryReader({ stories, leftOut, looks, noteAt }, writer).read(0, Math.min(fib.text, length));
  const body = writer.finish();
  const letters = boxes.reduce((sum, { runs }) => sum + runs.reduce((n, run) => n + run.text.length, 0), 0);
  const drafts = letters <= SHORT_BOXES ? [...boxes, ...body] : [...body, ...boxes];
  const warnings: Issue[] = [];
  if (leftOut.hidden) warnings.push(HIDDEN_TEXT);
  if (leftOut.changes) warnings.push(TRACKED_CHANGES);
  if (leftOut.contents) warnings.push(CONTENTS);
  if (stories.lists.lost) warnings.push(LIST_LABELS_LOST);
  if (fib.text > length) warnings.push(TRUNCATED);
  const headersFrom = fib.text + fib.footnotes;
  const headerBoxesFrom = boxesFrom + fib.boxes;
  const headers = [
    ...story(headersFrom, headersFrom + fib.headers),
    ...story(headerBoxesFrom, headerBoxesFrom + fib.headerBoxes),
  ];
  return { drafts, headers: listLines(headers), warnings };
}

function paragraphsIn(drafts: readonly Draft[]): DraftParagraph[] {
  return drafts.flatMap(paragraphsOf);
}

const NOT_WORD = fileRefusal(
  'wrong-extension',
  'tệp .doc này không phải tài liệu Word (có thể là Excel, PowerPoint hoặc tệp khác)',
  'this .doc is no Word document (it may be Excel, PowerPoint or something else)',
);

const TOO_OLD = fileRefusal(
  'needs-converting',
  'tài liệu Word 95 trở về trước; hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx',
  'a document of Word 95 or before; open it in Word or LibreOffice and save it as .docx',
);

/**
 * Cases written as text with the expected result inside it:
 *
 *     # a growth rate is a level
 *     {target:Tốc độ tăng trưởng kinh tế trên {value:9}%};
 *     ==> indicator: Tốc độ tăng trưởng kinh tế
 *
 * `{name:…}` marks a stretch of the text and may hold other marks; `\{`, `\}` and `\\` stand for themselves. Lines after `==>` are
 * expectations that have no place in the text. A case ends at the next line that starts with `# `.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Span } from '#base/span.ts';

/** A named stretch of a case's text. */
export interface Mark {
  readonly name: string;
  readonly span: Span;
}

export interface AnnotatedCase {
  readonly name: string;
  /** The text without its marks. */
  readonly text: string;
  /** In reading order, an outer mark before the inner. */
  readonly marks: readonly Mark[];
  /** What stands after `==>`, one string a line. */
  readonly expected: readonly string[];
}

/** The cases of the file beside a test: `readCases(new URL('./target.cases.txt', import.meta.url))`. */
export function readCases(file: URL): AnnotatedCase[] {
  return parseCases(readFileSync(file, 'utf8'));
}

export function parseCases(source: string): AnnotatedCase[] {
  return source
    .split(/^# /m)
    .slice(1)
    .map((chunk) => {
      const [name = '', ...lines] = chunk.split('\n');
      const isExpectation = (line: string) => line.startsWith('==>');
      const text = lines
        .filter((line) => !isExpectation(line))
        .join('\n')
        .trim();
      const expected = lines.filter(isExpectation).map((line) => line.slice(3).trim());
      return { name: name.trim(), ...parseMarks(text), expected };
    });
}

/** Takes the marks out of a text. */
export function parseMarks(annotated: string): { text: string; marks: Mark[] } {
  let text = '';
  const marks: Mark[] = [];
  const open: { name: string; start: number; at: number }[] = [];
  for (let i = 0; i < annotated.length; i++) {
    const char = annotated[i] as string;
    if (char === '\\' && '{}\\'.includes(annotated[i + 1] ?? ' ')) {
      text += annotated[++i];
    } else if (char === '{') {
      const name = /^\{([a-z]+):/.exec(annotated.slice(i, i + 40))?.[1];
      if (name === undefined) throw new Error(`a mark needs a name, {name:…}: ${annotated.slice(i, i + 20)}`);
      open.push({ name, start: text.length, at: marks.length });
      marks.push({ name, span: { start: text.length, end: text.length } });
      i += name.length + 1;
    } else if (char === '}') {
      const mark = open.pop();
      if (!mark) throw new Error(`nothing to close: ${annotated.slice(Math.max(0, i - 20), i + 1)}`);
      marks[mark.at] = { name: mark.name, span: { start: mark.start, end: text.length } };
    } else {
      text += char;
    }
  }
  if (open.length > 0) throw new Error(`not closed: ${open.map((mark) => mark.name).join(', ')}`);
  return { text, marks };
}

/** Puts marks into a text: the inverse of `parseMarks` for marks that lie inside or beside each other. */
export function writeMarks(text: string, marks: readonly Mark[]): string {
  const sorted = [...marks].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let written = '';
  let at = 0;
  const open: Mark[] = [];
  const copyTo = (end: number) => {
    written += text.slice(at, Math.max(at, end)).replace(/[{}\\]/g, '\\$&');
    at = Math.max(at, end);
  };
  const closeUntil = (start: number) => {
    for (let last = open.at(-1); last && last.span.end <= start; last = open.at(-1)) {
      copyTo(last.span.end);
      written += '}';
      open.pop();
    }
  };
  for (const mark of sorted) {
    closeUntil(mark.span.start);
    copyTo(mark.span.start);
    written += `{${mark.name}:`;
    open.push(mark);
  }
  closeUntil(Number.POSITIVE_INFINITY);
  copyTo(text.length);
  return written;
}

/** Fails unless the marks found are those of the case; the message shows both texts with their marks. */
export function checkMarks(test: AnnotatedCase, found: readonly Mark[]): void {
  assert.equal(writeMarks(test.text, found), writeMarks(test.text, test.marks), test.name);
}

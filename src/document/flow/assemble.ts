/** Drafts to blocks: text in Unicode and cleaned, labels before their paragraphs, tables of data and tables of layout. */

import type { Issue } from '#base/issue.ts';
import type { Block, BlockLine, Cell, Content, Paragraph } from '../block.ts';
import { isLayout } from '../docx/layout-table.ts';
import { convertedFrom } from '../encoding/plain.ts';
import type { Format } from '../model.ts';
import type { Draft, DraftCell, DraftParagraph, DraftTable, Run, RunStyle } from './draft.ts';
import { LegacyRuns } from './legacy-runs.ts';
import { paragraphsOf } from './writer.ts';

export function assemble(format: Format, drafts: readonly Draft[], warnings: readonly Issue[]): Content {
  const legacy = new LegacyRuns(drafts.flatMap(paragraphsOf));
  const blocks = drafts.flatMap((draft) => blocksOf(draft, legacy));
  const conversions = legacy.found.map((encoding) =>
    convertedFrom(encoding === 'tcvn3' ? 'TCVN3 (ABC)' : 'VNI-Windows'),
  );
  return { format, pages: [], blocks, warnings: [...conversions, ...warnings] };
}

/** The lines of what is no part of the text but has to be looked at, such as the headers of pages. */
export function listLines(drafts: readonly Draft[]): string[] {
  const legacy = new LegacyRuns(drafts.flatMap(paragraphsOf));
  return drafts.flatMap(paragraphsOf).flatMap((draft) => {
    const lines: string[] = [];
    for (const line of linesOf(draft, legacy)) {
      const text = line.words.map((word) => word.text).join('');
      if (line.after === 'wrap' && lines.length > 0) lines.push((lines.pop() as string) + text);
      else lines.push(text);
    }
    return lines;
  });
}

function blocksOf(draft: Draft, legacy: LegacyRuns): Block[] {
  switch (draft.kind) {
    case 'paragraph':
      return listOf(paragraphOf(draft, legacy));
    case 'note': {
      const lines = draft.paragraphs.flatMap((paragraph, i) => {
        const made = linesOf(paragraph, legacy);
        return i === 0 ? made : made.map((line, j) => (j === 0 ? { ...line, after: 'break' as const } : line));
      });
      return lines.length > 0 ? [{ kind: 'note', mark: draft.mark, lines }] : [];
    }
    case 'table':
      return blocksOfTable(draft, legacy);
  }
}

function blocksOfTable(table: DraftTable, legacy: LegacyRuns): Block[] {
  const nested = table.rows.some((row) => row.some((cell) => cell.blocks.some((block) => block.kind === 'table')));
  // A table around tables lays out the page; its parts are read one after the other.
  if (nested && table.columns <= 3) {
    return table.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.flatMap((block) => blocksOf(block, legacy))));
  }
  const rows = table.rows.map((row) => ({ cells: row.map((cell) => cellOf(cell, legacy)) }));
  const cells = rows.map((row) => row.cells.map((cell) => cell.paragraphs));
  const layout = isLayout(cells, table.columns, table.ruled);
  return [{ kind: 'table', rows, columns: table.columns, layout }];
}

function cellOf(cell: DraftCell, legacy: LegacyRuns): Cell {
  const paragraphs = cell.blocks.flatMap(paragraphsOf).flatMap((draft) => listOf(paragraphOf(draft, legacy)));
  return { paragraphs, column: cell.column, columns: cell.columns, rows: cell.rows };
}

function paragraphOf(draft: DraftParagraph, legacy: LegacyRuns): Paragraph | null {
  const lines = linesOf(draft, legacy);
  if (lines.length === 0) return null;
  // Only letters and digits have a weight; the label of a list often has a style of its own.
  const shown = draft.runs.filter((run) => /[\p{L}\p{N}]/u.test(run.text) && !run.mark);
  return {
    kind: 'paragraph',
    lines,
    bold: shown.length > 0 && shown.every((run) => run.style.bold),
    italic: shown.length > 0 && shown.every((run) => run.style.italic),
    centred: draft.centred,
    level: draft.level,
  };
}

function linesOf(draft: DraftParagraph, legacy: LegacyRuns): BlockLine[] {
  const runs = trimmed(legacy.convert(draft.runs).map((run) => ({ ...run, text: cleaned(run.text) })));
  if (runs.length === 0) return [];
  const first = runs[0] as Run;
  if (draft.label !== '') runs[0] = { ...first, text: `${draft.label} ${first.text}` };
  return runs.map((run, i) => ({
    page: null,
    font: fontOf(run.style),
    words: [{ text: run.text, box: null, confidence: null, doubt: false, glued: i > 0 }],
    after: run.broken && i > 0 ? 'break' : 'wrap',
  }));
}

/** NFC, without what only directs the breaking of lines. */
function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\n\r\v\f\u2028\u2029]+/g, ' ');
}

/** Without empty runs and without spaces at both ends and around breaks; adjoining runs of one style become one. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  let broken = false;
  for (const run of runs) {
    broken ||= run.broken;
    const last = kept.at(-1);
    const text = !last || broken ? run.text.trimStart() : run.text;
    if (text === '') continue;
    if (broken && last) kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
    if (last && !broken && last.style === run.style && !last.mark && !run.mark) {
      kept[kept.length - 1] = { ...last, text: last.text + text };
    } else {
      kept.push({ ...run, text, broken: broken && kept.length > 0 });
    }
    broken = false;
  }
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    kept.pop();
    const text = last.text.trimEnd();
    if (text === '') continue;
    kept.push({ ...last, text });
    break;
  }
  return kept;
}

function fontOf({ font, size, bold, italic }: RunStyle): BlockLine['font'] {
  return font === '' && size === 0 && !bold && !italic ? null : { name: font, size, bold, italic };
}

function listOf<T>(value: T | null): T[] {
  return value === null ? [] : [value];
}

/** A reading as a Markdown report: headings, a list of the header's fields, one table a section. */
import type { Reading } from '#reading/model.ts';
import type { Origin } from './origin.ts';
import { type Cell, type Column, DOUBT_LEGEND, doubtMark, headingOf, makeReport, type Section } from './report.ts';

export interface MarkdownOptions {
  readonly unread?: boolean;
  readonly file?: string;
  /** The file that the text came from. */
  readonly origin?: Origin;
}

/** The whole report, ending with a line break. */
export function writeMarkdown(reading: Reading, text: string, options: MarkdownOptions = {}): string {
  const report = makeReport(reading, text, options);
  const out = [`# ${escapeMarkdown(report.name)}`, ''];
  for (const { label, cell } of report.fields) out.push(`- **${label}:** ${cellText(cell)}`);
  if (report.file) out.push(`- **Tệp:** ${escapeMarkdown(report.file)}`);
  out.push('', `**${escapeMarkdown(report.summary)}**`);
  for (const section of report.sections) out.push('', `## ${headingOf(section)}`, '', ...tableLines(section));
  if (report.absent.length > 0) out.push('', `Không có trong văn bản: ${report.absent.join(', ').toLowerCase()}.`);
  if (report.doubtful) out.push('', `Dấu: ${DOUBT_LEGEND}`);
  return `${out.join('\n')}\n`;
}

const RULES = { left: '---', right: '---:', center: ':---:' } as const;

function tableLines({ columns, rows }: Section): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((column) => column.title)),
    line(columns.map((column: Column) => RULES[column.align ?? 'left'])),
    ...rows.map((row) => line(row.map(cellText))),
  ];
}

/** Parts are set in with dashes, which stay visible where spaces would not. */
function cellText(cell: Cell): string {
  if (cell.picture !== undefined) return `![](${escapeAddress(cell.picture)})`;
  const indent = cell.indent ? `${'–'.repeat(cell.indent)} ` : '';
  return indent + escapeMarkdown(cell.text) + doubtMark(cell);
}

/** Text that stands for itself in Markdown and in a cell of a table. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\|`*_[\]<>~#]/g, (mark) => (mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : `\\${mark}`));
}

/** A path as an address in which no mark of Markdown or of a table is left. */
function escapeAddress(path: string): string {
  return encodeURI(path.replaceAll('\\', '/').toWellFormed()).replace(
    /[()|*?#]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

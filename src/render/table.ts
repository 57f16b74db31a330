/** A reading for a terminal: made for an official who has never seen it. */
import type { Reading } from '#reading/model.ts';
import { COLOUR_PAINT, layGrid, PLAIN_PAINT } from './grid.ts';
import type { Origin } from './origin.ts';
import { DOUBT_LEGEND, doubtMark, headingOf, makeReport, type Report } from './report.ts';
import { pad, widthOf, wrap, wrapFacts } from './width.ts';

export interface TableOptions {
  /** Places of the terminal; at least 60. */
  readonly width?: number;
  readonly colour?: boolean;
  /** With the places that could not be read. */
  readonly unread?: boolean;
  /** Name of the file, for the heading. */
  readonly file?: string;
  /** The file that the text came from. */
  readonly origin?: Origin;
}

const NARROWEST = 60;
const USUAL = 120;
/** Longest text of a task in a table; the document has the rest. */
const TASK_LENGTH = 160;

const WARNING = new Set(['Lưu ý về tệp', 'Cần kiểm tra']);

/** The whole table view, ending with a line break. */
export function writeTable(reading: Reading, text: string, options: TableOptions = {}): string {
  const width = Math.max(NARROWEST, options.width ?? USUAL);
  const paint = options.colour ? COLOUR_PAINT : PLAIN_PAINT;
  const report = makeReport(reading, text, {
    taskLength: TASK_LENGTH,
    ...(options.unread ? { unread: true } : {}),
    ...(options.file === undefined ? {} : { file: options.file }),
    ...(options.origin ? { origin: options.origin } : {}),
  });
  const out = [...heading(report, width, paint.strong, paint.faint, paint.doubt)];
  for (const section of report.sections) {
    const style = WARNING.has(section.title) ? paint.warn : paint.strong;
    out.push('', style(headingOf(section).toUpperCase()), ...layGrid(section, width, paint));
  }
  out.push('');
  if (report.absent.length > 0)
    out.push(...wrap(`Không có trong văn bản: ${report.absent.join(', ').toLowerCase()}.`, width));
  if (report.doubtful) out.push(...wrapFacts(`Dấu: ${DOUBT_LEGEND}`, width).map(paint.faint));
  return `${out.join('\n').trimEnd()}\n`;
}

type Style = (text: string) => string;

function heading(report: Report, width: number, strong: Style, faint: Style, doubt: Style): string[] {
  const labels = Math.max(...report.fields.map((field) => widthOf(field.label)));
  const file = report.file ?? '';
  const title = report.name.toUpperCase();
  const room = width - widthOf(title) - widthOf(file);
  const first = room >= 2 ? [strong(title) + ' '.repeat(room) + faint(file)] : [strong(title), faint(file)];
  const out = [
    faint('━'.repeat(width)),
    ...first.map((line) => line.trimEnd()).filter(Boolean),
    faint('━'.repeat(width)),
  ];
  for (const { label, cell } of report.fields) {
    const lines = wrap(cell.text + doubtMark(cell), width - labels - 2);
    for (const [i, line] of lines.entries()) {
      out.push(`${faint(pad(i === 0 ? label : '', labels))}  ${cell.doubt ? doubt(line) : line}`);
    }
  }
  return [...out, '', ...wrapFacts(report.summary, width).map(strong)];
}

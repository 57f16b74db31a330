/** Chế độ báo cáo of a whole document: the duties of every block, with who reports taken from the block's own task. */
import type { Span } from '#base/span.ts';
import type { Block } from '#outline/outline.ts';
import type { Cadence } from '#statement/model.ts';
import type { Page } from '#statement/page.ts';
import { cellTexts } from '#statement/target/columns.ts';
import type { FoundTask } from '#statement/task/task.ts';
import { readTimeCell } from '#statement/time/deadline.ts';
import { readRecipient } from './party.ts';
import { type FoundReporting, findReporting, type ReportingContext } from './reporting.ts';

/** A reporting duty with clean offsets. */
export interface PlacedDuty extends Span {
  readonly cadence: Cadence;
  readonly due: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

const REPORT = /báo cáo(?!\s(?:viên|chính trị))/i;
/** A cell that says how often: `Hằng quý`, `Trước ngày 25 hằng tháng`, `Báo cáo định kỳ 6 tháng, năm`. */
const RECURS = /(?:hằng|hàng|mỗi|định kỳ)\s|tháng cuối (?:mỗi )?quý/i;
/** Put before the cell, so that its words are read as a duty's. */
const LEAD = 'báo cáo ';
const TIME_CELL_MAX = 120;

/** Finds the reporting duties of a document, in reading order. */
export function findReportingDuties(page: Page, tasks: readonly FoundTask[]): PlacedDuty[] {
  const taskOf = new Map(tasks.map((t) => [t.block, t]));
  const duties: PlacedDuty[] = [];
  for (const block of page.outline.blocks) {
    if (block.zone === 'header' || block.zone === 'preamble' || block.zone === 'closing' || block.zone === 'results')
      continue;
    if (!/báo cáo|gửi|tổng hợp/i.test(block.text)) continue;
    const task = taskOf.get(block);
    const from = task && task.lead.length > 0 ? task.lead.map((r) => r.name).join(', ') : null;
    const context = { from, planYear: page.planYear };
    const found = block.paragraph.table === null ? findReporting(block.text, context) : rowDuties(page, block, context);
    for (const duty of found) {
      duties.push({ ...duty, start: duty.start + block.textStart, end: duty.end + block.textStart });
    }
  }
  return duties;
}

/**
 * The duties of a table's row: its time cell says when, the task or the product that it is a report.
 * Matches `Tổng hợp tình hình thực hiện | Sở Nội vụ | Hằng quý | Báo cáo`; not `Rà soát quy hoạch | Sở Xây dựng | Hằng năm`.
 */
function rowDuties(page: Page, row: Block, context: ReportingContext): FoundReporting[] {
  const cells = row.paragraph.cells ?? [];
  const texts = cellTexts(row);
  const columns = page.tables.get(row.paragraph.table as number)?.columns.columns ?? [];
  const timed = columns.findIndex((c) => c.kind === 'time');
  const short = texts.findIndex((t) => t.length <= 60 && /^(?:báo cáo |định kỳ )?(?:hằng|hàng|định kỳ)\s/i.test(t));
  const time = timed >= 0 ? timed : short;
  const text = texts[time] ?? '';
  const due = timed < 0 ? undefined : readTimeCell(text, { planYear: page.planYear, docDate: page.docDate })[0]?.due;
  const own = findReporting(row.text, { ...context, rowDue: due ?? null });
  if (text === '' || text.length > TIME_CELL_MAX || !RECURS.test(text)) return own;
  const told = texts.filter((_, i) => i === time || !['lead', 'support'].includes(columns[i]?.kind ?? 'other'));
  if (!told.some((t) => REPORT.test(t))) return own;
  const at = (cells[time] as Span).start - row.textStart;
  const to = told.map((t) => readRecipient(t)).find((t) => t !== null) ?? null;
  const here = REPORT.test(text) ? own.filter((d) => at <= d.start && d.end <= at + text.length) : [];
  const read =
    here.length > 0 ? [] : findReporting(`${LEAD}${text.slice(0, 1).toLowerCase()}${text.slice(1)}`, context);
  const fresh = read.filter((d) => !own.some((o) => o.cadence === d.cadence && o.due === d.due));
  const moved = fresh.map((d) => ({
    ...d,
    // From the words that say what is reported to those that say when, whichever comes first.
    start: at + Math.max(0, d.start - LEAD.length),
    end: at + Math.max(0, d.end - LEAD.length),
    to: d.to ?? to,
  }));
  // A cadence that the row's own words leave without a day has the day of the time cell.
  const kept = own.filter((o) => o.due !== null || !moved.some((d) => d.cadence === o.cadence));
  return [...kept, ...moved].sort((a, b) => a.start - b.start);
}

/** Chế độ báo cáo of a whole document: the duties of every block, with who reports taken from the block's own task. */
import type { Span } from '#base/span.ts';
import type { Cadence } from './model.ts';
import type { Page } from './page.ts';
import { findReporting } from './reporting.ts';
import type { FoundTask } from './task.ts';

/** A reporting duty with clean offsets. */
export interface PlacedDuty extends Span {
  readonly cadence: Cadence;
  readonly due: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

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
    for (const duty of findReporting(block.text, { from, planYear: page.planYear })) {
      duties.push({ ...duty, start: duty.start + block.textStart, end: duty.end + block.textStart });
    }
  }
  return duties;
}

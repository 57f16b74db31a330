/**
 * The tasks of a list in the form of an annex of assignments (phụ lục phân công nhiệm vụ): TT, nhiệm vụ, chủ trì, phối
 * hợp, thời hạn, sản phẩm, tình trạng; under the titles of the document where they stand in its order.
 */
import { formatDate } from './figure.ts';
import { type StreamRow, writeSheet } from './sheet-stream.ts';

export interface TaskSheetTask {
  readonly planTitle: string;
  readonly groupTitle: string | null;
  readonly text: string;
  readonly leads: readonly string[];
  readonly supports: readonly string[];
  readonly dueOn: string | null;
  readonly products: readonly string[];
  /** Tình trạng, in its words. */
  readonly standing: string;
}

export interface TaskSheet {
  readonly province: string;
  /** Of the plan; null when tasks of several stand here. */
  readonly planTitle: string | null;
  /** What was chosen by, phrase by phrase. */
  readonly filter: readonly string[];
  readonly today: string;
  /** In the order of the document: titles stand between the tasks. */
  readonly grouped: boolean;
  readonly tasks: AsyncIterable<readonly TaskSheetTask[]>;
}

const COLUMNS = [
  { header: 'TT', width: 6 },
  { header: 'Nhiệm vụ', width: 64 },
  { header: 'Chủ trì', width: 26 },
  { header: 'Phối hợp', width: 30 },
  { header: 'Thời hạn', width: 13 },
  { header: 'Sản phẩm', width: 28 },
  { header: 'Tình trạng', width: 22 },
];

/** The bytes of the `.xlsx` in pieces, made while the tasks come. */
export function writeTaskWorkbook(sheet: TaskSheet): AsyncGenerator<Uint8Array> {
  const { province, planTitle, filter, today } = sheet;
  const about = [planTitle, province].filter(Boolean).join(', ');
  const chosen = filter.length > 0 ? filter.join('; ') : 'Tất cả nhiệm vụ';
  return writeSheet({
    name: 'Nhiệm vụ',
    title: 'Danh mục nhiệm vụ',
    columns: COLUMNS,
    above: [
      { across: 'DANH MỤC NHIỆM VỤ', look: 'title' },
      { across: `(${about ? `${about}; ` : ''}tình trạng đến ngày ${formatDate(today)})`, look: 'note' },
      { across: `${chosen}.`, look: 'note' },
    ],
    rows: rowsOf(sheet),
  });
}

async function* rowsOf({ tasks, grouped, planTitle }: TaskSheet): AsyncGenerator<readonly StreamRow[]> {
  let number = 0;
  let plan: string | null = null;
  let group: string | null = null;
  for await (const batch of tasks) {
    const rows: StreamRow[] = [];
    for (const task of batch) {
      if (grouped && planTitle === null && task.planTitle !== plan) {
        rows.push({ across: task.planTitle.toUpperCase(), look: 'group' });
        group = null;
      }
      if (grouped && task.groupTitle !== null && task.groupTitle !== group) {
        rows.push({ across: task.groupTitle, look: 'group' });
      }
      plan = task.planTitle;
      group = task.groupTitle;
      number += 1;
      rows.push({
        cells: [
          { number },
          { text: task.text },
          { text: task.leads.join('; ') },
          { text: task.supports.join('; ') },
          task.dueOn === null ? null : { date: task.dueOn },
          { text: task.products.join('; ') },
          { text: task.standing },
        ],
      });
    }
    yield rows;
  }
}

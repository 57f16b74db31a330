/** The annex of assignments as a workbook: read back it is what went in; what is asked for late is written late. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { type TaskSheetTask, writeTaskWorkbook } from './task-workbook.ts';

const task = (more: Partial<TaskSheetTask> = {}): TaskSheetTask => ({
  planTitle: 'Kế hoạch năm 2021',
  groupTitle: 'II. Nhiệm vụ',
  text: 'Xây dựng Đề án tái cơ cấu ngân sách',
  leads: ['Sở Tài chính'],
  supports: [],
  dueOn: '2021-06-29',
  products: ['Đề án tái cơ cấu ngân sách'],
  standing: 'Chưa thực hiện',
  ...more,
});

async function* once(...batches: readonly (readonly TaskSheetTask[])[]) {
  yield* batches;
}

async function bytesOf(tasks: AsyncIterable<readonly TaskSheetTask[]>, more: object = {}): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const sheet = { province: 'tỉnh Hà Tĩnh', planTitle: 'Kế hoạch năm 2021', filter: [], today: '2021-05-01' };
  for await (const piece of writeTaskWorkbook({ ...sheet, grouped: true, tasks, ...more })) pieces.push(piece);
  return Buffer.concat(pieces);
}

const rowsOf = async (bytes: Uint8Array) => (await readXlsx(bytes)).sheets[0]?.rows ?? [];

describe('the annex of assignments', () => {
  it('holds title, filter, head, titles of parts and one row a task', async () => {
    const filter = ['Tình trạng: Chưa thực hiện', 'Có các từ: đề án'];
    const rows = await rowsOf(
      await bytesOf(once([task(), task({ dueOn: null, products: [] })], [task({ groupTitle: 'III. Giải pháp' })]), {
        filter,
      }),
    );
    assert.equal(rows[0]?.[0], 'DANH MỤC NHIỆM VỤ');
    assert.equal(rows[1]?.[0], '(Kế hoạch năm 2021, tỉnh Hà Tĩnh; tình trạng đến ngày 01/05/2021)');
    assert.equal(rows[2]?.[0], `${filter.join('; ')}.`);
    assert.deepEqual(rows[3], ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời hạn', 'Sản phẩm', 'Tình trạng']);
    assert.equal(rows[4]?.[0], 'II. Nhiệm vụ');
    assert.deepEqual(
      rows.slice(5).map((row) => [row[0], row[1]]),
      [
        [1, task().text],
        [2, task().text],
        ['III. Giải pháp', null],
        [3, task().text],
      ],
    );
    const due = rows[5]?.[4];
    assert.equal(due instanceof Date && due.toISOString().slice(0, 10), '2021-06-29');
  });

  it('names plans only where there are several, and no parts where it is sorted by days', async () => {
    const two = [task(), task({ planTitle: 'Kế hoạch năm 2022' })];
    const several = await rowsOf(await bytesOf(once(two), { planTitle: null }));
    assert.deepEqual(
      several.slice(4).map((row) => row[0]),
      ['KẾ HOẠCH NĂM 2021', 'II. Nhiệm vụ', 1, 'KẾ HOẠCH NĂM 2022', 'II. Nhiệm vụ', 2],
    );
    const byDay = await rowsOf(await bytesOf(once(two), { planTitle: null, grouped: false }));
    assert.deepEqual(
      byDay.slice(4).map((row) => row[0]),
      [1, 2],
    );
  });

  it('keeps any text as text', async () => {
    const texts = [
      '=1+1',
      '+cmd',
      '@x',
      '#N/A',
      '<b>&"',
      '_x0041_',
      'a\u0000b\u000bc',
      ' hai  dấu cách ',
      'dòng 1\ndòng 2',
      '🏛 đ',
    ];
    const rows = await rowsOf(await bytesOf(once(texts.map((text) => task({ text })))));
    assert.deepEqual(
      rows.slice(5).map((row) => row[1]),
      texts.map((text) => text.replaceAll('\u0000', '').replaceAll('\u000b', '')),
    );
  });

  it('is a zip that others open, the same for the same tasks', async () => {
    const bytes = await bytesOf(once([task()]));
    assert.deepEqual(bytes, await bytesOf(once([task()])));
    const parts = unzipSync(bytes);
    assert.match(strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array), /Sở Tài chính/);
    assert.match(strFromU8(parts['xl/workbook.xml'] as Uint8Array), /'Nhiệm vụ'!\$4:\$4/);
  });

  it('asks for tasks as it is read, and passes on what goes wrong', async () => {
    let asked = 0;
    async function* endless() {
      for (;;) {
        asked += 1;
        yield Array.from({ length: 500 }, (_, i) => task({ text: `${asked}-${i} ${'x'.repeat(100)}` }));
      }
    }
    const pieces = writeTaskWorkbook({
      province: '',
      planTitle: null,
      filter: [],
      today: '2021-05-01',
      grouped: false,
      tasks: endless(),
    });
    for (let i = 0; i < 60; i++) await pieces.next();
    await pieces.return(undefined);
    assert.ok(asked > 0 && asked < 400, `${asked} batches asked for`);
    async function* broken(): AsyncGenerator<readonly TaskSheetTask[]> {
      yield [task()];
      throw new Error('the line was cut');
    }
    await assert.rejects(bytesOf(broken()), /the line was cut/);
  });
});

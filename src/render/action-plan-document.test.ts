/** Action plans as Word and Excel: the form of Decree 30 can be read back, words stay words, bytes are steady. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { timeWords, writeActionPlanDocument } from './action-plan-document.ts';
import { type ActionPlanSheet, writeActionPlanWorkbook } from './action-plan-workbook.ts';
import { readAnnexRows } from './annex-sheet.ts';

const PLAN: ActionPlanSheet = {
  above: 'UBND tỉnh Hà Tĩnh',
  agency: 'Sở Tài chính',
  symbol: null,
  place: 'Hà Tĩnh',
  issuedOn: null,
  year: 2021,
  about: 'Kế hoạch năm 2021',
  bases: ['Nghị quyết số 01/NQ-HĐND'],
  targets: [],
  groups: [
    {
      title: 'III. NHIỆM VỤ',
      tasks: [
        {
          text: '=SUM(A1) rà soát tài sản công',
          dueOn: '2021-09-29',
          who: 'Sở Tài chính',
          products: ['Đề án'],
          standing: 'Chưa thực hiện',
          parts: [
            {
              text: 'Lập danh mục',
              depth: 1,
              period: 'Quý I/2021',
              dueOn: '2021-03-15',
              who: 'Phòng A',
              standing: 'Sắp đến hạn',
            },
          ],
        },
      ],
    },
  ],
  signerTitle: 'Giám đốc',
  signer: null,
  receivers: ['UBND tỉnh', 'Lưu: VT'],
};

describe('an action plan that is written', () => {
  it('is a Word file, also with nothing in it', async () => {
    for (const plan of [PLAN, { ...PLAN, groups: [], bases: [], receivers: [], above: null }]) {
      const bytes = await writeActionPlanDocument(plan);
      assert.deepEqual([...bytes.slice(0, 4)], [0x50, 0x4b, 0x03, 0x04]);
    }
  });

  it('says period and deadline in one cell', () => {
    assert.equal(timeWords('Quý I/2021', '2021-03-15'), 'Quý I/2021, hạn 15/03/2021');
    assert.equal(timeWords(null, '2021-03-15'), '15/03/2021');
    assert.equal(timeWords('Quý I/2021', null), 'Quý I/2021');
    assert.equal(timeWords(null, null), '');
  });

  it('is a workbook of rows in which nothing is a formula', async () => {
    const bytes = await writeActionPlanWorkbook(PLAN);
    assert.deepEqual(bytes, await writeActionPlanWorkbook(PLAN));
    const [sheet] = await readAnnexRows(bytes);
    const rows = sheet?.rows.map((row) => row.cells.filter((cell) => cell !== '')) ?? [];
    assert.deepEqual(rows.slice(3), [
      ['III. NHIỆM VỤ'],
      ['1', '=SUM(A1) rà soát tài sản công', '29/09/2021', 'Sở Tài chính', 'Đề án', 'Chưa thực hiện'],
      ['1.1', 'Lập danh mục', 'Quý I/2021', '15/03/2021', 'Phòng A', 'Sắp đến hạn'],
    ]);
  });
});

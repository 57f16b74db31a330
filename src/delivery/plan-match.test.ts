/** Lines of an agency's plan and the tasks that they belong to. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Matcher, matchRows, sameWords, THRESHOLD, whoIsMeant } from './plan-match.ts';
import { planRows, type ReadTask } from './plan-rows.ts';

const TASKS = [
  {
    id: 'a',
    text: 'Sở Tài chính chủ trì xây dựng Đề án tái cơ cấu ngân sách tỉnh, trình Ủy ban nhân dân tỉnh trước ngày 30/6/2021.',
  },
  {
    id: 'b',
    text: 'Sở Tài chính chủ trì, phối hợp với Văn phòng Ủy ban nhân dân tỉnh rà soát tài sản công, hoàn thành trước ngày 30/9/2021.',
  },
  {
    id: 'c',
    text: 'Sở Tài chính chủ trì tăng cường quản lý thu, chống thất thu thuế đối với hoạt động khai thác khoáng sản.',
  },
];

const TABLE = [
  '| TT | Nhiệm vụ | Phần việc | Thời gian | Đơn vị, người thực hiện | Sản phẩm |',
  '| III. NHIỆM VỤ |  |  |  |  |  |',
  `| 1 | ${TASKS[0]?.text} | Khảo sát hiện trạng | Quý I/2021, hạn 15/03/2021 | Phòng Ngân sách | Đề án |`,
  `| 1 | ${TASKS[0]?.text} | – Họp tổ soạn thảo | Tháng 4/2021 | Lê Thị B | Đề án |`,
  `| 2 | ${TASKS[1]?.text} |  | 29/09/2021 | Sở Tài chính |  |`,
].join('\n');

describe('the rows of a table', () => {
  it('tell whole, part, time and doer, with the way back to the text', () => {
    const rows = planRows(`Mở đầu\n\n${TABLE}\n`, []);
    assert.deepEqual(
      rows.map((one) => [one.label, one.whole?.slice(0, 12), one.text, one.time, one.who]),
      [
        ['1', 'Sở Tài chính', 'Khảo sát hiện trạng', 'Quý I/2021, hạn 15/03/2021', 'Phòng Ngân sách'],
        ['1', 'Sở Tài chính', 'Họp tổ soạn thảo', 'Tháng 4/2021', 'Lê Thị B'],
        ['2', 'Sở Tài chính', '', '29/09/2021', 'Sở Tài chính'],
      ],
    );
    const text = `Mở đầu\n\n${TABLE}\n`;
    for (const { span, quote } of rows) assert.equal(text.slice(span.start, span.end), quote);
    assert.equal(rows[1]?.quote, 'Họp tổ soạn thảo');
  });

  it('of other tables are left alone', () => {
    assert.deepEqual(planRows('| Chỉ tiêu | ĐVT | Kế hoạch |\n| GRDP | % | 7,5 |', []), []);
  });

  it('of one column of tasks are parts of what they are numbered below', () => {
    const text = [
      '| STT | Nội dung công việc | Đơn vị thực hiện | Thời hạn |',
      `| 1 | ${TASKS[0]?.text} | Phòng A |  |`,
      '| 1.1 | Lập kế hoạch khảo sát | Phòng A | Tháng 2 |',
      '| 1.2 | Gửi văn bản lấy ý kiến | Phòng B | Quý II |',
    ].join('\n');
    const matched = matchRows(planRows(text, []), TASKS, 2021);
    assert.deepEqual(
      matched.map((one) => [one.isWhole, one.taskId, one.period]),
      [
        [true, 'a', null],
        [false, 'a', '2021-02'],
        [false, 'a', '2021-Q2'],
      ],
    );
  });
});

describe('a line', () => {
  it('is matched by what its row calls the whole', () => {
    const tasks: ReadTask[] = [];
    const matched = matchRows(planRows(TABLE, tasks), TASKS, 2021);
    assert.deepEqual(
      matched.map((one) => [one.taskId, one.isWhole, one.matches[0]?.score]),
      [
        ['a', false, 1],
        ['a', false, 1],
        ['b', true, 1],
      ],
    );
    assert.deepEqual(
      matched.map((one) => one.period),
      ['2021-Q1', '2021-04', null],
    );
  });

  it('of a list is matched by its own words, or not at all', () => {
    const list = [
      'Dự thảo Đề án tái cơ cấu ngân sách, lấy ý kiến các huyện',
      'Kiểm tra chống thất thu thuế khai thác khoáng sản tại ba huyện',
      'Tổ chức hội thao chào mừng ngày thành lập ngành',
    ];
    let at = 0;
    const read = list.map((quote, i): ReadTask => {
      const span = { start: at, end: at + quote.length };
      at += quote.length + 1;
      return { span, quote, label: String(i + 1), section: '', lead: [], deadlines: [] };
    });
    const matched = matchRows(planRows(list.join('\n'), read), TASKS, 2021);
    assert.deepEqual(
      matched.map((one) => one.taskId),
      ['a', 'c', null],
    );
    assert.ok(matched.every((one) => one.isWhole === false));
  });

  it('keeps a deadline that is written and takes none from the end of its period', () => {
    const at = (time: string, due: string | null) =>
      matchRows(
        planRows(TABLE, []).map((one) => ({ ...one, time, due })),
        TASKS,
        2021,
      )[0]?.dueOn;
    assert.equal(at('Quý I/2021, hạn 15/03/2021', '2021-03-31'), '2021-03-15');
    assert.equal(at('Trước ngày 15/3/2021', '2021-03-14'), '2021-03-14');
    assert.equal(at('Quý I/2021', '2021-03-31'), null);
    assert.equal(at('Xong trước kỳ họp giữa năm', '2021-06-30'), '2021-06-30');
    assert.equal(at('31/02/2021', null), null);
  });

  it('is no worse matched than any other task, and itself best', () => {
    const words = fc.constantFrom('de', 'an', 'ngan', 'sach', 'thue', 'dat', 'dai', 'truong', 'hoc', 'duong', 'cau');
    const text = fc.array(words, { minLength: 3, maxLength: 12 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 2, maxLength: 8 }), (texts) => {
        const tasks = texts.map((one, i) => ({ id: String(i), text: one }));
        const matcher = new Matcher(tasks);
        for (const { text } of tasks) {
          const all = matcher.compare(text);
          assert.ok(all.every((one) => one.score >= 0 && one.score <= 1));
          assert.ok((all[0]?.score ?? 0) > 1 - 1e-9);
        }
      }),
    );
    assert.ok(THRESHOLD < 1);
  });
});

describe('who is meant', () => {
  const doers = {
    bodies: [
      { id: 'stc', name: 'Sở Tài chính' },
      { id: 'ns', name: 'Phòng Ngân sách' },
    ],
    posts: [
      { id: 'p1', title: 'Chuyên viên', organisationId: 'ns', holder: 'Lê Thị B' },
      { id: 'p2', title: 'Chuyên viên', organisationId: 'ns', holder: 'Trần Văn C' },
    ],
  };
  it('is a body or a person by name, the first of several, nobody of two', () => {
    const of = (words: string) => whoIsMeant(words, doers);
    assert.deepEqual(of('Phòng ngân sách'), { organisationId: 'ns', postId: null });
    assert.deepEqual(of('Đ/c Lê Thị B'), { organisationId: null, postId: 'p1' });
    assert.deepEqual(of('Phòng Ngân sách; Trần Văn C'), { organisationId: 'ns', postId: null });
    assert.deepEqual(of('Chuyên viên'), { organisationId: null, postId: null });
    assert.deepEqual(of('Sở Y tế'), { organisationId: null, postId: null });
    assert.ok(sameWords('Khảo sát,  hiện trạng', 'khảo sát hiện trạng'));
  });
});

/** What the views of tasks are made of: addresses, selection, the calendar, the line of time. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendarOf, monthBeside, within } from './calendar-model.ts';
import { cleared, conditionsOf, filterOf, searchOfView, tasksSearch, toggled, viewText } from './search.ts';
import { NOTHING, pick, pickAll } from './selection.ts';
import { timelineOf, worstOf } from './timeline-model.ts';

describe('the address of the page', () => {
  const search = tasksSearch({
    ke_hoach: 'tat-ca',
    tinh_trang: 'overdue,due-soon',
    tim: 'đề án',
    viec_lon: 1,
    xem: 'lich',
    thang: '2026-11',
    mo: 'x',
    kx: 'y',
  });

  it('keeps filter and view, and forgets what it does not know', () => {
    assert.deepEqual(tasksSearch({ xem: 'xyz', thang: '2026-13', sap: 'abc', lead: 'none', due: 'some' }), {
      chu_tri: 'without',
      thoi_han: 'with',
    });
    assert.deepEqual(filterOf(search, 'p'), { standing: 'overdue,due-soon', q: 'đề án', wholes: '1' });
    assert.equal(filterOf(tasksSearch({}), 'p').plan, 'p');
    assert.deepEqual(filterOf(tasksSearch({ vai: 'lead' }), 'p'), { plan: 'p' });
    assert.deepEqual(filterOf(tasksSearch({ vai: 'lead', co_quan: 'Sở Y tế' }), 'p', 'id'), {
      plan: 'p',
      organisation: 'id',
      role: 'lead',
    });
  });

  it('is kept by a saved view without what is open, and comes back from it', () => {
    const { mo: _open, kx: _view, ...rest } = search;
    assert.deepEqual(searchOfView(viewText(search)), rest);
  });

  it('is cleared of its conditions and not of its look', () => {
    assert.deepEqual(conditionsOf(search).sort(), ['tim', 'tinh_trang', 'viec_lon']);
    assert.deepEqual(Object.keys(cleared(search)).sort(), ['ke_hoach', 'tim', 'tinh_trang', 'viec_lon']);
    assert.equal(toggled('a,b', 'a'), 'b');
    assert.equal(toggled('b', 'b'), undefined);
    assert.equal(toggled(undefined, 'b'), 'b');
  });
});

describe('a selection', () => {
  const rows = Array.from({ length: 6 }, (_, i) => ({ id: `${i}`, text: `Nhiệm vụ ${i}` }));
  const ids = (one: { chosen: ReadonlyMap<string, unknown> }) => [...one.chosen.keys()].sort();

  it('goes through with Shift, both ways, also unticking', () => {
    const first = pick(NOTHING, rows, '4', false);
    const through = pick(first, rows, '1', true);
    assert.deepEqual(ids(through), ['1', '2', '3', '4']);
    const off = pick(through, rows, '2', false);
    assert.deepEqual(ids(pick(off, rows, '4', true)), ['1']);
    assert.deepEqual(ids(pick(NOTHING, rows, '3', true)), ['3']);
  });

  it('holds no more than the server takes', () => {
    const many = Array.from({ length: 700 }, (_, i) => ({ id: `${i}`, text: '' }));
    assert.equal(pickAll(many).chosen.size, 500);
    assert.equal(pick(pick(NOTHING, many, '0', false), many, '699', true).chosen.size, 500);
  });
});

describe('the calendar', () => {
  it('shows the weeks of the month with counts and the first tasks of each day', () => {
    const task = (id: string, dueOn: string | null) => ({ id, dueOn, standing: 'in-time' as const });
    const weeks = calendarOf(
      '2026-11',
      [
        { at: '2026-11-20', counts: { 'in-time': 3, overdue: 2 } },
        { at: '2026-12-01', counts: { 'in-time': 1 } },
      ],
      [task('a', '2026-11-20'), task('b', '2026-11-20'), task('c', null), task('d', '2026-12-01')],
      1,
    );
    assert.equal(weeks.length, 6);
    assert.equal(weeks[0]?.[0]?.day, '2026-10-26');
    const day = weeks.flat().find((one) => one.day === '2026-11-20');
    assert.deepEqual([day?.count, day?.tasks.map((one) => one.id)], [5, ['a']]);
    assert.equal(weeks.flat().find((one) => one.day === '2026-12-01')?.count, 0);
    assert.equal(calendarOf('2021-02', [], [], 3).length, 4);
  });

  it('stays inside what the filter leaves', () => {
    assert.deepEqual(within('2026-02', undefined, undefined), { from: '2026-02-01', to: '2026-02-28' });
    assert.deepEqual(within('2026-02', '2026-02-10', '2026-03-10'), { from: '2026-02-10', to: '2026-02-28' });
    assert.equal(within('2026-02', '2026-03-01', undefined), null);
    assert.equal(monthBeside('2026-01', -1), '2025-12');
  });
});

describe('the line of time', () => {
  const cell = (at: string | null, organisationId: string | null, overdue: number) => ({
    at,
    organisationId,
    counts: { overdue, 'in-time': 1 },
  });
  const named = [
    { id: 'a', name: 'Sở Y tế' },
    { id: 'b', name: 'Sở Tài chính' },
  ];

  it('has a column for every month between the first and the last', () => {
    const line = timelineOf([cell('2025-11', 'a', 0), cell('2026-02', 'b', 2), cell(null, null, 1)], named);
    assert.deepEqual(
      line.columns.map((column) => column.label),
      ['T11/2025', 'T12/2025', 'T1/2026', 'T2/2026'],
    );
    assert.equal(line.columns[3]?.to, '2026-02-28');
    assert.deepEqual(
      line.rows.map((row) => [row.name, row.count, row.undated?.count ?? 0]),
      [
        ['Sở Tài chính', 3, 0],
        ['Sở Y tế', 1, 0],
        ['Chưa có cơ quan chủ trì', 2, 2],
      ],
    );
  });

  it('takes quarters, then years, when there are many months; nothing is lost', () => {
    const cells = ['2021-01', '2021-02', '2023-08', '2025-12'].map((at) => cell(at, 'a', 1));
    const quarters = timelineOf(cells, named);
    assert.equal(quarters.columns.length, 20);
    assert.deepEqual([quarters.columns[0]?.label, quarters.columns[0]?.to], ['Quý I/2021', '2021-03-31']);
    assert.equal(quarters.rows[0]?.places.get('2021-01')?.count, 4);
    const years = timelineOf([...cells, cell('2031-01', 'a', 0)], named);
    assert.deepEqual(years.columns.map((column) => column.label).slice(0, 2), ['2021', '2022']);
    assert.equal(
      [...(years.rows[0]?.places.values() ?? [])].reduce((sum, one) => sum + one.count, 0),
      9,
    );
    assert.deepEqual(timelineOf([], []).columns, []);
  });

  it('is coloured by what is worst', () => {
    assert.equal(worstOf({ 'done-on-time': 5, overdue: 1 }), 'overdue');
    assert.equal(worstOf({ 'done-on-time': 5, 'done-late': 0 }), 'done-on-time');
    assert.equal(worstOf({}), null);
  });
});

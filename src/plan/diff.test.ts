/** What counts as the same target or task, and what as new, changed or gone. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlanTarget, PlanTask } from './content.ts';
import { type CurrentTarget, type CurrentTask, diffPlan } from './diff.ts';

let count = 0;
const source = () => ({ itemId: `item-${++count}`, span: { start: 0, end: 1 }, quote: '' });
const target = (name: string, value: string, more: Partial<PlanTarget> = {}): PlanTarget => ({
  source: source(),
  parentItemId: null,
  name,
  section: '',
  groupTitle: null,
  year: 2021,
  measure: 'level',
  comparator: '=',
  value,
  valueMax: null,
  unit: '%',
  cumulative: false,
  leads: [],
  indicator: null,
  ...more,
});
const task = (text: string, more: Partial<PlanTask> = {}): PlanTask => ({
  source: source(),
  text,
  section: '',
  label: null,
  groupTitle: null,
  dueOn: null,
  dueQuote: null,
  leads: [],
  supports: [],
  products: [],
  ...more,
});
const inForce = <T extends PlanTarget | PlanTask>(
  one: T,
  documentId = 'first',
): T & { id: string; documentId: string } => ({
  ...one,
  id: `id-${++count}`,
  documentId,
});
const changes = (
  targets: CurrentTarget[],
  tasks: CurrentTask[],
  next: { targets?: PlanTarget[]; tasks?: PlanTask[] },
  replaced: string[] = [],
) => {
  const diff = diffPlan(
    { targets, tasks },
    { targets: next.targets ?? [], tasks: next.tasks ?? [], regimes: [] },
    { replaced: new Set(replaced) },
  );
  return { list: diff.items.map((item) => [item.subject, item.change, ...item.fields]), unchanged: diff.unchanged };
};

describe('a later document against a plan', () => {
  it('leaves a number alone that differs in precision only', () => {
    const seen = changes([inForce(target('Tốc độ tăng GRDP', '7.5'))], [], {
      targets: [target('Tốc độ tăng GRDP', '7.50')],
    });
    assert.deepEqual(seen, { list: [], unchanged: 1 });
  });

  it('keeps a rate and an amount of one indicator apart', () => {
    const indicator = { code: 'xuat-khau', name: 'Xuất khẩu' };
    const now = [
      inForce(target('Xuất khẩu', '610', { unit: 'triệu USD', indicator })),
      inForce(target('Xuất khẩu', '8', { indicator })),
    ];
    const seen = changes(now, [], { targets: [target('Kim ngạch xuất khẩu', '9', { indicator })] });
    assert.deepEqual(seen.list, [['target', 'changed', 'value']]);
  });

  it('keeps parts of the same name below different wholes apart', () => {
    const whole = (name: string) => target(name, '10');
    const [a, b] = [whole('Nông thôn'), whole('Thành thị')] as [PlanTarget, PlanTarget];
    const now = [a, b].flatMap((one) => [
      inForce(one),
      inForce(target('Nước sạch', '70', { parentItemId: one.source.itemId })),
    ]);
    const next = [b, target('Nước sạch', '75', { parentItemId: b.source.itemId })];
    assert.deepEqual(changes(now, [], { targets: next }), { list: [['target', 'changed', 'value']], unchanged: 1 });
  });

  it('calls nothing gone unless the document takes the place of the one that said it', () => {
    const now = [inForce(target('A', '1')), inForce(target('B', '2'), 'second')];
    assert.deepEqual(changes(now, [], {}).list, []);
    assert.deepEqual(changes(now, [], {}, ['first']).list, [['target', 'gone']]);
  });

  it('knows a task again that was worded a little differently, and not one that only sounds alike', () => {
    const now = [
      inForce(
        task('Sở Xây dựng hoàn thành quy hoạch chung đô thị Kỳ Anh, trình phê duyệt trước 30/6', {
          dueOn: '2021-06-30',
        }),
      ),
      inForce(task('Sở Y tế hoàn thành xây dựng bệnh viện đa khoa huyện Kỳ Anh trước 30/6', { dueOn: '2021-06-30' })),
    ];
    const next = [
      task('Sở Xây dựng hoàn thành quy hoạch chung đô thị Kỳ Anh, trình phê duyệt trước 30/9', { dueOn: '2021-09-30' }),
      task('Sở Công Thương hoàn thành đề án phát triển cụm công nghiệp trước 30/6', { dueOn: '2021-06-30' }),
    ];
    assert.deepEqual(changes([], now, { tasks: next }).list, [
      ['task', 'changed', 'text', 'dueOn'],
      ['task', 'new'],
    ]);
  });
});

/** Takes events of allocations back (hoàn tác): what stood before comes back as it was, as long as nothing came after. */
import { err, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';
import type { EventBody } from '#store/event-log.ts';
import { endAllocationOf, restoreAllocation } from './allocation-change.ts';
import { loadTree } from './allocation-tree.ts';
import type { Undoer } from './event-undo.ts';
import type { Context } from './usecase.ts';

const IN_THE_WAY = problem(
  409,
  'undo-in-the-way',
  'Không hoàn tác được: đã có thay đổi khác sau sự kiện này.',
  'It can’t be undone: something was changed after it.',
);

type Told = { readonly allocationId: string } | null;

async function back(context: Context, event: EventBody): Promise<Result<unknown, Problem>> {
  const tree = await loadTree(context, event.subject.id);
  if (!tree.ok) return tree;
  const was = event.before as Told;
  const left = event.after as Told;
  const { allocations } = tree.value;
  const id = event.subject.id;
  const row = allocations.find((one) => one.id === left?.allocationId);
  if (left && !row) return err(IN_THE_WAY);
  if (was) return restoreAllocation.run(context, { id, allocationId: was.allocationId, version: row?.version ?? 0 });
  return row ? endAllocationOf.run(context, { id, allocationId: row.id, version: row.version }) : err(IN_THE_WAY);
}

const BACK: Undoer = { access: 'task.assign', undo: back };

export const ALLOCATION_UNDOERS: Readonly<Record<string, Undoer>> = {
  'allocation.made': BACK,
  'allocation.ended': BACK,
  'allocation.restored': BACK,
};

/** Writes allocations (ghi phân bổ), each told with its way back. */
import type { Answer, Sent } from '../../../api/client.ts';
import { call } from '../../../api/client.ts';
import { queryClient, read, useWrite } from '../../../api/query.ts';
import { toast } from '../../../ui/toast.tsx';
import type { Allocation, AllocationTree } from './place.ts';

type PutBody = Sent<'PUT /targets/:id/allocations'>['body'];

export interface Divide {
  readonly put: (body: PutBody) => Promise<void>;
  readonly end: (allocation: Allocation) => Promise<void>;
  readonly restore: (allocationId: string, version: number) => Promise<void>;
  readonly busy: boolean;
}

export function useDivide(tree: AllocationTree): Divide {
  const id = tree.targetId;
  const put = useWrite('PUT /targets/:id/allocations');
  const end = useWrite('DELETE /targets/:id/allocations/:allocationId');
  const restore = useWrite('POST /targets/:id/allocations/:allocationId/restore');
  return {
    busy: put.isPending || end.isPending || restore.isPending,
    put: async (body) => {
      const before = inPlace(tree, body.parentPartId, body.dimension);
      const after = await put.mutateAsync({ params: { id }, body });
      keep(after);
      // What stood there was replaced; it hangs on the same part.
      const made = inPlace(after, body.parentPartId, body.dimension);
      toast({ text: `Đã phân bổ “${tree.targetName}”`, undo: made ? () => back(id, made, before) : undefined });
    },
    end: async (allocation) => {
      keep(
        await end.mutateAsync({
          params: { id, allocationId: allocation.id },
          body: { version: allocation.version },
        }),
      );
      toast({ text: 'Đã bỏ phân bổ', undo: () => bringBack(id, allocation.id, 0) });
    },
    restore: async (allocationId, version) => {
      const ended = tree.history.find((one) => one.id === allocationId);
      const before = ended ? inPlace(tree, ended.parentPartId, ended.dimension) : null;
      const after = await restore.mutateAsync({ params: { id, allocationId }, body: { version } });
      keep(after);
      const made = after.items.find((one) => one.id === allocationId);
      toast({ text: 'Đã khôi phục lần phân bổ trước', undo: made ? () => back(id, made, before) : undefined });
    },
  };
}

export function inPlace(
  tree: AllocationTree,
  parentPartId: string | null,
  dimension: Allocation['dimension'],
): Allocation | null {
  return tree.items.find((one) => one.parentPartId === parentPartId && one.dimension === dimension) ?? null;
}

function keep(answer: Answer<'GET /targets/:id/allocations'>): void {
  queryClient.setQueryData(read('GET /targets/:id/allocations', { params: { id: answer.targetId } }).queryKey, answer);
  void queryClient.invalidateQueries({ queryKey: ['GET /plans/:id/allocations'] });
}

async function back(id: string, made: Allocation, before: Allocation | null): Promise<void> {
  if (before) return bringBack(id, before.id, made.version);
  const params = { id, allocationId: made.id };
  await told(async () =>
    keep(await call('DELETE /targets/:id/allocations/:allocationId', { params, body: { version: made.version } })),
  );
}

async function bringBack(id: string, allocationId: string, version: number): Promise<void> {
  const params = { id, allocationId };
  await told(async () =>
    keep(await call('POST /targets/:id/allocations/:allocationId/restore', { params, body: { version } })),
  );
}

async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    toast({ text: error instanceof Error ? error.message : 'Không hoàn tác được.', wrong: true });
  }
}

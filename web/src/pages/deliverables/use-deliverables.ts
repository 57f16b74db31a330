/** Deliverables as pages share them: what a change makes untrue, what is said after it with the way back. */
import { useQueryClient } from '@tanstack/react-query';
import { type Answer, call } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { toast } from '../../ui/toast.tsx';

export type Deliverable = Answer<'GET /deliverables'>['items'][number];

export const SPOILS = [
  'GET /deliverables',
  'GET /deliverables/counts',
  'GET /deliverables/:id',
  'GET /deliverables/programme',
  'GET /tasks',
  'GET /tasks/:id',
  'GET /plans',
] as const;

function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(SPOILS.map((route) => client.invalidateQueries({ queryKey: [route] })));
  };
}

/** Hears of changes that others make; an extended task moves its deliverables. */
export function useDeliverableNews(): void {
  const refresh = useRefresh();
  useLive(['deliverable', 'task'], () => void refresh());
}

/** What stands there when somebody else changed it first: sent again, what is typed here stands. */
export function currentOf(error: Error): Deliverable | null {
  const conflict = error instanceof ApiProblem && error.code === 'conflict';
  return conflict ? ((error.body.current as Deliverable | undefined) ?? null) : null;
}

/** `Đã chuyển sang bước “Trình”`, with the way back. */
export function useSaidDone(): (text: string, of: { readonly id: string; readonly version: number }) => void {
  const refresh = useRefresh();
  return (text, { id, version }) =>
    void toast({
      text,
      undo: async () => {
        try {
          await call('POST /deliverables/:id/undo', { params: { id }, body: { version } });
          toast({ text: 'Đã hoàn tác' });
        } catch (error) {
          toast({ text: explain(error).message, wrong: true });
        }
        await refresh();
      },
    });
}

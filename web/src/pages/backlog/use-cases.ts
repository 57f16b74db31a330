/** Long-standing cases as pages share them: what a change makes untrue, what is said after it with the way back. */
import { useQueryClient } from '@tanstack/react-query';
import { type Answer, call } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { explain } from '../../api/problem.ts';
import { toast } from '../../ui/toast.tsx';

export type Case = Answer<'GET /cases'>['items'][number];
export type CaseDetail = Answer<'GET /cases/:id'>;

export const SPOILS = ['GET /cases', 'GET /cases/facets', 'GET /cases/:id', 'GET /tasks'] as const;

function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(SPOILS.map((route) => client.invalidateQueries({ queryKey: [route] })));
  };
}

/** Hears of changes that others make. */
export function useCaseNews(): void {
  const refresh = useRefresh();
  useLive(['case'], () => void refresh());
}

/** Takes the last change back; `gone` when the case was only added. */
export function useUndo(onGone?: () => void): (id: string) => Promise<void> {
  const refresh = useRefresh();
  return async (id) => {
    try {
      const { gone } = await call('POST /cases/:id/undo', { params: { id } });
      toast({ text: 'Đã hoàn tác' });
      if (gone) onGone?.();
    } catch (error) {
      toast({ text: explain(error).message, wrong: true });
    }
    await refresh();
  };
}

/** `Đã lưu lộ trình`, with the way back. */
export function useSaidDone(onGone?: () => void): (text: string, id: string) => void {
  const undo = useUndo(onGone);
  return (text, id) => void toast({ text, undo: () => undo(id) });
}

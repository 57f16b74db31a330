/** Directives as pages share them: what a change makes untrue, what is said after it with the way back. */
import { useQueryClient } from '@tanstack/react-query';
import { type Answer, call } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import type { Option } from '../../ui/combobox.tsx';
import { toast } from '../../ui/toast.tsx';

export type Directive = Answer<'GET /directives'>['items'][number];

export const KIND_WORDS = { directive: 'Ý kiến chỉ đạo', conclusion: 'Kết luận' } as const;

export const SPOILS = [
  'GET /directives',
  'GET /directives/:id',
  'GET /directives/leaders',
  'GET /documents/:id/directives',
  'GET /deliverables',
  'GET /tasks',
  'GET /tasks/:id',
  'GET /tasks/counts',
] as const;

function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(SPOILS.map((route) => client.invalidateQueries({ queryKey: [route] })));
  };
}

/** Hears of changes that others make to directives and to their tasks. */
export function useDirectiveNews(): void {
  const refresh = useRefresh();
  useLive(['directive', 'task'], () => void refresh());
}

/** `Đã thu hồi ý kiến chỉ đạo`, with the way back. */
export function useSaidDone(): (
  text: string,
  of: readonly { readonly id: string; readonly version: number }[],
) => void {
  const refresh = useRefresh();
  return (text, of) =>
    void toast({
      text,
      undo: async () => {
        try {
          for (const { id, version } of of)
            await call('POST /directives/:id/undo', { params: { id }, body: { version } });
          toast({ text: 'Đã hoàn tác' });
        } catch (error) {
          toast({ text: explain(error).message, wrong: true });
        }
        await refresh();
      },
    });
}

/** What stands there when somebody else changed it first: sent again, what is typed here stands. */
export function currentOf(error: Error): Directive | null {
  const conflict = error instanceof ApiProblem && error.code === 'conflict';
  return conflict ? ((error.body.current as Directive | undefined) ?? null) : null;
}

/** Bodies that work today, by what is typed. */
export async function findActive(typed: string, signal: AbortSignal): Promise<readonly Option[]> {
  const text = typed.trim();
  const { items } = await call('GET /organisations', {
    query: { limit: 50, ...(text ? { text } : {}) } as never,
    signal,
  });
  return items.map((one) => ({
    value: one.id,
    label: one.name,
    ...(one.parent ? { hint: one.parent.name } : {}),
  }));
}

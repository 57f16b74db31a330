/** Acts on one task from its page: sent with the version that was looked at, told with the way back, refreshed live. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Act } from '#delivery/act.ts';
import { call } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { explain } from '../../api/problem.ts';
import { useWrite, type WriteOptions } from '../../api/query.ts';
import { toast } from '../../ui/toast.tsx';
import { DONE_WORDS } from './words.ts';

/** Answers that an act on a task, or on its evidence, makes untrue. */
export const SPOILS = [
  'GET /tasks/:id',
  'GET /tasks/:id/parts',
  'GET /tasks',
  'GET /tasks/counts',
  'GET /evidence',
] as const;

export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(SPOILS.map((route) => client.invalidateQueries({ queryKey: [route] })));
  };
}

/** Hears of the task and of those above and below it. */
export function useTaskNews(): void {
  const refresh = useRefresh();
  useLive(['task'], () => void refresh());
}

type Options = WriteOptions<'POST /tasks/:id/acts'>;

export function useAct(onDone?: Options['onDone']) {
  const undo = useUndo();
  return useWrite('POST /tasks/:id/acts', {
    spoils: SPOILS,
    onDone: (life, sent) => {
      const { act } = sent.body as { readonly act: Act };
      toast({
        text: DONE_WORDS[act],
        ...(act === 'remind' ? {} : { undo: () => undo(life.id, life.version) }),
      });
      onDone?.(life, sent);
    },
  });
}

/** Takes the last act back, as long as nothing came after it. */
export function useUndo() {
  const refresh = useRefresh();
  return async (id: string, version: number) => {
    try {
      await call('POST /tasks/:id/undo', { params: { id }, body: { version } });
      toast({ text: 'Đã hoàn tác' });
    } catch (error) {
      toast({ text: explain(error).message, wrong: true });
    }
    await refresh();
  };
}

/** The task as it was when a form was opened: what is changed under it is told. */
export function useSeen<T>(now: T): T {
  const [seen] = useState(now);
  return seen;
}

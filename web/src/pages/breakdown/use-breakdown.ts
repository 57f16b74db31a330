/** What the pages that break tasks down share: which answers a change spoils, taking it back. */
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { toast } from '../../ui/toast.tsx';

export const SPOILS = ['GET /tasks/:id', 'GET /tasks/:id/parts', 'GET /tasks', 'GET /tasks/counts'] as const;

/** Says what was done to the parts of a task, with the way back. */
export function useTold(wholeId: string): (text: string, undo?: boolean) => void {
  const client = useQueryClient();
  return (text, undo = true) =>
    void toast({
      text,
      ...(undo
        ? {
            undo: async () => {
              try {
                await call('POST /tasks/:id/parts/undo', { params: { id: wholeId } });
              } catch (error) {
                toast({ text: explain(error).message, wrong: true });
              }
              await Promise.all(SPOILS.map((route) => client.invalidateQueries({ queryKey: [route] })));
            },
          }
        : {}),
    });
}

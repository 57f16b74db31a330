/** Inspections as the page shares them: what a change makes untrue, what is said after it with the way back. */
import { useQueryClient } from '@tanstack/react-query';
import { type Answer, call } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { explain } from '../../api/problem.ts';
import { toast } from '../../ui/toast.tsx';

export type Year = Answer<'GET /inspections'>;
export type Inspection = Year['items'][number];
export type Clash = Year['clashes'][number];

export const SPOILS = ['GET /inspections'] as const;

/** Hears of changes that others make; a body that was merged may clash anew. */
export function useInspectionNews(): void {
  const client = useQueryClient();
  useLive(['inspection', 'organisation'], () => void client.invalidateQueries({ queryKey: ['GET /inspections'] }));
}

/** `Đã thêm vào kế hoạch`, with the way back. */
export function useSaidDone(): (text: string, id: string) => void {
  const client = useQueryClient();
  return (text, id) =>
    void toast({
      text,
      undo: async () => {
        try {
          await call('POST /inspections/:id/undo', { params: { id } });
          toast({ text: 'Đã hoàn tác' });
        } catch (error) {
          toast({ text: explain(error).message, wrong: true });
        }
        await client.invalidateQueries({ queryKey: ['GET /inspections'] });
      },
    });
}

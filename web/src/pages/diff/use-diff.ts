/** A diff with its decisions: shown at once, sent one after another, taken back when the server refuses. */
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { queryClient, read } from '../../api/query.ts';
import { formatCount } from '../../format/number.ts';
import { toast } from '../../ui/toast.tsx';
import { DECISION_WORDS } from '../plan/words.ts';
import { type Decision, type Diff, decided, type Item, withCurrent } from './model.ts';

/** Routes whose answers change with the plan. */
const SPOILS = ['GET /plans', 'GET /plans/:id/targets', 'GET /plans/:id/tasks', 'GET /diffs', 'GET /overview'] as const;

export function useDiff(id: string) {
  const query = read('GET /diffs/:id', { params: { id } });
  const { data, error, refetch } = useQuery(query);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  // Decisions that the server has not answered yet: its answers to earlier ones do not know them.
  const pending = useRef<readonly { readonly ids: ReadonlySet<string>; readonly decision: Decision }[]>([]);
  const [sending, setSending] = useState(0);
  useLive(['plan'], () => {
    if (pending.current.length === 0) void queryClient.invalidateQueries({ queryKey: query.queryKey });
  });
  const put = (next: Diff) =>
    queryClient.setQueryData(
      query.queryKey,
      pending.current.reduce((diff, { ids, decision }) => decided(diff, ids, decision), next),
    );
  const now = () => queryClient.getQueryData(query.queryKey) as Diff | undefined;

  /** Shows a decision before the server has it. A reading of the diff under way would come back without it. */
  const begin = (ids: readonly string[], decision: Decision) => {
    void queryClient.cancelQueries({ queryKey: query.queryKey });
    pending.current = [...pending.current, { ids: new Set(ids), decision }];
    setSending((count) => count + 1);
    const before = now();
    if (before) put(before);
  };
  /** Decisions are sent one after another: the one answered is the first. */
  const answered = () => {
    pending.current = pending.current.slice(1);
  };

  const send = async (ids: readonly string[], decision: Decision): Promise<boolean> => {
    const diff = now();
    if (!diff) {
      answered();
      return false;
    }
    const items = diff.items.filter((item) => ids.includes(item.id)).map(({ id, version }) => ({ id, version }));
    try {
      const answer = await call('POST /diffs/:id/decide', { params: { id }, body: { items, decision } });
      answered();
      put(answer);
      await Promise.all(SPOILS.map((route) => queryClient.invalidateQueries({ queryKey: [route] })));
      return true;
    } catch (problem) {
      answered();
      const current = problem instanceof ApiProblem ? problem.body.current : undefined;
      if (problem instanceof ApiProblem && problem.code === 'conflict' && isItems(current)) {
        put(withCurrent(now() ?? diff, current.items));
        const other = current.items[0];
        toast({
          wrong: true,
          text:
            current.items.length === 1 && other
              ? `Người khác vừa quyết định mục này: ${DECISION_WORDS[other.decision]}. Xem lại rồi quyết định.`
              : `Người khác vừa quyết định ${formatCount(current.items.length)} mục trong số này. Xem lại rồi quyết định.`,
        });
      } else toast({ wrong: true, text: explain(problem).message });
      const { data: fresh } = await refetch();
      if (fresh) put(fresh);
      return false;
    }
  };

  const enqueue = (ids: readonly string[], decision: Decision): Promise<boolean> => {
    begin(ids, decision);
    const sent = line.current.then(() => send(ids, decision)).finally(() => setSending((count) => count - 1));
    line.current = sent;
    return sent;
  };

  /** Decides; says how to take it back. */
  const decide = (items: readonly Item[], decision: Decision) => {
    const before = now();
    const todo = items.filter((item) => item.decision !== decision);
    if (before?.state !== 'open' || todo.length === 0) return;
    const ids = todo.map((item) => item.id);
    void enqueue(ids, decision).then((done) => {
      if (!done || todo.length < 2) return;
      toast({
        text: `${DECISION_WORDS[decision]}: ${formatCount(todo.length)} mục`,
        undo: async () => {
          for (const was of ['open', 'applied', 'refused'] as const) {
            const back = todo.filter((item) => item.decision === was).map((item) => item.id);
            if (back.length > 0) enqueue(back, was);
          }
          await line.current;
        },
      });
    });
  };
  return { diff: data, error, refetch, decide, busy: sending > 0 };
}

function isItems(value: unknown): value is { readonly items: Item[] } {
  return typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);
}

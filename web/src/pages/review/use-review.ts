/**
 * The review of one document as this page has it: what the server said last, what is not yet answered laid over it, and
 * the changes, one after another, so that each begins with the version that the one before it left.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ReviewItem } from '#contract/review.ts';
import type { Decision } from '#plan/review.ts';
import { type Answer, call } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { ApiProblem } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import type { Fields } from './conflict.ts';
import { changedFields } from './conflict.ts';
import type { AddableKind } from './fields.ts';
import { keepSame, laidOver, type Patch, takeIn } from './overlay.ts';

type Data = Answer<'GET /documents/:id/review'>;
interface Change {
  readonly items: readonly ReviewItem[];
}

const KEY = 'GET /documents/:id/review';
/** More items than this are asked for all together. */
const MOST_IDS = 200;
const NO_PATCH: Patch = new Map();

/** Somebody changed the fields of an item while they were being edited here. */
export interface Clash {
  readonly clash: ReviewItem;
}

export function useReview(id: string) {
  const client = useQueryClient();
  const query = useQuery({
    ...read(KEY, { params: { id } }),
    staleTime: 60_000,
    structuralSharing: (before, now) => shared(before as Data | undefined, now as Data),
  });
  const [patches, setPatches] = useState<readonly Patch[]>([]);
  const tail = useRef<Promise<unknown>>(Promise.resolve());
  const { queryKey } = read(KEY, { params: { id } });

  const put = useCallback(
    (came: readonly ReviewItem[]) => {
      client.setQueryData<Data>(read(KEY, { params: { id } }).queryKey, (data) =>
        data ? { ...data, items: takeIn(data.items, came) } : data,
      );
    },
    [client, id],
  );

  const latest = useCallback(
    (itemId: string): ReviewItem | undefined =>
      client.getQueryData<Data>(read(KEY, { params: { id } }).queryKey)?.items.find((item) => item.id === itemId),
    [client, id],
  );

  /** Shows `patch` at once and sends when what went before is answered; a refusal takes the patch away and is thrown. */
  const perform = useCallback(
    <T extends Change>(patch: Patch, send: () => Promise<T>): Promise<T> => {
      if (patch.size > 0) setPatches((now) => [...now, patch]);
      const run = tail.current.then(async () => {
        try {
          const change = await send();
          put(change.items);
          return change;
        } catch (error) {
          if (error instanceof ApiProblem && error.code === 'conflict') put(currentOf(error));
          throw error;
        } finally {
          // After those who show the items were told of the answer, so that nothing flickers.
          if (patch.size > 0) window.setTimeout(() => setPatches((now) => now.filter((one) => one !== patch)), 0);
        }
      });
      tail.current = run.catch(() => {});
      return run;
    },
    [put],
  );

  const versions = useCallback(
    (ids: readonly string[]) =>
      ids.flatMap((one) => latest(one) ?? []).map((item) => ({ id: item.id, version: item.version })),
    [latest],
  );

  const changes = useMemo(() => {
    const params = { id };
    return {
      decide: (ids: readonly string[], decision: Decision) => {
        const seenAt = new Date().toISOString();
        const patch: Patch = new Map(
          ids.map((one) => [one, { decision, seenAt: latest(one)?.seenAt ?? seenAt }] as const),
        );
        return perform(patch, () =>
          call('POST /documents/:id/review/decide', { params, body: { items: versions(ids), decision } }),
        );
      },

      /** `fields` are those that change; `base` the fields with which the editing began. */
      edit: async (itemId: string, base: Fields, fields: Fields, accept: boolean): Promise<Change | Clash> => {
        for (let attempt = 0; ; attempt++) {
          const before = latest(itemId);
          if (before && changedFields(base, before.fields).length > 0) return { clash: before };
          try {
            return await perform(NO_PATCH, () =>
              call('PATCH /documents/:id/review/items/:itemId', {
                params: { id, itemId },
                body: { version: before?.version ?? 1, fields: { ...fields }, accept },
              }),
            );
          } catch (error) {
            // Only decided or moved by somebody else meanwhile: what was typed still fits.
            if (!(error instanceof ApiProblem) || error.code !== 'conflict' || attempt > 3) throw error;
          }
        }
      },

      /** Brings back what was read. */
      restore: (itemId: string) =>
        perform(NO_PATCH, () =>
          call('PATCH /documents/:id/review/items/:itemId', {
            params: { id, itemId },
            body: { version: latest(itemId)?.version ?? 1, fields: null },
          }),
        ),

      place: (itemId: string, to: { readonly parentId?: string | null; readonly after?: string | null }) =>
        perform(new Map([[itemId, 'parentId' in to ? { parentId: to.parentId ?? null } : {}]]), () =>
          call('PATCH /documents/:id/review/items/:itemId', {
            params: { id, itemId },
            body: { version: latest(itemId)?.version ?? 1, ...to },
          }),
        ),

      add: (kind: AddableKind, span: { start: number; end: number }, fields: Record<string, unknown>) =>
        perform(NO_PATCH, () => call('POST /documents/:id/review/items', { params, body: { kind, span, fields } })),

      merge: (ids: readonly string[]) =>
        perform(NO_PATCH, () => call('POST /documents/:id/review/merge', { params, body: { items: versions(ids) } })),

      split: (itemId: string, at: readonly number[]) =>
        perform(NO_PATCH, () =>
          call('POST /documents/:id/review/split', {
            params,
            body: { item: { id: itemId, version: latest(itemId)?.version ?? 1 }, at: [...at] },
          }),
        ),

      undo: () => perform(NO_PATCH, () => call('POST /documents/:id/review/undo', { params })),

      /** Not a change of anybody's work: it waits for nothing. */
      seen: async (ids: readonly string[]) => {
        await call('POST /documents/:id/review/seen', { params, body: { ids: [...ids] } });
        const seenAt = new Date().toISOString();
        put(ids.flatMap((one) => latest(one) ?? []).map((item) => (item.seenAt ? item : { ...item, seenAt })));
      },
    };
  }, [id, latest, perform, put, versions]);

  // What others do comes in item by item; what is typed here is kept beside it.
  const waiting = useRef<Map<string, number>>(new Map());
  const timer = useRef<number>(undefined);
  const fetchTouched = useCallback(async () => {
    // What the answer of one's own change said already is not asked for.
    const ids = [...waiting.current].flatMap(([one, version]) => ((latest(one)?.version ?? 0) < version ? [one] : []));
    waiting.current = new Map();
    if (ids.length === 0) return;
    if (ids.length > MOST_IDS)
      return void client.invalidateQueries({ queryKey: read(KEY, { params: { id } }).queryKey });
    const some = await call(KEY, { params: { id }, query: { ids: ids.join(',') } }).catch(() => null);
    if (some) put(some.items);
  }, [client, id, latest, put]);
  useLive([`review:${id}`, 'document'], (topic, payload) => {
    const news = payload as {
      readonly ids?: string[];
      readonly versions?: number[];
      readonly by?: string;
      readonly id?: string;
      readonly state?: string;
    };
    if (topic.startsWith('review:')) {
      for (const [i, one] of (news.ids ?? []).entries()) {
        waiting.current.set(one, news.versions?.[i] ?? Number.POSITIVE_INFINITY);
      }
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void fetchTouched(), 120);
    } else if (news.id === id && news.state === 'read') {
      void client.invalidateQueries({ queryKey });
      void client.invalidateQueries({ queryKey: read('GET /documents/:id/text', { params: { id } }).queryKey });
    }
  });

  const items = useMemo(() => laidOver(query.data?.items ?? [], patches), [query.data?.items, patches]);
  return { query, items, latest, changes };
}

/** Items that are as they were stay the very same objects: what shows them has nothing to do. */
function shared(before: Data | undefined, now: Data): Data {
  if (!before || before.document.id !== now.document.id) return now;
  return { ...now, items: keepSame(before.items, now.items) };
}

export type Changes = ReturnType<typeof useReview>['changes'];

function currentOf(error: ApiProblem): readonly ReviewItem[] {
  const current = error.body.current as { readonly items?: readonly ReviewItem[] } | undefined;
  return current?.items ?? [];
}

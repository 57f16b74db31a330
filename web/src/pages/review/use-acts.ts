/** What the acts of the review do (việc trên các mục): to the picked items, else to the one that is looked at. */
import { useMemo, useRef } from 'react';
import type { ReviewItem } from '#contract/review.ts';
import type { Decision } from '#plan/review.ts';
import { explain } from '../../api/problem.ts';
import { formatCount } from '../../format/number.ts';
import { toast } from '../../ui/toast.tsx';
import { isLive, nameOf, neighbour, parentAfter, placeAfter } from './items.ts';
import type { Changes } from './use-review.ts';

export interface Desk {
  readonly items: readonly ReviewItem[];
  readonly list: readonly ReviewItem[];
  readonly byId: ReadonlyMap<string, ReviewItem>;
  readonly currentId: string | null;
  readonly picked: ReadonlySet<string>;
  readonly nested: boolean;
  readonly changes: Changes;
  readonly go: (id: string | null) => void;
  readonly unpick: () => void;
}

const DONE: Readonly<Record<Decision, string>> = {
  accepted: 'Đã chấp nhận',
  rejected: 'Đã bỏ',
  open: 'Đã mở lại',
};

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);

export function useActs(desk: Desk) {
  const latest = useRef(desk);
  latest.current = desk;
  const last = useRef<() => void>(() => {});
  return useMemo(() => {
    /** One word of what was done at a time: a reviewer does a hundred things in a minute. */
    const say = (text: string, wrong = false, undoable = true) => {
      last.current();
      last.current = toast({ text, wrong, undo: wrong || !undoable ? undefined : undo });
    };
    const fail = (error: unknown) => {
      const { message, advice } = explain(error);
      say(`${message} ${advice}`, true);
    };
    const undo = async () => {
      try {
        const { items } = await latest.current.changes.undo();
        say('Đã hoàn tác', false, false);
        const back = items.find(isLive);
        if (back) latest.current.go(back.id);
      } catch (error) {
        fail(error);
      }
    };
    const targets = (): ReviewItem[] => {
      const { picked, currentId, byId } = latest.current;
      const ids = picked.size > 0 ? [...picked] : currentId ? [currentId] : [];
      return ids.flatMap((id) => byId.get(id) ?? []).filter(isLive);
    };
    const decideAll = (items: readonly ReviewItem[], decision: Decision) => {
      const { changes } = latest.current;
      const ids = items.filter((item) => item.decision !== decision).map((item) => item.id);
      if (ids.length === 0) return;
      const [first] = items;
      const what = ids.length === 1 && first ? `“${short(nameOf(first))}”` : `${formatCount(ids.length)} mục`;
      say(`${DONE[decision]} ${what}`);
      changes.decide(ids, decision).catch(fail);
    };
    return {
      undo,
      say,
      fail,
      decideAll,
      /** Decides, and goes on to the next: one key an item. */
      decide: (decision: Decision) => {
        const { list, currentId, picked, go, unpick } = latest.current;
        const items = targets();
        if (items.length === 0) return;
        const alone = picked.size === 0;
        const next =
          alone && decision !== 'open' ? neighbour(list, currentId, new Set(currentId ? [currentId] : [])) : null;
        decideAll(items, decision);
        unpick();
        const at = list.findIndex((item) => item.id === currentId);
        if (next && at < list.length - 1) go(next);
      },
      merge: async () => {
        const { picked, currentId, byId, changes, go, unpick } = latest.current;
        const ids = new Set(picked);
        if (ids.size === 1 && currentId) ids.add(currentId);
        const items = [...ids].flatMap((id) => byId.get(id) ?? []).filter(isLive);
        if (items.length < 2) return say('Chọn ít nhất hai mục (phím cách) rồi gộp', false, false);
        if (new Set(items.map((item) => item.kind)).size > 1) return say('Chỉ gộp được các mục cùng loại', true);
        try {
          const { items: made } = await changes.merge(items.map((item) => item.id));
          unpick();
          say(`Đã gộp ${items.length} mục`);
          const whole = made.find(isLive);
          if (whole) go(whole.id);
        } catch (error) {
          fail(error);
        }
      },
      split: async (id: string, at: number): Promise<boolean> => {
        const { changes, go } = latest.current;
        try {
          const { items } = await changes.split(id, [at]);
          say('Đã tách mục');
          const first = items.filter(isLive).sort((a, b) => a.span.start - b.span.start)[0];
          if (first) go(first.id);
          return true;
        } catch (error) {
          fail(error);
          return false;
        }
      },
      move: (step: 1 | -1) => {
        const { items, byId, currentId, nested, changes, go } = latest.current;
        const item = byId.get(currentId ?? '');
        if (!item) return;
        if (!nested) return say('Mở thẻ của một loại mục để đổi thứ tự', false, false);
        const place = placeAfter(items, item, step);
        if (!place) return;
        changes.place(item.id, place).then(() => {
          say(step === 1 ? 'Đã chuyển xuống' : 'Đã chuyển lên');
          go(item.id);
        }, fail);
      },
      nest: (step: 'in' | 'out') => {
        const { items, byId, currentId, changes } = latest.current;
        const item = byId.get(currentId ?? '');
        if (!item) return;
        const place = parentAfter(items, item, step);
        if (!place) {
          return say(
            step === 'in' ? 'Không có mục nào đứng trước để làm mục cha' : 'Mục này không nằm trong mục nào',
            false,
            false,
          );
        }
        const parent = place.parentId === null ? undefined : byId.get(place.parentId);
        changes
          .place(item.id, place)
          .then(() => say(parent ? `Đã đưa vào “${short(nameOf(parent))}”` : 'Đã đưa ra ngoài'), fail);
      },
      restore: (id: string) => {
        latest.current.changes.restore(id).then(() => say('Đã lấy lại như đã đọc'), fail);
      },
    };
  }, []);
}

/**
 * Text and items scroll together (cuộn cùng nhau): the pane under the person's hand leads, the other follows, item by
 * item. What the page scrolls by itself leads nothing.
 */
import { type RefObject, useCallback, useEffect, useRef } from 'react';

export interface Pane {
  readonly element: HTMLElement | null;
  /** Offset in the text of what stands at a height of the scrolled content. */
  readonly offsetAt: (y: number) => number;
  readonly yOf: (offset: number) => number;
}

/** Where in the pane things are held against each other, as a share of its height. */
const EYE = 0.3;

export function useTogether(
  a: RefObject<Pane | null>,
  b: RefObject<Pane | null>,
  on: boolean,
  key: unknown,
): (pane: 'a' | 'b') => void {
  const leader = useRef<'a' | 'b' | null>(null);
  const asked = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says that the panes are other elements now.
  useEffect(() => {
    const lead = (which: 'a' | 'b') => (event: Event) => {
      // A press on the bar of the pane scrolls it; one on its content goes somewhere, and both panes are led there.
      leader.current = event.type === 'pointerdown' && event.target !== event.currentTarget ? null : which;
    };
    const stop = [a, b].flatMap((pane, i) => {
      const element = pane.current?.element;
      if (!element) return [];
      const begin = lead(i === 0 ? 'a' : 'b');
      const names = ['wheel', 'touchmove', 'pointerdown'] as const;
      for (const name of names) element.addEventListener(name, begin, { passive: true });
      return names.map((name) => () => element.removeEventListener(name, begin));
    });
    const rest = () => {
      leader.current = null;
    };
    document.addEventListener('keydown', rest, { capture: true });
    return () => {
      for (const one of stop) one();
      document.removeEventListener('keydown', rest, { capture: true });
    };
  }, [a, b, key]);

  return useCallback(
    (which) => {
      if (!on || leader.current !== which || asked.current !== 0) return;
      asked.current = requestAnimationFrame(() => {
        asked.current = 0;
        const [from, to] = which === 'a' ? [a.current, b.current] : [b.current, a.current];
        if (!from?.element || !to?.element) return;
        const { scrollTop, clientHeight, scrollHeight } = from.element;
        const room = to.element.scrollHeight - to.element.clientHeight;
        const eye = EYE * Math.min(1, scrollTop / Math.max(1, clientHeight * EYE));
        const y =
          scrollTop + clientHeight >= scrollHeight - 1
            ? room
            : to.yOf(from.offsetAt(scrollTop + clientHeight * eye)) - to.element.clientHeight * eye;
        to.element.scrollTop = Math.max(0, Math.min(room, y));
      });
    },
    [a, b, on],
  );
}

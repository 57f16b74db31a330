/** Notes what was seen (đã xem): an item that stood on the screen, or was looked at, for a moment. Told in batches. */
import { useCallback, useEffect, useRef } from 'react';

/** So long an item must stand still on the screen to count as seen, milliseconds. */
const MOMENT = 900;
const FLUSH = 2000;

/** `show` is called with the unseen items on screen whenever those change. */
export function useSeen(
  on: boolean,
  send: (ids: readonly string[]) => Promise<void>,
): (ids: readonly string[]) => void {
  const since = useRef(new Map<string, number>());
  const due = useRef(new Set<string>());
  const told = useRef(new Set<string>());
  const latest = useRef(send);
  latest.current = send;

  useEffect(() => {
    if (!on) return;
    let last = performance.now();
    const flush = () => {
      const ids = [...due.current];
      if (ids.length === 0) return;
      due.current = new Set();
      latest.current(ids).catch(() => {
        // Not arrived: it is told with the next.
        for (const id of ids) told.current.delete(id);
      });
    };
    const tick = window.setInterval(() => {
      const now = performance.now();
      if (document.visibilityState === 'visible') {
        for (const [id, at] of since.current) {
          if (now - at < MOMENT || told.current.has(id)) continue;
          told.current.add(id);
          due.current.add(id);
        }
      }
      if (now - last >= FLUSH) {
        last = now;
        flush();
      }
    }, 300);
    return () => {
      window.clearInterval(tick);
      flush();
    };
  }, [on]);

  return useCallback((ids: readonly string[]) => {
    const now = performance.now();
    const before = since.current;
    since.current = new Map(ids.map((id) => [id, before.get(id) ?? now]));
  }, []);
}

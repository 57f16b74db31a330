/** The pages of the file as pictures (ảnh trang), with a box over every word of an item; only pages in sight are there. */
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReviewItem } from '#contract/review.ts';
import { type Answer, addressOf } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { cx } from '../../ui/cx.ts';
import { ErrorState } from '../../ui/states.tsx';
import { boxesByPage } from './boxes.ts';
import styles from './pages.module.css';
import { layersOf } from './text-pane.tsx';

type Pages = Answer<'GET /documents/:id/text'>['pages'];

export interface PagePaneProps {
  readonly documentId: string;
  readonly pages: Pages;
  readonly items: readonly ReviewItem[];
  readonly currentId: string | null;
  readonly onFind: (id: string) => void;
}

/** Room around a page, pixels. */
const ROOM = 16;
const DPI = 130;

export function PagePane({ documentId, pages, items, currentId, onFind }: PagePaneProps) {
  const frame = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  const words = useQuery({
    ...read('GET /documents/:id/text', { params: { id: documentId }, query: { words: 'true' } }),
    staleTime: 5 * 60_000,
  });
  const boxes = useMemo(() => boxesByPage(words.data?.words ?? [], layersOf(items)), [words.data?.words, items]);
  const scale = (page: Pages[number]) => Math.max(0, width - 2 * ROOM) / page.width;
  const virtual = useVirtualizer({
    count: pages.length,
    getScrollElement: () => frame.current,
    estimateSize: (i) => {
      const page = pages[i] as Pages[number];
      return page.height * scale(page) + ROOM;
    },
    overscan: 1,
  });

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watcher = new ResizeObserver(() => setWidth(element.clientWidth));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights follow the width.
  useEffect(() => virtual.measure(), [virtual, width]);

  const first = useMemo(() => {
    for (const [page, list] of boxes) {
      const box = list.find((one) => one.id === currentId);
      if (box) return { page, y: box.y };
    }
    return null;
  }, [boxes, currentId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes to the item when another is looked at or its place is known.
  useEffect(() => {
    const element = frame.current;
    const index = pages.findIndex((page) => page.number === first?.page);
    const row = virtual.measurementsCache[index];
    if (!element || !first || !row || width === 0) return;
    const y = row.start + first.y * scale(pages[index] as Pages[number]);
    if (y < element.scrollTop + 40 || y > element.scrollTop + element.clientHeight - 80) {
      element.scrollTop = y - element.clientHeight * 0.3;
    }
  }, [first?.page, first?.y, width]);

  return (
    <section
      ref={frame}
      className={styles.pane}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard.
      tabIndex={0}
      aria-label="Ảnh các trang của văn bản"
      data-text-pane
    >
      {words.error ? <ErrorState {...explain(words.error)} onRetry={() => void words.refetch()} /> : null}
      <div className={styles.sheet} style={{ height: virtual.getTotalSize() + ROOM }}>
        {width === 0
          ? null
          : virtual.getVirtualItems().map((row) => {
              const page = pages[row.index] as Pages[number];
              return (
                <div key={row.key} className={styles.page} style={{ top: row.start + ROOM, height: row.size - ROOM }}>
                  <img
                    src={addressOf('GET /documents/:id/pages/:page.png', {
                      params: { id: documentId, page: page.number },
                      query: { dpi: DPI },
                    })}
                    alt={`Trang ${page.number}`}
                    loading="lazy"
                  />
                  <svg viewBox={`0 0 ${page.width} ${page.height}`} preserveAspectRatio="none" aria-hidden="true">
                    {(boxes.get(page.number) ?? []).map((box) => (
                      // biome-ignore lint/a11y/noStaticElementInteractions: the list of items does the same by key.
                      <rect
                        key={`${box.id}-${box.start}`}
                        x={box.x - 0.5}
                        y={box.y - 0.5}
                        width={box.width + 1}
                        height={box.height + 1}
                        className={cx(styles.box, styles[box.kind], box.id === currentId && styles.current)}
                        onClick={() => onFind(box.id)}
                      />
                    ))}
                  </svg>
                </div>
              );
            })}
      </div>
    </section>
  );
}

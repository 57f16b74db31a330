/**
 * The items (danh sách mục), as a feed whose articles are read aloud one by one; only those in sight are there. The one
 * that is looked at keeps the focus and never leaves the page while it does.
 */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import type { ReviewItem } from '#contract/review.ts';
import { Card } from './card.tsx';
import { depthOf, nameOf } from './items.ts';
import type { Act } from './keymap.ts';
import styles from './review.module.css';
import type { Pane } from './use-together.ts';
import { KIND_WORDS, standing } from './words.ts';

export interface ListHandle extends Pane {
  readonly reveal: (id: string) => void;
  /** Puts the focus on an item that is there, or will be when it is revealed. */
  readonly focus: (id: string) => void;
}

export interface ItemListProps {
  readonly list: readonly ReviewItem[];
  readonly byId: ReadonlyMap<string, ReviewItem>;
  readonly currentId: string | null;
  readonly picked: ReadonlySet<string>;
  readonly readOnly: boolean;
  /** Depth is shown where the order is that of one kind. */
  readonly nested: boolean;
  /** On a phone the item that is looked at opens in a sheet instead. */
  readonly compact: boolean;
  readonly pane: Ref<ListHandle>;
  readonly onChoose: (id: string) => void;
  readonly onAct: (act: Act, id: string) => void;
  readonly onRestore: (id: string) => void;
  readonly onScroll: () => void;
  /** Items in sight. */
  readonly onShow: (ids: readonly string[]) => void;
  readonly formFor: (item: ReviewItem) => ReactNode | undefined;
}

export function ItemList(props: ItemListProps) {
  const { list, byId, currentId, picked, pane, onShow, formFor } = props;
  const frame = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const at = useMemo(() => new Map(list.map((item, i) => [item.id, i])), [list]);
  const currentAt = currentId === null ? undefined : at.get(currentId);
  const virtual = useVirtualizer({
    count: list.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 96,
    getItemKey: (i) => (list[i] as ReviewItem).id,
    overscan: 6,
    paddingStart: 8,
    paddingEnd: 160,
    gap: 6,
    useFlushSync: false,
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      if (currentAt === undefined || rows.includes(currentAt)) return rows;
      return currentAt < (rows[0] ?? 0) ? [currentAt, ...rows] : [...rows, currentAt];
    },
  });

  useImperativeHandle(
    pane,
    () => ({
      get element() {
        return frame.current;
      },
      offsetAt: (y) => {
        const row = virtual.getVirtualItemForOffset(y);
        const [item, next] = [list[row?.index ?? 0], list[(row?.index ?? 0) + 1]];
        if (!row || !item) return 0;
        const share = Math.min(1, Math.max(0, (y - row.start) / Math.max(1, row.size)));
        const until = Math.max(item.span.start, next?.span.start ?? item.span.end);
        return item.span.start + share * (until - item.span.start);
      },
      yOf: (offset) => {
        let index = 0;
        while (index + 1 < list.length && (list[index + 1] as ReviewItem).span.start <= offset) index++;
        const [item, next, row] = [list[index], list[index + 1], virtual.measurementsCache[index]];
        if (!item || !row) return 0;
        const until = Math.max(item.span.start + 1, next?.span.start ?? item.span.end);
        return row.start + Math.min(1, Math.max(0, (offset - item.span.start) / (until - item.span.start))) * row.size;
      },
      reveal: (id) => {
        const index = at.get(id);
        if (index !== undefined) virtual.scrollToIndex(index, { align: 'auto' });
      },
      focus: (id) => {
        wanted.current = id;
        const element = frame.current?.querySelector<HTMLElement>(`[data-item="${id}"]`);
        if (!element) return;
        wanted.current = null;
        element.focus({ preventScroll: true });
      },
    }),
    [virtual, list, at],
  );

  const rows = virtual.getVirtualItems();
  useEffect(() => {
    if (wanted.current === null) return;
    const element = frame.current?.querySelector<HTMLElement>(`[data-item="${wanted.current}"]`);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  });

  const { startIndex, endIndex } = virtual.range ?? { startIndex: 0, endIndex: -1 };
  useEffect(() => {
    onShow(
      list
        .slice(startIndex, endIndex + 1)
        .filter((item) => item.seenAt === null)
        .map((item) => item.id),
    );
  }, [list, startIndex, endIndex, onShow]);

  return (
    <div ref={frame} className={styles.list} onScroll={props.onScroll} data-list>
      <div role="feed" aria-label="Các mục" className={styles.feed} style={{ height: virtual.getTotalSize() }}>
        {rows.map((row) => {
          const item = list[row.index] as ReviewItem;
          const current = item.id === currentId;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the page do the same for the focused article.
            <article
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              data-item={item.id}
              className={styles.item}
              style={{ transform: `translateY(${row.start}px)` }}
              tabIndex={current || (currentAt === undefined && row.index === 0) ? 0 : -1}
              aria-posinset={row.index + 1}
              aria-setsize={list.length}
              aria-label={[KIND_WORDS[item.kind], nameOf(item).slice(0, 200), standing(item)]
                .filter(Boolean)
                .join('. ')}
              aria-current={current || undefined}
              onClick={(event) => {
                if (!(event.target as Element).closest('button, a, input, textarea, select, label, [role="menu"]')) {
                  props.onChoose(item.id);
                }
              }}
              onFocus={() => {
                if (!current) props.onChoose(item.id);
              }}
            >
              <Card
                item={item}
                current={current && !props.compact}
                picked={picked.has(item.id)}
                readOnly={props.readOnly}
                depth={props.nested ? depthOf(item, byId) : 0}
                onAct={props.onAct}
                onRestore={props.onRestore}
                form={current && !props.compact ? formFor(item) : undefined}
              />
            </article>
          );
        })}
      </div>
    </div>
  );
}

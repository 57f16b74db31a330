/**
 * The document as readable text (văn bản) with the span of every item tinted; only the paragraphs in sight are there, so
 * that a text of 300 pages scrolls as one of three. A click finds the item, a selection can become one.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import type { ReviewItem } from '#contract/review.ts';
import type { ItemKind } from '#plan/review.ts';
import { cx } from '../../ui/cx.ts';
import { isLive } from './items.ts';
import { type Layer, layOut, type Paragraph, paragraphAt, type Segment, type Stretch, shareOut } from './segments.ts';
import styles from './text.module.css';
import type { Pane } from './use-together.ts';

export interface TextPaneProps {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly items: readonly ReviewItem[];
  readonly currentId: string | null;
  /** What is being made an item of: marked as the one that is looked at. */
  readonly adding: Layer<ItemKind> | null;
  readonly pane: Ref<TextHandle>;
  readonly onFind: (id: string) => void;
  readonly onScroll: () => void;
}

export interface TextHandle extends Pane {
  /** Brings a stretch into sight; leaves the text where it is when it is in sight already. */
  readonly reveal: (span: Stretch, id: string | null) => void;
  readonly element: HTMLElement | null;
}

/** Tinted stretches of live items. Rejected ones stay to be seen, without a tint. */
export function layersOf(items: readonly ReviewItem[]): Layer<ItemKind>[] {
  return items
    .filter((item) => isLive(item) && item.span.end > item.span.start)
    .map(({ id, kind, span }) => ({ id, kind, start: span.start, end: span.end }));
}

/** Pixels of a paragraph that was not yet measured. */
function guessHeight({ start, end, heading }: Paragraph): number {
  return Math.ceil((end - start) / 78) * 26 + (heading === null ? 10 : 22);
}

export function TextPane(props: TextPaneProps) {
  const { text, paragraphs, items, adding, pane, onFind, onScroll } = props;
  const currentId = adding?.id ?? props.currentId;
  const frame = useRef<HTMLElement>(null);
  const rejected = useMemo(
    () => new Set(items.flatMap((item) => (item.decision === 'rejected' ? [item.id] : []))),
    [items],
  );
  const shares = useMemo(
    () => shareOut(paragraphs, adding ? [...layersOf(items), adding] : layersOf(items)),
    [paragraphs, items, adding],
  );
  const virtual = useVirtualizer({
    count: paragraphs.length,
    getScrollElement: () => frame.current,
    estimateSize: (i) => guessHeight(paragraphs[i] as Paragraph),
    overscan: 8,
    useFlushSync: false,
  });

  useImperativeHandle(pane, () => {
    const measured = () => virtual.measurementsCache;
    return {
      get element() {
        return frame.current;
      },
      offsetAt: (y) => {
        const row = virtual.getVirtualItemForOffset(y);
        const paragraph = row && paragraphs[row.index];
        if (!row || !paragraph) return 0;
        const share = Math.min(1, Math.max(0, (y - row.start) / Math.max(1, row.size)));
        return paragraph.start + share * (paragraph.end - paragraph.start);
      },
      yOf: (offset) => {
        const at = paragraphAt(paragraphs, offset);
        const [row, paragraph] = [measured()[at], paragraphs[at]];
        if (!row || !paragraph) return 0;
        const share = (offset - paragraph.start) / Math.max(1, paragraph.end - paragraph.start);
        return row.start + Math.min(1, Math.max(0, share)) * row.size;
      },
      reveal: (span, id) => {
        const element = frame.current;
        if (!element || element.clientHeight === 0) return;
        const settle = () => {
          const box = element.getBoundingClientRect();
          const found = id === null ? null : element.querySelector(`[data-ids~="${id}"]`);
          if (!found) return false;
          const { top, bottom } = found.getBoundingClientRect();
          const inSight = top >= box.top + 24 && Math.min(bottom, top + 48) <= box.bottom - 56;
          if (!inSight) element.scrollTop += top - box.top - element.clientHeight * 0.3;
          return true;
        };
        if (settle()) return;
        virtual.scrollToIndex(paragraphAt(paragraphs, span.start), { align: 'center' });
        // Once laid out, its paragraph may be longer than the pane is high.
        requestAnimationFrame(() => requestAnimationFrame(settle));
      },
    };
  }, [virtual, paragraphs]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const click = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || !getSelection()?.isCollapsed) return;
      const ids = event.target.closest('[data-ids]')?.getAttribute('data-ids')?.split(' ') ?? [];
      const current = element.dataset.current ?? '';
      // A second click on the same place goes to what lies around it.
      const id = ids[(ids.indexOf(current) + 1) % Math.max(1, ids.length)];
      if (id) onFind(id);
    };
    element.addEventListener('click', click);
    return () => element.removeEventListener('click', click);
  }, [onFind]);

  return (
    <section
      ref={frame}
      className={styles.pane}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard.
      tabIndex={0}
      aria-label="Nội dung văn bản"
      data-current={currentId ?? ''}
      data-text-pane
      onScroll={onScroll}
    >
      <div className={styles.sheet} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((row) => {
          const paragraph = paragraphs[row.index] as Paragraph;
          const layers = shares[row.index] ?? [];
          return (
            <div
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              className={styles.row}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <ParagraphView
                text={text}
                paragraph={paragraph}
                layers={layers}
                currentId={layers.some((layer) => layer.id === currentId) ? currentId : null}
                rejected={rejected}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
}

interface ParagraphViewProps {
  readonly text: string;
  readonly paragraph: Paragraph;
  readonly layers: readonly Layer<ItemKind>[];
  readonly currentId: string | null;
  readonly rejected: ReadonlySet<string>;
}

/** The page has the first level itself. */
const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

export const ParagraphView = memo(function ParagraphView(props: ParagraphViewProps) {
  const { text, paragraph, layers, currentId, rejected } = props;
  const segments = layOut(paragraph, layers);
  const looks = cx(
    styles.paragraph,
    paragraph.heading !== null && styles.heading,
    paragraph.heading === 1 && styles.first,
    paragraph.row && styles.tableRow,
    paragraph.centred && styles.centred,
  );
  const inside: ReactNode = segments.map((segment) => (
    <SegmentView key={segment.start} text={text} segment={segment} currentId={currentId} rejected={rejected} />
  ));
  if (paragraph.heading === null) return <p className={looks}>{inside}</p>;
  const Heading = HEADINGS[Math.min(paragraph.heading, HEADINGS.length) - 1] ?? 'h2';
  return <Heading className={looks}>{inside}</Heading>;
});

function SegmentView({
  text,
  segment,
  currentId,
  rejected,
}: Omit<ParagraphViewProps, 'paragraph' | 'layers'> & { readonly segment: Segment<ItemKind> }) {
  const words = text.slice(segment.start, segment.end);
  const standing = segment.layers.filter((layer) => !rejected.has(layer.id));
  const inner = standing[0] ?? segment.layers[0];
  if (!inner) return <span data-start={segment.start}>{words}</span>;
  const outer = standing.find((layer) => layer.kind !== inner.kind);
  return (
    <span
      data-start={segment.start}
      data-ids={segment.layers.map((layer) => layer.id).join(' ')}
      className={cx(
        styles.mark,
        standing.length === 0 ? styles.rejected : styles[inner.kind],
        outer && styles.within,
        outer && styles[`within-${outer.kind}`],
        segment.layers.some((layer) => layer.id === currentId) && styles.current,
      )}
    >
      {words}
    </span>
  );
}

/** Offset in the text of a place in the page; null outside the text. */
function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const holder = element?.closest<HTMLElement>('[data-start]');
  if (holder) return Number(holder.dataset.start) + (node instanceof Text ? offset : 0);
  // Between two segments: the beginning of what stands there.
  const child = node instanceof Element ? node.childNodes[Math.min(offset, node.childNodes.length - 1)] : null;
  const next =
    child instanceof Element ? (child.matches('[data-start]') ? child : child.querySelector('[data-start]')) : null;
  return next instanceof HTMLElement ? Number(next.dataset.start) : null;
}

/** What is selected of the text, as a stretch of it; a caret is a stretch of no length. */
export function selectedSpan(pane: HTMLElement | null): Stretch | null {
  const selection = getSelection();
  if (!pane || !selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!pane.contains(range.commonAncestorContainer)) return null;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start === null || end === null || end < start ? null : { start, end };
}

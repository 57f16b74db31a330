/**
 * Puts a popover beside what opened it, inside the window, and keeps it there while things scroll. The popover lies in
 * the top layer, so nothing can cover or cut it.
 */
import { type RefObject, useLayoutEffect } from 'react';

export interface Placement {
  readonly side?: 'below' | 'above' | undefined;
  readonly align?: 'start' | 'end' | 'center' | undefined;
  /** As wide as the anchor at least. */
  readonly wide?: boolean | undefined;
}

const GAP = 4;
const EDGE = 8;

/** An anchor that only wraps (`display: contents`) has no box; what it wraps has. */
function boxed(anchor: Element): Element {
  let element = anchor;
  while (getComputedStyle(element).display === 'contents' && element.firstElementChild) {
    element = element.firstElementChild;
  }
  return element;
}

export function place(anchor: Element, popover: HTMLElement, wanted: Placement): void {
  const box = boxed(anchor).getBoundingClientRect();
  const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
  popover.style.position = 'fixed';
  popover.style.minWidth = wanted.wide ? `${box.width}px` : '';
  popover.style.maxWidth = `${room.width - 2 * EDGE}px`;
  const below = room.height - box.bottom - GAP - EDGE;
  const above = box.top - GAP - EDGE;
  popover.style.maxHeight = '';
  const { width, height } = popover.getBoundingClientRect();
  const goesUp = wanted.side === 'above' ? above >= height || above > below : below < height && above > below;
  popover.style.maxHeight = `${Math.max(96, goesUp ? above : below)}px`;
  const shown = Math.min(height, Math.max(96, goesUp ? above : below));
  const left =
    wanted.align === 'end'
      ? box.right - width
      : wanted.align === 'center'
        ? box.left + (box.width - width) / 2
        : box.left;
  popover.style.left = `${Math.max(EDGE, Math.min(left, room.width - width - EDGE))}px`;
  popover.style.top = `${goesUp ? box.top - GAP - shown : box.bottom + GAP}px`;
}

/** Places while `open`; again on scroll, on resize and when the popover's own size changes. */
export function usePlaced(
  anchor: RefObject<Element | null>,
  popover: RefObject<HTMLElement | null>,
  open: boolean,
  { side, align, wide }: Placement = {},
): void {
  useLayoutEffect(() => {
    const [from, to] = [anchor.current, popover.current];
    if (!open || !from || !to) return;
    const again = () => place(from, to, { side, align, wide });
    again();
    const watcher = new ResizeObserver(again);
    watcher.observe(to);
    window.addEventListener('scroll', again, { capture: true, passive: true });
    window.addEventListener('resize', again);
    return () => {
      watcher.disconnect();
      window.removeEventListener('scroll', again, { capture: true });
      window.removeEventListener('resize', again);
    };
  }, [anchor, popover, open, side, align, wide]);
}

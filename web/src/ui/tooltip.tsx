/**
 * A short word on hover and on focus (chú giải). It stays while the pointer is on it, goes with Escape, and never holds
 * anything that must be known to go on.
 */
import { cloneElement, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { usePlaced } from './placed.ts';
import styles from './tooltip.module.css';

interface Hoverable {
  'aria-describedby'?: string | undefined;
}

export interface HintProps {
  readonly text: string;
  /** False when the child already carries the text as its name. */
  readonly names?: boolean;
  readonly children: ReactElement<Hoverable>;
}

const WAIT = 350;

export function Hint({ text, names = true, children }: HintProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const timer = useRef<number>(undefined);
  const [open, setOpen] = useState(false);
  usePlaced(anchor, bubble, open, { side: 'above', align: 'center' });

  useEffect(() => () => window.clearTimeout(timer.current), []);
  useEffect(() => {
    const element = bubble.current;
    if (!element?.isConnected) return;
    if (open) element.showPopover();
    else if (element.matches(':popover-open')) element.hidePopover();
    if (!open) return;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false);
    };
    document.addEventListener('keydown', close, { capture: true });
    return () => document.removeEventListener('keydown', close, { capture: true });
  }, [open]);

  const show = (wait: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setOpen(true), wait);
  };
  const hide = () => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setOpen(false), 80);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only shows words that the child's name or description says too.
    <span
      ref={anchor}
      className={styles.anchor}
      onPointerEnter={(event) => event.pointerType === 'mouse' && show(WAIT)}
      onPointerLeave={hide}
      onPointerDown={() => {
        window.clearTimeout(timer.current);
        setOpen(false);
      }}
      onFocus={(event) => event.target.matches(':focus-visible') && show(0)}
      onBlur={hide}
    >
      {names ? cloneElement(children, { 'aria-describedby': id }) : children}
      <span ref={bubble} id={id} role="tooltip" popover="manual" className={styles.bubble}>
        {text}
      </span>
    </span>
  );
}

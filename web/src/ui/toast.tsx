/**
 * What has just been done (thông báo), with the way back: `Đã trả lại báo cáo của Sở Xây dựng · Hoàn tác`. It waits
 * while the pointer or the focus is on it; what went wrong stays until it is closed.
 */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button, IconButton } from './button.tsx';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import styles from './toast.module.css';

export interface Toast {
  readonly text: string;
  readonly wrong?: boolean | undefined;
  /** Takes it back. */
  readonly undo?: (() => void | Promise<void>) | undefined;
}

interface Shown extends Toast {
  readonly id: number;
}

const STAYS = 7000;
const STAYS_WITH_UNDO = 15_000;
const MOST = 4;

let shown: readonly Shown[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Says it; returns what takes it away. */
export function toast(what: Toast): () => void {
  const id = nextId++;
  set([...shown.slice(-(MOST - 1)), { ...what, id }]);
  return () => dismiss(id);
}

function dismiss(id: number): void {
  set(shown.filter((one) => one.id !== id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Once in the frame: where they are shown and heard. */
export function Toaster() {
  const list = useSyncExternalStore(subscribe, () => shown);
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    // Opened anew each time, so that it lies over a dialog that opened later.
    if (element.matches(':popover-open')) element.hidePopover();
    if (list.length > 0) element.showPopover();
  }, [list]);
  return (
    <>
      <div role="status" className="sr-only">
        {list.at(-1)?.text}
      </div>
      <section ref={region} popover="manual" aria-label="Thông báo" className={styles.region}>
        {list.map((one) => (
          <Note key={one.id} note={one} />
        ))}
      </section>
    </>
  );
}

function Note({ note }: { readonly note: Shown }) {
  const [held, setHeld] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (held || busy || note.wrong) return;
    const timer = window.setTimeout(() => dismiss(note.id), note.undo ? STAYS_WITH_UNDO : STAYS);
    return () => window.clearTimeout(timer);
  }, [held, busy, note]);
  const undo = async () => {
    setBusy(true);
    try {
      await note.undo?.();
      dismiss(note.id);
    } finally {
      setBusy(false);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the words in sight while someone reads them.
    <div
      className={cx(styles.note, note.wrong && styles.wrong)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={note.wrong ? 'alert' : 'check'} />
      <span className={styles.text}>{note.text}</span>
      {note.undo ? (
        <Button small kind="quiet" icon="undo" busy={busy} onClick={undo}>
          Hoàn tác
        </Button>
      ) : null}
      <IconButton small icon="close" label="Đóng thông báo" onClick={() => dismiss(note.id)} />
    </div>
  );
}

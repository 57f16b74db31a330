/**
 * Keys of a page (phím tắt): single letters work while nobody is typing, and every page's keys are listed on the sheet
 * that `?` opens.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface KeyAct {
  /** As `KeyboardEvent.key`: `j`, `Enter`, `?`; one key, never two after one another. */
  readonly key: string;
  /** What it does, for the sheet. */
  readonly words: string;
  readonly act: (event: KeyboardEvent) => void;
  /** Works but is not listed, such as a second key for the same. */
  readonly unlisted?: boolean | undefined;
}

export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly KeyAct[];
}

let groups: readonly KeyGroup[] = [];
const listeners = new Set<() => void>();

function setGroups(next: readonly KeyGroup[]): void {
  groups = next;
  for (const listener of listeners) listener();
}

/** True where a letter is text and no command. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** The keys of one part of the page, while it is there. */
export function useKeys(title: string, keys: readonly KeyAct[], on = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  const listed = keys.map((one) => `${one.key} ${one.words}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `listed` says when what the sheet shows has changed.
  useEffect(() => {
    if (!on) return;
    const group: KeyGroup = { title, keys: latest.current.filter((one) => !one.unlisted) };
    setGroups([...groups, group]);
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('dialog:modal, [role="menu"]:popover-open')) return;
      const found = latest.current.find((one) => one.key === event.key);
      if (!found) return;
      event.preventDefault();
      found.act(event);
    };
    document.addEventListener('keydown', hear);
    return () => {
      document.removeEventListener('keydown', hear);
      setGroups(groups.filter((one) => one !== group));
    };
  }, [title, listed, on]);
}

export function useKeyGroups(): readonly KeyGroup[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => groups,
  );
}

/** The keys of the review at work, and on the sheet that `?` opens. */
import { useEffect, useRef } from 'react';
import { isTyping, useKeys } from '../../ui/keys.ts';
import { type Act, actOf, KEYS } from './keymap.ts';

/** Does not let a button be pressed by the key that a person meant for the page. */
function onControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, input, select, textarea, [role="tab"]') !== null;
}

export function useDeskKeys(write: boolean, act: (act: Act) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isTyping(event.target) || document.querySelector('dialog:modal, [role="menu"]:popover-open')) return;
      // In the text the arrows scroll.
      const scrolls = event.target instanceof Element && event.target.closest('[data-text-pane]') !== null;
      if (scrolls && event.key.startsWith('Arrow')) return;
      const found = actOf(event.key, { write, onControl: onControl(event.target) });
      if (found === null) return;
      event.preventDefault();
      latest.current(found);
    };
    // Before the keys of the frame: `/` searches here, not everywhere.
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, [write]);
  // Named as the sheet shows them; what they do is done above.
  useKeys(
    'Rà soát',
    KEYS.filter((one) => write || !one.writes).map((one) => ({
      key: one.shown ? `${one.shown}\u200a` : (one.keys[0] as string),
      words: one.words,
      act: () => {},
    })),
  );
}

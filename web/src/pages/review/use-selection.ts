/** What is selected of the text (đoạn được chọn), once the hand rests. */
import { type RefObject, useEffect, useState } from 'react';
import type { Stretch } from './segments.ts';
import { selectedSpan, type TextHandle } from './text-pane.tsx';

const REST = 150;

export function useSelection(pane: RefObject<TextHandle | null>): Stretch | null {
  const [span, setSpan] = useState<Stretch | null>(null);
  useEffect(() => {
    let timer = 0;
    const hear = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        const found = selectedSpan(pane.current?.element ?? null);
        setSpan((before) => {
          const now = found && found.end > found.start ? found : null;
          return before?.start === now?.start && before?.end === now?.end ? before : now;
        });
      }, REST);
    };
    document.addEventListener('selectionchange', hear);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('selectionchange', hear);
    };
  }, [pane]);
  return span;
}

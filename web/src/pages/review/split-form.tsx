/** Cuts an item in two (tách mục): the words of the document with a caret in them, and what both parts will be. */
import { useEffect, useRef, useState } from 'react';
import type { ReviewItem } from '#contract/review.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import styles from './form.module.css';

export interface SplitFormProps {
  readonly item: ReviewItem;
  /** Offset in the text where the caret stood in the document; null puts it behind the first sentence. */
  readonly at: number | null;
  readonly onSplit: (at: number) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Behind the end of the sentence that is nearest to the middle, else at the blank nearest to it. */
export function likelyCut(quote: string): number {
  const middle = quote.length / 2;
  const nearest = (ends: number[]) => ends.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  const ends = (pattern: RegExp) => [...quote.matchAll(pattern)].map((found) => found.index + found[0].length);
  const inside = (at: number) => at > 0 && at < quote.length;
  return (
    nearest(ends(/[.;!?]\s+|\n+/g).filter(inside)) ?? nearest(ends(/[,\s]\s*/g).filter(inside)) ?? Math.floor(middle)
  );
}

export function SplitForm({ item, at, onSplit, onClose }: SplitFormProps) {
  const { quote, span } = item;
  const begin = at !== null && at > span.start && at < span.end ? at - span.start : likelyCut(quote);
  const [cut, setCut] = useState(begin);
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const fits = quote.slice(0, cut).trim() !== '' && quote.slice(cut).trim() !== '';

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(begin, begin);
    // The caret walks; the words of the document stay as they are.
    const keep = (event: Event) => event.preventDefault();
    element.addEventListener('beforeinput', keep);
    return () => element.removeEventListener('beforeinput', keep);
  }, [begin]);

  const split = async () => {
    if (busy || !fits) return;
    setBusy(true);
    if (!(await onSplit(span.start + cut))) setBusy(false);
  };

  return (
    <form
      className={styles.form}
      aria-label="Tách mục"
      onSubmit={(event) => {
        event.preventDefault();
        void split();
      }}
    >
      <label>
        <span className={styles.legend}>Đặt con trỏ vào chỗ cần tách rồi nhấn Enter</span>
        <textarea
          ref={area}
          className={styles.cut}
          value={quote}
          onChange={() => {}}
          onSelect={(event) => setCut(event.currentTarget.selectionStart)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              void split();
            } else if (event.key === 'Escape') {
              event.preventDefault();
              onClose();
            }
          }}
        />
      </label>
      <ol className={styles.parts} aria-live="polite">
        <li>{quote.slice(0, cut).trim() || '—'}</li>
        <li>{quote.slice(cut).trim() || '—'}</li>
      </ol>
      <ButtonRow>
        <Button kind="main" type="submit" busy={busy} disabled={!fits}>
          Tách tại con trỏ
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Thôi
        </Button>
      </ButtonRow>
    </form>
  );
}

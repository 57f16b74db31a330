/** A sentence of a document (câu văn gốc) with what stands around it, and the way to it in the document. */
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMay } from '../../api/session.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Mark, type MarkKind } from '../../ui/mark.tsx';
import styles from './plan.module.css';
import { type Source, sourceWords } from './words.ts';

interface Around {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** The words around it, the sentence itself marked and in sight. */
export function InContext({ context, kind }: { readonly context: Around; readonly kind: MarkKind }) {
  const frame = useRef<HTMLElement>(null);
  const mark = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sentence is shown from its own beginning.
  useEffect(() => {
    const [box, own] = [frame.current, mark.current];
    if (box && own) box.scrollTop = own.offsetTop - box.offsetTop - box.clientHeight / 3;
  }, [context.quote]);
  return (
    <section
      ref={frame}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
      tabIndex={0}
      aria-label="Câu trong văn bản"
      className={styles.context}
      lang="vi"
    >
      {context.before}
      <Mark kind={kind} current ref={mark}>
        {context.quote}
      </Mark>
      {context.after}
    </section>
  );
}

/** `29/NQ-HĐND`, leading to the sentence in its document. */
export function SourceLink({ source, button }: { readonly source: Source; readonly button?: boolean }) {
  const may = useMay();
  const words = button ? 'Mở trong văn bản' : sourceWords(source);
  const looks = button ? buttonClass('plain') : undefined;
  const inside = (
    <>
      {button ? <Icon name="document" /> : null}
      {words}
    </>
  );
  if (may('review.read')) {
    return (
      <Link
        to="/van-ban/$id/ra-soat"
        params={{ id: source.documentId }}
        search={{ muc: source.itemId } as never}
        className={looks}
      >
        {inside}
      </Link>
    );
  }
  return (
    <Link
      to="/van-ban/$id"
      params={{ id: source.documentId }}
      search={{ tu: source.span.start, den: source.span.end }}
      className={looks}
    >
      {inside}
    </Link>
  );
}

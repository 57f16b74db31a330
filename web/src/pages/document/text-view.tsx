/** The text of a document with what was read in it tinted by kind; a table of contents beside it. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { Checkbox } from '../../ui/choice.tsx';
import { cx } from '../../ui/cx.ts';
import { MARK_KINDS, type MarkKind, markClass } from '../../ui/mark.tsx';
import { MARK_WORDS } from '../../words/words.ts';
import { type Layer, layOut, paragraphsOf, type Segment, type Stretch, shareOut } from '../review/segments.ts';
import styles from './document.module.css';

export type DocumentText = Answer<'GET /documents/:id/text'>;
type Kind = MarkKind | 'here';

export function TextView({ text, here }: { readonly text: DocumentText; readonly here: Stretch | null }) {
  const [away, setAway] = useState<ReadonlySet<MarkKind>>(new Set());
  const found = useRef<HTMLElement>(null);
  const paragraphs = useMemo(
    () => paragraphsOf(text.text, new Map(text.outline.map((one) => [one.start, one.level + 1]))),
    [text],
  );
  const kinds = MARK_KINDS.filter((kind) => text.marks.some((mark) => mark.kind === kind));
  const shares = useMemo(() => {
    const layers = text.marks.flatMap((mark, i): Layer<Kind>[] =>
      mark.kind !== 'issue' && !away.has(mark.kind) ? [{ ...mark, kind: mark.kind, id: String(i) }] : [],
    );
    if (here) layers.push({ ...here, id: 'here', kind: 'here' });
    return shareOut(paragraphs, layers);
  }, [paragraphs, text.marks, away, here]);

  useEffect(() => {
    if (here) found.current?.scrollIntoView({ block: 'center' });
  }, [here]);

  let marked = false;
  const firstMark = () => {
    const first = !marked;
    marked = true;
    return first;
  };
  return (
    <div className={styles.reading}>
      <aside className={styles.aside}>
        <fieldset className={styles.kinds}>
          <legend>Tô màu</legend>
          {kinds.map((kind) => (
            <Checkbox
              key={kind}
              checked={!away.has(kind)}
              label={<span className={markClass(kind)}>{MARK_WORDS[kind]}</span>}
              onChange={() => {
                const next = new Set(away);
                if (!next.delete(kind)) next.add(kind);
                setAway(next);
              }}
            />
          ))}
        </fieldset>
        <Contents text={text} />
      </aside>
      <article className={styles.text} aria-label="Nội dung văn bản">
        {paragraphs.map((paragraph, i) => (
          <p
            key={paragraph.start}
            id={`d${paragraph.start}`}
            className={cx(
              styles.paragraph,
              paragraph.heading !== null && styles.heading,
              paragraph.centred && styles.centred,
            )}
          >
            {layOut(paragraph, shares[i] ?? []).map((segment) => (
              <Piece
                key={segment.start}
                segment={segment}
                words={text.text.slice(segment.start, segment.end)}
                mine={segment.layers.some(({ kind }) => kind === 'here') && firstMark() ? found : undefined}
              />
            ))}
          </p>
        ))}
      </article>
    </div>
  );
}

function Piece({
  segment,
  words,
  mine,
}: {
  readonly segment: Segment<Kind>;
  readonly words: string;
  readonly mine: React.RefObject<HTMLElement | null> | undefined;
}) {
  const kind = segment.layers.find((layer) => layer.kind !== 'here')?.kind as MarkKind | undefined;
  const current = segment.layers.some((layer) => layer.kind === 'here');
  if (kind === undefined && !current) return words;
  return (
    <mark ref={mine} className={cx(kind ? markClass(kind, current) : styles.here)} title={kind && MARK_WORDS[kind]}>
      {words}
    </mark>
  );
}

function Contents({ text }: { readonly text: DocumentText }) {
  if (text.outline.length === 0) return null;
  return (
    <nav aria-label="Mục lục" className={styles.contents}>
      <h2>Mục lục</h2>
      <ul>
        {text.outline
          .filter((one) => one.level < 3)
          .map((one) => (
            <li key={one.start} style={{ paddingInlineStart: `${one.level}rem` }}>
              <button
                type="button"
                onClick={() => headingAt(one.start)?.scrollIntoView({ block: 'start', behavior: 'smooth' })}
              >
                {[one.label, one.text].filter(Boolean).join('. ')}
              </button>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** The paragraph that holds an offset. */
function headingAt(offset: number): Element | null {
  let best: Element | null = null;
  for (const one of document.querySelectorAll('[id^="d"]')) {
    if (!/^d\d+$/.test(one.id) || Number(one.id.slice(1)) > offset) continue;
    best = one;
  }
  return best;
}

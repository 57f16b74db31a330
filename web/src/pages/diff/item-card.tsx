/** One item of a diff (một mục): what stands there and what is to come, side by side, with what differs marked. */
import { useEffect, useRef } from 'react';
import { formatDay } from '../../format/date.ts';
import { Tag, type Tone } from '../../ui/badge.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { SourceLink } from '../plan/sentence.tsx';
import { diffWords, type Piece } from '../plan/word-diff.ts';
import { CHANGE_WORDS, CHANGED_FIELD_WORDS, DECISION_WORDS, demandWithUnit, SUBJECT_WORDS } from '../plan/words.ts';
import styles from './diff.module.css';
import type { Decision, Item } from './model.ts';

type Side = NonNullable<Item['before']>;

const CHANGE_TONES: Readonly<Record<Item['change'], Tone>> = { new: 'green', changed: 'amber', gone: 'red' };
const DECISION_TONES: Readonly<Record<Decision, Tone>> = { open: 'neutral', applied: 'brand', refused: 'neutral' };

export interface ItemCardProps {
  readonly item: Item;
  readonly current: boolean;
  /** Named by the address: it comes into sight. */
  readonly sought: boolean;
  readonly open: boolean;
  readonly onLook: () => void;
  readonly onDecide: ((decision: Decision) => void) | null;
}

export function ItemCard({ item, current, sought, open, onLook, onDecide }: ItemCardProps) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (sought) card.current?.scrollIntoView({ block: 'nearest' });
  }, [sought]);
  const name = item.subject === 'target' ? (item.after ?? item.before)?.name : SUBJECT_WORDS.task;
  const changed = item.fields.map((field) => CHANGED_FIELD_WORDS[field] ?? field).join(', ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j and k walk through the items; a click only looks at one.
    <article
      ref={card}
      id={`muc-${item.id}`}
      aria-current={current || undefined}
      aria-label={`${CHANGE_WORDS[item.change]}: ${name}`}
      className={styles.card}
      onClick={onLook}
    >
      <header className={styles.head}>
        <Tag tone={CHANGE_TONES[item.change]}>{CHANGE_WORDS[item.change]}</Tag>
        <h2>{name}</h2>
        {changed ? <span className={styles.quiet}>đổi {changed}</span> : null}
        <span className={styles.end}>
          <Tag tone={DECISION_TONES[item.decision]}>{DECISION_WORDS[item.decision]}</Tag>
        </span>
      </header>
      <Sides item={item} />
      {open && onDecide ? (
        <ButtonRow>
          {item.decision === 'applied' ? null : (
            <Button small kind={current ? 'main' : 'plain'} icon="check" onClick={() => onDecide('applied')}>
              {item.change === 'gone' ? 'Áp dụng: bỏ khỏi kế hoạch' : 'Áp dụng'}
            </Button>
          )}
          {item.decision === 'refused' ? null : (
            <Button small onClick={() => onDecide('refused')}>
              Không áp dụng
            </Button>
          )}
          {item.decision === 'open' ? null : (
            <Button small kind="quiet" icon="undo" onClick={() => onDecide('open')}>
              Mở lại
            </Button>
          )}
        </ButtonRow>
      ) : null}
    </article>
  );
}

function Sides({ item }: { readonly item: Item }) {
  const { before, after } = item;
  const quotes =
    before && after
      ? diffWords(oneLine(before.source.quote), oneLine(after.source.quote))
      : { before: null, after: null };
  return (
    <div className={styles.sides}>
      <SideView title="Kế hoạch đang có" side={before} other={after} item={item} pieces={quotes.before} mark="old" />
      <SideView title="Văn bản mới" side={after} other={before} item={item} pieces={quotes.after} mark="new" />
    </div>
  );
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function SideView(props: {
  readonly title: string;
  readonly side: Side | null;
  readonly other: Side | null;
  readonly item: Item;
  readonly pieces: readonly Piece[] | null;
  readonly mark: 'old' | 'new';
}) {
  const { title, side, other, item, pieces, mark } = props;
  if (side === null) {
    return (
      <div className={styles.side}>
        <h3>{title}</h3>
        <p className={styles.quiet}>{mark === 'old' ? 'Chưa có mục này.' : 'Văn bản không nhắc lại mục này.'}</p>
      </div>
    );
  }
  return (
    <div className={styles.side}>
      <h3>
        {title} · <SourceLink source={side.source} />
      </h3>
      {factsOf(item, side).map(({ label, words, of }) => {
        const differs = other !== null && of(other) !== words;
        return (
          <p key={label}>
            {label}: {differs ? <Changed mark={mark}>{words}</Changed> : <strong>{words}</strong>}
          </p>
        );
      })}
      <blockquote className={styles.sentence} lang="vi">
        {pieces === null
          ? oneLine(side.source.quote)
          : pieces.map((piece, i) =>
              piece.changed ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name.
                <Changed key={i} mark={mark}>
                  {piece.text}
                </Changed>
              ) : (
                piece.text
              ),
            )}
      </blockquote>
    </div>
  );
}

function Changed({ mark, children }: { readonly mark: 'old' | 'new'; readonly children: string }) {
  return mark === 'old' ? <del className={styles.old}>{children}</del> : <ins className={styles.new}>{children}</ins>;
}

interface Fact {
  readonly label: string;
  readonly words: string;
  readonly of: (side: Side) => string;
}

function factsOf(item: Item, side: Side): Fact[] {
  const facts: { label: string; of: (one: Side) => string; shown: boolean }[] =
    item.subject === 'target'
      ? [
          { label: 'Kế hoạch', of: demandWithUnit, shown: true },
          { label: 'Năm', of: (one) => String(one.year ?? 'không ghi'), shown: item.fields.includes('year') },
          { label: 'Chủ trì', of: (one) => one.leads.join('; ') || 'chưa giao', shown: item.fields.includes('leads') },
        ]
      : [
          {
            label: 'Thời hạn',
            of: (one) => (one.dueOn === null ? 'không có' : formatDay(one.dueOn)),
            shown: side.dueOn !== null || item.fields.includes('dueOn'),
          },
          {
            label: 'Chủ trì',
            of: (one) => one.leads.join('; ') || 'chưa giao',
            shown: side.leads.length > 0 || item.fields.includes('leads'),
          },
          {
            label: 'Phối hợp',
            of: (one) => one.supports.join('; ') || 'không nêu',
            shown: item.fields.includes('supports'),
          },
        ];
  return facts.filter((fact) => fact.shown).map((fact) => ({ ...fact, words: fact.of(side) }));
}

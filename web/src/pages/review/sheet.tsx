/** An item on a phone (ngăn kéo): its sentence in context, what was read, what can be done. */
import type { ReactNode } from 'react';
import type { ReviewItem } from '#contract/review.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { Card } from './card.tsx';
import { isLive } from './items.ts';
import type { Act } from './keymap.ts';
import styles from './review.module.css';
import { contextOf, type Paragraph } from './segments.ts';
import { layersOf, ParagraphView } from './text-pane.tsx';
import { KIND_WORDS } from './words.ts';

export interface ItemSheetProps {
  readonly open: boolean;
  readonly item: ReviewItem | undefined;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly items: readonly ReviewItem[];
  readonly readOnly: boolean;
  readonly form: ReactNode | undefined;
  readonly onAct: (act: Act, id: string) => void;
  readonly onRestore: (id: string) => void;
  readonly onClose: () => void;
}

const NONE: ReadonlySet<string> = new Set();

export function ItemSheet({
  open,
  item,
  text,
  paragraphs,
  items,
  readOnly,
  form,
  onAct,
  onRestore,
  onClose,
}: ItemSheetProps) {
  if (!item) return null;
  const context = contextOf(text, paragraphs, item.span);
  const shown = paragraphs.filter((one) => one.start >= context.start && one.end <= context.end);
  const layers = layersOf(items.filter((one) => one.span.start < context.end && one.span.end > context.start));
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={KIND_WORDS[item.kind]}
      holds={form !== undefined}
      actions={
        form === undefined ? (
          <ButtonRow>
            <Button icon="chevronUp" aria-label="Mục trước" onClick={() => onAct('previous', item.id)} />
            <Button icon="chevronDown" aria-label="Mục sau" onClick={() => onAct('next', item.id)} />
            {!readOnly && isLive(item) && item.decision === 'open' ? (
              <>
                <Button icon="minus" onClick={() => onAct('reject', item.id)}>
                  Bỏ
                </Button>
                <Button kind="main" icon="check" onClick={() => onAct('accept', item.id)}>
                  {item.kind === 'unread' ? 'Thêm' : 'Chấp nhận'}
                </Button>
              </>
            ) : null}
          </ButtonRow>
        ) : undefined
      }
    >
      {form === undefined ? (
        <div className={styles.context}>
          {shown.map((paragraph) => (
            <ParagraphView
              key={paragraph.start}
              text={text}
              paragraph={paragraph}
              layers={layers.filter((layer) => layer.start < paragraph.end && layer.end > paragraph.start)}
              currentId={item.id}
              rejected={NONE}
            />
          ))}
        </div>
      ) : null}
      <Card
        item={item}
        current
        picked={false}
        readOnly={readOnly}
        depth={0}
        decidedElsewhere
        onAct={onAct}
        onRestore={onRestore}
        form={form}
      />
    </Drawer>
  );
}

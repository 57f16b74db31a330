/**
 * Directives from a notice of conclusions (từ thông báo kết luận): what the reading found beside its sentence; a person
 * chooses, corrects bodies and deadlines, and makes followed tasks of it. What is typed is kept until it is sent.
 */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { dayOf } from '../../format/instant.ts';
import { formatCount } from '../../format/number.ts';
import type { PlanView } from '../../frame/plan.ts';
import { Tag } from '../../ui/badge.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import plan from '../plan/plan.module.css';
import { documentWords } from '../plan/words.ts';
import { BodiesInput, type Body } from './bodies-input.tsx';
import styles from './directives.module.css';
import { SPOILS, useSaidDone } from './use-directives.ts';

type Preview = Answer<'GET /documents/:id/directives'>;
type Item = Preview['items'][number];

interface Edit {
  readonly text: string;
  readonly leads: readonly Body[];
  readonly supports: readonly Body[];
  readonly dueOn: string | null;
}

const known = (list: Item['leads']): Body[] =>
  list.flatMap((one) => (one.organisationId === null ? [] : [{ id: one.organisationId, name: one.name }]));
/** Why another body than the printed one is proposed, or nobody. */
const reasons = (list: Item['leads']) => list.flatMap((one) => (one.reason === null ? [] : [one.reason.vi]));

const asRead = (item: Item): Edit => ({
  text: item.text,
  leads: known(item.leads),
  supports: known(item.supports),
  dueOn: item.dueOn,
});

export interface FromDocumentProps {
  readonly documentId: string;
  readonly planOf: PlanView;
  readonly onDone: () => void;
}

export function FromDocument({ documentId, planOf, onDone }: FromDocumentProps) {
  const { data, error, refetch } = useQuery(read('GET /documents/:id/directives', { params: { id: documentId } }));
  if (error) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  return <Choose key={documentId} preview={data} planOf={planOf} onDone={onDone} />;
}

function Choose({
  preview,
  planOf,
  onDone,
}: {
  readonly preview: Preview;
  readonly planOf: PlanView;
  readonly onDone: () => void;
}) {
  const { document, leader, items } = preview;
  const open = items.filter((item) => item.directiveId === null);
  const today = dayOf(new Date());
  const draft = useDraft(`directives-of.${document.id}`, {
    givenBy: leader?.givenBy ?? '',
    givenOn: (document.issuedOn ?? today) as string | null,
    left: [] as readonly string[],
    edits: {} as Readonly<Record<string, Edit>>,
  });
  const { givenBy, givenOn, left, edits } = draft.value;
  const [tried, setTried] = useState(false);
  const said = useSaidDone();
  const make = useWrite('POST /documents/:id/directives', {
    spoils: SPOILS,
    onDone: ({ items: made }) => {
      draft.clear();
      said(`Đã lập ${formatCount(made.length)} nhiệm vụ từ kết luận`, made);
      onDone();
    },
  });
  const chosen = open.filter((item) => !left.includes(item.itemId));
  const editOf = (item: Item) => edits[item.itemId] ?? asRead(item);
  const send = () => {
    if (givenBy.trim() === '' || givenOn === null || chosen.length === 0) return setTried(true);
    make.mutate({
      params: { id: document.id },
      body: {
        planId: planOf.id,
        givenBy: givenBy.trim(),
        // The post goes along only as long as the name is the one that was read.
        postId: givenBy.trim() === leader?.givenBy ? leader.postId : null,
        givenOn,
        items: chosen.map((item) => {
          const { text, leads, supports, dueOn } = editOf(item);
          return {
            itemId: item.itemId,
            text: text.trim(),
            leads: leads.map((one) => one.id),
            supports: supports.map((one) => one.id),
            dueOn,
          };
        }),
      },
    });
  };
  if (items.length === 0) {
    return (
      <EmptyState icon="document" title="Không đọc được nội dung chỉ đạo nào trong văn bản này">
        Mở trang rà soát của văn bản để thêm nội dung còn thiếu, rồi quay lại đây.
      </EmptyState>
    );
  }
  return (
    <div className={plan.stack}>
      {preview.conclusion ? null : (
        <Notice tone="amber">
          Văn bản này không phải thông báo kết luận ({document.type ?? 'chưa rõ loại'}). Hãy xem kỹ từng nội dung.
        </Notice>
      )}
      <div className={styles.pair}>
        <Field
          label="Lãnh đạo kết luận"
          required
          error={tried && givenBy.trim() === '' ? 'Hãy ghi lãnh đạo kết luận.' : null}
        >
          <TextInput value={givenBy} maxLength={300} onChange={(event) => draft.set({ givenBy: event.target.value })} />
        </Field>
        <Field label="Ngày kết luận" required error={tried && givenOn === null ? 'Hãy chọn ngày.' : null}>
          <DateInput value={givenOn} max={today} onValue={(value) => draft.set({ givenOn: value })} />
        </Field>
        <Field label="Đưa vào kế hoạch">
          <TextInput value={planOf.title} readOnly />
        </Field>
      </div>
      <ul className={styles.list} aria-label="Nội dung chỉ đạo đọc được">
        {items.map((item, i) => (
          <Order
            key={item.itemId}
            item={item}
            number={i + 1}
            chosen={!left.includes(item.itemId)}
            edit={editOf(item)}
            documentId={document.id}
            onChoose={(yes) =>
              draft.set({ left: yes ? left.filter((id) => id !== item.itemId) : [...left, item.itemId] })
            }
            onEdit={(edit) => draft.set({ edits: { ...edits, [item.itemId]: edit } })}
          />
        ))}
      </ul>
      {make.isError ? (
        <Notice tone="red" live>
          {explain(make.error).message}
        </Notice>
      ) : null}
      {tried && chosen.length === 0 ? (
        <Notice tone="amber" live>
          Hãy chọn ít nhất một nội dung.
        </Notice>
      ) : null}
      {open.length > 0 ? (
        <ButtonRow>
          <Button kind="main" busy={make.isPending} onClick={send}>
            Lập {formatCount(chosen.length)} nhiệm vụ
          </Button>
        </ButtonRow>
      ) : (
        <Notice tone="green">Mọi nội dung của {documentWords(document)} đã được lập thành nhiệm vụ theo dõi.</Notice>
      )}
    </div>
  );
}

interface OrderProps {
  readonly item: Item;
  readonly number: number;
  readonly chosen: boolean;
  readonly edit: Edit;
  readonly documentId: string;
  readonly onChoose: (yes: boolean) => void;
  readonly onEdit: (edit: Edit) => void;
}

function Order({ item, number, chosen, edit, documentId, onChoose, onEdit }: OrderProps) {
  const [open, setOpen] = useState(false);
  const why = [...reasons(item.leads), ...reasons(item.supports)];
  const done = item.directiveId !== null;
  return (
    <li className={styles.order} data-chosen={!done && chosen}>
      <div className={styles.head}>
        {done ? (
          <Tag tone="green">Đã lập nhiệm vụ</Tag>
        ) : (
          <Checkbox
            label={`Nội dung ${number}`}
            checked={chosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        )}
        <span className={styles.meta}>
          {item.doubtful ? <Tag tone="amber">Cần kiểm tra</Tag> : null}
          <Link to="/van-ban/$id" params={{ id: documentId }} search={{ tu: item.span.start, den: item.span.end }}>
            Câu trong văn bản
          </Link>
        </span>
      </div>
      {open && !done ? (
        <div className={styles.form}>
          <Field label="Nội dung">
            <TextArea
              rows={3}
              maxLength={10_000}
              value={edit.text}
              onChange={(event) => onEdit({ ...edit, text: event.target.value })}
            />
          </Field>
          <div className={styles.pair}>
            <BodiesInput label="Cơ quan chủ trì" value={edit.leads} onValue={(leads) => onEdit({ ...edit, leads })} />
            <BodiesInput
              label="Cơ quan phối hợp"
              value={edit.supports}
              onValue={(supports) => onEdit({ ...edit, supports })}
            />
            <Field label="Thời hạn" hint={item.dueQuote ? `Văn bản ghi: ${item.dueQuote}` : undefined}>
              <DateInput
                value={edit.dueOn}
                onValue={(dueOn, valid) => {
                  if (valid) onEdit({ ...edit, dueOn });
                }}
              />
            </Field>
          </div>
        </div>
      ) : (
        <>
          <p className={plan.prose}>{edit.text}</p>
          {done ? (
            <div>
              <Link to="/nhiem-vu/chi-dao" search={{ mo: item.directiveId ?? '' }}>
                Mở trong sổ ý kiến chỉ đạo
              </Link>
            </div>
          ) : (
            <Read edit={edit} item={item} />
          )}
        </>
      )}
      {done
        ? null
        : why.map((words) => (
            <p key={words} className={plan.quiet}>
              {words}
            </p>
          ))}
      {done ? null : (
        <div>
          <Button small icon="edit" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Xong' : 'Sửa'}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Bodies, deadline and products as they would be taken over. */
function Read({ edit, item }: { readonly edit: Edit; readonly item: Item }) {
  return (
    <div className={styles.meta}>
      <span>Chủ trì: {edit.leads.map((one) => one.name).join('; ') || 'chưa chọn'}</span>
      {edit.supports.length > 0 ? <span>Phối hợp: {edit.supports.map((one) => one.name).join('; ')}</span> : null}
      <span>{edit.dueOn ? `Hạn ${formatDay(edit.dueOn)}` : 'Không có thời hạn'}</span>
      {item.products.length > 0 ? <span>Sản phẩm: {item.products.map((one) => one.name).join('; ')}</span> : null}
    </div>
  );
}

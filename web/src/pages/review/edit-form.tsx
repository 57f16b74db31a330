/** An item being edited, or one being added: the form of its kind, kept in this browser until it is sent. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ReviewItem } from '#contract/review.ts';
import type { AnyFields, ItemKind, NamedAgency, Sureness } from '#plan/review.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { changedFields, type Fields } from './conflict.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { problemsOf, toSend } from './fields.ts';
import styles from './form.module.css';
import { MeasurementForm, type PartProps } from './measurement-form.tsx';
import { CitationForm, ReportingForm, TaskForm, TextErrorForm } from './other-forms.tsx';
import { SURENESS_WORDS, shown } from './words.ts';

export interface FieldsFormProps {
  readonly kind: ItemKind;
  readonly fields: Fields;
  readonly errors: Readonly<Record<string, string>>;
  readonly hints: Readonly<Record<string, string>>;
  readonly agencies: readonly NamedAgency[];
  readonly onChange: (change: Record<string, unknown>) => void;
}

export function FieldsForm({ kind, fields, ...rest }: FieldsFormProps): ReactNode {
  const props = <F extends AnyFields>() => ({ ...rest, fields: fields as unknown as F }) as unknown as PartProps<F>;
  switch (kind) {
    case 'target':
    case 'result':
      return <MeasurementForm {...props()} />;
    case 'task':
      return <TaskForm {...props()} />;
    case 'citation':
      return <CitationForm {...props()} />;
    case 'reporting':
      return <ReportingForm {...props()} />;
    case 'text-error':
      return <TextErrorForm {...props()} />;
    case 'unread':
      return null;
  }
}

/** What stands below a field: how sure the reader was, what it gave before a person changed it. */
export function hintsOf(
  sureness: Readonly<Record<string, Sureness>>,
  original: Readonly<Record<string, unknown>> | null,
): Record<string, string> {
  const hints: Record<string, string> = {};
  for (const [name, sure] of Object.entries(sureness)) if (sure !== 'high') hints[name] = SURENESS_WORDS[sure];
  for (const [name, value] of Object.entries(original ?? {})) hints[name] = `Đã đọc: ${shown(name, value)}`;
  return hints;
}

/** What the server finds wrong, by field; `deadlines.0.due` belongs to `deadlines`. */
export function errorsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(
    Object.entries(error.body.fields ?? {}).map(([path, words]) => [path.split('.')[0] as string, words.vi]),
  );
}

interface Kept {
  readonly fields: Record<string, unknown>;
  /** As they were when the editing began. */
  readonly base: Record<string, unknown>;
}

export interface EditFormProps {
  readonly documentId: string;
  readonly item: ReviewItem;
  readonly agencies: readonly NamedAgency[];
  /** Null when it was done; else the item as somebody else left it. */
  readonly onSave: (base: Fields, fields: Fields, accept: boolean) => Promise<ReviewItem | null>;
  readonly onClose: (saved: boolean) => void;
}

export function EditForm({ documentId, item, agencies, onSave, onClose }: EditFormProps) {
  const draft = useDraft<Kept>(`review.${documentId}.${item.id}`, { fields: item.fields, base: item.fields });
  const { fields, base } = draft.value;
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [theirs, setTheirs] = useState<ReviewItem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const overtaken = changedFields(base, item.fields).length > 0;

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('textarea, input')?.focus({ preventScroll: true });
  }, []);

  const send = async (from: Fields, to: Fields, accept: boolean) => {
    if (busy) return;
    const wrong = problemsOf(item.kind, to);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    setFailed(null);
    try {
      const clash = await onSave(from, toSend(item.kind, from, to), accept);
      setTheirs(clash);
      if (clash) return;
      draft.clear();
      onClose(true);
    } catch (error) {
      setErrors(errorsOf(error));
      setFailed(explain(error).message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      ref={form}
      noValidate
      aria-label="Sửa mục"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send(base, fields, true);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault();
          onClose(false);
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void send(base, fields, true);
        }
      }}
    >
      {draft.restored && changedFields(base, fields).length > 0 ? (
        <Notice
          actions={
            <Button small kind="quiet" onClick={draft.clear}>
              Bỏ bản nháp
            </Button>
          }
        >
          Đang dùng lại những gì bạn nhập dở.
        </Notice>
      ) : null}
      {overtaken ? (
        <Notice
          tone="amber"
          live
          actions={
            <Button small onClick={() => setTheirs(item)}>
              Xem hai bản
            </Button>
          }
        >
          Người khác vừa sửa mục này. Những gì bạn nhập vẫn được giữ.
        </Notice>
      ) : null}
      {failed ? (
        <Notice tone="red" live>
          {failed}
        </Notice>
      ) : null}
      <blockquote className={styles.source}>{item.quote}</blockquote>
      <div className={styles.grid}>
        <FieldsForm
          kind={item.kind}
          fields={fields}
          errors={errors}
          hints={hintsOf(item.sureness, item.original)}
          agencies={agencies}
          onChange={(change) => draft.set({ fields: { ...fields, ...change } })}
        />
      </div>
      <ButtonRow>
        <Button kind="main" type="submit" busy={busy}>
          Lưu và chấp nhận
        </Button>
        <Button onClick={() => void send(base, fields, false)}>Chỉ lưu</Button>
        <Button
          kind="quiet"
          onClick={() => {
            draft.clear();
            onClose(false);
          }}
        >
          Thôi
        </Button>
      </ButtonRow>
      {theirs ? (
        <ConflictDialog
          item={theirs}
          base={base}
          mine={fields}
          onClose={() => setTheirs(null)}
          onTheirs={() => {
            draft.clear();
            onClose(true);
          }}
          onMerge={(chosen) => {
            const next = { ...theirs.fields, ...chosen };
            draft.set({ base: theirs.fields, fields: next });
            setTheirs(null);
            void send(theirs.fields, next, true);
          }}
        />
      ) : null}
    </form>
  );
}

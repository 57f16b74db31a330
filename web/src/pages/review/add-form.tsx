/** A new item from a stretch of the document (thêm mục): the stretch is read as the kind that the person chose. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { NamedAgency, Sureness } from '#plan/review.ts';
import { call } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { Button, ButtonRow, IconButton } from '../../ui/button.tsx';
import { Segments } from '../../ui/choice.tsx';
import { Notice } from '../../ui/states.tsx';
import { errorsOf, FieldsForm, hintsOf } from './edit-form.tsx';
import { ADDABLE, type AddableKind, complete, problemsOf } from './fields.ts';
import styles from './form.module.css';
import type { Stretch } from './segments.ts';
import { KIND_WORDS } from './words.ts';

/** Kept as a draft; `span` null means that nothing is being added. */
export interface Adding {
  readonly span: Stretch | null;
  readonly kind: AddableKind;
  /** Null until the stretch was read. */
  readonly fields: Record<string, unknown> | null;
  readonly sureness: Readonly<Record<string, Sureness>>;
  /** The unread stretch that it is made from. */
  readonly unreadId: string | null;
}

export const NOT_ADDING: Adding = { span: null, kind: 'task', fields: null, sureness: {}, unreadId: null };

export interface AddFormProps {
  readonly documentId: string;
  readonly text: string;
  readonly adding: Adding & { readonly span: Stretch };
  readonly agencies: readonly NamedAgency[];
  readonly onChange: (change: Partial<Adding>) => void;
  readonly onAdd: (kind: AddableKind, span: Stretch, fields: Record<string, unknown>) => Promise<void>;
  readonly onClose: () => void;
}

export function AddForm({ documentId, text, adding, agencies, onChange, onAdd, onClose }: AddFormProps) {
  const { span, kind, fields, sureness } = adding;
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = useRef(onChange);
  change.current = onChange;

  const { start, end } = span;
  const ask = useCallback(
    (signal: AbortSignal) =>
      call('POST /documents/:id/review/suggest', {
        params: { id: documentId },
        body: { kind, span: { start, end } },
        signal,
      }),
    [documentId, kind, start, end],
  );
  const asked = fields !== null;
  useEffect(() => {
    if (asked) return;
    const stop = new AbortController();
    ask(stop.signal).then(
      (found) => {
        if (stop.signal.aborted) return;
        change.current({ fields: found.fields, sureness: found.sureness });
        setFailed(null);
      },
      (error) => {
        if (!stop.signal.aborted) setFailed(explain(error).message);
      },
    );
    return () => stop.abort();
  }, [asked, ask]);
  useEffect(() => {
    if (asked) form.current?.querySelector<HTMLElement>('textarea, input:not([type="radio"])')?.focus();
  }, [asked]);

  const send = async () => {
    if (busy || fields === null) return;
    const wrong = problemsOf(kind, fields);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    setFailed(null);
    try {
      await onAdd(kind, span, complete(kind, fields));
    } catch (error) {
      setErrors(errorsOf(error));
      setFailed(explain(error).message);
      setBusy(false);
    }
  };

  return (
    <form
      ref={form}
      noValidate
      aria-label="Thêm mục"
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.addHead}>
        <h2>Thêm mục từ đoạn được chọn</h2>
        <IconButton icon="close" label="Thôi thêm" onClick={onClose} />
      </header>
      <Segments
        label="Loại mục"
        choices={ADDABLE.map((value) => ({ value, label: KIND_WORDS[value] }))}
        value={kind}
        onChoose={(value) => {
          setErrors({});
          onChange({ kind: value as AddableKind, fields: null, sureness: {} });
        }}
      />
      <blockquote className={styles.source}>{text.slice(span.start, span.end)}</blockquote>
      {failed ? (
        <Notice tone="red" live>
          {failed}
        </Notice>
      ) : null}
      {fields ? (
        <div className={styles.grid}>
          <FieldsForm
            kind={kind}
            fields={fields}
            errors={errors}
            hints={hintsOf(sureness, null)}
            agencies={agencies}
            onChange={(one) => onChange({ fields: { ...fields, ...one } })}
          />
        </div>
      ) : failed ? null : (
        <p>Đang đọc đoạn được chọn…</p>
      )}
      <ButtonRow>
        <Button kind="main" type="submit" icon="add" busy={busy} disabled={fields === null}>
          Thêm
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Thôi
        </Button>
      </ButtonRow>
    </form>
  );
}

/** A deliverable added to a task, or corrected: name, kind, deadline, the session that it goes to, a note. */
import { useState } from 'react';
import { SESSIONS } from '#delivery/programme.ts';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select, TextArea, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { PRODUCT_WORDS } from '../plan/words.ts';
import styles from './deliverables.module.css';
import { MonthInput } from './month-input.tsx';
import { currentOf, type Deliverable, SPOILS, useSaidDone } from './use-deliverables.ts';

type Kind = 'resolution';

export interface EditDialogProps {
  /** Null: a new one of `taskId`. */
  readonly of: Deliverable | null;
  readonly taskId: string;
  readonly onClose: () => void;
}

const KINDS = Object.entries(PRODUCT_WORDS).map(([value, label]) => ({ value, label }));

export function EditDialog({ of, taskId, onClose }: EditDialogProps) {
  const [base, setBase] = useState(of);
  const draft = useDraft(of ? `deliverable.${of.id}.${of.version}` : `deliverable-new.${taskId}`, {
    name: of?.name ?? '',
    kind: of?.kind ?? '',
    dueOn: of?.dueOn ?? null,
    sessionMonth: of?.sessionMonth ?? null,
    sessionTitle: of?.sessionTitle ?? '',
    note: of?.note ?? '',
  });
  const { name, kind, dueOn, sessionMonth, sessionTitle, note } = draft.value;
  const [tried, setTried] = useState(false);
  const [valid, setValid] = useState(true);
  const said = useSaidDone();
  const done = (text: string) => (row: Deliverable) => {
    draft.clear();
    onClose();
    said(text, row);
  };
  const add = useWrite('POST /tasks/:id/deliverables', { spoils: SPOILS, onDone: done('Đã thêm sản phẩm') });
  const edit = useWrite('PATCH /deliverables/:id', { spoils: SPOILS, onDone: done('Đã lưu sản phẩm') });
  const noteOnly = of?.mayEdit === 'stage';
  const problem = add.error ?? edit.error;
  const send = () => {
    if (name.trim() === '' || kind === '' || !valid) return setTried(true);
    const fields = {
      name: name.trim(),
      kind: kind as Kind,
      sessionMonth,
      sessionTitle: sessionMonth === null ? null : sessionTitle.trim() || null,
      note: note.trim() || null,
    };
    if (of === null) return add.mutate({ params: { id: taskId }, body: { ...fields, dueOn } });
    const body = noteOnly
      ? { note: fields.note }
      : // A deadline that nobody changed goes on following its task.
        { ...fields, ...(dueOn === of.dueOn ? {} : { dueOn }) };
    edit.mutate(
      { params: { id: of.id }, body: { version: base?.version ?? of.version, ...body } },
      { onError: (error) => setBase(currentOf(error) ?? base) },
    );
  };
  return (
    <Dialog
      open
      holds
      title={of === null ? 'Thêm sản phẩm' : 'Sửa sản phẩm'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" busy={add.isPending || edit.isPending} onClick={send}>
            {of === null ? 'Thêm sản phẩm' : base === of ? 'Lưu' : 'Lưu đè bản mới'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {noteOnly ? (
          <p>{of?.name}</p>
        ) : (
          <>
            <Field label="Tên sản phẩm" required error={tried && name.trim() === '' ? 'Hãy ghi tên sản phẩm.' : null}>
              <TextArea
                rows={2}
                maxLength={1000}
                value={name}
                onChange={(event) => draft.set({ name: event.target.value })}
              />
            </Field>
            <div className={styles.pair}>
              <Field label="Loại" required error={tried && kind === '' ? 'Hãy chọn loại sản phẩm.' : null}>
                <Select value={kind} empty="Chọn…" choices={KINDS} onChoose={(value) => draft.set({ kind: value })} />
              </Field>
              <Field
                label="Thời hạn"
                hint={of === null ? 'Để trống: theo thời hạn của nhiệm vụ' : undefined}
                error={valid ? null : 'Ngày chưa đúng dạng ngày/tháng/năm.'}
              >
                <DateInput
                  value={dueOn}
                  onValue={(value, right) => {
                    setValid(right);
                    if (right) draft.set({ dueOn: value });
                  }}
                />
              </Field>
            </div>
            <div className={styles.pair}>
              <MonthInput
                label="Trình tại phiên họp tháng"
                value={sessionMonth}
                onValue={(value) => draft.set({ sessionMonth: value })}
              />
              <Field label="Phiên họp, kỳ họp">
                <TextInput
                  value={sessionTitle}
                  list="deliverable-sessions"
                  maxLength={200}
                  disabled={sessionMonth === null}
                  placeholder={sessionMonth === null ? 'Chọn tháng trước' : 'Chọn hoặc ghi tên'}
                  onChange={(event) => draft.set({ sessionTitle: event.target.value })}
                />
              </Field>
              <datalist id="deliverable-sessions">
                {SESSIONS.map((title) => (
                  <option key={title} value={title} />
                ))}
              </datalist>
            </div>
          </>
        )}
        <Field label="Ghi chú">
          <TextArea
            rows={3}
            maxLength={5000}
            value={note}
            onChange={(event) => draft.set({ note: event.target.value })}
          />
        </Field>
        {problem ? (
          <Notice tone="red" live>
            {explain(problem).message}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
}

/** One act on a case: closed with its result, opened again, suspended, resumed. */
import { useId, useState } from 'react';
import { ApiProblem, explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { dayOf } from '../../format/instant.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import styles from './backlog.module.css';
import { type Case, SPOILS, useSaidDone } from './use-cases.ts';

export type CaseAct = 'close' | 'reopen' | 'suspend' | 'resume';

export const ACT_WORDS: Readonly<
  Record<CaseAct, { readonly act: string; readonly done: string; readonly text: string }>
> = {
  close: { act: 'Kết thúc vụ việc', done: 'Đã kết thúc vụ việc', text: 'Kết quả giải quyết' },
  reopen: { act: 'Mở lại', done: 'Đã mở lại vụ việc', text: 'Lý do mở lại' },
  suspend: { act: 'Tạm dừng', done: 'Đã tạm dừng vụ việc', text: 'Lý do tạm dừng' },
  resume: { act: 'Tiếp tục', done: 'Vụ việc được giải quyết tiếp', text: 'Ghi chú' },
};

export function ActDialog({
  of,
  act,
  onClose,
}: {
  readonly of: Case;
  readonly act: CaseAct;
  readonly onClose: () => void;
}) {
  const form = useId();
  const today = dayOf(new Date());
  const words = ACT_WORDS[act];
  const draft = useDraft<{ text: string; on: string | null }>(`case-act.${of.id}.${act}`, { text: '', on: today });
  const [valid, setValid] = useState(true);
  const said = useSaidDone();
  const send = useWrite('POST /cases/:id/acts', {
    spoils: SPOILS,
    onDone: () => {
      draft.clear();
      onClose();
      said(words.done, of.id);
    },
  });
  const { text, on } = draft.value;
  return (
    <Dialog
      open
      holds
      title={words.act}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" type="submit" form={form} busy={send.isPending}>
            {words.act}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!valid) return;
          send.mutate({
            params: { id: of.id },
            body: { version: of.version, act, text: text || null, ...(act === 'close' && on ? { on } : {}) },
          });
        }}
      >
        {send.error ? (
          <Notice tone="red" live>
            {explain(send.error).message}
          </Notice>
        ) : null}
        {act === 'close' ? (
          <Field label="Ngày kết thúc" required>
            <DateInput
              value={on}
              max={today}
              onValue={(day, ok) => {
                setValid(ok && day !== null);
                draft.set({ on: day });
              }}
            />
          </Field>
        ) : null}
        <Field
          label={words.text}
          required={act !== 'resume'}
          error={send.error instanceof ApiProblem ? send.error.field('text') : undefined}
        >
          <TextArea rows={4} value={text} onChange={(event) => draft.set({ text: event.target.value })} />
        </Field>
      </form>
    </Dialog>
  );
}

/** Many tasks urged at once (Đôn đốc), with one text. */
import { useState } from 'react';
import { ACT_WORDS } from '#delivery/act.ts';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { formatCount } from '../../format/number.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import plan from '../plan/plan.module.css';
import type { ActDialogProps } from './assign-dialog.tsx';
import { type Refused, RefusedList } from './refused.tsx';

export function RemindDialog({ tasks, open, onClose, onDone }: ActDialogProps) {
  const draft = useDraft('tasks.remind', { text: '' });
  const [refused, setRefused] = useState<readonly Refused[] | null>(null);
  const remind = useWrite('POST /tasks/acts', {
    onDone: (answer) => {
      draft.clear();
      toast({ text: `Đã đôn đốc ${formatCount(answer.done.length)} nhiệm vụ` });
      if (answer.refused.length > 0) setRefused(answer.refused);
      else {
        onClose();
        onDone();
      }
    },
  });
  const close = () => {
    onClose();
    if (refused !== null) onDone();
    setRefused(null);
  };
  const send = () => {
    const text = draft.value.text.trim();
    remind.mutate({ body: { act: 'remind', ids: tasks.map((one) => one.id), ...(text ? { text } : {}) } });
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={`${ACT_WORDS.remind} ${formatCount(tasks.length)} nhiệm vụ`}
      holds
      actions={
        refused !== null ? (
          <Button kind="main" onClick={close}>
            Đóng
          </Button>
        ) : (
          <>
            <Button onClick={close}>Thôi</Button>
            <Button kind="main" busy={remind.isPending} onClick={send}>
              {ACT_WORDS.remind}
            </Button>
          </>
        )
      }
    >
      <div className={plan.stack}>
        {remind.error ? <Notice tone="red">{explain(remind.error).message}</Notice> : null}
        {refused === null ? (
          <Field label="Nội dung đôn đốc" hint="Cơ quan chủ trì nhận được cùng tên nhiệm vụ. Có thể để trống.">
            <TextArea rows={4} value={draft.value.text} onChange={(event) => draft.set({ text: event.target.value })} />
          </Field>
        ) : (
          <RefusedList title={`Không đôn đốc được ${formatCount(refused.length)} nhiệm vụ`} refused={refused} />
        )}
      </div>
    </Dialog>
  );
}

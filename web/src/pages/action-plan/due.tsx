/** The day by which agencies are to issue their action plans: seen by all, set by the Office. */
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { queryClient, useWrite } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { type ActionPlans, SPOILS } from './shared.ts';

export function Due({ planId, data }: { readonly planId: string; readonly data: ActionPlans }) {
  const [open, setOpen] = useState(false);
  const words = data.dueOn ? `Hạn ban hành: ${formatDay(data.dueOn)}` : 'Chưa đặt hạn ban hành';
  return (
    <>
      <span>{words}</span>
      {data.mayOrder ? (
        <Button small kind="quiet" icon="edit" onClick={() => setOpen(true)}>
          {data.dueOn ? 'Đổi hạn' : 'Đặt hạn'}
        </Button>
      ) : null}
      {open ? <DueDialog planId={planId} data={data} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function DueDialog({
  planId,
  data,
  onClose,
}: {
  readonly planId: string;
  readonly data: ActionPlans;
  readonly onClose: () => void;
}) {
  const [dueOn, setDueOn] = useState(data.dueOn);
  const save = useWrite('PUT /plans/:id/action-plan-due', {
    spoils: SPOILS,
    onDone: (now) => {
      toast({
        text: now.dueOn ? `Hạn ban hành kế hoạch hành động: ${formatDay(now.dueOn)}` : 'Đã bỏ hạn ban hành',
        undo: async () => {
          try {
            await call('PUT /plans/:id/action-plan-due', {
              params: { id: planId },
              body: { version: now.planVersion, dueOn: data.dueOn },
            });
          } catch (error) {
            toast({ text: explain(error).message, wrong: true });
          }
          await queryClient.invalidateQueries({ queryKey: [SPOILS[0]] });
        },
      });
      onClose();
    },
  });
  return (
    <Dialog
      open
      size="small"
      onClose={onClose}
      title="Hạn ban hành kế hoạch hành động"
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button
            kind="main"
            busy={save.isPending}
            onClick={() => save.mutate({ params: { id: planId }, body: { version: data.planVersion, dueOn } })}
          >
            Lưu
          </Button>
        </>
      }
    >
      {save.isError ? (
        <Notice tone="red" live>
          {explain(save.error).message}
        </Notice>
      ) : null}
      <Field
        label="Các cơ quan ban hành trước hết ngày"
        hint="Cơ quan có hạn riêng thì theo hạn riêng. Để trống: không đặt hạn."
      >
        <DateInput value={dueOn} onValue={(day, valid) => valid && setDueOn(day)} />
      </Field>
    </Dialog>
  );
}

/** One part changed, or taken out (sửa, bỏ phần việc). */
import { useState } from 'react';
import { ApiProblem, explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import styles from './breakdown.module.css';
import { doerOf, doerOptions, newRow, type Part, type PartsAnswer, periodOptions, type Row } from './model.ts';
import { PartFields } from './part-fields.tsx';
import { SPOILS, useTold } from './use-breakdown.ts';

export interface EditPartProps {
  readonly wholeId: string;
  readonly part: Part;
  readonly place: Pick<PartsAnswer, 'bodies' | 'posts'>;
  readonly onClose: () => void;
}

const doerOfPart = (part: Part): string | null =>
  part.post ? `p:${part.post.id}` : part.leads[0]?.organisationId ? `o:${part.leads[0].organisationId}` : null;

export function EditPart({ wholeId, part, place, onClose }: EditPartProps) {
  const [row, setRow] = useState<Row>(() =>
    newRow({ text: part.text, period: part.period, dueOn: part.dueOn, doer: doerOfPart(part) }),
  );
  const [late, setLate] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const tell = useTold(wholeId);
  const change = useWrite('PATCH /tasks/:id/part', {
    spoils: SPOILS,
    onDone: () => {
      tell('Đã sửa phần việc');
      onClose();
    },
  });
  const remove = useWrite('DELETE /tasks/:id/part', {
    spoils: SPOILS,
    onDone: ({ done }) => {
      tell(done === 'removed' ? 'Đã bỏ phần việc' : 'Đã hủy phần việc', done === 'removed');
      onClose();
    },
  });
  const year = Number((part.dueOn ?? part.period ?? String(new Date().getFullYear())).slice(0, 4));
  const error = change.error ?? remove.error;
  const code = error instanceof ApiProblem ? error.code : null;
  const takeOut = () =>
    remove.mutate({ params: { id: part.id }, body: { version: part.version, reason: reason?.trim() || null } });
  const save = () =>
    change.mutate({
      params: { id: part.id },
      body: {
        version: part.version,
        late,
        text: row.text.trim(),
        period: row.period,
        dueOn: row.dueOn,
        ...(row.doer === doerOfPart(part) ? {} : doerOf(row.doer)),
      },
    });
  return (
    <Dialog
      open
      holds
      title="Sửa phần việc"
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" icon="trash" busy={remove.isPending} onClick={takeOut}>
            Bỏ phần việc
          </Button>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" busy={change.isPending} disabled={row.text.trim() === ''} onClick={save}>
            Lưu
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {error && code !== 'text-needed' ? (
          <Notice tone="red" live>
            {explain(error).message}
          </Notice>
        ) : null}
        {code === 'after-whole' ? (
          <Checkbox
            label="Vẫn giữ thời hạn sau thời hạn của nhiệm vụ"
            checked={late}
            onChange={(event) => setLate(event.target.checked)}
          />
        ) : null}
        {code === 'text-needed' || reason !== null ? (
          <Field
            label="Lý do hủy"
            required
            hint="Phần việc đã được thực hiện nên chỉ hủy được, có lý do; lịch sử vẫn giữ."
          >
            <TextArea rows={2} value={reason ?? ''} onChange={(event) => setReason(event.target.value)} />
          </Field>
        ) : null}
        <div className={styles.row}>
          <PartFields
            row={row}
            periods={periodOptions(year - 1, year + 1)}
            doers={doerOptions(place)}
            onRow={(given) => setRow((now) => ({ ...now, ...given }))}
          />
        </div>
      </div>
    </Dialog>
  );
}

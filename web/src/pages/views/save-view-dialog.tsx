/** Name and sharing of a view: a new one from what is shown, or of one that is there. */
import { useEffect, useState } from 'react';
import { ApiProblem, explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import plan from '../plan/plan.module.css';
import type { SavedView, ViewPage } from './use-views.ts';

export interface SaveViewDialogProps {
  readonly page: ViewPage;
  readonly search: string;
  /** The one to be renamed or shared; absent: a new one. */
  readonly view: SavedView | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSaved: (view: SavedView) => void;
}

export function SaveViewDialog({ page, search, view, open, onClose, onSaved }: SaveViewDialogProps) {
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    if (!open) return;
    setName(view?.name ?? '');
    setShared(view?.shared ?? false);
    setMissing(false);
  }, [open, view]);
  const onDone = (saved: SavedView) => {
    toast({ text: `Đã lưu khung nhìn “${saved.name}”${saved.shared ? ', dùng chung' : ''}` });
    onSaved(saved);
    onClose();
  };
  const save = useWrite('POST /views', { onDone });
  const change = useWrite('PATCH /views/:id', { onDone });
  const error = view ? change.error : save.error;
  const send = () => {
    const given = name.trim();
    if (given === '') return setMissing(true);
    if (view) change.mutate({ params: { id: view.id }, body: { version: view.version, name: given, shared } });
    else save.mutate({ body: { page, name: given, search, shared } });
  };
  const wrong = error instanceof ApiProblem ? error.field('name') : undefined;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={view ? 'Đổi tên, dùng chung khung nhìn' : 'Lưu khung nhìn'}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" busy={save.isPending || change.isPending} onClick={send}>
            Lưu khung nhìn
          </Button>
        </>
      }
    >
      <form
        className={plan.stack}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {error && !wrong ? <Notice tone="red">{explain(error).message}</Notice> : null}
        <Field
          label="Tên khung nhìn"
          required
          error={missing && name.trim() === '' ? 'Hãy đặt tên cho khung nhìn.' : wrong}
        >
          <TextInput value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Checkbox
          label="Dùng chung"
          hint="Mọi người trong tỉnh thấy và mở được; bạn và Văn phòng sửa được."
          checked={shared}
          onChange={(event) => setShared(event.target.checked)}
        />
      </form>
    </Dialog>
  );
}

/** Choosing the organisations that a document is sent to (gửi văn bản). */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { matching } from '../../format/match.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './document.module.css';

/** So many names are shown; typing finds the others. */
const MOST = 100;

export function SendDialog({
  id,
  there,
  onClose,
}: {
  readonly id: string;
  /** Who has it already. */
  readonly there: readonly string[];
  readonly onClose: () => void;
}) {
  const tree = useQuery(read('GET /organisations/tree', { query: {} }));
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const send = useWrite('POST /documents/:id/distribution', {
    spoils: ['GET /documents/:id/distribution'],
    onDone: ({ sent }) => {
      toast({ text: `Đã gửi đến ${sent} cơ quan` });
      onClose();
    },
  });
  const left = (tree.data?.items ?? []).filter((one) => !there.includes(one.id));
  const shown = (typed.trim() ? matching(typed, left, (one) => one.name) : left).slice(0, MOST);
  const toggle = (one: string) => {
    const next = new Set(chosen);
    if (!next.delete(one)) next.add(one);
    setChosen(next);
  };
  return (
    <Dialog
      open
      holds={chosen.size > 0}
      onClose={onClose}
      title="Gửi văn bản đến cơ quan"
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button
            kind="main"
            busy={send.isPending}
            disabled={chosen.size === 0}
            onClick={() =>
              send.mutate({
                params: { id },
                body: { organisationIds: [...chosen], ...(note.trim() ? { note: note.trim() } : {}) },
              })
            }
          >
            Gửi đến {chosen.size} cơ quan
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {send.isError ? (
          <Notice tone="red" live>
            {explain(send.error).message}
          </Notice>
        ) : null}
        {tree.isError ? <ErrorState {...explain(tree.error)} onRetry={() => void tree.refetch()} /> : null}
        <Field label="Tìm cơ quan">
          <TextInput type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <fieldset className={styles.choices}>
          <legend className="sr-only">Cơ quan nhận</legend>
          {shown.map((one) => (
            <Checkbox key={one.id} label={one.name} checked={chosen.has(one.id)} onChange={() => toggle(one.id)} />
          ))}
          {tree.data && shown.length === 0 ? <p>Không còn cơ quan nào khớp.</p> : null}
        </fieldset>
        <Button
          small
          kind="quiet"
          onClick={() => setChosen(new Set([...chosen, ...shown.map((one) => one.id)]))}
          disabled={shown.length === 0}
        >
          Chọn tất cả {shown.length} cơ quan đang hiện
        </Button>
        <Field label="Ý kiến kèm theo">
          <TextArea rows={2} value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}

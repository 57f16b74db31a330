/** One event at the side: who, when, before and after, its place in the chain, and the way back. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { queryClient, read, useWrite } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { formatInstant } from '../../format/instant.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, Drawer } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './events.module.css';
import { fieldLines } from './fields.ts';
import { actorOf } from './words.ts';

type Detail = Answer<'GET /events/:id'>;

export interface EventDrawerProps {
  readonly id: string | null;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

export function EventDrawer({ id, onOpen, onClose }: EventDrawerProps) {
  const { data, error, refetch } = useQuery({
    ...read('GET /events/:id', { params: { id: id ?? '' } }),
    enabled: id !== null,
  });
  const shown = id === null ? undefined : data;
  return (
    <Drawer open={id !== null} onClose={onClose} title={shown ? `Sự kiện số ${shown.seq}` : 'Sự kiện'} size="large">
      {error ? <ErrorState {...explain(error)} onRetry={() => void refetch()} /> : null}
      {shown ? <Body key={shown.id} event={shown} onOpen={onOpen} /> : error ? null : <Skeleton lines={8} />}
    </Drawer>
  );
}

function Body({ event, onOpen }: { readonly event: Detail; readonly onOpen: (id: string) => void }) {
  const may = useMay();
  const [undoing, setUndoing] = useState(false);
  const lines = fieldLines(event.before, event.after, event.names);
  const { undoneBy, undoes } = event;
  return (
    <div className={styles.body}>
      <p>
        <strong>{event.sentence}</strong>
      </p>
      <dl className={styles.facts}>
        <dt>Thời điểm</dt>
        <dd>{formatInstant(event.at)}</dd>
        <dt>Người thực hiện</dt>
        <dd>{actorOf(event)}</dd>
        <dt>Chức danh</dt>
        <dd>{event.post?.title ?? '—'}</dd>
        <dt>Lý do, căn cứ</dt>
        <dd>{event.reason ?? '—'}</dd>
      </dl>
      {undoneBy ? (
        <Notice
          actions={
            <Button small onClick={() => onOpen(undoneBy.id)}>
              Xem
            </Button>
          }
        >
          Đã được hoàn tác ở sự kiện số {undoneBy.seq}.
        </Notice>
      ) : null}
      {undoes ? (
        <Notice
          actions={
            <Button small onClick={() => onOpen(undoes)}>
              Xem
            </Button>
          }
        >
          Sự kiện này hoàn tác một sự kiện trước.
        </Notice>
      ) : null}
      {may('event.undo') && event.undoable && !undoneBy ? (
        <div>
          <Button icon="undo" onClick={() => setUndoing(true)}>
            Hoàn tác
          </Button>
        </div>
      ) : null}
      {lines.length > 0 ? (
        <section className={styles.part}>
          <h3>Trước và sau</h3>
          <table className={styles.changes}>
            <thead>
              <tr>
                <th scope="col">Nội dung</th>
                <th scope="col">Trước</th>
                <th scope="col">Sau</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.name}>
                  <th scope="row">{line.name}</th>
                  <td className={line.before === null ? undefined : styles.before}>{line.before ?? ''}</td>
                  <td className={line.after === null ? undefined : styles.after}>{line.after ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      <section className={styles.part}>
        <h3>Mã kiểm tra</h3>
        <p className={styles.hash}>{event.hash}</p>
        <p className={styles.quiet}>Nối tiếp mã của sự kiện trước:</p>
        <p className={styles.hash}>{event.previousHash}</p>
      </section>
      {undoing ? <UndoDialog event={event} onClose={() => setUndoing(false)} /> : null}
    </div>
  );
}

function UndoDialog({ event, onClose }: { readonly event: Detail; readonly onClose: () => void }) {
  const form = useId();
  const [reason, setReason] = useState('');
  const undo = useWrite('POST /events/:id/undo', {
    onDone: () => {
      toast({ text: `Đã hoàn tác: ${event.sentence}` });
      // Anything may have changed.
      void queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <Dialog
      open
      holds
      size="small"
      onClose={onClose}
      title="Hoàn tác sự kiện"
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" type="submit" form={form} busy={undo.isPending}>
            Hoàn tác
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(submitted) => {
          submitted.preventDefault();
          undo.mutate({ params: { id: event.id }, body: { reason } });
        }}
      >
        {undo.error ? (
          <Notice tone="red" live>
            {explain(undo.error).message}
          </Notice>
        ) : null}
        <p>{event.sentence}</p>
        <Field label="Lý do" required hint="Sự kiện cũ vẫn còn trong nhật ký; việc hoàn tác là một sự kiện mới.">
          <TextArea value={reason} onChange={(typed) => setReason(typed.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}

/** To whom a document was sent (nơi nhận, quán triệt), who opened it, who acknowledged it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { explain } from '../../api/problem.ts';
import { queryClient, read, useWrite } from '../../api/query.ts';
import { useMe } from '../../api/session.ts';
import { formatInstant } from '../../format/instant.ts';
import { Tag } from '../../ui/badge.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { toast } from '../../ui/toast.tsx';
import { SendDialog } from './send-dialog.tsx';

type Row = Answer<'GET /documents/:id/distribution'>['items'][number];

export function Distribution({ id, ready }: { readonly id: string; readonly ready: boolean }) {
  const me = useMe();
  const [sending, setSending] = useState(false);
  const [recalling, setRecalling] = useState<Row | null>(null);
  const answer = useQuery(read('GET /documents/:id/distribution', { params: { id } }));
  const spoils = ['GET /documents/:id/distribution', 'GET /distributions/received', 'GET /overview'] as const;
  const fails = { onError: (error: Error) => void toast({ text: explain(error).message, wrong: true }) };
  const remind = useWrite('POST /distributions/:id/remind', {
    spoils,
    onDone: (row) => void toast({ text: `Đã nhắc ${row.organisation.name}` }),
  });
  const recall = useWrite('POST /distributions/:id/recall', {
    spoils,
    onDone: (row) => {
      toast({ text: `Đã thu hồi văn bản gửi ${row.organisation.name}` });
      setRecalling(null);
    },
  });
  const acknowledge = useWrite('POST /distributions/:id/acknowledge', {
    spoils,
    onDone: () => void toast({ text: 'Đã xác nhận với nơi gửi' }),
  });
  useLive(['distribution'], (_, payload) => {
    if ((payload as { documentId?: string }).documentId === id) {
      void queryClient.invalidateQueries({ queryKey: ['GET /documents/:id/distribution'] });
    }
  });
  if (answer.isError) return <ErrorState {...explain(answer.error)} onRetry={() => void answer.refetch()} />;
  const rows = answer.data?.items ?? [];
  const maySend = me.rights.includes('document.distribute');
  const own = (row: Row) =>
    row.organisation.id === me.post?.organisation.id && me.rights.includes('document.acknowledge');
  const columns: readonly Column<Row>[] = [
    {
      id: 'organisation',
      head: 'Nơi nhận',
      phone: 'title',
      cell: (row) => (
        <>
          {row.organisation.name}
          {row.note ? <p>{row.note}</p> : null}
        </>
      ),
    },
    { id: 'sent', head: 'Gửi lúc', width: 150, phone: 'line', cell: (row) => formatInstant(row.sentAt) },
    {
      id: 'opened',
      head: 'Đã mở',
      width: 210,
      phone: 'line',
      cell: (row) => (row.openedAt ? `${formatInstant(row.openedAt)} · ${row.openedBy?.name ?? ''}` : 'Chưa mở'),
    },
    {
      id: 'acknowledged',
      head: 'Xác nhận',
      width: 210,
      phone: 'line',
      cell: (row) =>
        row.recalledAt ? (
          <Tag>Đã thu hồi</Tag>
        ) : row.acknowledgedAt ? (
          <>
            <Tag tone="green">Đã xác nhận</Tag> {formatInstant(row.acknowledgedAt)} · {row.acknowledgedBy?.name}
          </>
        ) : (
          <>
            <Tag tone="amber">Chưa xác nhận</Tag>
            {row.reminders > 0 ? ` · đã nhắc ${row.reminders} lần` : ''}
          </>
        ),
    },
    {
      id: 'acts',
      head: 'Việc làm',
      width: 200,
      phone: 'line',
      cell: (row) =>
        row.recalledAt ? null : (
          <ButtonRow>
            {own(row) && !row.acknowledgedAt ? (
              <Button small icon="check" onClick={() => acknowledge.mutate({ params: { id: row.id } }, fails)}>
                Xác nhận
              </Button>
            ) : null}
            {maySend && !row.acknowledgedAt ? (
              <Button small icon="bell" onClick={() => remind.mutate({ params: { id: row.id } }, fails)}>
                Nhắc
              </Button>
            ) : null}
            {maySend ? (
              <Button small kind="quiet" onClick={() => setRecalling(row)}>
                Thu hồi
              </Button>
            ) : null}
          </ButtonRow>
        ),
    },
  ];
  return (
    <>
      {maySend ? (
        <ButtonRow>
          <Button icon="upload" disabled={!ready} onClick={() => setSending(true)}>
            Gửi đến cơ quan
          </Button>
        </ButtonRow>
      ) : null}
      <Table
        label="Nơi nhận"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        loading={answer.isPending}
        empty={
          <EmptyState
            title={maySend ? 'Chưa gửi văn bản này đến cơ quan nào' : 'Cơ quan bạn chưa được gửi văn bản này'}
          />
        }
      />
      {sending ? (
        <SendDialog
          id={id}
          there={rows.filter((row) => !row.recalledAt).map((row) => row.organisation.id)}
          onClose={() => setSending(false)}
        />
      ) : null}
      <Confirm
        open={recalling !== null}
        title="Thu hồi văn bản"
        act="Thu hồi"
        danger
        busy={recall.isPending}
        onClose={() => setRecalling(null)}
        onAct={() =>
          recalling && recall.mutate({ params: { id: recalling.id }, body: { version: recalling.version } }, fails)
        }
      >
        <p>{recalling?.organisation.name} sẽ không còn thấy văn bản này trong mục Văn bản đến.</p>
      </Confirm>
    </>
  );
}

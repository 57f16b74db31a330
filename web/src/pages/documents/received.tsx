/** Documents that my organisation was sent (văn bản đến): opened, acknowledged. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { explain } from '../../api/problem.ts';
import { queryClient, readPages, rowsOf, useWrite } from '../../api/query.ts';
import { useMe } from '../../api/session.ts';
import { formatInstant } from '../../format/instant.ts';
import { Tag } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { More } from '../../ui/more.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { toast } from '../../ui/toast.tsx';
import { shortName } from './words.ts';

type Row = Answer<'GET /distributions/received'>['items'][number];

export function Received() {
  const { rights } = useMe();
  const pages = useInfiniteQuery(readPages('GET /distributions/received', { query: {} }));
  const acknowledge = useWrite('POST /distributions/:id/acknowledge', {
    spoils: ['GET /distributions/received', 'GET /overview'],
    onDone: () => void toast({ text: 'Đã xác nhận với nơi gửi' }),
  });
  useLive(['distribution'], () => void queryClient.invalidateQueries({ queryKey: ['GET /distributions/received'] }));
  if (pages.isError) {
    return <ErrorState {...explain(pages.error)} onRetry={() => void pages.refetch()} />;
  }
  const { rows } = rowsOf(pages.data);
  const columns: readonly Column<Row>[] = [
    {
      id: 'document',
      head: 'Văn bản',
      phone: 'title',
      cell: ({ document }) => (
        <Link to="/van-ban/$id" params={{ id: document.id }}>
          {[shortName(document), document.symbol ? document.title : null].filter(Boolean).join(' – ')}
        </Link>
      ),
    },
    { id: 'note', head: 'Ý kiến kèm theo', width: 240, phone: 'line', cell: (row) => row.note ?? '—' },
    { id: 'sent', head: 'Gửi lúc', width: 150, phone: 'line', cell: (row) => formatInstant(row.sentAt) },
    {
      id: 'state',
      head: 'Xác nhận',
      width: 250,
      phone: 'line',
      cell: (row) =>
        row.acknowledgedAt ? (
          <>
            <Tag tone="green">Đã xác nhận</Tag> {row.acknowledgedBy?.name}
          </>
        ) : rights.includes('document.acknowledge') ? (
          <Button
            small
            icon="check"
            busy={acknowledge.isPending && acknowledge.variables?.params.id === row.id}
            onClick={() =>
              acknowledge.mutate(
                { params: { id: row.id } },
                { onError: (error) => void toast({ text: explain(error).message, wrong: true }) },
              )
            }
          >
            Xác nhận đã quán triệt
          </Button>
        ) : (
          <Tag tone="amber">Chưa xác nhận</Tag>
        ),
    },
  ];
  return (
    <>
      <Table
        label="Văn bản đến"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        loading={pages.isPending}
        empty={
          <EmptyState title="Cơ quan bạn chưa nhận văn bản nào">
            <p>Văn bản được Văn phòng gửi đến sẽ hiện ở đây để mở xem và xác nhận.</p>
          </EmptyState>
        }
      />
      {rows.length > 0 ? (
        <More
          shown={rows.length}
          hasMore={pages.hasNextPage}
          busy={pages.isFetchingNextPage}
          unit="văn bản"
          onMore={() => void pages.fetchNextPage()}
        />
      ) : null}
    </>
  );
}

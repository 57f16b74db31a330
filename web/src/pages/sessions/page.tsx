/** My sign-ins (phiên đăng nhập của tôi): where I am signed in, and the way to end each. */
import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { formatAgo, formatInstant } from '../../format/instant.ts';
import { Page } from '../../frame/page.tsx';
import { Tag } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { toast } from '../../ui/toast.tsx';
import { SIGN_IN_WORDS } from '../../words/words.ts';

type Session = Answer<'GET /sessions'>['items'][number];

export default function SessionsPage() {
  const sessions = useQuery(read('GET /sessions'));
  const end = useWrite('DELETE /sessions/:id', {
    spoils: ['GET /sessions'],
    onDone: () => void toast({ text: 'Đã kết thúc phiên đăng nhập' }),
  });
  const endOthers = useWrite('POST /sessions/end-others', {
    spoils: ['GET /sessions'],
    onDone: ({ ended }) => void toast({ text: `Đã kết thúc ${ended} phiên đăng nhập khác` }),
  });
  const fails = { onError: (error: Error) => void toast({ text: explain(error).message, wrong: true }) };
  const now = new Date();
  const columns: readonly Column<Session>[] = [
    {
      id: 'device',
      head: 'Thiết bị',
      phone: 'title',
      cell: (one) => (
        <>
          {one.device ?? 'Không rõ thiết bị'} {one.current ? <Tag tone="brand">Phiên này</Tag> : null}
        </>
      ),
    },
    { id: 'address', head: 'Địa chỉ mạng', width: 170, cell: (one) => one.address ?? 'Không rõ' },
    { id: 'method', head: 'Cách đăng nhập', width: 190, cell: (one) => SIGN_IN_WORDS[one.method] ?? one.method },
    { id: 'created', head: 'Bắt đầu', width: 160, cell: (one) => formatInstant(one.createdAt) },
    { id: 'seen', head: 'Dùng gần nhất', width: 160, cell: (one) => formatAgo(one.seenAt, now) },
    {
      id: 'end',
      head: 'Kết thúc',
      width: 150,
      cell: (one) =>
        one.current ? null : (
          <Button small onClick={() => end.mutate({ params: { id: one.id } }, fails)}>
            Kết thúc phiên
          </Button>
        ),
    },
  ];
  return (
    <Page
      title="Phiên đăng nhập của tôi"
      about="Nếu thấy phiên không phải của mình, hãy kết thúc phiên đó rồi đổi mật khẩu."
      actions={
        (sessions.data?.items.length ?? 0) > 1 ? (
          <Button busy={endOthers.isPending} onClick={() => endOthers.mutate({}, fails)}>
            Kết thúc mọi phiên khác
          </Button>
        ) : null
      }
    >
      {sessions.error ? (
        <ErrorState {...explain(sessions.error)} onRetry={() => sessions.refetch()} />
      ) : (
        <Table
          label="Phiên đăng nhập của tôi"
          columns={columns}
          rows={sessions.data?.items ?? []}
          rowKey={(one) => one.id}
          loading={sessions.isPending}
        />
      )}
    </Page>
  );
}

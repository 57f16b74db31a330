/** On the first page: a handover that waits to be received (bàn giao chờ nhận), until it is. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';

export function HandoverBanner() {
  const { data } = useQuery(read('GET /handovers', { query: { open: '1' } }));
  const receive = useReceive();
  return (data?.items ?? []).map((one) => (
    <Notice
      key={one.id}
      actions={
        <>
          <Link to="/ban-giao/$id" params={{ id: one.id }} className={buttonClass('plain')}>
            Xem danh sách
          </Link>
          <Button
            kind="main"
            busy={receive.isPending}
            onClick={() => receive.mutate({ params: { id: one.id } }, handoverFails)}
          >
            Đã nhận
          </Button>
        </>
      }
    >
      <strong>Bàn giao</strong> chức danh {one.post}, {one.organisation}, từ {one.from ?? '—'}, ngày{' '}
      {formatDay(one.onDay)}
      {one.tasks > 0 ? `: ${one.tasks} nhiệm vụ đang mở.` : '.'}
    </Notice>
  ));
}

export function useReceive() {
  return useWrite('POST /handovers/:id/receive', {
    spoils: ['GET /handovers', 'GET /handovers/:id'],
    onDone: () => void toast({ text: 'Đã xác nhận nhận bàn giao' }),
  });
}

/** What went wrong, as a toast. */
export const handoverFails = {
  onError: (error: Error) => void toast({ text: explain(error).message, wrong: true }),
};

/** One task beside the table. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { SourceLink } from '../plan/sentence.tsx';
import { TaskDetail } from './task-detail.tsx';

export function TaskDrawer({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }) {
  const { data, error, refetch } = useQuery({
    ...read('GET /tasks/:id', { params: { id: id ?? '' } }),
    enabled: id !== undefined,
  });
  return (
    <Drawer
      open={id !== undefined}
      onClose={onClose}
      title="Nhiệm vụ"
      size="large"
      actions={
        data?.task ? (
          <>
            <SourceLink source={data.task.source} button />
            <Link to="/nhiem-vu/$id" params={{ id: data.task.id }} className={buttonClass('main')}>
              Mở nhiệm vụ
            </Link>
          </>
        ) : null
      }
    >
      {error ? <ErrorState {...explain(error)} onRetry={() => void refetch()} /> : null}
      {data ? <TaskDetail answer={data} /> : error ? null : <Skeleton lines={8} />}
    </Drawer>
  );
}

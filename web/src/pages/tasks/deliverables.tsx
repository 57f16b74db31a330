/** What the tasks are to bring (Sản phẩm): schemes, plans, decisions to be submitted and issued. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Answer } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import styles from '../plan/plan.module.css';
import { PRODUCT_WORDS } from '../plan/words.ts';
import { Missing } from '../targets/columns.tsx';

type Row = Answer<'GET /plans/:id/deliverables'>['items'][number];

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'name',
    head: 'Sản phẩm',
    fixed: true,
    phone: 'title',
    cell: (row) => (
      <Link to="/nhiem-vu/$id" params={{ id: row.taskId }} className={styles.name}>
        {row.name}
      </Link>
    ),
  },
  { id: 'kind', head: 'Loại', width: 200, cell: (row) => PRODUCT_WORDS[row.kind] ?? 'Khác' },
  {
    id: 'lead',
    head: 'Chủ trì',
    width: 260,
    cell: (row) => row.leads.join('; ') || <Missing why="Văn bản chưa giao cơ quan chủ trì" />,
  },
  {
    id: 'due',
    head: 'Thời hạn',
    width: 120,
    cell: (row) => (row.dueOn === null ? <Missing why="Không có thời hạn" /> : formatDay(row.dueOn)),
  },
];

export function Deliverables({ planId }: { readonly planId: string }) {
  const navigate = useNavigate();
  const { data, error, isPending, refetch } = useQuery(read('GET /plans/:id/deliverables', { params: { id: planId } }));
  if (error) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  return (
    <Table
      label="Sản phẩm của các nhiệm vụ"
      columns={COLUMNS}
      rows={data?.items ?? []}
      rowKey={(row) => row.id}
      loading={isPending}
      onOpen={(row) => void navigate({ to: '/nhiem-vu/$id', params: { id: row.taskId } })}
      empty={
        <EmptyState icon="document" title="Văn bản không nêu sản phẩm nào">
          Sản phẩm là đề án, kế hoạch, quyết định… mà nhiệm vụ phải trình hoặc ban hành.
        </EmptyState>
      }
    />
  );
}

/** Reports that the documents ask for (Chế độ báo cáo), as they propose them. */
import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { Tag } from '../../ui/badge.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import styles from '../plan/plan.module.css';
import { SourceLink } from '../plan/sentence.tsx';
import { CADENCE_WORDS, REGIME_STATE_WORDS } from '../plan/words.ts';
import { dueWords } from '../review/due.ts';
import { Missing } from '../targets/columns.tsx';

type Row = Answer<'GET /plans/:id/regimes'>['items'][number];

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'quote',
    head: 'Văn bản yêu cầu',
    fixed: true,
    phone: 'title',
    cell: (row) => <span className={styles.clamp}>{row.source.quote.replace(/\s+/g, ' ').trim()}</span>,
  },
  { id: 'cadence', head: 'Kỳ báo cáo', width: 120, cell: (row) => CADENCE_WORDS[row.cadence] ?? row.cadence },
  {
    id: 'due',
    head: 'Hạn gửi',
    width: 120,
    cell: (row) => (row.due === null ? <Missing why="Văn bản không ghi hạn gửi" /> : dueWords(row.due)),
  },
  {
    id: 'from',
    head: 'Cơ quan báo cáo',
    width: 200,
    cell: (row) => row.reporter ?? <Missing why="Văn bản không nêu cơ quan báo cáo" />,
  },
  {
    id: 'to',
    head: 'Nơi nhận',
    width: 180,
    cell: (row) => row.recipient ?? <Missing why="Văn bản không nêu nơi nhận" />,
  },
  { id: 'state', head: 'Tình trạng', width: 130, cell: (row) => <Tag>{REGIME_STATE_WORDS[row.state]}</Tag> },
  { id: 'source', head: 'Căn cứ', width: 150, cell: (row) => <SourceLink source={row.source} /> },
];

export function Regimes({ planId }: { readonly planId: string }) {
  const { data, error, isPending, refetch } = useQuery(read('GET /plans/:id/regimes', { params: { id: planId } }));
  if (error) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  return (
    <Table
      label="Chế độ báo cáo do văn bản đề ra"
      columns={COLUMNS}
      rows={data?.items ?? []}
      rowKey={(row) => row.id}
      loading={isPending}
      empty={
        <EmptyState icon="report" title="Văn bản không đề ra chế độ báo cáo nào">
          Khi văn bản yêu cầu báo cáo định kỳ, yêu cầu đó hiện ở đây cùng câu văn gốc.
        </EmptyState>
      }
    />
  );
}

/** Comparisons of later documents with the plan (So sánh kế hoạch). */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Answer } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { explain } from '../../api/problem.ts';
import { queryClient, read } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { formatCount } from '../../format/number.ts';
import { Page } from '../../frame/page.tsx';
import { Tag, type Tone } from '../../ui/badge.tsx';
import { Segments } from '../../ui/choice.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import styles from '../plan/plan.module.css';
import { DIFF_STATE_WORDS, documentWords, ROLE_WORDS } from '../plan/words.ts';

type Row = Answer<'GET /diffs'>['items'][number];

const TONES: Readonly<Record<Row['state'], Tone>> = { open: 'amber', applied: 'green', discarded: 'neutral' };

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'document',
    head: 'Văn bản',
    fixed: true,
    phone: 'title',
    cell: (row) => (
      <Link to="/chi-tieu/so-sanh/$id" params={{ id: row.id }} className={styles.name}>
        {documentWords({ symbol: row.documentSymbol, title: row.documentTitle })}
      </Link>
    ),
  },
  { id: 'plan', head: 'Kế hoạch', width: 240, cell: (row) => row.planTitle },
  { id: 'role', head: 'Vai trò', width: 170, cell: (row) => ROLE_WORDS[row.role] },
  { id: 'day', head: 'Hiệu lực từ', width: 120, cell: (row) => formatDay(row.effectiveOn) },
  {
    id: 'left',
    head: 'Còn quyết định',
    width: 140,
    numeric: true,
    cell: (row) =>
      `${formatCount(row.counts.open)}/${formatCount(row.counts.open + row.counts.applied + row.counts.refused)}`,
  },
  {
    id: 'state',
    head: 'Tình trạng',
    width: 150,
    cell: (row) => <Tag tone={TONES[row.state]}>{DIFF_STATE_WORDS[row.state]}</Tag>,
  },
];

export default function DiffsPage() {
  const { tt } = useSearch({ from: '/khung/chi-tieu/so-sanh' });
  const navigate = useNavigate({ from: '/chi-tieu/so-sanh' });
  const { data, error, isPending, refetch } = useQuery(
    read('GET /diffs', { query: tt === undefined ? {} : { state: tt } }),
  );
  useLive(['plan'], () => void queryClient.invalidateQueries({ queryKey: ['GET /diffs'] }));
  return (
    <Page
      title="So sánh kế hoạch"
      about="Văn bản sau bổ sung, sửa đổi hoặc thay thế được so với kế hoạch đang có; từng mục chỉ thay đổi khi được áp dụng."
    >
      <div className={styles.bar}>
        <Segments
          label="Tình trạng"
          value={tt ?? 'all'}
          choices={[
            { value: 'all', label: 'Tất cả' },
            ...Object.entries(DIFF_STATE_WORDS).map(([value, label]) => ({ value, label })),
          ]}
          onChoose={(value) =>
            void navigate({ search: (value === 'all' ? {} : { tt: value }) as never, replace: true })
          }
        />
      </div>
      {error ? (
        <ErrorState {...explain(error)} onRetry={() => void refetch()} />
      ) : (
        <Table
          label="Các bản so sánh kế hoạch"
          columns={COLUMNS}
          rows={data?.items ?? []}
          rowKey={(row) => row.id}
          loading={isPending}
          onOpen={(row) => void navigate({ to: '/chi-tieu/so-sanh/$id', params: { id: row.id } })}
          empty={
            <EmptyState
              icon="compare"
              title={tt === 'open' ? 'Không có bản so sánh nào chờ quyết định' : 'Chưa có bản so sánh nào'}
            >
              Khi ban hành một văn bản vào kế hoạch đã có, bản so sánh hiện ở đây.
            </EmptyState>
          }
        />
      )}
    </Page>
  );
}

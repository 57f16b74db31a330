/** The tasks of the plan as they stood on a day (kế hoạch tại một ngày): what the documents said, without what was done. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read, readPages, rowsOf } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import type { PlanView } from '../../frame/plan.ts';
import { cx } from '../../ui/cx.ts';
import { More } from '../../ui/more.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import styles from '../plan/plan.module.css';
import { PastNotice } from '../plan/plan-head.tsx';
import { PRODUCT_WORDS, sourceWords } from '../plan/words.ts';
import { Missing } from '../targets/columns.tsx';
import type { Change, TasksSearch } from './search.ts';
import type { FilterBody } from './use-organisation.ts';

type Task = Answer<'GET /plans/:id/tasks'>['items'][number];

const named = (bodies: Task['leads']) => bodies.map((body) => body.name).join('; ');

const COLUMNS: readonly Column<Task>[] = [
  {
    id: 'text',
    head: 'Nội dung',
    fixed: true,
    phone: 'title',
    cell: (row) => (
      <Link to="/nhiem-vu/$id" params={{ id: row.id }} className={cx(styles.name, styles.text)}>
        <span className={styles.clamp}>{row.text}</span>
      </Link>
    ),
  },
  {
    id: 'lead',
    head: 'Chủ trì',
    width: 190,
    cell: (row) => (
      <span className={styles.clamp}>{named(row.leads) || <Missing why="Văn bản chưa giao cơ quan chủ trì" />}</span>
    ),
  },
  {
    id: 'support',
    head: 'Phối hợp',
    width: 190,
    phone: 'none',
    cell: (row) => (
      <span className={styles.clamp}>
        {named(row.supports) || <Missing why="Văn bản không nêu cơ quan phối hợp" />}
      </span>
    ),
  },
  {
    id: 'due',
    head: 'Thời hạn',
    width: 116,
    cell: (row) =>
      row.dueOn === null ? (
        <Missing why="Không có thời hạn" />
      ) : (
        <span title={row.dueQuote ? `Văn bản ghi: ${row.dueQuote}` : undefined}>{formatDay(row.dueOn)}</span>
      ),
  },
  {
    id: 'product',
    head: 'Sản phẩm',
    width: 170,
    phone: 'none',
    cell: (row) => {
      const kinds = [...new Set(row.products.map((one) => PRODUCT_WORDS[one.kind] ?? 'Khác'))];
      if (kinds.length === 0) return <Missing why="Văn bản không nêu sản phẩm" />;
      return <span title={row.products.map((one) => one.name).join('\n')}>{kinds.join('; ')}</span>;
    },
  },
  {
    id: 'source',
    head: 'Căn cứ',
    width: 150,
    phone: 'none',
    cell: (row) => <span className={styles.oneLine}>{sourceWords(row.source)}</span>,
  },
];

export interface PastListProps {
  readonly plan: PlanView;
  readonly day: string;
  readonly search: TasksSearch;
  readonly body: FilterBody;
  readonly onChange: (change: Change) => void;
}

/** Of the filter counts what documents say: words, body and role, deadline, part. */
export function PastList({ plan, day, search, body, onChange }: PastListProps) {
  // Documents name bodies as they were called; the filter names them by their id.
  const facets = useQuery(read('GET /plans/:id/facets', { params: { id: plan.id }, query: { asOf: day } }));
  const agency = body.id && (facets.data?.agencies.find((one) => one.organisationId === body.id)?.name ?? body.name);
  const query = {
    asOf: day,
    q: search.tim,
    agency,
    role: agency && search.vai,
    lead: search.chu_tri,
    due: search.thoi_han,
    from: search.tu,
    to: search.den,
    section: search.phan,
    limit: 100,
  };
  const list = useInfiniteQuery({
    ...readPages('GET /plans/:id/tasks', { params: { id: plan.id }, query: query as never }),
    placeholderData: keepPreviousData,
    enabled: body.id === undefined || facets.data !== undefined,
  });
  const { rows } = rowsOf(list.data);
  if (list.error) return <ErrorState {...explain(list.error)} onRetry={() => void list.refetch()} />;
  return (
    <>
      <PastNotice day={day} onToday={() => onChange({ ngay: undefined })} />
      <Table
        label={`Nhiệm vụ của kế hoạch tại ngày ${formatDay(day)}`}
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        loading={list.isPending}
        current={search.mo}
        onOpen={(row) => onChange({ mo: row.id })}
        onEnd={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
        empty={
          <EmptyState icon="task" title="Không có nhiệm vụ nào như vậy vào ngày này">
            Thử bớt điều kiện lọc hoặc chọn ngày khác.
          </EmptyState>
        }
      />
      <More
        shown={rows.length}
        hasMore={list.hasNextPage}
        busy={list.isFetchingNextPage}
        unit="nhiệm vụ"
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

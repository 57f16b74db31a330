/** Organisations as a list (danh sách), page by page. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Answer, Sent } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { readPages, rowsOf } from '../../api/query.ts';
import { Tag } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { More } from '../../ui/more.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { heldWords, kindWord } from './words.ts';

type Row = Answer<'GET /organisations'>['items'][number];

export interface ListViewProps {
  readonly query: NonNullable<Sent<'GET /organisations'>['query']>;
  readonly current: string | null;
  readonly onOpen: (id: string) => void;
  readonly onClear: () => void;
}

const COLUMNS: readonly Column<Row>[] = [
  { id: 'name', head: 'Cơ quan, đơn vị', phone: 'title', fixed: true, cell: (row) => row.name },
  { id: 'short', head: 'Tên viết tắt', width: 180, phone: 'line', cell: (row) => row.shortName ?? '—' },
  { id: 'kind', head: 'Loại', width: 220, phone: 'line', cell: (row) => kindWord(row.kind) },
  { id: 'parent', head: 'Trực thuộc', phone: 'line', cell: (row) => row.parent?.name ?? '—' },
  { id: 'held', head: 'Hoạt động', width: 220, phone: 'line', cell: (row) => heldWords(row.validFrom, row.validTo) },
  {
    id: 'standing',
    head: 'Tình trạng',
    width: 150,
    phone: 'line',
    cell: (row) => <Standing standing={row.standing} />,
  },
];

export function Standing({ standing }: { readonly standing: Row['standing'] }) {
  if (standing === 'active') return <Tag tone="green">Đang hoạt động</Tag>;
  return standing === 'ended' ? <Tag>Đã kết thúc</Tag> : <Tag tone="amber">Chưa thành lập</Tag>;
}

export function ListView({ query, current, onOpen, onClear }: ListViewProps) {
  const pages = useInfiniteQuery({
    ...readPages('GET /organisations', { query: { ...query, limit: 100 } }),
    placeholderData: keepPreviousData,
  });
  if (pages.error && !pages.data) {
    return <ErrorState {...explain(pages.error)} onRetry={() => void pages.refetch()} />;
  }
  const { rows } = rowsOf(pages.data);
  return (
    <>
      <Table
        label="Cơ quan, đơn vị"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        current={current}
        loading={pages.isPending}
        onOpen={(row) => onOpen(row.id)}
        empty={
          <EmptyState
            icon="search"
            title="Không có cơ quan nào khớp"
            actions={<Button onClick={onClear}>Bỏ lọc</Button>}
          />
        }
      />
      <More
        shown={rows.length}
        unit="cơ quan"
        hasMore={pages.hasNextPage}
        busy={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
      />
    </>
  );
}

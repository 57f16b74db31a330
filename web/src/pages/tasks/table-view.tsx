/** The tasks as a table: 100,000 rows are as light as a hundred, because pages come as they come into sight. */
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { More } from '../../ui/more.tsx';
import { type ColumnChoice, ColumnMenu } from '../../ui/table/columns.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import type { Followed, TaskSort } from './use-tasks.ts';

/** Three lines of text. */
const HEIGHT = 80;

export interface TableViewProps {
  readonly list: Pick<UseInfiniteQueryResult, 'isPending' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
  readonly rows: readonly Followed[];
  /** As the server counts them. */
  readonly total: number | null;
  readonly choice: ColumnChoice<Followed>;
  readonly sort: TaskSort;
  readonly onSort: (sort: TaskSort) => void;
  readonly open: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly empty: ReactNode;
}

export function TableView({ list, rows, total, choice, sort, onSort, open, onOpen, empty }: TableViewProps) {
  return (
    <>
      <Table
        label="Nhiệm vụ"
        columns={choice.shown}
        rows={rows}
        rowKey={(row) => row.id}
        rowHeight={HEIGHT}
        sort={sort === 'due' ? { by: 'due', descending: false } : null}
        onSort={(next) => onSort(next?.by === 'due' && !next.descending ? 'due' : 'order')}
        loading={list.isPending}
        current={open}
        onOpen={(row) => onOpen(row.id)}
        onEnd={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
        empty={empty}
      />
      <More
        shown={rows.length}
        total={total}
        hasMore={list.hasNextPage}
        busy={list.isFetchingNextPage}
        unit="nhiệm vụ"
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

export function TaskColumnMenu({
  columns,
  choice,
}: {
  readonly columns: readonly Column<Followed>[];
  readonly choice: ColumnChoice<Followed>;
}) {
  return <ColumnMenu columns={columns.filter((column) => column.id !== 'choose')} choice={choice} />;
}

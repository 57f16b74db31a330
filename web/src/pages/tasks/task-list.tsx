/** The table of tasks with its filters; thousands of rows, page by page as they come into sight. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useLive } from '../../api/events.ts';
import { explain } from '../../api/problem.ts';
import { queryClient, read, readPages, rowsOf } from '../../api/query.ts';
import type { PlanView } from '../../frame/plan.ts';
import { Button } from '../../ui/button.tsx';
import { More } from '../../ui/more.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { ColumnMenu, useColumnChoice } from '../../ui/table/columns.tsx';
import { Table } from '../../ui/table/table.tsx';
import styles from '../plan/plan.module.css';
import { PastNotice } from '../plan/plan-head.tsx';
import type { TasksSearch } from '../plan/search.ts';
import { TASK_COLUMNS } from './columns.tsx';
import { TaskDrawer } from './task-drawer.tsx';
import { TaskFilters } from './task-filters.tsx';

export type Change = { readonly [K in keyof TasksSearch]?: TasksSearch[K] | undefined };

const TYPING = 250;

/** What the server is asked, from what stands in the address. */
export function queryOf(search: TasksSearch, tim: string | undefined) {
  const query: Record<string, string> = {};
  const give = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') query[name] = value;
  };
  give('asOf', search.ngay);
  give('q', tim);
  give('agency', search.co_quan);
  if (search.co_quan !== undefined) give('role', search.vai);
  give('lead', search.lead && (search.lead === 'none' ? 'without' : 'with'));
  give('due', search.due && (search.due === 'none' ? 'without' : 'with'));
  give('from', search.tu);
  give('to', search.den);
  give('section', search.phan);
  return query;
}

export function TaskList({ plan }: { readonly plan: PlanView }) {
  const search = useSearch({ from: '/khung/nhiem-vu' });
  const navigate = useNavigate({ from: '/nhiem-vu' });
  const set = (change: Change) =>
    void navigate({ search: (before) => ({ ...before, ...change }) as never, replace: true });
  const [typed, setTyped] = useState(search.tim ?? '');
  const [asked, setAsked] = useState(search.tim);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      const next = typed.trim() || undefined;
      setAsked(next);
      if (next !== search.tim)
        void navigate({ search: (before) => ({ ...before, tim: next }) as never, replace: true });
    }, TYPING);
    return () => window.clearTimeout(timer);
  }, [typed, search.tim, navigate]);

  const query = { ...queryOf(search, asked), limit: 100 } as never;
  const list = useInfiniteQuery({
    ...readPages('GET /plans/:id/tasks', { params: { id: plan.id }, query }),
    placeholderData: keepPreviousData,
  });
  const facets = useQuery(
    read('GET /plans/:id/facets', {
      params: { id: plan.id },
      query: search.ngay === undefined ? {} : { asOf: search.ngay },
    }),
  );
  useLive(['plan', 'task'], () => void queryClient.invalidateQueries({ queryKey: ['GET /plans/:id/tasks'] }));
  const choice = useColumnChoice('tasks', TASK_COLUMNS);
  const { rows } = rowsOf(list.data);
  const { ngay: _day, the: _tab, mo, ...filters } = search;
  const filtered = Object.keys(filters).some((name) => name !== 'ke_hoach');
  const clear = () => {
    setTyped('');
    set({
      tim: undefined,
      co_quan: undefined,
      vai: undefined,
      lead: undefined,
      due: undefined,
      tu: undefined,
      den: undefined,
      phan: undefined,
    });
  };
  if (list.error) return <ErrorState {...explain(list.error)} onRetry={() => void list.refetch()} />;
  return (
    <div className={styles.stack}>
      <TaskFilters
        search={search}
        typed={typed}
        onType={setTyped}
        facets={facets.data}
        onChange={set}
        onClear={filtered ? clear : undefined}
        columns={<ColumnMenu columns={TASK_COLUMNS} choice={choice} />}
      />
      <PastNotice day={search.ngay} onToday={() => set({ ngay: undefined })} />
      <Table
        label="Nhiệm vụ của kế hoạch"
        columns={choice.shown}
        rows={rows}
        rowKey={(row) => row.id}
        loading={list.isPending}
        current={mo}
        onOpen={(row) => set({ mo: row.id })}
        onEnd={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
        empty={
          filtered ? (
            <EmptyState
              icon="search"
              title="Không có nhiệm vụ nào như vậy"
              actions={<Button onClick={clear}>Bỏ lọc</Button>}
            >
              Thử bớt điều kiện lọc hoặc chọn ngày khác.
            </EmptyState>
          ) : (
            <EmptyState icon="task" title="Kế hoạch chưa có nhiệm vụ nào vào ngày này" />
          )
        }
      />
      <More
        shown={rows.length}
        total={filtered ? null : facets.data?.tasks}
        hasMore={list.hasNextPage}
        busy={list.isFetchingNextPage}
        unit="nhiệm vụ"
        onMore={() => void list.fetchNextPage()}
      />
      <TaskDrawer id={mo} onClose={() => set({ mo: undefined })} />
    </div>
  );
}

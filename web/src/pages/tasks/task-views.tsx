/** The views of one filter, and what can be done with what is chosen. */
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { TaskQuery } from '#delivery/task-address.ts';
import { explain } from '../../api/problem.ts';
import { rowsOf } from '../../api/query.ts';
import type { PlanView } from '../../frame/plan.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/choice.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { useColumnChoice } from '../../ui/table/columns.tsx';
import plan from '../plan/plan.module.css';
import { BoardView } from './board-view.tsx';
import { BulkBar, useMayChoose } from './bulk-bar.tsx';
import { CalendarView } from './calendar-view.tsx';
import { taskColumns } from './columns.tsx';
import { CountsBar, countChosen, useCounts } from './counts-bar.tsx';
import { PastList } from './past-list.tsx';
import { type Change, cleared, conditionsOf, filterOf, type TasksSearch, type TaskView } from './search.ts';
import { NOTHING, pick, type Selection } from './selection.ts';
import { TableView, TaskColumnMenu } from './table-view.tsx';
import { TaskDrawer } from './task-drawer.tsx';
import { TaskFilters } from './task-filters.tsx';
import styles from './tasks.module.css';
import { TimelineView } from './timeline-view.tsx';
import { useOrganisation } from './use-organisation.ts';
import { useTaskNews, useTasks } from './use-tasks.ts';

const VIEWS: readonly { readonly value: TaskView; readonly label: string }[] = [
  { value: 'bang', label: 'Bảng' },
  { value: 'viec', label: 'Bảng việc' },
  { value: 'lich', label: 'Lịch' },
  { value: 'dong', label: 'Dòng thời gian' },
];

export interface TaskViewsProps {
  readonly plan: PlanView;
  readonly plans: readonly PlanView[];
  readonly search: TasksSearch;
}

export function TaskViews({ plan: current, plans, search }: TaskViewsProps) {
  const navigate = useNavigate({ from: '/nhiem-vu' });
  const set = (change: Change) =>
    void navigate({ search: (before) => ({ ...before, ...change }) as never, replace: true });
  const body = useOrganisation(search.co_quan);
  const query = filterOf(search, current.id, body.id);
  const close = () => set({ mo: undefined });
  useTaskNews();
  return (
    <div className={plan.stack}>
      <TaskFilters search={search} plans={plans} current={current} body={body} onChange={set} />
      {search.ngay ? (
        <PastList plan={current} day={search.ngay} search={search} body={body} onChange={set} />
      ) : body.pending ? null : (
        <Following search={search} query={query} set={set} />
      )}
      <TaskDrawer id={search.mo} onClose={close} />
    </div>
  );
}

interface FollowingProps {
  readonly search: TasksSearch;
  readonly query: TaskQuery;
  readonly set: (change: Change) => void;
}

function Following({ search, query, set }: FollowingProps) {
  const view = search.xem ?? 'bang';
  const open = (id: string) => set({ mo: id });
  const empty = <NoTasks search={search} set={set} />;
  const common = { query, search, onOpen: open, empty };
  return (
    <>
      <CountsBar query={query} search={search} />
      {view === 'bang' ? <Listing {...common} set={set} /> : <Tools view={view} search={search} set={set} />}
      {view === 'viec' ? <BoardView {...common} /> : null}
      {view === 'lich' ? <CalendarView {...common} onMonth={(thang) => set({ thang })} /> : null}
      {view === 'dong' ? <TimelineView {...common} /> : null}
    </>
  );
}

interface ToolsProps {
  readonly view: TaskView;
  readonly search: TasksSearch;
  readonly set: (change: Change) => void;
  readonly columns?: React.ReactNode;
}

/** Which view, in which order. */
function Tools({ view, search, set, columns }: ToolsProps) {
  return (
    <div className={styles.tools}>
      <Segments
        label="Cách xem"
        choices={VIEWS}
        value={view}
        onChoose={(value) => set({ xem: value === 'bang' ? undefined : value })}
      />
      <div className={styles.end}>
        {view === 'bang' ? (
          <Field label="Sắp xếp" hideLabel className={styles.sort}>
            <Select
              value={search.sap ?? ''}
              empty="Theo thứ tự văn bản"
              choices={[
                { value: 'due', label: 'Theo thời hạn' },
                { value: 'told', label: 'Mới cập nhật trước' },
              ]}
              onChoose={(value) => set({ sap: value || undefined })}
            />
          </Field>
        ) : null}
        {view === 'viec' ? (
          <Segments
            label="Chia cột theo"
            choices={[
              { value: '', label: 'Theo tình trạng' },
              { value: 'state', label: 'Theo trạng thái' },
            ]}
            value={search.nhom ?? ''}
            onChoose={(value) => set({ nhom: value || undefined })}
          />
        ) : null}
        {columns}
      </div>
    </div>
  );
}

interface ListingProps extends FollowingProps {
  readonly onOpen: (id: string) => void;
  readonly empty: React.ReactNode;
}

/** The table with its columns, and the ticks of those who may do something with many. */
function Listing({ search, query, set, onOpen, empty }: ListingProps) {
  const sort = search.sap ?? 'order';
  const list = useTasks(query, sort);
  const counts = useCounts(query);
  const mayChoose = useMayChoose();
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const { rows } = rowsOf(list.data);
  const now = useMemo(() => new Date(), []);
  const columns = taskColumns(
    mayChoose
      ? {
          chosen: selection.chosen,
          onPick: (id, through) => setSelection((before) => pick(before, rows, id, through)),
        }
      : null,
    now,
  );
  const choice = useColumnChoice('followed', columns);
  const total = counts.data ? countChosen(counts.data.counts, query.standing) : null;
  if (list.error) return <ErrorState {...explain(list.error)} onRetry={() => void list.refetch()} />;
  return (
    <>
      <Tools view="bang" search={search} set={set} columns={<TaskColumnMenu columns={columns} choice={choice} />} />
      <TableView
        list={list}
        rows={rows}
        total={total}
        choice={choice}
        sort={sort}
        onSort={(next) => set({ sap: next === 'order' ? undefined : next })}
        open={search.mo}
        onOpen={onOpen}
        empty={empty}
      />
      <BulkBar selection={selection} onSelection={setSelection} query={query} sort={sort} total={total} />
    </>
  );
}

function NoTasks({ search, set }: Pick<FollowingProps, 'search' | 'set'>) {
  if (conditionsOf(search).length === 0) {
    return (
      <EmptyState icon="task" title="Kế hoạch này chưa có nhiệm vụ nào">
        Nhiệm vụ hiện ở đây khi Văn phòng ban hành kế hoạch từ văn bản đã rà soát.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="search"
      title="Không có nhiệm vụ nào như vậy"
      actions={<Button onClick={() => set(cleared(search))}>Bỏ lọc</Button>}
    >
      Thử bớt điều kiện lọc.
    </EmptyState>
  );
}

/** Bàn giao: posts that nobody holds and in which something waits, and who followed whom. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read, readPages, rowsOf } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { formatCount } from '../../format/number.ts';
import { Page, Section } from '../../frame/page.tsx';
import { Tag } from '../../ui/badge.tsx';
import { More } from '../../ui/more.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { tasksAddress } from '../tasks/address.ts';

type Handover = Answer<'GET /handovers'>['items'][number];
type Vacant = Answer<'GET /handovers/vacant'>['items'][number];

export default function HandoversPage() {
  return (
    <Page
      title="Bàn giao"
      about="Khi một chức danh đổi người, mọi việc gắn với chức danh tự chuyển sang người kế nhiệm, kèm danh sách."
    >
      <Vacancies />
      <Handovers />
    </Page>
  );
}

const VACANT: readonly Column<Vacant>[] = [
  { id: 'post', head: 'Chức danh', phone: 'title', cell: (one) => one.title },
  { id: 'organisation', head: 'Cơ quan, đơn vị', cell: (one) => one.organisation },
  {
    id: 'since',
    head: 'Trống từ ngày',
    width: 150,
    cell: (one) => (one.since ? formatDay(one.since) : 'Chưa có người giữ'),
  },
  {
    id: 'tasks',
    head: 'Nhiệm vụ đang mở',
    width: 170,
    cell: (one) => (one.tasks > 0 ? <Link {...tasksAddress(one.filter)}>{formatCount(one.tasks)}</Link> : '0'),
  },
  { id: 'unread', head: 'Thông báo chưa đọc', width: 170, cell: (one) => formatCount(one.unread) },
];

/** Nothing is shown while no post is empty, or to whom it is no concern. */
function Vacancies() {
  const { data, error, refetch } = useQuery(read('GET /handovers/vacant'));
  if (error) return <ErrorState {...explain(error)} onRetry={() => refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={`Chức danh trống còn việc: ${data.items.length}`}>
      <Table label="Chức danh trống" columns={VACANT} rows={data.items} rowKey={(one) => one.id} />
    </Section>
  );
}

const COLUMNS: readonly Column<Handover>[] = [
  {
    id: 'post',
    head: 'Chức danh',
    phone: 'title',
    cell: (one) => (
      <Link to="/ban-giao/$id" params={{ id: one.id }}>
        {one.post}
      </Link>
    ),
  },
  { id: 'organisation', head: 'Cơ quan, đơn vị', cell: (one) => one.organisation },
  { id: 'from', head: 'Người giao', width: 180, cell: (one) => one.from ?? '—' },
  { id: 'to', head: 'Người nhận', width: 180, cell: (one) => one.to ?? '—' },
  { id: 'day', head: 'Ngày', width: 120, cell: (one) => formatDay(one.onDay) },
  { id: 'tasks', head: 'Nhiệm vụ đang mở', width: 160, cell: (one) => formatCount(one.tasks) },
  {
    id: 'state',
    head: 'Tình trạng',
    width: 130,
    cell: (one) => (one.receivedAt ? <Tag tone="green">Đã nhận</Tag> : <Tag tone="amber">Chờ nhận</Tag>),
  },
];

function Handovers() {
  const pages = useInfiniteQuery(readPages('GET /handovers', { query: {} }));
  const { rows } = rowsOf(pages.data);
  if (pages.error) return <ErrorState {...explain(pages.error)} onRetry={() => pages.refetch()} />;
  if (!pages.isPending && rows.length === 0)
    return (
      <EmptyState icon="people" title="Chưa có lần bàn giao nào">
        Danh sách bàn giao được lập khi quản trị hệ thống giao chức danh cho người kế nhiệm.
      </EmptyState>
    );
  return (
    <Section title="Các lần bàn giao">
      <Table
        label="Các lần bàn giao"
        columns={COLUMNS}
        rows={rows}
        rowKey={(one) => one.id}
        loading={pages.isPending}
      />
      <More
        shown={rows.length}
        hasMore={pages.hasNextPage}
        busy={pages.isFetchingNextPage}
        unit="lần bàn giao"
        onMore={() => pages.fetchNextPage()}
      />
    </Section>
  );
}

/** Một lần bàn giao: what passed with the post, list by list; who follows confirms that it was received. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { HANDOVER_WORDS } from '#delivery/handover.ts';
import type { Answer } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { formatInstant } from '../../format/instant.ts';
import { formatCount } from '../../format/number.ts';
import { Page, Section } from '../../frame/page.tsx';
import { Tag } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StandingBadge } from '../../ui/standing.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { tasksAddress } from '../tasks/address.ts';
import { handoverFails, useReceive } from './banner.tsx';
import styles from './handover.module.css';

type Handover = Answer<'GET /handovers/:id'>;
type List = Handover['lists'][number];

export default function HandoverPage() {
  const { id } = useParams({ from: '/khung/ban-giao/$id' });
  const { data, error, refetch } = useQuery(read('GET /handovers/:id', { params: { id } }));
  const receive = useReceive();
  const crumbs = [{ label: 'Bàn giao', to: '/ban-giao' as const }, { label: data?.post ?? 'Một lần bàn giao' }];
  if (error)
    return (
      <Page title="Bàn giao" crumbs={crumbs}>
        <ErrorState {...explain(error)} onRetry={() => refetch()} />
      </Page>
    );
  if (!data)
    return (
      <Page title="Bàn giao" crumbs={crumbs}>
        <Skeleton lines={8} />
      </Page>
    );
  const empty = data.lists.length === 0 && data.cases.length === 0 && data.directives.length === 0;
  return (
    <Page
      title={`Bàn giao: ${data.post}`}
      crumbs={crumbs}
      about={`${data.organisation}. Ngày ${formatDay(data.onDay)}, ${data.from ?? '—'} bàn giao cho ${data.to ?? '—'}.`}
      actions={
        data.mine && data.receivedAt === null ? (
          <Button
            kind="main"
            busy={receive.isPending}
            onClick={() => receive.mutate({ params: { id } }, handoverFails)}
          >
            Đã nhận
          </Button>
        ) : null
      }
    >
      <p className={styles.state}>
        {data.receivedAt === null ? (
          <Tag tone="amber">Chờ nhận</Tag>
        ) : (
          <Tag tone="green">Đã nhận lúc {formatInstant(data.receivedAt)}</Tag>
        )}{' '}
        Danh sách ghi lại tình trạng lúc bàn giao ({formatInstant(data.madeAt)}). Mọi việc gắn với chức danh đã tự
        chuyển sang người nhận.
        {data.unread > 0 ? ` Khi đó còn ${formatCount(data.unread)} thông báo chưa đọc.` : ''}
      </p>
      {empty ? <EmptyState icon="task" title="Không có việc nào đang mở khi bàn giao" /> : null}
      {data.lists.map((list) => (
        <Section
          key={list.id}
          title={`${HANDOVER_WORDS[list.id]}: ${formatCount(list.count)}`}
          actions={<Link {...tasksAddress(list.filter)}>Xem tình trạng hiện nay</Link>}
        >
          <Tasks list={list} />
        </Section>
      ))}
      {data.cases.length > 0 ? (
        <Section title={`Vụ việc tồn đọng: ${data.cases.length}`}>
          <ul className={styles.plain}>
            {data.cases.map((one) => (
              <li key={one.id}>
                <Link to="/nhiem-vu/vu-viec/$id" params={{ id: one.id }}>
                  {one.title}
                </Link>
                {one.dueOn ? `, hạn ${formatDay(one.dueOn)}` : ''}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {data.directives.length > 0 ? (
        <Section title={`Ý kiến chỉ đạo chưa thực hiện xong: ${data.directives.length}`}>
          <ul className={styles.plain}>
            {data.directives.map((one) => (
              <li key={one.id}>
                {one.taskId ? (
                  <Link to="/nhiem-vu/$id" params={{ id: one.taskId }}>
                    {one.text}
                  </Link>
                ) : (
                  one.text
                )}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}

function Tasks({ list }: { readonly list: List }) {
  const columns: readonly Column<List['items'][number]>[] = [
    {
      id: 'text',
      head: 'Nội dung',
      phone: 'title',
      cell: (one) => (
        <Link to="/nhiem-vu/$id" params={{ id: one.id }}>
          {one.text}
        </Link>
      ),
    },
    { id: 'due', head: 'Thời hạn', width: 130, cell: (one) => (one.dueOn ? formatDay(one.dueOn) : '—') },
    { id: 'standing', head: 'Tình trạng', width: 230, cell: (one) => <StandingBadge standing={one.standing} /> },
  ];
  return (
    <>
      <Table label={HANDOVER_WORDS[list.id]} columns={columns} rows={list.items} rowKey={(one) => one.id} />
      {list.count > list.items.length ? (
        <p>
          Danh sách nêu {formatCount(list.items.length)} nhiệm vụ có thời hạn sớm nhất trong {formatCount(list.count)}{' '}
          nhiệm vụ.
        </p>
      ) : null}
    </>
  );
}

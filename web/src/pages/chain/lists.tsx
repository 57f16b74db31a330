/** The chain as a list, and what is cited and not in the library. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { Tag } from '../../ui/badge.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { shortName, titleOf } from '../documents/words.ts';
import styles from './chain.module.css';
import type { Chain } from './graph.tsx';
import { EDGE_WORDS } from './words.ts';

export function ChainList({ chain }: { readonly chain: Chain }) {
  const names = new Map(chain.nodes.map((node) => [node.id, node]));
  return (
    <ul className={styles.list}>
      {chain.nodes.map((node) => (
        <li key={node.id}>
          <Link to="/van-ban/$id" params={{ id: node.id }}>
            {[shortName(node), node.symbol ? node.title : null].filter(Boolean).join(' – ')}
          </Link>
          <ul>
            {chain.edges
              .filter((edge) => edge.from === node.id)
              .map((edge) => {
                const to = names.get(edge.to);
                return to ? (
                  <li key={`${edge.to} ${edge.kind}`}>
                    {EDGE_WORDS[edge.kind]}{' '}
                    <Link to="/van-ban/$id" params={{ id: edge.to }}>
                      {shortName(to)}
                    </Link>{' '}
                    {edge.confirmed ? <Tag tone="green">Đã xác nhận</Tag> : null}
                  </li>
                ) : null;
              })}
          </ul>
        </li>
      ))}
    </ul>
  );
}

type MissingRow = Answer<'GET /documents/missing'>['items'][number];

export function Missing({ year }: { readonly year: number | undefined }) {
  const answer = useQuery(read('GET /documents/missing', { query: year === undefined ? {} : { year } }));
  if (answer.isError) return <ErrorState {...explain(answer.error)} onRetry={() => void answer.refetch()} />;
  const columns: readonly Column<MissingRow>[] = [
    {
      id: 'symbol',
      head: 'Văn bản được viện dẫn',
      phone: 'title',
      cell: (row) => [row.type, row.symbol].filter(Boolean).join(' '),
    },
    {
      id: 'date',
      head: 'Ngày',
      width: 120,
      phone: 'line',
      cell: (row) => (row.citedOn ? formatDay(row.citedOn) : '—'),
    },
    { id: 'issuer', head: 'Cơ quan ban hành', width: 240, phone: 'line', cell: (row) => row.issuer ?? '—' },
    { id: 'count', head: 'Số lần', width: 80, numeric: true, phone: 'line', cell: (row) => row.count },
    {
      id: 'documents',
      head: 'Viện dẫn trong',
      phone: 'line',
      cell: (row) => (
        <span className={styles.in}>
          {row.documents.map((one) => (
            <Link key={one.id} to="/van-ban/$id" params={{ id: one.id }} search={{ the: 'vien-dan' } as never}>
              {one.symbol ? shortName(one) : titleOf(one)}
            </Link>
          ))}
        </span>
      ),
    },
  ];
  return (
    <Table
      label="Văn bản được viện dẫn nhưng chưa có trong thư viện"
      columns={columns}
      rows={answer.data?.items ?? []}
      rowKey={(row) => `${row.type} ${row.symbol} ${row.citedOn} ${row.documents[0]?.id}`}
      loading={answer.isPending}
      empty={<EmptyState icon="check" title="Mọi văn bản được viện dẫn đều có trong thư viện" />}
    />
  );
}

/** One target (một chỉ tiêu): what it asks for, its sentence, versions, whole and parts, the indicator elsewhere. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Answer } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { explain } from '../../api/problem.ts';
import { queryClient, read } from '../../api/query.ts';
import { Page, Section } from '../../frame/page.tsx';
import { Tag } from '../../ui/badge.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { AboutDirectives } from '../directives/task-directives.tsx';
import styles from '../plan/plan.module.css';
import { InContext, SourceLink } from '../plan/sentence.tsx';
import { Versions } from '../plan/versions.tsx';
import { demandWithUnit } from '../plan/words.ts';
import { Missing } from '../targets/columns.tsx';
import { AllocationPart } from './allocation/allocation-part.tsx';
import { IndicatorPart } from './indicator-part.tsx';
import { LeadsPart } from './leads-part.tsx';

type TargetAnswer = Answer<'GET /targets/:id'>;

export default function TargetPage() {
  const { id } = useParams({ from: '/khung/chi-tieu/$id' });
  const { data, error, refetch } = useQuery(read('GET /targets/:id', { params: { id } }));
  useLive(['plan', 'target'], () => void queryClient.invalidateQueries({ queryKey: ['GET /targets/:id'] }));
  if (error) {
    return (
      <Page title="Chỉ tiêu" crumbs={[{ label: 'Chỉ tiêu', to: '/chi-tieu' }, { label: 'Không mở được' }]}>
        <ErrorState {...explain(error)} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!data) {
    return (
      <Page title="Chỉ tiêu">
        <Skeleton lines={8} />
      </Page>
    );
  }
  const { target, versions, context, planTitle } = data;
  const demand = demandWithUnit(target);
  return (
    <Page title={target.name} crumbs={[{ label: 'Chỉ tiêu', to: '/chi-tieu' }, { label: planTitle }]}>
      <div className={styles.two}>
        <div className={styles.stack}>
          <Section title={target.year === null ? 'Kế hoạch' : `Kế hoạch năm ${target.year}`}>
            <p>
              <span className={styles.figure}>{demand}</span> {target.cumulative ? <Tag>Lũy kế</Tag> : null}
            </p>
            {target.groupTitle ? <p className={styles.quiet}>{target.groupTitle}</p> : null}
          </Section>
          <Section title="Câu trong văn bản" actions={<SourceLink source={target.source} button />}>
            <InContext context={context} kind="target" />
          </Section>
          <Elsewhere target={data} />
        </div>
        <div className={styles.stack}>
          <Section title="Cơ quan chủ trì">
            <LeadsPart key={`${target.id} ${target.ordinal}`} target={target} />
          </Section>
          <Section title="Chỉ tiêu thống kê">
            <IndicatorPart target={target} />
          </Section>
          <Family target={data} />
          <Section title="Ý kiến chỉ đạo">
            <AboutDirectives about={{ type: 'target', id: target.id, title: target.name, leads: target.leads }} />
          </Section>
          <Section title="Các phiên bản">
            <Versions
              versions={versions.map((one) => ({
                ...one,
                words: demandWithUnit(one),
                now: one.ordinal === target.ordinal,
              }))}
            />
          </Section>
        </div>
      </div>
      <AllocationPart targetId={target.id} />
    </Page>
  );
}

function Family({ target }: { readonly target: TargetAnswer }) {
  const { parent, parts } = target;
  if (parent === null && parts.length === 0) return null;
  return (
    <Section title={parent ? 'Thuộc chỉ tiêu' : 'Gồm các chỉ tiêu'}>
      <ul className={styles.plain}>
        {(parent ? [parent] : parts).map((one) => (
          <li key={one.id}>
            <Link to="/chi-tieu/$id" params={{ id: one.id }}>
              {one.name}
            </Link>
          </li>
        ))}
      </ul>
      {parent && parts.length > 0 ? (
        <>
          <h3>Gồm</h3>
          <ul className={styles.plain}>
            {parts.map((one) => (
              <li key={one.id}>
                <Link to="/chi-tieu/$id" params={{ id: one.id }}>
                  {one.name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}

type Row = TargetAnswer['elsewhere'][number] & { readonly key: string };

const ELSEWHERE: readonly Column<Row>[] = [
  {
    id: 'province',
    head: 'Tỉnh, thành phố',
    width: 170,
    phone: 'title',
    cell: (row) => (row.own ? <strong>{row.province}</strong> : row.province),
  },
  {
    id: 'year',
    head: 'Năm',
    width: 72,
    numeric: true,
    cell: (row) => row.year ?? <Missing why="Văn bản không ghi năm" />,
  },
  {
    id: 'name',
    head: 'Tên trong văn bản',
    cell: (row) =>
      row.targetId === null ? (
        row.name
      ) : (
        <Link to="/chi-tieu/$id" params={{ id: row.targetId }}>
          {row.name}
        </Link>
      ),
  },
  { id: 'value', head: 'Kế hoạch', width: 220, numeric: true, cell: demandWithUnit },
];

function Elsewhere({ target }: { readonly target: TargetAnswer }) {
  const { indicator } = target.target;
  const rows = target.elsewhere.map((one, i) => ({ ...one, key: one.targetId ?? String(i) }));
  return (
    <Section title="Chỉ tiêu này ở năm khác, tỉnh khác">
      {indicator === null ? (
        <p className={styles.quiet}>Khớp chỉ tiêu với danh mục để so sánh với năm khác, tỉnh khác.</p>
      ) : rows.length === 0 ? (
        <p className={styles.quiet}>Chưa có kế hoạch nào khác nêu “{indicator.name}”.</p>
      ) : (
        <Table label="Chỉ tiêu này ở năm khác, tỉnh khác" columns={ELSEWHERE} rows={rows} rowKey={(row) => row.key} />
      )}
    </Section>
  );
}

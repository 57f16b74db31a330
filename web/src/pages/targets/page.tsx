/** The targets of the plan (Chỉ tiêu), in the order of the resolution, as of a day. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { explain } from '../../api/problem.ts';
import { queryClient, read } from '../../api/query.ts';
import { score } from '../../format/match.ts';
import { formatCount } from '../../format/number.ts';
import { Page } from '../../frame/page.tsx';
import { type PlanView, usePlan } from '../../frame/plan.ts';
import { Button, buttonClass, IconButton } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { ColumnMenu, useColumnChoice } from '../../ui/table/columns.tsx';
import { AnnexImport } from '../plan/annex-import.tsx';
import { GroupedTable } from '../plan/grouped-table.tsx';
import { inGroups, onlyThose } from '../plan/groups.ts';
import styles from '../plan/plan.module.css';
import { AsOf, NoPlan, PastNotice, PlanAbout } from '../plan/plan-head.tsx';
import type { TargetsSearch } from '../plan/search.ts';
import { AllocationCounts, STATE_CHIPS, useAllocations } from './allocation-counts.tsx';
import { columnsOf } from './columns.tsx';
import { PlanDrawer } from './plan-drawer.tsx';
import { TargetDrawer } from './target-drawer.tsx';

export default function TargetsPage() {
  const { plan, pending } = usePlan();
  const [about, setAbout] = useState(false);
  if (!plan) return <Page title="Chỉ tiêu">{pending ? <Skeleton lines={8} /> : <NoPlan />}</Page>;
  return (
    <Page
      title="Chỉ tiêu"
      about={<PlanAbout plan={plan} />}
      actions={
        <>
          <Button icon="history" onClick={() => setAbout(true)}>
            Về kế hoạch này
          </Button>
          <AnnexImport />
          <ExportLink plan={plan} />
        </>
      }
    >
      <Targets plan={plan} />
      <PlanDrawer plan={plan} open={about} onClose={() => setAbout(false)} />
    </Page>
  );
}

function ExportLink({ plan }: { readonly plan: PlanView }) {
  const { ngay } = useSearch({ from: '/khung/chi-tieu' });
  const query = ngay === undefined ? {} : { asOf: ngay };
  return (
    <a
      href={addressOf('GET /plans/:id/export.xlsx', { params: { id: plan.id }, query })}
      download
      className={buttonClass()}
    >
      <Icon name="download" />
      Xuất Excel
    </a>
  );
}

function Targets({ plan }: { readonly plan: PlanView }) {
  const search = useSearch({ from: '/khung/chi-tieu' });
  const navigate = useNavigate({ from: '/chi-tieu' });
  const set = (change: { readonly [K in keyof TargetsSearch]?: TargetsSearch[K] | undefined }) =>
    navigate({ search: (before) => ({ ...before, ...change }) as never, replace: true });
  const { ngay, tim, lead, indicator, mo, pb } = search;
  const allocations = useAllocations(plan.id, ngay === undefined);
  const { data, error, isPending, refetch } = useQuery({
    ...read('GET /plans/:id/targets', { params: { id: plan.id }, query: ngay === undefined ? {} : { asOf: ngay } }),
    placeholderData: keepPreviousData,
  });
  useLive(['plan', 'target'], () => void queryClient.invalidateQueries({ queryKey: ['GET /plans/:id/targets'] }));
  const columns = columnsOf((id) => set({ mo: id }), allocations?.byTarget ?? null);
  const choice = useColumnChoice('targets', columns);
  const [typed, setTyped] = useState(tim ?? '');

  if (error) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton lines={10} />;
  const all = data.items;
  const groups = onlyThose(inGroups(all), (one) => {
    if (lead === 'none' && one.leads.length > 0) return false;
    if (indicator === 'none' && one.indicator !== null) return false;
    if (pb !== undefined && allocations && !allocations.isIn(one.id, pb)) return false;
    return score(typed, `${one.name} ${one.indicator?.name ?? ''} ${one.leads.map((body) => body.name).join(' ')}`) > 0;
  });
  const shown = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const filtered = typed.trim() !== '' || lead !== undefined || indicator !== undefined || pb !== undefined;
  const clear = () => {
    setTyped('');
    void set({ tim: undefined, lead: undefined, indicator: undefined, pb: undefined });
  };
  return (
    <>
      <div className={styles.bar}>
        <Field label="Tìm chỉ tiêu" className={styles.search}>
          <TextInput
            type="search"
            value={typed}
            placeholder="Tên chỉ tiêu, cơ quan; có dấu hoặc không dấu"
            before={<Icon name="search" size={16} />}
            onChange={(event) => {
              setTyped(event.target.value);
              void set({ tim: event.target.value.trim() || undefined });
            }}
          />
        </Field>
        <AsOf day={ngay} onDay={(day) => void set({ ngay: day })} />
        <div className={styles.end}>
          <span className={styles.quiet} role="status">
            {filtered ? `${formatCount(shown)}/${formatCount(all.length)}` : formatCount(all.length)} chỉ tiêu
          </span>
          <ColumnMenu columns={columns} choice={choice} />
        </div>
      </div>
      {allocations ? <AllocationCounts counts={allocations.counts} chosen={pb} /> : null}
      {lead || indicator || pb ? (
        <div className={styles.chips}>
          {lead ? <Chip words="Chưa có cơ quan chủ trì" onRemove={() => void set({ lead: undefined })} /> : null}
          {pb ? <Chip words={STATE_CHIPS[pb]} onRemove={() => void set({ pb: undefined })} /> : null}
          {indicator ? (
            <Chip words="Chưa khớp danh mục chỉ tiêu" onRemove={() => void set({ indicator: undefined })} />
          ) : null}
        </div>
      ) : null}
      <PastNotice day={ngay} onToday={() => void set({ ngay: undefined })} />
      <GroupedTable
        label="Chỉ tiêu của kế hoạch"
        columns={choice.shown}
        groups={groups}
        rowKey={(row) => row.item.id}
        current={mo}
        onOpen={(row) => void navigate({ to: '/chi-tieu/$id', params: { id: row.item.id } })}
        empty={
          filtered ? (
            <EmptyState
              icon="search"
              title="Không có chỉ tiêu nào như vậy"
              actions={<Button onClick={clear}>Bỏ lọc</Button>}
            />
          ) : (
            <NoTargets day={ngay} />
          )
        }
      />
      <TargetDrawer id={mo} onClose={() => void set({ mo: undefined })} />
    </>
  );
}

function NoTargets({ day }: { readonly day: string | undefined }) {
  return (
    <EmptyState icon="target" title={day ? 'Ngày này kế hoạch chưa có chỉ tiêu nào' : 'Kế hoạch này không có chỉ tiêu'}>
      {day ? (
        'Kế hoạch có hiệu lực sau ngày đã chọn.'
      ) : (
        <>
          Văn bản chỉ giao nhiệm vụ. Xem <Link to="/nhiem-vu">Nhiệm vụ</Link>.
        </>
      )}
    </EmptyState>
  );
}

export function Chip({ words, onRemove }: { readonly words: string; readonly onRemove: () => void }) {
  return (
    <span className={styles.chip}>
      {words}
      <IconButton small icon="close" label={`Bỏ lọc: ${words}`} onClick={onRemove} />
    </span>
  );
}

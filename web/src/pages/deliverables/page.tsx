/** The register of deliverables (Sản phẩm): what is to be issued, as a table or as the programme by month. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { STAGE_WORDS, STAGES } from '#delivery/deliverable-stage.ts';
import { monthWords } from '#delivery/programme.ts';
import { STANDING_WORDS, STANDINGS } from '#delivery/standing.ts';
import { explain } from '../../api/problem.ts';
import { read, readPages, rowsOf } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { formatCount } from '../../format/number.ts';
import { Page } from '../../frame/page.tsx';
import { type PlanView, usePlan } from '../../frame/plan.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/choice.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { cx } from '../../ui/cx.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { More } from '../../ui/more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StandingBadge } from '../../ui/standing.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { ColumnMenu, useColumnChoice } from '../../ui/table/columns.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { useTyped } from '../../ui/use-typed.ts';
import styles from '../plan/plan.module.css';
import { NoPlan, PlanAbout } from '../plan/plan-head.tsx';
import { PRODUCT_WORDS } from '../plan/words.ts';
import { Missing } from '../targets/columns.tsx';
import { DeliverableDrawer } from './deliverable-drawer.tsx';
import own from './deliverables.module.css';
import { Programme } from './programme.tsx';
import type { DeliverablesSearch } from './search.ts';
import { StageBar } from './stage-bar.tsx';
import { StageDialog } from './stage-dialog.tsx';
import { type Deliverable, useDeliverableNews } from './use-deliverables.ts';

const ADDRESS = '/nhiem-vu/san-pham';
type Change = { readonly [K in keyof DeliverablesSearch]?: DeliverablesSearch[K] | undefined };

export default function DeliverablesPage() {
  const { plan, pending } = usePlan();
  const search = useSearch({ from: `/khung${ADDRESS}` });
  const navigate = useNavigate({ from: ADDRESS });
  const [staging, setStaging] = useState<Deliverable | null>(null);
  useDeliverableNews();
  if (!plan) return <Page title="Sản phẩm">{pending ? <Skeleton lines={8} /> : <NoPlan />}</Page>;
  const set = (change: Change) =>
    void navigate({ search: (before) => ({ ...before, ...change }) as never, replace: true });
  const open = (mo: string | undefined) => set({ mo });
  return (
    <Page title="Sản phẩm" about={<PlanAbout plan={plan} />}>
      <Segments
        label="Cách xem"
        value={search.xem ?? 'bang'}
        choices={[
          { value: 'bang', label: 'Bảng' },
          { value: 'thang', label: 'Chương trình theo tháng' },
        ]}
        onChoose={(xem) => set({ xem: xem === 'thang' ? 'thang' : undefined })}
      />
      {search.xem === 'thang' ? (
        <Programme planId={plan.id} onOpen={open} onStage={setStaging} />
      ) : (
        <Register plan={plan} search={search} onChange={set} onStage={setStaging} />
      )}
      <DeliverableDrawer id={search.mo} onClose={() => open(undefined)} />
      {staging ? <StageDialog of={staging} onClose={() => setStaging(null)} /> : null}
    </Page>
  );
}

/** What the server is asked, from what stands in the address. */
function queryOf(planId: string, { tim, loai, buoc, co_quan, tu, den, phien, tt }: DeliverablesSearch) {
  const given = { kind: loai, stage: buoc, lead: co_quan, from: tu, to: den, session: phien, standing: tt, q: tim };
  return { plan: planId, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}

interface RegisterProps {
  readonly plan: PlanView;
  readonly search: DeliverablesSearch;
  readonly onChange: (change: Change) => void;
  readonly onStage: (one: Deliverable) => void;
}

const NO_FILTER: Change = {
  tim: undefined,
  loai: undefined,
  buoc: undefined,
  co_quan: undefined,
  tu: undefined,
  den: undefined,
  phien: undefined,
  tt: undefined,
};

function Register({ plan, search, onChange, onStage }: RegisterProps) {
  const query = queryOf(plan.id, search) as never;
  const list = useInfiniteQuery({
    ...readPages('GET /deliverables', { query: { ...(query as object), limit: 100 } as never }),
    placeholderData: keepPreviousData,
  });
  const counts = useQuery({ ...read('GET /deliverables/counts', { query }), placeholderData: keepPreviousData });
  const columns = columnsOf(onStage);
  const choice = useColumnChoice('deliverables', columns);
  const { rows } = rowsOf(list.data);
  const filtered = Object.keys(NO_FILTER).some((name) => name in search);
  if (list.error) return <ErrorState {...explain(list.error)} onRetry={() => void list.refetch()} />;
  return (
    <div className={styles.stack}>
      <Filters
        search={search}
        leads={counts.data?.leads ?? []}
        onChange={onChange}
        onClear={filtered ? () => onChange(NO_FILTER) : undefined}
        columns={<ColumnMenu columns={columns} choice={choice} />}
      />
      <div className={styles.chips}>
        {STAGES.map((stage) => (
          <button
            key={stage}
            type="button"
            className={own.pill}
            aria-pressed={search.buoc === stage}
            onClick={() => onChange({ buoc: search.buoc === stage ? undefined : stage })}
          >
            {STAGE_WORDS[stage]}: {formatCount(counts.data?.stages[stage] ?? 0)}
          </button>
        ))}
        {(counts.data?.standings.overdue ?? 0) > 0 ? (
          <button
            type="button"
            className={own.pill}
            aria-pressed={search.tt === 'overdue'}
            onClick={() => onChange({ tt: search.tt === 'overdue' ? undefined : 'overdue' })}
          >
            Quá hạn: {formatCount(counts.data?.standings.overdue ?? 0)}
          </button>
        ) : null}
      </div>
      <Table
        label="Sản phẩm phải trình, ban hành"
        columns={choice.shown}
        rows={rows}
        rowKey={(row) => row.id}
        loading={list.isPending}
        current={search.mo}
        onOpen={(row) => onChange({ mo: row.id })}
        onEnd={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
        empty={
          filtered ? (
            <EmptyState
              icon="search"
              title="Không có sản phẩm nào như vậy"
              actions={<Button onClick={() => onChange(NO_FILTER)}>Bỏ lọc</Button>}
            />
          ) : (
            <EmptyState icon="document" title="Kế hoạch chưa có sản phẩm nào">
              Sản phẩm là đề án, nghị quyết, quyết định, quy chế… mà nhiệm vụ phải trình hoặc ban hành. Văn phòng thêm
              sản phẩm tại trang của nhiệm vụ.
            </EmptyState>
          )
        }
      />
      <More
        shown={rows.length}
        total={counts.data?.total}
        hasMore={list.hasNextPage}
        busy={list.isFetchingNextPage}
        unit="sản phẩm"
        onMore={() => void list.fetchNextPage()}
      />
    </div>
  );
}

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

interface FiltersProps {
  readonly search: DeliverablesSearch;
  readonly leads: readonly { readonly organisationId: string; readonly name: string; readonly count: number }[];
  readonly onChange: (change: Change) => void;
  readonly onClear: (() => void) | undefined;
  readonly columns: React.ReactNode;
}

function Filters({ search, leads, onChange, onClear, columns }: FiltersProps) {
  const { tim, loai, co_quan, tu, den, phien, tt } = search;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useTyped(tim, (next) => onChange({ tim: next }));
  const lead = leads.find((one) => one.organisationId === co_quan);
  return (
    <div className={styles.bar}>
      <Field label="Tìm sản phẩm" className={styles.search}>
        <TextInput
          type="search"
          value={typed}
          placeholder="Tên sản phẩm, nhiệm vụ"
          before={<Icon name="search" size={16} />}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <Button icon="filter" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Thu gọn bộ lọc' : 'Bộ lọc'}
      </Button>
      <div className={cx(styles.rest, open && styles.opened)}>
        <Field label="Loại" className={styles.pick}>
          <Select
            value={loai ?? ''}
            empty="Tất cả"
            choices={choicesOf(PRODUCT_WORDS)}
            onChoose={(value) => onChange({ loai: value || undefined })}
          />
        </Field>
        <Field label="Chủ trì" className={styles.pick}>
          <Combobox
            value={co_quan === undefined ? null : { value: co_quan, label: lead?.name ?? '…' }}
            options={leads.map((one) => ({
              value: one.organisationId,
              label: one.name,
              hint: `${formatCount(one.count)} sản phẩm`,
            }))}
            placeholder="Tất cả"
            none="Không có cơ quan này"
            onChoose={(option) => onChange({ co_quan: option?.value })}
          />
        </Field>
        <Field label="Tình trạng" className={styles.pick}>
          <Select
            value={tt ?? ''}
            empty="Tất cả"
            choices={choicesOf(STANDING_WORDS)}
            onChoose={(value) => onChange({ tt: STANDINGS.find((one) => one === value) })}
          />
        </Field>
        <Field label="Hạn từ ngày" className={styles.day}>
          <DateInput
            value={tu ?? null}
            max={den}
            onValue={(day, valid) => valid && onChange({ tu: day ?? undefined })}
          />
        </Field>
        <Field label="Đến ngày" className={styles.day}>
          <DateInput
            value={den ?? null}
            min={tu}
            onValue={(day, valid) => valid && onChange({ den: day ?? undefined })}
          />
        </Field>
        <Field label="Phiên họp" className={styles.pick}>
          <Select
            value={phien === 'none' ? 'none' : ''}
            empty={phien && phien !== 'none' ? `Tháng ${Number(phien.slice(5))}/${phien.slice(0, 4)}` : 'Tất cả'}
            choices={[{ value: 'none', label: 'Chưa xếp phiên họp' }]}
            onChoose={(value) => onChange({ phien: value === 'none' ? 'none' : undefined })}
          />
        </Field>
      </div>
      <div className={styles.end}>
        {onClear ? <Button onClick={onClear}>Bỏ lọc</Button> : null}
        {columns}
      </div>
    </div>
  );
}

function columnsOf(onStage: (one: Deliverable) => void): readonly Column<Deliverable>[] {
  return [
    {
      id: 'name',
      head: 'Sản phẩm',
      fixed: true,
      phone: 'title',
      cell: (row) => (
        <>
          <span className={styles.clamp}>{row.name}</span>
          <Link to="/nhiem-vu/$id" params={{ id: row.task.id }} className={cx(styles.quote, styles.oneLine)}>
            {row.task.text}
          </Link>
        </>
      ),
    },
    { id: 'kind', head: 'Loại', width: 130, away: true, cell: (row) => PRODUCT_WORDS[row.kind] ?? 'Khác' },
    {
      id: 'lead',
      head: 'Chủ trì',
      width: 180,
      cell: (row) => row.task.leads.map((lead) => lead.name).join('; ') || <Missing why="Chưa có cơ quan chủ trì" />,
    },
    {
      id: 'due',
      head: 'Thời hạn',
      width: 122,
      cell: (row) => (row.dueOn === null ? <Missing why="Không có thời hạn" /> : formatDay(row.dueOn)),
    },
    { id: 'stage', head: 'Tiến độ', width: 260, cell: (row) => <StageBar of={row} /> },
    { id: 'standing', head: 'Tình trạng', width: 184, cell: (row) => <StandingBadge standing={row.standing} /> },
    {
      id: 'session',
      head: 'Phiên họp',
      width: 170,
      away: true,
      phone: 'none',
      cell: (row) =>
        row.sessionMonth === null ? (
          <Missing why="Chưa xếp phiên họp" />
        ) : (
          [row.sessionTitle, monthWords(row.sessionMonth)].filter(Boolean).join(', ')
        ),
    },
    {
      id: 'symbol',
      head: 'Số, ký hiệu',
      width: 130,
      away: true,
      phone: 'none',
      cell: (row) =>
        row.symbol === null ? (
          <Missing why="Chưa ban hành" />
        ) : row.document ? (
          <Link to="/van-ban/$id" params={{ id: row.document.id }}>
            {row.symbol}
          </Link>
        ) : (
          row.symbol
        ),
    },
    {
      id: 'act',
      head: 'Việc',
      width: 140,
      fixed: true,
      cell: (row) =>
        row.mayEdit === 'none' ? null : (
          <Button small aria-label={`Chuyển bước: ${row.name}`} onClick={() => onStage(row)}>
            Chuyển bước
          </Button>
        ),
    },
  ];
}

/** The register of directives and conclusions (Ý kiến chỉ đạo): what leaders ordered, and how each task stands. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { STANDING_WORDS, STANDINGS } from '#delivery/standing.ts';
import { explain } from '../../api/problem.ts';
import { read, readPages, rowsOf } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { formatDay } from '../../format/date.ts';
import { formatCount } from '../../format/number.ts';
import { Page } from '../../frame/page.tsx';
import { type PlanView, usePlan } from '../../frame/plan.ts';
import { Button } from '../../ui/button.tsx';
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
import { SourceLink } from '../plan/sentence.tsx';
import { Missing } from '../targets/columns.tsx';
import { ChooseDocument } from './choose-document.tsx';
import { DirectiveDrawer } from './directive-drawer.tsx';
import { FromDocument } from './from-document.tsx';
import { GiveDirective } from './give-directive.tsx';
import type { DirectivesSearch } from './search.ts';
import { type Directive, KIND_WORDS, useDirectiveNews } from './use-directives.ts';

const ADDRESS = '/nhiem-vu/chi-dao';
type Change = { readonly [K in keyof DirectivesSearch]?: DirectivesSearch[K] | undefined };

export default function DirectivesPage() {
  const { plan, pending } = usePlan();
  const may = useMay();
  const search = useSearch({ from: `/khung${ADDRESS}` });
  const navigate = useNavigate({ from: ADDRESS });
  const [choosing, setChoosing] = useState(false);
  useDirectiveNews();
  if (!plan) return <Page title="Ý kiến chỉ đạo">{pending ? <Skeleton lines={8} /> : <NoPlan />}</Page>;
  const set = (change: Change) =>
    void navigate({ search: (before) => ({ ...before, ...change }) as never, replace: true });
  if (search.van_ban !== undefined && may('directive.give')) {
    return (
      <Page
        title="Lập nhiệm vụ từ thông báo kết luận"
        crumbs={[{ label: 'Ý kiến chỉ đạo', to: ADDRESS }]}
        about={<Source id={search.van_ban} />}
      >
        <FromDocument
          documentId={search.van_ban}
          planOf={plan}
          onDone={() => void navigate({ search: (before) => ({ ...before, van_ban: undefined }) as never })}
        />
      </Page>
    );
  }
  return (
    <Page
      title="Ý kiến chỉ đạo"
      about={<PlanAbout plan={plan} />}
      actions={
        may('directive.give') ? (
          <>
            <Button icon="document" onClick={() => setChoosing(true)}>
              Từ thông báo kết luận
            </Button>
            <GiveDirective main />
          </>
        ) : null
      }
    >
      <Register plan={plan} search={search} onChange={set} />
      <DirectiveDrawer id={search.mo} onClose={() => set({ mo: undefined })} />
      {choosing ? <ChooseDocument onClose={() => setChoosing(false)} /> : null}
    </Page>
  );
}

/** The notice itself, one click away. */
function Source({ id }: { readonly id: string }) {
  const { data } = useQuery(read('GET /documents/:id', { params: { id } }));
  return (
    <Link to="/van-ban/$id" params={{ id }}>
      {data ? [data.symbol, data.title].filter(Boolean).join(': ') || data.fileName : '…'}
    </Link>
  );
}

const NO_FILTER: Change = {
  tim: undefined,
  loai: undefined,
  lanh_dao: undefined,
  tt: undefined,
  tu: undefined,
  den: undefined,
  thu_hoi: undefined,
};

interface RegisterProps {
  readonly plan: PlanView;
  readonly search: DirectivesSearch;
  readonly onChange: (change: Change) => void;
}

function Register({ plan, search, onChange }: RegisterProps) {
  const { tim, loai, lanh_dao, tt, tu, den, thu_hoi } = search;
  const given = { kind: loai, leader: lanh_dao, standing: tt, from: tu, to: den, withdrawn: thu_hoi, q: tim };
  const query = {
    plan: plan.id,
    limit: 100,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  } as never;
  const list = useInfiniteQuery({ ...readPages('GET /directives', { query }), placeholderData: keepPreviousData });
  const leaders = useQuery(read('GET /directives/leaders', { query: { plan: plan.id } }));
  const choice = useColumnChoice('directives', COLUMNS);
  const { rows } = rowsOf(list.data);
  const filtered = Object.keys(NO_FILTER).some((name) => name in search);
  if (list.error) return <ErrorState {...explain(list.error)} onRetry={() => void list.refetch()} />;
  return (
    <div className={styles.stack}>
      <Filters
        search={search}
        leaders={leaders.data?.given ?? []}
        onChange={onChange}
        onClear={filtered ? () => onChange(NO_FILTER) : undefined}
        columns={<ColumnMenu columns={COLUMNS} choice={choice} />}
      />
      <Table
        label="Ý kiến chỉ đạo và kết luận"
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
              title="Không có ý kiến chỉ đạo nào như vậy"
              actions={<Button onClick={() => onChange(NO_FILTER)}>Bỏ lọc</Button>}
            />
          ) : (
            <EmptyState icon="task" title="Chưa có ý kiến chỉ đạo nào">
              Lãnh đạo cho ý kiến tại đây hoặc tại trang của nhiệm vụ, chỉ tiêu; kết luận cuộc họp được lập từ thông báo
              trong thư viện.
            </EmptyState>
          )
        }
      />
      <More
        shown={rows.length}
        hasMore={list.hasNextPage}
        busy={list.isFetchingNextPage}
        unit="ý kiến"
        onMore={() => void list.fetchNextPage()}
      />
    </div>
  );
}

interface FiltersProps {
  readonly search: DirectivesSearch;
  readonly leaders: readonly { readonly givenBy: string; readonly count: number }[];
  readonly onChange: (change: Change) => void;
  readonly onClear: (() => void) | undefined;
  readonly columns: React.ReactNode;
}

function Filters({ search, leaders, onChange, onClear, columns }: FiltersProps) {
  const { tim, loai, lanh_dao, tt, tu, den, thu_hoi } = search;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useTyped(tim, (next) => onChange({ tim: next }));
  return (
    <div className={styles.bar}>
      <Field label="Tìm ý kiến chỉ đạo" className={styles.search}>
        <TextInput
          type="search"
          value={typed}
          placeholder="Nội dung, lãnh đạo"
          before={<Icon name="search" size={16} />}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <Button icon="filter" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Thu gọn bộ lọc' : 'Bộ lọc'}
      </Button>
      <div className={cx(styles.rest, open && styles.opened)}>
        <Field label="Lãnh đạo" className={styles.pick}>
          <Select
            value={lanh_dao ?? ''}
            empty="Tất cả"
            choices={leaders.map((one) => ({
              value: one.givenBy,
              label: `${one.givenBy} (${formatCount(one.count)})`,
            }))}
            onChoose={(value) => onChange({ lanh_dao: value || undefined })}
          />
        </Field>
        <Field label="Loại" className={styles.pick}>
          <Select
            value={loai ?? ''}
            empty="Tất cả"
            choices={Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }))}
            onChoose={(value) =>
              onChange({ loai: value === 'directive' || value === 'conclusion' ? value : undefined })
            }
          />
        </Field>
        <Field label="Tình trạng" className={styles.pick}>
          <Select
            value={thu_hoi === '1' ? 'withdrawn' : (tt ?? '')}
            empty="Tất cả"
            choices={[
              ...STANDINGS.map((value) => ({ value, label: STANDING_WORDS[value] })),
              { value: 'withdrawn', label: 'Đã thu hồi' },
            ]}
            onChoose={(value) =>
              onChange({
                tt: STANDINGS.find((one) => one === value),
                thu_hoi: value === 'withdrawn' ? '1' : undefined,
              })
            }
          />
        </Field>
        <Field label="Từ ngày" className={styles.day}>
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
      </div>
      <div className={styles.end}>
        {onClear ? <Button onClick={onClear}>Bỏ lọc</Button> : null}
        {columns}
      </div>
    </div>
  );
}

const COLUMNS: readonly Column<Directive>[] = [
  {
    id: 'text',
    head: 'Nội dung',
    fixed: true,
    phone: 'title',
    cell: (row) => (
      <>
        <span className={styles.clamp}>{row.text}</span>
        {row.source ? (
          <span className={styles.quote}>
            <SourceLink source={row.source} />
          </span>
        ) : null}
      </>
    ),
  },
  { id: 'kind', head: 'Loại', width: 120, away: true, phone: 'none', cell: (row) => KIND_WORDS[row.kind] },
  { id: 'leader', head: 'Lãnh đạo', width: 170, cell: (row) => row.givenBy },
  { id: 'day', head: 'Ngày', width: 122, cell: (row) => formatDay(row.givenOn) },
  {
    id: 'lead',
    head: 'Chủ trì',
    width: 180,
    cell: (row) => row.task?.leads.map((lead) => lead.name).join('; ') || <Missing why="Chưa giao cơ quan chủ trì" />,
  },
  {
    id: 'due',
    head: 'Thời hạn',
    width: 122,
    cell: (row) => (row.task?.dueOn ? formatDay(row.task.dueOn) : <Missing why="Không có thời hạn" />),
  },
  {
    id: 'standing',
    head: 'Tình trạng',
    width: 184,
    cell: (row) => (row.task ? <StandingBadge standing={row.task.standing} /> : <Missing why="Không có nhiệm vụ" />),
  },
  {
    id: 'task',
    head: 'Nhiệm vụ',
    width: 96,
    cell: (row) =>
      row.task ? (
        <Link to="/nhiem-vu/$id" params={{ id: row.task.id }}>
          Mở
        </Link>
      ) : null,
  },
];

/** The register of long-standing cases (Vụ việc tồn đọng): what is late, who answers for it, the next step of each. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { CASE_STANDING_WORDS, CASE_STANDINGS } from '#delivery/case-standing.ts';
import { addressOf } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read, readPages, rowsOf } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { formatDay } from '../../format/date.ts';
import { formatCount, MISSING } from '../../format/number.ts';
import { Page } from '../../frame/page.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { More } from '../../ui/more.tsx';
import { StandingBadge } from '../../ui/standing.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import styles from './backlog.module.css';
import { CaseDialog } from './case-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import type { CasesSearch } from './search.ts';
import { type Case, useCaseNews } from './use-cases.ts';
import { WordsField } from './words-field.tsx';

const ADDRESS = '/nhiem-vu/vu-viec';

type Change = { readonly [K in keyof CasesSearch]?: CasesSearch[K] | undefined };

export default function CasesPage() {
  const search = useSearch({ from: `/khung${ADDRESS}` }) as CasesSearch;
  const navigate = useNavigate();
  const may = useMay();
  const [open, setOpen] = useState<'add' | 'import' | null>(null);
  useCaseNews();
  const set = (change: Change) =>
    void navigate({ to: ADDRESS, search: { ...search, ...change } as never, replace: true });
  const query = {
    ...(search.tim ? { q: search.tim } : {}),
    ...(search.co_quan ? { organisation: search.co_quan } : {}),
    ...(search.linh_vuc ? { field: search.linh_vuc } : {}),
  };
  const chosen = {
    ...query,
    ...(search.tt ? { standing: search.tt } : {}),
    ...(search.buoc_tre ? { late: '1' as const } : {}),
  };
  const list = useInfiniteQuery({
    ...readPages('GET /cases', { query: { ...chosen, limit: 100 } }),
    placeholderData: keepPreviousData,
  });
  const facets = useQuery({ ...read('GET /cases/facets', { query }), placeholderData: keepPreviousData });
  const { rows } = rowsOf(list.data);
  const filtered = Object.keys(chosen).length > 0;
  const edits = may('register.edit');
  return (
    <Page
      title="Vụ việc tồn đọng"
      about="Lộ trình, người chịu trách nhiệm và thời hạn cuối cùng của từng vụ việc."
      actions={
        <>
          <a className={buttonClass()} href={addressOf('GET /cases/export.xlsx', { query: chosen })} download>
            <Icon name="download" />
            Xuất Excel
          </a>
          {edits ? (
            <>
              <Button icon="upload" onClick={() => setOpen('import')}>
                Nhập từ Excel
              </Button>
              <Button kind="main" icon="add" onClick={() => setOpen('add')}>
                Thêm vụ việc
              </Button>
            </>
          ) : null}
        </>
      }
    >
      <search className={styles.filters}>
        <WordsField
          label="Tìm vụ việc"
          placeholder="Tên, nội dung, địa bàn, người chịu trách nhiệm"
          className={styles.words}
          value={search.tim ?? ''}
          onValue={(tim) => set({ tim: tim || undefined })}
        />
        <Field label="Cơ quan phụ trách" hideLabel>
          <Select
            empty="Mọi cơ quan"
            value={search.co_quan ?? ''}
            choices={(facets.data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={(value) => set({ co_quan: value || undefined })}
          />
        </Field>
        <Field label="Lĩnh vực" hideLabel>
          <Select
            empty="Mọi lĩnh vực"
            value={search.linh_vuc ?? ''}
            choices={(facets.data?.fields ?? []).map((one) => ({ value: one, label: one }))}
            onChoose={(value) => set({ linh_vuc: value || undefined })}
          />
        </Field>
        {filtered ? (
          <Button
            kind="quiet"
            onClick={() =>
              set({ tim: undefined, co_quan: undefined, linh_vuc: undefined, tt: undefined, buoc_tre: undefined })
            }
          >
            Bỏ lọc
          </Button>
        ) : null}
      </search>
      <fieldset className={styles.pills}>
        <legend className="sr-only">Lọc theo tình trạng</legend>
        {CASE_STANDINGS.filter((one) => (facets.data?.counts[one] ?? 0) > 0 || search.tt === one).map((one) => (
          <button
            key={one}
            type="button"
            className={styles.pill}
            aria-pressed={search.tt === one}
            onClick={() => set({ tt: search.tt === one ? undefined : one })}
          >
            {CASE_STANDING_WORDS[one]}: {formatCount(facets.data?.counts[one] ?? 0)}
          </button>
        ))}
        {(facets.data?.late ?? 0) > 0 || search.buoc_tre ? (
          <button
            type="button"
            className={styles.pill}
            aria-pressed={search.buoc_tre === 'co'}
            onClick={() => set({ buoc_tre: search.buoc_tre ? undefined : 'co' })}
          >
            Có bước quá hạn: {formatCount(facets.data?.late ?? 0)}
          </button>
        ) : null}
      </fieldset>
      {list.error ? (
        <ErrorState {...explain(list.error)} onRetry={() => void list.refetch()} />
      ) : (
        <>
          <Table
            label="Vụ việc tồn đọng"
            columns={COLUMNS}
            rows={rows}
            rowKey={(row) => row.id}
            loading={list.isPending}
            onOpen={(row) => void navigate({ to: '/nhiem-vu/vu-viec/$id', params: { id: row.id } })}
            empty={
              filtered ? (
                <EmptyState icon="search" title="Không có vụ việc nào khớp">
                  Bỏ bớt điều kiện lọc để thấy thêm.
                </EmptyState>
              ) : (
                <EmptyState icon="list" title="Chưa có vụ việc nào">
                  Thêm từng vụ việc, hoặc nhập danh sách đang có bằng Excel.
                </EmptyState>
              )
            }
          />
          <More
            shown={rows.length}
            total={null}
            unit="vụ việc"
            hasMore={list.hasNextPage}
            busy={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
      {open === 'add' ? <CaseDialog of={null} onClose={() => setOpen(null)} /> : null}
      {open === 'import' ? <ImportDialog onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}

const COLUMNS: readonly Column<Case>[] = [
  {
    id: 'title',
    head: 'Vụ việc',
    phone: 'title',
    fixed: true,
    cell: (row) => (
      <>
        <Link to="/nhiem-vu/vu-viec/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
        {row.place || row.field ? (
          <span className={styles.quiet}>{[row.field, row.place].filter(Boolean).join(' · ')}</span>
        ) : null}
      </>
    ),
  },
  {
    id: 'standing',
    head: 'Tình trạng',
    width: 210,
    phone: 'line',
    cell: (row) => <StandingBadge standing={row.standing} />,
  },
  {
    id: 'organisation',
    head: 'Cơ quan, người chịu trách nhiệm',
    phone: 'line',
    cell: (row) => (
      <>
        {row.organisation.name}
        <span className={styles.quiet}>{responsibleOf(row)}</span>
      </>
    ),
  },
  {
    id: 'due',
    head: 'Thời hạn cuối cùng',
    width: 140,
    phone: 'line',
    cell: (row) => (row.dueOn ? formatDay(row.dueOn) : MISSING),
  },
  {
    id: 'road',
    head: 'Lộ trình',
    phone: 'line',
    cell: (row) =>
      row.steps === 0 ? (
        <span className={styles.quiet}>Chưa có lộ trình</span>
      ) : (
        <>
          {row.doneSteps}/{row.steps} bước
          {row.lateSteps > 0 ? <span className={styles.late}> · {row.lateSteps} bước quá hạn</span> : null}
          {row.nextStep ? (
            <span className={styles.quiet}>
              Tiếp theo: {row.nextStep.text}
              {row.nextStep.dueOn ? ` (hạn ${formatDay(row.nextStep.dueOn)})` : ''}
            </span>
          ) : null}
        </>
      ),
  },
];

export function responsibleOf({ post, responsible }: Pick<Case, 'post' | 'responsible'>): string {
  const named = post === null ? null : [post.holder, post.title].filter(Boolean).join(', ');
  return [named, responsible].filter(Boolean).join('; ') || 'Chưa ghi người chịu trách nhiệm';
}

/** People and their posts (Người dùng): who there is, found with or without tone marks; one opens at the side. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ROLE_NAMES, ROLES } from '#plan/rights.ts';
import { explain } from '../../api/problem.ts';
import { readPages, rowsOf } from '../../api/query.ts';
import { useMe } from '../../api/session.ts';
import { formatAgo } from '../../format/instant.ts';
import { Page } from '../../frame/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { More } from '../../ui/more.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { AddPerson } from './add-person.tsx';
import styles from './people.module.css';
import { PersonDrawer } from './person-drawer.tsx';
import type { PeopleSearch } from './search.ts';
import { type Person, States } from './states.tsx';

const route = getRouteApi('/khung/quan-tri/nguoi-dung');
/** A typist's pause before the list is asked, milliseconds. */
const PAUSE = 250;

export default function PeoplePage() {
  const { rights } = useMe();
  const search = route.useSearch() as PeopleSearch;
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const manages = rights.includes('person.edit');
  const change = (to: Partial<Record<keyof PeopleSearch, string | undefined>>) =>
    void navigate({ to: '/quan-tri/nguoi-dung', search: { ...search, ...to } as never, replace: true });
  const query = {
    ...(search.tim ? { text: search.tim } : {}),
    ...(search.vaitro ? { role: search.vaitro } : {}),
    ...(search.trangthai ? { state: search.trangthai } : {}),
  };
  const pages = useInfiniteQuery({ ...readPages('GET /people', { query }), placeholderData: keepPreviousData });
  const { rows } = rowsOf(pages.data);
  if (pages.error && !pages.data)
    return (
      <Page title="Người dùng" wide>
        <ErrorState {...explain(pages.error)} onRetry={() => void pages.refetch()} />
      </Page>
    );
  return (
    <Page
      title="Người dùng"
      wide
      actions={
        manages ? (
          <Button kind="main" icon="add" onClick={() => setAdding(true)}>
            Thêm người dùng
          </Button>
        ) : null
      }
    >
      <search className={styles.filters}>
        <Words value={search.tim ?? ''} onValue={(tim) => change({ tim: tim || undefined })} />
        <Field label="Vai trò" hideLabel>
          <Select
            empty="Mọi vai trò"
            value={search.vaitro ?? ''}
            choices={ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }))}
            onChoose={(value) => change({ vaitro: value || undefined })}
          />
        </Field>
        <Field label="Trạng thái" hideLabel>
          <Select
            empty="Mọi trạng thái"
            value={search.trangthai ?? ''}
            choices={[
              { value: 'active', label: 'Đang sử dụng' },
              { value: 'disabled', label: 'Ngừng sử dụng' },
            ]}
            onChoose={(value) => change({ trangthai: value || undefined })}
          />
        </Field>
      </search>
      <Table
        label="Người dùng"
        columns={columnsFor(manages)}
        rows={rows}
        rowKey={(row) => row.id}
        current={search.nguoi ?? null}
        loading={pages.isPending}
        onOpen={(row) => change({ nguoi: row.id })}
        empty={<EmptyState icon="people" title="Không có người dùng nào khớp" />}
      />
      <More
        shown={rows.length}
        total={null}
        unit="người"
        hasMore={pages.hasNextPage}
        busy={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
      />
      <PersonDrawer id={search.nguoi ?? null} manages={manages} onClose={() => change({ nguoi: undefined })} />
      {adding ? <AddPerson onClose={() => setAdding(false)} onOpen={(nguoi) => change({ nguoi })} /> : null}
    </Page>
  );
}

function columnsFor(manages: boolean): readonly Column<Person>[] {
  const now = new Date();
  const login: Column<Person>[] = [
    { id: 'login', head: 'Tên đăng nhập', width: 170, phone: 'line', cell: (row) => row.account?.login ?? '—' },
    {
      id: 'seen',
      head: 'Dùng gần nhất',
      width: 150,
      phone: 'line',
      cell: (row) => (row.account?.lastSeenAt ? formatAgo(row.account.lastSeenAt, now) : 'Chưa đăng nhập'),
    },
  ];
  return [
    { id: 'name', head: 'Họ và tên', width: 220, phone: 'title', fixed: true, cell: (row) => row.fullName },
    {
      id: 'posts',
      head: 'Chức danh, cơ quan',
      phone: 'line',
      cell: (row) =>
        row.posts.length === 0
          ? 'Chưa giữ chức danh'
          : row.posts.map(({ title, organisation }) => `${title}, ${organisation.name}`).join('; '),
    },
    {
      id: 'role',
      head: 'Vai trò',
      width: 170,
      phone: 'line',
      cell: (row) => [...new Set(row.posts.map(({ role }) => ROLE_NAMES[role]))].join(', ') || '—',
    },
    ...(manages ? login : []),
    { id: 'state', head: 'Trạng thái', width: 170, phone: 'line', cell: (row) => <States person={row} /> },
  ];
}

function Words({ value, onValue }: { readonly value: string; readonly onValue: (text: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the pause.
  useEffect(() => {
    if (typed === value) return;
    const pause = setTimeout(() => onValue(typed.trim()), PAUSE);
    return () => clearTimeout(pause);
  }, [typed]);
  return (
    <Field label="Tìm người dùng" hideLabel className={styles.words}>
      <TextInput
        type="search"
        placeholder="Họ tên, tên đăng nhập, thư điện tử"
        before={<Icon name="search" />}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Field>
  );
}

/** The log of events (Nhật ký): who did what and when, by person, part, day and words; one opens at the side. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { EVENT_AREAS } from '#plan/event-words.ts';
import { type Answer, addressOf, call } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { readPages, rowsOf } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { formatInstant } from '../../format/instant.ts';
import { Page } from '../../frame/page.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { More } from '../../ui/more.tsx';
import { EmptyState, ErrorState, Notice } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { EventDrawer } from './event-drawer.tsx';
import styles from './events.module.css';
import type { EventsSearch } from './search.ts';
import { actorOf } from './words.ts';

const route = getRouteApi('/khung/quan-tri/nhat-ky');
/** A typist's pause before the log is asked, milliseconds. */
const PAUSE = 300;

type Row = Answer<'GET /events'>['items'][number];

const COLUMNS: readonly Column<Row>[] = [
  { id: 'seq', head: 'Số', width: 80, numeric: true, phone: 'none', cell: (row) => row.seq },
  { id: 'at', head: 'Thời điểm', width: 150, phone: 'line', cell: (row) => formatInstant(row.at) },
  { id: 'what', head: 'Việc', phone: 'title', fixed: true, cell: (row) => row.sentence },
  { id: 'who', head: 'Người thực hiện', width: 200, phone: 'line', cell: actorOf },
  { id: 'post', head: 'Chức danh', width: 200, phone: 'none', cell: (row) => row.post?.title ?? '—' },
  { id: 'why', head: 'Lý do, căn cứ', width: 240, phone: 'line', cell: (row) => row.reason ?? '—' },
];

const AREAS = Object.entries(EVENT_AREAS).map(([value, label]) => ({ value, label }));

export default function EventsPage() {
  const may = useMay();
  const search = route.useSearch() as EventsSearch;
  const navigate = useNavigate();
  const change = (to: Partial<Record<keyof EventsSearch, string | undefined>>) =>
    void navigate({ to: '/quan-tri/nhat-ky', search: { ...search, ...to } as never, replace: true });
  const query = {
    ...(search.tim ? { text: search.tim } : {}),
    ...(search.loai ? { kind: search.loai } : {}),
    ...(search.nguoi ? { person: search.nguoi } : {}),
    ...(search.tu ? { from: search.tu } : {}),
    ...(search.den ? { to: search.den } : {}),
    ...(search.doituong && search.ma ? { subjectType: search.doituong, subjectId: search.ma } : {}),
  };
  const pages = useInfiniteQuery({ ...readPages('GET /events', { query }), placeholderData: keepPreviousData });
  const { rows } = rowsOf(pages.data);
  const searchedTo = pages.data?.pages.at(-1)?.searchedTo ?? null;
  const clear = () =>
    change({
      tim: undefined,
      loai: undefined,
      nguoi: undefined,
      tu: undefined,
      den: undefined,
      doituong: undefined,
      ma: undefined,
    });
  return (
    <Page
      title="Nhật ký"
      wide
      about="Mọi thay đổi được ghi lại và nối với nhau bằng mã kiểm tra: không sửa, không xóa được."
      actions={
        <a className={buttonClass()} href={addressOf('GET /events/export')} download>
          <Icon name="download" />
          Xuất nhật ký
        </a>
      }
    >
      <search className={styles.filters}>
        <Words value={search.tim ?? ''} onValue={(tim) => change({ tim: tim || undefined })} />
        <Field label="Phần">
          <Select
            empty="Tất cả"
            value={search.loai?.split('.')[0] ?? ''}
            choices={AREAS}
            onChoose={(loai) => change({ loai: loai || undefined })}
          />
        </Field>
        {may('person.read') ? <Who id={search.nguoi ?? null} onValue={(nguoi) => change({ nguoi })} /> : null}
        <Field label="Từ ngày">
          <DateInput value={search.tu ?? null} onValue={(tu) => change({ tu: tu ?? undefined })} />
        </Field>
        <Field label="Đến ngày">
          <DateInput value={search.den ?? null} onValue={(den) => change({ den: den ?? undefined })} />
        </Field>
      </search>
      {search.doituong && search.ma ? (
        <Notice
          actions={
            <Button small onClick={() => change({ doituong: undefined, ma: undefined })}>
              Xem toàn bộ nhật ký
            </Button>
          }
        >
          Chỉ những việc liên quan đến một đối tượng{rows[0]?.subject.title ? `: ${rows[0].subject.title}` : ''}.
        </Notice>
      ) : null}
      {pages.error && !pages.data ? (
        <ErrorState {...explain(pages.error)} onRetry={() => void pages.refetch()} />
      ) : (
        <>
          <Table
            label="Nhật ký"
            columns={COLUMNS}
            rows={rows}
            rowKey={(row) => row.id}
            current={search.sukien ?? null}
            loading={pages.isPending}
            onOpen={(row) => change({ sukien: row.id })}
            empty={
              <EmptyState
                icon="history"
                title={searchedTo ? 'Chưa tìm thấy trong các sự kiện gần đây' : 'Không có sự kiện nào khớp'}
                actions={<Button onClick={clear}>Bỏ lọc</Button>}
              />
            }
          />
          {searchedTo ? <p className={styles.quiet}>Đã tìm đến {formatInstant(searchedTo)}.</p> : null}
          <More
            shown={rows.length}
            unit="sự kiện"
            hasMore={pages.hasNextPage}
            busy={pages.isFetchingNextPage}
            onMore={() => void pages.fetchNextPage()}
          />
        </>
      )}
      <EventDrawer
        id={search.sukien ?? null}
        onOpen={(sukien) => change({ sukien })}
        onClose={() => change({ sukien: undefined })}
      />
    </Page>
  );
}

/** The person by name; the address keeps the id. */
function Who({ id, onValue }: { readonly id: string | null; readonly onValue: (id: string | undefined) => void }) {
  const [chosen, setChosen] = useState<Option | null>(null);
  useEffect(() => {
    if (id === null) return setChosen(null);
    if (chosen?.value === id) return;
    const stop = new AbortController();
    call('GET /people/:id', { params: { id }, signal: stop.signal }).then(
      (person) => setChosen({ value: id, label: person.fullName }),
      () => {},
    );
    return () => stop.abort();
  }, [id, chosen?.value]);
  const find = async (typed: string, signal: AbortSignal) => {
    const query = { limit: 50, ...(typed ? { text: typed } : {}) };
    const { items } = await call('GET /people', { query, signal });
    return items.map((person) => ({
      value: person.id,
      label: person.fullName,
      hint: person.posts.map(({ title }) => title).join(', ') || undefined,
    }));
  };
  return (
    <Field label="Người">
      <Combobox
        options={find}
        value={chosen}
        onChoose={(option) => {
          setChosen(option);
          onValue(option?.value);
        }}
        placeholder="Mọi người"
      />
    </Field>
  );
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
    <Field label="Tìm trong nhật ký" className={styles.words}>
      <TextInput
        type="search"
        placeholder="Tên đối tượng, lý do; có dấu hoặc không dấu"
        before={<Icon name="search" />}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Field>
  );
}

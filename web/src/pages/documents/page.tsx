/** The library of documents (Văn bản): drop files in, find them again, see how far each is. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { explain } from '../../api/problem.ts';
import { read, readPages, rowsOf, useWrite } from '../../api/query.ts';
import { useMe } from '../../api/session.ts';
import { formatDay } from '../../format/date.ts';
import { formatAgo } from '../../format/instant.ts';
import { Page } from '../../frame/page.tsx';
import { Tag } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/choice.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { More } from '../../ui/more.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { ColumnMenu, useColumnChoice } from '../../ui/table/columns.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './documents.module.css';
import { Filters } from './filters.tsx';
import { Received } from './received.tsx';
import type { DocumentsSearch } from './search.ts';
import { UploadList } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';
import { type DocumentRow, progressWords, REVIEW_WORDS, STATE_WORDS, titleOf } from './words.ts';

const route = getRouteApi('/khung/van-ban');
const ACCEPT = '.pdf,.doc,.docx,.odt,.rtf,.txt,.md,.html,.htm,.png,.jpg,.jpeg,.tif,.tiff';

export default function DocumentsPage() {
  const { rights } = useMe();
  const search = route.useSearch() as DocumentsSearch;
  const navigate = useNavigate();
  const uploads = useUploads();
  const change = (to: { readonly [name: string]: string | number | undefined }) =>
    void navigate({ to: '/van-ban', search: { ...search, ...to } as never, replace: true });
  const mayUpload = rights.includes('document.upload');
  const views = [
    { value: '', label: 'Thư viện' },
    { value: 'den', label: 'Văn bản đến' },
    ...(rights.includes('document.edit') ? [{ value: 'da-xoa', label: 'Đã xóa' }] : []),
  ];
  return (
    <Page title="Văn bản" wide>
      {mayUpload && search.xem === undefined ? (
        <FileDrop
          label="Thả văn bản vào đây để tải lên và đọc"
          hint="Word, PDF, bản chụp, văn bản thuần; nhiều tệp một lần. Không tải văn bản mật."
          accept={ACCEPT}
          onFiles={uploads.add}
        />
      ) : null}
      <UploadList list={uploads.list} onStop={uploads.stop} onClear={uploads.clear} />
      <Segments
        label="Xem"
        choices={views}
        value={search.xem ?? ''}
        onChoose={(value) => void navigate({ to: '/van-ban', search: (value ? { xem: value } : {}) as never })}
      />
      {search.xem === 'den' ? <Received /> : <Library search={search} onChange={change} />}
    </Page>
  );
}

function Library({
  search,
  onChange,
}: {
  readonly search: DocumentsSearch;
  readonly onChange: (change: { readonly [name: string]: string | number | undefined }) => void;
}) {
  const navigate = useNavigate();
  const { rights } = useMe();
  const { tim, xep, xem, ...filters } = search;
  const query = {
    ...filters,
    ...(tim ? { text: tim } : {}),
    ...(xep ? { sort: xep } : {}),
    ...(xem === 'da-xoa' ? { deleted: 'true' as const } : {}),
  };
  const pages = useInfiniteQuery({ ...readPages('GET /documents', { query }), placeholderData: keepPreviousData });
  const choices = useQuery(read('GET /documents/choices'));
  const restore = useWrite('POST /documents/:id/restore', {
    spoils: ['GET /documents', 'GET /documents/choices'],
    onDone: () => void toast({ text: 'Đã khôi phục văn bản' }),
  });
  const columns: readonly Column<DocumentRow>[] = [
    { id: 'title', head: 'Trích yếu', phone: 'title', fixed: true, cell: (row) => <Name row={row} /> },
    { id: 'type', head: 'Loại', width: 130, phone: 'none', cell: (row) => row.type ?? '—' },
    { id: 'symbol', head: 'Số ký hiệu', width: 150, sorts: true, phone: 'line', cell: (row) => row.symbol ?? '—' },
    {
      id: 'date',
      head: 'Ngày ban hành',
      width: 140,
      sorts: true,
      phone: 'line',
      cell: (row) => (row.issuedOn ? formatDay(row.issuedOn) : '—'),
    },
    { id: 'issuer', head: 'Cơ quan ban hành', width: 210, phone: 'line', cell: (row) => row.issuer ?? '—' },
    { id: 'year', head: 'Năm', width: 70, numeric: true, phone: 'none', cell: (row) => row.planYear ?? '—' },
    {
      id: 'uploaded',
      head: 'Tải lên',
      width: 140,
      sorts: true,
      away: true,
      phone: 'none',
      cell: (row) => formatAgo(row.uploadedAt, new Date()),
    },
    {
      id: 'state',
      head: 'Tình trạng',
      width: 190,
      phone: 'line',
      cell: (row) =>
        xem === 'da-xoa' && rights.includes('document.edit') ? (
          <Button
            small
            icon="undo"
            onClick={() =>
              restore.mutate(
                { params: { id: row.id } },
                { onError: (error) => void toast({ text: explain(error).message, wrong: true }) },
              )
            }
          >
            Khôi phục
          </Button>
        ) : (
          <States row={row} />
        ),
    },
  ];
  const choice = useColumnChoice('van-ban', columns);
  const { rows, total } = rowsOf(pages.data);
  const by = xep ?? 'date';
  if (pages.isError) return <ErrorState {...explain(pages.error)} onRetry={() => void pages.refetch()} />;
  return (
    <>
      <div className={styles.bar}>
        <Filters search={search} choices={choices.data} onChange={onChange} />
        <ColumnMenu columns={columns} choice={choice} />
      </div>
      <Table
        label="Thư viện văn bản"
        columns={choice.shown}
        rows={rows}
        rowKey={(row) => row.id}
        loading={pages.isPending}
        sort={{ by, descending: by !== 'symbol' }}
        onSort={(sort) => onChange({ xep: sort && sort.by !== 'date' ? sort.by : undefined })}
        onOpen={(row) => void navigate({ to: '/van-ban/$id', params: { id: row.id } })}
        empty={
          Object.keys(filters).length > 0 || tim ? (
            <EmptyState icon="search" title="Không có văn bản nào khớp">
              <p>Thử bỏ bớt bộ lọc hoặc gõ ít từ hơn.</p>
            </EmptyState>
          ) : (
            <EmptyState title={xem === 'da-xoa' ? 'Không có văn bản nào đã xóa' : 'Thư viện chưa có văn bản nào'}>
              {rights.includes('document.upload') && xem === undefined ? (
                <p>Thả nghị quyết, chương trình, kế hoạch vào khung phía trên để bắt đầu.</p>
              ) : null}
            </EmptyState>
          )
        }
      />
      {rows.length > 0 ? (
        <More
          shown={rows.length}
          total={total}
          hasMore={pages.hasNextPage}
          busy={pages.isFetchingNextPage}
          unit="văn bản"
          onMore={() => void pages.fetchNextPage()}
        />
      ) : null}
    </>
  );
}

function Name({ row }: { readonly row: DocumentRow }) {
  return (
    <span className={styles.name}>
      <Link to="/van-ban/$id" params={{ id: row.id }}>
        {titleOf(row)}
      </Link>
      {row.title ? <span className={styles.quiet}>{row.fileName}</span> : null}
    </span>
  );
}

function States({ row }: { readonly row: DocumentRow }) {
  const state = STATE_WORDS[row.state];
  const review = REVIEW_WORDS[row.reviewState];
  return (
    <span className={styles.states}>
      {row.state === 'read' ? <Tag tone={review.tone}>{review.word}</Tag> : <Tag tone={state.tone}>{state.word}</Tag>}
      {row.state === 'reading' && row.progress ? (
        <span className={styles.quiet}>{progressWords(row.progress)}</span>
      ) : null}
      {row.outdated ? <Tag>Có bộ đọc mới</Tag> : null}
    </span>
  );
}

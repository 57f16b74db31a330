/** One document (một văn bản): what it is, its text as it was read, its pages, what it cites, to whom it was sent. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { isConclusion } from '#delivery/conclusion.ts';
import { addressOf } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { explain } from '../../api/problem.ts';
import { queryClient, read, useWrite } from '../../api/query.ts';
import { useMe } from '../../api/session.ts';
import { Page } from '../../frame/page.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { toast } from '../../ui/toast.tsx';
import { isProgress, progressWords, shortName, titleOf } from '../documents/words.ts';
import { Citations } from './citations.tsx';
import { Distribution } from './distribution.tsx';
import styles from './document.module.css';
import { Findings } from './findings.tsx';
import { type DocumentView, EditHeader, Facts } from './header.tsx';
import { PagesView } from './pages-view.tsx';
import type { DocumentSearch } from './search.ts';
import { TextView } from './text-view.tsx';
import { Warnings } from './warnings.tsx';

const route = getRouteApi('/khung/van-ban/$id');
const CRUMBS = [{ label: 'Văn bản', to: '/van-ban' as const }];

export default function DocumentPage() {
  const { id } = route.useParams();
  const document = useQuery(read('GET /documents/:id', { params: { id } }));
  useLive(['document'], (topic, payload) => {
    if (topic !== 'document' || (payload as { id?: string }).id !== id) return;
    for (const key of ['GET /documents/:id', 'GET /documents/:id/text', 'GET /documents/:id/citations'] as const) {
      void queryClient.invalidateQueries({ queryKey: [key] });
    }
  });
  if (document.isError) {
    return (
      <Page title="Văn bản" crumbs={CRUMBS}>
        <ErrorState {...explain(document.error)} onRetry={() => void document.refetch()} />
      </Page>
    );
  }
  if (!document.data) {
    return (
      <Page title="Văn bản" crumbs={CRUMBS}>
        <Skeleton lines={8} />
      </Page>
    );
  }
  return <Shown key={id} document={document.data} />;
}

function Shown({ document }: { readonly document: DocumentView }) {
  const { id } = document;
  const { rights } = useMe();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const fails = { onError: (error: Error) => void toast({ text: explain(error).message, wrong: true }) };
  const again = useWrite('POST /documents/:id/read', { spoils: ['GET /documents/:id', 'GET /documents'] });
  const restore = useWrite('POST /documents/:id/restore', { spoils: ['GET /documents', 'GET /documents/:id'] });
  const remove = useWrite('DELETE /documents/:id', {
    spoils: ['GET /documents', 'GET /documents/choices', 'GET /documents/:id'],
    onDone: () => {
      setDeleting(false);
      toast({ text: 'Đã xóa văn bản', undo: async () => void (await restore.mutateAsync({ params: { id } })) });
      void navigate({ to: '/van-ban' });
    },
  });
  const busy = document.state === 'waiting' || document.state === 'reading';
  const kept = !(document.state === 'refused' && document.refusal?.code === 'secret');
  return (
    <Page
      title={shortName(document)}
      crumbs={CRUMBS}
      about={document.symbol ? titleOf(document) : undefined}
      wide
      actions={
        <>
          {rights.includes('review.read') && document.state === 'read' ? (
            <Link to="/van-ban/$id/ra-soat" params={{ id }} className={buttonClass('main')}>
              Rà soát
            </Link>
          ) : null}
          {rights.includes('directive.give') && document.state === 'read' && isConclusion(document.type) ? (
            <Link to="/nhiem-vu/chi-dao" search={{ van_ban: id }} className={buttonClass()}>
              Lập nhiệm vụ từ kết luận
            </Link>
          ) : null}
          {kept ? (
            <a className={buttonClass()} href={addressOf('GET /documents/:id/file', { params: { id } })} download>
              Tải tệp gốc
            </a>
          ) : null}
          {rights.includes('document.edit') && document.state === 'read' ? (
            <Button icon="edit" onClick={() => setEditing(true)}>
              Sửa thông tin
            </Button>
          ) : null}
          {rights.includes('document.upload') && kept && !busy && !document.deletedAt ? (
            <Button icon="redo" busy={again.isPending} onClick={() => again.mutate({ params: { id } }, fails)}>
              Đọc lại
            </Button>
          ) : null}
          {rights.includes('document.edit') && !document.deletedAt ? (
            <Button icon="trash" kind="quiet" onClick={() => setDeleting(true)}>
              Xóa
            </Button>
          ) : null}
        </>
      }
    >
      {document.deletedAt ? (
        <Notice
          tone="amber"
          actions={
            rights.includes('document.edit') ? (
              <Button small icon="undo" onClick={() => restore.mutate({ params: { id } }, fails)}>
                Khôi phục
              </Button>
            ) : null
          }
        >
          Văn bản này đã bị xóa khỏi thư viện.
        </Notice>
      ) : null}
      {document.outdated && !busy ? (
        <Notice>Đã có bộ đọc mới hơn. Bấm “Đọc lại” để đọc bằng bộ mới; các quyết định rà soát được giữ nguyên.</Notice>
      ) : null}
      {document.refusal ? <Notice tone="red">{document.refusal.vi}</Notice> : null}
      {busy ? <Busy document={document} /> : null}
      <Facts document={document} />
      {document.state === 'read' || document.reader ? <Parts document={document} /> : null}
      <EditHeader document={document} open={editing} onClose={() => setEditing(false)} />
      <Confirm
        open={deleting}
        title="Xóa văn bản"
        act="Xóa văn bản"
        danger
        busy={remove.isPending}
        onClose={() => setDeleting(false)}
        onAct={() => remove.mutate({ params: { id }, body: { version: document.version } }, fails)}
      >
        <p>“{shortName(document)}” sẽ được chuyển vào mục Đã xóa và có thể khôi phục.</p>
      </Confirm>
    </Page>
  );
}

function Busy({ document }: { readonly document: DocumentView }) {
  const [progress, setProgress] = useState(document.progress);
  useLive(['document.progress'], (_, payload) => {
    if (isProgress(payload) && payload.id === document.id) setProgress(payload);
  });
  return (
    <Progress
      label={document.state === 'waiting' && !progress ? 'Chờ đọc văn bản' : 'Đọc văn bản'}
      share={progress && progress.total > 0 ? progress.done / progress.total : null}
      words={progress ? progressWords(progress) : undefined}
    />
  );
}

function Parts({ document }: { readonly document: DocumentView }) {
  const { id } = document;
  const search = route.useSearch() as DocumentSearch;
  const navigate = useNavigate();
  const text = useQuery({ ...read('GET /documents/:id/text', { params: { id }, query: {} }), staleTime: 300_000 });
  const { tu, den } = search;
  const here = useMemo(
    () => (tu !== undefined && den !== undefined && den > tu ? { start: tu, end: den } : null),
    [tu, den],
  );
  const chosen = search.the ?? 'noi-dung';
  const tabs = [
    { id: 'noi-dung', label: 'Nội dung' },
    ...(document.pages ? [{ id: 'anh-trang', label: 'Ảnh trang', count: String(document.pages) }] : []),
    { id: 'vien-dan', label: 'Viện dẫn', ...(text.data ? { count: String(text.data.counts.citations) } : {}) },
    { id: 'doi-chieu', label: 'Đối chiếu' },
    { id: 'noi-nhan', label: 'Nơi nhận' },
  ];
  return (
    <div className={styles.parts}>
      {text.data ? <Warnings id={id} warnings={text.data.warnings} /> : null}
      <Tabs
        label="Các phần của văn bản"
        tabs={tabs}
        chosen={chosen}
        onChoose={(the) =>
          void navigate({
            to: '/van-ban/$id',
            params: { id },
            search: (the === 'noi-dung' ? {} : { the }) as never,
            replace: true,
          })
        }
      >
        <div className={styles.part}>
          {chosen === 'noi-dung' ? (
            text.isError ? (
              <ErrorState {...explain(text.error)} onRetry={() => void text.refetch()} />
            ) : text.data ? (
              <TextView text={text.data} here={here} />
            ) : (
              <Skeleton lines={12} />
            )
          ) : null}
          {chosen === 'anh-trang' && text.data ? <PagesView id={id} pages={text.data.pages} /> : null}
          {chosen === 'vien-dan' ? <Citations id={id} /> : null}
          {chosen === 'doi-chieu' ? <Findings query={{ document: id }} /> : null}
          {chosen === 'noi-nhan' ? <Distribution id={id} ready={document.state === 'read'} /> : null}
        </div>
      </Tabs>
    </div>
  );
}

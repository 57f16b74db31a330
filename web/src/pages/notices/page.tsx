/** Thông báo: what the post was told, the newest first; read off by opening, or all at once. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { explain } from '../../api/problem.ts';
import { readPages, rowsOf } from '../../api/query.ts';
import { useMe } from '../../api/session.ts';
import { formatAgo } from '../../format/instant.ts';
import { type NoticeItem, useOpenNotice, useUnread } from '../../frame/notices.ts';
import { Page } from '../../frame/page.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { More } from '../../ui/more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './notices.module.css';

export default function NoticesPage() {
  const me = useMe();
  const { loc } = useSearch({ from: '/khung/thong-bao' });
  const query = loc === 'chua-doc' ? ({ unread: '1' } as const) : {};
  const pages = useInfiniteQuery(readPages('GET /notices', { query }));
  const { rows } = rowsOf(pages.data);
  const unread = useUnread();
  const { open, readOff } = useOpenNotice();
  const newest = rows[0]?.at;
  const fails = { onError: (error: Error) => void toast({ text: explain(error).message, wrong: true }) };
  return (
    <Page
      title="Thông báo"
      about={
        <>
          {me.post ? `Gửi đến chức danh ${me.post.title}, ${me.post.organisation.name}. ` : null}
          <Link to="/tai-khoan" hash="thong-bao">
            Cài đặt thư thông báo
          </Link>
        </>
      }
      actions={
        unread > 0 && newest !== undefined ? (
          <Button busy={readOff.isPending} onClick={() => readOff.mutate({ body: { until: newest } }, fails)}>
            Đánh dấu tất cả đã đọc
          </Button>
        ) : null
      }
    >
      <nav aria-label="Lọc thông báo" className={styles.filter}>
        <Link to="/thong-bao" search={{}} aria-current={loc === undefined ? 'page' : undefined} className={styles.one}>
          Tất cả
        </Link>
        <Link
          to="/thong-bao"
          search={{ loc: 'chua-doc' }}
          aria-current={loc === 'chua-doc' ? 'page' : undefined}
          className={styles.one}
        >
          Chưa đọc ({unread})
        </Link>
      </nav>
      {pages.error ? (
        <ErrorState {...explain(pages.error)} onRetry={() => pages.refetch()} />
      ) : pages.isPending ? (
        <Skeleton lines={6} />
      ) : rows.length === 0 ? (
        <EmptyState icon="bell" title={loc ? 'Đã đọc hết thông báo' : 'Chưa có thông báo nào'}>
          Khi nhiệm vụ được giao, được báo cáo, bị trả lại hoặc sắp đến hạn, thông báo sẽ hiện ở đây.
        </EmptyState>
      ) : (
        <>
          <ul className={styles.list}>
            {rows.map((one) => (
              <Row key={one.id} one={one} onOpen={open} />
            ))}
          </ul>
          <More
            shown={rows.length}
            hasMore={pages.hasNextPage}
            busy={pages.isFetchingNextPage}
            unit="thông báo"
            onMore={() => pages.fetchNextPage()}
          />
        </>
      )}
    </Page>
  );
}

function Row({ one, onOpen }: { readonly one: NoticeItem; readonly onOpen: ReturnType<typeof useOpenNotice>['open'] }) {
  const fresh = one.readAt === null;
  return (
    <li className={cx(styles.row, fresh && styles.fresh)}>
      <a href={one.link} onClick={(event) => onOpen(one, event)}>
        <span className={styles.title}>
          {one.title}
          {fresh ? <span className="sr-only"> (chưa đọc)</span> : null}
        </span>
        {one.text ? <span className={styles.text}>{one.text}</span> : null}
        <time dateTime={one.at} className={styles.at}>
          {formatAgo(one.at, new Date())}
        </time>
      </a>
    </li>
  );
}

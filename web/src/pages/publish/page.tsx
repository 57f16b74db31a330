/** Publishing (Ban hành kế hoạch): what a reviewed document would make, what to look at before, and the act. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { formatCount } from '../../format/number.ts';
import { Page, Section } from '../../frame/page.tsx';
import { Button, ButtonRow, buttonClass } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { documentWords } from '../plan/words.ts';
import { type Order, OrderForm, orderOf, problemsOf } from './order-form.tsx';
import styles from './publish.module.css';
import { Warnings } from './warnings.tsx';

export type Preview = Answer<'GET /documents/:id/publish'>;

export default function PublishPage() {
  const { id } = useParams({ from: '/khung/van-ban/$id/ban-hanh' });
  const may = useMay();
  const { data, error, refetch } = useQuery({
    ...read('GET /documents/:id/publish', { params: { id } }),
    staleTime: 0,
  });
  const crumbs = [
    { label: 'Văn bản', to: '/van-ban' as const },
    { label: data ? documentWords(data.document) : 'Văn bản', to: '/van-ban/$id' as const, params: { id } },
    { label: 'Rà soát', to: '/van-ban/$id/ra-soat' as const, params: { id } },
    { label: 'Ban hành kế hoạch' },
  ];
  return (
    <Page title="Ban hành kế hoạch" crumbs={crumbs} about={data?.document.title}>
      {error ? <ErrorState {...explain(error)} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton lines={8} /> : null}
      {data && !may('plan.publish') ? (
        <EmptyState icon="lock" title="Chức danh của bạn không có quyền ban hành kế hoạch">
          Văn phòng ban hành kế hoạch sau khi rà soát.
        </EmptyState>
      ) : data?.published ? (
        <EmptyState
          icon="check"
          title="Văn bản này đã là nguồn của một kế hoạch"
          actions={
            <Link to="/chi-tieu" search={{ ke_hoach: data.published.planId } as never} className={buttonClass('main')}>
              Xem kế hoạch
            </Link>
          }
        />
      ) : data ? (
        <Publish key={id} id={id} preview={data} onStale={() => void refetch()} />
      ) : null}
    </Page>
  );
}

function Publish({
  id,
  preview,
  onStale,
}: {
  readonly id: string;
  readonly preview: Preview;
  readonly onStale: () => void;
}) {
  const navigate = useNavigate();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [order, setOrder] = useState<Order>(() => orderOf(preview));
  const [tried, setTried] = useState(false);
  const publish = useWrite('POST /documents/:id/publish', {
    spoils: [
      'GET /plans',
      'GET /overview',
      'GET /diffs',
      'GET /documents',
      'GET /documents/:id',
      'GET /documents/:id/publish',
    ],
    onDone: ({ planId, diffId }) => {
      if (diffId !== null) {
        toast({ text: 'Đã lập bản so sánh; kế hoạch chưa thay đổi cho đến khi bạn áp dụng từng mục' });
        void navigate({ to: '/chi-tieu/so-sanh/$id', params: { id: diffId } });
      } else {
        toast({ text: `Đã ban hành ${order.title.trim()}` });
        void navigate({ to: '/chi-tieu', search: { ke_hoach: planId } as never });
      }
    },
  });
  const { counts, warnings } = preview;
  const empty = counts.targets + counts.tasks === 0;
  const asked = warnings.filter((one) => one.code !== 'nothing-accepted');
  const unseen = asked.filter((one) => !seen.has(one.code));
  const problems = problemsOf(order);
  const send = () => {
    setTried(true);
    if (unseen.length > 0 || problems.any) return;
    publish.mutate(
      {
        params: { id },
        body: {
          planId: order.planId,
          title: order.title.trim(),
          yearFrom: Number(order.yearFrom),
          yearTo: Number(order.yearTo),
          role: order.planId === null ? 'base' : order.role,
          effectiveOn: order.effectiveOn as string,
          accepted: [...seen],
        },
      },
      {
        onError: (error) => {
          if (error instanceof ApiProblem && error.code === 'warnings') onStale();
        },
      },
    );
  };
  return (
    <div className={styles.page}>
      <Section title={order.planId === null ? 'Kế hoạch sẽ gồm' : 'Văn bản nêu'}>
        <dl className={styles.counts}>
          <Count number={counts.targets} words="chỉ tiêu" />
          <Count number={counts.tasks} words="nhiệm vụ" />
          <Count number={counts.deliverables} words="sản phẩm" />
          <Count number={counts.regimes} words="chế độ báo cáo đề xuất" />
        </dl>
        <p className={styles.quiet}>Chỉ những mục đã được chấp nhận khi rà soát mới vào kế hoạch.</p>
      </Section>
      {empty ? (
        <EmptyState
          icon="alert"
          title="Chưa có chỉ tiêu, nhiệm vụ nào được chấp nhận"
          actions={
            <Link to="/van-ban/$id/ra-soat" params={{ id }} className={buttonClass('main')}>
              Tiếp tục rà soát
            </Link>
          }
        >
          Chấp nhận ít nhất một chỉ tiêu hoặc nhiệm vụ trước khi ban hành.
        </EmptyState>
      ) : (
        <>
          {asked.length > 0 ? (
            <Warnings id={id} warnings={asked} seen={seen} onSeen={setSeen} missing={tried && unseen.length > 0} />
          ) : (
            <Notice tone="green">Mọi mục đã được xem và quyết định.</Notice>
          )}
          <OrderForm preview={preview} order={order} onOrder={setOrder} problems={tried ? problems : null} />
          {publish.error ? (
            <Notice tone="red" live>
              {explain(publish.error).message}
            </Notice>
          ) : tried && unseen.length > 0 ? (
            <Notice tone="amber" live>
              Còn {formatCount(unseen.length)} điều cần xem. Đánh dấu “Tôi đã xem” ở từng điều rồi ban hành.
            </Notice>
          ) : null}
          <ButtonRow>
            <Button kind="main" icon="check" busy={publish.isPending} onClick={send}>
              {order.planId === null ? 'Ban hành kế hoạch' : 'Lập bản so sánh'}
            </Button>
            <Link to="/van-ban/$id/ra-soat" params={{ id }} className={buttonClass()}>
              Quay lại rà soát
            </Link>
          </ButtonRow>
        </>
      )}
    </div>
  );
}

function Count({ number, words }: { readonly number: number; readonly words: string }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{formatCount(number)}</dd>
    </div>
  );
}

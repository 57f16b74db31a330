/** The review of a reading (Rà soát): the document on the left, what was read in it on the right. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { useTitle } from '../../frame/page.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { ReviewDesk } from './desk.tsx';
import { useReview } from './use-review.ts';

const route = getRouteApi('/khung/van-ban/$id/ra-soat');

export default function ReviewPage() {
  const { id } = route.useParams();
  // Another document is another review: nothing of the one before stays.
  return <Review key={id} id={id} />;
}

function Review({ id }: { readonly id: string }) {
  const review = useReview(id);
  const text = useQuery({ ...read('GET /documents/:id/text', { params: { id } }), staleTime: 5 * 60_000 });
  useTitle('Rà soát');
  const error = review.query.error ?? text.error;
  if (error && !(review.query.data && text.data)) {
    return (
      <ErrorState
        {...explain(error)}
        onRetry={() => {
          void review.query.refetch();
          void text.refetch();
        }}
        actions={
          <Link to="/van-ban/$id" params={{ id }} className={buttonClass()}>
            Về trang văn bản
          </Link>
        }
      />
    );
  }
  if (!review.query.data || !text.data) return <Skeleton lines={12} />;
  if (review.query.data.items.length === 0 && text.data.text.trim() === '') {
    return <EmptyState title="Văn bản không có chữ để rà soát" />;
  }
  return (
    <ReviewDesk
      documentId={id}
      head={review.query.data}
      source={text.data}
      items={review.items}
      latest={review.latest}
      changes={review.changes}
    />
  );
}

/** What belongs to a task from other registers: its deliverables with their stage, directives about it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { STAGE_WORDS } from '#delivery/deliverable-stage.ts';
import { STANDING_WORDS } from '#delivery/standing.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { Section } from '../../frame/page.tsx';
import { Tag } from '../../ui/badge.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { documentWords, PRODUCT_WORDS } from '../plan/words.ts';
import styles from './task.module.css';
import { STANDING_TONES } from './words.ts';

export function Products({ taskId }: { readonly taskId: string }) {
  const { data, error, refetch } = useQuery(read('GET /deliverables', { query: { task: taskId, limit: 100 } }));
  if (error) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={2} />;
  if (data.items.length === 0) return <p className={styles.quiet}>Văn bản không nêu sản phẩm.</p>;
  return (
    <ul className={styles.plain}>
      {data.items.map((one) => {
        const dated = [
          ['Dự thảo', one.draftedOn],
          ['Thẩm định', one.appraisedOn],
          ['Trình', one.submittedOn],
          ['Ban hành', one.issuedOn],
        ].flatMap(([words, on]) => (on ? [`${words} ${formatDay(on)}`] : []));
        return (
          <li key={one.id} className={styles.product}>
            <p>
              <Tag>{PRODUCT_WORDS[one.kind] ?? 'Khác'}</Tag> {one.name}
            </p>
            <p className={styles.quiet}>
              <Tag tone={one.stage === 'issued' ? 'green' : 'brand'}>{STAGE_WORDS[one.stage]}</Tag>{' '}
              {[...dated, one.symbol].filter(Boolean).join(' · ')}
            </p>
            {one.document ? (
              <Link to="/van-ban/$id" params={{ id: one.document.id }}>
                {one.document.title}
              </Link>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** Directives about the task, and the one that it came of; nothing while there are none. */
export function Directives({ taskId }: { readonly taskId: string }) {
  const about = useQuery(read('GET /directives', { query: { about: `task:${taskId}`, limit: 100 } }));
  const origin = useQuery(read('GET /directives', { query: { task: taskId, limit: 10 } }));
  const error = about.error ?? origin.error;
  if (error) {
    return (
      <Section title="Ý kiến chỉ đạo">
        <ErrorState {...explain(error)} onRetry={() => void Promise.all([about.refetch(), origin.refetch()])} />
      </Section>
    );
  }
  const items = [...(origin.data?.items ?? []), ...(about.data?.items ?? [])];
  if (items.length === 0) return null;
  return (
    <Section title="Ý kiến chỉ đạo">
      <ul className={styles.plain}>
        {items.map((one) => (
          <li key={one.id} className={styles.product}>
            <p className={styles.said}>{one.text}</p>
            <p className={styles.quiet}>
              {one.givenBy} · {formatDay(one.givenOn)}
              {one.source ? (
                <>
                  {' · '}
                  <Link
                    to="/van-ban/$id"
                    params={{ id: one.source.documentId }}
                    search={{ tu: one.source.span.start, den: one.source.span.end }}
                  >
                    {documentWords({ symbol: one.source.documentSymbol, title: one.source.documentTitle })}
                  </Link>
                </>
              ) : null}
            </p>
            {one.task && one.task.id !== taskId ? (
              <p>
                <Tag tone={STANDING_TONES[one.task.standing]}>{STANDING_WORDS[one.task.standing]}</Tag>{' '}
                <Link to="/nhiem-vu/$id" params={{ id: one.task.id }}>
                  Nhiệm vụ thực hiện ý kiến này
                </Link>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** One task of a plan (một nhiệm vụ). */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { Page, Section } from '../../frame/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import styles from '../plan/plan.module.css';
import { InContext, SourceLink } from '../plan/sentence.tsx';
import { Versions } from '../plan/versions.tsx';
import { TaskFacts } from '../tasks/task-detail.tsx';

const SHORT = 110;

export default function TaskPage() {
  const { id } = useParams({ from: '/khung/nhiem-vu/$id' });
  const { data, error, refetch } = useQuery(read('GET /tasks/:id', { params: { id } }));
  const crumbs = [{ label: 'Nhiệm vụ', to: '/nhiem-vu' as const }, { label: data?.task?.label ?? 'Một nhiệm vụ' }];
  if (error) {
    return (
      <Page title="Nhiệm vụ" crumbs={crumbs}>
        <ErrorState {...explain(error)} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!data?.task || !data.context) {
    return (
      <Page title="Nhiệm vụ" crumbs={crumbs}>
        <Skeleton lines={8} />
      </Page>
    );
  }
  const { task, versions, context, planTitle } = data;
  const title = task.text.length > SHORT ? `${task.text.slice(0, SHORT).replace(/\s\S*$/, '')}…` : task.text;
  const asRead = task.text === context.quote.replace(/\s+/g, ' ').trim();
  return (
    <Page title={title} crumbs={[{ label: 'Nhiệm vụ', to: '/nhiem-vu' }, { label: planTitle }]}>
      <div className={styles.two}>
        <div className={styles.stack}>
          {asRead ? null : (
            <Section title="Nội dung">
              <p className={styles.prose}>{task.text}</p>
            </Section>
          )}
          <Section title="Câu trong văn bản" actions={<SourceLink source={task.source} button />}>
            <InContext context={context} kind="task" />
          </Section>
        </div>
        <div className={styles.stack}>
          <Section title="Giao nhiệm vụ">
            <TaskFacts task={task} />
          </Section>
          <Section title="Các phiên bản">
            <Versions
              versions={versions.map((one) => ({
                ...one,
                words: `Phiên bản ${one.ordinal}`,
                now: one.ordinal === task.ordinal,
              }))}
            />
          </Section>
        </div>
      </div>
    </Page>
  );
}

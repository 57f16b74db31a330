/** One task of a plan (một nhiệm vụ): where it stands and what comes next, its sentence, its life, its evidence. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { Page, Section } from '../../frame/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Parts } from '../breakdown/parts.tsx';
import { TaskDeliverables } from '../deliverables/task-deliverables.tsx';
import { TaskDirectives } from '../directives/task-directives.tsx';
import { Evidence } from '../evidence/evidence.tsx';
import planStyles from '../plan/plan.module.css';
import { InContext, SourceLink } from '../plan/sentence.tsx';
import { Versions } from '../plan/versions.tsx';
import { ActsBar } from './acts-bar.tsx';
import { Agencies, Deadline } from './facts.tsx';
import { History, Progresses } from './history.tsx';
import styles from './task.module.css';
import { useTaskNews } from './use-acts.ts';
import type { TaskAnswer } from './words.ts';

const SHORT = 110;
const cut = (text: string) => (text.length > SHORT ? `${text.slice(0, SHORT).replace(/\s\S*$/, '')}…` : text);

export default function TaskPage() {
  const { id } = useParams({ from: '/khung/nhiem-vu/$id' });
  const { data, error, refetch } = useQuery(read('GET /tasks/:id', { params: { id } }));
  useTaskNews();
  const crumbs = [{ label: 'Nhiệm vụ', to: '/nhiem-vu' as const }, { label: data ? data.planTitle : 'Một nhiệm vụ' }];
  if (!data) {
    return (
      <Page title="Nhiệm vụ" crumbs={crumbs}>
        {error ? <ErrorState {...explain(error)} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
      </Page>
    );
  }
  // Nothing that was typed about one task is shown about another.
  return (
    <Page key={id} title={cut(data.life.text)} crumbs={crumbs}>
      <ActsBar data={data} />
      <Whole data={data} />
      <div className={styles.columns}>
        <div className={styles.first}>
          {data.life.result ? (
            <Section title="Kết quả đã báo cáo">
              <p className={styles.said}>{data.life.result}</p>
            </Section>
          ) : null}
          <Sentence data={data} />
          <Parts taskId={id} />
          <Section title="Minh chứng">
            <Evidence subjectType="task" subjectId={id} />
          </Section>
        </div>
        <div className={styles.side}>
          <Section title="Giao nhiệm vụ">
            <Agencies data={data} />
          </Section>
          <Section title="Thời hạn">
            <Deadline data={data} />
          </Section>
          {data.life.origin === 'document' ? (
            <Section title="Sản phẩm">
              <TaskDeliverables taskId={id} />
            </Section>
          ) : null}
          {data.life.origin === 'document' && data.task ? (
            <Section title="Các phiên bản">
              <Versions
                versions={data.versions.map((one) => ({
                  ...one,
                  words: `Phiên bản ${one.ordinal}`,
                  now: one.ordinal === data.task?.ordinal,
                }))}
              />
            </Section>
          ) : null}
        </div>
        <div className={styles.second}>
          <Section title="Cập nhật tiến độ">
            <Progresses acts={data.acts} />
          </Section>
          <Section title="Ý kiến chỉ đạo">
            <TaskDirectives taskId={id} about={{ title: cut(data.life.text), leads: data.life.leads }} />
          </Section>
          <Section title="Lịch sử">
            <History data={data} />
          </Section>
        </div>
      </div>
    </Page>
  );
}

/** Of a part: the tasks above it. */
function Whole({ data }: { readonly data: TaskAnswer }) {
  if (data.parents.length === 0) return null;
  return (
    <nav aria-label="Thuộc nhiệm vụ" className={styles.whole}>
      <span className={styles.quiet}>Phần việc của</span>
      <ol>
        {data.parents.map((one) => (
          <li key={one.id}>
            <Link to="/nhiem-vu/$id" params={{ id: one.id }}>
              {cut(one.text)}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Sentence({ data }: { readonly data: TaskAnswer }) {
  const { life, task, context } = data;
  const asRead = context !== null && life.text === context.quote.replace(/\s+/g, ' ').trim();
  // The title says it, or the sentence does.
  const said = asRead || cut(life.text) === life.text;
  return (
    <>
      {said ? null : (
        <Section title="Nội dung">
          <p className={planStyles.prose}>{life.text}</p>
        </Section>
      )}
      {task && context ? (
        <Section
          title={life.origin === 'document' ? 'Câu trong văn bản' : 'Câu trong văn bản của nhiệm vụ gốc'}
          actions={<SourceLink source={task.source} button />}
        >
          <InContext context={context} kind="task" />
        </Section>
      ) : null}
    </>
  );
}

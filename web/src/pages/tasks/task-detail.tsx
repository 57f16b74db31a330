/** One task (một nhiệm vụ): who, until when, what it is to bring, its sentence, its versions. For the page and the drawer. */
import type { Answer } from '../../api/client.ts';
import { formatDay } from '../../format/date.ts';
import { Tag } from '../../ui/badge.tsx';
import styles from '../plan/plan.module.css';
import { InContext, SourceLink } from '../plan/sentence.tsx';
import { Versions } from '../plan/versions.tsx';
import { PRODUCT_WORDS } from '../plan/words.ts';
import { Missing } from '../targets/columns.tsx';

export type TaskAnswer = Answer<'GET /tasks/:id'>;

export function TaskFacts({ task }: { readonly task: NonNullable<TaskAnswer['task']> }) {
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Chủ trì</dt>
        <dd>
          {task.leads.length > 0 ? (
            task.leads.map((body) => body.name).join('; ')
          ) : (
            <Missing why="Văn bản chưa giao cơ quan chủ trì" />
          )}
        </dd>
      </div>
      <div>
        <dt>Phối hợp</dt>
        <dd>
          {task.supports.length > 0 ? (
            task.supports.map((body) => body.name).join('; ')
          ) : (
            <Missing why="Văn bản không nêu cơ quan phối hợp" />
          )}
        </dd>
      </div>
      <div>
        <dt>Thời hạn</dt>
        <dd>
          {task.dueOn === null ? (
            'Không có thời hạn'
          ) : (
            <>
              {formatDay(task.dueOn)}
              {task.dueQuote ? <span className={styles.quiet}> (văn bản ghi “{task.dueQuote}”)</span> : null}
            </>
          )}
        </dd>
      </div>
      <div className={styles.wide}>
        <dt>Sản phẩm</dt>
        <dd>
          {task.products.length === 0 ? (
            <Missing why="Văn bản không nêu sản phẩm" />
          ) : (
            <ul className={styles.plain}>
              {task.products.map((one) => (
                <li key={one.id}>
                  <Tag>{PRODUCT_WORDS[one.kind] ?? 'Khác'}</Tag> {one.name}
                </li>
              ))}
            </ul>
          )}
        </dd>
      </div>
      {task.groupTitle ? (
        <div className={styles.wide}>
          <dt>Phần của văn bản</dt>
          <dd>{task.groupTitle}</dd>
        </div>
      ) : null}
    </dl>
  );
}

export function TaskDetail({ answer }: { readonly answer: TaskAnswer }) {
  const { task, versions, context } = answer;
  if (!task || !context) return <p>{answer.life.text}</p>;
  return (
    <div className={styles.stack}>
      <TaskFacts task={task} />
      <InContext context={context} kind="task" />
      <p>
        Căn cứ: <SourceLink source={task.source} />
      </p>
      {versions.length > 1 ? (
        <Versions versions={versions.map((one) => ({ ...one, words: one.text, now: one.ordinal === task.ordinal }))} />
      ) : null}
    </div>
  );
}

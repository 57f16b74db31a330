/** One task beside the list: the facts in short, its sentence, and the way to its page. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { STATE_WORDS } from '#delivery/standing.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { formatInstant } from '../../format/instant.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StandingBadge } from '../../ui/standing.tsx';
import { ErrorState } from '../../ui/states.tsx';
import plan from '../plan/plan.module.css';
import { InContext, SourceLink } from '../plan/sentence.tsx';
import { Missing } from '../targets/columns.tsx';
import { Due, named, Share, TaskTags } from './columns.tsx';
import styles from './tasks.module.css';
import type { Followed } from './use-tasks.ts';

export function TaskDrawer({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }) {
  const { data, error, refetch } = useQuery({
    ...read('GET /tasks/:id', { params: { id: id ?? '' } }),
    enabled: id !== undefined,
  });
  const [last] = data?.acts.filter((act) => !act.undone) ?? [];
  return (
    <Drawer
      open={id !== undefined}
      onClose={onClose}
      title="Nhiệm vụ"
      size="large"
      actions={
        data ? (
          <>
            {data.task ? <SourceLink source={data.task.source} button /> : null}
            <Link to="/nhiem-vu/$id" params={{ id: data.life.id }} className={buttonClass('main')}>
              Mở nhiệm vụ
            </Link>
          </>
        ) : null
      }
    >
      {error ? <ErrorState {...explain(error)} onRetry={() => void refetch()} /> : null}
      {data ? (
        <div className={plan.stack}>
          <p className={styles.prose}>{data.life.text}</p>
          <LifeFacts life={data.life} />
          {last?.text ? (
            <p>
              <span className={plan.quiet}>{[last.person, formatInstant(last.at)].filter(Boolean).join(', ')}:</span>{' '}
              {last.text}
            </p>
          ) : null}
          {data.context ? <InContext context={data.context} kind="task" /> : null}
        </div>
      ) : error ? null : (
        <Skeleton lines={8} />
      )}
    </Drawer>
  );
}

/** Where a task stands and who does it until when. */
export function LifeFacts({ life }: { readonly life: Followed }) {
  const { returnedOn, returnReason, result } = life;
  return (
    <dl className={plan.facts}>
      <div>
        <dt>Tình trạng</dt>
        <dd>
          <StandingBadge standing={life.standing} />
          <TaskTags task={life} />
        </dd>
      </div>
      <div>
        <dt>Trạng thái</dt>
        <dd>{STATE_WORDS[life.state]}</dd>
      </div>
      <div>
        <dt>Thời hạn</dt>
        <dd>
          <Due task={life} />
        </dd>
      </div>
      <div>
        <dt>Tiến độ</dt>
        <dd>
          <Share task={life} />
        </dd>
      </div>
      <div>
        <dt>Chủ trì</dt>
        <dd>{named(life.leads) || <Missing why="Chưa có cơ quan chủ trì" />}</dd>
      </div>
      <div>
        <dt>Phối hợp</dt>
        <dd>{named(life.supports) || <Missing why="Không có cơ quan phối hợp" />}</dd>
      </div>
      <div>
        <dt>Người thực hiện</dt>
        <dd>
          {life.post ? (
            [life.post.holder, life.post.title].filter(Boolean).join(', ')
          ) : (
            <Missing why="Chưa phân công người thực hiện" />
          )}
        </dd>
      </div>
      <div>
        <dt>Minh chứng</dt>
        <dd>{life.evidence === 0 ? <Missing why="Chưa có minh chứng" /> : `${life.evidence} tệp, liên kết`}</dd>
      </div>
      {returnedOn !== null && returnReason ? (
        <div className={plan.wide}>
          <dt>Trả lại ngày {formatDay(returnedOn)}</dt>
          <dd>{returnReason}</dd>
        </div>
      ) : null}
      {result ? (
        <div className={plan.wide}>
          <dt>Kết quả</dt>
          <dd>{result}</dd>
        </div>
      ) : null}
      {life.groupTitle ? (
        <div className={plan.wide}>
          <dt>Phần của văn bản</dt>
          <dd>{life.groupTitle}</dd>
        </div>
      ) : null}
    </dl>
  );
}

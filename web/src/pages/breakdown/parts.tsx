/** The parts of a task on its page (phần việc): how many are done, each with who, when and where it stands. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatPeriod } from '#delivery/period.ts';
import { STANDING_WORDS, type Standing } from '#delivery/standing.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { Section } from '../../frame/page.tsx';
import { Tag, type Tone } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { BreakDown } from './break-down.tsx';
import styles from './breakdown.module.css';
import { EditPart } from './edit-part.tsx';
import type { Part } from './model.ts';

const TONES: Readonly<Partial<Record<Standing, Tone>>> = {
  overdue: 'red',
  'done-late': 'amber',
  'due-soon': 'amber',
  'done-on-time': 'green',
  'in-time': 'brand',
};

export function Parts({ taskId }: { readonly taskId: string }) {
  const { data, error, refetch } = useQuery(read('GET /tasks/:id/parts', { params: { id: taskId } }));
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<Part | null>(null);
  if (error) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={3} />;
  if (data.total === 0 && !data.mayBreakDown) return null;
  const own = new Set(data.bodies.map((body) => body.id));
  return (
    <Section
      title={data.total === 0 ? 'Phần việc' : `Phần việc: ${data.done}/${data.total - data.counts.cancelled} đã xong`}
      actions={
        data.mayBreakDown ? (
          <Button small icon="add" onClick={() => setAdding(true)}>
            Phân rã
          </Button>
        ) : null
      }
    >
      {data.total === 0 ? (
        <p className={styles.quiet}>
          Chưa phân rã. Chia nhiệm vụ thành các phần việc, giao cho từng đơn vị, từng người.
        </p>
      ) : (
        <ul className={styles.parts}>
          {data.items.map((part) => (
            <li key={part.id} className={styles.part}>
              <div>
                <Link to="/nhiem-vu/$id" params={{ id: part.id }}>
                  {part.text}
                </Link>
                <p className={styles.quiet}>
                  {[
                    part.post ? `${part.post.holder ?? part.post.title}` : part.leads.map((one) => one.name).join(', '),
                    part.period ? formatPeriod(part.period) : null,
                    part.dueOn ? `hạn ${formatDay(part.dueOn)}` : null,
                    part.parts > 0 ? `${part.parts} phần việc con` : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {part.source ? (
                  <p className={styles.quiet}>
                    <Link
                      to="/van-ban/$id"
                      params={{ id: part.source.documentId }}
                      search={{ tu: part.source.start, den: part.source.end } as never}
                    >
                      Theo kế hoạch hành động
                    </Link>
                  </p>
                ) : null}
              </div>
              <Tag tone={TONES[part.standing] ?? 'neutral'}>{STANDING_WORDS[part.standing]}</Tag>
              {own.size > 0 && ['assigned', 'accepted', 'in-progress'].includes(part.state) ? (
                <IconButton small icon="edit" label={`Sửa phần việc ${part.text}`} onClick={() => setEditing(part)} />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {adding ? <BreakDown taskId={taskId} onClose={() => setAdding(false)} /> : null}
      {editing ? <EditPart wholeId={taskId} part={editing} place={data} onClose={() => setEditing(null)} /> : null}
    </Section>
  );
}

/** Directives on the page of a task: the one that it came of, with its sentence, and those that were given about it. */
import { useQuery } from '@tanstack/react-query';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import plan from '../plan/plan.module.css';
import { DirectiveCard } from './directive-card.tsx';
import styles from './directives.module.css';
import { type DirectiveAbout, GiveDirective } from './give-directive.tsx';
import { useDirectiveNews } from './use-directives.ts';

/** `about`: with it a leader can give one here. */
export function TaskDirectives({
  taskId,
  about,
}: {
  readonly taskId: string;
  readonly about?: Omit<DirectiveAbout, 'type' | 'id'> | undefined;
}) {
  const cameOf = useQuery(read('GET /directives', { query: { task: taskId } }));
  const given = useQuery(read('GET /directives', { query: { about: `task:${taskId}`, limit: 100 } }));
  useDirectiveNews();
  const error = cameOf.error ?? given.error;
  if (error) return <ErrorState {...explain(error)} onRetry={() => void given.refetch()} />;
  if (!cameOf.data || !given.data) return <Skeleton lines={3} />;
  const [origin] = cameOf.data.items;
  return (
    <div className={plan.stack}>
      {origin ? <DirectiveCard of={origin} task={false} /> : null}
      {given.data.items.length > 0 ? (
        <div className={styles.list}>
          {given.data.items.map((one) => (
            <DirectiveCard key={one.id} of={one} />
          ))}
        </div>
      ) : origin ? null : (
        <p className={plan.quiet}>Chưa có ý kiến chỉ đạo về nhiệm vụ này.</p>
      )}
      {about ? (
        <div>
          <GiveDirective small about={{ type: 'task', id: taskId, ...about }} />
        </div>
      ) : null}
    </div>
  );
}

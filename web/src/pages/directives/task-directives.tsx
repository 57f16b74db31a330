/** Directives on other pages: the one that a task came of with its sentence, those about a task or a target, giving one. */
import { useQuery } from '@tanstack/react-query';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import plan from '../plan/plan.module.css';
import { DirectiveCard } from './directive-card.tsx';
import styles from './directives.module.css';
import { ABOUT_WORDS, type DirectiveAbout, GiveDirective } from './give-directive.tsx';
import { type Directive, useDirectiveNews } from './use-directives.ts';

/** Of a task: also the directive that it came of. `about`: with it a leader can give one here. */
export function TaskDirectives({
  taskId,
  about,
}: {
  readonly taskId: string;
  readonly about?: Omit<DirectiveAbout, 'type' | 'id'> | undefined;
}) {
  const cameOf = useQuery(read('GET /directives', { query: { task: taskId } }));
  if (cameOf.error) return <ErrorState {...explain(cameOf.error)} onRetry={() => void cameOf.refetch()} />;
  if (!cameOf.data) return <Skeleton lines={3} />;
  return (
    <Given
      type="task"
      id={taskId}
      origin={cameOf.data.items[0]}
      about={about ? { type: 'task', id: taskId, ...about } : undefined}
    />
  );
}

/** Of a target or a case, with the way to give one. */
export function AboutDirectives({ about }: { readonly about: DirectiveAbout }) {
  return <Given type={about.type} id={about.id} about={about} />;
}

interface GivenProps {
  readonly type: DirectiveAbout['type'];
  readonly id: string;
  readonly origin?: Directive | undefined;
  readonly about?: DirectiveAbout | undefined;
}

function Given({ type, id, origin, about }: GivenProps) {
  const query = { about: `${type}:${id}`, limit: 100 };
  const { data, error, refetch } = useQuery(read('GET /directives', { query }));
  useDirectiveNews();
  if (error) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={3} />;
  return (
    <div className={plan.stack}>
      {origin ? <DirectiveCard of={origin} task={false} /> : null}
      {data.items.length > 0 ? (
        <div className={styles.list}>
          {data.items.map((one) => (
            <DirectiveCard key={one.id} of={one} />
          ))}
        </div>
      ) : origin ? null : (
        <p className={plan.quiet}>Chưa có ý kiến chỉ đạo về {ABOUT_WORDS[type]} này.</p>
      )}
      {about ? (
        <div>
          <GiveDirective small about={about} />
        </div>
      ) : null}
    </div>
  );
}

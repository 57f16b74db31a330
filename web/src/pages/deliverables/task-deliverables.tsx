/** What a task is to bring (sản phẩm của nhiệm vụ): each with its steps, to be moved on, corrected, added. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { useMe } from '../../api/session.ts';
import { formatDay } from '../../format/date.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StandingBadge } from '../../ui/standing.tsx';
import { ErrorState } from '../../ui/states.tsx';
import plan from '../plan/plan.module.css';
import { PRODUCT_WORDS } from '../plan/words.ts';
import { DeliverableDrawer } from './deliverable-drawer.tsx';
import styles from './deliverables.module.css';
import { EditDialog } from './edit-dialog.tsx';
import { StageBar } from './stage-bar.tsx';
import { StageDialog } from './stage-dialog.tsx';
import { type Deliverable, useDeliverableNews } from './use-deliverables.ts';

export function TaskDeliverables({ taskId }: { readonly taskId: string }) {
  const { post } = useMe();
  const query = { task: taskId, limit: 100 };
  const { data, error, refetch } = useQuery(read('GET /deliverables', { query }));
  const [staging, setStaging] = useState<Deliverable | null>(null);
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<string | undefined>();
  useDeliverableNews();
  if (error) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={3} />;
  return (
    <div className={plan.stack}>
      {data.items.length > 0 ? (
        <ul className={styles.list} aria-label="Sản phẩm của nhiệm vụ">
          {data.items.map((one) => (
            <li key={one.id}>
              <div className={styles.line}>
                <button type="button" className={styles.open} onClick={() => setOpened(one.id)}>
                  {one.name}
                </button>
                <StandingBadge standing={one.standing} />
              </div>
              <StageBar of={one} days />
              <div className={styles.line}>
                <span className={styles.meta}>
                  <span>{PRODUCT_WORDS[one.kind] ?? 'Khác'}</span>
                  {one.dueOn ? <span>Hạn {formatDay(one.dueOn)}</span> : null}
                  {one.symbol ? <span>Số {one.symbol}</span> : null}
                </span>
                {one.mayEdit === 'none' ? null : (
                  <Button small onClick={() => setStaging(one)}>
                    Chuyển bước
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p className={plan.quiet}>Nhiệm vụ này chưa có sản phẩm phải trình, ban hành.</p>
      )}
      {post?.role === 'office' ? (
        <ButtonRow>
          <Button small icon="add" onClick={() => setAdding(true)}>
            Thêm sản phẩm
          </Button>
        </ButtonRow>
      ) : null}
      {staging ? <StageDialog of={staging} onClose={() => setStaging(null)} /> : null}
      {adding ? <EditDialog of={null} taskId={taskId} onClose={() => setAdding(false)} /> : null}
      <DeliverableDrawer id={opened} onClose={() => setOpened(undefined)} />
    </div>
  );
}

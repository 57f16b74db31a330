/** Many tasks assigned at once (Giao nhiệm vụ): first whom each goes to, where a successor stands in and which can't be. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ACT_WORDS } from '#delivery/act.ts';
import { call } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { formatCount } from '../../format/number.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import plan from '../plan/plan.module.css';
import { type Refused, RefusedList } from './refused.tsx';
import type { Chosen } from './selection.ts';
import styles from './tasks.module.css';
import { renewCounts, renewRows } from './use-tasks.ts';

export interface ActDialogProps {
  readonly tasks: readonly Chosen[];
  readonly open: boolean;
  readonly onClose: () => void;
  /** Something was done. */
  readonly onDone: () => void;
}

/** More are not taken back one by one. */
const MOST_UNDONE = 50;

export function AssignDialog({ tasks, open, onClose, onDone }: ActDialogProps) {
  const ids = tasks.map((one) => one.id);
  const [refused, setRefused] = useState<readonly Refused[] | null>(null);
  const preview = useQuery({
    queryKey: ['POST /tasks/assignments', ids],
    queryFn: ({ signal }) => call('POST /tasks/assignments', { body: { ids }, signal }),
    enabled: open && refused === null && ids.length > 0,
    staleTime: 0,
    gcTime: 0,
  });
  const assign = useWrite('POST /tasks/acts', {
    onDone: (answer) => {
      renewCounts();
      void renewRows(answer.done);
      toast({
        text: `Đã giao ${formatCount(answer.done.length)} nhiệm vụ`,
        ...(answer.done.length > 0 && answer.done.length <= MOST_UNDONE ? { undo: () => takeBack(answer.done) } : {}),
      });
      if (answer.refused.length > 0) setRefused(answer.refused);
      else {
        onClose();
        onDone();
      }
    },
  });
  const close = () => {
    onClose();
    if (refused !== null) onDone();
    setRefused(null);
  };
  const ready = preview.data?.ready ?? [];
  return (
    <Dialog
      open={open}
      onClose={close}
      title={ACT_WORDS.assign}
      size="large"
      holds
      actions={
        refused !== null ? (
          <Button kind="main" onClick={close}>
            Đóng
          </Button>
        ) : (
          <>
            <Button onClick={close}>Thôi</Button>
            <Button
              kind="main"
              busy={assign.isPending}
              disabled={ready.length === 0}
              onClick={() => assign.mutate({ body: { act: 'assign', ids: [...ready] } })}
            >
              Giao {formatCount(ready.length)} nhiệm vụ
            </Button>
          </>
        )
      }
    >
      <div className={plan.stack}>
        {assign.error ? <Notice tone="red">{explain(assign.error).message}</Notice> : null}
        {refused !== null ? <RefusedList title="Chưa giao được" refused={refused} /> : null}
        {refused === null && preview.error ? (
          <ErrorState {...explain(preview.error)} onRetry={() => void preview.refetch()} />
        ) : null}
        {refused === null && preview.isPending && !preview.error ? <Skeleton lines={6} /> : null}
        {refused === null && preview.data ? (
          <>
            <p>
              {ready.length === 0
                ? 'Không nhiệm vụ nào đã chọn giao được lúc này.'
                : `${formatCount(ready.length)} nhiệm vụ được giao cho cơ quan mà văn bản nêu, hoặc cơ quan kế thừa hiện nay.`}
            </p>
            <Successors items={preview.data.successors} />
            <RefusedList
              title={`Không giao được ${formatCount(preview.data.refused.length)} nhiệm vụ`}
              refused={preview.data.refused}
            />
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

interface Successor {
  readonly id: string;
  readonly text: string;
  readonly items: readonly { readonly name: string; readonly role: 'lead' | 'support'; readonly vi: string }[];
}

function Successors({ items }: { readonly items: readonly Successor[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>Giao cho cơ quan khác tên trong văn bản</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard. */}
      <ul className={styles.list} tabIndex={0} aria-label="Giao cho cơ quan khác tên trong văn bản">
        {items.map((one) => (
          <li key={one.id}>
            <span className={plan.clamp}>{one.text}</span>
            {one.items.map((item) => (
              <span key={`${item.role} ${item.name}`} className={styles.why}>
                {item.role === 'lead' ? 'Chủ trì: ' : 'Phối hợp: '}
                {item.vi}{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Each by itself: what somebody has gone on with stays. */
async function takeBack(ids: readonly string[]): Promise<void> {
  const { items } = await call('GET /tasks', { query: { ids: ids.join(','), limit: 100 } as never });
  let kept = 0;
  for (const { id, version } of items) {
    await call('POST /tasks/:id/undo', { params: { id }, body: { version } }).catch(() => {
      kept += 1;
    });
  }
  renewCounts();
  await renewRows(ids);
  if (kept > 0) toast({ text: `${kept} nhiệm vụ đã có việc tiếp theo, không hoàn tác được`, wrong: true });
}

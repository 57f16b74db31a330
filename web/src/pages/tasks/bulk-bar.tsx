/** What can be done with the chosen tasks (nhiều nhiệm vụ một lần): assign, remind; what was refused is said with its reason. */
import { useState } from 'react';
import { ACT_WORDS } from '#delivery/act.ts';
import type { TaskQuery } from '#delivery/task-address.ts';
import { call } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { useMay, useMe } from '../../api/session.ts';
import { formatCount } from '../../format/number.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { RemindDialog } from './remind-dialog.tsx';
import { type Chosen, MOST, NOTHING, pickAll, type Selection } from './selection.ts';
import styles from './tasks.module.css';
import type { TaskSort } from './use-tasks.ts';

/** Whether the post may do anything with many tasks; else there is nothing to tick. */
export function useMayChoose(): boolean {
  const may = useMay();
  const { post } = useMe();
  return may('task.assign') || (may('task.act') && post?.role !== 'officer');
}

export interface BulkBarProps {
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
  readonly query: TaskQuery;
  readonly sort: TaskSort;
  /** How many tasks the filter lets through. */
  readonly total: number | null;
}

export function BulkBar({ selection, onSelection, query, sort, total }: BulkBarProps) {
  const may = useMay();
  const [doing, setDoing] = useState<'assign' | 'remind' | null>(null);
  const [busy, setBusy] = useState(false);
  const count = selection.chosen.size;
  if (count === 0) return null;
  const close = () => setDoing(null);
  const takeAll = async () => {
    setBusy(true);
    try {
      onSelection(pickAll(await firstOf(query, sort)));
    } catch (error) {
      toast({ text: explain(error).message, wrong: true });
    } finally {
      setBusy(false);
    }
  };
  const chosen = [...selection.chosen.values()];
  return (
    <>
      <section className={styles.chosen} aria-label="Nhiệm vụ đã chọn">
        <strong role="status">Đã chọn {formatCount(count)} nhiệm vụ</strong>
        {total !== null && total > count && count < MOST ? (
          <Button small kind="quiet" busy={busy} onClick={() => void takeAll()}>
            {total > MOST
              ? `Chọn ${MOST} nhiệm vụ đầu của bộ lọc`
              : `Chọn cả ${formatCount(total)} nhiệm vụ của bộ lọc`}
          </Button>
        ) : null}
        <span className={styles.end}>
          {may('task.assign') ? (
            <Button kind="main" onClick={() => setDoing('assign')}>
              {ACT_WORDS.assign}
            </Button>
          ) : null}
          <Button icon="bell" onClick={() => setDoing('remind')}>
            {ACT_WORDS.remind}
          </Button>
          <Button kind="quiet" onClick={() => onSelection(NOTHING)}>
            Bỏ chọn
          </Button>
        </span>
      </section>
      <AssignDialog tasks={chosen} open={doing === 'assign'} onClose={close} onDone={() => onSelection(NOTHING)} />
      <RemindDialog tasks={chosen} open={doing === 'remind'} onClose={close} onDone={() => onSelection(NOTHING)} />
    </>
  );
}

async function firstOf(query: TaskQuery, sort: TaskSort): Promise<Chosen[]> {
  const found: Chosen[] = [];
  for (let cursor: string | null | undefined; cursor !== null && found.length < MOST; ) {
    const page: { items: readonly Chosen[]; nextCursor: string | null } = await call('GET /tasks', {
      query: { ...query, sort, limit: 200, ...(cursor ? { cursor } : {}) } as never,
    });
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}

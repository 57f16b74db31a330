/**
 * Breaking a task down (phân rã): rows typed one after the other, pasted from a list or a table, or one for each quarter
 * or month. `<BreakDown taskId={id} onClose={…} />` on any page.
 */
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { oddOf } from '#delivery/breakdown.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { dayOf } from '../../format/instant.ts';
import { Button, ButtonRow, IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import styles from './breakdown.module.css';
import { doerOf, doerOptions, insertRows, newRow, pastedRows, periodOptions, type Row, spread } from './model.ts';
import { PartFields } from './part-fields.tsx';
import { SPOILS, useTold } from './use-breakdown.ts';

export interface BreakDownProps {
  readonly taskId: string;
  readonly onClose: () => void;
}

interface Typed {
  readonly rows: readonly Row[];
}

const START: Typed = { rows: [newRow()] };

export function BreakDown({ taskId, onClose }: BreakDownProps) {
  const task = useQuery(read('GET /tasks/:id', { params: { id: taskId } }));
  const parts = useQuery(read('GET /tasks/:id/parts', { params: { id: taskId } }));
  const draft = useDraft<Typed>(`break-down.${taskId}`, START);
  const [late, setLate] = useState(false);
  const [tried, setTried] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const tell = useTold(taskId);
  const save = useWrite('POST /tasks/:id/parts', {
    spoils: SPOILS,
    onDone: ({ items }) => {
      draft.clear();
      tell(`Đã phân rã thành ${items.length} phần việc`);
      onClose();
    },
  });
  const error = task.error ?? parts.error;
  const life = task.data?.life;
  // Rows that were kept from an earlier visit get keys of this one.
  const [keyed, setKeyed] = useState(() => draft.value.rows.map((row) => newRow(row)));
  const rows = keyed;
  const put = (next: readonly Row[]) => {
    const kept = next.length > 0 ? [...next] : [newRow()];
    setKeyed(kept);
    draft.set({ rows: kept });
  };
  const today = task.data?.today ?? dayOf(new Date());
  const year = Number((life?.dueOn ?? today).slice(0, 4));
  const written = rows.filter((row) => row.text.trim() !== '');
  const odd = written.flatMap((row) => oddOf(row, life?.dueOn ?? null, today));
  const after = odd.filter((one) => one.code === 'after-whole');
  const focusRow = (at: number) => requestAnimationFrame(() => list.current?.querySelectorAll('textarea')[at]?.focus());

  const send = () => {
    setTried(true);
    if (!life || written.length === 0 || (after.length > 0 && !late)) return;
    save.mutate({
      params: { id: taskId },
      body: {
        version: life.version,
        late,
        parts: written.map((row) => ({
          text: row.text.trim(),
          period: row.period,
          dueOn: row.dueOn,
          ...doerOf(row.doer),
        })),
      },
    });
  };
  const refreshed = save.error instanceof ApiProblem && save.error.code === 'conflict';

  return (
    <Dialog
      open
      holds
      size="large"
      title="Phân rã nhiệm vụ"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" busy={save.isPending} disabled={!life || !parts.data?.mayBreakDown} onClick={send}>
            {written.length > 1 ? `Thêm ${written.length} phần việc` : 'Thêm phần việc'}
          </Button>
        </>
      }
    >
      {error ? (
        <ErrorState {...explain(error)} onRetry={() => void Promise.all([task.refetch(), parts.refetch()])} />
      ) : null}
      {!error && (!life || !parts.data) ? <Skeleton lines={6} /> : null}
      {life && parts.data ? (
        <div className={styles.form}>
          <blockquote className={styles.whole}>
            <p>{life.text}</p>
            <p className={styles.quiet}>
              {life.dueOn ? `Thời hạn: ${formatDay(life.dueOn)}` : 'Không có thời hạn'}
              {parts.data.total > 0 ? ` · đã có ${parts.data.total} phần việc` : ''}
            </p>
          </blockquote>
          {parts.data.mayBreakDown ? null : (
            <Notice tone="amber">
              Chỉ thủ trưởng cơ quan chủ trì được phân rã, sau khi nhiệm vụ đã được tiếp nhận.
            </Notice>
          )}
          {save.isError ? (
            <Notice
              tone="red"
              live
              actions={
                refreshed ? (
                  <Button
                    small
                    onClick={() => {
                      save.reset();
                      void task.refetch();
                      void parts.refetch();
                    }}
                  >
                    Xem bản mới
                  </Button>
                ) : null
              }
            >
              {explain(save.error).message}
            </Notice>
          ) : null}
          <ButtonRow>
            <Button
              small
              icon="calendar"
              onClick={() => put(spread(rows, today, life.dueOn ?? `${year}-12-31`, 'quarter'))}
            >
              Chia đều theo quý
            </Button>
            <Button
              small
              icon="calendar"
              onClick={() => put(spread(rows, today, life.dueOn ?? `${year}-12-31`, 'month'))}
            >
              Chia đều theo tháng
            </Button>
          </ButtonRow>
          <p className={styles.quiet}>
            Dán nhiều dòng vào ô Phần việc: mỗi dòng thành một phần việc. Enter: thêm dòng.
          </p>
          <ol ref={list} className={styles.rows}>
            {rows.map((row, i) => (
              <li key={row.key} className={styles.row}>
                <PartFields
                  row={row}
                  periods={periodOptions(year - 1, year + 1)}
                  doers={doerOptions(parts.data)}
                  error={tried && written.length === 0 && i === 0 ? 'Hãy ghi ít nhất một phần việc.' : null}
                  onRow={(change) => put(rows.map((one, at) => (at === i ? { ...one, ...change } : one)))}
                  onEnter={() => {
                    put([...rows.slice(0, i + 1), newRow({ doer: row.doer }), ...rows.slice(i + 1)]);
                    focusRow(i + 1);
                  }}
                  onPaste={(event) => {
                    const more = pastedRows(event.clipboardData.getData('text/plain'), year);
                    if (more.length === 0) return;
                    event.preventDefault();
                    put(insertRows(rows, i, more));
                    focusRow(i + more.length - 1);
                  }}
                />
                <IconButton
                  icon="trash"
                  label={`Bỏ dòng ${i + 1}`}
                  className={styles.away}
                  onClick={() => put(rows.filter((_, at) => at !== i))}
                />
              </li>
            ))}
          </ol>
          <Button icon="add" onClick={() => put([...rows, newRow()])} className={styles.more}>
            Thêm dòng
          </Button>
          {odd.length > 0 ? (
            <Notice tone="amber">
              <ul className={styles.odd}>
                {odd.slice(0, 5).map((one) => (
                  <li key={one.vi}>{one.vi}</li>
                ))}
                {odd.length > 5 ? <li>… và {odd.length - 5} điều khác.</li> : null}
              </ul>
              {after.length > 0 ? (
                <Checkbox
                  label="Vẫn giữ thời hạn sau thời hạn của nhiệm vụ"
                  checked={late}
                  onChange={(event) => setLate(event.target.checked)}
                />
              ) : null}
              {tried && after.length > 0 && !late ? <p>Hãy sửa thời hạn hoặc đánh dấu ô trên.</p> : null}
            </Notice>
          ) : null}
        </div>
      ) : null}
    </Dialog>
  );
}

/** One diff of a plan (một bản so sánh): item by item by keyboard, a kind at once, then closed. */
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { formatDay } from '../../format/date.ts';
import { formatCount } from '../../format/number.ts';
import { Page } from '../../frame/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Segments, Switch } from '../../ui/choice.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Progress } from '../../ui/progress.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { DIFF_KINDS } from '../plan/search.ts';
import { CHANGE_WORDS, documentWords, ROLE_WORDS } from '../plan/words.ts';
import styles from './diff.module.css';
import { ItemCard } from './item-card.tsx';
import { countsOf, type Decision, type Diff, type Item, nextOpen, shownItems } from './model.ts';
import { useDiff } from './use-diff.ts';

export default function DiffPage() {
  const { id } = useParams({ from: '/khung/chi-tieu/so-sanh/$id' });
  const { diff, error, refetch, decide, busy } = useDiff(id);
  const crumbs = [
    { label: 'So sánh kế hoạch', to: '/chi-tieu/so-sanh' as const },
    { label: diff ? documentWords({ symbol: diff.documentSymbol, title: diff.documentTitle }) : 'Bản so sánh' },
  ];
  if (error) {
    return (
      <Page title="So sánh kế hoạch" crumbs={crumbs}>
        <ErrorState {...explain(error)} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!diff) {
    return (
      <Page title="So sánh kế hoạch" crumbs={crumbs}>
        <Skeleton lines={10} />
      </Page>
    );
  }
  return (
    <Page
      title={`So sánh ${documentWords({ symbol: diff.documentSymbol, title: diff.documentTitle })} với ${diff.planTitle}`}
      crumbs={crumbs}
      about={
        <>
          {ROLE_WORDS[diff.role]}, có hiệu lực từ {formatDay(diff.effectiveOn)}: kế hoạch trước ngày này vẫn như cũ.{' '}
          {diff.unchanged > 0 ? `${formatCount(diff.unchanged)} mục giống nhau, không hiện ở đây.` : ''}
        </>
      }
      actions={diff.state === 'open' ? <Close diff={diff} sending={busy} /> : null}
    >
      <Desk diff={diff} decide={decide} busy={busy} />
    </Page>
  );
}

function Desk({
  diff,
  decide,
  busy,
}: {
  readonly diff: Diff;
  readonly decide: (items: readonly Item[], decision: Decision) => void;
  readonly busy: boolean;
}) {
  const may = useMay();
  const { loai, loc, muc } = useSearch({ from: '/khung/chi-tieu/so-sanh/$id' });
  const navigate = useNavigate({ from: '/chi-tieu/so-sanh/$id' });
  const set = (change: object) =>
    void navigate({ search: (before) => ({ ...before, ...change }) as never, replace: true, resetScroll: false });
  const counts = countsOf(diff.items);
  const shown = shownItems(diff.items, { kind: loai, onlyOpen: loc === 'open' }, muc);
  const current = shown.find((item) => item.id === muc) ?? shown[0];
  const open = diff.state === 'open' && may('plan.publish');

  const walk = (step: number) => {
    const at = current ? shown.indexOf(current) : -1;
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + step))];
    if (next) set({ muc: next.id });
  };
  const settle = (item: Item, decision: Decision, goOn: boolean) => {
    const next = goOn ? nextOpen(shown, item.id) : null;
    decide([item], decision);
    set({ muc: next ?? item.id });
  };
  const onCurrent = (decision: Decision, goOn: boolean) => () => current && settle(current, decision, goOn);
  useKeys('So sánh kế hoạch', [
    { key: 'j', words: 'Mục sau', act: () => walk(1) },
    { key: 'ArrowDown', words: 'Mục sau', act: () => walk(1), unlisted: true },
    { key: 'k', words: 'Mục trước', act: () => walk(-1) },
    { key: 'ArrowUp', words: 'Mục trước', act: () => walk(-1), unlisted: true },
  ]);
  useKeys(
    'Quyết định',
    [
      { key: 'a', words: 'Áp dụng', act: onCurrent('applied', true) },
      { key: 'x', words: 'Không áp dụng', act: onCurrent('refused', true) },
      { key: 'u', words: 'Mở lại', act: onCurrent('open', false) },
    ],
    open,
  );

  const total = diff.items.length;
  const done = total - diff.counts.open;
  const undecided = shown.filter((item) => item.decision === 'open');
  const kindWords = loai ? `mục ${CHANGE_WORDS[loai].toLowerCase()}` : 'mục';
  return (
    <div className={styles.page}>
      {diff.state === 'applied' ? (
        <Notice tone="green">
          Đã áp dụng {formatCount(diff.counts.applied)} mục, không áp dụng {formatCount(diff.counts.refused)} mục.{' '}
          <Link to="/chi-tieu" search={{ ke_hoach: diff.planId } as never}>
            Xem kế hoạch
          </Link>
        </Notice>
      ) : diff.state === 'discarded' ? (
        <Notice>Bản so sánh này đã bỏ; kế hoạch không thay đổi.</Notice>
      ) : (
        <div className={styles.progress}>
          <Progress
            label="Đã quyết định"
            share={total === 0 ? 1 : done / total}
            words={`${formatCount(done)}/${formatCount(total)}: áp dụng ${formatCount(diff.counts.applied)}, không áp dụng ${formatCount(diff.counts.refused)}`}
          />
        </div>
      )}
      <div className={styles.bar}>
        <Segments
          label="Loại thay đổi"
          value={loai ?? 'all'}
          choices={[
            { value: 'all', label: `Tất cả ${formatCount(total)}` },
            ...DIFF_KINDS.map((kind) => ({
              value: kind,
              label: `${CHANGE_WORDS[kind]} ${formatCount(counts[kind].all)}`,
              disabled: counts[kind].all === 0,
            })),
          ]}
          onChoose={(value) => set({ loai: value === 'all' ? undefined : value, muc: undefined })}
        />
        <Switch
          label="Chỉ mục chưa quyết định"
          checked={loc === 'open'}
          onChange={(event) => set({ loc: event.target.checked ? 'open' : undefined })}
        />
        {open && undecided.length > 1 ? (
          <span className={styles.all}>
            <Button small icon="check" busy={busy} onClick={() => decide(undecided, 'applied')}>
              Áp dụng cả {formatCount(undecided.length)} {kindWords}
            </Button>
            <Button small busy={busy} onClick={() => decide(undecided, 'refused')}>
              Không áp dụng cả {formatCount(undecided.length)}
            </Button>
          </span>
        ) : null}
      </div>
      {shown.length === 0 ? (
        <EmptyState
          icon="check"
          title={total === 0 ? 'Văn bản không làm thay đổi kế hoạch' : 'Mọi mục đã được quyết định'}
        >
          {open && diff.counts.open === 0 ? 'Chọn “Kết thúc so sánh” để văn bản trở thành nguồn của kế hoạch.' : null}
        </EmptyState>
      ) : (
        <div className={styles.items}>
          {shown.map((item) => (
            <ItemCard
              key={item.id}
              item={item}
              current={item === current}
              sought={item.id === muc}
              open={open}
              onLook={() => item.id !== muc && set({ muc: item.id })}
              onDecide={open ? (decision) => settle(item, decision, false) : null}
            />
          ))}
        </div>
      )}
      {open ? (
        <p className={styles.hint}>
          <kbd>j</kbd> <kbd>k</kbd> đi giữa các mục · <kbd>a</kbd> áp dụng · <kbd>x</kbd> không áp dụng · <kbd>u</kbd>{' '}
          mở lại
        </p>
      ) : null}
    </div>
  );
}

/** `sending`: decisions are on their way; what is closed is what the server has. */
function Close({ diff, sending }: { readonly diff: Diff; readonly sending: boolean }) {
  const may = useMay();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const close = useWrite('POST /diffs/:id/close', {
    spoils: [
      'GET /diffs',
      'GET /diffs/:id',
      'GET /plans',
      'GET /plans/:id/targets',
      'GET /plans/:id/tasks',
      'GET /overview',
    ],
    onDone: (now) => {
      setAsking(false);
      toast({ text: now.state === 'applied' ? 'Văn bản đã là nguồn của kế hoạch' : 'Đã bỏ bản so sánh' });
      if (now.state === 'applied') void navigate({ to: '/chi-tieu', search: { ke_hoach: now.planId } as never });
    },
  });
  if (!may('plan.publish')) return null;
  const { open, applied } = diff.counts;
  const send = (state: 'applied' | 'discarded') =>
    close.mutate({ params: { id: diff.id }, body: { version: diff.version, state } });
  const fail = close.error ? <Notice tone="red">{explain(close.error).message}</Notice> : null;
  return (
    <>
      {applied === 0 ? <Button onClick={() => setAsking(true)}>Bỏ bản so sánh</Button> : null}
      <Button
        kind="main"
        icon="check"
        busy={close.isPending || sending}
        aria-disabled={open > 0}
        title={open > 0 ? `Còn ${formatCount(open)} mục chưa quyết định` : undefined}
        onClick={() => {
          if (open > 0) toast({ text: `Còn ${formatCount(open)} mục chưa quyết định.`, wrong: true });
          else send('applied');
        }}
      >
        Kết thúc so sánh
      </Button>
      {asking ? null : fail}
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title="Bỏ bản so sánh"
        act="Bỏ bản so sánh"
        danger
        busy={close.isPending}
        onAct={() => send('discarded')}
      >
        <p>Kế hoạch không thay đổi. Văn bản có thể được ban hành lại để so sánh lần nữa.</p>
        {fail}
      </Confirm>
    </>
  );
}

/** The agencies of a plan and their action plans (bảng theo dõi): state, day, symbol, how far their tasks are. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ACTION_PLAN_STATES, ACTION_PLAN_WORDS } from '#delivery/action-plan.ts';
import { addressOf } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { formatDay } from '../../format/date.ts';
import { dayOf } from '../../format/instant.ts';
import { formatCount } from '../../format/number.ts';
import { Tag } from '../../ui/badge.tsx';
import { Button, ButtonRow, IconButton } from '../../ui/button.tsx';
import { Checkbox, Segments } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './action-plan.module.css';
import { AddAgency } from './add-agency.tsx';
import { TaskNumber } from './numbers.tsx';
import { type ActionPlans, type AgencyPlan, SPOILS, STATE_TONES } from './shared.ts';
import { WriteDialog } from './write-dialog.tsx';

export function Agencies({ planId, data }: { readonly planId: string; readonly data: ActionPlans }) {
  const may = useMay();
  const { tt } = useSearch({ from: '/khung/nhiem-vu/ke-hoach-hanh-dong' });
  const navigate = useNavigate({ from: '/nhiem-vu/ke-hoach-hanh-dong' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState(false);
  const [writing, setWriting] = useState<AgencyPlan | null>(null);
  const remind = useWrite('POST /plans/:id/action-plans/remind', {
    spoils: SPOILS,
    onDone: ({ reminded, skipped }) => {
      setChosen(new Set());
      const rest = skipped.length > 0 ? `; ${skipped.length} cơ quan đã ban hành hoặc vừa được đôn đốc` : '';
      toast({
        text: reminded.length > 0 ? `Đã đôn đốc ${reminded.length} cơ quan${rest}` : `Không đôn đốc thêm${rest}`,
      });
    },
  });
  const mayRemind = may('task.assign');
  const states = ACTION_PLAN_STATES.map((state) => ({
    state,
    count: data.items.filter((item) => item.state === state).length,
  })).filter(({ state, count }) => count > 0 || state === tt);
  const shown = tt === undefined ? data.items : data.items.filter((item) => item.state === tt);
  const open = shown.filter((item) => item.issuedOn === null);
  const send = (ids: readonly string[]) =>
    remind.mutate(
      { params: { id: planId }, body: { organisations: [...ids] } },
      { onError: (error) => toast({ text: explain(error).message, wrong: true }) },
    );
  const columns: Column<AgencyPlan>[] = [
    ...(mayRemind
      ? [
          {
            id: 'choose',
            head: 'Chọn',
            width: 60,
            phone: 'none' as const,
            cell: (item: AgencyPlan) =>
              item.issuedOn === null ? (
                <Checkbox
                  label={<span className="sr-only">Chọn {item.organisation.name}</span>}
                  checked={chosen.has(item.organisation.id)}
                  onChange={() => {
                    const next = new Set(chosen);
                    if (!next.delete(item.organisation.id)) next.add(item.organisation.id);
                    setChosen(next);
                  }}
                />
              ) : null,
          },
        ]
      : []),
    {
      id: 'name',
      head: 'Cơ quan',
      fixed: true,
      phone: 'title',
      cell: (item) => (
        <span>
          {item.organisation.name}
          {item.own ? <span className={styles.own}> · cơ quan của bạn</span> : null}
        </span>
      ),
    },
    {
      id: 'state',
      head: 'Kế hoạch hành động',
      width: 190,
      phone: 'line',
      cell: (item) => <Tag tone={STATE_TONES[item.state]}>{ACTION_PLAN_WORDS[item.state]}</Tag>,
    },
    {
      id: 'due',
      head: 'Hạn, ban hành',
      width: 176,
      phone: 'line',
      cell: (item) => (
        <span className={styles.lines}>
          <span>
            {item.dueOn ? formatDay(item.dueOn) : 'Chưa đặt hạn'}
            {item.ownDueOn ? <span className={styles.quiet}> (hạn riêng)</span> : null}
          </span>
          <Issued item={item} />
        </span>
      ),
    },
    ...(
      [
        ['total', 'Nhiệm vụ'],
        ['accepted', 'Tiếp nhận'],
        ['brokenDown', 'Phân rã'],
        ['withPerson', 'Có người'],
        ['done', 'Xong'],
        ['overdue', 'Quá hạn'],
      ] as const
    ).map(([which, head]) => ({
      id: which,
      head,
      width: 82,
      numeric: true,
      phone: 'line' as const,
      cell: (item: AgencyPlan) => <TaskNumber planId={planId} item={item} which={which} />,
    })),
    {
      id: 'acts',
      head: 'Việc',
      width: 96,
      phone: 'line',
      cell: (item) => (
        <span className={styles.acts}>
          {item.mayEdit ? (
            <IconButton
              small
              icon="edit"
              label={`Ghi kế hoạch hành động của ${item.organisation.name}`}
              onClick={() => setWriting(item)}
            />
          ) : null}
          <a
            className={styles.file}
            download
            href={addressOf('GET /plans/:id/action-plans/:organisation/export.docx', {
              params: { id: planId, organisation: item.organisation.id },
            })}
          >
            <Icon name="download" size={16} />
            <span>
              Word<span className="sr-only"> kế hoạch hành động của {item.organisation.name}</span>
            </span>
          </a>
        </span>
      ),
    },
  ];
  return (
    <>
      <ButtonRow>
        {mayRemind && open.length > 0 ? (
          <Button
            small
            icon="bell"
            busy={remind.isPending}
            onClick={() => send(chosen.size > 0 ? [...chosen] : open.map((item) => item.organisation.id))}
          >
            {chosen.size > 0
              ? `Đôn đốc ${chosen.size} cơ quan đã chọn`
              : `Đôn đốc ${open.length} cơ quan chưa ban hành`}
          </Button>
        ) : null}
        {data.mayOrder ? (
          <Button small icon="add" onClick={() => setAdding(true)}>
            Thêm cơ quan
          </Button>
        ) : null}
      </ButtonRow>
      {states.length > 1 || tt !== undefined ? (
        <Segments
          label="Tình trạng ban hành"
          value={tt ?? ''}
          choices={[
            { value: '', label: `Tất cả ${formatCount(data.items.length)}` },
            ...states.map(({ state, count }) => ({
              value: state,
              label: `${ACTION_PLAN_WORDS[state]} ${formatCount(count)}`,
            })),
          ]}
          onChoose={(value) => {
            setChosen(new Set());
            void navigate({ search: (before) => ({ ...before, tt: value || undefined }) as never, replace: true });
          }}
        />
      ) : null}
      <Table
        label="Kế hoạch hành động của các cơ quan"
        columns={columns}
        rows={shown}
        rowKey={(item) => item.organisation.id}
        empty={
          tt !== undefined && data.items.length > 0 ? (
            <EmptyState icon="check" title="Không cơ quan nào ở tình trạng này" />
          ) : (
            <EmptyState icon="task" title="Chưa cơ quan nào chủ trì nhiệm vụ, chỉ tiêu của kế hoạch">
              Giao nhiệm vụ ở mục Nhiệm vụ; các cơ quan chủ trì sẽ hiện ở đây.
            </EmptyState>
          )
        }
      />
      {adding ? <AddAgency planId={planId} data={data} onClose={() => setAdding(false)} /> : null}
      {writing ? <WriteDialog planId={planId} item={writing} onClose={() => setWriting(null)} /> : null}
    </>
  );
}

export function Issued({ item }: { readonly item: AgencyPlan }) {
  const words = [item.symbol, item.issuedOn ? formatDay(item.issuedOn) : null].filter(Boolean).join(', ');
  const reminded =
    item.remindedAt && item.issuedOn === null ? `đôn đốc ${formatDay(dayOf(new Date(item.remindedAt)))}` : '';
  if (item.document) {
    return <a href={`/van-ban/${item.document.id}`}>{words || item.document.symbol || item.document.title}</a>;
  }
  if (words) return <span>{words}</span>;
  return reminded ? <span className={styles.quiet}>{reminded}</span> : null;
}

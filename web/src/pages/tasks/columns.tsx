/** The columns of the table of tasks. */
import { Link } from '@tanstack/react-router';
import { ORIGIN_WORDS } from '#delivery/filter-words.ts';
import { STATE_WORDS } from '#delivery/standing.ts';
import { formatDay } from '../../format/date.ts';
import { formatAgo } from '../../format/instant.ts';
import { formatNumber } from '../../format/number.ts';
import { Tag } from '../../ui/badge.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { cx } from '../../ui/cx.ts';
import { StandingBadge } from '../../ui/standing.tsx';
import type { Column } from '../../ui/table/model.ts';
import plan from '../plan/plan.module.css';
import { PRODUCT_WORDS } from '../plan/words.ts';
import { Missing } from '../targets/columns.tsx';
import styles from './tasks.module.css';
import type { Followed } from './use-tasks.ts';

export const named = (bodies: Followed['leads']) => bodies.map((body) => body.name).join('; ');

/** When it is due, and how that came about. */
export function Due({ task }: { readonly task: Followed }) {
  const { dueOn, printedDueOn, askedDueOn } = task;
  return (
    <span className={styles.due}>
      {dueOn === null ? <Missing why="Không có thời hạn" /> : formatDay(dueOn)}
      {dueOn !== null && printedDueOn !== null && dueOn !== printedDueOn ? (
        <span className={styles.hint}>gia hạn từ {formatDay(printedDueOn)}</span>
      ) : null}
      {askedDueOn === null ? null : <span className={styles.asked}>xin gia hạn đến {formatDay(askedDueOn)}</span>}
    </span>
  );
}

/** `60%` with a bar; what nobody has told of is said so. */
export function Share({ task }: { readonly task: Followed }) {
  if (task.progress === null) return <Missing why="Chưa cập nhật tiến độ" />;
  return (
    <span className={styles.share}>
      <span className={styles.track} aria-hidden="true">
        <span style={{ width: `${Number(task.progress)}%` }} />
      </span>
      {formatNumber(task.progress)}%
    </span>
  );
}

export function TaskTags({ task }: { readonly task: Followed }) {
  const returned = task.returnedOn !== null && (task.state === 'accepted' || task.state === 'in-progress');
  const tags = [
    task.origin === 'document' ? null : <Tag key="origin">{ORIGIN_WORDS[task.origin]}</Tag>,
    returned ? (
      <Tag key="returned" tone="amber">
        Trả lại
      </Tag>
    ) : null,
    task.state === 'reported' ? (
      <Tag key="reported" tone="brand">
        Chờ xác nhận
      </Tag>
    ) : null,
    task.parts > 0 ? <Tag key="parts">{task.parts} phần việc</Tag> : null,
  ].filter(Boolean);
  return tags.length > 0 ? <span className={styles.tags}>{tags}</span> : null;
}

export interface Choosing {
  readonly chosen: ReadonlyMap<string, unknown>;
  readonly onPick: (id: string, through: boolean) => void;
}

/** With ticks when there is something to do with many. */
export function taskColumns(choosing: Choosing | null, now: Date): readonly Column<Followed>[] {
  return choosing ? [chooseColumn(choosing), ...columns(now)] : columns(now);
}

function chooseColumn({ chosen, onPick }: Choosing): Column<Followed> {
  return {
    id: 'choose',
    head: 'Chọn',
    width: 58,
    fixed: true,
    cell: (row) => (
      <Checkbox
        label={`Chọn: ${row.text.slice(0, 80)}`}
        hideLabel
        checked={chosen.has(row.id)}
        onChange={(event) => onPick(row.id, (event.nativeEvent as MouseEvent).shiftKey === true)}
      />
    ),
  };
}

const columns = (now: Date): readonly Column<Followed>[] => [
  {
    id: 'text',
    head: 'Nội dung',
    fixed: true,
    phone: 'title',
    cell: (row) => (
      <>
        <Link to="/nhiem-vu/$id" params={{ id: row.id }} className={cx(plan.name, plan.text)}>
          <span className={plan.clamp}>{row.text}</span>
        </Link>
        <TaskTags task={row} />
      </>
    ),
  },
  {
    id: 'lead',
    head: 'Chủ trì',
    width: 150,
    cell: (row) => <span className={plan.clamp}>{named(row.leads) || <Missing why="Chưa có cơ quan chủ trì" />}</span>,
  },
  {
    id: 'support',
    head: 'Phối hợp',
    width: 150,
    phone: 'none',
    cell: (row) => (
      <span className={plan.clamp}>{named(row.supports) || <Missing why="Không có cơ quan phối hợp" />}</span>
    ),
  },
  { id: 'due', head: 'Thời hạn', width: 118, sorts: true, cell: (row) => <Due task={row} /> },
  {
    id: 'product',
    head: 'Sản phẩm',
    width: 108,
    phone: 'none',
    cell: (row) =>
      row.products.map((kind) => PRODUCT_WORDS[kind] ?? 'Khác').join('; ') || <Missing why="Không nêu sản phẩm" />,
  },
  { id: 'standing', head: 'Tình trạng', width: 154, cell: (row) => <StandingBadge standing={row.standing} /> },
  { id: 'progress', head: 'Tiến độ', width: 100, phone: 'none', cell: (row) => <Share task={row} /> },
  { id: 'state', head: 'Trạng thái', width: 170, away: true, phone: 'none', cell: (row) => STATE_WORDS[row.state] },
  {
    id: 'post',
    head: 'Người thực hiện',
    width: 170,
    away: true,
    phone: 'none',
    cell: (row) => row.post?.holder ?? row.post?.title ?? <Missing why="Chưa phân công người thực hiện" />,
  },
  {
    id: 'section',
    head: 'Phần của văn bản',
    width: 200,
    away: true,
    phone: 'none',
    cell: (row) => <span className={plan.clamp}>{row.groupTitle ?? row.section}</span>,
  },
  { id: 'plan', head: 'Kế hoạch', width: 200, away: true, phone: 'none', cell: (row) => row.planTitle },
  {
    id: 'told',
    head: 'Cập nhật',
    width: 130,
    away: true,
    phone: 'none',
    cell: (row) => (row.toldAt === null ? <Missing why="Chưa cập nhật" /> : formatAgo(row.toldAt, now)),
  },
];

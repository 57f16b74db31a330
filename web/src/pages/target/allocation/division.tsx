/** One division as it stands (một lần phân bổ): its balance, its parts, what of them is divided further. */
import { Link } from '@tanstack/react-router';
import { formatVietnamese } from '#base/decimal.ts';
import { COURSE_WORDS, DIMENSION_WORDS, exact, joiningOf, RULE_WORDS, type Whole } from '#delivery/allocation.ts';
import { quotient } from '#delivery/allocation-divide.ts';
import { addressOf } from '../../../api/client.ts';
import { formatInstant } from '../../../format/instant.ts';
import { formatNumber } from '../../../format/number.ts';
import { Tag } from '../../../ui/badge.tsx';
import { Button, ButtonRow, buttonClass } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table/model.ts';
import { Table } from '../../../ui/table/table.tsx';
import { Missing } from '../../targets/columns.tsx';
import styles from './allocation.module.css';
import { BalanceBar } from './balance-bar.tsx';
import {
  type Allocation,
  type AllocationTree,
  type Part,
  type Place,
  pathText,
  STATE_WORDS,
  toneOf,
  WEIGHT_HEADS,
} from './place.ts';

export interface DivisionProps {
  readonly tree: AllocationTree;
  readonly place: Place;
  readonly whole: Whole | null;
  readonly allocation: Allocation;
  readonly busy: boolean;
  readonly onEdit: () => void;
  readonly onEnd: () => void;
  readonly onRebalance: () => void;
}

export function DivisionView({ tree, place, whole, allocation, busy, onEdit, onEnd, onRebalance }: DivisionProps) {
  const { dimension, rule, course, mayEdit, outdated, parts } = allocation;
  const shown = allocation.whole ?? whole;
  return (
    <section className={styles.division} aria-label={DIMENSION_WORDS[dimension]}>
      <header className={styles.divisionHead}>
        <h3>{DIMENSION_WORDS[dimension]}</h3>
        <ButtonRow>
          {mayEdit && outdated && whole ? (
            <Button kind="main" onClick={onRebalance}>
              Cân đối lại
            </Button>
          ) : null}
          {mayEdit && whole ? (
            <Button icon="edit" onClick={onEdit}>
              Sửa phân bổ
            </Button>
          ) : null}
          <a
            href={addressOf('GET /targets/:id/allocations/:allocationId/export.xlsx', {
              params: { id: tree.targetId, allocationId: allocation.id },
            })}
            download
            className={buttonClass()}
          >
            <Icon name="download" />
            Xuất Excel
          </a>
          {mayEdit ? (
            <Button kind="quiet" icon="trash" busy={busy} onClick={onEnd}>
              Bỏ phân bổ
            </Button>
          ) : null}
        </ButtonRow>
      </header>
      {outdated ? (
        <Notice tone="amber">
          {allocation.parentPartId === null
            ? `Phân bổ theo kế hoạch cũ (${formatNumber(allocation.divided)}). Kế hoạch đã thay đổi, cần cân đối lại.`
            : `Phần được chia đã thay đổi (trước đây ${formatNumber(allocation.divided)}), cần cân đối lại.`}
        </Notice>
      ) : null}
      {shown ? <BalanceBar whole={shown} division={allocation} balance={allocation.balance} /> : null}
      <p className={styles.quiet}>
        {RULE_WORDS[rule]}
        {rule === 'seasonal' ? ` (${COURSE_WORDS[course].toLowerCase()})` : ''}. {allocation.by ?? 'Hệ thống'},{' '}
        {formatInstant(allocation.createdAt)}
        {allocation.note ? `. ${allocation.note}` : ''}
      </p>
      <Table
        label={DIMENSION_WORDS[dimension]}
        columns={columnsOf(tree, place, allocation, shown)}
        rows={parts}
        rowKey={(part) => part.id}
        height="60dvh"
      />
    </section>
  );
}

function columnsOf(
  tree: AllocationTree,
  place: Place,
  allocation: Allocation,
  whole: Whole | null,
): readonly Column<Part>[] {
  const weights = WEIGHT_HEADS[allocation.rule];
  const weighed = weights !== null && allocation.parts.some((part) => part.weight !== null);
  const shares =
    joiningOf(allocation) === 'sum' &&
    allocation.rule !== 'share' &&
    whole !== null &&
    exact(whole.value).digits !== 0n;
  const numbers = new Map(allocation.parts.map((part, i) => [part.id, i + 1]));
  return [
    { id: 'number', head: 'TT', width: 56, phone: 'none', cell: (part) => numbers.get(part.id) },
    {
      id: 'name',
      head: allocation.dimension === 'organisation' ? 'Cơ quan, địa phương' : 'Kỳ',
      phone: 'title',
      cell: (part) => (
        <>
          {part.name} {part.active ? null : <Tag tone="amber">Đã kết thúc hoạt động</Tag>}
        </>
      ),
    },
    ...(weighed && weights
      ? [{ id: 'weight', head: weights, width: 130, numeric: true, cell: (part: Part) => formatNumber(part.weight) }]
      : []),
    {
      id: 'value',
      head: tree.whole.unit ? `Phân bổ (${tree.whole.unit})` : 'Phân bổ',
      width: 170,
      numeric: true,
      cell: (part) =>
        part.value === null ? <Missing why="Chưa có số" /> : <strong>{formatNumber(part.value)}</strong>,
    },
    ...(shares
      ? [
          {
            id: 'share',
            head: 'Tỷ trọng',
            width: 100,
            numeric: true,
            cell: (part: Part) => (part.value === null ? '' : shareOf(part.value, whole.value)),
          },
        ]
      : []),
    { id: 'next', head: 'Chia tiếp', width: 230, cell: (part) => <Further tree={tree} place={place} part={part} /> },
  ];
}

function shareOf(value: string, whole: string): string {
  const hundred = { digits: exact(value).digits * 100n, scale: exact(value).scale };
  return `${formatVietnamese(quotient(hundred, exact(whole), 1))}%`;
}

/** How a part is divided further, or where that is done. */
function Further({ tree, place, part }: { readonly tree: AllocationTree; readonly place: Place; readonly part: Part }) {
  const below = tree.items.filter((one) => one.parentPartId === part.id);
  if (below.length === 0 && !part.mayDivide) return null;
  return (
    <Link
      to="/chi-tieu/$id"
      params={{ id: tree.targetId }}
      search={((before: object) => ({ ...before, phan: pathText([...place.trail, part]) })) as never}
      className={styles.further}
    >
      {below.length === 0 ? (
        <span>
          Chia tiếp<span className="sr-only"> phần của {part.name}</span>
        </span>
      ) : (
        <>
          <span className="sr-only">Chia tiếp phần của {part.name}: </span>
          {below.map((one) => (
            <span key={one.id}>
              {one.dimension === 'period' ? 'Kỳ' : 'Đơn vị'}{' '}
              <Tag tone={one.outdated ? 'amber' : toneOf(one.balance)}>
                {one.outdated ? 'Cần cân đối lại' : STATE_WORDS[one.balance.state]}
              </Tag>
            </span>
          ))}
        </>
      )}
    </Link>
  );
}

/** The columns of the table of targets, as the annex of a resolution has them. */
import { Link } from '@tanstack/react-router';
import { MISSING } from '../../format/number.ts';
import { Tag } from '../../ui/badge.tsx';
import { cx } from '../../ui/cx.ts';
import type { Column } from '../../ui/table/model.ts';
import type { Numbered } from '../plan/groups.ts';
import styles from '../plan/plan.module.css';
import { demandWithUnit, demandWords, sourceWords, type Target } from '../plan/words.ts';
import { AllocationTag, type TargetAllocation } from './allocation-tag.tsx';

type Row = Numbered<Target>;

/** Missing, with the reason on hover. */
export function Missing({ why }: { readonly why: string }) {
  return (
    <span className={styles.quiet} title={why}>
      <span aria-hidden="true">{MISSING}</span>
      <span className="sr-only">{why}</span>
    </span>
  );
}

/** `allocations`: of the plan as it is today; null for a day of the past. */
export function columnsOf(
  onSource: (id: string) => void,
  allocations: ReadonlyMap<string, TargetAllocation> | null,
): readonly Column<Row>[] {
  return [
    { id: 'number', head: 'TT', width: 64, fixed: true, phone: 'none', cell: (row) => row.number },
    {
      id: 'name',
      head: 'Chỉ tiêu',
      fixed: true,
      phone: 'title',
      cell: ({ item, depth, number }) => (
        <span className={cx(styles.part, depth === 1 && styles.depth1, depth > 1 && styles.depth2)}>
          <span className={cx(styles.quiet, styles.onPhone)}>{number}. </span>
          <Link to="/chi-tieu/$id" params={{ id: item.id }} className={styles.name}>
            {item.name}
          </Link>
          {item.cumulative ? (
            <>
              {' '}
              <Tag>Lũy kế</Tag>
            </>
          ) : null}
        </span>
      ),
    },
    {
      id: 'unit',
      head: 'ĐVT',
      width: 132,
      phone: 'none',
      cell: ({ item }) => item.unit ?? <Missing why="Văn bản không ghi đơn vị tính" />,
    },
    {
      id: 'plan',
      head: 'Kế hoạch',
      width: 176,
      numeric: true,
      fixed: true,
      cell: ({ item }) => (
        <>
          <span className={styles.onDesk}>{demandWords(item)}</span>
          <strong className={styles.onPhone}>{demandWithUnit(item)}</strong>
        </>
      ),
    },
    {
      id: 'year',
      head: 'Năm',
      width: 64,
      numeric: true,
      phone: 'none',
      cell: ({ item }) => item.year ?? <Missing why="Văn bản không ghi năm" />,
    },
    {
      id: 'lead',
      head: 'Chủ trì',
      width: 200,
      cell: ({ item }) =>
        item.leads.length > 0 ? (
          item.leads.map((body) => body.name).join('; ')
        ) : (
          <Missing why="Văn bản chưa giao cơ quan chủ trì" />
        ),
    },
    ...(allocations
      ? [
          {
            id: 'allocation',
            head: 'Phân bổ',
            width: 150,
            cell: ({ item }: Row) => <AllocationTag targetId={item.id} allocation={allocations.get(item.id)} />,
          },
        ]
      : []),
    {
      id: 'indicator',
      head: 'Chỉ tiêu thống kê',
      width: 200,
      away: true,
      phone: 'none',
      cell: ({ item }) => item.indicator?.name ?? <Missing why="Chưa khớp với danh mục chỉ tiêu thống kê" />,
    },
    {
      id: 'source',
      head: 'Căn cứ',
      width: 176,
      cell: ({ item }) => (
        <button
          type="button"
          className={styles.linkish}
          aria-label={`Căn cứ của ${item.name}: ${sourceWords(item.source)}`}
          onClick={() => onSource(item.id)}
        >
          <span className={styles.oneLine}>{sourceWords(item.source)}</span>
        </button>
      ),
    },
  ];
}

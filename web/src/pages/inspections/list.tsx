/** Inspections as a table. */
import { INSPECTION_KIND_WORDS } from '#delivery/inspection.ts';
import { formatMonths } from '#delivery/overlap.ts';
import { formatCount } from '../../format/number.ts';
import { Tag } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import styles from './inspections.module.css';
import type { Inspection, Year } from './use-inspections.ts';
import { StateTag } from './words.tsx';

export interface ListProps {
  readonly found: Year;
  readonly filtered: boolean;
  readonly onOpen: (id: string) => void;
}

export function InspectionList({ found, filtered, onOpen }: ListProps) {
  const clashing = (id: string) => found.clashes.filter((one) => one.firstId === id || one.secondId === id);
  const columns: readonly Column<Inspection>[] = [
    {
      id: 'subject',
      head: 'Đối tượng',
      phone: 'title',
      fixed: true,
      cell: (row) => (
        <button type="button" className={styles.link} onClick={() => onOpen(row.id)}>
          {row.subject.name}
        </button>
      ),
    },
    { id: 'content', head: 'Nội dung', phone: 'line', cell: (row) => row.content },
    { id: 'kind', head: 'Hình thức', width: 110, phone: 'line', cell: (row) => INSPECTION_KIND_WORDS[row.kind] },
    { id: 'organisation', head: 'Cơ quan tiến hành', phone: 'line', cell: (row) => row.organisation.name },
    {
      id: 'months',
      head: 'Thời gian',
      width: 150,
      phone: 'line',
      cell: (row) => formatMonths(row.fromMonth, row.toMonth),
    },
    { id: 'state', head: 'Tình trạng', width: 150, phone: 'line', cell: (row) => <StateTag state={row.state} /> },
    {
      id: 'clash',
      head: 'Trùng lặp',
      width: 150,
      phone: 'line',
      cell: (row) => {
        const all = clashing(row.id);
        const open = all.filter((one) => one.accepted === null).length;
        if (all.length === 0) return <span className={styles.quiet}>Không</span>;
        return open > 0 ? <Tag tone="red">Trùng {formatCount(open)} cuộc</Tag> : <Tag tone="amber">Đã chấp nhận</Tag>;
      },
    },
  ];
  return (
    <Table
      label="Kế hoạch thanh tra, kiểm tra"
      columns={columns}
      rows={found.items}
      rowKey={(row) => row.id}
      onOpen={(row) => onOpen(row.id)}
      empty={
        filtered ? (
          <EmptyState icon="search" title="Không có cuộc nào khớp">
            Bỏ bớt điều kiện lọc để thấy thêm.
          </EmptyState>
        ) : (
          <EmptyState icon="calendar" title="Chưa có cuộc nào trong năm này">
            Thêm từng cuộc, hoặc nhập kế hoạch của các cơ quan bằng Excel.
          </EmptyState>
        )
      }
    />
  );
}

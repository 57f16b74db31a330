/** Tables and trees of the kit, with figures as a resolution has them. */
import { useState } from 'react';
import { bare } from '#base/fold.ts';
import { formatNumber, formatPercent } from '../../format/number.ts';
import { Section } from '../../frame/page.tsx';
import { LIGHT_WORDS } from '../../words/words.ts';
import { Light, type LightColour, Tag } from '../badge.tsx';
import { More } from '../more.tsx';
import { EmptyState } from '../states.tsx';
import { ColumnMenu, useColumnChoice } from '../table/columns.tsx';
import type { Column, Sort } from '../table/model.ts';
import { Table } from '../table/table.tsx';
import { Tree } from '../tree.tsx';

interface Row {
  readonly id: string;
  readonly no: string;
  readonly name: string;
  readonly unit: string;
  readonly plan: string;
  readonly done: string | null;
  readonly percent: string | null;
  readonly light: LightColour;
  readonly lead: string;
}

const SOME: readonly Omit<Row, 'id' | 'no'>[] = [
  {
    name: 'Tốc độ tăng trưởng GRDP',
    unit: '%',
    plan: '8',
    done: '8.78',
    percent: '109.8',
    light: 'green',
    lead: 'Sở Tài chính',
  },
  {
    name: 'Thu ngân sách nhà nước trên địa bàn',
    unit: 'tỷ đồng',
    plan: '18000',
    done: '13593.9',
    percent: '75.5',
    light: 'amber',
    lead: 'Sở Tài chính',
  },
  {
    name: 'Giải ngân vốn đầu tư công',
    unit: '%',
    plan: '100',
    done: '41.2',
    percent: '41.2',
    light: 'red',
    lead: 'Sở Xây dựng',
  },
  {
    name: 'Tỷ lệ hộ nghèo giảm theo chuẩn nghèo đa chiều giai đoạn 2021 - 2025',
    unit: 'điểm %',
    plan: '0.5',
    done: null,
    percent: null,
    light: 'grey',
    lead: 'Sở Nông nghiệp và Môi trường',
  },
];

const ROWS: readonly Row[] = Array.from({ length: 1200 }, (_, i) => ({
  ...(SOME[i % SOME.length] as Omit<Row, 'id' | 'no'>),
  id: String(i),
  no: String(i + 1),
}));

const COLUMNS: readonly Column<Row>[] = [
  { id: 'no', head: 'TT', width: 64, cell: (row) => row.no, phone: 'none', fixed: true },
  { id: 'name', head: 'Chỉ tiêu', cell: (row) => row.name, sorts: true, phone: 'title', fixed: true },
  { id: 'unit', head: 'ĐVT', width: 100, cell: (row) => row.unit },
  { id: 'plan', head: 'Kế hoạch', width: 120, numeric: true, sorts: true, cell: (row) => formatNumber(row.plan) },
  { id: 'done', head: 'Thực hiện', width: 120, numeric: true, sorts: true, cell: (row) => formatNumber(row.done) },
  { id: 'percent', head: '% KH', width: 100, numeric: true, cell: (row) => formatPercent(row.percent) },
  { id: 'light', head: 'Đèn', width: 190, cell: (row) => <Light colour={row.light} word={LIGHT_WORDS[row.light]} /> },
  { id: 'lead', head: 'Chủ trì', width: 220, sorts: true, cell: (row) => row.lead, away: true },
];

const ORGANISATIONS = [
  {
    id: 'ubnd',
    label: 'Ủy ban nhân dân tỉnh',
    children: [
      { id: 'vp', label: 'Văn phòng Ủy ban nhân dân tỉnh' },
      { id: 'stc', label: 'Sở Tài chính', children: [{ id: 'pth', label: 'Phòng Tổng hợp' }] },
      { id: 'sxd', label: 'Sở Xây dựng' },
    ],
  },
  { id: 'hdnd', label: 'Hội đồng nhân dân tỉnh', children: [{ id: 'ban', label: 'Ban Kinh tế - Ngân sách' }] },
];

function sorted(rows: readonly Row[], sort: Sort | null): readonly Row[] {
  if (!sort) return rows;
  const way = sort.descending ? -1 : 1;
  const key = (row: Row) => row[sort.by as keyof Row] ?? '';
  return [...rows].sort((a, b) => way * bare(key(a)).localeCompare(bare(key(b)), 'vi', { numeric: true }));
}

export function DataPart() {
  const [sort, setSort] = useState<Sort | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [organisation, setOrganisation] = useState('stc');
  const choice = useColumnChoice('gallery', COLUMNS);
  return (
    <>
      <Section title="Bảng 1.200 dòng" actions={<ColumnMenu columns={COLUMNS} choice={choice} />}>
        <Table
          label="Chỉ tiêu của kế hoạch"
          columns={choice.shown}
          rows={sorted(ROWS, sort)}
          rowKey={(row) => row.id}
          sort={sort}
          onSort={setSort}
          onOpen={(row) => setCurrent(row.id)}
          current={current}
          height="24rem"
        />
        <More shown={1200} total={3321} hasMore unit="chỉ tiêu" onMore={() => {}} />
      </Section>
      <Section title="Bảng trống">
        <Table
          label="Văn bản"
          columns={COLUMNS}
          rows={[]}
          rowKey={(row) => row.id}
          empty={<EmptyState title="Chưa có văn bản nào">Tải nghị quyết của tỉnh lên để bắt đầu.</EmptyState>}
        />
      </Section>
      <Section title="Cây">
        <Tree
          label="Cơ quan"
          nodes={ORGANISATIONS}
          openAtFirst={['ubnd', 'stc']}
          chosen={organisation}
          onChoose={setOrganisation}
          end={(node) => (node.children ? <Tag>{node.children.length}</Tag> : null)}
        />
      </Section>
    </>
  );
}

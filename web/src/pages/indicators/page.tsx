/** The catalogue of indicators (Chỉ tiêu thống kê): the common one, and what this province proposes to it. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { matching } from '../../format/match.ts';
import { formatCount } from '../../format/number.ts';
import { Page } from '../../frame/page.tsx';
import { Tag, type Tone } from '../../ui/badge.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { ColumnMenu, useColumnChoice } from '../../ui/table/columns.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from '../plan/plan.module.css';
import { DIRECTION_WORDS, INDICATOR_KIND_WORDS, INDICATOR_STATE_WORDS } from '../plan/words.ts';
import { Missing } from '../targets/columns.tsx';
import { type Indicator, IndicatorDialog } from './indicator-dialog.tsx';

const TONES: Readonly<Record<string, Tone>> = { proposed: 'amber', accepted: 'green', refused: 'red' };

export default function IndicatorsPage() {
  const may = useMay();
  const search = useSearch({ from: '/khung/danh-muc/chi-tieu' });
  const navigate = useNavigate({ from: '/danh-muc/chi-tieu' });
  const [typed, setTyped] = useState(search.tim ?? '');
  const [editing, setEditing] = useState<Indicator | 'new' | null>(null);
  const { data, error, isPending, refetch } = useQuery(read('GET /indicators'));
  const decide = useWrite('PATCH /indicators/:id', { spoils: ['GET /indicators', 'GET /overview'] });
  const set = (change: object) =>
    void navigate({ search: (before) => ({ ...before, ...change }) as never, replace: true });

  const settle = async (one: Indicator, state: 'accepted' | 'refused' | 'proposed') => {
    const { id } = one;
    if (id === null) return;
    try {
      const now = await decide.mutateAsync({ params: { id }, body: { version: one.version, state } });
      const words = state === 'accepted' ? 'Đã chấp nhận' : state === 'refused' ? 'Không chấp nhận' : 'Đã mở lại';
      toast({
        text: `${words} “${one.name}”`,
        undo: async () => {
          await decide.mutateAsync({
            params: { id },
            body: { version: now.version, state: one.state === 'catalogue' ? 'proposed' : one.state },
          });
        },
      });
    } catch (problem) {
      toast({ text: explain(problem).message, wrong: true });
      void refetch();
    }
  };
  const decidable = may('indicator.edit') && (data?.items ?? []).some((one) => one.state !== 'catalogue');
  const columns = columnsOf(decidable ? { edit: setEditing, settle } : null);
  const choice = useColumnChoice('indicators', columns);
  if (error) {
    return (
      <Page title="Chỉ tiêu thống kê">
        <ErrorState {...explain(error)} onRetry={() => void refetch()} />
      </Page>
    );
  }
  const standing = (data?.items ?? []).filter((one) => search.tt === undefined || one.state === search.tt);
  const rows = matching(
    typed,
    standing,
    (one) => `${one.name} ${one.unit ?? ''} ${one.group ?? ''} ${one.officialCode ?? ''}`,
  );
  return (
    <Page
      title="Chỉ tiêu thống kê"
      about="Danh mục chung và các chỉ tiêu tỉnh đề xuất. Mỗi chỉ tiêu của kế hoạch khớp với một chỉ tiêu ở đây để so sánh qua các năm, các tỉnh."
      actions={
        may('indicator.edit') ? (
          <Button icon="add" onClick={() => setEditing('new')}>
            Đề xuất chỉ tiêu
          </Button>
        ) : null
      }
    >
      <div className={styles.bar}>
        <Field label="Tìm chỉ tiêu thống kê" className={styles.search}>
          <TextInput
            type="search"
            value={typed}
            placeholder="Tên, đơn vị, nhóm; có dấu hoặc không dấu"
            before={<Icon name="search" size={16} />}
            onChange={(event) => {
              setTyped(event.target.value);
              set({ tim: event.target.value.trim() || undefined });
            }}
          />
        </Field>
        <Field label="Tình trạng" className={styles.pick}>
          <Select
            value={search.tt ?? ''}
            empty="Tất cả"
            choices={Object.entries(INDICATOR_STATE_WORDS).map(([value, label]) => ({ value, label }))}
            onChoose={(tt) => set({ tt: tt || undefined })}
          />
        </Field>
        <div className={styles.end}>
          <span className={styles.quiet} role="status">
            {formatCount(rows.length)} chỉ tiêu
          </span>
          <ColumnMenu columns={columns} choice={choice} />
        </div>
      </div>
      <Table
        label="Danh mục chỉ tiêu thống kê"
        columns={choice.shown}
        rows={rows}
        rowKey={(row) => row.code}
        loading={isPending}
        empty={
          <EmptyState
            icon="search"
            title={search.tt === 'proposed' ? 'Không có chỉ tiêu nào đang đề xuất' : 'Không có chỉ tiêu nào như vậy'}
            actions={
              <Button
                onClick={() => {
                  setTyped('');
                  set({ tim: undefined, tt: undefined });
                }}
              >
                Bỏ lọc
              </Button>
            }
          />
        }
      />
      <IndicatorDialog
        open={editing !== null}
        onClose={() => setEditing(null)}
        indicator={editing === 'new' ? null : editing}
        onDone={(one) => {
          setEditing(null);
          toast({ text: `Đã lưu “${one.name}”` });
        }}
      />
    </Page>
  );
}

interface Acts {
  readonly edit: (one: Indicator) => void;
  readonly settle: (one: Indicator, state: 'accepted' | 'refused' | 'proposed') => Promise<void>;
}

function columnsOf(acts: Acts | null): readonly Column<Indicator>[] {
  const columns: Column<Indicator>[] = [
    { id: 'name', head: 'Chỉ tiêu', width: 300, fixed: true, phone: 'title', cell: (row) => row.name },
    { id: 'unit', head: 'ĐVT', width: 130, cell: (row) => row.unit ?? <Missing why="Chưa ghi đơn vị tính" /> },
    {
      id: 'kind',
      head: 'Loại số liệu',
      width: 160,
      phone: 'none',
      cell: (row) => (row.kind ? INDICATOR_KIND_WORDS[row.kind] : null) ?? <Missing why="Chưa rõ" />,
    },
    {
      id: 'direction',
      head: 'Chiều đánh giá',
      width: 170,
      phone: 'none',
      cell: (row) => (row.direction ? DIRECTION_WORDS[row.direction] : null) ?? <Missing why="Chưa rõ" />,
    },
    {
      id: 'official',
      head: 'Mã quốc gia',
      width: 110,
      phone: 'none',
      cell: (row) => row.officialCode ?? <Missing why="Không thuộc hệ thống chỉ tiêu thống kê quốc gia" />,
    },
    { id: 'targets', head: 'Đang dùng', width: 100, numeric: true, cell: (row) => formatCount(row.targets) },
    {
      id: 'state',
      head: 'Tình trạng',
      width: 150,
      cell: (row) => <Tag tone={TONES[row.state] ?? 'neutral'}>{INDICATOR_STATE_WORDS[row.state]}</Tag>,
    },
  ];
  if (!acts) return columns;
  return [
    ...columns,
    {
      id: 'acts',
      head: 'Quyết định',
      width: 300,
      fixed: true,
      cell: (row) =>
        row.state === 'catalogue' || row.id === null ? null : (
          <ButtonRow>
            {row.state === 'accepted' ? null : (
              <Button small icon="check" onClick={() => void acts.settle(row, 'accepted')}>
                Chấp nhận
              </Button>
            )}
            {row.state === 'refused' ? null : (
              <Button small onClick={() => void acts.settle(row, 'refused')}>
                Không chấp nhận
              </Button>
            )}
            <Button small kind="quiet" icon="edit" onClick={() => acts.edit(row)}>
              Sửa
            </Button>
          </ButtonRow>
        ),
    },
  ];
}

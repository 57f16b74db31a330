/** Cân đối lại: the old figures beside those for the whole in force; a person applies them, or changes them first. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { exact, figureWords } from '#delivery/allocation.ts';
import { wholeWords } from '#delivery/balance-words.ts';
import { call } from '../../../api/client.ts';
import { ApiProblem, explain } from '../../../api/problem.ts';
import { formatNumber } from '../../../format/number.ts';
import { Button } from '../../../ui/button.tsx';
import { Radios } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { ErrorState, Notice } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table/model.ts';
import { Table } from '../../../ui/table/table.tsx';
import styles from './allocation.module.css';
import { BalanceBar } from './balance-bar.tsx';
import type { AllocationDraft } from './draft.ts';
import type { Allocation, AllocationTree } from './place.ts';
import type { Divide } from './use-divide.ts';

export function RebalanceDialog({
  tree,
  allocation,
  divide,
  onEdit,
  onClose,
}: {
  readonly tree: AllocationTree;
  readonly allocation: Allocation;
  readonly divide: Divide;
  readonly onEdit: (seed: Partial<AllocationDraft>) => void;
  readonly onClose: () => void;
}) {
  const [fill, setFill] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const params = { id: tree.targetId, allocationId: allocation.id };
  const { data, error, refetch } = useQuery({
    queryKey: ['rebalance', allocation.id, allocation.version, tree.ordinal, fill],
    queryFn: ({ signal }) =>
      call('POST /targets/:id/allocations/:allocationId/rebalance', { params, body: { fill }, signal }),
  });
  const partial = data !== undefined && data.balanceBefore.state !== 'none' && data.balance.state !== 'even';
  const apply = async () => {
    if (!data) return;
    const { dimension, rule, course, places } = data;
    try {
      await divide.put({
        parentPartId: allocation.parentPartId,
        dimension,
        rule,
        course,
        places,
        targetOrdinal: tree.ordinal,
        version: allocation.version,
        note: 'Cân đối lại',
        parts: data.parts.map(({ organisationId, period, value, weight }) => ({
          organisationId,
          period,
          value,
          weight,
        })),
      });
      onClose();
    } catch (failed) {
      if (!(failed instanceof ApiProblem)) throw failed;
      setProblem(explain(failed).message);
    }
  };
  return (
    <Dialog
      open
      size="large"
      onClose={onClose}
      title="Cân đối lại phân bổ"
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button
            disabled={!data}
            onClick={() =>
              data &&
              onEdit({
                rule: data.rule,
                course: data.course,
                places: data.places,
                note: 'Cân đối lại',
                rows: data.parts.map(({ before: _, ...row }) => row),
              })
            }
          >
            Sửa trước khi áp dụng
          </Button>
          <Button kind="main" disabled={!data} busy={divide.busy} onClick={() => void apply()}>
            Áp dụng
          </Button>
        </>
      }
    >
      {error ? <ErrorState {...explain(error)} onRetry={() => void refetch()} /> : null}
      {data ? (
        <div className={styles.stack}>
          <p>
            Phân bổ cũ chia {figureWords(exact(data.before), data.whole.unit)}; nay là{' '}
            <strong>{wholeWords(data.whole)}</strong>.
          </p>
          {partial || fill ? (
            <Radios
              label="Phần chưa phân bổ"
              inline
              value={fill ? 'fill' : 'keep'}
              onChoose={(value) => setFill(value === 'fill')}
              choices={[
                { value: 'keep', label: 'Giữ theo tỷ lệ cũ' },
                { value: 'fill', label: 'Phân bổ hết' },
              ]}
            />
          ) : null}
          <h3>Trước khi cân đối</h3>
          <BalanceBar whole={data.whole} division={data} balance={data.balanceBefore} />
          <h3>Sau khi cân đối</h3>
          <BalanceBar whole={data.whole} division={data} balance={data.balance} live />
          <Table
            label="Số cũ và số mới"
            columns={columnsOf(data.dimension)}
            rows={data.parts}
            rowKey={(row) => row.organisationId ?? row.period ?? ''}
            height="40dvh"
          />
          {problem ? (
            <Notice tone="red" live>
              {problem}
            </Notice>
          ) : null}
        </div>
      ) : error ? null : (
        <Skeleton lines={8} />
      )}
    </Dialog>
  );
}

interface Row {
  readonly organisationId: string | null;
  readonly period: string | null;
  readonly name: string;
  readonly before: string | null;
  readonly value: string | null;
}

const columnsOf = (dimension: Allocation['dimension']): readonly Column<Row>[] => [
  {
    id: 'name',
    head: dimension === 'organisation' ? 'Cơ quan, địa phương' : 'Kỳ',
    phone: 'title',
    cell: (row) => row.name,
  },
  { id: 'before', head: 'Số cũ', width: 150, numeric: true, cell: (row) => formatNumber(row.before) },
  { id: 'value', head: 'Số mới', width: 150, numeric: true, cell: (row) => <strong>{formatNumber(row.value)}</strong> },
];

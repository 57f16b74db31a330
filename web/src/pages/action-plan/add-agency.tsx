/** An agency that leads nothing of the plan and is to have an action plan all the same. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { queryClient, read, useWrite } from '../../api/query.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './action-plan.module.css';
import { type ActionPlans, SPOILS } from './shared.ts';

export function AddAgency({
  planId,
  data,
  onClose,
}: {
  readonly planId: string;
  readonly data: ActionPlans;
  readonly onClose: () => void;
}) {
  const tree = useQuery(read('GET /organisations/tree', { query: {} }));
  const [chosen, setChosen] = useState<Option | null>(null);
  const there = new Set(data.items.map((item) => item.organisation.id));
  const options = (tree.data?.items ?? [])
    .filter((one) => !there.has(one.id))
    .map((one) => ({ value: one.id, label: one.name }));
  const add = useWrite('PUT /plans/:id/action-plans/:organisation', {
    spoils: SPOILS,
    onDone: (item) => {
      toast({
        text: `Đã thêm ${item.organisation.name}`,
        undo: async () => {
          try {
            await call('DELETE /plans/:id/action-plans/:organisation', {
              params: { id: planId, organisation: item.organisation.id },
              body: { version: item.version ?? 1 },
            });
          } catch (error) {
            toast({ text: explain(error).message, wrong: true });
          }
          await queryClient.invalidateQueries({ queryKey: [SPOILS[0]] });
        },
      });
      onClose();
    },
  });
  const error = add.error ?? tree.error;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Thêm cơ quan phải ban hành kế hoạch hành động"
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button
            kind="main"
            disabled={chosen === null}
            busy={add.isPending}
            onClick={() =>
              chosen && add.mutate({ params: { id: planId, organisation: chosen.value }, body: { version: null } })
            }
          >
            Thêm cơ quan
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {error ? (
          <Notice tone="red" live>
            {explain(error).message}
          </Notice>
        ) : null}
        <p className={styles.quiet}>Cơ quan chủ trì nhiệm vụ, chỉ tiêu của kế hoạch đã có sẵn trong danh sách.</p>
        <Field label="Cơ quan" required>
          <Combobox value={chosen} options={options} onChoose={setChosen} placeholder="Gõ tên cơ quan" />
        </Field>
      </div>
    </Dialog>
  );
}

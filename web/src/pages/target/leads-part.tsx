/** Who leads a target (cơ quan chủ trì): organisations of the province, found by typing. */
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { Button, ButtonRow, IconButton } from '../../ui/button.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from '../plan/plan.module.css';
import type { Target } from '../plan/words.ts';

type Leads = Target['leads'];

async function find(typed: string, signal: AbortSignal): Promise<Option[]> {
  const { items } = await call('GET /organisations', { query: { q: typed, limit: 20 } as never, signal });
  return items.map((one) => ({ value: one.id, label: one.name, hint: one.parent?.name ?? undefined }));
}

export function LeadsPart({ target }: { readonly target: Target }) {
  const may = useMay();
  const [leads, setLeads] = useState<Leads | null>(null);
  const save = useWrite('PATCH /targets/:id', { spoils: ['GET /targets/:id', 'GET /plans/:id/targets'] });
  const send = (to: Leads) =>
    save.mutateAsync({ params: { id: target.id }, body: { ordinal: target.ordinal, leads: [...to] } });
  const keep = async () => {
    if (leads === null) return;
    const before = target.leads;
    try {
      await send(leads);
    } catch (error) {
      if (error instanceof ApiProblem) return;
      throw error;
    }
    setLeads(null);
    toast({ text: 'Đã đổi cơ quan chủ trì', undo: async () => void (await send(before)) });
  };
  const shown = leads ?? target.leads;
  return (
    <div className={styles.stack}>
      {shown.length === 0 ? (
        <p className={styles.quiet}>Văn bản chưa giao cơ quan chủ trì.</p>
      ) : (
        <ul className={styles.plain}>
          {shown.map((body) => (
            <li key={`${body.organisationId} ${body.name}`} className={leads ? styles.item : undefined}>
              <span>
                {body.name}
                {body.organisationId === null ? (
                  <span className={styles.quiet}> (chưa có trong danh mục cơ quan)</span>
                ) : null}
              </span>
              {leads ? (
                <IconButton
                  small
                  icon="close"
                  label={`Bỏ ${body.name}`}
                  onClick={() => setLeads(leads.filter((one) => one !== body))}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {leads ? (
        <>
          <Field label="Thêm cơ quan chủ trì">
            <Combobox
              value={null}
              options={find}
              placeholder="Gõ tên cơ quan"
              onChoose={(option) => {
                if (option === null || leads.some((one) => one.organisationId === option.value)) return;
                setLeads([...leads, { organisationId: option.value, name: option.label }]);
              }}
            />
          </Field>
          <ButtonRow>
            <Button kind="main" busy={save.isPending} onClick={keep}>
              Lưu
            </Button>
            <Button onClick={() => setLeads(null)}>Thôi</Button>
          </ButtonRow>
        </>
      ) : may('indicator.edit') ? (
        <ButtonRow>
          <Button icon="edit" onClick={() => setLeads(target.leads)}>
            {target.leads.length === 0 ? 'Giao cơ quan chủ trì' : 'Đổi cơ quan chủ trì'}
          </Button>
        </ButtonRow>
      ) : null}
      {save.error ? (
        <Notice tone="red" live>
          {explain(save.error).message}
        </Notice>
      ) : null}
    </div>
  );
}

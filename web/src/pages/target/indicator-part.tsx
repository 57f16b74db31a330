/** Which indicator of the catalogue a target is (khớp danh mục): confirmed, changed, or newly proposed. */
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { Tag } from '../../ui/badge.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { IndicatorDialog } from '../indicators/indicator-dialog.tsx';
import styles from '../plan/plan.module.css';
import { INDICATOR_STATE_WORDS, type Target } from '../plan/words.ts';

const SPOILS = ['GET /targets/:id', 'GET /plans/:id/targets', 'GET /overview', 'GET /indicators'] as const;

/** Values are `id:<uuid>` for those in use and `code:<code>` for the common catalogue. */
async function find(typed: string, signal: AbortSignal): Promise<Option[]> {
  const { items } = await call('GET /indicators', { query: typed.trim() === '' ? {} : { q: typed }, signal });
  return items
    .filter((one) => one.state !== 'refused')
    .map((one) => ({
      value: one.id === null ? `code:${one.code}` : `id:${one.id}`,
      label: one.name,
      hint: [one.unit, one.group, one.state === 'proposed' ? 'Đề xuất' : null].filter(Boolean).join(' · '),
    }));
}

export function IndicatorPart({ target }: { readonly target: Target }) {
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const [chosen, setChosen] = useState<Option | null>(null);
  const [proposing, setProposing] = useState(false);
  const { indicator } = target;
  const save = useWrite('PATCH /targets/:id', { spoils: [...SPOILS] });
  const use = useWrite('PUT /indicators/by-code', { spoils: ['GET /indicators'] });

  const match = async (indicatorId: string | null, words: string) => {
    const before = indicator?.id ?? null;
    const send = (id: string | null) =>
      save.mutateAsync({ params: { id: target.id }, body: { ordinal: target.ordinal, indicatorId: id } });
    await send(indicatorId);
    setEditing(false);
    setChosen(null);
    toast({ text: words, undo: async () => void (await send(before)) });
  };
  const confirm = async () => {
    if (chosen === null) return;
    const [kind, id] = [
      chosen.value.slice(0, chosen.value.indexOf(':')),
      chosen.value.slice(chosen.value.indexOf(':') + 1),
    ];
    try {
      const indicatorId = kind === 'id' ? id : (await use.mutateAsync({ body: { code: id } })).id;
      await match(indicatorId, `Đã khớp với “${chosen.label}”`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
    }
  };
  const problem = save.error ?? use.error;
  return (
    <div className={styles.stack}>
      {indicator ? (
        <p>
          <strong>{indicator.name}</strong> <Tag>{INDICATOR_STATE_WORDS[indicator.state] ?? indicator.state}</Tag>
        </p>
      ) : (
        <p className={styles.quiet}>Chưa khớp với danh mục chỉ tiêu thống kê.</p>
      )}
      {editing ? (
        <>
          <Field label="Chỉ tiêu trong danh mục">
            <Combobox value={chosen} onChoose={setChosen} options={find} placeholder="Gõ tên chỉ tiêu" />
          </Field>
          <ButtonRow>
            <Button kind="main" busy={save.isPending || use.isPending} disabled={chosen === null} onClick={confirm}>
              Xác nhận
            </Button>
            <Button onClick={() => setEditing(false)}>Thôi</Button>
            <Button kind="quiet" onClick={() => setProposing(true)}>
              Đề xuất chỉ tiêu mới
            </Button>
          </ButtonRow>
        </>
      ) : may('indicator.edit') ? (
        <ButtonRow>
          <Button icon="edit" onClick={() => setEditing(true)}>
            {indicator ? 'Đổi chỉ tiêu thống kê' : 'Khớp với danh mục'}
          </Button>
          {indicator ? (
            <Button
              kind="quiet"
              busy={save.isPending}
              onClick={() => void match(null, 'Đã bỏ khớp với danh mục').catch(() => {})}
            >
              Bỏ khớp
            </Button>
          ) : null}
        </ButtonRow>
      ) : null}
      {problem ? (
        <Notice tone="red" live>
          {explain(problem).message}
        </Notice>
      ) : null}
      <IndicatorDialog
        open={proposing}
        onClose={() => setProposing(false)}
        indicator={null}
        suggested={{ name: target.name, unit: target.unit }}
        onDone={(made) => {
          setProposing(false);
          if (made.id !== null)
            void match(made.id, `Đã đề xuất “${made.name}” và khớp với chỉ tiêu này`).catch(() => {});
        }}
      />
    </div>
  );
}

/** Proposing an indicator (đề xuất chỉ tiêu thống kê) to the catalogue, or editing one that was proposed. */
import { useEffect, useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import styles from '../plan/plan.module.css';
import { DIRECTION_WORDS, INDICATOR_KIND_WORDS } from '../plan/words.ts';

export type Indicator = Answer<'GET /indicators'>['items'][number];

export interface IndicatorDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Null proposes a new one. */
  readonly indicator: Indicator | null;
  readonly suggested?: { readonly name: string; readonly unit: string | null };
  readonly onDone: (indicator: Indicator) => void;
}

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export function IndicatorDialog({ open, onClose, indicator, suggested, onDone }: IndicatorDialogProps) {
  const [form, setForm] = useState({ name: '', unit: '', kind: '', direction: '' });
  const [missing, setMissing] = useState(false);
  const spoils = ['GET /indicators', 'GET /overview'] as const;
  const propose = useWrite('POST /indicators', { spoils: [...spoils], onDone });
  const edit = useWrite('PATCH /indicators/:id', { spoils: [...spoils], onDone });
  const { reset: resetPropose } = propose;
  const { reset: resetEdit } = edit;
  // biome-ignore lint/correctness/useExhaustiveDependencies: filled when it opens, then the person's.
  useEffect(() => {
    if (!open) return;
    setForm({
      name: indicator?.name ?? suggested?.name ?? '',
      unit: indicator?.unit ?? suggested?.unit ?? '',
      kind: indicator?.kind ?? '',
      direction: indicator?.direction ?? '',
    });
    setMissing(false);
    resetPropose();
    resetEdit();
  }, [open]);
  const send = () => {
    if (form.name.trim() === '') return setMissing(true);
    const body = {
      name: form.name.trim(),
      unit: form.unit.trim() || null,
      kind: (form.kind || null) as 'level' | null,
      direction: (form.direction || null) as 'up' | null,
    };
    if (indicator?.id) edit.mutate({ params: { id: indicator.id }, body: { ...body, version: indicator.version } });
    else propose.mutate({ body });
  };
  const problem = propose.error ?? edit.error;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      holds
      size="small"
      title={indicator ? 'Sửa chỉ tiêu đề xuất' : 'Đề xuất chỉ tiêu thống kê'}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" busy={propose.isPending || edit.isPending} onClick={send}>
            {indicator ? 'Lưu' : 'Đề xuất'}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <Field
          label="Tên chỉ tiêu"
          required
          error={missing && form.name.trim() === '' ? 'Hãy ghi tên chỉ tiêu.' : null}
        >
          <TextInput
            value={form.name}
            maxLength={300}
            onChange={(event) => setForm({ ...form, name: event.target.value })}
          />
        </Field>
        <Field label="Đơn vị tính">
          <TextInput
            value={form.unit}
            maxLength={120}
            onChange={(event) => setForm({ ...form, unit: event.target.value })}
          />
        </Field>
        <Field label="Loại số liệu">
          <Select
            value={form.kind}
            empty="Chưa rõ"
            choices={choices(INDICATOR_KIND_WORDS)}
            onChoose={(kind) => setForm({ ...form, kind })}
          />
        </Field>
        <Field label="Chiều đánh giá">
          <Select
            value={form.direction}
            empty="Chưa rõ"
            choices={choices(DIRECTION_WORDS)}
            onChoose={(direction) => setForm({ ...form, direction })}
          />
        </Field>
        {problem ? (
          <Notice tone="red" live>
            {explain(problem).message}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
}

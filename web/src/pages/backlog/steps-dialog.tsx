/** The road map of a case (lộ trình) edited as a whole: steps in order, with due and done days. */
import { useId, useState } from 'react';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { dayOf } from '../../format/instant.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { EmptyState, Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import styles from './backlog.module.css';
import { type CaseDetail, SPOILS, useSaidDone } from './use-cases.ts';

interface Step {
  /** Of the row on the screen. */
  readonly key: string;
  readonly id?: string | undefined;
  readonly text: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly result: string | null;
}

export function StepsDialog({ of, onClose }: { readonly of: CaseDetail; readonly onClose: () => void }) {
  const form = useId();
  const today = dayOf(new Date());
  const { id, version } = of.case;
  const draft = useDraft<{ steps: readonly Step[] }>(`case-steps.${id}.${version}`, {
    steps: of.road.map((step) => ({
      key: step.id,
      id: step.id,
      text: step.text,
      dueOn: step.dueOn,
      doneOn: step.doneOn,
      result: step.result,
    })),
  });
  const { steps } = draft.value;
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const said = useSaidDone();
  const save = useWrite('PUT /cases/:id/steps', {
    spoils: SPOILS,
    onDone: () => {
      draft.clear();
      onClose();
      said('Đã lưu lộ trình', id);
    },
  });
  const put = (at: number, change: Partial<Step>) =>
    draft.set({ steps: steps.map((step, i) => (i === at ? { ...step, ...change } : step)) });
  const move = (at: number, by: number) => {
    const next = [...steps];
    const [step] = next.splice(at, 1);
    if (step) next.splice(at + by, 0, step);
    draft.set({ steps: next });
  };
  const onDay = (at: number, key: string, name: 'dueOn' | 'doneOn') => (day: string | null, valid: boolean) => {
    const next = new Set(wrong);
    if (valid) next.delete(`${key}.${name}`);
    else next.add(`${key}.${name}`);
    setWrong(next);
    put(at, { [name]: day });
  };
  const add = () =>
    draft.set({
      steps: [...steps, { key: crypto.randomUUID(), text: '', dueOn: null, doneOn: null, result: null }],
    });
  return (
    <Dialog
      open
      holds
      size="large"
      title="Lộ trình giải quyết"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" type="submit" form={form} busy={save.isPending} disabled={wrong.size > 0}>
            Lưu lộ trình
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({
            params: { id },
            body: { version, steps: steps.map(({ key: _, ...step }) => step) },
          });
        }}
      >
        {save.error ? (
          <Notice tone="red" live>
            {explain(save.error).message}
          </Notice>
        ) : null}
        {steps.length === 0 ? <EmptyState icon="list" title="Chưa có bước nào" /> : null}
        {steps.map((step, at) => (
          <fieldset key={step.key} className={styles.editor}>
            <legend>Bước {at + 1}</legend>
            <Field label="Nội dung" required>
              <TextArea
                rows={2}
                required
                value={step.text}
                onChange={(event) => put(at, { text: event.target.value })}
              />
            </Field>
            <div className={styles.pair}>
              <Field label="Hạn của bước">
                <DateInput value={step.dueOn} onValue={onDay(at, step.key, 'dueOn')} />
              </Field>
              <Field label="Xong ngày">
                <DateInput value={step.doneOn} max={today} onValue={onDay(at, step.key, 'doneOn')} />
              </Field>
            </div>
            {step.doneOn ? (
              <Field label="Kết quả của bước">
                <TextInput value={step.result ?? ''} onChange={(event) => put(at, { result: event.target.value })} />
              </Field>
            ) : null}
            <div className={styles.bar}>
              <span>
                <IconButton
                  icon="up"
                  label={`Chuyển bước ${at + 1} lên`}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                />
                <IconButton
                  icon="down"
                  label={`Chuyển bước ${at + 1} xuống`}
                  disabled={at === steps.length - 1}
                  onClick={() => move(at, 1)}
                />
              </span>
              <Button
                small
                kind="quiet"
                icon="trash"
                onClick={() => draft.set({ steps: steps.filter((_, i) => i !== at) })}
              >
                Bỏ bước này
              </Button>
            </div>
          </fieldset>
        ))}
        <div>
          <Button icon="add" onClick={add}>
            Thêm bước
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

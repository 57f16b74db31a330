/** The fields of a task, a citation, a reporting duty, a suspected text error. */
import { useState } from 'react';
import type { CitationFields, ReportingFields, TaskFields, TextErrorFields } from '#plan/review.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Field, Select, TextArea, TextInput } from '../../ui/field.tsx';
import { AgenciesInput } from './agencies-input.tsx';
import { dueWords, parseDue } from './due.ts';
import styles from './form.module.css';
import type { PartProps } from './measurement-form.tsx';
import { CADENCE_WORDS, PRODUCT_WORDS, FIELD_WORDS as WORDS } from './words.ts';

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export function TaskForm({ fields, errors, hints, onChange, agencies }: PartProps<TaskFields>) {
  const { deadlines, products } = fields;
  const setDeadline = (at: number, due: string) =>
    onChange({ deadlines: deadlines.map((one, i) => (i === at ? { ...one, due } : one)) });
  const setProduct = (at: number, change: Partial<TaskFields['products'][number]>) =>
    onChange({ products: products.map((one, i) => (i === at ? { ...one, ...change } : one)) });
  return (
    <>
      <Field label={WORDS.text as string} error={errors.text} hint={hints.text} required className={styles.full}>
        <TextArea rows={3} value={fields.text} onChange={(event) => onChange({ text: event.target.value })} />
      </Field>
      <Field label={WORDS.lead as string} hint={hints.lead} className={styles.full}>
        <AgenciesInput
          label={WORDS.lead as string}
          value={fields.lead}
          onValue={(lead) => onChange({ lead })}
          known={agencies}
        />
      </Field>
      <Field label={WORDS.support as string} hint={hints.support} className={styles.full}>
        <AgenciesInput
          label={WORDS.support as string}
          value={fields.support}
          onValue={(support) => onChange({ support })}
          known={agencies}
        />
      </Field>
      <fieldset className={styles.full}>
        <legend className={styles.legend}>{WORDS.deadlines}</legend>
        {deadlines.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: deadlines have nothing else to be told apart by while typed.
          <div key={i} className={styles.line}>
            <div className={styles.day}>
              <DateInput
                aria-label={`Thời hạn ${i + 1}`}
                value={one.due || null}
                onValue={(due) => setDeadline(i, due ?? '')}
              />
            </div>
            <span className={styles.quote}>{one.quote}</span>
            <IconButton
              small
              icon="close"
              label={`Bỏ thời hạn ${i + 1}`}
              onClick={() => onChange({ deadlines: deadlines.filter((_, at) => at !== i) })}
            />
          </div>
        ))}
        {errors.deadlines ? <p className={styles.error}>{errors.deadlines}</p> : null}
        <Button
          small
          kind="quiet"
          icon="add"
          onClick={() => onChange({ deadlines: [...deadlines, { due: '', quote: '' }] })}
        >
          Thêm thời hạn
        </Button>
      </fieldset>
      <fieldset className={styles.full}>
        <legend className={styles.legend}>{WORDS.products}</legend>
        {products.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: products have nothing else to be told apart by while typed.
          <div key={i} className={styles.line}>
            <Select
              className={styles.day}
              aria-label={`Loại sản phẩm ${i + 1}`}
              choices={choices(PRODUCT_WORDS)}
              value={one.kind}
              onChoose={(kind) => setProduct(i, { kind })}
            />
            <TextInput
              aria-label={`Tên sản phẩm ${i + 1}`}
              value={one.quote}
              onChange={(event) => setProduct(i, { quote: event.target.value })}
            />
            <IconButton
              small
              icon="close"
              label={`Bỏ sản phẩm ${i + 1}`}
              onClick={() => onChange({ products: products.filter((_, at) => at !== i) })}
            />
          </div>
        ))}
        {errors.products ? <p className={styles.error}>{errors.products}</p> : null}
        <Button
          small
          kind="quiet"
          icon="add"
          onClick={() => onChange({ products: [...products, { kind: 'plan', quote: '' }] })}
        >
          Thêm sản phẩm
        </Button>
      </fieldset>
    </>
  );
}

export function CitationForm({ fields, errors, hints, onChange }: PartProps<CitationFields>) {
  return (
    <>
      <Field label={WORDS.type as string} error={errors.type} hint={hints.type} required>
        <TextInput value={fields.type} onChange={(event) => onChange({ type: event.target.value })} />
      </Field>
      <Field label={WORDS.symbol as string} hint={hints.symbol}>
        <TextInput value={fields.symbol ?? ''} onChange={(event) => onChange({ symbol: event.target.value || null })} />
      </Field>
      <Field label={WORDS.date as string} hint={hints.date}>
        <DateInput value={fields.date} onValue={(date) => onChange({ date })} />
      </Field>
      <Field label={WORDS.issuer as string} hint={hints.issuer}>
        <TextInput value={fields.issuer ?? ''} onChange={(event) => onChange({ issuer: event.target.value || null })} />
      </Field>
    </>
  );
}

export function ReportingForm({ fields, hints, onChange }: PartProps<ReportingFields>) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed.trim() !== '' && parseDue(typed) === null;
  return (
    <>
      <Field label={WORDS.cadence as string} hint={hints.cadence}>
        <Select choices={choices(CADENCE_WORDS)} value={fields.cadence} onChoose={(cadence) => onChange({ cadence })} />
      </Field>
      <Field
        label={WORDS.due as string}
        hint={hints.due ?? 'ngày 20 (hằng tháng), 20/11 (hằng năm) hoặc 10/12/2021'}
        error={wrong ? 'Nhập ngày 20, 20/11 hoặc 10/12/2021.' : null}
      >
        <TextInput
          value={typed ?? (fields.due === null ? '' : dueWords(fields.due))}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange({ due: parseDue(event.target.value) });
          }}
          onBlur={() => {
            if (!wrong) setTyped(null);
          }}
        />
      </Field>
      <Field label={WORDS.from as string} hint={hints.from} className={styles.full}>
        <TextInput value={fields.from ?? ''} onChange={(event) => onChange({ from: event.target.value || null })} />
      </Field>
      <Field label={WORDS.to as string} hint={hints.to} className={styles.full}>
        <TextInput value={fields.to ?? ''} onChange={(event) => onChange({ to: event.target.value || null })} />
      </Field>
    </>
  );
}

export function TextErrorForm({ fields, errors, onChange }: PartProps<TextErrorFields>) {
  return (
    <Field label={WORDS.suggestion as string} error={errors.suggestion} required className={styles.full}>
      <TextInput value={fields.suggestion} onChange={(event) => onChange({ suggestion: event.target.value })} />
    </Field>
  );
}

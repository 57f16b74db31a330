/** The fields of a target or a result (chỉ tiêu, kết quả). */
import { useRef, useState } from 'react';
import type { MeasurementFields, NamedAgency } from '#plan/review.ts';
import { call } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { Checkbox } from '../../ui/choice.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { Field, Select, TextArea, TextInput } from '../../ui/field.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { AgenciesInput } from './agencies-input.tsx';
import styles from './form.module.css';
import { COMPARATOR_WORDS, MEASURE_WORDS, FIELD_WORDS as WORDS } from './words.ts';

export interface PartProps<F> {
  readonly fields: F;
  readonly errors: Readonly<Record<string, string>>;
  /** What is said below a field: how sure it is, what was read. */
  readonly hints: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<F>) => void;
  readonly agencies: readonly NamedAgency[];
}

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Searches the catalogue; the codes of the catalogue are what a target is matched to. */
async function findIndicators(typed: string, signal: AbortSignal): Promise<readonly Option[]> {
  const { items } = await call('GET /indicators', { query: { q: typed }, signal });
  const found = items.slice(0, 50).map((one) => ({ value: one.code, label: one.name, hint: one.unit ?? undefined }));
  const name = typed.trim();
  if (name.length < 3 || items.some((one) => one.name.toLowerCase() === name.toLowerCase())) return found;
  return [...found, { value: PROPOSED, label: `Đề xuất “${name}” vào danh mục` }];
}

const PROPOSED = 'propose:';

export function MeasurementForm({ fields, errors, hints, onChange, agencies }: PartProps<MeasurementFields>) {
  const { match } = fields;
  const typed = useRef('');
  const [refused, setRefused] = useState<string | null>(null);
  const choose = async (option: Option | null) => {
    setRefused(null);
    if (option?.value !== PROPOSED) {
      return onChange({ match: option && { code: option.value, name: option.label, sureness: 'high' } });
    }
    try {
      const body = { name: typed.current, unit: fields.unit, kind: null, direction: null };
      const { code, name } = await call('POST /indicators', { body });
      onChange({ match: { code, name, sureness: 'high' } });
    } catch (error) {
      setRefused(explain(error).message);
    }
  };
  return (
    <>
      <Field
        label={WORDS.indicator as string}
        error={errors.indicator}
        hint={hints.indicator}
        required
        className={styles.full}
      >
        <TextArea rows={2} value={fields.indicator} onChange={(event) => onChange({ indicator: event.target.value })} />
      </Field>
      <Field label={WORDS.comparator as string} hint={hints.comparator}>
        <Select
          choices={choices(COMPARATOR_WORDS)}
          value={fields.comparator}
          onChoose={(value) => onChange({ comparator: value as MeasurementFields['comparator'] })}
        />
      </Field>
      <Field label={WORDS.decimal as string} error={errors.decimal} hint={hints.decimal} required>
        <NumberInput value={fields.decimal || null} onValue={(value) => onChange({ decimal: value ?? '' })} />
      </Field>
      {fields.comparator === 'range' ? (
        <Field label={WORDS.decimalMax as string} error={errors.decimalMax} hint={hints.decimalMax} required>
          <NumberInput value={fields.decimalMax} onValue={(value) => onChange({ decimalMax: value })} />
        </Field>
      ) : null}
      <Field label={WORDS.unit as string} hint={hints.unit}>
        <TextInput value={fields.unit ?? ''} onChange={(event) => onChange({ unit: event.target.value || null })} />
      </Field>
      <Field label={WORDS.measure as string} hint={hints.measure}>
        <Select
          choices={choices(MEASURE_WORDS)}
          value={fields.measure}
          onChoose={(value) => onChange({ measure: value as MeasurementFields['measure'] })}
        />
      </Field>
      <Field label={WORDS.year as string} error={errors.year} hint={hints.year}>
        <TextInput
          inputMode="numeric"
          value={fields.year === null ? '' : String(fields.year)}
          onChange={(event) => {
            const digits = event.target.value.replace(/\D/g, '').slice(0, 4);
            onChange({ year: digits === '' ? null : Number(digits) });
          }}
        />
      </Field>
      <div className={styles.full}>
        <Checkbox
          label="Lũy kế đến hết năm"
          checked={fields.cumulative}
          onChange={(event) => onChange({ cumulative: event.target.checked })}
        />
      </div>
      <Field label={WORDS.match as string} hint={hints.match} error={refused} className={styles.full}>
        <Combobox
          value={match && { value: match.code, label: match.name }}
          onChoose={(option) => void choose(option)}
          options={(words, signal) => {
            typed.current = words.trim();
            return findIndicators(words, signal);
          }}
          placeholder="Tìm trong danh mục chỉ tiêu"
          none="Không có trong danh mục"
        />
      </Field>
      <Field label={WORDS.lead as string} hint={hints.lead} className={styles.full}>
        <AgenciesInput
          label={WORDS.lead as string}
          value={fields.lead}
          onValue={(lead) => onChange({ lead })}
          known={agencies}
        />
      </Field>
    </>
  );
}

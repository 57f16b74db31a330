/** The fields of one part: words, period, deadline, who does it. */
import type { ClipboardEvent } from 'react';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import styles from './breakdown.module.css';
import type { Row } from './model.ts';

export interface PartFieldsProps {
  readonly row: Row;
  readonly periods: readonly Option[];
  readonly doers: readonly Option[];
  readonly onRow: (change: Partial<Row>) => void;
  readonly onPaste?: ((event: ClipboardEvent<HTMLTextAreaElement>) => void) | undefined;
  readonly onEnter?: (() => void) | undefined;
  readonly error?: string | null | undefined;
}

export function PartFields({ row, periods, doers, onRow, onPaste, onEnter, error }: PartFieldsProps) {
  return (
    <>
      <Field label="Phần việc" required error={error} className={styles.words}>
        <TextArea
          rows={2}
          value={row.text}
          maxLength={5000}
          onChange={(event) => onRow({ text: event.target.value })}
          onPaste={onPaste}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || !onEnter) return;
            event.preventDefault();
            onEnter();
          }}
        />
      </Field>
      <Field label="Kỳ">
        <Combobox
          value={periods.find((one) => one.value === row.period) ?? null}
          options={periods}
          placeholder="Quý, tháng…"
          onChoose={(option) => onRow({ period: option?.value ?? null })}
        />
      </Field>
      <Field label="Thời hạn">
        <DateInput value={row.dueOn} onValue={(dueOn, valid) => valid && onRow({ dueOn })} />
      </Field>
      <Field label="Đơn vị, người thực hiện">
        <Combobox
          value={doers.find((one) => one.value === row.doer) ?? null}
          options={doers}
          placeholder="Cơ quan tự thực hiện"
          none="Không có đơn vị, người nào khớp"
          onChoose={(option) => onRow({ doer: option?.value ?? null })}
        />
      </Field>
    </>
  );
}

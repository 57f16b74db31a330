/** Filters of the tasks: words, body and its role, deadline, part of the document. All of it stands in the address. */
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { cx } from '../../ui/cx.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from '../plan/plan.module.css';
import { AsOf } from '../plan/plan-head.tsx';
import type { TasksSearch } from '../plan/search.ts';
import type { Change } from './task-list.tsx';

type Facets = Answer<'GET /plans/:id/facets'>;

export interface TaskFiltersProps {
  readonly search: TasksSearch;
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly facets: Facets | undefined;
  readonly onChange: (change: Change) => void;
  readonly onClear: (() => void) | undefined;
  readonly columns: ReactNode;
}

const LEAD_CHOICES = [
  { value: 'lead', label: 'Chủ trì' },
  { value: 'support', label: 'Phối hợp' },
  { value: 'none', label: 'Chưa có cơ quan chủ trì' },
];

const DUE_CHOICES = [
  { value: 'some', label: 'Có thời hạn' },
  { value: 'none', label: 'Không có thời hạn' },
];

export function TaskFilters({ search, typed, onType, facets, onChange, onClear, columns }: TaskFiltersProps) {
  const { co_quan, vai, lead, due, tu, den, phan, ngay } = search;
  const [open, setOpen] = useState(false);
  const agencies = (facets?.agencies ?? []).map(({ name, leads, supports }) => ({
    value: name,
    label: name,
    hint: [leads > 0 ? `chủ trì ${leads}` : '', supports > 0 ? `phối hợp ${supports}` : ''].filter(Boolean).join(', '),
  }));
  const chooseRole = (value: string) =>
    onChange({
      vai: value === 'lead' || value === 'support' ? value : undefined,
      lead: value === 'none' ? 'none' : undefined,
      ...(value === 'none' ? { co_quan: undefined } : {}),
    });
  return (
    <div className={styles.bar}>
      <Field label="Tìm nhiệm vụ" className={styles.search}>
        <TextInput
          type="search"
          value={typed}
          placeholder="Nội dung, có dấu hoặc không dấu"
          before={<Icon name="search" size={16} />}
          onChange={(event) => onType(event.target.value)}
        />
      </Field>
      <Button icon="filter" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Thu gọn bộ lọc' : 'Bộ lọc'}
      </Button>
      <div className={cx(styles.rest, open && styles.opened)}>
        <Field label="Cơ quan" className={styles.pick}>
          <Combobox
            value={co_quan === undefined ? null : { value: co_quan, label: co_quan }}
            options={agencies}
            placeholder="Tất cả"
            none="Kế hoạch không nêu cơ quan này"
            onChoose={(option) =>
              onChange({ co_quan: option?.value, ...(option ? { lead: undefined } : { vai: undefined }) })
            }
          />
        </Field>
        <Field label="Vai trò" className={styles.pick}>
          <Select
            value={lead === 'none' ? 'none' : (vai ?? '')}
            empty="Chủ trì hoặc phối hợp"
            choices={co_quan === undefined ? LEAD_CHOICES.slice(2) : LEAD_CHOICES}
            onChoose={chooseRole}
          />
        </Field>
        <Field label="Phần của văn bản" className={styles.pick}>
          <Select
            value={phan ?? ''}
            empty="Tất cả"
            choices={(facets?.sections ?? []).map(({ section, title, tasks }) => ({
              value: section,
              label: `${title.length > 70 ? `${title.slice(0, 70)}…` : title} (${tasks})`,
            }))}
            onChoose={(value) => onChange({ phan: value || undefined })}
          />
        </Field>
        <Field label="Thời hạn" className={styles.pick}>
          <Select
            value={due ?? ''}
            empty="Có hoặc không"
            choices={DUE_CHOICES}
            onChoose={(value) =>
              onChange({
                due: value === 'some' || value === 'none' ? value : undefined,
                ...(value === 'none' ? { tu: undefined, den: undefined } : {}),
              })
            }
          />
        </Field>
        {due === 'none' ? null : (
          <>
            <Field label="Hạn từ ngày" className={styles.day}>
              <DateInput
                value={tu ?? null}
                max={den}
                onValue={(day, valid) => valid && onChange({ tu: day ?? undefined })}
              />
            </Field>
            <Field label="Đến ngày" className={styles.day}>
              <DateInput
                value={den ?? null}
                min={tu}
                onValue={(day, valid) => valid && onChange({ den: day ?? undefined })}
              />
            </Field>
          </>
        )}
        <AsOf day={ngay} onDay={(day) => onChange({ ngay: day })} />
      </div>
      <div className={styles.end}>
        {onClear ? <Button onClick={onClear}>Bỏ lọc</Button> : null}
        {columns}
      </div>
    </div>
  );
}

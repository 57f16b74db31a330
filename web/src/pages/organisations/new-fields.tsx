/** The fields of a new organisation: when one is added, and when one comes of a merger or a split. */
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { KIND_CHOICES } from './words.ts';

export interface NewOrganisation {
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly parent: Option | null;
}

export const EMPTY_ORGANISATION: NewOrganisation = { name: '', shortName: '', kind: 'department', parent: null };

export interface NewFieldsProps {
  readonly value: NewOrganisation;
  readonly onValue: (change: Partial<NewOrganisation>) => void;
  readonly parents: readonly Option[];
  readonly errors?: ((path: string) => string | undefined) | undefined;
}

export function NewFields({ value, onValue, parents, errors }: NewFieldsProps) {
  return (
    <>
      <Field label="Tên cơ quan" required error={errors?.('name')}>
        <TextInput value={value.name} onChange={(event) => onValue({ name: event.target.value })} />
      </Field>
      <Field label="Tên viết tắt" error={errors?.('shortName')}>
        <TextInput value={value.shortName} onChange={(event) => onValue({ shortName: event.target.value })} />
      </Field>
      <Field label="Loại" required>
        <Select value={value.kind} choices={KIND_CHOICES} onChoose={(kind) => onValue({ kind })} />
      </Field>
      <Field label="Trực thuộc" hint="Để trống nếu không trực thuộc cơ quan nào." error={errors?.('parentId')}>
        <Combobox
          options={parents}
          value={value.parent}
          onChoose={(parent) => onValue({ parent })}
          placeholder="Gõ tên cơ quan"
        />
      </Field>
    </>
  );
}

/** As the server takes it. */
export function bodyOfNew({ name, shortName, kind, parent }: NewOrganisation) {
  return { name, shortName: shortName.trim() || null, kind: kind as never, parentId: parent?.value ?? null };
}

/** Hợp nhất, sáp nhập: which end, into which – a new one or one that is there –, from when and on what basis. */
import { useId, useState } from 'react';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { dayOf } from '../../format/instant.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { bodyOfNew, EMPTY_ORGANISATION, NewFields, type NewOrganisation } from './new-fields.tsx';
import styles from './organisations.module.css';
import { SPOILS, useOrganisationOptions, useSaidDone } from './use-organisations.ts';

interface Typed {
  readonly ending: readonly Option[];
  readonly into: 'new' | 'there';
  readonly there: Option | null;
  readonly made: NewOrganisation;
  readonly on: string | null;
  readonly basis: string;
}

export function MergeDialog({
  onClose,
  onOpen,
}: {
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
}) {
  const form = useId();
  const said = useSaidDone();
  const [missing, setMissing] = useState<string | null>(null);
  const { value, set, clear } = useDraft<Typed>('organisation.merge', {
    ending: [],
    into: 'there',
    there: null,
    made: EMPTY_ORGANISATION,
    on: dayOf(new Date()),
    basis: '',
  });
  const all = useOrganisationOptions(value.on ?? undefined);
  const chosen = new Set(value.ending.map((one) => one.value));
  const rest = all.filter((one) => !chosen.has(one.value));
  const merge = useWrite('POST /organisations/merge', {
    spoils: SPOILS,
    onDone: ({ organisations }) => {
      const next = organisations.at(-1);
      clear();
      onClose();
      if (!next) return;
      said(`Đã sáp nhập vào “${next.name}”`, next.id);
      onOpen(next.id);
    },
  });
  const submit = () => {
    if (value.ending.length === 0) return setMissing('Hãy chọn các cơ quan được hợp nhất, sáp nhập.');
    if (value.into === 'there' && !value.there) return setMissing('Hãy chọn cơ quan tiếp nhận.');
    setMissing(null);
    merge.mutate({
      body: {
        predecessors: value.ending.map((one) => ({
          id: one.value,
          version: all.find((now) => now.value === one.value)?.version ?? 1,
        })),
        successor: value.into === 'there' && value.there ? { id: value.there.value } : bodyOfNew(value.made),
        on: value.on ?? '',
        basis: value.basis,
      },
    });
  };
  const problem = missing ?? (merge.error ? explain(merge.error).message : null);
  return (
    <Dialog
      open
      holds
      size="large"
      onClose={onClose}
      title="Hợp nhất, sáp nhập cơ quan"
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" type="submit" form={form} busy={merge.isPending}>
            Thực hiện
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {problem ? (
          <Notice tone="red" live>
            {problem}
          </Notice>
        ) : null}
        <Field label="Có hiệu lực từ ngày" required>
          <DateInput value={value.on} onValue={(on) => set({ on })} />
        </Field>
        <Field label="Các cơ quan kết thúc hoạt động" hint="Đơn vị trực thuộc sẽ chuyển theo cơ quan tiếp nhận.">
          <Combobox
            options={rest}
            value={null}
            onChoose={(one) => one && set({ ending: [...value.ending, { value: one.value, label: one.label }] })}
            placeholder="Gõ tên để thêm cơ quan"
          />
        </Field>
        {value.ending.length > 0 ? (
          <ul className={styles.lines}>
            {value.ending.map((one) => (
              <li key={one.value} className={styles.line}>
                <div>{one.label}</div>
                <IconButton
                  small
                  icon="close"
                  label={`Bỏ ${one.label}`}
                  onClick={() => set({ ending: value.ending.filter((other) => other.value !== one.value) })}
                />
              </li>
            ))}
          </ul>
        ) : null}
        <Radios
          label="Cơ quan tiếp nhận"
          value={value.into}
          onChoose={(into) => set({ into: into as Typed['into'] })}
          choices={[
            { value: 'there', label: 'Cơ quan đang hoạt động' },
            { value: 'new', label: 'Cơ quan mới thành lập' },
          ]}
        />
        {value.into === 'there' ? (
          <Field label="Chọn cơ quan tiếp nhận" required>
            <Combobox options={rest} value={value.there} onChoose={(there) => set({ there })} placeholder="Gõ tên" />
          </Field>
        ) : (
          <div className={styles.group}>
            <NewFields
              value={value.made}
              onValue={(change) => set({ made: { ...value.made, ...change } })}
              parents={rest}
            />
          </div>
        )}
        <Field label="Căn cứ pháp lý" required hint="Số, ký hiệu, ngày của văn bản.">
          <TextInput value={value.basis} onChange={(event) => set({ basis: event.target.value })} />
        </Field>
      </form>
    </Dialog>
  );
}

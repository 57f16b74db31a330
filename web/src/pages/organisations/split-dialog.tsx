/** Chia, tách: into which – new ones or ones that are there –, and whether the one that is split goes on. */
import { useId, useState } from 'react';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { dayOf } from '../../format/instant.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import type { Detail } from './detail.tsx';
import { bodyOfNew, EMPTY_ORGANISATION, NewFields, type NewOrganisation } from './new-fields.tsx';
import styles from './organisations.module.css';
import { SPOILS, useOrganisationOptions, useSaidDone } from './use-organisations.ts';

interface Next {
  readonly key: number;
  readonly there: boolean;
  readonly one: Option | null;
  readonly made: NewOrganisation;
}

interface Typed {
  readonly keeps: boolean;
  readonly next: readonly Next[];
  readonly on: string | null;
  readonly basis: string;
}

export function SplitDialog({
  one,
  onClose,
  onOpen,
}: {
  readonly one: Detail;
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
}) {
  const form = useId();
  const said = useSaidDone();
  const [missing, setMissing] = useState<string | null>(null);
  const parent = one.parent ? { value: one.parent.id, label: one.parent.name } : null;
  const fresh = (key: number): Next => ({
    key,
    there: false,
    one: null,
    made: { ...EMPTY_ORGANISATION, kind: one.kind, parent },
  });
  const { value, set, clear } = useDraft<Typed>(`organisation.split.${one.id}.${one.version}`, {
    keeps: false,
    next: [fresh(1), fresh(2)],
    on: dayOf(new Date()),
    basis: '',
  });
  const all = useOrganisationOptions(value.on ?? undefined).filter((option) => option.value !== one.id);
  const change = (key: number, to: Partial<Next>) =>
    set({ next: value.next.map((next) => (next.key === key ? { ...next, ...to } : next)) });
  const split = useWrite('POST /organisations/:id/split', {
    spoils: SPOILS,
    onDone: () => {
      clear();
      onClose();
      said(`Đã chia, tách “${one.name}”`, one.id);
      onOpen(one.id);
    },
  });
  const submit = () => {
    if (value.next.some((next) => next.there && !next.one)) return setMissing('Hãy chọn cơ quan tiếp nhận.');
    setMissing(null);
    split.mutate({
      params: { id: one.id },
      body: {
        version: one.version,
        keeps: value.keeps,
        on: value.on ?? '',
        basis: value.basis,
        successors: value.next.map((next) => (next.there && next.one ? { id: next.one.value } : bodyOfNew(next.made))),
      },
    });
  };
  const problem = missing ?? (split.error ? explain(split.error).message : null);
  return (
    <Dialog
      open
      holds
      size="large"
      onClose={onClose}
      title={`Chia, tách: ${one.name}`}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" type="submit" form={form} busy={split.isPending}>
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
        <Radios
          label="Cách thực hiện"
          value={value.keeps ? 'keeps' : 'ends'}
          onChoose={(how) => set({ keeps: how === 'keeps' })}
          choices={[
            { value: 'ends', label: 'Chia', hint: 'Cơ quan này kết thúc, các cơ quan dưới đây tiếp nhận.' },
            { value: 'keeps', label: 'Tách', hint: 'Cơ quan này tiếp tục hoạt động.' },
          ]}
        />
        <Field label="Có hiệu lực từ ngày" required>
          <DateInput value={value.on} onValue={(on) => set({ on })} />
        </Field>
        {value.next.map((next, at) => (
          <fieldset key={next.key} className={styles.group}>
            <legend>Cơ quan tiếp nhận {at + 1}</legend>
            <Radios
              label={`Cơ quan tiếp nhận ${at + 1}`}
              hideLabel
              inline
              value={next.there ? 'there' : 'new'}
              onChoose={(how) => change(next.key, { there: how === 'there' })}
              choices={[
                { value: 'new', label: 'Mới thành lập' },
                { value: 'there', label: 'Đang hoạt động' },
              ]}
            />
            {next.there ? (
              <Field label="Chọn cơ quan" required>
                <Combobox
                  options={all}
                  value={next.one}
                  onChoose={(chosen) => change(next.key, { one: chosen })}
                  placeholder="Gõ tên"
                />
              </Field>
            ) : (
              <NewFields
                value={next.made}
                onValue={(to) => change(next.key, { made: { ...next.made, ...to } })}
                parents={all}
              />
            )}
            {value.next.length > (value.keeps ? 1 : 2) ? (
              <ButtonRow>
                <Button
                  small
                  kind="quiet"
                  onClick={() => set({ next: value.next.filter((other) => other.key !== next.key) })}
                >
                  Bỏ cơ quan này
                </Button>
              </ButtonRow>
            ) : null}
          </fieldset>
        ))}
        <ButtonRow>
          <Button
            small
            icon="add"
            onClick={() => set({ next: [...value.next, fresh(Math.max(...value.next.map(({ key }) => key)) + 1)] })}
          >
            Thêm cơ quan tiếp nhận
          </Button>
        </ButtonRow>
        <Field label="Căn cứ pháp lý" required hint="Số, ký hiệu, ngày của văn bản.">
          <TextInput value={value.basis} onChange={(event) => set({ basis: event.target.value })} />
        </Field>
      </form>
    </Dialog>
  );
}

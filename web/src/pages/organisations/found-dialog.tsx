/** Adding an organisation (thêm cơ quan): its name, kind, the body above, from when and on what basis. */
import { useId } from 'react';
import { ApiProblem, explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { dayOf } from '../../format/instant.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { bodyOfNew, EMPTY_ORGANISATION, NewFields, type NewOrganisation } from './new-fields.tsx';
import styles from './organisations.module.css';
import { SPOILS, useOrganisationOptions, useSaidDone } from './use-organisations.ts';

interface Typed extends NewOrganisation {
  readonly from: string | null;
  readonly basis: string;
}

export function FoundDialog({
  onClose,
  onOpen,
}: {
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
}) {
  const form = useId();
  const said = useSaidDone();
  const { value, set, clear } = useDraft<Typed>('organisation.new', {
    ...EMPTY_ORGANISATION,
    from: dayOf(new Date()),
    basis: '',
  });
  const parents = useOrganisationOptions(value.from ?? undefined);
  const found = useWrite('POST /organisations', {
    spoils: SPOILS,
    onDone: (made) => {
      clear();
      said(`Đã thêm “${made.name}”`, made.id);
      onClose();
      onOpen(made.id);
    },
  });
  const problem = found.error instanceof ApiProblem ? found.error : null;
  return (
    <Dialog
      open
      holds
      onClose={onClose}
      title="Thêm cơ quan"
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" type="submit" form={form} busy={found.isPending}>
            Thêm cơ quan
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          found.mutate({ body: { ...bodyOfNew(value), from: value.from, basis: value.basis.trim() || null } });
        }}
      >
        {found.error ? (
          <Notice tone="red" live>
            {explain(found.error).message}
          </Notice>
        ) : null}
        <NewFields value={value} onValue={set} parents={parents} errors={(path) => problem?.field(path)} />
        <Field label="Hoạt động từ ngày" hint="Để trống nếu không rõ." error={problem?.field('from')}>
          <DateInput value={value.from} onValue={(from) => set({ from })} />
        </Field>
        <Field label="Căn cứ pháp lý" error={problem?.field('basis')}>
          <TextInput value={value.basis} onChange={(event) => set({ basis: event.target.value })} />
        </Field>
      </form>
    </Dialog>
  );
}

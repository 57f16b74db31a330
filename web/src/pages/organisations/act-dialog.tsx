/** The forms that change one organisation: đổi tên, đính chính tên, chuyển cơ quan chủ quản, kết thúc, mở lại, sửa loại. */
import { useId, useState } from 'react';
import { ApiProblem, explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { dayOf } from '../../format/instant.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select, TextArea, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import type { Detail } from './detail.tsx';
import styles from './organisations.module.css';
import { SPOILS, useOrganisationOptions, useSaidDone } from './use-organisations.ts';
import { KIND_CHOICES } from './words.ts';

export type Act =
  | { readonly kind: 'rename' | 'move' | 'end' | 'reopen' | 'correct' }
  | {
      readonly kind: 'correct-name';
      readonly ordinal: number;
      readonly name: string;
      readonly shortName: string | null;
    };

const TITLES: Readonly<Record<Act['kind'], string>> = {
  rename: 'Đổi tên',
  move: 'Chuyển cơ quan chủ quản',
  end: 'Kết thúc hoạt động',
  reopen: 'Mở lại',
  correct: 'Sửa loại, mã',
  'correct-name': 'Đính chính tên',
};
const DONE: Readonly<Record<Act['kind'], string>> = {
  rename: 'Đã đổi tên',
  move: 'Đã chuyển cơ quan chủ quản của',
  end: 'Đã kết thúc hoạt động',
  reopen: 'Đã mở lại',
  correct: 'Đã sửa',
  'correct-name': 'Đã đính chính tên',
};

interface Typed {
  readonly name: string;
  readonly shortName: string;
  readonly day: string | null;
  readonly basis: string;
  readonly kind: string;
  readonly code: string;
}

export function ActDialog({
  act,
  one,
  onClose,
}: {
  readonly act: Act;
  readonly one: Detail;
  readonly onClose: () => void;
}) {
  const form = useId();
  const said = useSaidDone();
  const name = act.kind === 'correct-name' ? act.name : '';
  const shortName = act.kind === 'correct-name' ? (act.shortName ?? '') : '';
  const { value, set, clear } = useDraft<Typed>(`organisation.${act.kind}.${one.id}.${one.version}`, {
    name,
    shortName,
    day: dayOf(new Date()),
    basis: '',
    kind: one.kind,
    code: one.code ?? '',
  });
  const [parent, setParent] = useState<Option | null>(
    one.parent ? { value: one.parent.id, label: one.parent.name } : null,
  );
  const onDone = () => {
    clear();
    said(`${DONE[act.kind]} “${one.name}”`, one.id);
    onClose();
  };
  const options = { spoils: SPOILS, onDone };
  const rename = useWrite('POST /organisations/:id/rename', options);
  const correctName = useWrite('PATCH /organisations/:id/names/:ordinal', options);
  const move = useWrite('POST /organisations/:id/move', options);
  const end = useWrite('POST /organisations/:id/end', options);
  const reopen = useWrite('POST /organisations/:id/reopen', options);
  const correct = useWrite('PATCH /organisations/:id', options);
  const all = [rename, correctName, move, end, reopen, correct];
  const error = all.find((write) => write.error)?.error ?? null;
  const field = (path: string) => (error instanceof ApiProblem ? error.field(path) : undefined);
  const candidates = useOrganisationOptions(value.day ?? undefined).filter((option) => option.value !== one.id);

  const submit = () => {
    const params = { id: one.id };
    const { version } = one;
    const short = value.shortName.trim() || null;
    const day = value.day ?? '';
    if (act.kind === 'rename')
      rename.mutate({ params, body: { version, name: value.name, shortName: short, from: day, basis: value.basis } });
    if (act.kind === 'correct-name')
      correctName.mutate({
        params: { ...params, ordinal: act.ordinal },
        body: { version, name: value.name, shortName: short, ...(value.basis ? { reason: value.basis } : {}) },
      });
    if (act.kind === 'move')
      move.mutate({
        params,
        body: {
          version,
          parentId: parent?.value ?? null,
          from: day,
          ...(value.basis ? { reason: value.basis } : {}),
        },
      });
    if (act.kind === 'end') end.mutate({ params, body: { version, on: day, basis: value.basis } });
    if (act.kind === 'reopen') reopen.mutate({ params, body: { version, reason: value.basis } });
    if (act.kind === 'correct')
      correct.mutate({ params, body: { version, kind: value.kind as never, code: value.code.trim() || null } });
  };
  const dated = act.kind === 'rename' || act.kind === 'move' || act.kind === 'end';
  const named = act.kind === 'rename' || act.kind === 'correct-name';
  return (
    <Dialog
      open
      holds
      onClose={onClose}
      title={`${TITLES[act.kind]}: ${one.name}`}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button
            kind={act.kind === 'end' ? 'danger' : 'main'}
            type="submit"
            form={form}
            busy={all.some((write) => write.isPending)}
          >
            {TITLES[act.kind]}
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
        {error ? (
          <Notice tone="red" live>
            {explain(error).message}
          </Notice>
        ) : null}
        {act.kind === 'correct-name' ? (
          <Notice>Dùng khi tên đã được ghi sai. Nếu cơ quan đổi sang tên mới, hãy dùng “Đổi tên”.</Notice>
        ) : null}
        {named ? (
          <>
            <Field label={act.kind === 'rename' ? 'Tên mới' : 'Tên đúng'} required error={field('name')}>
              <TextInput value={value.name} onChange={(event) => set({ name: event.target.value })} />
            </Field>
            <Field label="Tên viết tắt" error={field('shortName')}>
              <TextInput value={value.shortName} onChange={(event) => set({ shortName: event.target.value })} />
            </Field>
          </>
        ) : null}
        {act.kind === 'move' ? (
          <Field
            label="Cơ quan chủ quản mới"
            hint="Để trống nếu không trực thuộc cơ quan nào."
            error={field('parentId')}
          >
            <Combobox options={candidates} value={parent} onChoose={setParent} placeholder="Gõ tên cơ quan" />
          </Field>
        ) : null}
        {act.kind === 'correct' ? (
          <>
            <Field label="Loại" required>
              <Select value={value.kind} choices={KIND_CHOICES} onChoose={(kind) => set({ kind })} />
            </Field>
            <Field label="Mã" hint="Chữ thường không dấu, số và dấu -." error={field('code')}>
              <TextInput value={value.code} onChange={(event) => set({ code: event.target.value })} />
            </Field>
          </>
        ) : null}
        {dated ? (
          <Field
            label={act.kind === 'end' ? 'Ngày đầu tiên không còn hoạt động' : 'Từ ngày'}
            required
            error={field('from') ?? field('on')}
          >
            <DateInput value={value.day} onValue={(day) => set({ day })} />
          </Field>
        ) : null}
        {act.kind === 'rename' || act.kind === 'end' ? (
          <Field label="Căn cứ pháp lý" required hint="Số, ký hiệu, ngày của văn bản." error={field('basis')}>
            <TextInput value={value.basis} onChange={(event) => set({ basis: event.target.value })} />
          </Field>
        ) : null}
        {act.kind === 'move' || act.kind === 'correct-name' || act.kind === 'reopen' ? (
          <Field label="Lý do" required={act.kind === 'reopen'} error={field('reason')}>
            <TextArea value={value.basis} onChange={(event) => set({ basis: event.target.value })} />
          </Field>
        ) : null}
      </form>
    </Dialog>
  );
}

/** A case added, or what is known of it corrected. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { ApiProblem, explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { useMe } from '../../api/session.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useOrganisationOptions } from '../people/use-options.ts';
import styles from './backlog.module.css';
import { type Case, SPOILS, useSaidDone } from './use-cases.ts';

/** The organisation of the post that the person acts through. */
export function useOwnOrganisation(): string | null {
  return useMe().post?.organisation.id ?? null;
}

export function CaseDialog({ of, onClose }: { readonly of: Case | null; readonly onClose: () => void }) {
  const me = useMe();
  const form = useId();
  const own = useOwnOrganisation();
  const navigate = useNavigate();
  const organisations = useOrganisationOptions();
  const draft = useDraft(of ? `case.${of.id}.${of.version}` : 'case-new', {
    title: of?.title ?? '',
    summary: of?.summary ?? '',
    field: of?.field ?? '',
    place: of?.place ?? '',
    organisationId: of?.organisation.id ?? own ?? '',
    postId: of?.post?.id ?? '',
    responsible: of?.responsible ?? '',
    aroseOn: of?.aroseOn ?? null,
    dueOn: of?.dueOn ?? null,
  });
  const { value, set } = draft;
  const posts = useQuery({
    ...read('GET /posts', { query: { organisation: value.organisationId, limit: 200 } }),
    enabled: value.organisationId !== '',
  });
  const [valid, setValid] = useState(true);
  const said = useSaidDone(() => void navigate({ to: '/nhiem-vu/vu-viec' }));
  const done = (text: string) => (row: Case) => {
    draft.clear();
    onClose();
    said(text, row.id);
    if (of === null) void navigate({ to: '/nhiem-vu/vu-viec/$id', params: { id: row.id } });
  };
  const add = useWrite('POST /cases', { spoils: SPOILS, onDone: done('Đã thêm vụ việc') });
  const edit = useWrite('PATCH /cases/:id', { spoils: SPOILS, onDone: done('Đã lưu vụ việc') });
  const error = add.error ?? edit.error;
  const wrong = (name: string) => (error instanceof ApiProblem ? error.field(name) : undefined);
  const send = () => {
    if (!valid) return;
    const body = {
      title: value.title,
      summary: value.summary,
      field: value.field || null,
      place: value.place || null,
      organisationId: value.organisationId,
      postId: value.postId || null,
      responsible: value.responsible || null,
      aroseOn: value.aroseOn,
      dueOn: value.dueOn,
    };
    if (of === null) add.mutate({ body });
    else edit.mutate({ params: { id: of.id }, body: { ...body, version: of.version } });
  };
  const organisation = organisations.find((one) => one.value === value.organisationId) ?? null;
  const postOptions = (posts.data?.items ?? []).map((one) => ({
    value: one.id,
    label: one.title,
    hint: one.holders.find((holder) => holder.to === null)?.person.fullName ?? 'Chưa có người giữ',
  }));
  const onDay = (name: 'aroseOn' | 'dueOn') => (day: string | null, ok: boolean) => {
    setValid(ok);
    set({ [name]: day });
  };
  return (
    <Dialog
      open
      holds
      title={of === null ? 'Thêm vụ việc tồn đọng' : 'Sửa thông tin vụ việc'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" type="submit" form={form} busy={add.isPending || edit.isPending}>
            {of === null ? 'Thêm vụ việc' : 'Lưu'}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {error ? (
          <Notice tone="red" live>
            {explain(error).message}
          </Notice>
        ) : null}
        <Field label="Vụ việc" error={wrong('title')} required>
          <TextInput value={value.title} maxLength={500} onChange={(event) => set({ title: event.target.value })} />
        </Field>
        <Field label="Nội dung, vướng mắc" error={wrong('summary')}>
          <TextArea value={value.summary} rows={4} onChange={(event) => set({ summary: event.target.value })} />
        </Field>
        <div className={styles.pair}>
          <Field label="Lĩnh vực" hint="Ví dụ: Đất đai">
            <TextInput value={value.field} onChange={(event) => set({ field: event.target.value })} />
          </Field>
          <Field label="Địa bàn">
            <TextInput value={value.place} onChange={(event) => set({ place: event.target.value })} />
          </Field>
        </div>
        <Field label="Cơ quan phụ trách" error={wrong('organisationId')} required>
          <Combobox
            value={organisation}
            options={organisations}
            disabled={me.post?.role !== 'office'}
            onChoose={(option) => set({ organisationId: option?.value ?? '', postId: '' })}
          />
        </Field>
        <div className={styles.pair}>
          <Field label="Chức danh chịu trách nhiệm" error={wrong('postId')}>
            <Combobox
              value={postOptions.find((one) => one.value === value.postId) ?? null}
              options={postOptions}
              onChoose={(option) => set({ postId: option?.value ?? '' })}
            />
          </Field>
          <Field label="Người chịu trách nhiệm" hint="Ghi tên khi không có trong danh sách chức danh.">
            <TextInput value={value.responsible} onChange={(event) => set({ responsible: event.target.value })} />
          </Field>
        </div>
        <div className={styles.pair}>
          <Field label="Phát sinh từ ngày" error={wrong('aroseOn')}>
            <DateInput value={value.aroseOn} onValue={onDay('aroseOn')} />
          </Field>
          <Field label="Thời hạn cuối cùng" error={wrong('dueOn')}>
            <DateInput value={value.dueOn} onValue={onDay('dueOn')} />
          </Field>
        </div>
      </form>
    </Dialog>
  );
}

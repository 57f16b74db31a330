/** An inspection added or corrected; what it would clash with is shown before it is saved. */
import { useEffect, useId, useRef } from 'react';
import { INSPECTION_KIND_WORDS, INSPECTION_KINDS, type InspectionKind } from '#delivery/inspection.ts';
import { monthsBetween } from '#delivery/overlap.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { useMe } from '../../api/session.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select, TextArea, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useOrganisationOptions } from '../people/use-options.ts';
import styles from './inspections.module.css';
import { type Inspection, SPOILS, useSaidDone } from './use-inspections.ts';

/** A typist's pause before clashes are looked for, milliseconds. */
const PAUSE = 300;

export interface InspectionDialogProps {
  readonly year: number;
  /** Null: a new one. */
  readonly of: Inspection | null;
  readonly onClose: () => void;
}

export function InspectionDialog({ year, of, onClose }: InspectionDialogProps) {
  const me = useMe();
  const form = useId();
  const organisations = useOrganisationOptions();
  const draft = useDraft(of ? `inspection.${of.id}.${of.version}` : `inspection-new.${year}`, {
    kind: (of?.kind ?? 'inspection') as InspectionKind,
    organisationId: of?.organisation.id ?? me.post?.organisation.id ?? '',
    subjectId: of?.subject.id ?? '',
    subjectName: of && of.subject.id === null ? of.subject.name : '',
    content: of?.content ?? '',
    fromMonth: of?.fromMonth ?? '',
    toMonth: of?.toMonth ?? '',
    decision: of?.decision ?? '',
    note: of?.note ?? '',
  });
  const { value, set } = draft;
  const said = useSaidDone();
  const done = (text: string) => (row: Inspection) => {
    draft.clear();
    onClose();
    said(text, row.id);
  };
  const add = useWrite('POST /inspections', { spoils: SPOILS, onDone: done('Đã thêm vào kế hoạch') });
  const edit = useWrite('PATCH /inspections/:id', { spoils: SPOILS, onDone: done('Đã lưu') });
  const check = useWrite('POST /inspections/check');
  const error = add.error ?? edit.error;
  const wrong = (name: string) => (error instanceof ApiProblem ? error.field(name) : undefined);
  const facts = {
    year,
    kind: value.kind,
    organisationId: value.organisationId,
    subjectId: value.subjectId || null,
    subjectName: value.subjectId ? null : value.subjectName || null,
    fromMonth: value.fromMonth,
    toMonth: value.toMonth,
  };
  const whole =
    value.organisationId !== '' &&
    (value.subjectId !== '' || value.subjectName.trim() !== '') &&
    value.fromMonth !== '' &&
    value.toMonth >= value.fromMonth;
  const asked = whole ? JSON.stringify(facts) : '';
  const look = useRef(check.mutate);
  look.current = check.mutate;
  const ownId = of?.id;
  useEffect(() => {
    if (asked === '') return;
    const pause = setTimeout(
      () => look.current({ body: { ...JSON.parse(asked), ...(ownId ? { id: ownId } : {}) } }),
      PAUSE,
    );
    return () => clearTimeout(pause);
  }, [asked, ownId]);
  const clashes = asked === '' ? [] : (check.data?.clashes ?? []);
  const months = (from: string, to: string) =>
    monthsBetween(from, to).map((month) => ({
      value: month,
      label: `Tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`,
    }));
  const last = value.fromMonth === '' ? `${year}-12` : `${year + 1}-${value.fromMonth.slice(5)}`;
  return (
    <Dialog
      open
      holds
      title={of === null ? `Thêm cuộc vào kế hoạch năm ${year}` : 'Sửa cuộc thanh tra, kiểm tra'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" type="submit" form={form} busy={add.isPending || edit.isPending}>
            {clashes.length > 0 ? 'Vẫn lưu' : of === null ? 'Thêm cuộc' : 'Lưu'}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const body = {
            ...facts,
            content: value.content,
            decision: value.decision || null,
            note: value.note || null,
          };
          if (of === null) add.mutate({ body });
          else edit.mutate({ params: { id: of.id }, body: { ...body, version: of.version } });
        }}
      >
        {error ? (
          <Notice tone="red" live>
            {explain(error).message}
          </Notice>
        ) : null}
        <Field label="Đối tượng là cơ quan trong danh mục" error={wrong('subjectId')}>
          <Combobox
            value={organisations.find((one) => one.value === value.subjectId) ?? null}
            options={organisations}
            onChoose={(option) => set({ subjectId: option?.value ?? '', subjectName: '' })}
          />
        </Field>
        {value.subjectId === '' ? (
          <Field
            label="Hoặc tên đối tượng khác"
            hint="Doanh nghiệp, đơn vị ngoài danh mục."
            error={wrong('subjectName')}
          >
            <TextInput value={value.subjectName} onChange={(event) => set({ subjectName: event.target.value })} />
          </Field>
        ) : null}
        <Field label="Nội dung" error={wrong('content')} required>
          <TextArea
            rows={3}
            required
            value={value.content}
            onChange={(event) => set({ content: event.target.value })}
          />
        </Field>
        <div className={styles.pair}>
          <Field label="Hình thức" required>
            <Select
              value={value.kind}
              choices={INSPECTION_KINDS.map((kind) => ({ value: kind, label: INSPECTION_KIND_WORDS[kind] }))}
              onChoose={(kind) => set({ kind: kind as InspectionKind })}
            />
          </Field>
          <Field label="Cơ quan tiến hành" error={wrong('organisationId')} required>
            <Combobox
              value={organisations.find((one) => one.value === value.organisationId) ?? null}
              options={organisations}
              disabled={me.post?.role !== 'office'}
              onChoose={(option) => set({ organisationId: option?.value ?? '' })}
            />
          </Field>
        </div>
        <div className={styles.pair}>
          <Field label="Từ tháng" error={wrong('fromMonth')} required>
            <Select
              empty="Chọn tháng"
              value={value.fromMonth}
              choices={months(`${year}-01`, `${year}-12`)}
              onChoose={(month) => set({ fromMonth: month, ...(value.toMonth < month ? { toMonth: month } : {}) })}
            />
          </Field>
          <Field label="Đến tháng" error={wrong('toMonth')} required>
            <Select
              empty="Chọn tháng"
              value={value.toMonth}
              choices={months(value.fromMonth || `${year}-01`, last)}
              onChoose={(toMonth) => set({ toMonth })}
            />
          </Field>
        </div>
        {clashes.length > 0 ? (
          <Notice tone="amber" live>
            {clashes.map((clash) => (
              <p key={`${clash.firstId} ${clash.secondId}`}>{clash.vi}</p>
            ))}
          </Notice>
        ) : null}
        <Field label="Quyết định" hint="Số, ngày của quyết định, nếu đã có.">
          <TextInput value={value.decision} onChange={(event) => set({ decision: event.target.value })} />
        </Field>
        <Field label="Ghi chú">
          <TextInput value={value.note} onChange={(event) => set({ note: event.target.value })} />
        </Field>
      </form>
    </Dialog>
  );
}

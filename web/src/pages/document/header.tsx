/** What a document is (thông tin đầu văn bản), and putting it right. */
import { useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { queryClient, useWrite } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { formatInstant } from '../../format/instant.ts';
import { Tag } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './document.module.css';

export type DocumentView = Answer<'GET /documents/:id'>;

const LABELS = {
  type: 'Loại văn bản',
  symbol: 'Số, ký hiệu',
  issuedOn: 'Ngày ban hành',
  issuer: 'Cơ quan ban hành',
  planYear: 'Năm kế hoạch',
  title: 'Trích yếu',
} as const;

export function Facts({ document }: { readonly document: DocumentView }) {
  const values: Readonly<Record<keyof typeof LABELS, string | null>> = {
    type: document.type,
    symbol: document.symbol,
    issuedOn: document.issuedOn && formatDay(document.issuedOn),
    issuer: document.issuer,
    planYear: document.planYear === null ? null : String(document.planYear),
    title: document.title,
  };
  return (
    <dl className={styles.facts}>
      {(Object.keys(LABELS) as (keyof typeof LABELS)[]).map((field) => (
        <div key={field} className={field === 'title' ? styles.wideFact : undefined}>
          <dt>{LABELS[field]}</dt>
          <dd>
            {values[field] ?? <span title="Không đọc được trong văn bản">—</span>}{' '}
            {document.corrected.includes(field) ? <Tag>Đã sửa</Tag> : null}
          </dd>
        </div>
      ))}
      <div className={styles.wideFact}>
        <dt>Tệp gốc</dt>
        <dd>
          {document.fileName} · tải lên {formatInstant(document.uploadedAt)}
          {document.uploadedBy ? ` bởi ${document.uploadedBy.name}` : ''}
        </dd>
      </div>
    </dl>
  );
}

export function EditHeader({
  document,
  open,
  onClose,
}: {
  readonly document: DocumentView;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  return open ? <Form document={document} onClose={onClose} /> : null;
}

function Form({ document, onClose }: { readonly document: DocumentView; readonly onClose: () => void }) {
  const [base, setBase] = useState(document);
  const [fields, setFields] = useState({
    type: document.type ?? '',
    symbol: document.symbol ?? '',
    issuedOn: document.issuedOn,
    issuer: document.issuer ?? '',
    planYear: document.planYear === null ? '' : String(document.planYear),
    title: document.title ?? '',
  });
  const [dayValid, setDayValid] = useState(true);
  const set = (name: keyof typeof fields) => (event: { readonly target: { readonly value: string } }) =>
    setFields({ ...fields, [name]: event.target.value });
  const save = useWrite('PATCH /documents/:id', {
    spoils: ['GET /documents', 'GET /documents/:id', 'GET /documents/choices', 'GET /documents/:id/citations'],
    onDone: () => {
      toast({ text: 'Đã lưu thông tin văn bản' });
      onClose();
    },
  });
  const problem = save.error instanceof ApiProblem ? save.error : null;
  const conflict = problem?.code === 'conflict';
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  const submit = () => {
    const year = text(fields.planYear);
    save.mutate(
      {
        params: { id: document.id },
        body: {
          version: base.version,
          type: text(fields.type),
          symbol: text(fields.symbol),
          issuedOn: fields.issuedOn,
          issuer: text(fields.issuer),
          title: text(fields.title),
          planYear: year === null ? null : Number(year),
        },
      },
      {
        onError: (error) => {
          if (!(error instanceof ApiProblem) || error.code !== 'conflict') return;
          void queryClient.invalidateQueries({ queryKey: ['GET /documents/:id'] });
          // Saved again, what is typed here stands.
          const current = error.body.current as DocumentView | undefined;
          if (current) setBase(current);
        },
      },
    );
  };
  return (
    <Dialog
      open
      holds
      onClose={onClose}
      title="Sửa thông tin văn bản"
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" busy={save.isPending} disabled={!dayValid} onClick={submit}>
            {conflict ? 'Lưu đè bản mới' : 'Lưu'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {save.isError ? (
          <Notice tone="amber" live>
            {explain(save.error).message}
          </Notice>
        ) : null}
        <Field label={LABELS.type} error={problem?.field('type')}>
          <TextInput value={fields.type} onChange={set('type')} maxLength={100} />
        </Field>
        <Field label={LABELS.symbol} error={problem?.field('symbol')}>
          <TextInput value={fields.symbol} onChange={set('symbol')} maxLength={100} />
        </Field>
        <Field
          label={LABELS.issuedOn}
          error={dayValid ? problem?.field('issuedOn') : 'Ngày chưa đúng dạng ngày/tháng/năm.'}
        >
          <DateInput
            value={fields.issuedOn}
            onValue={(value, valid) => {
              setDayValid(valid);
              if (valid) setFields({ ...fields, issuedOn: value });
            }}
          />
        </Field>
        <Field label={LABELS.issuer} error={problem?.field('issuer')}>
          <TextInput value={fields.issuer} onChange={set('issuer')} maxLength={300} />
        </Field>
        <Field label={LABELS.planYear} error={problem?.field('planYear')}>
          <TextInput inputMode="numeric" value={fields.planYear} onChange={set('planYear')} maxLength={4} />
        </Field>
        <Field label={LABELS.title} error={problem?.field('title')}>
          <TextArea rows={4} value={fields.title} onChange={set('title')} maxLength={2000} />
        </Field>
      </div>
    </Dialog>
  );
}

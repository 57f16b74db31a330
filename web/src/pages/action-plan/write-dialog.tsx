/** An agency's action plan written down: symbol, day of issue, its document; its own day, which the Office sets. */
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { queryClient, useWrite } from '../../api/query.ts';
import { useMe } from '../../api/session.ts';
import { Button } from '../../ui/button.tsx';
import type { Option } from '../../ui/combobox.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './action-plan.module.css';
import { DocumentInput } from './document-input.tsx';
import { type AgencyPlan, SPOILS } from './shared.ts';

export function WriteDialog({
  planId,
  item,
  onClose,
}: {
  readonly planId: string;
  readonly item: AgencyPlan;
  readonly onClose: () => void;
}) {
  const me = useMe();
  const office = me.post?.role === 'office';
  const [symbol, setSymbol] = useState(item.symbol ?? '');
  const [issuedOn, setIssuedOn] = useState(item.issuedOn);
  const [dueOn, setDueOn] = useState(item.ownDueOn);
  const [note, setNote] = useState(item.note ?? '');
  const [document, setDocument] = useState<Option | null>(
    item.document ? { value: item.document.id, label: item.document.symbol ?? item.document.title } : null,
  );
  const params = { id: planId, organisation: item.organisation.id };
  const save = useWrite('PUT /plans/:id/action-plans/:organisation', {
    spoils: SPOILS,
    onDone: (now) => {
      toast({
        text: `Đã ghi kế hoạch hành động của ${item.organisation.name}`,
        undo: async () => {
          const { symbol, issuedOn, note, ownDueOn } = item;
          const body = { version: now.version, symbol, issuedOn, note, documentId: item.document?.id ?? null };
          try {
            await call('PUT /plans/:id/action-plans/:organisation', {
              params,
              body: { ...body, ...(office ? { dueOn: ownDueOn } : {}) },
            });
          } catch (error) {
            toast({ text: explain(error).message, wrong: true });
          }
          await queryClient.invalidateQueries({ queryKey: [SPOILS[0]] });
        },
      });
      onClose();
    },
  });
  return (
    <Dialog
      open
      holds
      onClose={onClose}
      title={`Kế hoạch hành động của ${item.organisation.name}`}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button
            kind="main"
            busy={save.isPending}
            onClick={() =>
              save.mutate({
                params,
                body: {
                  version: item.version,
                  symbol: symbol.trim() || null,
                  issuedOn,
                  documentId: document?.value ?? null,
                  note: note.trim() || null,
                  ...(office ? { dueOn } : {}),
                },
              })
            }
          >
            Lưu
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {save.isError ? (
          <Notice tone="red" live>
            {explain(save.error).message}
          </Notice>
        ) : null}
        <div className={styles.pair}>
          <Field label="Số, ký hiệu">
            <TextInput
              value={symbol}
              maxLength={100}
              placeholder="15/KH-STC"
              onChange={(event) => setSymbol(event.target.value)}
            />
          </Field>
          <Field label="Ngày ban hành">
            <DateInput value={issuedOn} onValue={(day, valid) => valid && setIssuedOn(day)} />
          </Field>
        </div>
        <Field label="Văn bản trong thư viện" hint="Chọn kế hoạch đã tải lên thư viện để mọi người xem được.">
          <DocumentInput value={document} onChoose={setDocument} />
        </Field>
        {office ? (
          <Field label="Hạn ban hành riêng" hint="Để trống: theo hạn chung của kế hoạch.">
            <DateInput value={dueOn} onValue={(day, valid) => valid && setDueOn(day)} />
          </Field>
        ) : null}
        <Field label="Ghi chú">
          <TextArea rows={2} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}

/** One inspection at the side: what is known, what it clashes with, its documents, what can be done with it. */
import { useState } from 'react';
import { INSPECTION_KIND_WORDS } from '#delivery/inspection.ts';
import { formatMonths } from '#delivery/overlap.ts';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { MISSING } from '../../format/number.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { Evidence } from '../evidence/evidence.tsx';
import styles from './inspections.module.css';
import { type Clash, type Inspection, SPOILS, useSaidDone } from './use-inspections.ts';
import { StateTag } from './words.tsx';

type Act = 'start' | 'finish' | 'cancel' | 'restore';

const ACTS_OF: Readonly<Record<Inspection['state'], readonly Act[]>> = {
  planned: ['start', 'finish', 'cancel'],
  'under-way': ['finish', 'cancel'],
  done: ['restore'],
  cancelled: ['restore'],
};
const WORDS: Readonly<Record<Act, { readonly act: string; readonly done: string }>> = {
  start: { act: 'Bắt đầu', done: 'Đã bắt đầu' },
  finish: { act: 'Kết thúc', done: 'Đã kết thúc' },
  cancel: { act: 'Hủy', done: 'Đã hủy cuộc này' },
  restore: { act: 'Đưa lại vào kế hoạch', done: 'Đã đưa lại vào kế hoạch' },
};

export interface DrawerProps {
  readonly of: Inspection | null;
  readonly clashes: readonly Clash[];
  readonly onClose: () => void;
  readonly onEdit: (one: Inspection) => void;
}

export function InspectionDrawer({ of, clashes, onClose, onEdit }: DrawerProps) {
  return (
    <Drawer open={of !== null} onClose={onClose} title={of?.subject.name ?? ''}>
      {of ? (
        <Body
          key={of.id}
          of={of}
          clashes={clashes.filter((one) => one.firstId === of.id || one.secondId === of.id)}
          onEdit={() => onEdit(of)}
        />
      ) : null}
    </Drawer>
  );
}

function Body({
  of,
  clashes,
  onEdit,
}: {
  readonly of: Inspection;
  readonly clashes: readonly Clash[];
  readonly onEdit: () => void;
}) {
  const [cancelling, setCancelling] = useState(false);
  const [reason, setReason] = useState('');
  const said = useSaidDone();
  const send = useWrite('POST /inspections/:id/acts', {
    spoils: SPOILS,
    onDone: (row, { body }) => {
      setCancelling(false);
      said(WORDS[body.act].done, row.id);
    },
  });
  const act = (one: Act) => {
    if (one === 'cancel' && !cancelling) return setCancelling(true);
    send.mutate({ params: { id: of.id }, body: { version: of.version, act: one, text: reason || null } });
  };
  return (
    <div className={styles.form}>
      <dl className={styles.facts}>
        <dt>Tình trạng</dt>
        <dd>
          <StateTag state={of.state} />
        </dd>
        <dt>Hình thức</dt>
        <dd>{INSPECTION_KIND_WORDS[of.kind]}</dd>
        <dt>Nội dung</dt>
        <dd>{of.content}</dd>
        <dt>Cơ quan tiến hành</dt>
        <dd>{of.organisation.name}</dd>
        <dt>Thời gian</dt>
        <dd>{formatMonths(of.fromMonth, of.toMonth)}</dd>
        <dt>Quyết định</dt>
        <dd>{of.decision ?? MISSING}</dd>
        <dt>Ghi chú</dt>
        <dd>{of.note ?? MISSING}</dd>
      </dl>
      {clashes.map((clash) => (
        <Notice key={`${clash.firstId} ${clash.secondId}`} tone={clash.accepted ? 'info' : 'amber'}>
          {clash.vi}
          {clash.accepted ? ` Đã chấp nhận: ${clash.accepted.reason}` : ''}
        </Notice>
      ))}
      {send.error ? (
        <Notice tone="red" live>
          {explain(send.error).message}
        </Notice>
      ) : null}
      {cancelling ? (
        <Field label="Lý do hủy" required>
          <TextArea rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      ) : null}
      {of.mine ? (
        <ButtonRow>
          {of.state === 'cancelled' ? null : (
            <Button icon="edit" onClick={onEdit}>
              Sửa
            </Button>
          )}
          {ACTS_OF[of.state].map((one) => (
            <Button
              key={one}
              kind={one === 'cancel' ? 'danger' : 'plain'}
              busy={send.isPending}
              onClick={() => act(one)}
            >
              {WORDS[one].act}
            </Button>
          ))}
        </ButtonRow>
      ) : null}
      <h3>Tài liệu kèm theo</h3>
      <Evidence subjectType="inspection" subjectId={of.id} />
    </div>
  );
}

/** What clashes in the year (trùng lặp, chồng chéo): each with a sentence, both inspections, and whether it was accepted. */
import { useId, useState } from 'react';
import { CLASH_WORDS } from '#delivery/overlap.ts';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { formatInstant } from '../../format/instant.ts';
import { Tag } from '../../ui/badge.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { EmptyState, Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import styles from './inspections.module.css';
import { type Clash, SPOILS, useSaidDone, type Year } from './use-inspections.ts';

export function Clashes({ found, onOpen }: { readonly found: Year; readonly onOpen: (id: string) => void }) {
  const may = useMay();
  const [accepting, setAccepting] = useState<Clash | null>(null);
  const reopen = useWrite('DELETE /inspections/clashes', {
    spoils: SPOILS,
    onDone: () => void toast({ text: 'Đã bỏ chấp nhận' }),
  });
  const byId = new Map(found.items.map((one) => [one.id, one]));
  if (found.clashes.length === 0)
    return (
      <EmptyState icon="check" title="Không có cuộc nào trùng lặp, chồng chéo">
        Được tính lại mỗi lần kế hoạch hoặc danh mục cơ quan thay đổi.
      </EmptyState>
    );
  const mine = (clash: Clash) =>
    may('register.edit') && [clash.firstId, clash.secondId].some((id) => byId.get(id)?.mine);
  return (
    <>
      <ul className={styles.clashes}>
        {found.clashes.map((clash) => (
          <li key={`${clash.firstId} ${clash.secondId}`} className={styles.card}>
            <div className={styles.tags}>
              <Tag tone={clash.accepted ? 'amber' : 'red'}>{CLASH_WORDS[clash.kind]}</Tag>
              {clash.accepted ? <Tag tone="green">Đã chấp nhận</Tag> : null}
            </div>
            <p>{clash.vi}</p>
            {clash.accepted ? (
              <p className={styles.quiet}>
                Lý do: {clash.accepted.reason} (
                {[clash.accepted.person, formatInstant(clash.accepted.at)].filter(Boolean).join(', ')})
              </p>
            ) : null}
            <ButtonRow>
              {[clash.firstId, clash.secondId].map((id, at) =>
                byId.has(id) ? (
                  <Button key={id} small onClick={() => onOpen(id)}>
                    Mở cuộc {at === 0 ? 'thứ nhất' : 'thứ hai'}
                  </Button>
                ) : null,
              )}
              {!mine(clash) ? null : clash.accepted ? (
                <Button
                  small
                  busy={reopen.isPending}
                  onClick={() =>
                    reopen.mutate(
                      { body: { firstId: clash.firstId, secondId: clash.secondId } },
                      { onError: (error) => void toast({ text: explain(error).message, wrong: true }) },
                    )
                  }
                >
                  Bỏ chấp nhận
                </Button>
              ) : (
                <Button small onClick={() => setAccepting(clash)}>
                  Chấp nhận, ghi lý do
                </Button>
              )}
            </ButtonRow>
          </li>
        ))}
      </ul>
      {accepting ? <AcceptDialog clash={accepting} onClose={() => setAccepting(null)} /> : null}
    </>
  );
}

function AcceptDialog({ clash, onClose }: { readonly clash: Clash; readonly onClose: () => void }) {
  const form = useId();
  const draft = useDraft(`clash.${clash.firstId}.${clash.secondId}`, { reason: '' });
  const said = useSaidDone();
  const { firstId, secondId, facts } = clash;
  const accept = useWrite('POST /inspections/clashes', {
    spoils: SPOILS,
    onDone: () => {
      draft.clear();
      onClose();
      said('Đã chấp nhận trùng lặp', firstId);
    },
  });
  return (
    <Dialog
      open
      holds
      title="Chấp nhận trùng lặp"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" type="submit" form={form} busy={accept.isPending}>
            Chấp nhận
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          accept.mutate({ body: { firstId, secondId, facts, reason: draft.value.reason } });
        }}
      >
        {accept.error ? (
          <Notice tone="red" live>
            {explain(accept.error).message}
          </Notice>
        ) : null}
        <p>{clash.vi}</p>
        <Field label="Lý do" hint="Ví dụ: hai nội dung khác nhau, đã thống nhất giữa hai cơ quan." required>
          <TextArea
            rows={3}
            required
            value={draft.value.reason}
            onChange={(event) => draft.set({ reason: event.target.value })}
          />
        </Field>
      </form>
    </Dialog>
  );
}

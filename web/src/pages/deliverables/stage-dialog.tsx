/** Moving a deliverable to another stage (chuyển bước): day, number and document once issued, a reason for going back. */
import { useState } from 'react';
import { moveStage, STAGE_WORDS, STAGES, type Stage, skippedBetween } from '#delivery/deliverable-stage.ts';
import { call } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { dayOf } from '../../format/instant.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select, TextArea, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { documentWords } from '../plan/words.ts';
import styles from './deliverables.module.css';
import { currentOf, type Deliverable, SPOILS, useSaidDone } from './use-deliverables.ts';

export interface StageDialogProps {
  readonly of: Deliverable;
  readonly onClose: () => void;
}

export function StageDialog({ of: given, onClose }: StageDialogProps) {
  const [of, setOf] = useState(given);
  const today = dayOf(new Date());
  const at = STAGES.indexOf(of.stage);
  const draft = useDraft(`deliverable-stage.${given.id}.${given.version}`, {
    to: STAGES[Math.min(at + 1, STAGES.length - 1)] as Stage,
    on: today as string | null,
    symbol: '',
    documentId: null as string | null,
    documentTitle: '',
    reason: '',
  });
  const { to, on, symbol, documentId, documentTitle, reason } = draft.value;
  const [tried, setTried] = useState(false);
  const [dayValid, setDayValid] = useState(true);
  const said = useSaidDone();
  const save = useWrite('POST /deliverables/:id/stage', {
    spoils: SPOILS,
    onDone: (row) => {
      draft.clear();
      onClose();
      said(`Đã chuyển sang bước “${STAGE_WORDS[row.stage]}”`, row);
    },
  });
  const facts = { ...of, documentId: of.document?.id ?? null };
  const back = STAGES.indexOf(to) < at;
  const input = { to, on: to === 'planned' ? null : on, symbol, documentId, reason };
  const moved = moveStage(facts, input, today);
  const wrong = tried && !moved.ok ? moved.error : null;
  const skipped = back ? [] : skippedBetween(facts, to);
  const send = () => {
    if (!moved.ok || !dayValid) return setTried(true);
    save.mutate(
      {
        params: { id: of.id },
        body: { version: of.version, ...input, symbol: symbol.trim() || null, reason: reason.trim() || null },
      },
      { onError: (error) => setOf(currentOf(error) ?? of) },
    );
  };
  return (
    <Dialog
      open
      holds
      size="small"
      title="Chuyển bước"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" busy={save.isPending} onClick={send}>
            Chuyển bước
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{of.name}</p>
        <Field label="Bước" hint={`Hiện nay: ${STAGE_WORDS[of.stage]}`}>
          <Select
            value={to}
            choices={STAGES.filter((stage) => stage !== of.stage).map((value) => ({
              value,
              label: STAGE_WORDS[value],
            }))}
            onChoose={(value) => draft.set({ to: value as Stage })}
          />
        </Field>
        {to === 'planned' ? null : (
          <Field
            label={`Ngày ${STAGE_WORDS[to].toLowerCase()}`}
            required
            error={
              !dayValid
                ? 'Ngày chưa đúng hoặc sau hôm nay.'
                : wrong && (wrong.code === 'bad-day' || wrong.code === 'day-needed')
                  ? wrong.vi
                  : null
            }
          >
            <DateInput
              value={on}
              max={today}
              onValue={(value, valid) => {
                setDayValid(valid);
                if (valid) draft.set({ on: value });
              }}
            />
          </Field>
        )}
        {to === 'issued' ? (
          <>
            <Field label="Số, ký hiệu" required error={wrong?.code === 'symbol-needed' ? wrong.vi : null}>
              <TextInput
                value={symbol}
                maxLength={100}
                placeholder="15/NQ-HĐND"
                onChange={(event) => draft.set({ symbol: event.target.value })}
              />
            </Field>
            <Field label="Văn bản trong thư viện" hint="Không bắt buộc">
              <Combobox
                value={documentId === null ? null : { value: documentId, label: documentTitle }}
                options={findDocuments}
                placeholder="Tìm theo số, ký hiệu, trích yếu"
                onChoose={(option) =>
                  draft.set({ documentId: option?.value ?? null, documentTitle: option?.label ?? '' })
                }
              />
            </Field>
          </>
        ) : null}
        {back ? (
          <Field label="Lý do lùi bước" required error={wrong?.code === 'reason-needed' ? wrong.vi : null}>
            <TextArea
              rows={3}
              maxLength={2000}
              value={reason}
              onChange={(event) => draft.set({ reason: event.target.value })}
            />
          </Field>
        ) : null}
        {skipped.length > 0 ? (
          <Notice tone="amber">
            Bỏ qua bước {skipped.map((stage) => `“${STAGE_WORDS[stage]}”`).join(', ')}. Vẫn chuyển được nếu đúng như
            vậy.
          </Notice>
        ) : null}
        {save.isError ? (
          <Notice tone="red" live>
            {explain(save.error).message}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
}

async function findDocuments(typed: string, signal: AbortSignal): Promise<readonly Option[]> {
  const text = typed.trim();
  const { items } = await call('GET /documents', { query: { limit: 20, ...(text ? { text } : {}) }, signal });
  return items.map((one) => ({
    value: one.id,
    label: documentWords(one),
    ...(one.symbol && one.title ? { hint: one.title } : {}),
  }));
}

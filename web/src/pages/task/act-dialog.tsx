/** One act on a task: what has to be told with it, and what another person changed while it was being written. */
import { useId, useState } from 'react';
import { ACT_WORDS, type Act, RULES } from '#delivery/act.ts';
import { STATE_WORDS } from '#delivery/standing.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { formatDay } from '../../format/date.ts';
import { Button } from '../../ui/button.tsx';
import type { Option } from '../../ui/combobox.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { OpenParts } from '../breakdown/open-parts.tsx';
import { Evidence } from '../evidence/evidence.tsx';
import { AgencyFields } from './agency-fields.tsx';
import { DoerField } from './doer-field.tsx';
import styles from './task.module.css';
import { useAct, useRefresh, useSeen } from './use-acts.ts';
import { changesBetween, type Life, type TaskAnswer } from './words.ts';

export interface Typed {
  readonly text: string;
  readonly dueOn: string | null;
  readonly progress: string | null;
  readonly post: Option | null;
  /** Null until they were chosen: as proposed. */
  readonly leads: readonly Option[] | null;
  readonly supports: readonly Option[] | null;
}

/** What the words told with an act are called. */
const TEXT_LABELS: Readonly<Partial<Record<Act, string>>> = {
  assign: 'Yêu cầu kèm theo',
  update: 'Tình hình thực hiện',
  'report-done': 'Kết quả thực hiện',
  'grant-extension': 'Ý kiến',
  verify: 'Ý kiến',
  resume: 'Ý kiến',
  remind: 'Nội dung đôn đốc',
};

const DUE_LABELS: Readonly<Partial<Record<Act, string>>> = {
  assign: 'Thời hạn',
  reassign: 'Thời hạn',
  'ask-extension': 'Xin gia hạn đến',
  'grant-extension': 'Thời hạn mới',
  'set-due': 'Thời hạn mới',
  return: 'Thời hạn làm lại (nếu đổi)',
};

const WITH_PROGRESS: ReadonlySet<Act> = new Set(['update', 'report-done']);
const DANGER: ReadonlySet<Act> = new Set(['cancel', 'suspend']);
/** Their words come before the day and the figure. */
const WORDS_FIRST: ReadonlySet<Act> = new Set(['update', 'report-done', 'return']);

function startOf(act: Act, life: Life): Typed {
  const dueOn =
    act === 'grant-extension' ? life.askedDueOn : act === 'assign' || act === 'reassign' ? life.dueOn : null;
  return { text: '', dueOn, progress: null, post: null, leads: null, supports: null };
}

const idsOf = (options: readonly Option[]) => options.map((one) => one.value);

export function ActDialog({
  act,
  data,
  onClose,
}: {
  readonly act: Act;
  readonly data: TaskAnswer;
  readonly onClose: () => void;
}) {
  const form = useId();
  const { life } = data;
  const seen = useSeen(life);
  const { value, set, clear, restored } = useDraft<Typed>(`task.${life.id}.${act}`, startOf(act, life));
  const [dayWrong, setDayWrong] = useState(false);
  const [tried, setTried] = useState(false);
  const refresh = useRefresh();
  const save = useAct(() => {
    clear();
    onClose();
  });
  const needs = RULES[act].needs ?? [];
  const choosing = act === 'assign' || act === 'reassign';
  const text = value.text.trim();
  const lacks = {
    text: needs.includes('text') && text === '' && !(act === 'update' && value.progress !== null),
    due: needs.includes('due') && value.dueOn === null,
    leads: needs.includes('leads') && value.leads !== null && value.leads.length === 0,
    post: needs.includes('post') && value.post === null,
  };
  const lost = save.error instanceof ApiProblem && save.error.code === 'conflict';
  // What the act itself changes arrives before the form is closed.
  const own = save.isPending || save.isSuccess;
  const changes = own || life.version === seen.version ? [] : changesBetween(seen, life);
  const stillAllowed = data.allowed.includes(act);

  const submit = () => {
    setTried(true);
    if (dayWrong || Object.values(lacks).some(Boolean)) return;
    save.mutate(
      {
        params: { id: life.id },
        body: {
          act,
          version: life.version,
          ...(text === '' ? {} : { text }),
          ...(value.dueOn === null || (choosing && value.dueOn === life.dueOn) ? {} : { dueOn: value.dueOn }),
          ...(value.progress === null ? {} : { progress: value.progress }),
          ...(value.post === null ? {} : { postId: value.post.value }),
          ...(choosing && value.leads !== null ? { leads: idsOf(value.leads) } : {}),
          ...(choosing && value.supports !== null ? { supports: idsOf(value.supports) } : {}),
        },
      },
      { onError: () => void refresh() },
    );
  };

  const words = (
    <Field
      label={TEXT_LABELS[act] ?? 'Lý do'}
      required={needs.includes('text') && act !== 'update'}
      error={tried && lacks.text ? missingText(act) : null}
    >
      <TextArea
        rows={act === 'report-done' || act === 'update' ? 5 : 3}
        maxLength={10_000}
        value={value.text}
        onChange={(event) => set({ text: event.target.value })}
      />
    </Field>
  );

  return (
    <Dialog
      open
      holds
      size={act === 'report-done' || choosing ? 'large' : 'medium'}
      onClose={onClose}
      title={ACT_WORDS[act]}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button
            kind={DANGER.has(act) ? 'danger' : 'main'}
            type="submit"
            form={form}
            busy={save.isPending}
            disabled={!stillAllowed}
          >
            {ACT_WORDS[act]}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className={styles.quiet}>{life.text}</p>
        {changes.length > 0 || lost ? (
          <Notice tone="amber" live>
            <p>Người khác vừa thay đổi nhiệm vụ này. Những gì bạn đã nhập vẫn được giữ.</p>
            {changes.length > 0 ? (
              <ul className={styles.bullets}>
                {changes.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            ) : null}
            {stillAllowed ? (
              <p>Hãy xem lại rồi bấm “{ACT_WORDS[act]}” nếu vẫn đúng.</p>
            ) : (
              <p>
                Không còn “{ACT_WORDS[act]}” được nữa: nhiệm vụ nay ở trạng thái “{STATE_WORDS[life.state]}”.
              </p>
            )}
          </Notice>
        ) : null}
        {save.isError && !lost ? (
          <Notice tone="red" live>
            {explain(save.error).message}
          </Notice>
        ) : null}
        {restored && text !== '' ? <Notice>Đã lấy lại nội dung bạn nhập lần trước.</Notice> : null}
        <Told act={act} life={life} />
        {act === 'report-done' ? <OpenParts taskId={life.id} /> : null}
        {choosing ? (
          <AgencyFields
            act={act}
            life={life}
            leads={value.leads}
            supports={value.supports}
            error={tried && lacks.leads ? 'Hãy chọn ít nhất một cơ quan chủ trì.' : null}
            onChange={set}
          />
        ) : null}
        {act === 'name-doer' ? (
          <DoerField
            value={value.post}
            error={tried && lacks.post ? 'Hãy chọn người thực hiện.' : null}
            onChoose={(post) => set({ post })}
          />
        ) : null}
        {WORDS_FIRST.has(act) ? words : null}
        {act in DUE_LABELS ? (
          <Field
            label={DUE_LABELS[act] ?? ''}
            required={needs.includes('due')}
            error={tried && (lacks.due || dayWrong) ? 'Hãy nhập ngày theo dạng ngày/tháng/năm.' : null}
            hint={life.dueOn ? `Thời hạn hiện tại: ${formatDay(life.dueOn)}` : 'Nhiệm vụ hiện không có thời hạn.'}
          >
            <DateInput
              value={value.dueOn}
              today={data.today}
              onValue={(dueOn, valid) => {
                setDayWrong(!valid);
                set({ dueOn });
              }}
            />
          </Field>
        ) : null}
        {WITH_PROGRESS.has(act) ? (
          <Field
            label="Tiến độ"
            hint={life.progress === null ? 'Từ 0 đến 100.' : `Lần trước: ${life.progress.replace('.', ',')}%.`}
            className={styles.short}
          >
            <NumberInput value={value.progress} unit="%" onValue={(progress) => set({ progress })} />
          </Field>
        ) : null}
        {WORDS_FIRST.has(act) || act === 'name-doer' ? null : words}
      </form>
      {act === 'report-done' ? (
        <section className={styles.inDialog} aria-label="Minh chứng">
          <h3>Minh chứng</h3>
          <Evidence subjectType="task" subjectId={life.id} />
        </section>
      ) : null}
    </Dialog>
  );
}

function missingText(act: Act): string {
  if (act === 'report-done') return 'Hãy ghi kết quả thực hiện.';
  if (act === 'update') return 'Hãy ghi tình hình thực hiện hoặc tiến độ.';
  return 'Hãy ghi lý do.';
}

/** What the act answers. */
function Told({ act, life }: { readonly act: Act; readonly life: Life }) {
  if ((act === 'grant-extension' || act === 'refuse-extension') && life.askedDueOn) {
    return (
      <Notice>
        <p>
          Đề nghị gia hạn đến {formatDay(life.askedDueOn)}
          {life.askedReason ? `. Lý do: ${life.askedReason}` : '.'}
        </p>
      </Notice>
    );
  }
  if ((act === 'verify' || act === 'return') && life.result) {
    return (
      <Notice>
        <p>Kết quả đã báo cáo: {life.result}</p>
        <p>{life.evidence === 0 ? 'Không có minh chứng.' : `Có ${life.evidence} minh chứng.`}</p>
      </Notice>
    );
  }
  return act === 'resume' ? <Notice>Nhiệm vụ trở lại trạng thái trước khi tạm dừng hoặc hủy.</Notice> : null;
}

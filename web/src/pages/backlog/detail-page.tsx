/** One long-standing case (một vụ việc): its road map, who answers for it, documents, the task it is tied to, its history. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { CASE_STATE_WORDS } from '#delivery/case-standing.ts';
import { explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { dayOf, formatInstant } from '../../format/instant.ts';
import { MISSING } from '../../format/number.ts';
import { Page, Section } from '../../frame/page.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Field, TextArea } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StandingBadge } from '../../ui/standing.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { Evidence } from '../evidence/evidence.tsx';
import { ACT_WORDS, ActDialog, type CaseAct } from './act-dialog.tsx';
import styles from './backlog.module.css';
import { CaseDialog } from './case-dialog.tsx';
import { responsibleOf } from './page.tsx';
import { StepsDialog } from './steps-dialog.tsx';
import { TaskPart } from './task-part.tsx';
import { type CaseDetail, SPOILS, useCaseNews, useSaidDone, useUndo } from './use-cases.ts';

const SHORT = 110;
const ACTS_OF: Readonly<Record<'open' | 'closed' | 'suspended', readonly CaseAct[]>> = {
  open: ['suspend', 'close'],
  suspended: ['resume', 'close'],
  closed: ['reopen'],
};

export default function CasePage() {
  const { id } = useParams({ from: '/khung/nhiem-vu/vu-viec/$id' });
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(read('GET /cases/:id', { params: { id } }));
  const [open, setOpen] = useState<CaseAct | 'edit' | 'steps' | null>(null);
  const undo = useUndo(() => void navigate({ to: '/nhiem-vu/vu-viec' }));
  useCaseNews();
  const crumbs = [{ label: 'Vụ việc tồn đọng', to: '/nhiem-vu/vu-viec' as const }];
  if (error)
    return (
      <Page title="Vụ việc" crumbs={crumbs}>
        <ErrorState {...explain(error)} onRetry={() => void refetch()} />
      </Page>
    );
  if (!data)
    return (
      <Page title="Vụ việc" crumbs={crumbs}>
        <Skeleton lines={8} />
      </Page>
    );
  const one = data.case;
  const title = one.title.length > SHORT ? `${one.title.slice(0, SHORT).replace(/\s\S*$/, '')}…` : one.title;
  const close = () => setOpen(null);
  return (
    <Page
      title={title}
      crumbs={[...crumbs, { label: title }]}
      about={<StandingBadge standing={one.standing} />}
      actions={
        one.mine ? (
          <>
            {data.mayUndo ? (
              <Button kind="quiet" icon="undo" onClick={() => void undo(id)}>
                Hoàn tác
              </Button>
            ) : null}
            <Button icon="edit" onClick={() => setOpen('edit')}>
              Sửa
            </Button>
            {ACTS_OF[one.state].map((act) => (
              <Button key={act} kind={act === 'close' ? 'main' : 'plain'} onClick={() => setOpen(act)}>
                {ACT_WORDS[act].act}
              </Button>
            ))}
          </>
        ) : null
      }
    >
      <div className={styles.two}>
        <div className={styles.stack}>
          {one.title === title && one.summary === '' ? null : (
            <Section title="Nội dung, vướng mắc">
              {one.title === title ? null : <p className={styles.prose}>{one.title}</p>}
              <p className={styles.prose}>{one.summary}</p>
            </Section>
          )}
          {one.result ? (
            <Section title="Kết quả giải quyết">
              <p className={styles.prose}>{one.result}</p>
            </Section>
          ) : null}
          <Section
            title="Lộ trình"
            actions={
              one.mine && one.state !== 'closed' ? (
                <Button small icon="edit" onClick={() => setOpen('steps')}>
                  {data.road.length === 0 ? 'Lập lộ trình' : 'Sửa lộ trình'}
                </Button>
              ) : null
            }
          >
            <Road of={data} />
          </Section>
          <Section title="Tài liệu kèm theo">
            <Evidence subjectType="case" subjectId={id} />
          </Section>
        </div>
        <div className={styles.stack}>
          <Section title="Thông tin">
            <dl className={styles.facts}>
              <dt>Trạng thái</dt>
              <dd>{CASE_STATE_WORDS[one.state]}</dd>
              <dt>Cơ quan phụ trách</dt>
              <dd>{one.organisation.name}</dd>
              <dt>Người chịu trách nhiệm</dt>
              <dd>{responsibleOf(one)}</dd>
              <dt>Thời hạn cuối cùng</dt>
              <dd>{one.dueOn ? formatDay(one.dueOn) : MISSING}</dd>
              <dt>Lĩnh vực</dt>
              <dd>{one.field ?? MISSING}</dd>
              <dt>Địa bàn</dt>
              <dd>{one.place ?? MISSING}</dd>
              <dt>Phát sinh</dt>
              <dd>{one.aroseOn ? formatDay(one.aroseOn) : MISSING}</dd>
              {one.closedOn ? (
                <>
                  <dt>Kết thúc</dt>
                  <dd>{formatDay(one.closedOn)}</dd>
                </>
              ) : null}
            </dl>
          </Section>
          <Section title="Nhiệm vụ">
            <TaskPart of={data} />
          </Section>
          <Section title="Diễn biến">
            {one.mine ? <NoteForm id={id} /> : null}
            <ol className={styles.history}>
              {data.history.map((entry) => (
                <li key={entry.id} className={cx(styles.entry, entry.done === null && styles.note)}>
                  {entry.done ? <div>{entry.done}</div> : null}
                  {entry.text ? <p className={styles.prose}>{entry.text}</p> : null}
                  <span className={styles.quiet}>
                    {[entry.person, entry.post, formatInstant(entry.at)].filter(Boolean).join(' · ')}
                  </span>
                </li>
              ))}
            </ol>
          </Section>
        </div>
      </div>
      {open === 'edit' ? <CaseDialog of={one} onClose={close} /> : null}
      {open === 'steps' ? <StepsDialog of={data} onClose={close} /> : null}
      {open !== null && open !== 'edit' && open !== 'steps' ? <ActDialog of={one} act={open} onClose={close} /> : null}
    </Page>
  );
}

function Road({ of }: { readonly of: CaseDetail }) {
  const said = useSaidDone();
  const save = useWrite('PUT /cases/:id/steps', {
    spoils: SPOILS,
    onDone: (row) => said('Đã đánh dấu xong một bước', row.id),
  });
  const { id, version, mine, state } = of.case;
  if (of.road.length === 0) return <p className={styles.quiet}>Chưa có lộ trình. Ghi các bước, hạn của từng bước.</p>;
  const finish = (stepId: string) =>
    save.mutate({
      params: { id },
      body: {
        version,
        steps: of.road.map(({ late: _, ...step }) =>
          step.id === stepId ? { ...step, doneOn: dayOf(new Date()) } : step,
        ),
      },
    });
  return (
    <>
      {save.error ? (
        <Notice tone="red" live>
          {explain(save.error).message}
        </Notice>
      ) : null}
      <ol className={styles.road}>
        {of.road.map((step, at) => (
          <li key={step.id} className={styles.step}>
            <span className={styles.number} data-done={step.doneOn !== null} data-late={step.late} aria-hidden="true">
              {at + 1}
            </span>
            <div>
              <p className={styles.prose}>{step.text}</p>
              {step.doneOn ? (
                <span className={styles.quiet}>
                  Xong ngày {formatDay(step.doneOn)}
                  {step.dueOn ? ` (hạn ${formatDay(step.dueOn)})` : ''}
                  {step.result ? `: ${step.result}` : ''}
                </span>
              ) : step.dueOn ? (
                <span className={step.late ? styles.late : styles.quiet}>
                  {step.late ? 'Quá hạn: ' : 'Hạn '}
                  {formatDay(step.dueOn)}
                </span>
              ) : (
                <span className={styles.quiet}>Chưa đặt hạn</span>
              )}
            </div>
            {mine && state === 'open' && step.doneOn === null ? (
              <Button small icon="check" busy={save.isPending} onClick={() => finish(step.id)}>
                Xong
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}

function NoteForm({ id }: { readonly id: string }) {
  const form = useId();
  const draft = useDraft(`case-note.${id}`, { text: '' });
  const said = useSaidDone();
  const add = useWrite('POST /cases/:id/notes', {
    spoils: SPOILS,
    onDone: () => {
      draft.clear();
      said('Đã ghi diễn biến', id);
    },
  });
  const { text } = draft.value;
  return (
    <form
      id={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) add.mutate({ params: { id }, body: { text } });
      }}
    >
      {add.error ? (
        <Notice tone="red" live>
          {explain(add.error).message}
        </Notice>
      ) : null}
      <Field label="Ghi diễn biến">
        <TextArea rows={2} value={text} onChange={(event) => draft.set({ text: event.target.value })} />
      </Field>
      {text.trim() === '' ? null : (
        <div>
          <Button small type="submit" busy={add.isPending}>
            Ghi
          </Button>
        </div>
      )}
    </form>
  );
}

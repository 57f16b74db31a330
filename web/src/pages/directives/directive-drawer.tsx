/** One directive beside the register: its sentence, its task, evidence; corrected or withdrawn here. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { dayOf, formatInstant } from '../../format/instant.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Confirm, Dialog, Drawer } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { Evidence } from '../evidence/evidence.tsx';
import plan from '../plan/plan.module.css';
import { DirectiveCard } from './directive-card.tsx';
import styles from './directives.module.css';
import { ABOUT_WORDS } from './give-directive.tsx';
import { currentOf, type Directive, SPOILS, useSaidDone } from './use-directives.ts';

export function DirectiveDrawer({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }) {
  const { data, error, refetch } = useQuery({
    ...read('GET /directives/:id', { params: { id: id ?? '-' } }),
    enabled: id !== undefined,
  });
  const [doing, setDoing] = useState<'edit' | 'withdraw' | null>(null);
  return (
    <>
      <Drawer
        open={id !== undefined}
        onClose={onClose}
        title="Ý kiến chỉ đạo"
        actions={
          data?.mayChange ? (
            <>
              <Button kind="danger" onClick={() => setDoing('withdraw')}>
                Thu hồi
              </Button>
              <Button icon="edit" onClick={() => setDoing('edit')}>
                Sửa
              </Button>
            </>
          ) : null
        }
      >
        {error ? <ErrorState {...explain(error)} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Skeleton lines={6} /> : null}
        {data && data.id === id ? (
          <div className={plan.stack}>
            <DirectiveCard of={data} />
            {data.about ? (
              <p className={plan.quote}>
                Về {ABOUT_WORDS[data.about.type]}: <AboutLink of={data.about} />
              </p>
            ) : null}
            <section className={plan.stack}>
              <h3>Tài liệu kèm theo</h3>
              <Evidence subjectType="directive" subjectId={data.id} />
            </section>
            <section className={plan.stack}>
              <h3>Lịch sử</h3>
              <ol className={plan.versions}>
                {data.history.map((one) => (
                  <li key={one.id}>
                    <span>{one.text}</span>
                    {one.reason ? <span className={plan.quote}>{one.reason}</span> : null}
                    <span className={plan.quiet}>
                      {formatInstant(one.at)}
                      {one.person ? ` · ${[one.person, one.post].filter(Boolean).join(', ')}` : ''}
                    </span>
                  </li>
                ))}
              </ol>
            </section>
          </div>
        ) : null}
      </Drawer>
      {data && doing === 'edit' ? <Edit of={data} onClose={() => setDoing(null)} /> : null}
      {data && doing === 'withdraw' ? <Withdraw of={data} onClose={() => setDoing(null)} /> : null}
    </>
  );
}

function AboutLink({ of }: { readonly of: NonNullable<Directive['about']> }) {
  if (of.type === 'task') {
    return (
      <Link to="/nhiem-vu/$id" params={{ id: of.id }}>
        {of.title}
      </Link>
    );
  }
  if (of.type === 'target') {
    return (
      <Link to="/chi-tieu/$id" params={{ id: of.id }}>
        {of.title}
      </Link>
    );
  }
  return <>{of.title}</>;
}

function Edit({ of, onClose }: { readonly of: Directive; readonly onClose: () => void }) {
  const [base, setBase] = useState(of);
  const draft = useDraft(`directive-edit.${of.id}.${of.version}`, {
    text: of.text,
    givenOn: of.givenOn as string | null,
  });
  const { text, givenOn } = draft.value;
  const said = useSaidDone();
  const save = useWrite('PATCH /directives/:id', {
    spoils: SPOILS,
    onDone: (row) => {
      draft.clear();
      onClose();
      said('Đã sửa ý kiến chỉ đạo', [row]);
    },
  });
  return (
    <Dialog
      open
      holds
      title="Sửa ý kiến chỉ đạo"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button
            kind="main"
            busy={save.isPending}
            onClick={() => {
              if (text.trim().length < 3 || givenOn === null) return;
              save.mutate(
                { params: { id: of.id }, body: { version: base.version, text: text.trim(), givenOn } },
                { onError: (error) => setBase(currentOf(error) ?? base) },
              );
            }}
          >
            {save.isError && base !== of ? 'Lưu đè bản mới' : 'Lưu'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Field label="Nội dung chỉ đạo" required error={text.trim().length < 3 ? 'Hãy ghi nội dung chỉ đạo.' : null}>
          <TextArea
            rows={5}
            maxLength={10_000}
            value={text}
            onChange={(event) => draft.set({ text: event.target.value })}
          />
        </Field>
        <Field label="Ngày cho ý kiến" required error={givenOn === null ? 'Hãy chọn ngày.' : null}>
          <DateInput value={givenOn} max={dayOf(new Date())} onValue={(value) => draft.set({ givenOn: value })} />
        </Field>
        {save.isError ? (
          <Notice tone="red" live>
            {explain(save.error).message}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
}

function Withdraw({ of, onClose }: { readonly of: Directive; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const said = useSaidDone();
  const withdraw = useWrite('POST /directives/:id/withdraw', {
    spoils: SPOILS,
    onDone: (row) => {
      onClose();
      said('Đã thu hồi ý kiến chỉ đạo', [row]);
    },
  });
  return (
    <Confirm
      open
      danger
      title="Thu hồi ý kiến chỉ đạo"
      act="Thu hồi"
      busy={withdraw.isPending}
      onClose={onClose}
      onAct={() => {
        if (reason.trim() === '') return setMissing(true);
        withdraw.mutate({ params: { id: of.id }, body: { version: of.version, reason: reason.trim() } });
      }}
    >
      <div className={styles.form}>
        <p>Nhiệm vụ lập từ ý kiến này sẽ bị hủy. Có thể hoàn tác.</p>
        <Field label="Lý do" required error={missing && reason.trim() === '' ? 'Hãy ghi lý do thu hồi.' : null}>
          <TextArea rows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {withdraw.isError ? (
          <Notice tone="red" live>
            {explain(withdraw.error).message}
          </Notice>
        ) : null}
      </div>
    </Confirm>
  );
}

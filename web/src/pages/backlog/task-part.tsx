/** The task that a case is tied to, or the ways to one: a task of the plan, or a new one made of it. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { usePlan } from '../../frame/plan.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { StandingBadge } from '../../ui/standing.tsx';
import { Notice } from '../../ui/states.tsx';
import styles from './backlog.module.css';
import { type CaseDetail, SPOILS, useSaidDone } from './use-cases.ts';

export function TaskPart({ of }: { readonly of: CaseDetail }) {
  const { plan } = usePlan();
  const said = useSaidDone();
  const [choosing, setChoosing] = useState(false);
  const [words, setWords] = useState('');
  const tie = useWrite('PUT /cases/:id/task', {
    spoils: SPOILS,
    onDone: () => {
      setChoosing(false);
      said(words, of.case.id);
    },
  });
  const { id, version, mine, state } = of.case;
  const send = (text: string, body: { readonly taskId?: string | null; readonly planId?: string }) => {
    setWords(text);
    tie.mutate({ params: { id }, body: { version, ...body } });
  };
  const find = async (typed: string, signal: AbortSignal) => {
    const query = { limit: 20, ...(plan ? { plan: plan.id } : {}), ...(typed.trim() ? { q: typed.trim() } : {}) };
    const { items } = await call('GET /tasks', { query, signal });
    return items.map((task) => ({
      value: task.id,
      label: task.text.length > 140 ? `${task.text.slice(0, 139)}…` : task.text,
      hint: task.leads.map((lead) => lead.name).join(', '),
    }));
  };
  return (
    <div className={styles.form}>
      {tie.error ? (
        <Notice tone="red" live>
          {explain(tie.error).message}
        </Notice>
      ) : null}
      {of.task ? (
        <div>
          <Link to="/nhiem-vu/$id" params={{ id: of.task.id }}>
            {of.task.text}
          </Link>
          <p className={styles.counts}>
            <StandingBadge standing={of.task.standing} />
            {of.task.dueOn ? <span>Hạn {formatDay(of.task.dueOn)}</span> : null}
          </p>
        </div>
      ) : (
        <p className={styles.quiet}>Chưa gắn với nhiệm vụ nào.</p>
      )}
      {mine && choosing ? (
        <Field label="Nhiệm vụ của kế hoạch">
          <Combobox
            value={null}
            options={find}
            placeholder="Gõ vài chữ của nhiệm vụ"
            onChoose={(option) => option && send('Đã gắn nhiệm vụ', { taskId: option.value })}
          />
        </Field>
      ) : null}
      {mine ? (
        <ButtonRow>
          {of.task ? (
            <Button small busy={tie.isPending} onClick={() => send('Đã bỏ gắn nhiệm vụ', { taskId: null })}>
              Bỏ gắn
            </Button>
          ) : (
            <>
              <Button small onClick={() => setChoosing(!choosing)}>
                Gắn nhiệm vụ có sẵn
              </Button>
              {plan && state === 'open' ? (
                <Button small busy={tie.isPending} onClick={() => send('Đã lập nhiệm vụ', { planId: plan.id })}>
                  Lập nhiệm vụ mới
                </Button>
              ) : null}
            </>
          )}
        </ButtonRow>
      ) : null}
    </div>
  );
}

/** Giving a directive (Ý kiến chỉ đạo) from anywhere: a button, and the form behind it. It becomes a followed task. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { useMay, useMe } from '../../api/session.ts';
import { dayOf } from '../../format/instant.ts';
import { usePlan } from '../../frame/plan.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select, TextArea, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { BodiesInput, type Body } from './bodies-input.tsx';
import styles from './directives.module.css';
import { SPOILS, useSaidDone } from './use-directives.ts';

/** What it is about; `leads` are proposed as those who shall carry it out. */
export interface DirectiveAbout {
  readonly type: 'task' | 'target' | 'case';
  readonly id: string;
  readonly title: string;
  readonly leads?: readonly { readonly organisationId: string | null; readonly name: string }[] | undefined;
}

export interface GiveDirectiveProps {
  readonly about?: DirectiveAbout | undefined;
  /** The main button of the page. */
  readonly main?: boolean | undefined;
  readonly small?: boolean | undefined;
}

/** Nothing for who may give none, and while there is no plan. */
export function GiveDirective({ about, main, small }: GiveDirectiveProps) {
  const may = useMay();
  const { plan } = usePlan();
  const [open, setOpen] = useState(false);
  if (!may('directive.give') || !plan) return null;
  return (
    <>
      <Button kind={main ? 'main' : 'plain'} small={small} icon="edit" onClick={() => setOpen(true)}>
        Cho ý kiến chỉ đạo
      </Button>
      {open ? <Form about={about} planId={plan.id} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const OTHER = 'khac';

function Form({
  about,
  planId,
  onClose,
}: {
  readonly about: DirectiveAbout | undefined;
  readonly planId: string;
  readonly onClose: () => void;
}) {
  const { post } = useMe();
  const today = dayOf(new Date());
  const own = post?.role === 'leader';
  const leaders = useQuery({ ...read('GET /directives/leaders', { query: { plan: planId } }), enabled: !own });
  const draft = useDraft(`directive.${about ? `${about.type}.${about.id}` : planId}`, {
    text: '',
    givenOn: today as string | null,
    postId: '',
    givenBy: '',
    dueOn: null as string | null,
    leads: (about?.leads ?? []).flatMap((one): Body[] =>
      one.organisationId === null ? [] : [{ id: one.organisationId, name: one.name }],
    ) as readonly Body[],
    supports: [] as readonly Body[],
  });
  const { text, givenOn, postId, givenBy, dueOn, leads, supports } = draft.value;
  const [tried, setTried] = useState(false);
  const [valid, setValid] = useState(true);
  const said = useSaidDone();
  const give = useWrite('POST /directives', {
    spoils: SPOILS,
    onDone: (made) => {
      draft.clear();
      onClose();
      said(made.task?.state === 'draft' ? 'Đã ghi ý kiến chỉ đạo, chờ giao cơ quan' : 'Đã giao theo ý kiến chỉ đạo', [
        made,
      ]);
    },
  });
  const unnamed = !own && (postId === '' || (postId === OTHER && givenBy.trim() === ''));
  const send = () => {
    if (text.trim().length < 3 || unnamed || givenOn === null || !valid) return setTried(true);
    give.mutate({
      body: {
        planId,
        text: text.trim(),
        givenOn,
        about: about ? { type: about.type, id: about.id } : null,
        postId: own || postId === OTHER ? null : postId,
        givenBy: !own && postId === OTHER ? givenBy.trim() : null,
        leads: leads.map((one) => one.id),
        supports: supports.map((one) => one.id),
        dueOn,
      },
    });
  };
  return (
    <Dialog
      open
      holds
      title="Ý kiến chỉ đạo"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" busy={give.isPending} onClick={send}>
            {leads.length > 0 ? 'Giao nhiệm vụ' : 'Ghi ý kiến'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {about ? (
          <p className={styles.meta}>
            Về {ABOUT_WORDS[about.type]}: {about.title}
          </p>
        ) : null}
        <Field
          label="Nội dung chỉ đạo"
          required
          error={tried && text.trim().length < 3 ? 'Hãy ghi nội dung chỉ đạo.' : null}
        >
          <TextArea
            rows={4}
            maxLength={10_000}
            value={text}
            onChange={(event) => draft.set({ text: event.target.value })}
          />
        </Field>
        {own ? null : (
          <div className={styles.pair}>
            <Field
              label="Lãnh đạo cho ý kiến"
              required
              error={tried && unnamed ? 'Hãy chọn hoặc ghi lãnh đạo cho ý kiến.' : null}
            >
              <Select
                value={postId}
                empty="Chọn…"
                choices={[
                  ...(leaders.data?.posts ?? []).map((one) => ({ value: one.id, label: one.words })),
                  { value: OTHER, label: 'Lãnh đạo khác' },
                ]}
                onChoose={(value) => draft.set({ postId: value })}
              />
            </Field>
            {postId === OTHER ? (
              <Field label="Chức danh, họ tên" required>
                <TextInput
                  value={givenBy}
                  maxLength={300}
                  onChange={(event) => draft.set({ givenBy: event.target.value })}
                />
              </Field>
            ) : null}
          </div>
        )}
        <div className={styles.pair}>
          <Field
            label="Ngày cho ý kiến"
            required
            error={tried && givenOn === null ? 'Hãy chọn ngày, không sau hôm nay.' : null}
          >
            <DateInput value={givenOn} max={today} onValue={(value) => draft.set({ givenOn: value })} />
          </Field>
          <Field label="Thời hạn" error={valid ? null : 'Ngày chưa đúng dạng ngày/tháng/năm.'}>
            <DateInput
              value={dueOn}
              onValue={(value, right) => {
                setValid(right);
                if (right) draft.set({ dueOn: value });
              }}
            />
          </Field>
        </div>
        <BodiesInput
          label="Cơ quan chủ trì"
          hint="Chưa chọn thì nhiệm vụ chờ Văn phòng giao"
          value={leads}
          onValue={(value) => draft.set({ leads: value })}
        />
        <BodiesInput label="Cơ quan phối hợp" value={supports} onValue={(value) => draft.set({ supports: value })} />
        {give.isError ? (
          <Notice tone="red" live>
            {explain(give.error).message}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
}

export const ABOUT_WORDS = { task: 'nhiệm vụ', target: 'chỉ tiêu', case: 'vụ việc' } as const;

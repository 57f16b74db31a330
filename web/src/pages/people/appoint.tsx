/** Giving a post (giao chức danh): one that stands, or a new one of an organisation, from–to. */
import { useId, useState } from 'react';
import { ROLE_NAMES, ROLES, type Role } from '#plan/rights.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import type { Day } from '../../format/date.ts';
import { dayOf } from '../../format/instant.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/choice.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './people.module.css';
import { useOrganisationOptions, usePostOptions } from './use-options.ts';

const SPOILS = ['GET /people', 'GET /people/:id', 'GET /posts'] as const;

export function Appoint({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const form = useId();
  const posts = usePostOptions();
  const organisations = useOrganisationOptions();
  const [way, setWay] = useState('there');
  const [post, setPost] = useState<Option | null>(null);
  const [organisation, setOrganisation] = useState<Option | null>(null);
  const [title, setTitle] = useState('');
  const [role, setRole] = useState<Role>('officer');
  const [from, setFrom] = useState<Day | null>(dayOf(new Date()));
  const [to, setTo] = useState<Day | null>(null);
  const [reason, setReason] = useState('');
  const [made, setMade] = useState<string | null>(null);
  const make = useWrite('POST /posts', { spoils: ['GET /posts'] });
  const appoint = useWrite('POST /posts/:id/holders', {
    spoils: SPOILS,
    onDone: () => {
      toast({ text: 'Đã giao chức danh' });
      onClose();
    },
  });
  const error = make.error ?? appoint.error;
  const problem = error instanceof ApiProblem ? error : null;
  const give = (id: string) => {
    if (from === null) return;
    const why = reason.trim();
    appoint.mutate({ params: { id }, body: { personId, from, to, ...(why ? { reason: why } : {}) } });
  };
  const submit = () => {
    if (way === 'there') {
      if (post) give(post.value);
      return;
    }
    // A post that was made before the second step was refused is not made twice.
    if (made !== null) return give(made);
    if (!organisation) return;
    make.mutate(
      { body: { organisationId: organisation.value, title, role } },
      {
        onSuccess: ({ id }) => {
          setMade(id);
          give(id);
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Giao chức danh"
      holds
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" type="submit" form={form} busy={make.isPending || appoint.isPending}>
            Giao chức danh
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {error ? (
          <Notice tone="red" live>
            {explain(error).message}
          </Notice>
        ) : null}
        <Segments
          label="Chức danh"
          value={way}
          onChoose={setWay}
          choices={[
            { value: 'there', label: 'Chức danh đã có' },
            { value: 'new', label: 'Chức danh mới' },
          ]}
        />
        {way === 'there' ? (
          <Field label="Chức danh" required>
            <Combobox options={posts} value={post} onChoose={setPost} placeholder="Gõ tên chức danh hoặc cơ quan" />
          </Field>
        ) : (
          <>
            <Field label="Cơ quan" required>
              <Combobox
                options={organisations}
                value={organisation}
                onChoose={setOrganisation}
                placeholder="Gõ tên cơ quan"
              />
            </Field>
            <Field label="Tên chức danh" error={problem?.field('title')} required>
              <TextInput value={title} placeholder="Phó Giám đốc" onChange={(event) => setTitle(event.target.value)} />
            </Field>
            <Field label="Vai trò" hint="Quyền trong hệ thống đi theo vai trò." required>
              <Select
                value={role}
                choices={ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }))}
                onChoose={(value) => setRole(value as Role)}
              />
            </Field>
          </>
        )}
        <Field label="Từ ngày" error={problem?.field('from')} required>
          <DateInput value={from} onValue={setFrom} />
        </Field>
        <Field label="Đến trước ngày" hint="Để trống nếu chưa định." error={problem?.field('to')}>
          <DateInput value={to} onValue={setTo} />
        </Field>
        <Field label="Căn cứ" hint="Số, ngày của quyết định.">
          <TextInput value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}

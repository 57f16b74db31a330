/** Tokens of machines (mã truy cập cho máy): made and shown once, listed, revoked. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { SCOPES, type Scope } from '#plan/rights.ts';
import type { Answer } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { addDays, type Day } from '../../format/date.ts';
import { dayOf, formatAgo, formatInstant } from '../../format/instant.ts';
import { Section } from '../../frame/page.tsx';
import { Tag } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Confirm, Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { EmptyState, ErrorState, Notice } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { toast } from '../../ui/toast.tsx';
import { fieldOf } from './form.tsx';
import styles from './settings.module.css';

type Token = Answer<'GET /tokens'>['items'][number];

const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  'document.read': 'Đọc văn bản',
  'document.upload': 'Tải văn bản lên',
  'plan.read': 'Đọc kế hoạch, chỉ tiêu, nhiệm vụ',
  'organisation.read': 'Đọc danh mục cơ quan',
  'event.read': 'Đọc nhật ký',
};
const YEAR = 365;

export function Tokens() {
  const tokens = useQuery(read('GET /tokens'));
  const [making, setMaking] = useState(false);
  const [asked, setAsked] = useState<Token | null>(null);
  const revoke = useWrite('DELETE /tokens/:id', {
    spoils: ['GET /tokens'],
    onDone: () => {
      setAsked(null);
      toast({ text: 'Đã thu hồi mã truy cập' });
    },
  });
  const now = new Date();
  const columns: readonly Column<Token>[] = [
    { id: 'name', head: 'Tên', phone: 'title', cell: (one) => one.name },
    { id: 'scopes', head: 'Được làm', cell: (one) => one.scopes.map((scope) => SCOPE_WORDS[scope]).join('; ') },
    { id: 'expires', head: 'Hết hạn', width: 160, cell: (one) => (one.expiresAt ? formatInstant(one.expiresAt) : '—') },
    {
      id: 'used',
      head: 'Dùng gần nhất',
      width: 150,
      cell: (one) => (one.usedAt ? formatAgo(one.usedAt, now) : 'Chưa dùng'),
    },
    {
      id: 'state',
      head: 'Trạng thái',
      width: 140,
      cell: (one) =>
        one.revokedAt ? (
          <Tag>Đã thu hồi</Tag>
        ) : one.expiresAt && Date.parse(one.expiresAt) < now.getTime() ? (
          <Tag>Đã hết hạn</Tag>
        ) : (
          <Tag tone="green">Còn hạn</Tag>
        ),
    },
    {
      id: 'revoke',
      head: 'Thu hồi',
      width: 120,
      cell: (one) =>
        one.revokedAt ? null : (
          <Button small onClick={() => setAsked(one)}>
            Thu hồi
          </Button>
        ),
    },
  ];
  if (tokens.error) return <ErrorState {...explain(tokens.error)} onRetry={() => void tokens.refetch()} />;
  return (
    <Section
      title="Mã truy cập cho máy"
      actions={
        <Button kind="main" icon="add" onClick={() => setMaking(true)}>
          Cấp mã truy cập
        </Button>
      }
    >
      <p>
        Phần mềm khác đọc dữ liệu qua <a href="/api/docs">giao diện lập trình</a> bằng mã truy cập riêng.
      </p>
      <Table
        label="Mã truy cập cho máy"
        columns={columns}
        rows={tokens.data?.items ?? []}
        rowKey={(one) => one.id}
        loading={tokens.isPending}
        empty={<EmptyState icon="lock" title="Chưa cấp mã truy cập nào" />}
      />
      {making ? <MakeToken onClose={() => setMaking(false)} /> : null}
      {asked ? (
        <Confirm
          open
          danger
          title="Thu hồi mã truy cập"
          act="Thu hồi"
          busy={revoke.isPending}
          onAct={() => revoke.mutate({ params: { id: asked.id } })}
          onClose={() => setAsked(null)}
        >
          <p>Phần mềm dùng mã “{asked.name}” sẽ không truy cập được nữa.</p>
        </Confirm>
      ) : null}
    </Section>
  );
}

function MakeToken({ onClose }: { readonly onClose: () => void }) {
  const form = useId();
  const today = dayOf(new Date());
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['plan.read']);
  const [expiresOn, setExpiresOn] = useState<Day | null>(addDays(today, 90));
  const make = useWrite('POST /tokens', { spoils: ['GET /tokens'] });
  if (make.data)
    return (
      <Dialog open onClose={onClose} title="Mã truy cập mới" holds>
        <p>Hãy chép mã này ngay; đóng hộp thoại thì không xem lại được.</p>
        <p className={styles.secret}>{make.data.token}</p>
        <p>Có hiệu lực đến {formatInstant(make.data.expiresAt)}.</p>
      </Dialog>
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title="Cấp mã truy cập"
      holds
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" type="submit" form={form} busy={make.isPending}>
            Cấp mã truy cập
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (expiresOn) make.mutate({ body: { name, scopes: [...scopes], expiresOn } });
        }}
      >
        {make.error ? (
          <Notice tone="red" live>
            {explain(make.error).message}
          </Notice>
        ) : null}
        <Field label="Tên phần mềm" error={fieldOf(make.error, 'name')} required>
          <TextInput value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <fieldset className={styles.roles}>
          <legend>Được làm</legend>
          {SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              label={SCOPE_WORDS[scope]}
              checked={scopes.includes(scope)}
              onChange={(event) =>
                setScopes(event.target.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
              }
            />
          ))}
        </fieldset>
        <Field label="Hết hạn sau ngày" error={fieldOf(make.error, 'expiresOn')} required>
          <DateInput value={expiresOn} onValue={setExpiresOn} min={today} max={addDays(today, YEAR)} />
        </Field>
      </form>
    </Dialog>
  );
}

/** Calendars of deadlines (lịch hạn) for the calendar on one's phone or computer: made, listed, revoked. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { CALENDAR_SCOPE_WORDS, type CalendarScope } from '#delivery/icalendar.ts';
import type { Answer } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { formatAgo, formatInstant } from '../../format/instant.ts';
import { Section } from '../../frame/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm, Dialog } from '../../ui/dialog.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { toast } from '../../ui/toast.tsx';
import { fieldOf } from '../settings/form.tsx';
import styles from './account.module.css';

type Feed = Answer<'GET /calendar/feeds'>['items'][number];

export function Calendars() {
  const feeds = useQuery(read('GET /calendar/feeds'));
  const [making, setMaking] = useState(false);
  const [asked, setAsked] = useState<Feed | null>(null);
  const revoke = useWrite('DELETE /calendar/feeds/:id', {
    spoils: ['GET /calendar/feeds'],
    onDone: () => {
      setAsked(null);
      toast({ text: 'Đã thu hồi lịch hạn' });
    },
  });
  const now = new Date();
  const columns: readonly Column<Feed>[] = [
    { id: 'name', head: 'Tên', phone: 'title', cell: (one) => one.name },
    { id: 'scope', head: 'Gồm', phone: 'line', cell: (one) => CALENDAR_SCOPE_WORDS[one.scope] },
    { id: 'post', head: 'Chức danh', phone: 'line', cell: (one) => one.post.title },
    { id: 'made', head: 'Tạo lúc', width: 160, phone: 'line', cell: (one) => formatInstant(one.createdAt) },
    {
      id: 'used',
      head: 'Đọc gần nhất',
      width: 140,
      phone: 'line',
      cell: (one) => (one.usedAt ? formatAgo(one.usedAt, now) : 'Chưa đọc'),
    },
    {
      id: 'revoke',
      head: 'Thu hồi',
      width: 110,
      phone: 'line',
      cell: (one) => (
        <Button small onClick={() => setAsked(one)}>
          Thu hồi
        </Button>
      ),
    },
  ];
  return (
    <Section
      title="Lịch hạn"
      actions={
        feeds.data ? (
          <Button icon="calendar" onClick={() => setMaking(true)}>
            Tạo lịch hạn
          </Button>
        ) : null
      }
    >
      <p>
        Đưa thời hạn các nhiệm vụ vào ứng dụng lịch trên điện thoại, máy tính; thời hạn thay đổi thì lịch thay đổi theo.
      </p>
      {feeds.error ? <ErrorState {...explain(feeds.error)} onRetry={() => void feeds.refetch()} /> : null}
      {feeds.isPending ? <Skeleton lines={2} /> : null}
      {feeds.data && feeds.data.items.length > 0 ? (
        <Table label="Lịch hạn của tôi" columns={columns} rows={feeds.data.items} rowKey={(one) => one.id} />
      ) : null}
      {making && feeds.data ? <MakeFeed scopes={feeds.data.scopes} onClose={() => setMaking(false)} /> : null}
      {asked ? (
        <Confirm
          open
          danger
          title="Thu hồi lịch hạn"
          act="Thu hồi"
          busy={revoke.isPending}
          onAct={() =>
            revoke.mutate(
              { params: { id: asked.id } },
              { onError: (error) => void toast({ text: explain(error).message, wrong: true }) },
            )
          }
          onClose={() => setAsked(null)}
        >
          <p>Ứng dụng đang dùng lịch “{asked.name}” sẽ không đọc được nữa.</p>
        </Confirm>
      ) : null}
    </Section>
  );
}

function MakeFeed({ scopes, onClose }: { readonly scopes: readonly CalendarScope[]; readonly onClose: () => void }) {
  const form = useId();
  const [name, setName] = useState('Hạn nhiệm vụ');
  const [scope, setScope] = useState<CalendarScope>(scopes.includes('organisation') ? 'organisation' : 'post');
  const make = useWrite('POST /calendar/feeds', { spoils: ['GET /calendar/feeds'] });
  if (make.data)
    return (
      <Dialog
        open
        holds
        onClose={onClose}
        title="Địa chỉ lịch hạn"
        actions={<Button onClick={onClose}>Đã chép</Button>}
      >
        <p>
          Trong ứng dụng lịch, chọn thêm lịch theo địa chỉ (URL) rồi dán địa chỉ này. Ai có địa chỉ cũng đọc được lịch,
          nên đừng gửi cho người khác; đóng hộp thoại thì không xem lại được.
        </p>
        <p className={styles.secret}>{make.data.url}</p>
      </Dialog>
    );
  return (
    <Dialog
      open
      holds
      onClose={onClose}
      title="Tạo lịch hạn"
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" type="submit" form={form} busy={make.isPending}>
            Tạo lịch hạn
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate({ body: { name, scope } });
        }}
      >
        {make.error ? (
          <Notice tone="red" live>
            {explain(make.error).message}
          </Notice>
        ) : null}
        <Field label="Tên lịch" error={fieldOf(make.error, 'name')} required>
          <TextInput value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="Gồm những nhiệm vụ nào" required>
          <Select
            value={scope}
            choices={scopes.map((value) => ({ value, label: CALENDAR_SCOPE_WORDS[value] }))}
            onChoose={(value) => setScope(value as CalendarScope)}
          />
        </Field>
      </form>
    </Dialog>
  );
}

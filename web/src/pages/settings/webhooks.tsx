/** Webhooks: other systems that are told of events, whether that works, each telling with its answer. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { explain } from '../../api/problem.ts';
import { queryClient, read, readPages, rowsOf, useWrite } from '../../api/query.ts';
import { formatAgo, formatInstant } from '../../format/instant.ts';
import { formatCount } from '../../format/number.ts';
import { Section } from '../../frame/page.tsx';
import { Tag } from '../../ui/badge.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Confirm, Dialog, Drawer } from '../../ui/dialog.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { More } from '../../ui/more.tsx';
import { EmptyState, ErrorState, Notice } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { toast } from '../../ui/toast.tsx';
import { fieldOf } from './form.tsx';
import styles from './settings.module.css';

type Webhook = Answer<'GET /webhooks'>['items'][number];
type Delivery = Answer<'GET /webhooks/:id/deliveries'>['items'][number];

const SPOILS = ['GET /webhooks', 'GET /webhooks/:id/deliveries'] as const;

const AREAS: readonly { readonly kind: string; readonly label: string }[] = [
  { kind: 'task.*', label: 'Nhiệm vụ: giao, tiếp nhận, báo cáo, xác nhận, gia hạn …' },
  { kind: 'plan.*', label: 'Kế hoạch: ban hành, thu hồi, sửa đổi' },
  { kind: 'target.*', label: 'Chỉ tiêu' },
  { kind: 'deliverable.*', label: 'Sản phẩm' },
  { kind: 'directive.*', label: 'Ý kiến chỉ đạo' },
  { kind: 'case.*', label: 'Vụ việc tồn đọng' },
  { kind: 'inspection.*', label: 'Thanh tra, kiểm tra' },
  { kind: 'document.*', label: 'Văn bản' },
];

function StateTag({ of }: { readonly of: Webhook }) {
  if (of.pausedAt) return <Tag tone="red">Tự tạm dừng</Tag>;
  if (!of.active) return <Tag>Đang tạm dừng</Tag>;
  return of.failingSince ? <Tag tone="amber">Đang gửi không được</Tag> : <Tag tone="green">Đang chạy</Tag>;
}

export function Webhooks() {
  const hooks = useQuery(read('GET /webhooks'));
  const [editing, setEditing] = useState<Webhook | 'new' | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  useLive(['webhook'], () => {
    for (const key of SPOILS) void queryClient.invalidateQueries({ queryKey: [key] });
  });
  const now = new Date();
  const columns: readonly Column<Webhook>[] = [
    { id: 'name', head: 'Tên', phone: 'title', cell: (one) => one.name },
    { id: 'url', head: 'Địa chỉ nhận', phone: 'line', cell: (one) => one.url },
    { id: 'state', head: 'Trạng thái', width: 180, phone: 'line', cell: (one) => <StateTag of={one} /> },
    {
      id: 'told',
      head: 'Gửi được gần nhất',
      width: 160,
      phone: 'line',
      cell: (one) => (one.deliveredAt ? formatAgo(one.deliveredAt, now) : 'Chưa có'),
    },
    {
      id: 'counts',
      head: 'Đang chờ / không gửi được',
      width: 190,
      phone: 'line',
      cell: (one) => `${formatCount(one.waiting)} / ${formatCount(one.failed)}`,
    },
    {
      id: 'open',
      head: 'Các lần gửi',
      width: 120,
      cell: (one) => (
        <Button small onClick={() => setOpenId(one.id)}>
          Mở
        </Button>
      ),
    },
  ];
  if (hooks.error) return <ErrorState {...explain(hooks.error)} onRetry={() => void hooks.refetch()} />;
  const items = hooks.data?.items ?? [];
  const opened = items.find((one) => one.id === openId) ?? null;
  return (
    <Section
      title="Webhook"
      actions={
        <Button kind="main" icon="add" onClick={() => setEditing('new')}>
          Thêm webhook
        </Button>
      }
    >
      <p>Phần mềm khác được báo ngay khi có thay đổi. Mỗi tin được ký bằng khóa riêng và gửi lại đến khi nhận được.</p>
      {items
        .filter((one) => one.pausedAt)
        .map((one) => (
          <Notice key={one.id} tone="red">
            “{one.name}” không nhận được tin nên đã tự tạm dừng lúc {formatInstant(one.pausedAt as string)}. Kiểm tra
            bên nhận rồi cho chạy lại; các tin chưa gửi sẽ được gửi tiếp.
          </Notice>
        ))}
      <Table
        label="Webhook"
        columns={columns}
        rows={items}
        rowKey={(one) => one.id}
        loading={hooks.isPending}
        onOpen={(one) => setOpenId(one.id)}
        empty={<EmptyState icon="link" title="Chưa có webhook nào" />}
      />
      {editing ? <EditWebhook of={editing === 'new' ? null : editing} onClose={() => setEditing(null)} /> : null}
      <Drawer open={opened !== null} size="large" onClose={() => setOpenId(null)} title={opened?.name ?? ''}>
        {opened ? (
          <OneWebhook key={opened.id} of={opened} onEdit={() => setEditing(opened)} onGone={() => setOpenId(null)} />
        ) : null}
      </Drawer>
    </Section>
  );
}

function EditWebhook({ of, onClose }: { readonly of: Webhook | null; readonly onClose: () => void }) {
  const form = useId();
  const [name, setName] = useState(of?.name ?? '');
  const [url, setUrl] = useState(of?.url ?? '');
  const [kinds, setKinds] = useState<readonly string[]>(of?.kinds ?? ['task.*', 'plan.*']);
  const make = useWrite('POST /webhooks', { spoils: SPOILS });
  const save = useWrite('PATCH /webhooks/:id', {
    spoils: SPOILS,
    onDone: () => {
      toast({ text: 'Đã lưu webhook' });
      onClose();
    },
  });
  if (make.data) return <Secret title="Webhook mới" secret={make.data.secret} onClose={onClose} />;
  const error = make.error ?? save.error;
  const others = kinds.filter((kind) => !AREAS.some((area) => area.kind === kind));
  return (
    <Dialog
      open
      holds
      onClose={onClose}
      title={of ? 'Sửa webhook' : 'Thêm webhook'}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" type="submit" form={form} busy={make.isPending || save.isPending}>
            {of ? 'Lưu' : 'Thêm webhook'}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const body = { name, url, kinds: [...kinds] };
          if (of) save.mutate({ params: { id: of.id }, body: { ...body, version: of.version } });
          else make.mutate({ body });
        }}
      >
        {error ? (
          <Notice tone="red" live>
            {explain(error).message}
          </Notice>
        ) : null}
        <Field label="Tên phần mềm" error={fieldOf(error, 'name')} required>
          <TextInput value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="Địa chỉ nhận" hint="Dạng https://…" error={fieldOf(error, 'url')} required>
          <TextInput type="url" spellCheck={false} value={url} onChange={(event) => setUrl(event.target.value)} />
        </Field>
        <fieldset className={styles.roles}>
          <legend>Báo khi có thay đổi của</legend>
          {AREAS.map((area) => (
            <Checkbox
              key={area.kind}
              label={area.label}
              checked={kinds.includes(area.kind)}
              onChange={(event) =>
                setKinds(event.target.checked ? [...kinds, area.kind] : kinds.filter((one) => one !== area.kind))
              }
            />
          ))}
          {others.length > 0 ? <p>Và: {others.join(', ')}</p> : null}
        </fieldset>
      </form>
    </Dialog>
  );
}

function Secret({
  title,
  secret,
  onClose,
}: {
  readonly title: string;
  readonly secret: string;
  readonly onClose: () => void;
}) {
  return (
    <Dialog open holds onClose={onClose} title={title} actions={<Button onClick={onClose}>Đã chép</Button>}>
      <p>Khóa ký để bên nhận kiểm tra tin. Hãy chép ngay; đóng hộp thoại thì không xem lại được.</p>
      <p className={styles.secret}>{secret}</p>
    </Dialog>
  );
}

const STATE_WORDS = { waiting: 'Đang chờ', delivered: 'Đã nhận', failed: 'Không gửi được' } as const;
const STATE_TONES = { waiting: 'amber', delivered: 'green', failed: 'red' } as const;

interface OneProps {
  readonly of: Webhook;
  readonly onEdit: () => void;
  readonly onGone: () => void;
}

function OneWebhook({ of, onEdit, onGone }: OneProps) {
  const [state, setState] = useState<Delivery['state'] | ''>('');
  const [asked, setAsked] = useState<'remove' | 'secret' | null>(null);
  const pages = useInfiniteQuery(
    readPages('GET /webhooks/:id/deliveries', {
      params: { id: of.id },
      query: { limit: 50, ...(state ? { state } : {}) },
    }),
  );
  const { rows } = rowsOf(pages.data);
  const params = { id: of.id };
  const wrong = (error: Error) => void toast({ text: explain(error).message, wrong: true });
  const change = useWrite('PATCH /webhooks/:id', {
    spoils: SPOILS,
    onDone: (now) => void toast({ text: now.active ? 'Webhook chạy lại' : 'Đã tạm dừng webhook' }),
  });
  const ping = useWrite('POST /webhooks/:id/ping', {
    onDone: ({ status, error }) =>
      void toast(
        error ? { text: `Gửi thử không được: ${error}`, wrong: true } : { text: `Bên nhận trả lời ${status}` },
      ),
  });
  const resend = useWrite('POST /webhooks/:id/deliveries/:deliveryId/resend', {
    spoils: SPOILS,
    onDone: () => void toast({ text: 'Đang gửi lại' }),
  });
  const renew = useWrite('POST /webhooks/:id/secret', { spoils: SPOILS });
  const remove = useWrite('DELETE /webhooks/:id', {
    spoils: SPOILS,
    onDone: () => {
      toast({ text: 'Đã gỡ webhook' });
      onGone();
    },
  });
  const columns: readonly Column<Delivery>[] = [
    { id: 'sentence', head: 'Sự kiện', phone: 'title', cell: (one) => one.sentence },
    {
      id: 'state',
      head: 'Trạng thái',
      width: 140,
      phone: 'line',
      cell: (one) => <Tag tone={STATE_TONES[one.state]}>{STATE_WORDS[one.state]}</Tag>,
    },
    {
      id: 'answer',
      head: 'Trả lời',
      phone: 'line',
      cell: (one) => one.error ?? (one.status === null ? '—' : String(one.status)),
    },
    {
      id: 'at',
      head: 'Lần gửi gần nhất',
      width: 160,
      phone: 'line',
      cell: (one) => (one.triedAt ? `${formatInstant(one.triedAt)} (lần ${one.attempts})` : 'Chưa gửi'),
    },
    {
      id: 'act',
      head: 'Gửi lại',
      width: 110,
      cell: (one) =>
        one.state === 'delivered' ? null : (
          <Button
            small
            busy={resend.isPending}
            onClick={() => resend.mutate({ params: { ...params, deliveryId: one.id } }, { onError: wrong })}
          >
            Gửi lại
          </Button>
        ),
    },
  ];
  return (
    <div className={styles.parts}>
      <div>
        <p>
          <StateTag of={of} /> {of.url}
        </p>
        <p>Báo khi: {of.kinds.join(', ')}</p>
      </div>
      <ButtonRow>
        <Button
          busy={change.isPending}
          onClick={() =>
            change.mutate({ params, body: { version: of.version, active: !of.active } }, { onError: wrong })
          }
        >
          {of.active ? 'Tạm dừng' : 'Cho chạy lại'}
        </Button>
        <Button busy={ping.isPending} onClick={() => ping.mutate({ params }, { onError: wrong })}>
          Gửi thử
        </Button>
        <Button icon="edit" onClick={onEdit}>
          Sửa
        </Button>
        <Button onClick={() => setAsked('secret')}>Đổi khóa ký</Button>
        <Button onClick={() => setAsked('remove')}>Gỡ</Button>
      </ButtonRow>
      <Field label="Lọc các lần gửi" hideLabel>
        <Select
          empty="Mọi lần gửi"
          value={state}
          choices={(['waiting', 'delivered', 'failed'] as const).map((value) => ({ value, label: STATE_WORDS[value] }))}
          onChoose={(value) => setState(value as Delivery['state'] | '')}
        />
      </Field>
      {pages.error ? <ErrorState {...explain(pages.error)} onRetry={() => void pages.refetch()} /> : null}
      <Table
        label="Các lần gửi"
        columns={columns}
        rows={rows}
        rowKey={(one) => one.id}
        loading={pages.isPending}
        empty={<EmptyState icon="link" title="Chưa có lần gửi nào" />}
      />
      <More
        shown={rows.length}
        total={null}
        unit="lần gửi"
        hasMore={pages.hasNextPage}
        busy={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
      />
      {asked === 'remove' ? (
        <Confirm
          open
          danger
          title="Gỡ webhook"
          act="Gỡ"
          busy={remove.isPending}
          onAct={() => remove.mutate({ params }, { onError: wrong })}
          onClose={() => setAsked(null)}
        >
          <p>“{of.name}” sẽ không được báo nữa, danh sách các lần gửi cũng không xem được.</p>
        </Confirm>
      ) : null}
      {asked === 'secret' && !renew.data ? (
        <Confirm
          open
          title="Đổi khóa ký"
          act="Đổi khóa ký"
          busy={renew.isPending}
          onAct={() => renew.mutate({ params }, { onError: wrong })}
          onClose={() => setAsked(null)}
        >
          <p>Khóa cũ hết dùng ngay; bên nhận phải được đổi theo khóa mới.</p>
        </Confirm>
      ) : null}
      {asked === 'secret' && renew.data ? (
        <Secret title="Khóa ký mới" secret={renew.data.secret} onClose={() => setAsked(null)} />
      ) : null}
    </div>
  );
}

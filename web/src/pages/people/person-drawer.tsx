/** One person at the side (ngăn người dùng): who it is, the posts, how they sign in, and what can be done. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { ROLE_NAMES } from '#plan/rights.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { dayOf, formatInstant } from '../../format/instant.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Confirm, Dialog, Drawer } from '../../ui/dialog.tsx';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { Appoint } from './appoint.tsx';
import { GivenLink, type GivenLinkProps } from './given-link.tsx';
import styles from './people.module.css';
import { type Person, States } from './states.tsx';

export interface PersonDrawerProps {
  readonly id: string | null;
  readonly manages: boolean;
  readonly onClose: () => void;
}

export function PersonDrawer({ id, manages, onClose }: PersonDrawerProps) {
  const person = useQuery({ ...read('GET /people/:id', { params: { id: id ?? '' } }), enabled: id !== null });
  const shown = id === null ? undefined : person.data;
  return (
    <Drawer open={id !== null} onClose={onClose} title={shown?.fullName ?? 'Người dùng'}>
      {person.error ? <ErrorState {...explain(person.error)} onRetry={() => void person.refetch()} /> : null}
      {shown ? <Body key={shown.id} person={shown} manages={manages} /> : person.error ? null : <Skeleton lines={6} />}
    </Drawer>
  );
}

const SPOILS = ['GET /people', 'GET /people/:id', 'GET /posts'] as const;

function Body({ person, manages }: { readonly person: Person; readonly manages: boolean }) {
  const [appointing, setAppointing] = useState(false);
  const fail = { onError: (error: Error) => void toast({ text: explain(error).message, wrong: true }) };
  const relieve = useWrite('POST /holdings/:id/end', {
    spoils: SPOILS,
    onDone: () => void toast({ text: 'Đã cho thôi giữ chức danh' }),
  });
  return (
    <>
      <div className={styles.states}>
        <States person={person} />
      </div>
      {manages && person.account && !person.account.anonymised ? (
        <Edit person={person} />
      ) : (
        <p>{person.email ?? 'Chưa có thư điện tử'}</p>
      )}
      <div className={styles.part}>
        <h3>Chức danh</h3>
        {person.posts.length === 0 ? <p>Chưa giữ chức danh nào nên chưa có quyền gì.</p> : null}
        <ul className={styles.posts}>
          {person.posts.map((post) => (
            <li key={post.holdingId} className={styles.post}>
              <div>
                <strong>{post.title}</strong>, {post.organisation.name}
                <p className={styles.quiet}>
                  {ROLE_NAMES[post.role]} · từ {formatDay(post.from)}
                  {post.to ? ` đến trước ${formatDay(post.to)}` : ''}
                </p>
              </div>
              {manages ? (
                <Button
                  small
                  busy={relieve.isPending}
                  onClick={() =>
                    relieve.mutate({ params: { id: post.holdingId }, body: { on: dayOf(new Date()) } }, fail)
                  }
                >
                  Thôi giữ
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
        {manages && person.state === 'active' ? (
          <div>
            <Button icon="add" onClick={() => setAppointing(true)}>
              Giao chức danh
            </Button>
          </div>
        ) : null}
      </div>
      {manages && person.account ? <Account person={person} account={person.account} /> : null}
      {appointing ? <Appoint personId={person.id} onClose={() => setAppointing(false)} /> : null}
    </>
  );
}

function Edit({ person }: { readonly person: Person }) {
  const [fullName, setFullName] = useState(person.fullName);
  const [login, setLogin] = useState(person.account?.login ?? '');
  const [email, setEmail] = useState(person.email ?? '');
  const save = useWrite('PATCH /people/:id', { spoils: SPOILS, onDone: () => void toast({ text: 'Đã lưu' }) });
  const problem = save.error instanceof ApiProblem ? save.error : null;
  const changed = fullName !== person.fullName || login !== person.account?.login || email !== (person.email ?? '');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const body = { version: person.version, fullName, login, email: email.trim() === '' ? null : email.trim() };
        save.mutate({ params: { id: person.id }, body });
      }}
    >
      {save.error ? (
        <Notice tone="red" live>
          {explain(save.error).message}
        </Notice>
      ) : null}
      <Field label="Họ và tên" error={problem?.field('fullName')} required>
        <TextInput value={fullName} onChange={(event) => setFullName(event.target.value)} />
      </Field>
      <Field label="Tên đăng nhập" error={problem?.field('login')} required>
        <TextInput
          autoCapitalize="none"
          spellCheck={false}
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
      </Field>
      <Field label="Thư điện tử công vụ" error={problem?.field('email')}>
        <TextInput type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
      </Field>
      {changed ? (
        <div>
          <Button kind="main" type="submit" busy={save.isPending}>
            Lưu thay đổi
          </Button>
        </div>
      ) : null}
    </form>
  );
}

type Asked = 'disable' | 'totp' | 'erase' | null;

const ASKED: Readonly<Record<'disable' | 'totp' | 'erase', { title: string; act: string; words: ReactNode }>> = {
  disable: {
    title: 'Ngừng cho sử dụng',
    act: 'Ngừng cho sử dụng',
    words: 'Mọi phiên đăng nhập của người này kết thúc ngay. Có thể cho sử dụng lại sau.',
  },
  totp: {
    title: 'Gỡ mã xác thực',
    act: 'Gỡ mã xác thực',
    words: 'Chỉ gỡ khi chắc chắn người yêu cầu đúng là người này, chẳng hạn bị mất điện thoại.',
  },
  erase: {
    title: 'Xóa dữ liệu cá nhân',
    act: 'Xóa dữ liệu cá nhân',
    words:
      'Họ tên, tên đăng nhập, thư điện tử, thiết bị và địa chỉ mạng bị xóa, không lấy lại được. Nhật ký giữ việc đã làm theo thời hạn lưu trữ.',
  },
};

function Account({ person, account }: { readonly person: Person; readonly account: NonNullable<Person['account']> }) {
  const [asked, setAsked] = useState<Asked>(null);
  const [reason, setReason] = useState('');
  const [given, setGiven] = useState<GivenLinkProps | null>(null);
  const setup = useQuery(read('GET /setup'));
  const params = { id: person.id };
  const { version } = person;
  const close = () => {
    setAsked(null);
    setReason('');
  };
  const done = (text: string) => ({
    spoils: SPOILS,
    onDone: () => {
      close();
      toast({ text });
    },
  });
  const disable = useWrite('POST /people/:id/disable', done('Đã ngừng cho sử dụng'));
  const enable = useWrite('POST /people/:id/enable', done('Đã cho sử dụng lại'));
  const unlock = useWrite('POST /people/:id/unlock', done('Đã mở khóa'));
  const totpOff = useWrite('POST /people/:id/totp-off', done('Đã gỡ mã xác thực'));
  const erase = useWrite('POST /people/:id/anonymise', done('Đã xóa dữ liệu cá nhân'));
  const reset = useWrite('POST /people/:id/reset', {
    onDone: ({ link, expiresAt }) =>
      link ? setGiven({ link, expiresAt }) : void toast({ text: 'Đã gửi thư đặt mật khẩu' }),
  });
  const error = disable.error ?? totpOff.error ?? erase.error;
  const fail = { onError: (wrong: Error) => void toast({ text: explain(wrong).message, wrong: true }) };
  useEffect(() => {
    if (asked === null) {
      disable.reset();
      totpOff.reset();
      erase.reset();
    }
  }, [asked, disable.reset, totpOff.reset, erase.reset]);
  const act = () => {
    const why = reason.trim();
    if (asked === 'disable') disable.mutate({ params, body: { version, ...(why ? { reason: why } : {}) } });
    if (asked === 'totp') totpOff.mutate({ params, body: { reason: why } });
    if (asked === 'erase') erase.mutate({ params, body: { version, reason: why } });
  };
  if (account.anonymised) return null;
  const ways = [
    account.hasPassword ? 'mật khẩu' : null,
    account.hasTotp ? 'mã xác thực' : null,
    account.hasOidc ? 'hệ thống đăng nhập tập trung' : null,
  ].filter((way) => way !== null);
  const deliver = setup.data?.mail && person.email ? ('mail' as const) : ('link' as const);
  return (
    <div className={styles.part}>
      <h3>Đăng nhập</h3>
      <p>{ways.length > 0 ? `Đăng nhập bằng ${ways.join(', ')}.` : 'Chưa đặt mật khẩu.'}</p>
      <p className={styles.quiet}>
        {account.lastSeenAt ? `Dùng gần nhất lúc ${formatInstant(account.lastSeenAt)}.` : 'Chưa đăng nhập lần nào.'}
        {account.lockedUntil ? ` Tạm khóa đến ${formatInstant(account.lockedUntil)}.` : ''}
      </p>
      <ButtonRow>
        {account.lockedUntil ? <Button onClick={() => unlock.mutate({ params }, fail)}>Mở khóa</Button> : null}
        {person.state === 'active' ? (
          <Button busy={reset.isPending} onClick={() => reset.mutate({ params, body: { deliver } }, fail)}>
            {deliver === 'mail' ? 'Gửi thư đặt mật khẩu' : 'Lấy liên kết đặt mật khẩu'}
          </Button>
        ) : null}
        {account.hasTotp ? <Button onClick={() => setAsked('totp')}>Gỡ mã xác thực</Button> : null}
        {person.state === 'active' ? (
          <Button onClick={() => setAsked('disable')}>Ngừng cho sử dụng</Button>
        ) : (
          <>
            <Button busy={enable.isPending} onClick={() => enable.mutate({ params, body: { version } }, fail)}>
              Cho sử dụng lại
            </Button>
            <Button onClick={() => setAsked('erase')}>Xóa dữ liệu cá nhân</Button>
          </>
        )}
      </ButtonRow>
      {asked ? (
        <Confirm
          open
          danger
          title={ASKED[asked].title}
          act={ASKED[asked].act}
          busy={disable.isPending || totpOff.isPending || erase.isPending}
          onAct={act}
          onClose={close}
        >
          <div className={styles.form}>
            {error ? (
              <Notice tone="red" live>
                {explain(error).message}
              </Notice>
            ) : null}
            <p>{ASKED[asked].words}</p>
            <Field label="Lý do" required={asked !== 'disable'}>
              <TextArea value={reason} onChange={(event) => setReason(event.target.value)} />
            </Field>
          </div>
        </Confirm>
      ) : null}
      <Dialog open={given !== null} onClose={() => setGiven(null)} title="Liên kết đặt mật khẩu" holds>
        {given ? <GivenLink {...given} /> : null}
      </Dialog>
    </div>
  );
}

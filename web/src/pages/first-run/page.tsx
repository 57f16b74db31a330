/** The first run (lần chạy đầu): the code that the server wrote, the province, and its administrator. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { ApiProblem, explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { becomes } from '../../api/session.ts';
import { Doorway } from '../../frame/doorway.tsx';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import styles from './first-run.module.css';

const EMPTY = { province: '', fullName: '', login: '', email: '' };

export default function FirstRunPage() {
  const navigate = useNavigate();
  const setup = useQuery(read('GET /setup'));
  const draft = useDraft('first-run', EMPTY);
  // Secrets are not kept in the browser.
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const make = useWrite('POST /setup', {
    onDone: (me) => {
      draft.clear();
      becomes(me);
      void navigate({ to: '/' });
    },
  });
  const problem = make.error instanceof ApiProblem ? make.error : null;
  const provinces = (setup.data?.catalogue ?? []).map((one) => ({ value: one.code, label: one.name }));
  const { province, fullName, login, email } = draft.value;

  if (setup.error) return <ErrorState {...explain(setup.error)} onRetry={() => setup.refetch()} />;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setDiffers(password !== again);
    if (password !== again) return;
    const mail = email.trim();
    make.mutate({
      body: { code: code.trim(), province, fullName, login, password, ...(mail === '' ? {} : { email: mail }) },
    });
  };

  return (
    <Doorway title="Thiết lập lần đầu" about="Chọn tỉnh, thành phố và lập tài khoản quản trị hệ thống đầu tiên.">
      {make.error ? (
        <Notice tone="red" live>
          {explain(make.error).message}
        </Notice>
      ) : null}
      <form className={styles.form} onSubmit={submit}>
        <Field
          label="Mã thiết lập"
          hint="Máy chủ ghi mã này ra màn hình khi khởi động lần đầu."
          error={problem?.field('code')}
          required
        >
          <TextInput autoComplete="off" spellCheck={false} value={code} onChange={(e) => setCode(e.target.value)} />
        </Field>
        <Field label="Tỉnh, thành phố" error={problem?.field('province')} required>
          <Combobox
            options={provinces}
            placeholder="Gõ tên, có dấu hoặc không dấu"
            value={provinces.find((one) => one.value === province) ?? null}
            onChoose={(one) => draft.set({ province: one?.value ?? '' })}
          />
        </Field>
        <Field label="Họ và tên người quản trị" error={problem?.field('fullName')} required>
          <TextInput
            autoComplete="name"
            value={fullName}
            onChange={(event) => draft.set({ fullName: event.target.value })}
          />
        </Field>
        <Field label="Tên đăng nhập" error={problem?.field('login')} required>
          <TextInput
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={login}
            onChange={(event) => draft.set({ login: event.target.value })}
          />
        </Field>
        <Field label="Thư điện tử công vụ" hint="Để đặt lại mật khẩu khi quên." error={problem?.field('email')}>
          <TextInput
            type="email"
            autoComplete="email"
            value={email}
            onChange={(event) => draft.set({ email: event.target.value })}
          />
        </Field>
        <Field label="Mật khẩu" error={problem?.field('password')} required>
          <TextInput
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <Field label="Nhập lại mật khẩu" error={differs ? 'Hai lần nhập chưa giống nhau.' : undefined} required>
          <TextInput
            type="password"
            autoComplete="new-password"
            value={again}
            onChange={(event) => setAgain(event.target.value)}
          />
        </Field>
        <Button kind="main" type="submit" busy={make.isPending}>
          Bắt đầu sử dụng
        </Button>
      </form>
    </Doorway>
  );
}

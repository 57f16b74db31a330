/** Changing one's own password (đổi mật khẩu). Passwords are never kept in the browser. */
import { useState } from 'react';
import { useWrite } from '../../api/query.ts';
import type { Me } from '../../api/session.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { Form, fieldOf, PasswordField } from './form.tsx';

export interface ChangePasswordProps {
  readonly login: string;
  readonly onDone: (me: Me) => void;
}

export function ChangePassword({ login, onDone }: ChangePasswordProps) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const change = useWrite('PUT /session/password', {
    onDone: (me) => {
      setCurrent('');
      setPassword('');
      setAgain('');
      onDone(me);
    },
  });
  return (
    <Form
      act="Đổi mật khẩu"
      busy={change.isPending}
      error={change.error}
      onSubmit={() => {
        setDiffers(password !== again);
        if (password === again) change.mutate({ body: { current, password } });
      }}
    >
      {/* Keepers of passwords want to know whose it is. */}
      <Field label="Tên đăng nhập">
        <TextInput autoComplete="username" readOnly value={login} />
      </Field>
      <PasswordField label="Mật khẩu hiện tại" value={current} onValue={setCurrent} />
      <PasswordField
        label="Mật khẩu mới"
        fresh
        value={password}
        onValue={setPassword}
        error={fieldOf(change.error, 'password')}
      />
      <PasswordField
        label="Nhập lại mật khẩu mới"
        fresh
        value={again}
        onValue={setAgain}
        error={differs ? 'Hai lần nhập chưa giống nhau.' : undefined}
      />
    </Form>
  );
}

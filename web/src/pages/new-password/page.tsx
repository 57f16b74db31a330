/**
 * Setting a password with the link of a letter (đặt mật khẩu mới). The token stands behind `#`, which browsers send to
 * nobody, and is taken out of the address at once.
 */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { call } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { formatInstant } from '../../format/instant.ts';
import { Doorway } from '../../frame/doorway.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { Form, fieldOf, PasswordField } from '../account/form.tsx';

export default function NewPasswordPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  useEffect(() => {
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  const link = useQuery({
    queryKey: ['POST /password-resets/look', token],
    queryFn: () => call('POST /password-resets/look', { body: { token } }),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const set = useWrite('PUT /password-resets');
  const toSignIn = (
    <Link to="/dang-nhap" className={buttonClass('main')}>
      Đăng nhập
    </Link>
  );

  if (token === '' || link.error) {
    return (
      <Doorway title="Đặt mật khẩu mới">
        <ErrorState
          message={link.error ? explain(link.error).message : 'Liên kết chưa đầy đủ.'}
          advice="Hãy mở lại liên kết trong thư, hoặc xin liên kết mới."
          actions={
            <Link to="/quen-mat-khau" className={buttonClass()}>
              Xin liên kết mới
            </Link>
          }
        />
      </Doorway>
    );
  }
  if (set.isSuccess) {
    return (
      <Doorway title="Đặt mật khẩu mới">
        <Notice tone="green" live>
          Đã đặt mật khẩu mới. Hãy đăng nhập bằng mật khẩu này.
        </Notice>
        {toSignIn}
      </Doorway>
    );
  }
  const whose = link.data;
  return (
    <Doorway
      title={whose?.purpose === 'invitation' ? 'Đặt mật khẩu lần đầu' : 'Đặt mật khẩu mới'}
      about={
        whose
          ? `${whose.fullName}, tên đăng nhập ${whose.login}. Liên kết dùng được đến ${formatInstant(whose.expiresAt)}.`
          : undefined
      }
    >
      {whose ? (
        <Form
          act="Đặt mật khẩu"
          busy={set.isPending}
          error={set.error}
          onSubmit={() => {
            setDiffers(password !== again);
            if (password === again) set.mutate({ body: { token, password } });
          }}
        >
          <PasswordField
            label="Mật khẩu mới"
            fresh
            hint={`Ít nhất ${whose.shortest} ký tự.`}
            value={password}
            onValue={setPassword}
            error={fieldOf(set.error, 'password')}
          />
          <PasswordField
            label="Nhập lại mật khẩu mới"
            fresh
            value={again}
            onValue={setAgain}
            error={differs ? 'Hai lần nhập chưa giống nhau.' : undefined}
          />
        </Form>
      ) : null}
    </Doorway>
  );
}

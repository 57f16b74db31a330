/** Asking for a link to set a new password (quên mật khẩu). The answer does not tell who has an account. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { read, useWrite } from '../../api/query.ts';
import { Doorway } from '../../frame/doorway.tsx';
import { recall } from '../../frame/memory.ts';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { Form } from '../account/form.tsx';

export default function ForgotPage() {
  const setup = useQuery(read('GET /setup'));
  const provinces = setup.data?.provinces ?? [];
  const [chosen, setChosen] = useState(() => recall('province') ?? '');
  const province = provinces.some((one) => one.slug === chosen) ? chosen : (provinces[0]?.slug ?? '');
  const [login, setLogin] = useState('');
  const ask = useWrite('POST /password-resets');
  return (
    <Doorway title="Quên mật khẩu" below={<Link to="/dang-nhap">Quay lại đăng nhập</Link>}>
      {ask.isSuccess ? (
        <Notice tone="green" live>
          Nếu có tài khoản này, một thư kèm liên kết đặt mật khẩu mới đã được gửi đến địa chỉ thư công vụ của tài khoản.
        </Notice>
      ) : (
        <Form
          act="Gửi liên kết"
          busy={ask.isPending}
          error={ask.error}
          onSubmit={() => ask.mutate({ body: { province, login: login.trim() } })}
        >
          {provinces.length > 1 ? (
            <Field label="Tỉnh, thành phố">
              <Select
                value={province}
                onChoose={setChosen}
                choices={provinces.map((one) => ({ value: one.slug, label: one.name }))}
              />
            </Field>
          ) : null}
          <Field label="Tên đăng nhập hoặc thư điện tử công vụ" required>
            <TextInput
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={login}
              onChange={(event) => setLogin(event.target.value)}
            />
          </Field>
        </Form>
      )}
    </Doorway>
  );
}

/** Rules of sign-in (đăng nhập): who needs a second factor, and the province's own identity provider. */
import { useState } from 'react';
import { ROLE_NAMES, ROLES, type Role } from '#plan/rights.ts';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { Section } from '../../frame/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Switch } from '../../ui/choice.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { toast } from '../../ui/toast.tsx';
import { Form, fieldOf, type Settings } from './form.tsx';
import styles from './settings.module.css';

export function SecondFactor({ settings }: { readonly settings: Settings }) {
  const { signIn } = settings;
  const [roles, setRoles] = useState<readonly Role[]>(signIn.totpRoles);
  const save = useWrite('PUT /settings/sign-in', {
    spoils: ['GET /settings', 'GET /session'],
    onDone: () => void toast({ text: 'Đã lưu' }),
  });
  return (
    <Section title="Mã xác thực bắt buộc">
      <Form
        act="Lưu"
        busy={save.isPending}
        error={save.error}
        onSubmit={() => save.mutate({ body: { version: signIn.version, totpRoles: [...roles] } })}
      >
        <fieldset className={styles.roles}>
          <legend>Vai trò phải dùng mã xác thực khi đăng nhập bằng mật khẩu</legend>
          {ROLES.map((role) => (
            <Checkbox
              key={role}
              label={ROLE_NAMES[role]}
              checked={roles.includes(role)}
              onChange={(event) =>
                setRoles(event.target.checked ? [...roles, role] : roles.filter((one) => one !== role))
              }
            />
          ))}
        </fieldset>
        <p>Người chưa có mã xác thực phải thiết lập ngay trong lần đăng nhập tới.</p>
      </Form>
    </Section>
  );
}

export function Provider({ settings }: { readonly settings: Settings }) {
  const { oidc, oidcRedirect } = settings;
  const [enabled, setEnabled] = useState(oidc.enabled);
  const [label, setLabel] = useState(oidc.label);
  const [issuer, setIssuer] = useState(oidc.issuer);
  const [clientId, setClientId] = useState(oidc.clientId);
  const [clientSecret, setClientSecret] = useState('');
  const [clientAuth, setClientAuth] = useState<'basic' | 'post' | ''>(oidc.clientAuth ?? '');
  const save = useWrite('PUT /settings/oidc', {
    spoils: ['GET /settings', 'GET /setup'],
    onDone: () => void toast({ text: 'Đã lưu kết nối' }),
  });
  const test = useWrite('POST /settings/oidc/test', {
    onDone: () => void toast({ text: 'Kết nối được hệ thống đăng nhập tập trung' }),
  });
  const submit = () =>
    save.mutate({
      body: {
        version: oidc.version,
        enabled,
        label,
        issuer,
        clientId,
        clientAuth: clientAuth === '' ? null : clientAuth,
        scopes: oidc.scopes,
        ...(clientSecret === '' ? {} : { clientSecret }),
      },
    });
  return (
    <Section title="Đăng nhập tập trung (OpenID Connect)">
      <Form
        act="Lưu kết nối"
        busy={save.isPending}
        error={save.error}
        onSubmit={submit}
        more={
          oidc.version > 0 ? (
            <Button
              busy={test.isPending}
              onClick={() =>
                test.mutate({}, { onError: (error) => void toast({ text: explain(error).message, wrong: true }) })
              }
            >
              Thử kết nối đã lưu
            </Button>
          ) : null
        }
      >
        <Switch
          label="Cho đăng nhập bằng hệ thống của tỉnh"
          checked={enabled}
          onChange={(event) => setEnabled(event.target.checked)}
        />
        <Field label="Chữ trên nút đăng nhập" error={fieldOf(save.error, 'label')} required>
          <TextInput value={label} onChange={(event) => setLabel(event.target.value)} />
        </Field>
        <Field
          label="Địa chỉ hệ thống (issuer)"
          hint="Dạng https://…, đúng như hệ thống đó công bố."
          error={fieldOf(save.error, 'issuer')}
          required
        >
          <TextInput type="url" spellCheck={false} value={issuer} onChange={(event) => setIssuer(event.target.value)} />
        </Field>
        <Field label="Mã ứng dụng (client ID)" error={fieldOf(save.error, 'clientId')} required>
          <TextInput spellCheck={false} value={clientId} onChange={(event) => setClientId(event.target.value)} />
        </Field>
        <Field
          label="Khóa bí mật (client secret)"
          hint={oidc.hasSecret ? 'Đã lưu; để trống thì giữ nguyên.' : 'Được mã hóa khi lưu và không hiện lại.'}
          error={fieldOf(save.error, 'clientSecret')}
        >
          <TextInput
            type="password"
            autoComplete="new-password"
            value={clientSecret}
            onChange={(event) => setClientSecret(event.target.value)}
          />
        </Field>
        <Field label="Cách gửi khóa bí mật">
          <Select
            empty="Theo hệ thống đó công bố"
            value={clientAuth}
            choices={[
              { value: 'basic', label: 'Trong tiêu đề (client_secret_basic)' },
              { value: 'post', label: 'Trong thân yêu cầu (client_secret_post)' },
            ]}
            onChoose={(value) => setClientAuth(value as 'basic' | 'post' | '')}
          />
        </Field>
        <div>
          <p>Địa chỉ quay lại để đăng ký ở hệ thống đó:</p>
          <p className={styles.secret}>{oidcRedirect}</p>
        </div>
      </Form>
    </Section>
  );
}

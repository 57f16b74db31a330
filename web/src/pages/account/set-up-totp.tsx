/** Setting up the second factor (mã xác thực): password, a picture to scan, a first code, recovery codes to keep. */
import { useState } from 'react';
import { useWrite } from '../../api/query.ts';
import type { Me } from '../../api/session.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import styles from './account.module.css';
import { Form, PasswordField } from './form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

export interface SetUpTotpProps {
  /** After the recovery codes were kept. */
  readonly onDone: (me: Me) => void;
}

export function SetUpTotp({ onDone }: SetUpTotpProps) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const begin = useWrite('POST /session/totp', { onDone: () => setPassword('') });
  const confirm = useWrite('PUT /session/totp');

  if (confirm.data) {
    const { me, recoveryCodes } = confirm.data;
    return <RecoveryCodes codes={recoveryCodes} onKept={() => onDone(me)} />;
  }
  if (!begin.data) {
    return (
      <Form
        act="Thiết lập mã xác thực"
        busy={begin.isPending}
        error={begin.error}
        onSubmit={() => begin.mutate({ body: { password } })}
      >
        <PasswordField label="Mật khẩu hiện tại" value={password} onValue={setPassword} />
      </Form>
    );
  }
  return (
    <Form
      act="Xác nhận"
      busy={confirm.isPending}
      error={confirm.error}
      onSubmit={() => confirm.mutate({ body: { code: code.trim() } })}
    >
      <p>Mở ứng dụng xác thực trên điện thoại và quét mã này.</p>
      <img className={styles.qr} src={begin.data.qr} alt="Mã QR để ứng dụng xác thực quét" />
      <p>
        Không quét được thì nhập khóa: <span className={styles.secret}>{begin.data.secret}</span>
      </p>
      <Field label="Mã 6 chữ số trên ứng dụng" required>
        <TextInput
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
    </Form>
  );
}

/** Whether letters go out (thư điện tử): a letter to try it. */
import { useState } from 'react';
import { useWrite } from '../../api/query.ts';
import { useMe } from '../../api/session.ts';
import { Section } from '../../frame/page.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { Form, fieldOf } from './form.tsx';

export function Mail({ configured }: { readonly configured: boolean }) {
  const { person } = useMe();
  const [to, setTo] = useState(person.email ?? '');
  const send = useWrite('POST /settings/mail/test', {
    onDone: () => void toast({ text: 'Máy chủ thư đã nhận thư thử' }),
  });
  return (
    <Section title="Gửi thư">
      {configured ? (
        <Form act="Gửi thư thử" busy={send.isPending} error={send.error} onSubmit={() => send.mutate({ body: { to } })}>
          <Field label="Gửi đến" error={fieldOf(send.error, 'to')} required>
            <TextInput type="email" value={to} onChange={(event) => setTo(event.target.value)} />
          </Field>
        </Form>
      ) : (
        <Notice tone="amber">
          Máy chủ chưa được cài đặt gửi thư, nên lời mời và việc đặt lại mật khẩu phải trao bằng liên kết. Người vận
          hành máy chủ đặt biến BAMSAT_MAIL_URL.
        </Notice>
      )}
    </Section>
  );
}

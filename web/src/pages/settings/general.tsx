/** The name of the province, and what whoever runs the server has set (chung). */
import { useState } from 'react';
import { useWrite } from '../../api/query.ts';
import { Section } from '../../frame/page.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { toast } from '../../ui/toast.tsx';
import { Form, fieldOf, type Settings } from './form.tsx';

export function General({ settings }: { readonly settings: Settings }) {
  const { province, session } = settings;
  const [name, setName] = useState(province.name);
  const save = useWrite('PUT /settings/province', {
    spoils: ['GET /settings', 'GET /session', 'GET /setup'],
    onDone: () => void toast({ text: 'Đã đổi tên hiển thị' }),
  });
  return (
    <>
      <Section title="Tên hiển thị">
        <Form
          act="Lưu"
          busy={save.isPending}
          error={save.error}
          onSubmit={() => save.mutate({ body: { version: province.version, name } })}
        >
          <Field
            label="Tên tỉnh, thành phố"
            hint="Hiện ở đầu trang, không kèm chữ “tỉnh” hay “thành phố”."
            error={fieldOf(save.error, 'name')}
            required
          >
            <TextInput value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
        </Form>
      </Section>
      <Section title="Phiên đăng nhập">
        <p>
          Một phiên dài nhất {hours(session.minutes)}; không thao tác {hours(session.idleMinutes)} thì phải đăng nhập
          lại. Mật khẩu có ít nhất {session.passwordLength} ký tự. Người vận hành máy chủ đặt các mức này.
        </p>
      </Section>
    </>
  );
}

function hours(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60} giờ` : `${minutes} phút`;
}

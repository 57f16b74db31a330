/** Ngày nghỉ, ngày làm bù: on which days the daily letter comes, and which days count when somebody is waited for. */
import { useState } from 'react';
import { useWrite } from '../../api/query.ts';
import { Section } from '../../frame/page.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { toast } from '../../ui/toast.tsx';
import { Form, type Settings } from './form.tsx';
import { readDays, writeDays } from './typed-days.ts';

export function WorkingDays({ settings }: { readonly settings: Settings }) {
  const { calendar } = settings;
  const [off, setOff] = useState(writeDays(calendar.holidays));
  const [extra, setExtra] = useState(writeDays(calendar.extra));
  const save = useWrite('PUT /settings/calendar', {
    spoils: ['GET /settings'],
    onDone: () => void toast({ text: 'Đã lưu ngày nghỉ, ngày làm bù' }),
  });
  const [holidays, worked] = [readDays(off), readDays(extra)];
  const wrongOf = (parts: readonly string[]) => (parts.length > 0 ? `Không phải ngày: ${parts.join('; ')}.` : null);
  const fits = holidays.wrong.length === 0 && worked.wrong.length === 0;
  return (
    <Section title="Ngày nghỉ, ngày làm bù">
      <p>
        Thứ Bảy, Chủ nhật và các ngày 01/01, 30/4, 01/5, 02/9 đã được tính là ngày nghỉ. Bổ sung hằng năm: Tết Nguyên
        đán, Giỗ Tổ Hùng Vương, ngày nghỉ bù.
      </p>
      <Form
        act="Lưu"
        busy={save.isPending}
        error={save.error}
        onSubmit={() => {
          if (fits)
            save.mutate({ body: { version: calendar.version, holidays: [...holidays.days], extra: [...worked.days] } });
        }}
      >
        <Field
          label="Ngày nghỉ"
          hint="Mỗi dòng một ngày hoặc một khoảng, ví dụ: 10/02/2021 đến 16/02/2021."
          error={wrongOf(holidays.wrong)}
        >
          <TextArea rows={4} value={off} onChange={(event) => setOff(event.target.value)} />
        </Field>
        <Field label="Ngày nghỉ hằng tuần phải làm bù" error={wrongOf(worked.wrong)}>
          <TextArea rows={2} value={extra} onChange={(event) => setExtra(event.target.value)} />
        </Field>
      </Form>
    </Section>
  );
}

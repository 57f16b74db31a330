/** What comes by letter (thông báo qua thư): the daily letter, its hour and days, what comes at once, days of leave. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { WEEKDAYS } from '../../format/date.ts';
import { dayOf } from '../../format/instant.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Checkbox, Switch } from '../../ui/choice.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './account.module.css';

type Setting = Answer<'GET /notices/settings'>;

export function NoticeSettings() {
  const { data, error, refetch } = useQuery(read('GET /notices/settings'));
  if (error) return <ErrorState {...explain(error)} onRetry={() => refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  return <Wishes key={data.version} setting={data} />;
}

const HOURS = Array.from({ length: 36 }, (_, i) => {
  const time = `${String(5 + Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`;
  return { value: time, label: time.replace(':', ' giờ ') };
});

const AT_ONCE = [
  { kind: 'returned', label: 'Báo cáo hoàn thành bị trả lại' },
  { kind: 'directive', label: 'Ý kiến chỉ đạo của lãnh đạo' },
] as const;

function Wishes({ setting }: { readonly setting: Setting }) {
  const { version, email, mail, ...given } = setting;
  const [wish, setWish] = useState(given);
  const [dayFits, setDayFits] = useState(true);
  const change = (part: Partial<typeof given>) => setWish({ ...wish, ...part });
  const save = useWrite('PUT /notices/settings', {
    spoils: ['GET /notices/settings'],
    onDone: () => void toast({ text: 'Đã lưu cách nhận thư' }),
  });
  const toggle = <T,>(list: readonly T[], one: T): T[] =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (dayFits) save.mutate({ body: { ...wish, version } });
      }}
    >
      {save.error ? (
        <Notice tone="red" live>
          {explain(save.error).message}
        </Notice>
      ) : null}
      {email === null ? (
        <Notice tone="amber">Tài khoản chưa có địa chỉ thư điện tử. Hãy đề nghị quản trị hệ thống bổ sung.</Notice>
      ) : mail ? (
        <p>
          Thư gửi đến <strong>{email}</strong>. Thông báo trong hệ thống vẫn hiện đủ, dù có nhận thư hay không.
        </p>
      ) : (
        <Notice tone="amber">Máy chủ chưa được cấu hình gửi thư; các lựa chọn dưới đây được giữ lại.</Notice>
      )}
      <Switch
        label="Nhận thư tổng hợp hằng ngày"
        hint="Mỗi ngày một thư, chỉ khi có việc cần làm: quá hạn trước, rồi đến sắp đến hạn, bị trả lại, đang chờ."
        checked={wish.digest}
        onChange={(event) => change({ digest: event.target.checked })}
      />
      {wish.digest ? (
        <>
          <Field label="Giờ nhận thư">
            <Select choices={HOURS} value={wish.hour} onChoose={(hour) => change({ hour })} />
          </Field>
          <fieldset className={styles.days}>
            <legend>Ngày nhận thư</legend>
            {WEEKDAYS.map((name, i) => (
              <Checkbox
                key={name}
                label={name}
                checked={wish.weekdays.includes(i + 1)}
                onChange={() => change({ weekdays: toggle(wish.weekdays, i + 1) })}
              />
            ))}
          </fieldset>
        </>
      ) : null}
      <fieldset className={styles.days}>
        <legend>Gửi thư ngay khi có</legend>
        {AT_ONCE.map(({ kind, label }) => (
          <Checkbox
            key={kind}
            label={label}
            checked={wish.atOnce.includes(kind)}
            onChange={() => change({ atOnce: toggle(wish.atOnce, kind) })}
          />
        ))}
      </fieldset>
      <Field
        label="Nghỉ phép: tạm ngừng gửi thư đến trước ngày"
        hint="Bỏ trống nếu không nghỉ. Từ ngày này thư lại được gửi."
      >
        <DateInput
          value={wish.quietUntil}
          min={dayOf(new Date())}
          onValue={(quietUntil, valid) => {
            setDayFits(valid);
            change({ quietUntil });
          }}
        />
      </Field>
      <ButtonRow>
        <Button type="submit" kind="main" busy={save.isPending}>
          Lưu
        </Button>
      </ButtonRow>
    </form>
  );
}

/** Which notice of the library directives are made from (chọn thông báo kết luận). */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { formatDay } from '../../format/date.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { documentWords } from '../plan/words.ts';
import styles from './directives.module.css';

export function ChooseDocument({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate({ from: '/nhiem-vu/chi-dao' });
  const [chosen, setChosen] = useState<Option | null>(null);
  return (
    <Dialog
      open
      size="small"
      title="Lập nhiệm vụ từ thông báo kết luận"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button
            kind="main"
            aria-disabled={chosen === null}
            onClick={() => {
              if (chosen === null) return;
              onClose();
              void navigate({ search: (before) => ({ ...before, van_ban: chosen.value }) as never });
            }}
          >
            Xem nội dung
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Field label="Thông báo kết luận" hint="Văn bản đã tải lên và đọc xong trong thư viện">
          <Combobox
            value={chosen}
            options={findNotices}
            placeholder="Tìm theo số, ký hiệu, trích yếu"
            none="Thư viện chưa có thông báo kết luận nào như vậy"
            onChoose={setChosen}
          />
        </Field>
      </div>
    </Dialog>
  );
}

async function findNotices(typed: string, signal: AbortSignal): Promise<readonly Option[]> {
  const text = typed.trim();
  const ask = (type: string) =>
    call('GET /documents', { query: { type, state: 'read', limit: 20, ...(text ? { text } : {}) } as never, signal });
  const found = (await Promise.all([ask('Thông báo'), ask('Kết luận')])).flatMap(({ items }) => items);
  return found.map((one) => ({
    value: one.id,
    label: documentWords(one),
    hint: [one.issuedOn ? formatDay(one.issuedOn) : '', one.symbol ? one.title : ''].filter(Boolean).join(' · '),
  }));
}

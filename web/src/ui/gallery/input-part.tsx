/** Buttons and fields of the kit. */
import { useState } from 'react';
import { Section } from '../../frame/page.tsx';
import { Button, ButtonRow, IconButton } from '../button.tsx';
import { Checkbox, Radios, Segments, Switch } from '../choice.tsx';
import { Combobox, type Option } from '../combobox.tsx';
import { DateInput } from '../date-input.tsx';
import { Field, Select, TextArea, TextInput } from '../field.tsx';
import { FileDrop } from '../file-drop.tsx';
import { Icon } from '../icon.tsx';
import { NumberInput } from '../number-input.tsx';
import styles from './gallery.module.css';

const AGENCIES: readonly Option[] = [
  'Văn phòng Ủy ban nhân dân tỉnh',
  'Sở Tài chính',
  'Sở Xây dựng',
  'Sở Nông nghiệp và Môi trường',
  'Sở Giáo dục và Đào tạo',
  'Công an tỉnh',
].map((label, i) => ({ value: String(i), label, hint: i === 0 ? 'VP UBND' : undefined }));

const KINDS = [
  { value: 'resolution', label: 'Nghị quyết' },
  { value: 'programme', label: 'Chương trình hành động' },
  { value: 'plan', label: 'Kế hoạch' },
];

export function InputPart() {
  const [agency, setAgency] = useState<Option | null>(null);
  const [day, setDay] = useState<string | null>('2026-12-10');
  const [number, setNumber] = useState<string | null>('13593.9');
  const [kind, setKind] = useState('resolution');
  const [files, setFiles] = useState<readonly File[]>([]);
  return (
    <>
      <Section title="Nút">
        <ButtonRow>
          <Button kind="main" icon="check">
            Ban hành kế hoạch
          </Button>
          <Button icon="upload">Tải văn bản lên</Button>
          <Button kind="quiet">Bỏ</Button>
          <Button kind="danger" icon="trash">
            Hủy nhiệm vụ
          </Button>
          <Button kind="main" busy>
            Đang lưu
          </Button>
          <Button disabled>Chưa dùng được</Button>
          <Button small icon="add">
            Thêm
          </Button>
          <IconButton icon="edit" label="Sửa" keys="e" />
          <IconButton icon="history" label="Lịch sử" small />
        </ButtonRow>
      </Section>
      <Section title="Ô nhập">
        <div className={styles.grid}>
          <Field label="Số, ký hiệu" hint="Như trên văn bản, ví dụ 42/NQ-HĐND" required>
            <TextInput defaultValue="42/NQ-HĐND" />
          </Field>
          <Field label="Trích yếu" error="Chưa nhập trích yếu của văn bản.">
            <TextInput />
          </Field>
          <Field label="Loại văn bản">
            <Select choices={KINDS} empty="Tất cả" />
          </Field>
          <Field label="Tìm trong văn bản">
            <TextInput type="search" before={<Icon name="search" size={16} />} placeholder="Có dấu hoặc không dấu" />
          </Field>
          <Field label="Thời hạn" hint="Alt + ↓ để mở lịch">
            <DateInput value={day} onValue={setDay} today="2026-11-20" />
          </Field>
          <Field label="Kế hoạch năm">
            <NumberInput value={number} onValue={setNumber} unit="tỷ đồng" />
          </Field>
          <Field label="Cơ quan chủ trì">
            <Combobox value={agency} onChoose={setAgency} options={AGENCIES} placeholder="Gõ tên cơ quan" />
          </Field>
          <Field label="Chưa mở">
            <TextInput disabled defaultValue="Chờ rà soát xong" />
          </Field>
          <Field label="Lý do trả lại">
            <TextArea placeholder="Nêu rõ số liệu cần xem lại" />
          </Field>
        </div>
      </Section>
      <Section title="Lựa chọn">
        <div className={styles.grid}>
          <Checkbox label="Chỉ hiện mục cần kiểm tra" defaultChecked hint="7 mục" />
          <Checkbox label="Chọn tất cả" mixed />
          <Switch label="Nhận thư nhắc hằng ngày" defaultChecked />
          <Radios label="Loại văn bản" choices={KINDS} value={kind} onChoose={setKind} />
          <Segments label="Cách xem" choices={KINDS.slice(0, 2)} value={kind} onChoose={setKind} />
        </div>
      </Section>
      <FileDrop
        label="Thả văn bản vào đây"
        hint="Word, PDF, bản chụp; tối đa 50 MB mỗi tệp"
        onFiles={(more) => setFiles([...files, ...more])}
      />
      {files.map((file) => (
        <p key={file.name}>{file.name}</p>
      ))}
    </>
  );
}

/** Organisations from Excel (nhập danh sách): the file, what it would change row by row, then exactly that. */
import { useState } from 'react';
import { type Answer, addressOf } from '../../api/client.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { dayOf } from '../../format/instant.ts';
import { formatCount } from '../../format/number.ts';
import { Tag, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Notice } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './organisations.module.css';
import { SPOILS } from './use-organisations.ts';

type Preview = Answer<'POST /organisations/import/preview'>;
type Row = Preview['rows'][number];
type Change = Row['changes'][number];

const WORDS: Readonly<Record<Change, string>> = {
  new: 'Thêm mới',
  renamed: 'Đổi tên',
  moved: 'Chuyển chủ quản',
  ended: 'Kết thúc',
  changed: 'Sửa',
  unchanged: 'Không đổi',
  wrong: 'Sai',
};
const TONES: Readonly<Partial<Record<Change, Tone>>> = {
  new: 'green',
  ended: 'amber',
  wrong: 'red',
  renamed: 'brand',
  moved: 'brand',
  changed: 'brand',
};

const COLUMNS: readonly Column<Row>[] = [
  { id: 'row', head: 'Dòng', width: 70, numeric: true, phone: 'line', cell: (row) => row.row },
  { id: 'name', head: 'Cơ quan', phone: 'title', cell: (row) => row.name || '—' },
  {
    id: 'change',
    head: 'Thay đổi',
    width: 170,
    phone: 'line',
    cell: (row) => (
      <span className={styles.tags}>
        {row.changes.map((change) => (
          <Tag key={change} tone={TONES[change] ?? 'neutral'}>
            {WORDS[change]}
          </Tag>
        ))}
      </span>
    ),
  },
  { id: 'words', head: 'Nội dung', phone: 'line', cell: (row) => row.vi },
];

export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [on, setOn] = useState<string | null>(dayOf(new Date()));
  const [basis, setBasis] = useState('');
  const [all, setAll] = useState(false);
  const [shown, setShown] = useState<Preview | null>(null);
  const preview = useWrite('POST /organisations/import/preview', { onDone: setShown });
  const apply = useWrite('POST /organisations/import', {
    spoils: SPOILS,
    onDone: ({ changed }) => {
      toast({ text: `Đã nhập danh sách: ${formatCount(changed)} cơ quan thay đổi` });
      onClose();
    },
  });
  const query = { on: on ?? '', ...(basis.trim() ? { basis: basis.trim() } : {}) };
  const look = (given: File) => {
    setFile(given);
    setShown(null);
    apply.reset();
    preview.mutate({ query, body: given });
  };
  const carryOut = () => {
    if (!file || !shown) return;
    apply.mutate(
      { query: { ...query, token: shown.token }, body: file },
      {
        onError: (error) => {
          // What it would change now takes the place of what was seen.
          if (error instanceof ApiProblem && error.code === 'preview-changed') setShown(error.body.current as Preview);
        },
      },
    );
  };
  const error = preview.error ?? apply.error;
  const counts = shown ? (Object.entries(shown.counts) as [Change, number][]).filter(([, count]) => count > 0) : [];
  const changing = counts.some(([change]) => change !== 'unchanged' && change !== 'wrong');
  const rows = shown?.rows.filter((row) => all || !row.changes.includes('unchanged')) ?? [];
  return (
    <Dialog
      open
      holds
      size="large"
      onClose={onClose}
      title="Nhập danh sách cơ quan từ Excel"
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          {file ? (
            <Button icon="redo" busy={preview.isPending} onClick={() => look(file)}>
              Xem lại
            </Button>
          ) : null}
          <Button
            kind="main"
            disabled={!shown || !changing || shown.counts.wrong > 0}
            busy={apply.isPending}
            onClick={carryOut}
          >
            Thực hiện các thay đổi này
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Field label="Có hiệu lực từ ngày" hint="Tên mới, cơ quan chủ quản mới tính từ ngày này." required>
          <DateInput
            value={on}
            onValue={(day) => {
              setOn(day);
              setShown(null);
            }}
          />
        </Field>
        <Field label="Căn cứ pháp lý" hint="Dùng cho những dòng không ghi căn cứ.">
          <TextInput
            value={basis}
            onChange={(event) => {
              setBasis(event.target.value);
              setShown(null);
            }}
          />
        </Field>
        <FileDrop
          one
          label={file ? file.name : 'Thả tệp Excel vào đây'}
          hint="Tệp .xlsx theo biểu mẫu, tối đa 8 MB"
          accept=".xlsx"
          onFiles={([given]) => given && look(given)}
        />
        <p>
          <a href={addressOf('GET /organisations/template')} download>
            Tải biểu mẫu
          </a>
        </p>
        {error ? (
          <Notice tone="red" live>
            {explain(error).message}
          </Notice>
        ) : null}
        {shown ? (
          <>
            <div className={styles.counts} role="status">
              {counts.map(([change, count]) => (
                <Tag key={change} tone={TONES[change] ?? 'neutral'}>
                  {WORDS[change]}: {formatCount(count)}
                </Tag>
              ))}
            </div>
            {shown.counts.wrong > 0 ? (
              <Notice tone="amber">Hãy sửa các dòng sai trong tệp rồi chọn lại. Chưa có gì được thay đổi.</Notice>
            ) : null}
            <Checkbox
              label="Cả những dòng không đổi"
              checked={all}
              onChange={(event) => setAll(event.target.checked)}
            />
            <Table
              label="Những gì sẽ thay đổi"
              columns={COLUMNS}
              rows={rows}
              rowKey={(row) => String(row.row)}
              height="22rem"
              empty={<p className={styles.quiet}>Tệp này không thay đổi gì.</p>}
            />
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

/** Cases from Excel (nhập danh sách): the file, what it would add row by row, then exactly that. */
import { useState } from 'react';
import { type Answer, addressOf } from '../../api/client.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { formatCount } from '../../format/number.ts';
import { Tag, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Notice } from '../../ui/states.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './backlog.module.css';
import { SPOILS } from './use-cases.ts';

type Preview = Answer<'POST /cases/import/preview'>;
type Row = Preview['rows'][number];

export const CHANGE_WORDS = { new: 'Thêm mới', known: 'Đã có', wrong: 'Sai' } as const;
export const CHANGE_TONES: Readonly<Record<keyof typeof CHANGE_WORDS, Tone>> = {
  new: 'green',
  known: 'neutral',
  wrong: 'red',
};

const COLUMNS: readonly Column<Row>[] = [
  { id: 'row', head: 'Dòng', width: 70, numeric: true, phone: 'line', cell: (row) => row.row },
  { id: 'title', head: 'Vụ việc', phone: 'title', cell: (row) => row.title || '—' },
  {
    id: 'change',
    head: 'Kết quả',
    width: 120,
    phone: 'line',
    cell: (row) => <Tag tone={CHANGE_TONES[row.change]}>{CHANGE_WORDS[row.change]}</Tag>,
  },
  { id: 'words', head: 'Ghi chú', phone: 'line', cell: (row) => row.vi },
];

export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [shown, setShown] = useState<Preview | null>(null);
  const preview = useWrite('POST /cases/import/preview', { onDone: setShown });
  const apply = useWrite('POST /cases/import', {
    spoils: SPOILS,
    onDone: ({ added }) => {
      toast({ text: `Đã nhập ${formatCount(added)} vụ việc` });
      onClose();
    },
  });
  const look = (given: File) => {
    setFile(given);
    setShown(null);
    apply.reset();
    preview.mutate({ body: given });
  };
  const carryOut = () => {
    if (!file || !shown) return;
    apply.mutate(
      { query: { token: shown.token }, body: file },
      {
        onError: (error) => {
          if (error instanceof ApiProblem && error.code === 'preview-changed') setShown(error.body.current as Preview);
        },
      },
    );
  };
  const error = preview.error ?? apply.error;
  return (
    <Dialog
      open
      holds
      size="large"
      onClose={onClose}
      title="Nhập vụ việc từ Excel"
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button
            kind="main"
            disabled={!shown || shown.counts.new === 0 || shown.counts.wrong > 0}
            busy={apply.isPending}
            onClick={carryOut}
          >
            {shown && shown.counts.new > 0 ? `Nhập ${formatCount(shown.counts.new)} vụ việc` : 'Nhập'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <FileDrop
          one
          label={file ? file.name : 'Thả tệp Excel vào đây'}
          hint="Tệp .xlsx có cột “Vụ việc” và “Cơ quan phụ trách”, tối đa 8 MB"
          accept=".xlsx"
          onFiles={([given]) => given && look(given)}
        />
        <p>
          <a href={addressOf('GET /cases/template.xlsx')} download>
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
              {(['new', 'known', 'wrong'] as const).map((change) => (
                <Tag key={change} tone={CHANGE_TONES[change]}>
                  {CHANGE_WORDS[change]}: {formatCount(shown.counts[change])}
                </Tag>
              ))}
            </div>
            {shown.counts.wrong > 0 ? (
              <Notice tone="amber">Hãy sửa các dòng sai trong tệp rồi chọn lại. Chưa có gì được thêm.</Notice>
            ) : null}
            <Table
              label="Những gì sẽ được thêm"
              columns={COLUMNS}
              rows={shown.rows}
              rowKey={(row) => String(row.row)}
              height="22rem"
            />
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

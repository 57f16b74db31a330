/** Bringing in an annex (Nhập phụ lục Excel): the workbook becomes a document to be reviewed; rows left out are told. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Answer, call } from '../../api/client.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { queryClient } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { formatCount } from '../../format/number.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Notice } from '../../ui/states.tsx';
import styles from './plan.module.css';

type Imported = Answer<'POST /documents/import-annex'>;

export function AnnexImport() {
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [made, setMade] = useState<Imported | null>(null);
  if (!may('document.upload')) return null;
  const send = async (file: File) => {
    setBusy(true);
    setError(null);
    try {
      setMade(await call('POST /documents/import-annex', { query: { fileName: file.name }, body: file }));
      await queryClient.invalidateQueries({ queryKey: ['GET /documents'] });
      await queryClient.invalidateQueries({ queryKey: ['GET /overview'] });
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };
  const close = () => {
    setOpen(false);
    setMade(null);
    setError(null);
  };
  return (
    <>
      <Button icon="upload" onClick={() => setOpen(true)}>
        Nhập phụ lục Excel
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title="Nhập phụ lục Excel"
        actions={
          made ? (
            <Link to="/van-ban/$id/ra-soat" params={{ id: made.documentId }} className={buttonClass('main')}>
              Rà soát
            </Link>
          ) : null
        }
      >
        <div className={styles.stack}>
          {made ? (
            <Done made={made} />
          ) : (
            <>
              <p>
                Bảng chỉ tiêu cần có cột “Chỉ tiêu” và “Kế hoạch”; bảng nhiệm vụ cần có cột “Nhiệm vụ” cùng “Chủ trì”,
                “Thời hạn” hoặc “Sản phẩm”. Các dòng thành mục để rà soát, rồi ban hành như mọi văn bản.
              </p>
              <FileDrop
                label="Tệp Excel (.xlsx)"
                hint="Tối đa 8 MB"
                one
                accept=".xlsx"
                onFiles={([file]) => {
                  if (file && !busy) void send(file);
                }}
              />
              {busy ? <p role="status">Đang đọc tệp…</p> : null}
            </>
          )}
          {error ? <Failed error={error} /> : null}
        </div>
      </Dialog>
    </>
  );
}

function Done({ made }: { readonly made: Imported }) {
  return (
    <>
      <Notice tone="green" live>
        {made.already
          ? 'Tệp này đã được nhập trước đây.'
          : `Đã nhập ${formatCount(made.targets)} chỉ tiêu, ${formatCount(made.tasks)} nhiệm vụ.`}
      </Notice>
      <Faults faults={made.faults} />
    </>
  );
}

function Failed({ error }: { readonly error: unknown }) {
  const current = error instanceof ApiProblem ? error.body.current : null;
  const faults =
    typeof current === 'object' && current !== null && 'faults' in current
      ? (current.faults as Imported['faults'])
      : [];
  return (
    <>
      <Notice tone="red" live>
        {explain(error).message}
      </Notice>
      <Faults faults={faults} />
    </>
  );
}

function Faults({ faults }: { readonly faults: Imported['faults'] }) {
  if (faults.length === 0) return null;
  return (
    <div>
      <h3>{formatCount(faults.length)} dòng cần xem lại trong tệp</h3>
      <ul className={styles.plain}>
        {faults.map((one) => (
          <li key={`${one.sheet} ${one.row} ${one.vi}`}>
            Trang “{one.sheet}”, dòng {one.row}: {one.vi}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Inspection plans of a year (Thanh tra, kiểm tra): the list, the calendar of bodies and months, what clashes. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import {
  INSPECTION_KIND_WORDS,
  INSPECTION_KINDS,
  INSPECTION_STATE_WORDS,
  INSPECTION_STATES,
} from '#delivery/inspection.ts';
import { addressOf } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { dayOf } from '../../format/instant.ts';
import { formatCount } from '../../format/number.ts';
import { Page } from '../../frame/page.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Segments } from '../../ui/choice.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { WordsField } from '../backlog/words-field.tsx';
import { Clashes } from './clashes.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { InspectionDialog } from './inspection-dialog.tsx';
import { InspectionDrawer } from './inspection-drawer.tsx';
import styles from './inspections.module.css';
import { InspectionList } from './list.tsx';
import { Matrix } from './matrix.tsx';
import type { InspectionsSearch } from './search.ts';
import { type Inspection, useInspectionNews } from './use-inspections.ts';

const ADDRESS = '/nhiem-vu/thanh-tra';

type Change = { readonly [K in keyof InspectionsSearch]?: InspectionsSearch[K] | undefined };

export default function InspectionsPage() {
  const search = useSearch({ from: `/khung${ADDRESS}` }) as InspectionsSearch;
  const navigate = useNavigate();
  const may = useMay();
  const [dialog, setDialog] = useState<'add' | 'import' | { readonly edit: Inspection } | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  useInspectionNews();
  const set = (change: Change) =>
    void navigate({ to: ADDRESS, search: { ...search, ...change } as never, replace: true });
  const thisYear = Number(dayOf(new Date()).slice(0, 4));
  const year = search.nam ?? thisYear;
  const query = {
    year,
    ...(search.tim ? { q: search.tim } : {}),
    ...(search.hinh_thuc ? { kind: search.hinh_thuc } : {}),
    ...(search.tt ? { state: search.tt } : {}),
  };
  const found = useQuery({ ...read('GET /inspections', { query }), placeholderData: keepPreviousData });
  const edits = may('register.edit');
  const years = [...new Set([...(found.data?.years ?? []), thisYear, thisYear + 1, year])].sort((a, b) => b - a);
  const open = found.data?.clashes.filter((clash) => clash.accepted === null).length ?? 0;
  const view = search.xem ?? 'bang';
  const opened = found.data?.items.find((one) => one.id === openId) ?? null;
  return (
    <Page
      title="Kế hoạch thanh tra, kiểm tra"
      about={
        <>
          Báo khi một đối tượng có hơn một cuộc trong năm, hoặc các cuộc chồng chéo nhau (
          <span className={styles.whole}>Chỉ thị 20/CT-TTg</span> năm 2017).
        </>
      }
      actions={
        <>
          <a className={buttonClass()} href={addressOf('GET /inspections/export.xlsx', { query })} download>
            <Icon name="download" />
            Xuất Excel
          </a>
          {edits ? (
            <>
              <Button icon="upload" onClick={() => setDialog('import')}>
                Nhập từ Excel
              </Button>
              <Button kind="main" icon="add" onClick={() => setDialog('add')}>
                Thêm cuộc
              </Button>
            </>
          ) : null}
        </>
      }
    >
      <search className={styles.filters}>
        <Field label="Năm" hideLabel>
          <Select
            value={String(year)}
            choices={years.map((one) => ({ value: String(one), label: `Năm ${one}` }))}
            onChoose={(value) => set({ nam: Number(value) })}
          />
        </Field>
        <WordsField
          label="Tìm đối tượng, nội dung"
          placeholder="Đối tượng, cơ quan, nội dung"
          className={styles.words}
          value={search.tim ?? ''}
          onValue={(tim) => set({ tim: tim || undefined })}
        />
        <Field label="Hình thức" hideLabel>
          <Select
            empty="Mọi hình thức"
            value={search.hinh_thuc ?? ''}
            choices={INSPECTION_KINDS.map((value) => ({ value, label: INSPECTION_KIND_WORDS[value] }))}
            onChoose={(value) => set({ hinh_thuc: (value || undefined) as never })}
          />
        </Field>
        <Field label="Tình trạng" hideLabel>
          <Select
            empty="Mọi tình trạng"
            value={search.tt ?? ''}
            choices={INSPECTION_STATES.map((value) => ({ value, label: INSPECTION_STATE_WORDS[value] }))}
            onChoose={(value) => set({ tt: (value || undefined) as never })}
          />
        </Field>
      </search>
      {open > 0 && view !== 'trung' ? (
        <Notice
          tone="amber"
          actions={
            <Button small onClick={() => set({ xem: 'trung' })}>
              Xem
            </Button>
          }
        >
          {formatCount(open)} trường hợp trùng lặp, chồng chéo chưa xử lý.
        </Notice>
      ) : null}
      <Segments
        label="Cách xem"
        value={view}
        choices={[
          { value: 'bang', label: 'Danh sách' },
          { value: 'lich', label: 'Lịch theo tháng' },
          { value: 'trung', label: `Trùng lặp (${formatCount(found.data?.clashes.length ?? 0)})` },
        ]}
        onChoose={(xem) => set({ xem: xem === 'bang' ? undefined : (xem as 'lich') })}
      />
      {found.error ? (
        <ErrorState {...explain(found.error)} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Skeleton lines={8} />
      ) : view === 'lich' ? (
        <Matrix year={year} found={found.data} onOpen={setOpenId} />
      ) : view === 'trung' ? (
        <Clashes found={found.data} onOpen={setOpenId} />
      ) : (
        <InspectionList found={found.data} filtered={Object.keys(query).length > 1} onOpen={setOpenId} />
      )}
      <InspectionDrawer
        of={opened}
        clashes={found.data?.clashes ?? []}
        onClose={() => setOpenId(null)}
        onEdit={(edit) => setDialog({ edit })}
      />
      {dialog === 'add' ? <InspectionDialog year={year} of={null} onClose={() => setDialog(null)} /> : null}
      {dialog === 'import' ? <ImportDialog year={year} onClose={() => setDialog(null)} /> : null}
      {dialog !== null && typeof dialog === 'object' ? (
        <InspectionDialog year={dialog.edit.year} of={dialog.edit} onClose={() => setDialog(null)} />
      ) : null}
    </Page>
  );
}

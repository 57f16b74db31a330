/** What every page of a plan begins with: its documents, the day it is shown as of, and what to do while there is none. */
import { Link } from '@tanstack/react-router';
import { useMay } from '../../api/session.ts';
import { formatDay } from '../../format/date.ts';
import { dayOf } from '../../format/instant.ts';
import type { PlanView } from '../../frame/plan.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Field } from '../../ui/field.tsx';
import { EmptyState, Notice } from '../../ui/states.tsx';
import { AnnexImport } from './annex-import.tsx';
import styles from './plan.module.css';
import { documentWords } from './words.ts';

/** `Theo 29/NQ-HĐND và 1 văn bản sửa đổi, bổ sung`. */
export function PlanAbout({ plan }: { readonly plan: PlanView }) {
  const [first, ...later] = plan.sources;
  if (!first) return <>{plan.title}</>;
  return (
    <>
      {plan.title}, theo{' '}
      <Link to="/van-ban/$id" params={{ id: first.documentId }}>
        {documentWords(first)}
      </Link>
      {later.map((source) => (
        <span key={source.documentId}>
          {', '}
          <Link to="/van-ban/$id" params={{ id: source.documentId }}>
            {documentWords(source)}
          </Link>
        </span>
      ))}
      .
    </>
  );
}

export function AsOf({
  day,
  onDay,
}: {
  readonly day: string | undefined;
  readonly onDay: (day: string | undefined) => void;
}) {
  const today = dayOf(new Date());
  return (
    <Field label="Tại ngày" className={styles.day}>
      <DateInput
        value={day ?? today}
        onValue={(value, valid) => {
          if (valid) onDay(value === null || value === today ? undefined : value);
        }}
      />
    </Field>
  );
}

/** Said while the page does not show today. */
export function PastNotice({ day, onToday }: { readonly day: string | undefined; readonly onToday: () => void }) {
  if (day === undefined) return null;
  return (
    <Notice
      tone="amber"
      actions={
        <Button small onClick={onToday}>
          Về hôm nay
        </Button>
      }
    >
      Kế hoạch như tại ngày {formatDay(day)}; những thay đổi có hiệu lực sau ngày này không hiện ở đây.
    </Notice>
  );
}

/** Before the first plan of the province. */
export function NoPlan() {
  const may = useMay();
  if (!may('plan.publish')) {
    return (
      <EmptyState icon="target" title="Chưa có kế hoạch nào được ban hành">
        Văn phòng rà soát nghị quyết rồi ban hành kế hoạch; chỉ tiêu và nhiệm vụ sẽ hiện ở đây.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="target"
      title="Chưa có kế hoạch nào được ban hành"
      actions={
        <>
          <Link to="/van-ban" className={buttonClass('main')}>
            Mở thư viện văn bản
          </Link>
          <AnnexImport />
        </>
      }
    >
      Tải nghị quyết lên, rà soát các mục đã đọc được, rồi chọn Ban hành kế hoạch.
    </EmptyState>
  );
}

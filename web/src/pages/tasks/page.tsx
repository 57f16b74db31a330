/** The tasks of the plan (Nhiệm vụ), with what they are to bring and the reports that documents ask for. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { addressOf } from '../../api/client.ts';
import { formatCount } from '../../format/number.ts';
import { Page } from '../../frame/page.tsx';
import { usePlan } from '../../frame/plan.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { NoPlan, PlanAbout } from '../plan/plan-head.tsx';
import { TASK_TABS } from '../plan/search.ts';
import { Deliverables } from './deliverables.tsx';
import { Regimes } from './regimes.tsx';
import { TaskList } from './task-list.tsx';

export default function TasksPage() {
  const { plan, pending } = usePlan();
  const { the = 'nhiem-vu', ngay } = useSearch({ from: '/khung/nhiem-vu' });
  const navigate = useNavigate({ from: '/nhiem-vu' });
  if (!plan) return <Page title="Nhiệm vụ">{pending ? <Skeleton lines={8} /> : <NoPlan />}</Page>;
  const { counts } = plan;
  const query = ngay === undefined ? {} : { asOf: ngay };
  return (
    <Page
      title="Nhiệm vụ"
      about={<PlanAbout plan={plan} />}
      actions={
        <a
          href={addressOf('GET /plans/:id/export.xlsx', { params: { id: plan.id }, query })}
          download
          className={buttonClass()}
        >
          <Icon name="download" />
          Xuất Excel
        </a>
      }
    >
      <Tabs
        label="Nội dung giao"
        chosen={the}
        onChoose={(id) => {
          const next = TASK_TABS.find((one) => one === id && one !== 'nhiem-vu');
          void navigate({ search: { ...(ngay ? { ngay } : {}), ...(next ? { the: next } : {}) } as never });
        }}
        tabs={[
          { id: 'nhiem-vu', label: 'Nhiệm vụ', count: formatCount(counts.tasks) },
          { id: 'san-pham', label: 'Sản phẩm', count: formatCount(counts.deliverables) },
          { id: 'bao-cao', label: 'Chế độ báo cáo', count: formatCount(counts.regimes) },
        ]}
      >
        {the === 'nhiem-vu' ? <TaskList plan={plan} /> : null}
        {the === 'san-pham' ? <Deliverables planId={plan.id} /> : null}
        {the === 'bao-cao' ? <Regimes planId={plan.id} /> : null}
      </Tabs>
    </Page>
  );
}

/** The tasks that are followed (Nhiệm vụ): table, board, calendar and line of time of one filter, kept in the address. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { addressOf } from '../../api/client.ts';
import { formatCount } from '../../format/number.ts';
import { Page } from '../../frame/page.tsx';
import { type PlanView, usePlan } from '../../frame/plan.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { NoPlan, PlanAbout } from '../plan/plan-head.tsx';
import { ViewMenu } from '../views/view-menu.tsx';
import { Regimes } from './regimes.tsx';
import { filterOf, searchOfView, TASK_TABS, type TasksSearch, viewText } from './search.ts';
import { TaskViews } from './task-views.tsx';
import { useOrganisation } from './use-organisation.ts';

export default function TasksPage() {
  const { plan, plans, pending } = usePlan();
  const search = useSearch({ from: '/khung/nhiem-vu' }) as TasksSearch;
  const navigate = useNavigate({ from: '/nhiem-vu' });
  const { the = 'nhiem-vu' } = search;
  if (!plan) return <Page title="Nhiệm vụ">{pending ? <Skeleton lines={8} /> : <NoPlan />}</Page>;
  const { counts } = plan;
  return (
    <Page
      title="Nhiệm vụ"
      about={<PlanAbout plan={plan} />}
      wide
      actions={
        the === 'nhiem-vu' ? (
          <>
            <ViewMenu
              page="nhiem-vu"
              search={viewText(search)}
              current={search.kx}
              onOpen={(view) =>
                void navigate({
                  search: (view
                    ? { ...searchOfView(view.search), kx: view.id }
                    : { ...search, kx: undefined }) as never,
                })
              }
            />
            <ExportLink search={search} plan={plan} />
          </>
        ) : null
      }
    >
      <Tabs
        label="Nội dung giao"
        chosen={the}
        onChoose={(id) => {
          const next = TASK_TABS.find((one) => one === id && one !== 'nhiem-vu');
          void navigate({ search: { ke_hoach: search.ke_hoach, ...(next ? { the: next } : {}) } as never });
        }}
        tabs={[
          { id: 'nhiem-vu', label: 'Nhiệm vụ' },
          { id: 'bao-cao', label: 'Chế độ báo cáo', count: formatCount(counts.regimes) },
        ]}
      >
        {the === 'nhiem-vu' ? <TaskViews plan={plan} plans={plans} search={search} /> : null}
        {the === 'bao-cao' ? <Regimes planId={plan.id} /> : null}
      </Tabs>
    </Page>
  );
}

/** The tasks of the filter; of a day in the past the annexes as they stood then. */
function ExportLink({ search, plan }: { readonly search: TasksSearch; readonly plan: PlanView }) {
  const body = useOrganisation(search.co_quan);
  const query = { ...filterOf(search, plan.id, body.id), sort: search.sap ?? 'order' };
  const href = search.ngay
    ? addressOf('GET /plans/:id/export.xlsx', { params: { id: plan.id }, query: { asOf: search.ngay } })
    : addressOf('GET /tasks/export.xlsx', { query: query as never });
  return (
    <a href={href} download className={buttonClass()}>
      <Icon name="download" />
      Xuất Excel
    </a>
  );
}

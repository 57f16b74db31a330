/** Action plans of agencies for the plan (Kế hoạch hành động): who has issued one, what of the resolution nobody took up. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useLive } from '../../api/events.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { Page } from '../../frame/page.tsx';
import { usePlan } from '../../frame/plan.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { NoPlan, PlanAbout } from '../plan/plan-head.tsx';
import styles from './action-plan.module.css';
import { Agencies } from './agencies.tsx';
import { Due } from './due.tsx';
import { Gaps } from './gaps.tsx';
import { OwnPlan } from './own-plan.tsx';
import { SPOILS, summaryOf } from './shared.ts';

export default function ActionPlansPage() {
  const { plan, pending } = usePlan();
  if (!plan) return <Page title="Kế hoạch hành động">{pending ? <Skeleton lines={8} /> : <NoPlan />}</Page>;
  return (
    <Page title="Kế hoạch hành động" about={<PlanAbout plan={plan} />}>
      <OfPlan key={plan.id} planId={plan.id} />
    </Page>
  );
}

function OfPlan({ planId }: { readonly planId: string }) {
  const { the = 'co-quan' } = useSearch({ from: '/khung/nhiem-vu/ke-hoach-hanh-dong' });
  const navigate = useNavigate({ from: '/nhiem-vu/ke-hoach-hanh-dong' });
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(read('GET /plans/:id/action-plans', { params: { id: planId } }));
  useLive(['plan'], () => void client.invalidateQueries({ queryKey: [SPOILS[0]] }));
  if (error) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={10} />;
  const own = data.items.find((item) => item.own);
  return (
    <div className={styles.stack}>
      {own ? <OwnPlan planId={planId} item={own} /> : null}
      <p className={styles.summary}>
        <strong>{summaryOf(data)}.</strong> <Due planId={planId} data={data} />
      </p>
      <Tabs
        label="Kế hoạch hành động"
        chosen={the}
        onChoose={(id) =>
          void navigate({
            search: (before) => ({ ...before, the: id === 'chua-nhan' ? 'chua-nhan' : undefined }) as never,
          })
        }
        tabs={[
          { id: 'co-quan', label: 'Các cơ quan', count: String(data.items.length) },
          { id: 'chua-nhan', label: 'Phần chưa ai nhận' },
        ]}
      >
        <div className={styles.stack}>
          {the === 'co-quan' ? <Agencies planId={planId} data={data} /> : <Gaps planId={planId} />}
        </div>
      </Tabs>
    </div>
  );
}

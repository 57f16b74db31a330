/** The plan that the pages are about: the one in the address (`ke_hoach`), else the plan of the year. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Answer } from '../api/client.ts';
import { read } from '../api/query.ts';
import { useMay } from '../api/session.ts';
import { dayOf } from '../format/instant.ts';
import { defaultPlan } from './plan-choice.ts';

export type PlanView = Answer<'GET /plans'>['items'][number];

export interface PlanOfPages {
  /** Null before the first plan, and for who may see none. */
  readonly plan: PlanView | null;
  readonly plans: readonly PlanView[];
  readonly pending: boolean;
  readonly choose: (id: string) => void;
}

export function usePlan(): PlanOfPages {
  const may = useMay();
  const navigate = useNavigate();
  const { ke_hoach: asked } = useSearch({ from: '/khung' });
  const { data, isPending } = useQuery({ ...read('GET /plans'), enabled: may('plan.read') });
  const plans = data?.items ?? [];
  const usual = defaultPlan(plans, Number(dayOf(new Date()).slice(0, 4)));
  return {
    plans,
    plan: plans.find((plan) => plan.id === asked) ?? usual,
    pending: isPending && may('plan.read'),
    choose: (id) => {
      const next = id === usual?.id ? undefined : id;
      void navigate({ to: '.', search: (before) => ({ ...before, ke_hoach: next }) as never });
    },
  };
}

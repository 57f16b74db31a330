/** What the parts of the page share. */
import type { ActionPlanState } from '#delivery/action-plan.ts';
import type { Answer } from '../../api/client.ts';
import type { Tone } from '../../ui/badge.tsx';

export type ActionPlans = Answer<'GET /plans/:id/action-plans'>;
export type AgencyPlan = ActionPlans['items'][number];

export const SPOILS = ['GET /plans/:id/action-plans'] as const;

export const STATE_TONES: Readonly<Record<ActionPlanState, Tone>> = {
  issued: 'green',
  'issued-late': 'amber',
  'not-due': 'neutral',
  late: 'red',
  missing: 'neutral',
};

/** `7/20 cơ quan đã ban hành; 3 quá hạn; 10 chưa đến hạn.` */
export function summaryOf({ states, items }: Pick<ActionPlans, 'states' | 'items'>): string {
  const issued = states.issued + states['issued-late'];
  const rest = [
    states['issued-late'] > 0 ? `${states['issued-late']} ban hành muộn` : '',
    states.late > 0 ? `${states.late} quá hạn` : '',
    states['not-due'] > 0 ? `${states['not-due']} chưa đến hạn` : '',
    states.missing > 0 ? `${states.missing} chưa ban hành và chưa đặt hạn` : '',
  ].filter((part) => part !== '');
  return [`${issued}/${items.length} cơ quan đã ban hành`, ...rest].join('; ');
}

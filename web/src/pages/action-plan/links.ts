/** Which tasks a number of action plans counts, as the list is asked for them. */
import { COUNTED_STATES, type NotTakenUp } from '#delivery/action-plan.ts';
import { tasksAddress } from '../tasks/address.ts';

const OWN = 'document,directive,case';

/** Tasks of the plan that the agency leads, of which `more` is true. */
export function ofAgency(plan: string, organisation: string, more: Readonly<Record<string, string>> = {}) {
  return tasksAddress({ plan, organisation, role: 'lead', origin: OWN, state: COUNTED_STATES.join(','), ...more });
}

/** Tasks that nobody has taken up for a reason; null for targets. */
export function ofReason(plan: string, reason: NotTakenUp, assignedTo: string) {
  switch (reason) {
    case 'no-lead':
      return tasksAddress({ plan, origin: OWN, lead: 'without', state: 'draft,assigned,accepted,in-progress' });
    case 'not-assigned':
      return tasksAddress({ plan, origin: OWN, lead: 'with', state: 'draft' });
    case 'not-accepted':
      return tasksAddress({ plan, origin: OWN, assignedTo });
    case 'not-broken-down':
      return tasksAddress({ plan, origin: OWN, parts: 'without', state: 'accepted,in-progress' });
    case 'target-no-lead':
    case 'target-not-allocated':
      return null;
  }
}

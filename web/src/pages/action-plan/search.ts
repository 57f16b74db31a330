/** What stands in the address of action plans: `the`: tab; `tt`: state of the agencies' plans; `sau`: days that an agency has to accept; `vi`: a reason. */
import { ACTION_PLAN_STATES, NOT_TAKEN_UP, type NotTakenUp } from '#delivery/action-plan.ts';
import { kept, oneOf, type Raw, text } from '../../router/search.ts';

export const ACTION_PLAN_TABS = ['co-quan', 'chua-nhan'] as const;
export const DAYS = ['3', '7', '15', '30'] as const;

export function actionPlanSearch(raw: Raw) {
  return kept({
    the: oneOf(raw, 'the', ACTION_PLAN_TABS),
    tt: oneOf(raw, 'tt', ACTION_PLAN_STATES),
    // A number in an address comes as one.
    sau: DAYS.find((one) => one === (text(raw, 'sau', 3) ?? String(raw.sau ?? ''))),
    vi: oneOf(raw, 'vi', NOT_TAKEN_UP as readonly NotTakenUp[]),
  });
}

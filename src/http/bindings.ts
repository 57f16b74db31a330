/** Which use case stands behind which route, area by area. */
import type { Services } from '#usecase/services.ts';
import type { Authenticator } from '#usecase/session-authenticate.ts';
import { actionPlanBindings } from './action-plan.ts';
import { allocationBindings } from './allocation.ts';
import { annexBindings } from './annex.ts';
import { backlogBindings } from './backlog.ts';
import type { Binding } from './bind.ts';
import { breakdownBindings } from './breakdown.ts';
import { calendarBindings } from './calendar.ts';
import { chainBindings } from './chain.ts';
import { deliverableBindings } from './deliverable.ts';
import { directiveBindings } from './directive.ts';
import { distributionBindings } from './distribution.ts';
import { documentBindings } from './document.ts';
import { eventBindings } from './event.ts';
import { evidenceBindings } from './evidence.ts';
import { handoverBindings } from './handover.ts';
import { inspectionBindings } from './inspection.ts';
import { liveBindings } from './live.ts';
import { myWorkBindings } from './my-work.ts';
import { noticeBindings } from './notice.ts';
import { organisationBindings } from './organisation.ts';
import { overviewBindings } from './overview.ts';
import { peopleBindings } from './people.ts';
import { planBindings } from './plan.ts';
import { reviewBindings } from './review.ts';
import { savedViewBindings } from './saved-view.ts';
import { searchBindings } from './search.ts';
import { sessionBindings } from './session.ts';
import { signInBindings } from './sign-in.ts';
import { standingBindings } from './standing.ts';
import { taskBindings } from './task.ts';
import { taskViewBindings } from './task-views.ts';
import { webhookBindings } from './webhook.ts';

export function listBindings(services: Services, authenticator: Authenticator): Binding[] {
  return [
    ...sessionBindings(services),
    ...signInBindings(services),
    ...peopleBindings(),
    ...reviewBindings(),
    ...planBindings(),
    ...allocationBindings(),
    ...actionPlanBindings(),
    ...annexBindings(),
    ...breakdownBindings(),
    ...organisationBindings(),
    ...overviewBindings(),
    ...standingBindings(),
    ...deliverableBindings(),
    ...directiveBindings(),
    ...distributionBindings(),
    ...documentBindings(),
    ...eventBindings(),
    ...evidenceBindings(),
    ...liveBindings(authenticator),
    ...myWorkBindings(),
    ...backlogBindings(),
    ...inspectionBindings(),
    ...webhookBindings(),
    ...calendarBindings(),
    ...chainBindings(),
    ...searchBindings(),
    ...taskBindings(),
    ...taskViewBindings(),
    ...savedViewBindings(),
    ...noticeBindings(),
    ...handoverBindings(),
  ];
}

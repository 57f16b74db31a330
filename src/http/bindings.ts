/** Which use case stands behind which route, area by area. */
import type { Services } from '#usecase/services.ts';
import type { Authenticator } from '#usecase/session-authenticate.ts';
import { annexBindings } from './annex.ts';
import type { Binding } from './bind.ts';
import { breakdownBindings } from './breakdown.ts';
import { chainBindings } from './chain.ts';
import { deliverableBindings } from './deliverable.ts';
import { distributionBindings } from './distribution.ts';
import { documentBindings } from './document.ts';
import { eventBindings } from './event.ts';
import { evidenceBindings } from './evidence.ts';
import { liveBindings } from './live.ts';
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
import { taskBindings } from './task.ts';
import { taskViewBindings } from './task-views.ts';

export function listBindings(services: Services, authenticator: Authenticator): Binding[] {
  return [
    ...sessionBindings(services),
    ...signInBindings(services),
    ...peopleBindings(),
    ...reviewBindings(),
    ...planBindings(),
    ...annexBindings(),
    ...breakdownBindings(),
    ...organisationBindings(),
    ...overviewBindings(),
    ...deliverableBindings(),
    ...distributionBindings(),
    ...documentBindings(),
    ...eventBindings(),
    ...evidenceBindings(),
    ...liveBindings(authenticator),
    ...chainBindings(),
    ...searchBindings(),
    ...taskBindings(),
    ...taskViewBindings(),
    ...savedViewBindings(),
    ...noticeBindings(),
  ];
}

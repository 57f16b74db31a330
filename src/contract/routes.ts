/** The table of all routes, area by area. */

import { actionPlanRoutes } from './action-plan.ts';
import { allocationRoutes } from './allocation.ts';
import { annexRoutes } from './annex.ts';
import { backlogRoutes } from './backlog.ts';
import { breakdownRoutes } from './breakdown.ts';
import { calendarRoutes } from './calendar.ts';
import { chainRoutes } from './chain.ts';
import { deliverableRoutes } from './deliverable.ts';
import { directiveRoutes } from './directive.ts';
import { distributionRoutes } from './distribution.ts';
import { documentRoutes } from './document.ts';
import { eventRoutes } from './event.ts';
import { evidenceRoutes } from './evidence.ts';
import { handoverRoutes } from './handover.ts';
import { indicatorRoutes } from './indicator.ts';
import { inspectionRoutes } from './inspection.ts';
import { liveRoutes } from './live.ts';
import { myWorkRoutes } from './my-work.ts';
import { noticeRoutes } from './notice.ts';
import { organisationRoutes } from './organisation.ts';
import { organisationImportRoutes } from './organisation-import.ts';
import { overviewRoutes } from './overview.ts';
import { peopleRoutes } from './people.ts';
import { planRoutes } from './plan.ts';
import { reviewRoutes } from './review.ts';
import { savedViewRoutes } from './saved-view.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './session.ts';
import { settingsRoutes } from './settings.ts';
import { signInRoutes } from './sign-in.ts';
import { standingRoutes } from './standing.ts';
import { taskRoutes } from './task.ts';
import { taskViewRoutes } from './task-views.ts';
import { webhookRoutes } from './webhook.ts';

export const routes = {
  ...allocationRoutes,
  ...actionPlanRoutes,
  ...annexRoutes,
  ...breakdownRoutes,
  ...backlogRoutes,
  ...calendarRoutes,
  ...chainRoutes,
  ...deliverableRoutes,
  ...directiveRoutes,
  ...distributionRoutes,
  ...documentRoutes,
  ...liveRoutes,
  ...myWorkRoutes,
  ...eventRoutes,
  ...evidenceRoutes,
  ...indicatorRoutes,
  ...inspectionRoutes,
  ...webhookRoutes,
  ...handoverRoutes,
  ...noticeRoutes,
  ...organisationRoutes,
  ...organisationImportRoutes,
  ...overviewRoutes,
  ...planRoutes,
  ...reviewRoutes,
  ...searchRoutes,
  ...sessionRoutes,
  ...signInRoutes,
  ...peopleRoutes,
  ...settingsRoutes,
  ...standingRoutes,
  ...taskRoutes,
  ...taskViewRoutes,
  ...savedViewRoutes,
};

export type Routes = typeof routes;
export type RouteKey = keyof Routes;

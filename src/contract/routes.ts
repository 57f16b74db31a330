/** The table of all routes, area by area. */
import { annexRoutes } from './annex.ts';
import { breakdownRoutes } from './breakdown.ts';
import { chainRoutes } from './chain.ts';
import { deliverableRoutes } from './deliverable.ts';
import { distributionRoutes } from './distribution.ts';
import { documentRoutes } from './document.ts';
import { eventRoutes } from './event.ts';
import { evidenceRoutes } from './evidence.ts';
import { indicatorRoutes } from './indicator.ts';
import { liveRoutes } from './live.ts';
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
import { taskRoutes } from './task.ts';
import { taskViewRoutes } from './task-views.ts';

export const routes = {
  ...annexRoutes,
  ...breakdownRoutes,
  ...chainRoutes,
  ...deliverableRoutes,
  ...distributionRoutes,
  ...documentRoutes,
  ...liveRoutes,
  ...eventRoutes,
  ...evidenceRoutes,
  ...indicatorRoutes,
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
  ...taskRoutes,
  ...taskViewRoutes,
  ...savedViewRoutes,
};

export type Routes = typeof routes;
export type RouteKey = keyof Routes;

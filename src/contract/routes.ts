/** The table of all routes, area by area. */
import { documentRoutes } from './document.ts';
import { liveRoutes } from './live.ts';
import { reviewRoutes } from './review.ts';
import { sessionRoutes } from './session.ts';

export const routes = {
  ...documentRoutes,
  ...liveRoutes,
  ...reviewRoutes,
  ...sessionRoutes,
};

export type Routes = typeof routes;
export type RouteKey = keyof Routes;

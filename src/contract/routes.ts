/** The table of all routes, area by area. */
import { documentRoutes } from './document.ts';
import { reviewRoutes } from './review.ts';
import { sessionRoutes } from './session.ts';

export const routes = {
  ...documentRoutes,
  ...reviewRoutes,
  ...sessionRoutes,
};

export type Routes = typeof routes;
export type RouteKey = keyof Routes;

/** The table of all routes, area by area. */
import { sessionRoutes } from './session.ts';

export const routes = {
  ...sessionRoutes,
};

export type Routes = typeof routes;
export type RouteKey = keyof Routes;

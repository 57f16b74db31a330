/**
 * The table of pages (bảng trang): address, the filters that it keeps, and the page, which is loaded when it is first
 * asked for. A line a page; `framed` pages need a sign-in and stand in the frame.
 */
import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { queryClient, read } from '../api/query.ts';
import { meQuery } from '../api/session.ts';
import { Frame } from '../frame/frame.tsx';
import { draftsOf } from '../ui/use-draft.ts';
import { Lost, Root, Wrong } from './root.tsx';
import { kept, ownAddress, type Raw } from './search.ts';

type Load = () => Promise<{ readonly default: ComponentType }>;

const root = createRootRoute({ component: Root, notFoundComponent: Lost, errorComponent: Wrong });

const frame = createRoute({
  getParentRoute: () => root,
  id: 'khung',
  component: Frame,
  errorComponent: Wrong,
  beforeLoad: async ({ location }) => {
    try {
      draftsOf((await queryClient.ensureQueryData(meQuery)).person.id);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      const ve = location.href === '/' ? {} : { ve: location.href };
      throw redirect({ to: '/dang-nhap', search: ve, replace: true });
    }
  },
});

const none = (_: Raw) => ({});

function framed<const Path extends string, Search extends object = Record<never, never>>(
  path: Path,
  load: Load,
  validateSearch: (raw: Raw) => Search = none as never,
) {
  return createRoute({ getParentRoute: () => frame, path, validateSearch, component: lazyRouteComponent(load) });
}

const setupQuery = { ...read('GET /setup'), staleTime: 30_000 };

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap',
  validateSearch: (raw: Raw) => kept({ ve: ownAddress(raw, 've') }),
  component: lazyRouteComponent(() => import('../pages/sign-in/page.tsx')),
  beforeLoad: async () => {
    const { empty } = await queryClient.ensureQueryData(setupQuery);
    if (empty) throw redirect({ to: '/thiet-lap', replace: true });
  },
});

const firstRun = createRoute({
  getParentRoute: () => root,
  path: '/thiet-lap',
  component: lazyRouteComponent(() => import('../pages/first-run/page.tsx')),
  beforeLoad: async () => {
    const { empty } = await queryClient.fetchQuery({ ...setupQuery, staleTime: 0 });
    if (!empty) throw redirect({ to: '/dang-nhap', replace: true });
  },
});

const gallery = createRoute({
  getParentRoute: () => root,
  path: '/_gallery',
  component: lazyRouteComponent(() => import('../ui/gallery/page.tsx')),
});

const pages = [
  framed('/', () => import('../pages/home/page.tsx')),
  framed('/van-ban', () => import('../pages/documents/page.tsx')),
  framed('/van-ban/chuoi', () => import('../pages/chain/page.tsx')),
  framed('/van-ban/$id', () => import('../pages/document/page.tsx')),
  framed('/van-ban/$id/ra-soat', () => import('../pages/review/page.tsx')),
  framed('/chi-tieu', () => import('../pages/targets/page.tsx')),
  framed('/chi-tieu/$id', () => import('../pages/target/page.tsx')),
  framed('/nhiem-vu', () => import('../pages/tasks/page.tsx')),
  framed('/danh-muc', () => import('../pages/organisations/page.tsx')),
  framed('/quan-tri/nguoi-dung', () => import('../pages/people/page.tsx')),
  framed('/quan-tri/nhat-ky', () => import('../pages/events/page.tsx')),
  framed('/quan-tri/cai-dat', () => import('../pages/settings/page.tsx')),
  framed('/phien-dang-nhap', () => import('../pages/sessions/page.tsx')),
] as const;

export const routeTree = root.addChildren([frame.addChildren(pages), signIn, firstRun, gallery]);

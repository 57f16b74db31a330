/**
 * The table of pages (bảng trang): address, the filters that it keeps, and the page, which is loaded when it is first
 * asked for. A line a page; `framed` pages need a sign-in and stand in the frame.
 */
import { createRootRoute, createRoute, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { queryClient, read } from '../api/query.ts';
import { firstPageOf, isConfined, meQuery } from '../api/session.ts';
import { Frame } from '../frame/frame.tsx';
import { actionPlanSearch } from '../pages/action-plan/search.ts';
import { casesSearch } from '../pages/backlog/search.ts';
import { chainSearch } from '../pages/chain/search.ts';
import { deliverablesSearch } from '../pages/deliverables/search.ts';
import { directivesSearch } from '../pages/directives/search.ts';
import { documentSearch } from '../pages/document/search.ts';
import { documentsSearch } from '../pages/documents/search.ts';
import { eventsSearch } from '../pages/events/search.ts';
import { homeSearch } from '../pages/home/search.ts';
import { inspectionsSearch } from '../pages/inspections/search.ts';
import { myWorkSearch } from '../pages/my-work/search.ts';
import { noticesSearch } from '../pages/notices/search.ts';
import { organisationsSearch } from '../pages/organisations/search.ts';
import { peopleSearch } from '../pages/people/search.ts';
import { diffSearch, diffsSearch, indicatorsSearch, targetSearch, targetsSearch } from '../pages/plan/search.ts';
import { reviewSearch } from '../pages/review/search.ts';
import { settingsSearch } from '../pages/settings/search.ts';
import { tasksSearch } from '../pages/tasks/search.ts';
import { draftsOf } from '../ui/use-draft.ts';
import { Lost, Root, Wrong } from './root.tsx';
import { backTo, kept, ownAddress, type Raw, text } from './search.ts';

type Load = () => Promise<{ readonly default: ComponentType }>;

const root = createRootRoute({ component: Root, notFoundComponent: Lost, errorComponent: Wrong });

const frame = createRoute({
  getParentRoute: () => root,
  id: 'khung',
  component: Frame,
  errorComponent: Wrong,
  // The plan that the pages are about goes along from page to page.
  validateSearch: (raw: Raw) => kept({ ke_hoach: text(raw, 'ke_hoach', 40) }),
  search: { middlewares: [retainSearchParams(['ke_hoach'])] },
  beforeLoad: async ({ location }) => {
    try {
      const me = await queryClient.ensureQueryData(meQuery);
      draftsOf(me.person.id);
      if (isConfined(me)) throw redirect({ to: '/hoan-tat-dang-nhap', search: backTo(location.href), replace: true });
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      throw redirect({ to: '/dang-nhap', search: backTo(location.href), replace: true });
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
  validateSearch: (raw: Raw) => kept({ ve: ownAddress(raw, 've'), loi: text(raw, 'loi', 60) }),
  component: lazyRouteComponent(() => import('../pages/sign-in/page.tsx')),
  beforeLoad: async () => {
    const { empty } = await queryClient.ensureQueryData(setupQuery);
    if (empty) throw redirect({ to: '/thiet-lap', replace: true });
  },
});

const finishSignIn = createRoute({
  getParentRoute: () => root,
  path: '/hoan-tat-dang-nhap',
  validateSearch: (raw: Raw) => kept({ ve: ownAddress(raw, 've') }),
  component: lazyRouteComponent(() => import('../pages/finish-sign-in/page.tsx')),
  beforeLoad: async ({ search }) => {
    const me = await queryClient.ensureQueryData(meQuery).catch(() => null);
    if (me === null) throw redirect({ to: '/dang-nhap', search, replace: true });
  },
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: '/quen-mat-khau',
  component: lazyRouteComponent(() => import('../pages/forgot/page.tsx')),
});

const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/mat-khau-moi',
  component: lazyRouteComponent(() => import('../pages/new-password/page.tsx')),
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

/** Where a sign-in elsewhere comes back to: the first page of who it was. */
const entrance = createRoute({
  getParentRoute: () => frame,
  path: '/vao',
  beforeLoad: async () => {
    throw redirect({ to: firstPageOf(await queryClient.ensureQueryData(meQuery)), replace: true });
  },
});

/** The address of where all stands, for links and for who types it. */
const leaders = createRoute({
  getParentRoute: () => frame,
  path: '/lanh-dao',
  beforeLoad: () => {
    throw redirect({ to: '/', search: { xem: 'thuc-hien' }, replace: true });
  },
});

const pages = [
  entrance,
  leaders,
  framed('/', () => import('../pages/home/page.tsx'), homeSearch),
  framed('/viec-cua-toi', () => import('../pages/my-work/page.tsx'), myWorkSearch),
  framed('/van-ban', () => import('../pages/documents/page.tsx'), documentsSearch),
  framed('/van-ban/chuoi', () => import('../pages/chain/page.tsx'), chainSearch),
  framed('/van-ban/$id', () => import('../pages/document/page.tsx'), documentSearch),
  framed('/van-ban/$id/ra-soat', () => import('../pages/review/page.tsx'), reviewSearch),
  framed('/van-ban/$id/ban-hanh', () => import('../pages/publish/page.tsx')),
  framed('/chi-tieu', () => import('../pages/targets/page.tsx'), targetsSearch),
  framed('/chi-tieu/so-sanh', () => import('../pages/diffs/page.tsx'), diffsSearch),
  framed('/chi-tieu/so-sanh/$id', () => import('../pages/diff/page.tsx'), diffSearch),
  framed('/chi-tieu/$id', () => import('../pages/target/page.tsx'), targetSearch),
  framed('/nhiem-vu', () => import('../pages/tasks/page.tsx'), tasksSearch),
  framed('/nhiem-vu/san-pham', () => import('../pages/deliverables/page.tsx'), deliverablesSearch),
  framed('/nhiem-vu/chi-dao', () => import('../pages/directives/page.tsx'), directivesSearch),
  framed('/nhiem-vu/ke-hoach-hanh-dong', () => import('../pages/action-plan/page.tsx'), actionPlanSearch),
  framed('/nhiem-vu/vu-viec', () => import('../pages/backlog/page.tsx'), casesSearch),
  framed('/nhiem-vu/vu-viec/$id', () => import('../pages/backlog/detail-page.tsx')),
  framed('/nhiem-vu/thanh-tra', () => import('../pages/inspections/page.tsx'), inspectionsSearch),
  framed('/nhiem-vu/$id', () => import('../pages/task/page.tsx')),
  framed('/danh-muc/chi-tieu', () => import('../pages/indicators/page.tsx'), indicatorsSearch),
  framed('/danh-muc', () => import('../pages/organisations/page.tsx'), organisationsSearch),
  framed('/quan-tri/nguoi-dung', () => import('../pages/people/page.tsx'), peopleSearch),
  framed('/quan-tri/nhat-ky', () => import('../pages/events/page.tsx'), eventsSearch),
  framed('/quan-tri/cai-dat', () => import('../pages/settings/page.tsx'), settingsSearch),
  framed('/tai-khoan', () => import('../pages/account/page.tsx')),
  framed('/thong-bao', () => import('../pages/notices/page.tsx'), noticesSearch),
  framed('/ban-giao', () => import('../pages/handovers/page.tsx')),
  framed('/ban-giao/$id', () => import('../pages/handover/page.tsx')),
  framed('/phien-dang-nhap', () => import('../pages/sessions/page.tsx')),
] as const;

export const routeTree = root.addChildren([
  frame.addChildren(pages),
  signIn,
  finishSignIn,
  forgot,
  newPassword,
  firstRun,
  gallery,
]);

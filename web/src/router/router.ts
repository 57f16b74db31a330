/** The router of the pages (bộ định tuyến): addresses with readable filters, pages fetched when a link is pointed at. */
import { createRouter } from '@tanstack/react-router';
import { onSignedOut } from '../api/client.ts';
import { queryClient } from '../api/query.ts';
import { meQuery } from '../api/session.ts';
import { Lost, Wrong } from './root.tsx';
import { routeTree } from './routes.ts';
import { backTo } from './search.ts';

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  // What a page does not know in an address, or a value that it does not take, is left out of it.
  search: { strict: true },
  defaultNotFoundComponent: Lost,
  defaultErrorComponent: Wrong,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

// A session that ended while a page was open: to the sign-in, and back to the same address after it.
onSignedOut(() => {
  const { href, pathname } = router.state.location;
  if (pathname === '/dang-nhap' || !queryClient.getQueryData(meQuery.queryKey)) return;
  void router.navigate({ to: '/dang-nhap', search: backTo(href) }).then(() => queryClient.clear());
});

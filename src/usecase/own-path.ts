/** The page to go on with after a sign-in elsewhere (trang quay lại): only a page of this server is taken. */

/** `given` when it is a path of our own pages, else `/`. */
export function ownPath(given: string | undefined): string {
  if (given === undefined || given.length > 500) return '/';
  // Browsers take `\` for `/` and leave out tabs and line breaks: `/\t/host` is an address elsewhere.
  if (!given.startsWith('/') || /^\/[/\\]/.test(given) || /[\p{Cc}\\]/u.test(given)) return '/';
  const here = 'http://here.invalid';
  const url = URL.parse(given, here);
  if (!url || url.origin !== here || url.username !== '' || url.pathname.startsWith('//')) return '/';
  if (url.pathname.startsWith('/api/')) return '/';
  return url.pathname + url.search + url.hash;
}

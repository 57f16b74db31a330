/** The part of a page between `<!-- name: … -->` and `<!-- end of name -->`, which a script writes; the rest is written by hand. */

/** What stands in the marked part. */
export function readMarked(page: string, name: string): string {
  const { start, end } = locateMarked(page, name);
  return page.slice(start, end);
}

/** The page with `text` in its marked part. */
export function writeMarked(page: string, name: string, text: string): string {
  const { start, end } = locateMarked(page, name);
  return `${page.slice(0, start)}\n${text.trimEnd()}\n${page.slice(end)}`;
}

function locateMarked(page: string, name: string): { start: number; end: number } {
  const opening = page.indexOf(`<!-- ${name}:`);
  const start = page.indexOf('-->', opening) + 3;
  const end = page.indexOf(`<!-- end of ${name} -->`, start);
  if (opening < 0 || end < 0) throw new Error(`no part to write into: <!-- ${name}: … --> … <!-- end of ${name} -->`);
  return { start, end };
}

/** Calendars of deadlines over HTTP; the calendar itself is public to whoever has its address. */
import { routes } from '#contract/routes.ts';
import { browseFeeds, makeFeed, provinceOfFeed, readFeed, removeFeed } from '#usecase/calendar.ts';
import { type Binding, binding } from './bind.ts';

export function calendarBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /calendar/feeds'), browseFeeds),
    binding(...at('POST /calendar/feeds'), makeFeed, {
      // Shown once: not kept to be given again by its key.
      finish: ({ reply }, answer) => reply.code(201).header('cache-control', 'no-store').send(answer),
    }),
    binding(...at('DELETE /calendar/feeds/:id'), removeFeed),
    binding(...at('GET /calendar/:token'), readFeed, {
      // An address of no province finds nothing in any.
      provinceOf: async ({ token }) => provinceOfFeed(token) ?? 0,
      finish: ({ reply }, { text }) =>
        reply
          .header('cache-control', 'private, max-age=300')
          .header('content-disposition', 'inline; filename="lich-han.ics"')
          .type('text/calendar; charset=utf-8')
          .send(text),
    }),
  ];
}

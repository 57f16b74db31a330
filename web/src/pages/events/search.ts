/** What of the log stands in the address: its filters and the event that is open. */
import { day, kept, type Raw, text } from '../../router/search.ts';

export function eventsSearch(raw: Raw) {
  return kept({
    tim: text(raw, 'tim'),
    loai: text(raw, 'loai', 80),
    nguoi: text(raw, 'nguoi', 36),
    tu: day(raw, 'tu'),
    den: day(raw, 'den'),
    doituong: text(raw, 'doituong', 60),
    ma: text(raw, 'ma', 100),
    sukien: text(raw, 'sukien', 36),
  });
}
export type EventsSearch = ReturnType<typeof eventsSearch>;

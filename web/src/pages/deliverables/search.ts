/**
 * What of the register of deliverables stands in its address. `xem`: the programme by month; `tim`: words; `loai`: kind;
 * `buoc`: stage; `co_quan`: lead; `tu`, `den`: days of the deadline; `phien`: month of a session or `none`; `tt`:
 * standing; `mo`: the one that is open.
 */
import { STAGES } from '#delivery/deliverable-stage.ts';
import { STANDINGS } from '#delivery/standing.ts';
import { day, kept, oneOf, type Raw, text } from '../../router/search.ts';

export function deliverablesSearch(raw: Raw) {
  const session = text(raw, 'phien', 7);
  return kept({
    xem: oneOf(raw, 'xem', ['thang']),
    tim: text(raw, 'tim'),
    loai: text(raw, 'loai', 40),
    buoc: oneOf(raw, 'buoc', STAGES),
    co_quan: text(raw, 'co_quan', 40),
    tu: day(raw, 'tu'),
    den: day(raw, 'den'),
    phien: session && /^(?:\d{4}-\d{2}|none)$/.test(session) ? session : undefined,
    tt: oneOf(raw, 'tt', STANDINGS),
    mo: text(raw, 'mo', 40),
  });
}
export type DeliverablesSearch = ReturnType<typeof deliverablesSearch>;

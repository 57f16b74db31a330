/**
 * What of the register of directives stands in its address. `tim`: words; `loai`: kind; `lanh_dao`: leader as written;
 * `tt`: standing of the task; `tu`, `den`: days on which they were given; `thu_hoi`: withdrawn ones; `mo`: the one that is
 * open; `van_ban`: the notice that directives are made from.
 */
import { STANDINGS } from '#delivery/standing.ts';
import { day, kept, oneOf, type Raw, text } from '../../router/search.ts';

export function directivesSearch(raw: Raw) {
  return kept({
    tim: text(raw, 'tim'),
    loai: oneOf(raw, 'loai', ['directive', 'conclusion']),
    lanh_dao: text(raw, 'lanh_dao', 300),
    tt: oneOf(raw, 'tt', STANDINGS),
    tu: day(raw, 'tu'),
    den: day(raw, 'den'),
    thu_hoi: oneOf(raw, 'thu_hoi', ['1']),
    mo: text(raw, 'mo', 40),
    van_ban: text(raw, 'van_ban', 40),
  });
}
export type DirectivesSearch = ReturnType<typeof directivesSearch>;

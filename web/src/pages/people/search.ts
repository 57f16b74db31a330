/** What of the people stands in the address: the words, the role, the state, and who is open. */
import { ROLES } from '#plan/rights.ts';
import { kept, oneOf, type Raw, text } from '../../router/search.ts';

export function peopleSearch(raw: Raw) {
  return kept({
    tim: text(raw, 'tim'),
    vaitro: oneOf(raw, 'vaitro', ROLES),
    trangthai: oneOf(raw, 'trangthai', ['active', 'disabled']),
    nguoi: text(raw, 'nguoi', 36),
  });
}
export type PeopleSearch = ReturnType<typeof peopleSearch>;

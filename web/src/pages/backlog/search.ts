/** Filters of the register of cases in the address. */
import { CASE_STANDINGS } from '#delivery/case-standing.ts';
import { kept, oneOf, type Raw, text } from '../../router/search.ts';

export function casesSearch(raw: Raw) {
  return kept({
    tim: text(raw, 'tim'),
    co_quan: text(raw, 'co_quan', 36),
    linh_vuc: text(raw, 'linh_vuc'),
    tt: oneOf(raw, 'tt', CASE_STANDINGS),
    buoc_tre: oneOf(raw, 'buoc_tre', ['co']),
  });
}
export type CasesSearch = ReturnType<typeof casesSearch>;

/** The year, the view and the filters of inspections in the address. */
import { INSPECTION_KINDS, INSPECTION_STATES } from '#delivery/inspection.ts';
import { kept, oneOf, type Raw, text, whole } from '../../router/search.ts';

export function inspectionsSearch(raw: Raw) {
  return kept({
    nam: whole(raw, 'nam', 2000, 2100),
    xem: oneOf(raw, 'xem', ['lich', 'trung']),
    tim: text(raw, 'tim'),
    hinh_thuc: oneOf(raw, 'hinh_thuc', INSPECTION_KINDS),
    tt: oneOf(raw, 'tt', INSPECTION_STATES),
  });
}
export type InspectionsSearch = ReturnType<typeof inspectionsSearch>;

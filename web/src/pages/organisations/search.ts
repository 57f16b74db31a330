/** What of the organisations stands in the address: the day, the words, the filters, the view, and which one is open. */
import { ORGANISATION_KINDS } from '#plan/organisation.ts';
import { day, kept, oneOf, type Raw, text } from '../../router/search.ts';

export function organisationsSearch(raw: Raw) {
  return kept({
    ngay: day(raw, 'ngay'),
    tim: text(raw, 'tim'),
    loai: oneOf(raw, 'loai', ORGANISATION_KINDS),
    tinhtrang: oneOf(raw, 'tinhtrang', ['ended', 'all']),
    xem: oneOf(raw, 'xem', ['danh-sach']),
    coquan: text(raw, 'coquan', 36),
  });
}
export type OrganisationsSearch = ReturnType<typeof organisationsSearch>;

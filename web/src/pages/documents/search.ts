/** What of the library stands in its address: the filters by their names in the interface, the view, the order. */
import { kept, oneOf, type Raw, text, whole } from '../../router/search.ts';

export const VIEWS = ['den', 'da-xoa'] as const;
export const STATES = ['waiting', 'reading', 'read', 'refused'] as const;
export const REVIEWS = ['none', 'open', 'published'] as const;

/** `xem`: the view, the library itself without; `tim`: words; `xep`: the order. */
export function documentsSearch(raw: Raw) {
  return kept({
    xem: oneOf(raw, 'xem', VIEWS),
    tim: text(raw, 'tim', 300),
    type: text(raw, 'type', 100),
    issuer: text(raw, 'issuer'),
    year: whole(raw, 'year', 1900, 2200),
    state: oneOf(raw, 'state', STATES),
    review: oneOf(raw, 'review', REVIEWS),
    xep: oneOf(raw, 'xep', ['uploaded', 'symbol']),
  });
}
export type DocumentsSearch = ReturnType<typeof documentsSearch>;

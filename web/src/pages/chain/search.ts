/** What of the chain stands in its address: the plan year or the document in its middle, the view. */
import { kept, oneOf, type Raw, text, whole } from '../../router/search.ts';

/** `nam`: plan year; `quanh`: document; `xem`: list, what is missing, what does not agree; the graph without. */
export function chainSearch(raw: Raw) {
  return kept({
    nam: whole(raw, 'nam', 1900, 2200),
    quanh: text(raw, 'quanh', 40),
    xem: oneOf(raw, 'xem', ['danh-sach', 'con-thieu', 'doi-chieu']),
  });
}
export type ChainSearch = ReturnType<typeof chainSearch>;

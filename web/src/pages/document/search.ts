/** What of a document's page stands in its address: the tab, and a stretch of the text to be shown. */
import { kept, oneOf, type Raw, whole } from '../../router/search.ts';

export const TABS = ['anh-trang', 'vien-dan', 'doi-chieu', 'noi-nhan'] as const;

/** `the`: tab, the text without; `tu`, `den`: offsets in the text. */
export function documentSearch(raw: Raw) {
  return kept({
    the: oneOf(raw, 'the', TABS),
    tu: whole(raw, 'tu', 0, 100_000_000),
    den: whole(raw, 'den', 0, 100_000_000),
  });
}
export type DocumentSearch = ReturnType<typeof documentSearch>;

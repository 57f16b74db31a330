/** What of the review stands in its address: tab, filter, words, the item that is looked at. */
import { kept, oneOf, type Raw, text } from '../../router/search.ts';
import { STATES, TABS } from './items.ts';

/** `loai`: tab; `loc`: state; `tim`: words; `muc`: item; `sua`: it is being edited. */
export function reviewSearch(raw: Raw) {
  return kept({
    loai: oneOf(raw, 'loai', TABS),
    loc: oneOf(raw, 'loc', STATES),
    tim: text(raw, 'tim'),
    muc: text(raw, 'muc', 40),
    sua: raw.sua === true || raw.sua === 'true' ? (true as const) : undefined,
  });
}

export type ReviewSearch = ReturnType<typeof reviewSearch>;

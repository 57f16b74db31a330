/** What of the pages of a plan stands in their addresses; the plan itself (`ke_hoach`) is the frame's. */
import { day, kept, oneOf, type Raw, text } from '../../router/search.ts';

/** `ngay`: as of this day; `tim`: words; `lead`, `indicator`: only those without; `mo`: the target whose sentence is open; `pb`: how it is allocated. */
export function targetsSearch(raw: Raw) {
  return kept({
    ngay: day(raw, 'ngay'),
    tim: text(raw, 'tim'),
    lead: oneOf(raw, 'lead', ['none']),
    indicator: oneOf(raw, 'indicator', ['none']),
    mo: text(raw, 'mo', 40),
    pb: oneOf(raw, 'pb', ['none', 'under', 'even', 'over', 'outdated', 'own']),
  });
}
export type TargetsSearch = ReturnType<typeof targetsSearch>;

/** `phan`: the part of the target that is divided further, by its path of keys. */
export function targetSearch(raw: Raw) {
  return kept({ phan: text(raw, 'phan', 200) });
}

/** `tt`: standing. */
export function diffsSearch(raw: Raw) {
  return kept({ tt: oneOf(raw, 'tt', ['open', 'applied', 'discarded']) });
}

export const DIFF_KINDS = ['new', 'changed', 'gone'] as const;

/** `loai`: kind of change; `loc`: only undecided ones; `muc`: the item that is looked at. */
export function diffSearch(raw: Raw) {
  return kept({
    loai: oneOf(raw, 'loai', DIFF_KINDS),
    loc: oneOf(raw, 'loc', ['open']),
    muc: text(raw, 'muc', 40),
  });
}

/** `tim`: words; `tt`: standing in the catalogue. */
export function indicatorsSearch(raw: Raw) {
  return kept({ tim: text(raw, 'tim'), tt: oneOf(raw, 'tt', ['catalogue', 'proposed', 'accepted', 'refused']) });
}

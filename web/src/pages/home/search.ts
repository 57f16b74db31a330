/** What of the first page stands in its address. `xem`: the tab; `co_quan`: one agency, by its id. */
import { kept, oneOf, type Raw, text } from '../../router/search.ts';

export const HOME_TABS = ['tong-quan', 'thuc-hien'] as const;
export type HomeTab = (typeof HOME_TABS)[number];

export function homeSearch(raw: Raw) {
  return kept({ xem: oneOf(raw, 'xem', HOME_TABS), co_quan: text(raw, 'co_quan', 40) });
}

/** A leader sees first where things stand. */
export function firstTab(role: string | undefined): HomeTab {
  return role === 'leader' ? 'thuc-hien' : 'tong-quan';
}

/** What of my work stands in its address. `xem`: whose. */
import { kept, oneOf, type Raw } from '../../router/search.ts';
import type { WorkScope } from '../../words/work.ts';

/** Scopes by their word in the address. */
export const SCOPE_ADDRESS = {
  toi: 'post',
  'co-quan': 'organisation',
  'van-phong': 'office',
} as const satisfies Readonly<Record<string, WorkScope>>;
export type ScopeWord = keyof typeof SCOPE_ADDRESS;

const WORDS = Object.keys(SCOPE_ADDRESS) as ScopeWord[];

export function myWorkSearch(raw: Raw) {
  return kept({ xem: oneOf(raw, 'xem', WORDS) });
}

export function wordOf(scope: WorkScope): ScopeWord | undefined {
  return WORDS.find((word) => SCOPE_ADDRESS[word] === scope);
}

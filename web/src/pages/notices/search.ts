/** `loc`: only what is unread. */
import { kept, oneOf, type Raw } from '../../router/search.ts';

export function noticesSearch(raw: Raw) {
  return kept({ loc: oneOf(raw, 'loc', ['chua-doc']) });
}

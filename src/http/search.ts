/** Search over HTTP. */
import { routes } from '#contract/routes.ts';
import { search } from '#usecase/search.ts';
import { type Binding, binding } from './bind.ts';

export function searchBindings(): Binding[] {
  return [binding('GET /search', routes['GET /search'], search)];
}

/** The first page's numbers over HTTP. */
import { routes } from '#contract/routes.ts';
import { readOverview } from '#usecase/overview.ts';
import { type Binding, binding } from './bind.ts';

export function overviewBindings(): Binding[] {
  return [binding('GET /overview', routes['GET /overview'], readOverview)];
}

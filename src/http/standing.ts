/** Tình hình thực hiện. */
import { routes } from '#contract/routes.ts';
import { readStanding } from '#usecase/standing.ts';
import { type Binding, binding } from './bind.ts';

export function standingBindings(): Binding[] {
  return [binding('GET /standing', routes['GET /standing'], readStanding)];
}

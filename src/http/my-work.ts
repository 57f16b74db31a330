/** Việc của tôi. */
import { routes } from '#contract/routes.ts';
import { readMyWork } from '#usecase/my-work.ts';
import { type Binding, binding } from './bind.ts';

export function myWorkBindings(): Binding[] {
  return [binding('GET /my-work', routes['GET /my-work'], readMyWork)];
}

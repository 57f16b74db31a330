/** Handovers, and posts that nobody holds. */
import { routes } from '#contract/routes.ts';
import { readHandover, readHandovers, receive } from '#usecase/handover-read.ts';
import { listVacantPosts } from '#usecase/vacant-posts.ts';
import { type Binding, binding } from './bind.ts';

export function handoverBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /handovers'), readHandovers),
    binding(...at('GET /handovers/vacant'), listVacantPosts),
    binding(...at('GET /handovers/:id'), readHandover),
    binding(...at('POST /handovers/:id/receive'), receive),
  ];
}

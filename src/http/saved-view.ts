/** Saved views of lists. */
import { routes } from '#contract/routes.ts';
import { changeView, listViews, readView, removeView, saveView } from '#usecase/saved-view.ts';
import { type Binding, binding } from './bind.ts';

export function savedViewBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /views'), listViews),
    binding(...at('GET /views/:id'), readView),
    binding(...at('POST /views'), saveView),
    binding(...at('PATCH /views/:id'), changeView),
    binding(...at('DELETE /views/:id'), removeView),
  ];
}

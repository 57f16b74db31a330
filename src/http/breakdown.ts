/** Breaking tasks down: parts added, changed, taken out, taken back. */
import { routes } from '#contract/routes.ts';
import { readParts } from '#usecase/breakdown-read.ts';
import { undoParts } from '#usecase/breakdown-undo.ts';
import { addTaskParts, changePart, removeTaskPart } from '#usecase/breakdown-write.ts';
import { type Binding, binding } from './bind.ts';

export function breakdownBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /tasks/:id/parts'), readParts),
    binding(...at('POST /tasks/:id/parts'), addTaskParts),
    binding(...at('PATCH /tasks/:id/part'), changePart),
    binding(...at('DELETE /tasks/:id/part'), removeTaskPart),
    binding(...at('POST /tasks/:id/parts/undo'), undoParts),
  ];
}

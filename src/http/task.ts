/** Tasks as they are followed: lists, counts, one task, the acts on it. */
import { routes } from '#contract/routes.ts';
import { actOnTask, actOnTasks, undoTaskAct } from '#usecase/task-act.ts';
import { readAssignment } from '#usecase/task-assignment.ts';
import { countTasks, listTasks } from '#usecase/task-list.ts';
import { readTask } from '#usecase/task-read.ts';
import { type Binding, binding } from './bind.ts';

export function taskBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /tasks'), listTasks),
    binding(...at('GET /tasks/counts'), countTasks),
    binding(...at('GET /tasks/:id'), readTask),
    binding(...at('GET /tasks/:id/assignment'), readAssignment),
    binding(...at('POST /tasks/:id/acts'), actOnTask),
    binding(...at('POST /tasks/acts'), actOnTasks),
    binding(...at('POST /tasks/:id/undo'), undoTaskAct),
  ];
}

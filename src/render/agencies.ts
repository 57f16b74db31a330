/** Who has to do what: each body that a document gives tasks to, with how many. */
import type { Task } from '#reading/model.ts';
import { plainLine } from './width.ts';

export interface AgencyLoad {
  readonly name: string;
  /** Tasks that it leads, and that it helps with. */
  readonly lead: number;
  readonly support: number;
  /** Earliest deadline of the tasks that it leads. */
  readonly first: string | null;
  /** Name of its successor, when it no longer exists. */
  readonly now: string | null;
  /** Where the first of its tasks stands. */
  readonly start: number;
}

/** Each body with its tasks, in the order in which the document names them. */
export function listAgencies(tasks: readonly Task[]): AgencyLoad[] {
  const loads = new Map<string, AgencyLoad>();
  for (const task of tasks) {
    for (const role of ['lead', 'support'] as const) {
      for (const { name, successor } of task[role]) {
        const key = plainLine(name).toLocaleLowerCase('vi');
        const load = loads.get(key) ?? {
          name: plainLine(name),
          lead: 0,
          support: 0,
          first: null,
          now: null,
          start: task.span.start,
        };
        const dues = [
          ...(load.first ? [load.first] : []),
          ...(role === 'lead' ? task.deadlines.map((d) => d.due) : []),
        ];
        loads.set(key, {
          ...load,
          [role]: load[role] + 1,
          first: dues.sort()[0] ?? null,
          now: load.now ?? successor?.name ?? null,
        });
      }
    }
  }
  return [...loads.values()];
}

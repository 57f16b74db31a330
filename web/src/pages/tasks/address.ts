/** Links to lists of tasks (bộ lọc trên đường dẫn), and what of an address chooses tasks. */
import {
  TASK_ADDRESS,
  type TaskAddressName,
  type TaskFilterName,
  type TaskSearch,
  taskSearchOf,
} from '#delivery/task-address.ts';
import { day, kept, type Raw, text } from '../../router/search.ts';

const DAYS: readonly TaskFilterName[] = ['from', 'to', 'reportedTo'];
/** Longest texts; all others are short. */
const LONG: Readonly<Partial<Record<TaskFilterName, number>>> = {
  ids: 3_800,
  standing: 300,
  state: 300,
  section: 300,
};

/** For a `Link`: `<Link {...tasksAddress(filter)}>`, `filter` as `GET /tasks` takes it. */
export function tasksAddress(filter: Readonly<Record<string, string | undefined>>) {
  return { to: '/nhiem-vu', search: taskSearchOf(filter) as never } as const;
}

/** Of an address what chooses tasks; what is not known is left out. `taskQueryOf` makes the question of it. */
export function addressFilter(raw: Raw): TaskSearch {
  const found: Partial<Record<TaskAddressName, string | undefined>> = {};
  for (const [name, known] of Object.entries(TASK_ADDRESS) as [TaskFilterName, TaskAddressName][]) {
    found[known] = DAYS.includes(name) ? day(raw, known) : text(raw, known, LONG[name] ?? 200);
  }
  return kept(found);
}

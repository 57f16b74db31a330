/**
 * What of the page of tasks stands in its address: the filter (`address.ts`) and how it is looked at. `the`: tab; `xem`:
 * table, board, calendar or timeline; `sap`: order; `nhom`: what the board is divided by; `thang`: month of the calendar;
 * `mo`: the task that is open; `kx`: saved view; `ngay`: the plan as of this day.
 */
import { ALL_PLANS, type TaskAddressName, type TaskQuery, taskQueryOf } from '#delivery/task-address.ts';
import { day, kept, oneOf, type Raw, text } from '../../router/search.ts';
import { addressFilter } from './address.ts';

export const TASK_TABS = ['nhiem-vu', 'bao-cao'] as const;
export const TASK_VIEWS = ['bang', 'viec', 'lich', 'dong'] as const;
export type TaskView = (typeof TASK_VIEWS)[number];
export const TASK_SORTS = ['due', 'told'] as const;

/** Links of earlier pages said `none` where the filter now says `without`. */
const without = (raw: Raw, name: string) => {
  const old = oneOf(raw, name, ['none', 'some']);
  return old && (old === 'none' ? 'without' : 'with');
};

export function tasksSearch(raw: Raw) {
  const { chu_tri = without(raw, 'lead'), thoi_han = without(raw, 'due'), ...filter } = addressFilter(raw);
  const month = text(raw, 'thang', 7);
  return kept({
    ...filter,
    chu_tri,
    thoi_han,
    the: oneOf(raw, 'the', TASK_TABS),
    xem: oneOf(raw, 'xem', TASK_VIEWS),
    sap: oneOf(raw, 'sap', TASK_SORTS),
    nhom: oneOf(raw, 'nhom', ['state']),
    thang: month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
    mo: text(raw, 'mo', 40),
    kx: text(raw, 'kx', 40),
    ngay: day(raw, 'ngay'),
  });
}
export type TasksSearch = ReturnType<typeof tasksSearch>;
export type Change = { readonly [K in keyof TasksSearch | TaskAddressName]?: string | undefined };

/** What only says how the tasks are looked at, or which one is open. */
const LOOKS = new Set(['the', 'xem', 'sap', 'nhom', 'thang', 'mo', 'kx', 'ngay']);

/**
 * What the server is asked: the filter of the address, of the page's plan unless another or all are meant. `body`: the
 * organisation that `co_quan` means, which may be a name; without one its role says nothing.
 */
export function filterOf(search: TasksSearch, planId: string, body: string | undefined = search.co_quan): TaskQuery {
  const { plan: _plan, organisation: _name, role, ...query } = taskQueryOf(search);
  return {
    ...query,
    ...(search.ke_hoach === ALL_PLANS ? {} : { plan: planId }),
    ...(body === undefined ? {} : { organisation: body, ...(role === undefined ? {} : { role }) }),
  };
}

/** The conditions that are set, beside the plan. */
export function conditionsOf(search: TasksSearch): TaskAddressName[] {
  return (Object.keys(search) as (keyof TasksSearch)[]).filter(
    (name) => name !== 'ke_hoach' && !LOOKS.has(name),
  ) as TaskAddressName[];
}

/** A change that takes all conditions away, also the plan when all were meant. */
export function cleared(search: TasksSearch): Change {
  return Object.fromEntries(
    [...conditionsOf(search), ...(search.ke_hoach === ALL_PLANS ? ['ke_hoach'] : [])].map((name) => [name, undefined]),
  );
}

/** What a saved view keeps of the address: everything but which task is open and which view it was. */
export function viewText(search: TasksSearch): string {
  const { mo: _open, kx: _view, ...rest } = search;
  const pairs = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  return new URLSearchParams(pairs as [string, string][]).toString();
}

/** The search that a saved view stands for. */
export function searchOfView(kept: string): TasksSearch {
  return tasksSearch(Object.fromEntries(new URLSearchParams(kept)));
}

/** `a,b` with or without `one`. */
export function toggled(list: string | undefined, one: string): string | undefined {
  const now = list ? list.split(',') : [];
  const next = now.includes(one) ? now.filter((other) => other !== one) : [...now, one];
  return next.length > 0 ? next.join(',') : undefined;
}

/**
 * A filter of tasks as it stands in the address of `/nhiem-vu` (bộ lọc trên đường dẫn): one table of names for pages and
 * letters, so that every number of every page leads to exactly the tasks that it counts.
 */

/** Names of `GET /tasks` → names in the address. `ke_hoach` is that of all pages; for all plans: {@link ALL_PLANS}. */
export const TASK_ADDRESS = {
  plan: 'ke_hoach',
  organisation: 'co_quan',
  role: 'vai',
  standing: 'tinh_trang',
  state: 'trang_thai',
  origin: 'nguon',
  section: 'phan',
  product: 'san_pham',
  lead: 'chu_tri',
  due: 'thoi_han',
  from: 'tu',
  to: 'den',
  q: 'tim',
  parent: 'thuoc',
  post: 'nguoi',
  assigner: 'ben_giao',
  asked: 'xin_gia_han',
  returned: 'tra_lai',
  returns: 'lan_tra',
  reportedTo: 'bao_cao_den',
  assignedTo: 'giao_den',
  accepted: 'tiep_nhan',
  parts: 'phan_ra',
  person: 'co_nguoi',
  wholes: 'viec_lon',
  ids: 'chon',
} as const;
export type TaskFilterName = keyof typeof TASK_ADDRESS;
export type TaskAddressName = (typeof TASK_ADDRESS)[TaskFilterName];

/** Stands for `ke_hoach` when the tasks of all plans are meant, not those of the plan of the year. */
export const ALL_PLANS = 'tat-ca';

/** As `GET /tasks` takes it: texts alone. */
export type TaskQuery = Readonly<Partial<Record<TaskFilterName, string>>>;
export type TaskSearch = Readonly<Partial<Record<TaskAddressName, string>>>;

/** What stands behind `?`. The plan is always said, so that what the page shows is what was counted. */
export function taskSearchOf(query: Readonly<Record<string, string | undefined>>): TaskSearch {
  const search: Record<string, string> = { ke_hoach: ALL_PLANS };
  for (const [name, value] of Object.entries(query)) {
    const known = TASK_ADDRESS[name as TaskFilterName];
    if (known && value) search[known] = value;
  }
  return search;
}

/** What the server is asked for such an address. */
export function taskQueryOf(search: TaskSearch): TaskQuery {
  const query: Partial<Record<TaskFilterName, string>> = {};
  for (const [name, known] of Object.entries(TASK_ADDRESS) as [TaskFilterName, TaskAddressName][]) {
    const value = search[known];
    if (value !== undefined && !(name === 'plan' && value === ALL_PLANS)) query[name] = value;
  }
  return query;
}

/** Addresses of pages of tasks, for what is told outside the pages: letters, notices, handovers. */

/** The list of tasks with a filter, as it is asked over HTTP. */
export function taskListLink(query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? '/nhiem-vu' : `/nhiem-vu?${search}`;
}

export function taskLink(id: string): string {
  return `/nhiem-vu/${id}`;
}

export const MY_WORK_LINK = '/viec-cua-toi';

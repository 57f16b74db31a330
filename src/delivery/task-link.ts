/** Addresses of pages of tasks, for what is told outside the pages: letters, notices, handovers. */
import { taskSearchOf } from './task-address.ts';

/** The list of tasks with a filter as `GET /tasks` takes it: the page that counts the same. */
export function taskListLink(query: Readonly<Record<string, string>>): string {
  return `/nhiem-vu?${new URLSearchParams(taskSearchOf(query) as Record<string, string>)}`;
}

export function taskLink(id: string): string {
  return `/nhiem-vu/${id}`;
}

export const MY_WORK_LINK = '/viec-cua-toi';

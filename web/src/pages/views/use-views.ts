/** Saved views of a list (khung nhìn đã lưu), as its page uses them. */
import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../../api/client.ts';
import { read } from '../../api/query.ts';

export type SavedView = Answer<'GET /views/:id'>;
export type ViewPage = SavedView['page'];

export function useViews(page: ViewPage): readonly SavedView[] {
  const { data } = useQuery(read('GET /views', { query: { page } }));
  return data?.items ?? [];
}

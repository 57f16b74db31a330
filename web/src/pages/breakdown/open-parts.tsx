/** Said where a whole is reported done while parts of it are open; it holds nobody back. */
import { useQuery } from '@tanstack/react-query';
import { read } from '../../api/query.ts';
import { Notice } from '../../ui/states.tsx';

export function OpenParts({ taskId }: { readonly taskId: string }) {
  const { data } = useQuery(read('GET /tasks/:id/parts', { params: { id: taskId } }));
  return data?.warning ? <Notice tone="amber">{data.warning.vi}</Notice> : null;
}

/** Posts and organisations to choose from. */
import { useQuery } from '@tanstack/react-query';
import { ROLE_NAMES } from '#plan/rights.ts';
import { call } from '../../api/client.ts';
import { read } from '../../api/query.ts';
import type { Option } from '../../ui/combobox.tsx';

/** Every post that has not ended: `Giám đốc`, below it the organisation and the role. */
export function usePostOptions(): readonly Option[] {
  const posts = useQuery({
    queryKey: ['GET /posts', 'all'],
    queryFn: async ({ signal }) => {
      const all: Option[] = [];
      let cursor: string | null = null;
      do {
        const query: { limit: number; cursor?: string } = { limit: 200, ...(cursor === null ? {} : { cursor }) };
        const page: Awaited<ReturnType<typeof call<'GET /posts'>>> = await call('GET /posts', { query, signal });
        for (const { id, title, organisation, role } of page.items)
          all.push({ value: id, label: title, hint: `${organisation.name} · ${ROLE_NAMES[role]}` });
        cursor = page.nextCursor;
      } while (cursor !== null);
      return all;
    },
  });
  return posts.data ?? [];
}

/** Every organisation of today. */
export function useOrganisationOptions(): readonly Option[] {
  const tree = useQuery(read('GET /organisations/tree', { query: {} }));
  return (tree.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

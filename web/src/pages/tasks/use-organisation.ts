/** The body that a filter names (cơ quan): by its id, or by its name as links of earlier pages have it. */
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { read } from '../../api/query.ts';
import type { Option } from '../../ui/combobox.tsx';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** No organisation has it: a name that nobody bears finds nothing. */
const NOBODY = '00000000-0000-7000-8000-000000000000';

export interface FilterBody {
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** What is asked for is not known yet. */
  readonly pending: boolean;
}

export function useOrganisation(given: string | undefined): FilterBody {
  const byId = given !== undefined && UUID.test(given);
  const one = useQuery({ ...read('GET /organisations/:id', { params: { id: given ?? '' } }), enabled: byId });
  const found = useQuery({
    ...read('GET /organisations', { query: { text: given ?? '', standing: 'all', limit: 50 } as never }),
    enabled: given !== undefined && !byId,
  });
  if (given === undefined) return { id: undefined, name: undefined, pending: false };
  if (byId) return { id: given, name: one.data?.name, pending: false };
  const hit = found.data?.items.find((item) => item.name.toLowerCase() === given.toLowerCase());
  return { id: hit?.id ?? NOBODY, name: hit?.name ?? given, pending: found.isPending };
}

/** Bodies by what is typed; those that have ended are among them, because plans of their time name them. */
export async function findOrganisations(typed: string, signal: AbortSignal): Promise<readonly Option[]> {
  const { items } = await call('GET /organisations', {
    query: { text: typed, standing: 'all', limit: 50 } as never,
    signal,
  });
  return items.map((one) => ({
    value: one.id,
    label: one.name,
    hint: one.standing === 'ended' ? 'đã kết thúc hoạt động' : (one.parent?.name ?? undefined),
  }));
}

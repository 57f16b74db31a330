/** Organisations to choose from, and taking back what was just done. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import type { Option } from '../../ui/combobox.tsx';
import { toast } from '../../ui/toast.tsx';

/** What a change of an organisation makes untrue. */
export const SPOILS = [
  'GET /organisations',
  'GET /organisations/tree',
  'GET /organisations/:id',
  'GET /events',
] as const;

/** Those of a day; today without one. */
export function useOrganisationOptions(asOf: string | undefined): readonly (Option & { readonly version: number })[] {
  const tree = useQuery(read('GET /organisations/tree', { query: asOf ? { asOf } : {} }));
  return (tree.data?.items ?? []).map(({ id, name, parent, version }) => ({
    value: id,
    label: name,
    version,
    ...(parent ? { hint: parent.name } : {}),
  }));
}

/** Says what was done, with a way back for who may undo. */
export function useSaidDone(): (text: string, organisationId: string) => void {
  const may = useMay();
  const client = useQueryClient();
  return (text, id) => {
    const undo = async () => {
      try {
        const query = { subjectType: 'organisation', subjectId: id, limit: 1 };
        const last = (await call('GET /events', { query })).items[0];
        if (!last) return;
        await call('POST /events/:id/undo', {
          params: { id: last.id },
          body: { reason: 'Hoàn tác ngay sau khi thực hiện' },
        });
        await Promise.all(SPOILS.map((route) => client.invalidateQueries({ queryKey: [route] })));
      } catch (error) {
        toast({ text: explain(error).message, wrong: true });
      }
    };
    toast(may('event.undo') ? { text, undo } : { text });
  };
}

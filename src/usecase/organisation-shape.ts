/** Organisations as the interface gives them: one line of the list, one with its history; refusals in sentences. */
import { err, ok, type Result } from '#base/result.ts';
import type { OrganisationDetail, OrganisationView } from '#contract/organisation.ts';
import { notFound, type Problem, problem } from '#contract/problem.ts';
import { existsOn, nameOn, type OrganisationRefusal, parentOn } from '#plan/organisation.ts';
import { type OrganisationRow, postsOfOrganisation } from '#store/organisation-list.ts';
import { listLineage, loadOrganisations, type StoredOrganisation } from '#store/organisation-state.ts';
import type { Context } from './usecase.ts';

export const NO_ORGANISATION = notFound('cơ quan này', 'organisation');

/** A rule that was broken. */
export function refused({ code, vi, en }: OrganisationRefusal) {
  return err(problem(422, code, vi, en));
}

export function viewOfRow(row: OrganisationRow, asOf: string): OrganisationView {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    name: row.name,
    shortName: row.shortName,
    parent: row.parentId === null ? null : { id: row.parentId, name: row.parentName ?? '' },
    validFrom: row.validFrom,
    validTo: row.validTo,
    standing: standingOf(row, asOf),
    version: row.version,
  };
}

function standingOf(
  held: { readonly validFrom: string | null; readonly validTo: string | null },
  asOf: string,
): OrganisationView['standing'] {
  if (existsOn(held, asOf)) return 'active';
  return held.validTo !== null && held.validTo <= asOf ? 'ended' : 'future';
}

export function viewOf(
  { id, version, state }: StoredOrganisation,
  all: ReadonlyMap<string, StoredOrganisation>,
  asOf: string,
): OrganisationView {
  const { name, shortName } = nameOn(state, asOf);
  const parentId = parentOn(state, asOf);
  const parent = parentId === null ? undefined : all.get(parentId);
  return {
    id,
    code: state.code,
    kind: state.kind,
    name,
    shortName,
    parent: parent ? { id: parent.id, name: nameOn(parent.state, asOf).name } : null,
    validFrom: state.validFrom,
    validTo: state.validTo,
    standing: standingOf(state, asOf),
    version,
  };
}

/** With all that the page of one organisation shows. */
export async function detailOf(
  context: Context,
  id: string,
  asOf: string,
): Promise<Result<OrganisationDetail, Problem>> {
  const all = await loadOrganisations(context);
  const one = all.get(id);
  if (!one) return err(NO_ORGANISATION);
  const { state } = one;
  const nameAt = (other: string, on: string) => {
    const found = all.get(other);
    return found ? nameOn(found.state, on).name : '';
  };
  const lineage = await listLineage(context, id);
  return ok({
    ...viewOf(one, all, asOf),
    basis: state.basis,
    endedBasis: state.endedBasis,
    names: state.names.map((name, ordinal) => ({ ordinal, ...name })),
    parents: state.parents.map(({ parentId, from, to }) => ({
      id: parentId,
      name: nameAt(parentId, from ?? asOf),
      from,
      to,
    })),
    predecessors: lineage
      .filter(({ successorId }) => successorId === id)
      .map(({ predecessorId, kind, on, basis }) => ({
        id: predecessorId,
        name: nameAt(predecessorId, on),
        kind,
        on,
        basis,
      })),
    successors: lineage
      .filter(({ predecessorId }) => predecessorId === id)
      .map(({ successorId, kind, on, basis }) => ({ id: successorId, name: nameAt(successorId, on), kind, on, basis })),
    children: [...all.values()]
      .filter((child) => existsOn(child.state, asOf) && parentOn(child.state, asOf) === id)
      .map((child) => ({ id: child.id, name: nameOn(child.state, asOf).name, kind: child.state.kind })),
    posts: await postsOfOrganisation(context, id, asOf),
  });
}

/** Organisations as whole values (`OrganisationState`): read, written, taken out; their lineage. */
import { sql } from 'kysely';
import type { HeldName, HeldParent, OrganisationState } from '#plan/organisation.ts';
import type { Scope } from './database.ts';
import { newId } from './ids.ts';

export interface StoredOrganisation {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly state: OrganisationState;
}

export type LineageKind = 'merged' | 'split' | 'renamed' | 'transferred';

export interface Lineage {
  readonly id: string;
  readonly predecessorId: string;
  readonly successorId: string;
  readonly kind: LineageKind;
  readonly on: string;
  readonly basis: string;
  readonly ordinal: number;
}

/** One change of the structure of a province at a time, so that two can't make a circle together. */
export async function lockStructure({ db, provinceId }: Scope): Promise<void> {
  await sql`select 1 from province where province_id = ${provinceId} for no key update`.execute(db);
}

/** All of the province, or those of `ids`. */
export async function loadOrganisations(
  { db, provinceId }: Scope,
  ids?: readonly string[],
): Promise<Map<string, StoredOrganisation>> {
  if (ids?.length === 0) return new Map();
  let organisations = db.selectFrom('organisation').selectAll().where('province_id', '=', provinceId);
  let names = db.selectFrom('organisation_name').selectAll().where('province_id', '=', provinceId);
  let parents = db.selectFrom('organisation_parent').selectAll().where('province_id', '=', provinceId);
  if (ids) {
    organisations = organisations.where('id', 'in', ids);
    names = names.where('organisation_id', 'in', ids);
    parents = parents.where('organisation_id', 'in', ids);
  }
  const rows = await organisations.orderBy('position').orderBy('id').execute();
  const named = new Map<string, HeldName[]>();
  for (const row of await names.orderBy('organisation_id').orderBy('ordinal').execute()) {
    push(named, row.organisation_id, {
      name: row.name,
      shortName: row.short_name,
      from: row.valid_from,
      to: row.valid_to,
      basis: row.basis,
    });
  }
  const under = new Map<string, HeldParent[]>();
  for (const row of await parents.orderBy('organisation_id').orderBy('ordinal').execute()) {
    push(under, row.organisation_id, { parentId: row.parent_id, from: row.valid_from, to: row.valid_to });
  }
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        version: row.version,
        position: row.position,
        state: {
          kind: row.kind,
          code: row.code,
          validFrom: row.valid_from,
          validTo: row.valid_to,
          basis: row.basis,
          endedBasis: row.ended_basis,
          names: named.get(row.id) ?? [],
          parents: under.get(row.id) ?? [],
        },
      },
    ]),
  );
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** False when somebody else has changed it since `version`. */
export async function saveOrganisation(
  scope: Scope,
  id: string,
  version: number,
  state: OrganisationState,
): Promise<boolean> {
  const { db, provinceId } = scope;
  const updated = await db
    .updateTable('organisation')
    .set({
      kind: state.kind,
      code: state.code,
      valid_from: state.validFrom,
      valid_to: state.validTo,
      basis: state.basis,
      ended_basis: state.endedBasis,
      version: version + 1,
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) return false;
  await db
    .deleteFrom('organisation_name')
    .where('province_id', '=', provinceId)
    .where('organisation_id', '=', id)
    .execute();
  await db
    .deleteFrom('organisation_parent')
    .where('province_id', '=', provinceId)
    .where('organisation_id', '=', id)
    .execute();
  await insertNames(scope, id, state);
  await insertParents(scope, id, state);
  return true;
}

/** Without the bodies above: those may be new too, see {@link insertParents}. */
export async function insertOrganisation(
  scope: Scope,
  id: string,
  position: number,
  state: OrganisationState,
): Promise<void> {
  await scope.db
    .insertInto('organisation')
    .values({
      province_id: scope.provinceId,
      id,
      position,
      kind: state.kind,
      code: state.code,
      valid_from: state.validFrom,
      valid_to: state.validTo,
      basis: state.basis,
      ended_basis: state.endedBasis,
    })
    .execute();
  await insertNames(scope, id, state);
}

async function insertNames({ db, provinceId }: Scope, id: string, state: OrganisationState): Promise<void> {
  const own = { province_id: provinceId, organisation_id: id };
  if (state.names.length > 0) {
    await db
      .insertInto('organisation_name')
      .values(
        state.names.map((name, ordinal) => ({
          ...own,
          ordinal,
          name: name.name,
          short_name: name.shortName,
          valid_from: name.from,
          valid_to: name.to,
          basis: name.basis,
        })),
      )
      .execute();
  }
}

export async function insertParents({ db, provinceId }: Scope, id: string, state: OrganisationState): Promise<void> {
  const own = { province_id: provinceId, organisation_id: id };
  if (state.parents.length > 0) {
    await db
      .insertInto('organisation_parent')
      .values(
        state.parents.map((parent, ordinal) => ({
          ...own,
          ordinal,
          parent_id: parent.parentId,
          valid_from: parent.from,
          valid_to: parent.to,
        })),
      )
      .execute();
  }
}

/** Takes an organisation out that was made by mistake. Ask {@link isUsed} first. */
export async function deleteOrganisation({ db, provinceId }: Scope, id: string): Promise<void> {
  await db.deleteFrom('organisation').where('province_id', '=', provinceId).where('id', '=', id).execute();
}

/** True when something of the province points to it: a post, a task, a document sent, a body below, a lineage. */
export async function isUsed({ db, provinceId }: Scope, id: string): Promise<boolean> {
  const at = sql`province_id = ${provinceId}`;
  const { rows } = await sql<{ used: boolean }>`select
    exists (select from post where ${at} and organisation_id = ${id})
    or exists (select from organisation_parent where ${at} and parent_id = ${id})
    or exists (select from organisation_lineage where ${at} and (predecessor_id = ${id} or successor_id = ${id}))
    or exists (select from distribution where ${at} and organisation_id = ${id})
    or exists (select from task_agency where ${at} and organisation_id = ${id})
    or exists (select from target_lead where ${at} and organisation_id = ${id})
    or exists (select from allocation_part where ${at} and organisation_id = ${id}) as used`.execute(db);
  return rows[0]?.used ?? true;
}

/** Last place in the list of the province. */
export async function lastPosition({ db, provinceId }: Scope): Promise<number> {
  const row = await db
    .selectFrom('organisation')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('province_id', '=', provinceId)
    .executeTakeFirst();
  return row?.last ?? 0;
}

export async function findCode({ db, provinceId }: Scope, code: string): Promise<string | null> {
  const row = await db
    .selectFrom('organisation')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('code', '=', code)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What the organisation came from and became; without an id all of the province. */
export async function listLineage({ db, provinceId }: Scope, id?: string): Promise<Lineage[]> {
  let query = db.selectFrom('organisation_lineage').selectAll().where('province_id', '=', provinceId);
  if (id !== undefined)
    query = query.where((eb) => eb.or([eb('predecessor_id', '=', id), eb('successor_id', '=', id)]));
  const rows = await query.orderBy('effective_on').orderBy('ordinal').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    predecessorId: row.predecessor_id,
    successorId: row.successor_id,
    kind: row.kind as LineageKind,
    on: row.effective_on,
    basis: row.basis,
    ordinal: row.ordinal,
  }));
}

/** Gives the rows with their new ids; those that have one keep it. */
export async function insertLineage(
  { db, provinceId }: Scope,
  lineage: readonly (Omit<Lineage, 'id'> & { readonly id?: string })[],
  now: Date,
): Promise<Lineage[]> {
  if (lineage.length === 0) return [];
  const rows = lineage.map((one) => ({ ...one, id: one.id ?? newId(now) }));
  await db
    .insertInto('organisation_lineage')
    .values(
      rows.map((one) => ({
        province_id: provinceId,
        id: one.id,
        predecessor_id: one.predecessorId,
        successor_id: one.successorId,
        kind: one.kind,
        effective_on: one.on,
        basis: one.basis,
        ordinal: one.ordinal,
      })),
    )
    .execute();
  return rows;
}

/** False when one of them is gone already. */
export async function deleteLineage({ db, provinceId }: Scope, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const deleted = await db
    .deleteFrom('organisation_lineage')
    .where('province_id', '=', provinceId)
    .where('id', 'in', ids)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows) === ids.length;
}

/** Puts many organisations in at once, by their codes: what is there already is left as it is. */
import type { Scope } from './database.ts';
import { newId } from './ids.ts';

interface Interval {
  readonly from: string | null;
  readonly to: string | null;
}

/** An organisation as the catalogue knows it; codes that the province does not have are left out. */
export interface AddedOrganisation {
  readonly code: string;
  readonly kind: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly names: readonly (Interval & { readonly text: string; readonly short: string })[];
  readonly parents: readonly (Interval & { readonly code: string })[];
  /** What it became. */
  readonly successors: readonly { readonly code: string; readonly from: string; readonly basis: string }[];
}

/** Rows of one statement: its parameters are counted in 16 bits. */
const AT_ONCE = 2000;

/** Ids of all that have a code now, and how many were added. */
export async function addOrganisations(
  { db, provinceId }: Scope,
  set: readonly AddedOrganisation[],
  now: Date,
): Promise<{ ids: ReadonlyMap<string, string>; added: number }> {
  const there = await db
    .selectFrom('organisation')
    .select(['id', 'code'])
    .where('province_id', '=', provinceId)
    .where('code', 'is not', null)
    .execute();
  const ids = new Map(there.map(({ code, id }) => [code as string, id]));
  const added = set.filter(({ code }) => !ids.has(code));
  for (const { code } of added) ids.set(code, newId(now));
  const own = { province_id: provinceId };
  const idOf = (code: string) => ids.get(code) as string;
  const position = new Map(set.map(({ code }, at) => [code, at * 10]));
  await inParts(
    added.map((one) => ({
      ...own,
      id: idOf(one.code),
      code: one.code,
      kind: one.kind,
      valid_from: one.validFrom,
      valid_to: one.validTo,
      ended_basis: one.successors[0]?.basis ?? null,
      position: position.get(one.code) ?? 0,
    })),
    (rows) => db.insertInto('organisation').values(rows).execute(),
  );
  await inParts(
    added.flatMap(({ code, names }) =>
      byDay(names).map(({ text, short, from, to }, ordinal) => ({
        ...own,
        organisation_id: idOf(code),
        ordinal,
        name: text.normalize('NFC'),
        short_name: short.normalize('NFC'),
        valid_from: from,
        valid_to: to,
      })),
    ),
    (rows) => db.insertInto('organisation_name').values(rows).execute(),
  );
  await inParts(
    added.flatMap(({ code, parents }) =>
      byDay(parents.filter((parent) => ids.has(parent.code))).map((parent, ordinal) => ({
        ...own,
        organisation_id: idOf(code),
        ordinal,
        parent_id: idOf(parent.code),
        valid_from: parent.from,
        valid_to: parent.to,
      })),
    ),
    (rows) => db.insertInto('organisation_parent').values(rows).execute(),
  );
  await inParts(
    added.flatMap(({ code, successors }) =>
      successors
        .filter((next) => ids.has(next.code))
        .map((next, ordinal) => ({
          ...own,
          id: newId(now),
          ordinal,
          predecessor_id: idOf(code),
          successor_id: idOf(next.code),
          kind: successors.length > 1 ? 'split' : 'merged',
          effective_on: next.from,
          basis: next.basis,
        })),
    ),
    (rows) => db.insertInto('organisation_lineage').values(rows).execute(),
  );
  return { ids, added: added.length };
}

function byDay<T extends Interval>(intervals: readonly T[]): T[] {
  return intervals.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
}

async function inParts<T>(rows: readonly T[], insert: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) await insert(rows.slice(at, at + AT_ONCE));
}

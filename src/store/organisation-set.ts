/** The organisations that a province begins with, as the catalogue proposes them: names, bodies above, lineage. */
import type { Scope } from './database.ts';
import { newId } from './ids.ts';

interface Interval {
  readonly from: string | null;
  readonly to: string | null;
}

/** One organisation by its code; what it names is in the same set or is left out. */
export interface SetOrganisation {
  readonly code: string;
  readonly kind: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Newest first. */
  readonly names: readonly (Interval & { readonly text: string; readonly short: string })[];
  readonly parents: readonly (Interval & { readonly code: string })[];
  /** What it became. */
  readonly successors: readonly { readonly code: string; readonly from: string; readonly basis: string }[];
}

/** Rows of one statement: the parameters of a statement are counted in 16 bits. */
const AT_ONCE = 2000;

/** Ids by code. */
export async function insertOrganisationSet(
  { db, provinceId }: Scope,
  set: readonly SetOrganisation[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(set.map(({ code }) => [code, newId(now)]));
  const idOf = (code: string) => ids.get(code) as string;
  const own = { province_id: provinceId };
  await inParts(
    set.map(({ code, kind, validFrom, validTo }, position) => ({
      ...own,
      id: idOf(code),
      code,
      kind,
      valid_from: validFrom,
      valid_to: validTo,
      position,
    })),
    (rows) => db.insertInto('organisation').values(rows).execute(),
  );
  await inParts(
    set.flatMap(({ code, names }) =>
      names.toReversed().map(({ text, short, from, to }, ordinal) => ({
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
    set.flatMap(({ code, parents }) =>
      parents
        .filter((parent) => ids.has(parent.code))
        .map((parent, ordinal) => ({
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
    set.flatMap(({ code, successors }) =>
      successors
        .filter((next) => ids.has(next.code))
        .map((next) => ({
          ...own,
          id: newId(now),
          predecessor_id: idOf(code),
          successor_id: idOf(next.code),
          kind: successors.length > 1 ? 'split' : 'merged',
          effective_on: next.from,
          basis: next.basis,
        })),
    ),
    (rows) => db.insertInto('organisation_lineage').values(rows).execute(),
  );
  return ids;
}

async function inParts<T>(rows: readonly T[], insert: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) await insert(rows.slice(at, at + AT_ONCE));
}

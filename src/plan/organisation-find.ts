/**
 * Which organisation (cơ quan, tổ chức) a name in a document means, and who has its work today. A name is read as of the
 * document's day: `Sở Tài nguyên và Môi trường` of 2021 is that body, although another has its work since 2025.
 */
import { isWithin } from '#base/date.ts';
import { fold } from '#base/fold.ts';

interface Interval {
  readonly from: string | null;
  /** First day on which it no longer holds. */
  readonly to: string | null;
}

export interface KnownOrganisation {
  readonly id: string;
  readonly code: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly names: readonly (Interval & { readonly name: string; readonly shortName: string | null })[];
}

export interface KnownLineage {
  readonly predecessorId: string;
  /** The main one first. */
  readonly successorId: string;
  readonly effectiveOn: string;
}

export interface NamedBody {
  readonly name: string;
  /** Code of the catalogue of agencies. */
  readonly code: string | null;
}

export interface FoundOrganisation {
  readonly organisationId: string;
  /** Who has its work today; itself while it exists; null when nobody is known to have it. */
  readonly successorId: string | null;
}

/** Case, punctuation and places of tone marks don't tell names apart. */
export function organisationNameKey(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export type FindOrganisation = (body: NamedBody, on: string) => FoundOrganisation | null;

/**
 * Builds the index once; each question is then a look-up. `codesOf` tells what the catalogue makes of a name (its code)
 * and what the body of a code became, where the province's own lineage says nothing.
 */
export function organisationFinder(
  organisations: readonly KnownOrganisation[],
  lineage: readonly KnownLineage[],
  today: string,
  catalogue: {
    readonly codeOf: (name: string, on: string) => string | null;
    readonly sameBody: (code: string) => string;
    readonly successorsOf: (code: string) => readonly string[];
  },
): FindOrganisation {
  const byId = new Map(organisations.map((one) => [one.id, one]));
  const byCode = new Map(organisations.flatMap((one) => (one.code === null ? [] : [[one.code, one] as const])));
  const byName = new Map<string, { readonly one: KnownOrganisation; readonly held: Interval }[]>();
  for (const one of organisations) {
    for (const { name, shortName, from, to } of one.names) {
      for (const key of new Set([name, shortName ?? ''].map(organisationNameKey))) {
        if (key === '') continue;
        const entries = byName.get(key);
        if (entries) entries.push({ one, held: { from, to } });
        else byName.set(key, [{ one, held: { from, to } }]);
      }
    }
  }
  const next = new Map<string, string[]>();
  for (const { predecessorId, successorId, effectiveOn } of lineage) {
    if (effectiveOn <= today) next.set(predecessorId, [...(next.get(predecessorId) ?? []), successorId]);
  }
  const there = (one: KnownOrganisation, on: string) => isWithin(on, one.validFrom, one.validTo);

  const named = (name: string, on: string): KnownOrganisation | null => {
    const entries = byName.get(organisationNameKey(name)) ?? [];
    const now = entries.find(({ one, held }) => there(one, on) && isWithin(on, held.from, held.to));
    // An old name may stand in a text for years, and a new one before its day.
    return (now ?? entries.find(({ one }) => there(one, on)))?.one ?? null;
  };
  const coded = (code: string | null): KnownOrganisation | null =>
    (code === null ? null : byCode.get(catalogue.sameBody(code))) ?? null;

  const find = ({ name, code }: NamedBody, on: string): KnownOrganisation | null => {
    const byOwnName = named(name, on);
    if (byOwnName) return byOwnName;
    const byOwnCode = coded(code) ?? coded(catalogue.codeOf(name, on));
    if (byOwnCode && there(byOwnCode, on)) return byOwnCode;
    return byName.get(organisationNameKey(name))?.[0]?.one ?? byOwnCode;
  };

  const successor = (from: KnownOrganisation): string | null => {
    const seen = new Set<string>();
    let at: KnownOrganisation | undefined = from;
    while (at && !there(at, today)) {
      if (seen.has(at.id) || (at.validFrom !== null && at.validFrom > today)) return null;
      seen.add(at.id);
      const mainId: string | undefined = next.get(at.id)?.[0];
      at =
        mainId === undefined
          ? (catalogue.successorsOf(at.code ?? '').flatMap((code) => byCode.get(code) ?? [])[0] ?? undefined)
          : byId.get(mainId);
    }
    return at?.id ?? null;
  };

  const asked = new Map<string, FoundOrganisation | null>();
  return (body, on) => {
    const key = `${on}\n${body.code}\n${body.name}`;
    const known = asked.get(key);
    if (known !== undefined) return known;
    const one = find(body, on);
    const found = one === null ? null : { organisationId: one.id, successorId: successor(one) };
    asked.set(key, found);
    return found;
  };
}

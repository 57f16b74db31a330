/** Where inspections clash: the plans of a year and its neighbours, the organisations' names, mergers and bodies above. */
import type { z } from 'zod';
import { isWithin } from '#base/date.ts';
import type { clashSchema } from '#contract/inspection.ts';
import { INSPECTION_KIND_WORDS, type InspectionKind } from '#delivery/inspection.ts';
import { type BodyLinks, type Clash, findClashes, type PlannedInspection } from '#delivery/overlap.ts';
import { organisationNameKey } from '#plan/organisation-find.ts';
import {
  type InspectionFields,
  type InspectionRow,
  listAccepted,
  listInspections,
  parentsOn,
} from '#store/inspections.ts';
import { loadKnownOrganisations } from '#store/organisation-known.ts';
import { organisationNames } from '#store/organisation-names.ts';
import type { Context } from './usecase.ts';

export type ShownClash = z.output<typeof clashSchema>;

/** An inspection that may not be written yet. */
export type Draft = InspectionFields & { readonly id: string };

export interface Bodies {
  readonly links: BodyLinks;
  /** Organisations that ever had a name of that key. */
  readonly idsOf: (key: string) => readonly string[];
}

/** Bodies as they are at the end of the year: mergers of later years say nothing about its plan. */
export async function bodiesOf(context: Context, year: number): Promise<Bodies> {
  const { organisations, lineage } = await loadKnownOrganisations(context);
  const on = `${year}-12-31`;
  const there = new Set(organisations.filter((one) => isWithin(on, one.validFrom, one.validTo)).map((one) => one.id));
  const next = new Map<string, string[]>();
  for (const { predecessorId, successorId, effectiveOn } of lineage) {
    if (effectiveOn <= on) next.set(predecessorId, [...(next.get(predecessorId) ?? []), successorId]);
  }
  const parents = await parentsOn(context, on);
  const byKey = new Map<string, Set<string>>();
  for (const { id, names } of organisations) {
    for (const { name, shortName } of names) {
      for (const key of [name, shortName ?? ''].map(organisationNameKey)) {
        if (key !== '') byKey.set(key, (byKey.get(key) ?? new Set()).add(id));
      }
    }
  }
  const finals = new Map<string, readonly string[]>();
  const finalOf = (id: string): readonly string[] => {
    const known = finals.get(id);
    if (known) return known;
    const found = new Set<string>();
    const seen = new Set<string>();
    const walk = (at: string) => {
      if (seen.has(at)) return;
      seen.add(at);
      const successors = next.get(at) ?? [];
      if (there.has(at) || successors.length === 0) found.add(at);
      else for (const one of successors) walk(one);
    };
    walk(id);
    const ends = found.size > 0 ? [...found] : [id];
    finals.set(id, ends);
    return ends;
  };
  const aboveOf = (id: string) => {
    const above = new Set<string>();
    for (let at = parents.get(id); at !== undefined && !above.has(at); at = parents.get(at)) above.add(at);
    return [...above];
  };
  return { links: { finalOf, aboveOf }, idsOf: (key) => [...(byKey.get(key) ?? [])] };
}

/** Clashes that touch the year; `drafts` are taken in the place of what has their id. Cancelled ones don't count. */
export async function clashesOf(
  context: Context,
  year: number,
  drafts: readonly Draft[] = [],
): Promise<{ rows: InspectionRow[]; clashes: Clash[] }> {
  const rows = await listInspections(context, [year - 1, year, year + 1]);
  const replaced = new Set(drafts.map((one) => one.id));
  const all: Draft[] = [...rows.filter((row) => !replaced.has(row.id)), ...drafts].filter(
    (row) => row.state !== 'cancelled',
  );
  const { links, idsOf } = await bodiesOf(context, year);
  const names = await organisationNames(
    context,
    all.flatMap((row) => [row.organisationId, ...(row.subjectId === null ? [] : [row.subjectId])]),
    context.today,
  );
  const planned = all.map(
    (row): PlannedInspection => ({
      id: row.id,
      year: row.year,
      inspector: names.get(row.organisationId) ?? '',
      kind: INSPECTION_KIND_WORDS[row.kind as InspectionKind].toLowerCase(),
      subjectName: row.subjectId === null ? row.subjectName : (names.get(row.subjectId) ?? row.subjectName),
      subjectIds: row.subjectId === null ? idsOf(row.subjectKey) : [row.subjectId],
      subjectKey: row.subjectKey,
      fromMonth: row.fromMonth,
      toMonth: row.toMonth,
    }),
  );
  const ofYear = new Set(all.filter((row) => row.year === year).map((row) => row.id));
  const clashes = findClashes(planned, links).filter(
    (clash) => ofYear.has(clash.firstId) || ofYear.has(clash.secondId),
  );
  return { rows: rows.filter((row) => row.year === year), clashes };
}

/** With who accepted them, as long as what they accepted is still what clashes. */
export async function withAccepted(context: Context, clashes: readonly Clash[]): Promise<ShownClash[]> {
  const ids = [...new Set(clashes.flatMap((clash) => [clash.firstId, clash.secondId]))];
  const pairKey = (a: string, b: string) => [a, b].sort().join(' ');
  const accepted = new Map((await listAccepted(context, ids)).map((one) => [pairKey(one.firstId, one.secondId), one]));
  return clashes.map((clash) => {
    const found = accepted.get(pairKey(clash.firstId, clash.secondId));
    const stands = found !== undefined && found.facts === clash.facts;
    return {
      ...clash,
      months: [...clash.months],
      accepted: stands ? { reason: found.reason, person: found.person, at: found.at } : null,
    };
  });
}

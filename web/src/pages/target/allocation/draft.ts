/** What is being divided in the grid (bản nháp phân bổ), before it is saved. */
import {
  type AllocationRule,
  type Course,
  type Division,
  type PartFigures,
  placesNeeded,
  scaleOf,
  type Whole,
} from '#delivery/allocation.ts';
import { type Grain, grainsOf, periodsOf, periodWords, spanOfPeriod } from '#delivery/allocation-period.ts';
import { sharedOut } from '#delivery/allocation-propose.ts';
import type { GridRow } from './grid.tsx';
import type { Allocation, AllocationTree, Dimension, Place } from './place.ts';

export interface AllocationDraft {
  readonly rule: AllocationRule;
  readonly course: Course;
  readonly places: number;
  readonly grain: Grain;
  /** Of a level: where it stood before the first period. */
  readonly start: string | null;
  readonly note: string;
  readonly rows: readonly GridRow[];
  /** Of what stood in its place when it was begun; 0 when nothing did. */
  readonly version: number;
  readonly ordinal: number;
}

export function rowsOfPeriods(place: Place, grain: Grain): GridRow[] {
  return periodsOf(place.span, grain).map((period) => ({
    organisationId: null,
    period,
    name: periodWords(period),
    value: null,
    weight: null,
  }));
}

/** What stands, else what is offered first. */
export function draftOf(
  tree: AllocationTree,
  place: Place,
  dimension: Dimension,
  there: Allocation | null,
): AllocationDraft {
  const usual = tree.usual[dimension];
  const grains = grainsOf(place.span);
  const known = there?.parts[0]?.period ?? null;
  const grain =
    (known === null ? null : spanOfPeriod(known)?.grain) ??
    (grains.includes('quarter') ? 'quarter' : (grains[0] ?? 'month'));
  const scale = place.whole ? scaleOf(place.whole.value) : 0;
  return {
    rule: there?.rule ?? usual.rule,
    course: there?.course ?? usual.course,
    places: Math.max(there?.places ?? usual.places, scale),
    grain,
    start: null,
    note: '',
    rows: there
      ? there.parts.map(({ organisationId, period, name, value, weight }) => ({
          organisationId,
          period,
          name,
          value,
          weight,
        }))
      : dimension === 'period'
        ? rowsOfPeriods(place, grain)
        : [],
    version: there?.version ?? 0,
    ordinal: tree.ordinal,
  };
}

export function divisionIn(draft: AllocationDraft, dimension: Dimension): Division {
  return { dimension, rule: draft.rule, course: draft.course, places: draft.places };
}

/** The rows as they count: figures of shares follow from the shares. */
export function countedRows(whole: Whole, division: Division, rows: readonly GridRow[]): readonly GridRow[] {
  if (division.rule !== 'share') return rows;
  const values = sharedOut(whole, division, rows);
  return rows.map((row, i) => {
    const value = values[i]?.value ?? null;
    return row.value === value ? row : { ...row, value };
  });
}

/** Decimal places that the figures need, at most six. */
export function placesFor(draft: Pick<AllocationDraft, 'places' | 'rule'>, rows: readonly PartFigures[]): number {
  if (draft.rule === 'share') return draft.places;
  const needed = rows.map(({ value }) => (value === null ? 0 : placesNeeded(value)));
  return Math.min(6, Math.max(draft.places, ...needed));
}

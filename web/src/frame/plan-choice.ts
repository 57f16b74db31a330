/** Which of the province's plans (kế hoạch) the pages are about when the address does not say. */

export interface PlanLike {
  readonly id: string;
  readonly yearFrom: number;
  readonly yearTo: number;
  readonly state: string;
}

/** The plan of `year`, the narrowest when several hold; else the latest; what was withdrawn only when nothing else is. */
export function defaultPlan<P extends PlanLike>(plans: readonly P[], year: number): P | null {
  const standing = plans.filter((plan) => plan.state !== 'withdrawn');
  const pool = standing.length > 0 ? standing : plans;
  const length = (plan: PlanLike) => plan.yearTo - plan.yearFrom;
  const now = pool.filter((plan) => plan.yearFrom <= year && year <= plan.yearTo);
  if (now.length > 0) return [...now].sort((a, b) => length(a) - length(b))[0] as P;
  return [...pool].sort((a, b) => b.yearTo - a.yearTo || length(a) - length(b))[0] ?? null;
}

/** `năm 2025`, `giai đoạn 2021–2025`. */
export function yearsOf({ yearFrom, yearTo }: Pick<PlanLike, 'yearFrom' | 'yearTo'>): string {
  return yearFrom === yearTo ? `năm ${yearFrom}` : `giai đoạn ${yearFrom}–${yearTo}`;
}

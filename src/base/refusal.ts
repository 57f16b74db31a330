/** An expected refusal that a person can do something about: one clear sentence, Vietnamese first, English second. */
export interface Refusal {
  readonly vi: string;
  readonly en: string;
}

export function refusal(vi: string, en: string): Refusal {
  return { vi, en };
}

/** Which events another system hears of (webhook), and when a telling that failed is tried again. */

/** Areas of the log that may be told: what follows from plans. Sign-ins and people are nobody's business. */
export const WEBHOOK_AREAS = [
  'document',
  'plan',
  'target',
  'allocation',
  'task',
  'evidence',
  'deliverable',
  'directive',
  'case',
  'inspection',
] as const;

/** `task.*` or `task.verified`, of an area that may be told. */
export function isWebhookKind(kind: string): boolean {
  const found = /^([a-z]+)\.(?:\*|[a-z]+(?:-[a-z]+)*)$/.exec(kind);
  return found !== null && (WEBHOOK_AREAS as readonly string[]).includes(found[1] ?? '');
}

/** Whether an event of the kind is told to who asked for `kinds`. */
export function wantsKind(kinds: readonly string[], kind: string): boolean {
  const area = kind.slice(0, kind.indexOf('.'));
  return kinds.includes(kind) || kinds.includes(`${area}.*`);
}

/** Pauses between tries, seconds: from a moment up to a day. */
export const PAUSES = [2, 30, 120, 600, 3600, 21_600, 86_400] as const;
/** So many tries, then it is given up; somebody may have it sent again. */
export const MOST_TRIES = PAUSES.length + 1;

/** Seconds from try number `tries` (the first is 1) to the next; null: that was the last. */
export function pauseAfter(tries: number): number | null {
  return PAUSES[tries - 1] ?? null;
}

/** Brings the spans of a reading of a made file back to the text of the sample that it was made of. */
import type { Span } from '#base/span.ts';
import { type Alignment, mapSpan } from './align.ts';

/** A span that is nowhere: it overlaps nothing, so that the item counts as said but not annotated. */
const NOWHERE: Span = { start: -2, end: -1 };

/** The same value with every span moved; what has none stays. */
export function moveSpans(value: unknown, alignment: Alignment): unknown {
  if (Array.isArray(value)) return value.map((item) => moveSpans(item, alignment));
  if (typeof value !== 'object' || value === null) return value;
  if (isSpan(value)) return mapSpan(alignment, value) ?? NOWHERE;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, moveSpans(field, alignment)]));
}

/** A contract without the items whose words the other text doesn't have, and how many those were. */
export function dropNowhere(contract: unknown): { kept: unknown; dropped: number } {
  let dropped = 0;
  const kept = Object.entries(contract as Record<string, unknown>).map(([key, value]) => {
    if (!Array.isArray(value)) return [key, value];
    const found = value.filter(
      (item: { valueSpan?: Span; span?: Span }) => (item.valueSpan ?? item.span)?.start !== NOWHERE.start,
    );
    dropped += value.length - found.length;
    return [key, found];
  });
  return { kept: Object.fromEntries(kept), dropped };
}

function isSpan(value: object): value is Span {
  return Object.keys(value).length === 2 && 'start' in value && typeof value.start === 'number' && 'end' in value;
}

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

function isSpan(value: object): value is Span {
  return Object.keys(value).length === 2 && 'start' in value && typeof value.start === 'number' && 'end' in value;
}

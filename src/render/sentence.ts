/** The sentence in which something stands, to be quoted beside it. */
import type { Span } from '#base/span.ts';
import type { Reading } from '#reading/model.ts';
import { plainQuote } from './width.ts';

/** Longest quotation; a longer sentence is cut on both sides of the place. */
const LONGEST = 320;

/** Finds the sentence of a place: that of the reading, or else the line. */
export function sentenceFinder(reading: Pick<Reading, 'sentences'>, text: string): (span: Span) => string {
  const { sentences } = reading;
  return (span) => {
    let low = 0;
    let high = sentences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((sentences[middle]?.span.start ?? 0) <= span.start) low = middle;
      else high = middle - 1;
    }
    const found = sentences[low]?.span;
    const holds = found !== undefined && found.start <= span.start && span.start < found.end;
    return cut(text, holds ? { start: found.start, end: Math.max(found.end, span.end) } : lineOf(text, span), span);
  };
}

function lineOf(text: string, span: Span): Span {
  const end = text.indexOf('\n', span.end);
  return { start: text.lastIndexOf('\n', span.start - 1) + 1, end: end < 0 ? text.length : end };
}

function cut(text: string, sentence: Span, place: Span): string {
  if (sentence.end - sentence.start <= LONGEST) return plainQuote(text.slice(sentence.start, sentence.end));
  const room = Math.max(0, LONGEST - (place.end - place.start)) >> 1;
  const from = Math.max(sentence.start, place.start - room);
  const to = Math.min(sentence.end, Math.max(place.end, place.start) + room);
  const start = from === sentence.start ? from : text.indexOf(' ', from) + 1 || from;
  const stop = to === sentence.end ? to : Math.max(place.end, text.lastIndexOf(' ', to));
  const words = plainQuote(text.slice(Math.min(start, place.start), stop));
  return `${start > sentence.start ? '… ' : ''}${words}${stop < sentence.end ? ' …' : ''}`;
}

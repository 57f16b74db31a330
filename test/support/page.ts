/** A small document on its way through the statement rules, as the reading hands it on. */
import { readOutline } from '#outline/outline.ts';
import { findCitations } from '#statement/citation/citation.ts';
import { comesInSentences, type Page, readTables } from '#statement/page.ts';
import { cleanText } from '#text/clean.ts';

/** The page of a text with the years of its plan and its date. */
export function pageOf(source: string, planYear: number | null, docYear: number | null = null): Page {
  const clean = cleanText(source);
  const outline = readOutline(clean);
  return {
    clean,
    outline,
    planYear,
    docYear,
    docDate: null,
    citations: findCitations(clean.text, { own: null, exclude: [] }),
    sentenceLines: comesInSentences(outline),
    tables: readTables(outline),
  };
}

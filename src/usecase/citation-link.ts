/** Links citations to documents of the library: when a document is read, when one arrives, when a header is put right. */
import { type Candidate, matchCitation } from '#plan/citation-match.ts';
import { symbolKey } from '#plan/symbol-key.ts';
import type { Reading } from '#reading/model.ts';
import {
  type CitationRow,
  citationsOf,
  findCandidates,
  findOpenLinks,
  type NewCitation,
  replaceCitations,
  setCitation,
} from '#store/citations.ts';
import type { Scope } from '#store/database.ts';
import { newId } from '#store/ids.ts';

/** Writes the citations of a reading; what people decided of the same citation before is kept. */
export async function storeCitations(scope: Scope, documentId: string, reading: Reading, now: Date): Promise<void> {
  const before = await citationsOf(scope, documentId);
  const decided = before.filter((row) => row.state === 'confirmed' || row.state === 'refused');
  const found = reading.citations.map((one) => ({
    ...one,
    symbolKey: one.symbol === null ? null : symbolKey(one.symbol),
    citedOn: one.date,
  }));
  const candidates = await candidatesFor(scope, documentId, found);
  await replaceCitations(
    scope,
    documentId,
    found.map((one): NewCitation => {
      const kept = takeDecided(decided, one);
      const matched = kept ? null : matchCitation(one, candidates);
      return {
        id: kept?.id ?? newId(now),
        documentId,
        start: one.span.start,
        end: one.span.end,
        quote: one.quote,
        type: one.type,
        symbol: one.symbol,
        symbolKey: one.symbolKey,
        citedOn: one.date,
        issuer: one.issuer,
        citedId: kept ? kept.cited_id : matched,
        state: kept ? (kept.state as NewCitation['state']) : matched ? 'matched' : 'missing',
      };
    }),
  );
}

/** The decision on the same citation, each taken once: at the same place first, else on the same words. */
function takeDecided(
  decided: CitationRow[],
  one: { readonly span: { readonly start: number }; readonly quote: string },
): CitationRow | null {
  const same = decided.filter((row) => row.quote === one.quote);
  const best = same.find((row) => row.span_start === one.span.start) ?? same[0];
  if (!best) return null;
  decided.splice(decided.indexOf(best), 1);
  return best;
}

async function candidatesFor(
  scope: Scope,
  documentId: string,
  citations: readonly { readonly symbolKey: string | null; readonly citedOn: string | null }[],
): Promise<Candidate[]> {
  const keys = new Set<string>();
  const days = new Set<string>();
  for (const { symbolKey: key, citedOn } of citations) {
    if (key !== null) keys.add(key);
    else if (citedOn !== null) days.add(citedOn);
  }
  if (keys.size === 0 && days.size === 0) return [];
  const found = await findCandidates(scope, [...keys], [...days]);
  return found.filter((one) => one.id !== documentId);
}

/** What a document is or was known by. */
export interface KnownBy {
  readonly symbolKey: string | null;
  readonly issuedOn: string | null;
}

/** Looks again at the citations of other documents that may mean this one, or no longer do. */
export async function relinkCitations(scope: Scope, documentId: string, known: readonly KnownBy[]): Promise<void> {
  const keys = known.flatMap((one) => one.symbolKey ?? []);
  const days = known.flatMap((one) => one.issuedOn ?? []);
  const open = await findOpenLinks(scope, documentId, keys, days);
  if (open.length === 0) return;
  const cited = open.map((row) => ({
    type: row.type,
    symbolKey: row.symbol_key,
    citedOn: row.cited_on,
    issuer: row.issuer,
  }));
  const candidates = await candidatesFor(scope, '', cited);
  for (const [i, row] of open.entries()) {
    const others = candidates.filter((one) => one.id !== row.document_id);
    const matched = matchCitation(cited[i] as (typeof cited)[number], others);
    if (matched !== row.cited_id) await setCitation(scope, row.id, null, matched ? 'matched' : 'missing', matched);
  }
}

/**
 * Tìm văn bản: by the beginning of the symbol, then words of the header, then words of the text; with the very tones that
 * were typed before other tones; the newest first within each. Most queries end after the first steps.
 */
import { formatDate } from '#base/date.ts';
import type { Hit } from '#contract/search.ts';
import { anchorsOf, highlight, type SearchQuery, tsQueriesOf } from '#plan/search-terms.ts';
import { symbolKey } from '#plan/symbol-key.ts';
import { type Cut, cutAround, findDocumentIds } from '#store/document-search.ts';
import { type DocumentFound, listDocuments } from '#store/documents.ts';
import type { SearchOptions } from './search.ts';
import type { Context } from './usecase.ts';

/** Deleted documents are found too and left out afterwards; so many more are asked for. */
const SPARE = 10;

export async function searchDocuments(
  context: Context,
  query: SearchQuery,
  { limit, snippets }: SearchOptions,
): Promise<Hit[]> {
  const ids = await rankedIds(context, query, limit + SPARE);
  const rows = await listDocuments(context, { ids, deleted: false }, 'date', null, ids.length);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = ids.flatMap((id) => byId.get(id) ?? []).slice(0, limit);
  const cuts = new Map<string, Cut>();
  if (snippets) {
    const read = found.filter((row) => row.state === 'read').map((row) => row.id);
    for (const cut of await cutAround(context, read, anchorsOf(query))) cuts.set(cut.documentId, cut);
  }
  return found.map((row) => hitOf(row, query, cuts.get(row.id)));
}

function rankedIds(context: Context, query: SearchQuery, limit: number): Promise<string[]> {
  const head = tsQueriesOf(query, 1);
  const body = tsQueriesOf(query);
  const steps = {
    symbol: /\d/.test(query.typed) ? symbolKey(query.typed) : null,
    headExact: head.exact,
    headLoose: head.loose === head.exact ? null : head.loose,
    bodyExact: body.exact,
    bodyLoose: body.loose === body.exact ? null : body.loose,
  };
  return findDocumentIds(context, steps, limit);
}

function hitOf(row: DocumentFound, query: SearchQuery, cut: Cut | undefined): Hit {
  const title = row.title ?? row.file_name;
  const parts = [row.type, row.symbol, row.issued_on && formatDate(row.issued_on), row.issuer].filter(Boolean);
  return {
    kind: 'document',
    id: row.id,
    title,
    hint: parts.join(' · ') || null,
    marks: pairs(title, query),
    snippet: cut ? snippetOf(cut, query) : null,
  };
}

/** Whole words on one line; a cut that holds none of the words says nothing. */
function snippetOf(cut: Cut, query: SearchQuery): Hit['snippet'] {
  const begun = cut.at > 0 ? cut.text.replace(/^\S*\s+/, '… ') : cut.text;
  const text = begun
    .replace(/\s+\S*$/, ' …')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim();
  const marks = pairs(text, query);
  return marks.length > 0 ? { text, marks } : null;
}

function pairs(text: string, query: SearchQuery): [number, number][] {
  return highlight(text, query).map(({ start, end }) => [start, end]);
}

/** Tìm kiếm over everything: each area brings a source; who may not read what it holds is not shown it. */
import { ok } from '#base/result.ts';
import { type Hit, type HitKind, searchRoutes } from '#contract/search.ts';
import type { Right } from '#plan/rights.ts';
import { parseSearch, type SearchQuery } from '#plan/search-terms.ts';
import { searchDocuments } from './document-search.ts';
import { planSearchSources } from './plan-search.ts';
import { behind, type Context } from './usecase.ts';

export interface SearchOptions {
  readonly limit: number;
  readonly snippets: boolean;
}

/** One kind of thing that can be found. */
export interface SearchSource {
  readonly kind: HitKind;
  readonly right: Right;
  /** The best first. */
  readonly find: (context: Context, query: SearchQuery, options: SearchOptions) => Promise<Hit[]>;
}

/** Areas add theirs here. */
const SOURCES: readonly SearchSource[] = [
  { kind: 'document', right: 'document.read', find: searchDocuments },
  ...planSearchSources,
];

export const search = behind(
  searchRoutes['GET /search'],
  'search.everything',
  'read',
  async (context, { q, kind, limit, snippets }) => {
    const query = parseSearch(q);
    if (!query) return ok({ groups: [] });
    const sources = SOURCES.filter(
      (source) => (kind === undefined || source.kind === kind) && context.actor.rights.has(source.right),
    );
    const groups = await Promise.all(
      sources.map(async (source) => ({
        kind: source.kind,
        hits: await source.find(context, query, { limit, snippets }),
      })),
    );
    return ok({ groups: groups.filter(({ hits }) => hits.length > 0) });
  },
);

/** Chỉ tiêu, nhiệm vụ of published plans for the search over everything: words with or without tone marks. */

import { formatDate } from '#base/date.ts';
import { bare } from '#base/fold.ts';
import type { Hit } from '#contract/search.ts';
import { highlight, type SearchQuery } from '#plan/search-terms.ts';
import { type FoundInPlans, findInPlans } from '#store/plan-search.ts';
import type { SearchOptions, SearchSource } from './search.ts';
import type { Context } from './usecase.ts';

function wordsOf(query: SearchQuery): string[] {
  return bare(query.typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function marksOf(text: string, query: SearchQuery): [number, number][] {
  return highlight(text, query).map(({ start, end }) => [start, end]);
}

/** Targets and tasks of one search are asked for together. */
const asked = new WeakMap<SearchQuery, Promise<FoundInPlans>>();

function findOnce(context: Context, query: SearchQuery, limit: number): Promise<FoundInPlans> {
  const found = asked.get(query) ?? findInPlans(context, wordsOf(query), context.today, limit);
  asked.set(query, found);
  return found;
}

async function searchTargets(context: Context, query: SearchQuery, { limit }: SearchOptions): Promise<Hit[]> {
  const { targets: rows } = await findOnce(context, query, limit);
  return rows.map((row) => ({
    kind: 'target',
    id: row.id,
    title: row.name,
    hint: [row.year === null ? null : `Năm ${row.year}`, row.planTitle].filter(Boolean).join(' · '),
    snippet: null,
    marks: marksOf(row.name, query),
  }));
}

async function searchTasks(context: Context, query: SearchQuery, { limit }: SearchOptions): Promise<Hit[]> {
  const { tasks: rows } = await findOnce(context, query, limit);
  return rows.map((row) => ({
    kind: 'task',
    id: row.id,
    title: row.text,
    hint: [row.leads, row.dueOn === null ? null : `Thời hạn ${formatDate(row.dueOn)}`, row.planTitle]
      .filter(Boolean)
      .join(' · '),
    snippet: null,
    marks: marksOf(row.text, query),
  }));
}

export const planSearchSources: readonly SearchSource[] = [
  { kind: 'target', right: 'plan.read', find: searchTargets },
  { kind: 'task', right: 'plan.read', find: searchTasks },
];

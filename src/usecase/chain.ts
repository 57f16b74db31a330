/** Chuỗi văn bản: citations of a document with what they lead to, decided by a person; the graph; what is missing. */
import { err, ok } from '#base/result.ts';
import { chainRoutes, type DocumentName } from '#contract/chain.ts';
import { conflict, notFound, problem } from '#contract/problem.ts';
import { chainEdges } from '#plan/chain.ts';
import { matchCitation } from '#plan/citation-match.ts';
import { citedBy, linksOf, missingOf, type NamedRow, namesOf, ofYear } from '#store/chain.ts';
import { type CitationRow, citationsOf, findCandidates, findCitation, setCitation } from '#store/citations.ts';
import type { Scope } from '#store/database.ts';
import { findDocument } from '#store/documents.ts';
import { NO_DOCUMENT } from './document-library.ts';
import { titleOf } from './document-view.ts';
import { behind } from './usecase.ts';

export function nameOf(row: NamedRow): DocumentName {
  return {
    id: row.id,
    type: row.type,
    symbol: row.symbol,
    title: row.title,
    issuedOn: row.issued_on,
    fileName: row.file_name,
  };
}

export const listCitations = behind(
  chainRoutes['GET /documents/:id/citations'],
  'citation.list',
  'read',
  async (context, { id }) => {
    if (!(await findDocument(context, id))) return err(NO_DOCUMENT);
    const [rows, others] = await Promise.all([citationsOf(context, id), citedBy(context, id)]);
    const names = await namesById(context, [
      ...rows.flatMap((row) => row.cited_id ?? []),
      ...others.map((one) => one.documentId),
    ]);
    return ok({
      items: rows.map((row) => citationView(row, names)),
      citedBy: others.flatMap(({ documentId, count, quote, start }) => {
        const document = names.get(documentId);
        return document ? [{ document: nameOf(document), count, quote, start }] : [];
      }),
    });
  },
);

async function namesById(scope: Scope, ids: readonly string[]): Promise<Map<string, NamedRow>> {
  return new Map((await namesOf(scope, ids)).map((row) => [row.id, row]));
}

function citationView(row: CitationRow, names: ReadonlyMap<string, NamedRow>) {
  const cited = row.cited_id === null ? undefined : names.get(row.cited_id);
  return {
    id: row.id,
    start: row.span_start,
    end: row.span_end,
    quote: row.quote,
    type: row.type,
    symbol: row.symbol,
    citedOn: row.cited_on,
    issuer: row.issuer,
    state: row.state as 'missing' | 'matched' | 'confirmed' | 'refused',
    cited: cited ? nameOf(cited) : null,
    version: row.version,
  };
}

export const decideCitation = behind(
  chainRoutes['PATCH /citations/:id'],
  'citation.decide',
  'write',
  async (context, { id, version, decision, citedId }) => {
    const row = await findCitation(context, id);
    const document = row && (await findDocument(context, row.document_id));
    if (!row || !document) return err(notFound('viện dẫn này', 'citation'));
    if (row.version !== version) return err(conflict(await citationNow(context, id)));
    let target: string | null = null;
    let state: 'missing' | 'matched' | 'confirmed' | 'refused' = 'refused';
    if (decision === 'confirm') {
      target = citedId ?? row.cited_id;
      if (target === null) return err(NOTHING_TO_CONFIRM);
      if (target === row.document_id) return err(CITES_ITSELF);
      const meant = await findDocument(context, target);
      if (!meant || meant.deleted_at) return err(NO_DOCUMENT);
      state = 'confirmed';
    } else if (decision === 'open') {
      target = await matchedAnew(context, row);
      state = target ? 'matched' : 'missing';
    }
    const written = await setCitation(context, id, version, state, target);
    const now = await citationNow(context, id);
    if (!written) return err(conflict(now));
    context.record({
      kind: `citation.${state === 'missing' || state === 'matched' ? 'reopened' : state}`,
      subjectType: 'citation',
      subjectId: id,
      title: `${titleOf(document)}: ${row.quote}`.slice(0, 300),
      before: { state: row.state, citedId: row.cited_id },
      after: { state, citedId: target },
    });
    context.tell('citation', { id, documentId: row.document_id });
    return ok(now);
  },
);

async function citationNow(scope: Scope, id: string) {
  const row = (await findCitation(scope, id)) as CitationRow;
  return citationView(row, await namesById(scope, row.cited_id === null ? [] : [row.cited_id]));
}

async function matchedAnew(scope: Scope, row: CitationRow): Promise<string | null> {
  const cited = { type: row.type, symbolKey: row.symbol_key, citedOn: row.cited_on, issuer: row.issuer };
  const days = row.symbol_key === null && row.cited_on !== null ? [row.cited_on] : [];
  const candidates = await findCandidates(scope, row.symbol_key === null ? [] : [row.symbol_key], days);
  return matchCitation(
    cited,
    candidates.filter((one) => one.id !== row.document_id),
  );
}

const NOTHING_TO_CONFIRM = problem(
  422,
  'nothing-to-confirm',
  'Hãy chọn văn bản được viện dẫn.',
  'Choose the document that is cited.',
);
const CITES_ITSELF = problem(
  422,
  'cites-itself',
  'Văn bản không thể viện dẫn chính nó.',
  'A document cannot cite itself.',
);

/** More can't be looked at as a graph. */
const MOST_NODES = 150;
/** Steps from one document to others. */
const REACH = 3;

export const showChain = behind(
  chainRoutes['GET /documents/chain'],
  'document.chain',
  'read',
  async (context, { year, around }) => {
    const { ids, cut } = around
      ? await idsAround(context, around)
      : await idsOfYear(context, year ?? Number(context.today.slice(0, 4)));
    const rows = (await namesOf(context, ids)).filter((row) => row.deleted_at === null);
    if (around && rows.length === 0) return err(NO_DOCUMENT);
    const documents = rows.map((row) => ({
      id: row.id,
      type: row.type,
      symbolKey: row.symbol_key,
      issuedOn: row.issued_on,
      planYear: row.plan_year,
      title: row.title,
    }));
    return ok({
      nodes: rows.map((row) => ({ ...nameOf(row), planYear: row.plan_year, issuer: row.issuer })),
      edges: chainEdges(documents, await linksOf(context, ids)),
      cut,
    });
  },
);

async function idsAround(scope: Scope, around: string): Promise<{ ids: string[]; cut: boolean }> {
  const ids = new Set([around]);
  let edge = [around];
  for (let step = 0; step < REACH && edge.length > 0; step++) {
    const next: string[] = [];
    for (const { from, to } of await linksOf(scope, edge)) {
      for (const id of [from, to]) {
        if (ids.has(id)) continue;
        if (ids.size >= MOST_NODES) return { ids: [...ids], cut: true };
        ids.add(id);
        next.push(id);
      }
    }
    edge = next;
  }
  return { ids: [...ids], cut: false };
}

/** Documents of the year and what they are linked with. */
async function idsOfYear(scope: Scope, year: number): Promise<{ ids: string[]; cut: boolean }> {
  const own = await ofYear(scope, year, MOST_NODES + 1);
  const ids = new Set(own.slice(0, MOST_NODES).map((row) => row.id));
  let cut = own.length > MOST_NODES;
  for (const { from, to } of await linksOf(scope, [...ids])) {
    for (const id of [from, to]) {
      if (ids.size < MOST_NODES) ids.add(id);
      else cut ||= !ids.has(id);
    }
  }
  return { ids: [...ids], cut };
}

const MOST_MISSING = 500;

export const listMissing = behind(
  chainRoutes['GET /documents/missing'],
  'document.missing',
  'read',
  async (context, { year }) => {
    const rows = await missingOf(context, year ?? null, MOST_MISSING);
    const names = await namesById(
      context,
      rows.flatMap((row) => row.documents),
    );
    return ok({
      items: rows.map((row) => ({
        ...row,
        documents: row.documents.flatMap((id) => {
          const name = names.get(id);
          return name ? [nameOf(name)] : [];
        }),
      })),
    });
  },
);

/** The interface about itself: `/api/openapi.json`, `/api/docs`, `/api/problems`. Made once, when first asked for. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { PROBLEM_CODES } from '#contract/data/problem-codes.ts';
import { writeOpenApi } from '#contract/openapi.ts';
import { routes } from '#contract/routes.ts';
import { DOCS_STYLE, writeDocsPage, writeProblemsPage } from './docs-page.ts';

/** Of the interface, not of the program: grows when clients have to change. */
const VERSION = '1';

export function addApiDocs(app: FastifyInstance): void {
  const spec = once(() => writeOpenApi(routes, { version: VERSION }));
  const specText = once(() => JSON.stringify(spec()));
  const docs = once(() => writeDocsPage(spec()));
  const problems = once(writeProblemsPage);
  const problemsText = once(() => JSON.stringify({ items: PROBLEM_CODES }));
  const give = (reply: FastifyReply, type: string, text: string) =>
    reply.type(`${type}; charset=utf-8`).header('cache-control', 'public, max-age=300').send(text);
  app.get('/api/openapi.json', (_, reply) => give(reply, 'application/json', specText()));
  app.get('/api/docs', (_, reply) => give(reply, 'text/html', docs()));
  app.get('/api/docs.css', (_, reply) => give(reply, 'text/css', DOCS_STYLE));
  app.get('/api/problems', (_, reply) => give(reply, 'text/html', problems()));
  app.get('/api/problems.json', (_, reply) => give(reply, 'application/json', problemsText()));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

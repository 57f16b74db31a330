/** Evidence over HTTP: what was uploaded is given as a file to be kept, never as something to be shown. */
import { routes } from '#contract/routes.ts';
import type { FileOut } from '#usecase/document-file.ts';
import {
  addDocument,
  addFile,
  addLink,
  downloadEvidence,
  readEvidence,
  removeEvidence,
  restoreEvidence,
} from '#usecase/evidence.ts';
import { type Binding, binding, type Edge } from './bind.ts';
import { dispositionOf } from './document.ts';

export function evidenceBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /evidence'), readEvidence),
    binding('POST /evidence/file', routes['POST /evidence/file'], addFile as never, { finish: sendAdded }),
    binding(...at('POST /evidence/link'), addLink),
    binding(...at('POST /evidence/document'), addDocument),
    binding(...at('DELETE /evidence/:id'), removeEvidence),
    binding(...at('POST /evidence/:id/restore'), restoreEvidence),
    binding('GET /evidence/:id/file', routes['GET /evidence/:id/file'], downloadEvidence, { finish: sendFile }),
  ];
}

function sendAdded({ reply }: Edge, added: { readonly already: boolean }) {
  return reply.code(added.already ? 200 : 201).send(added);
}

/** Even a browser that shows it all the same may run nothing of it and reach nothing from it. */
function sendFile({ request, reply }: Edge, file: FileOut) {
  const tag = `"${file.sha256.slice(0, 32)}"`;
  reply
    .header('etag', tag)
    .header('cache-control', 'private, no-cache')
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply
    .header('content-disposition', dispositionOf(file.fileName))
    .header('content-length', file.size)
    .type('application/octet-stream')
    .send(file.bytes());
}

/** The library over HTTP: what only the edge can do is streams, file names and pictures that browsers keep. */
import { routes } from '#contract/routes.ts';
import { downloadFile, type FileOut, NO_PAGE, type PictureOut, showPage, showText } from '#usecase/document-file.ts';
import {
  browseDocuments,
  correctHeader,
  deleteDocument,
  readAgain,
  readChoices,
  restoreDocument,
  showDocument,
} from '#usecase/document-library.ts';
import { uploadDocument } from '#usecase/document-upload.ts';
import { type Binding, binding, type Edge } from './bind.ts';
import { sendProblem } from './problems.ts';

export function documentBindings(): Binding[] {
  return [
    binding('GET /documents', routes['GET /documents'], browseDocuments),
    binding('GET /documents/choices', routes['GET /documents/choices'], readChoices),
    binding('POST /documents', routes['POST /documents'], uploadDocument as never, {
      finish: ({ reply }, uploaded: { readonly already: boolean }) =>
        reply.code(uploaded.already ? 200 : 201).send(uploaded),
    }),
    binding('GET /documents/:id', routes['GET /documents/:id'], showDocument),
    binding('PATCH /documents/:id', routes['PATCH /documents/:id'], correctHeader),
    binding('DELETE /documents/:id', routes['DELETE /documents/:id'], deleteDocument),
    binding('POST /documents/:id/restore', routes['POST /documents/:id/restore'], restoreDocument),
    binding('POST /documents/:id/read', routes['POST /documents/:id/read'], readAgain),
    binding('GET /documents/:id/file', routes['GET /documents/:id/file'], downloadFile, { finish: sendFile }),
    binding('GET /documents/:id/text', routes['GET /documents/:id/text'], showText),
    binding('GET /documents/:id/pages/:page.png', routes['GET /documents/:id/pages/:page.png'], showPage, {
      finish: sendPicture,
    }),
  ];
}

/** Always as a file to be kept, never as something to be shown: what people upload must not run on our address. */
function sendFile({ request, reply }: Edge, file: FileOut) {
  const tag = `"${file.sha256.slice(0, 32)}"`;
  reply.header('etag', tag).header('cache-control', 'private, no-cache');
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply
    .header('content-disposition', dispositionOf(file.fileName))
    .header('content-length', file.size)
    .type('application/octet-stream')
    .send(file.bytes());
}

/** RFC 6266: a plain name for old readers, the true one encoded. */
export function dispositionOf(fileName: string): string {
  const plain = fileName
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%;]/g, '_');
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain || 'van-ban'}"; filename*=UTF-8''${encoded}`;
}

async function sendPicture({ request, reply }: Edge, { tag, draw }: PictureOut) {
  const quoted = `"${tag}"`;
  reply.header('etag', quoted).header('cache-control', 'private, max-age=86400');
  if (request.headers['if-none-match'] === quoted) return reply.code(304).send();
  const picture = await draw();
  if (!picture) {
    reply.removeHeader('etag');
    return sendProblem(reply, NO_PAGE);
  }
  return reply.type('image/png').send(Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength));
}

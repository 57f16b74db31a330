/** Tải văn bản lên: bytes are kept by their content, the document waits to be read by a job sent in the same transaction. */
import type { Readable } from 'node:stream';
import { ok, type Result } from '#base/result.ts';
import { documentRoutes } from '#contract/document.ts';
import type { Problem } from '#contract/problem.ts';
import type { RouteOutput } from '#contract/route.ts';
import { CHUNK_BYTES, insertBlob } from '#store/blobs.ts';
import { type DocumentFound, findBySha, findDocument, insertDocument } from '#store/documents.ts';
import { newId } from '#store/ids.ts';
import { viewOf } from './document-view.ts';
import { type Staged, stageUpload } from './upload-stage.ts';
import { type Context, perform, type UseCase } from './usecase.ts';

/** The job that reads a document; its data. */
export const READ_JOB = 'document.read';
export interface ReadJob {
  readonly provinceId: number;
  readonly documentId: string;
}

type Uploaded = RouteOutput<(typeof documentRoutes)['POST /documents']>;

export interface Upload {
  readonly fileName: string;
  readonly bytes: Readable;
}

const { access, machines } = documentRoutes['POST /documents'];

/** Takes the bytes without a transaction, then keeps them within one. */
export const uploadDocument: UseCase<Upload, Uploaded> = {
  name: 'document.receive',
  access,
  machines,
  kind: 'read',
  run: async (context, { fileName, bytes }) => {
    const staged = await stageUpload(bytes, context.services.settings.uploadBytes);
    if (!staged.ok) return staged;
    try {
      return await perform(context.services, keepUpload, context.actor, {
        fileName: cleanName(fileName),
        staged: staged.value,
      });
    } finally {
      await staged.value.close();
    }
  },
};

const keepUpload: UseCase<{ readonly fileName: string; readonly staged: Staged }, Uploaded> = {
  name: 'document.upload',
  access,
  machines,
  kind: 'write',
  run: keep,
};

async function keep(
  context: Context,
  { fileName, staged }: { readonly fileName: string; readonly staged: Staged },
): Promise<Result<Uploaded, Problem>> {
  // Also waits for another upload of the same bytes that is under way.
  await insertBlob(context, staged.sha256, staged.size, () => staged.pieces(CHUNK_BYTES));
  const there = await findBySha(context, staged.sha256);
  if (there) return ok({ document: viewOf(there), already: true });
  const id = newId(context.now);
  await insertDocument(context, {
    id,
    sha256: staged.sha256,
    fileName,
    uploadedBy: context.actor.personId,
    now: context.now,
  });
  const job: ReadJob = { provinceId: context.provinceId, documentId: id };
  await context.services.queue.send(context, READ_JOB, { ...job }, { key: id });
  // Neither content nor hash: should the document prove to be a secret, the log that can't be changed holds nothing of it.
  context.record({ kind: 'document.uploaded', subjectType: 'document', subjectId: id, title: fileName });
  context.tell('document', { id, state: 'waiting' });
  return ok({ document: viewOf((await findDocument(context, id)) as DocumentFound), already: false });
}

/** The name alone, without the folders that some browsers send, and without what breaks a line. */
function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) as string;
  const clean = last
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 255);
  return clean === '' ? 'van-ban' : clean;
}

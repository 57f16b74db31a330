/**
 * Đọc văn bản: what the job does with one document. The file is opened in a process of its own and read in a thread;
 * what came out is stored in one transaction. Run twice, it reads once; broken off, nothing of it is stored.
 */
import type { Document } from '#document/model.ts';
import { findBlob, readBytes } from '#store/blobs.ts';
import { findDocument, setProgress } from '#store/documents.ts';
import { refuseDocument, removeSecret, storeReading } from './document-store-reading.ts';
import { fileWorksOf } from './file-works.ts';
import type { Services } from './services.ts';
import { perform, systemActor } from './usecase.ts';

/** Progress is written down and told at most so often. */
const TELL_MS = 400;

export async function readDocument(
  services: Services,
  provinceId: number,
  documentId: string,
  signal: AbortSignal,
): Promise<void> {
  const scope = services.database.scope(provinceId);
  const row = await findDocument(scope, documentId);
  // Read already by a run whose end the queue did not hear of, or gone.
  if (!row || row.deleted_at || row.sha256 === null || (row.state !== 'waiting' && row.state !== 'reading')) return;
  const blob = await findBlob(scope, row.sha256);
  if (!blob) throw new Error(`the bytes of document ${documentId} are missing`);
  await setProgress(scope, documentId, 'reading', null);
  services.hub.tell(provinceId, 'document', { id: documentId, state: 'reading' });

  const told = progressTeller(services, provinceId, documentId);
  const works = fileWorksOf(services);
  const opened = await works.open(await readBytes(scope, row.sha256, blob.size), row.file_name, {
    consume: true,
    signal,
    limits: { bytes: Math.max(services.settings.uploadBytes, blob.size) },
    onProgress: ({ stage, done, total }) => told.tell(stage, done, total),
  });
  signal.throwIfAborted();
  const actor = systemActor(provinceId, []);
  if (!opened.ok) {
    await told.end();
    if (opened.error.code === 'secret') await perform(services, removeSecret, actor, { documentId });
    else await perform(services, refuseDocument, actor, { documentId, refusal: opened.error });
    return;
  }
  const document = storable(opened.value);
  told.tell('read', 0, 1);
  const planYear = 'planYear' in row.corrected ? row.plan_year : null;
  const { reading, body, bare } = await works.read(
    document.text,
    { doubts: document.doubts, ...(planYear === null ? {} : { planYear }) },
    signal,
  );
  await told.end();
  await perform(services, storeReading, actor, { documentId, document, reading, body, bare });
}

/** PostgreSQL holds neither NUL nor halves of characters; what stands in their place is as long as they are. */
function storable(document: Document): Document {
  const text = document.text.toWellFormed().replaceAll('\0', ' ');
  return text === document.text ? document : { ...document, text };
}

function progressTeller(services: Services, provinceId: number, documentId: string) {
  let last = 0;
  let stage = '';
  let writing: Promise<void> = Promise.resolve();
  return {
    tell(now: 'text' | 'ocr' | 'read', done: number, total: number): void {
      const at = performance.now();
      if (now === stage && at - last < TELL_MS) return;
      last = at;
      stage = now;
      const progress = { stage: now, done, total };
      services.hub.tell(provinceId, 'document.progress', { id: documentId, ...progress });
      writing = writing
        .then(() => setProgress(services.database.scope(provinceId), documentId, 'reading', progress))
        .catch((error) => services.log('warn', 'progress of a reading', { error: String(error) }));
    },
    /** What was told is written. */
    end: () => writing,
  };
}

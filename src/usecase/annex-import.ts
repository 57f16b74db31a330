/** Nhập phụ lục Excel: a workbook's tables become a document whose items are reviewed and published like any other. */
import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { bare } from '#base/fold.ts';
import { err, ok, type Result } from '#base/result.ts';
import { annexRoutes } from '#contract/annex.ts';
import { type Problem, problem } from '#contract/problem.ts';
import type { RouteOutput } from '#contract/route.ts';
import { type Annex, readAnnex } from '#plan/annex.ts';
import { termsOf, tsVectorOf } from '#plan/search-terms.ts';
import { readAnnexRows } from '#render/annex-sheet.ts';
import { CHUNK_BYTES, insertBlob } from '#store/blobs.ts';
import { putSearchEntry } from '#store/document-search.ts';
import { type DocumentFound, findBySha, findDocument, insertDocument, updateDocument } from '#store/documents.ts';
import { newId } from '#store/ids.ts';
import { insertReading, putText } from '#store/readings.ts';
import { readingOfAnnex } from './annex-reading.ts';
import { headOf, sortOn } from './document-store-reading.ts';
import { beginReview } from './review-begin.ts';
import { type Context, perform, type UseCase } from './usecase.ts';
import { NO_WORKBOOK, readWorkbookBytes } from './workbook-bytes.ts';

type Imported = RouteOutput<(typeof annexRoutes)['POST /documents/import-annex']>;

const { access } = annexRoutes['POST /documents/import-annex'];

const NO_TABLE = problem(
  422,
  'no-table',
  'Không thấy bảng nào có cột “Chỉ tiêu” và “Kế hoạch”, hoặc cột “Nhiệm vụ” cùng “Chủ trì”, “Thời hạn”.',
  'No table has columns for targets and their plan, or for tasks with leads and deadlines.',
);
const NO_ROWS = (faults: Annex['faults']) =>
  problem(422, 'no-rows', 'Không dòng nào của bảng nhập được.', 'No row of the tables could be taken.', {
    current: { faults: faults.slice(0, MOST_FAULTS) },
  });

const MOST_FAULTS = 200;

/** The workbook is opened without a transaction, then kept within one. */
export const importAnnex: UseCase<{ readonly fileName: string; readonly bytes: Readable }, Imported> = {
  name: 'document.import-annex',
  access,
  kind: 'read',
  run: async (context, { fileName, bytes }) => {
    const file = await readWorkbookBytes(bytes);
    if (!file.ok) return file;
    let annex: Annex | null;
    try {
      annex = readAnnex(await readAnnexRows(file.value));
    } catch {
      return err(NO_WORKBOOK);
    }
    if (annex === null) return err(NO_TABLE);
    if (annex.targets.length + annex.tasks.length === 0) return err(NO_ROWS(annex.faults));
    return perform(context.services, keepAnnex, context.actor, { fileName, file: file.value, annex });
  },
};

const keepAnnex: UseCase<{ fileName: string; file: Uint8Array; annex: Annex }, Imported> = {
  name: 'document.keep-annex',
  access,
  kind: 'write',
  run: keep,
};

async function keep(
  context: Context,
  { fileName, file, annex }: { readonly fileName: string; readonly file: Uint8Array; readonly annex: Annex },
): Promise<Result<Imported, Problem>> {
  const sha256 = createHash('sha256').update(file).digest('hex');
  const counts = { targets: annex.targets.length, tasks: annex.tasks.length };
  const faults = annex.faults.slice(0, MOST_FAULTS).map((one) => ({ ...one }));
  await insertBlob(context, sha256, file.length, async function* () {
    for (let at = 0; at < file.length; at += CHUNK_BYTES) yield file.subarray(at, at + CHUNK_BYTES);
  });
  const there = await findBySha(context, sha256);
  if (there) return ok({ documentId: there.id, already: true, ...counts, faults });
  const id = newId(context.now);
  const name = fileName
    .normalize('NFC')
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  const kept = name && extname(name) !== '' ? name : `${name || 'phu-luc'}.xlsx`;
  await insertDocument(context, { id, sha256, fileName: kept, uploadedBy: context.actor.personId, now: context.now });
  const reading = readingOfAnnex(annex);
  const { type, title, planYear } = reading.document;
  // No version of the reading rules: a newer reader has nothing to read anew in rows of a workbook.
  await updateDocument(context, id, null, {
    type,
    title,
    plan_year: planYear,
    state: 'read',
    format: 'xlsx',
    reader: null,
    review_state: 'open',
  });
  await putText(context, id, annex.text, { pages: [], lines: [], words: [], doubts: [], warnings: [] });
  await insertReading(context, {
    id: newId(context.now),
    documentId: id,
    reader: reading.reader,
    body: reading,
    now: context.now,
  });
  const row = (await findDocument(context, id)) as DocumentFound;
  const body = tsVectorOf(termsOf(annex.text));
  await putSearchEntry(context, {
    documentId: id,
    sortOn: sortOn(row),
    head: headOf(row),
    body,
    bare: bare(annex.text),
  });
  await beginReview(context, id, reading, annex.text, context.now);
  context.record({
    kind: 'document.annex-imported',
    subjectType: 'document',
    subjectId: id,
    title: kept,
    after: { ...counts, faults: annex.faults.length },
  });
  context.tell('document', { id, state: 'read' });
  return ok({ documentId: id, already: false, ...counts, faults });
}

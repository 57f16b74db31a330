/** Thư viện văn bản: list, one, header put right, deleted and put back, read again. */
import { err, ok } from '#base/result.ts';
import { documentRoutes, headerFields } from '#contract/document.ts';
import { conflict, notFound, type Problem, problem } from '#contract/problem.ts';
import { parseSearch, tsQueriesOf } from '#plan/search-terms.ts';
import { symbolKey } from '#plan/symbol-key.ts';
import { findBySymbol, findByWords, putSearchHead } from '#store/document-search.ts';
import {
  cursorAfter,
  type DocumentChange,
  type DocumentCursor,
  type DocumentFound,
  documentChoices,
  findBySha,
  findDocument,
  listDocuments,
  plansOn,
  updateDocument,
} from '#store/documents.ts';
import { relinkCitations } from './citation-link.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { COLUMN_OF, headOf, knownBy, sortOn } from './document-store-reading.ts';
import { READ_JOB, type ReadJob } from './document-upload.ts';
import { titleOf, viewOf } from './document-view.ts';
import { behind, type Context } from './usecase.ts';

export const NO_DOCUMENT = notFound('văn bản này', 'document');
/** Filtering by words looks at most at so many documents, the newest that hold them. */
const MOST_FOUND = 2000;

export const browseDocuments = behind(
  documentRoutes['GET /documents'],
  'document.list',
  'read',
  async (context, { cursor, limit, text, sort, deleted, type, issuer, year, state, review }) => {
    const field = ({ date: 'date', uploaded: 'instant', symbol: 'text' } as const)[sort];
    const at = readCursor(cursor, { value: field });
    if (!at.ok) return at;
    const after: DocumentCursor | null = at.value && [at.value.value, at.value.id];
    const ids = text === undefined ? undefined : await idsOf(context, text);
    const filter = { type, issuer, year, state, review, deleted, ids };
    const rows = await listDocuments(context, filter, sort, after, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return ok({
      items: shown.map(viewOf),
      nextCursor: rows.length > limit && last ? nextCursor(last, sort) : null,
      total: null,
    });
  },
);

export const readChoices = behind(
  documentRoutes['GET /documents/choices'],
  'document.choices',
  'read',
  async (context) => {
    const { types, issuers, years, total } = await documentChoices(context);
    const collator = new Intl.Collator('vi');
    return ok({
      types: types.sort(collator.compare),
      issuers: issuers.sort(collator.compare),
      years: years.sort((a, b) => b - a),
      total,
    });
  },
);

export const showDocument = behind(
  documentRoutes['GET /documents/:id'],
  'document.show',
  'read',
  async (context, { id }) => {
    const row = await findDocument(context, id);
    return row ? ok(viewOf(row)) : err(NO_DOCUMENT);
  },
);

export const correctHeader = behind(
  documentRoutes['PATCH /documents/:id'],
  'document.correct',
  'write',
  async (context, { id, version, reason, ...fields }) => {
    const row = await findDocument(context, id);
    if (!row || row.deleted_at) return err(NO_DOCUMENT);
    const before: Record<string, string | number | null> = {};
    const after: Record<string, string | number | null> = {};
    const corrected: Record<string, unknown> = { ...row.corrected };
    const change: Record<string, unknown> = {};
    for (const field of headerFields) {
      const value = fields[field];
      const column = COLUMN_OF[field];
      if (value === undefined || value === row[column]) continue;
      const text = typeof value === 'string' ? value.normalize('NFC') : value;
      before[field] = row[column];
      after[field] = text;
      // What the reader had read is kept, once.
      if (!(field in corrected)) corrected[field] = row[column];
      change[column] = text;
    }
    if (Object.keys(change).length === 0) return ok(viewOf(row));
    if ('symbol' in change) change.symbol_key = change.symbol === null ? null : symbolKey(change.symbol as string);
    const written = await updateDocument(context, id, version, {
      ...(change as DocumentChange),
      corrected: JSON.stringify(corrected),
    });
    const now = (await findDocument(context, id)) as DocumentFound;
    if (!written) return err(conflict(viewOf(now)));
    await putSearchHead(context, id, sortOn(now), headOf(now));
    // A title leads no citation anywhere.
    if (KNOWN_BY.some((field) => field in after)) await relinkCitations(context, id, [knownBy(row), knownBy(now)]);
    context.record({
      kind: 'document.corrected',
      subjectType: 'document',
      subjectId: id,
      title: titleOf(now),
      before,
      after,
      reason: reason ?? null,
    });
    context.tell('document', { id });
    return ok(viewOf(now));
  },
);

/** Fields that citations name a document by. */
const KNOWN_BY = ['type', 'symbol', 'issuedOn', 'issuer'];

export const deleteDocument = behind(
  documentRoutes['DELETE /documents/:id'],
  'document.delete',
  'write',
  async (context, { id, version, reason }) => {
    const row = await findDocument(context, id);
    if (!row || row.deleted_at) return err(NO_DOCUMENT);
    const plans = await plansOn(context, id);
    if (plans.length > 0) return err(planStandsOnIt(plans[0] as string));
    if (!(await updateDocument(context, id, version, { deleted_at: context.now }))) return err(conflict(viewOf(row)));
    // No longer what citations of others lead to.
    await relinkCitations(context, id, [knownBy(row)]);
    context.record({
      kind: 'document.deleted',
      subjectType: 'document',
      subjectId: id,
      title: titleOf(row),
      before: { deleted: false },
      after: { deleted: true },
      reason: reason ?? null,
    });
    context.tell('document', { id, deleted: true });
    return ok(viewOf((await findDocument(context, id)) as DocumentFound));
  },
);

export const restoreDocument = behind(
  documentRoutes['POST /documents/:id/restore'],
  'document.restore',
  'write',
  async (context, { id }) => {
    const row = await findDocument(context, id);
    if (!row) return err(NO_DOCUMENT);
    if (!row.deleted_at) return ok(viewOf(row));
    const again = row.sha256 === null ? undefined : await findBySha(context, row.sha256);
    if (again) return err(alreadyThere(titleOf(again)));
    await updateDocument(context, id, null, { deleted_at: null });
    if (row.state === 'waiting' || row.state === 'reading') await sendReading(context, id);
    await relinkCitations(context, id, [knownBy(row)]);
    context.record({
      kind: 'document.restored',
      subjectType: 'document',
      subjectId: id,
      title: titleOf(row),
      before: { deleted: true },
      after: { deleted: false },
    });
    context.tell('document', { id });
    return ok(viewOf((await findDocument(context, id)) as DocumentFound));
  },
);

const IS_ANNEX = problem(
  409,
  'is-annex',
  'Phụ lục Excel đã được nhập theo bảng; muốn đọc lại, hãy nhập tệp mới.',
  'An annex in Excel was imported by its tables; to read it anew import a new file.',
);

export const readAgain = behind(
  documentRoutes['POST /documents/:id/read'],
  'document.read-again',
  'write',
  async (context, { id }) => {
    const row = await findDocument(context, id);
    if (!row || row.deleted_at) return err(NO_DOCUMENT);
    if (row.sha256 === null) return err(NOTHING_KEPT);
    if (row.state === 'waiting' || row.state === 'reading') return err(BEING_READ);
    if (row.state === 'read' && row.format === 'xlsx') return err(IS_ANNEX);
    await updateDocument(context, id, null, { state: 'waiting', progress: null, refusal: null });
    await sendReading(context, id);
    context.record({
      kind: 'document.reading-asked',
      subjectType: 'document',
      subjectId: id,
      title: titleOf(row),
      before: { reader: row.reader },
    });
    context.tell('document', { id, state: 'waiting' });
    return ok(viewOf((await findDocument(context, id)) as DocumentFound));
  },
);

async function sendReading(context: Context, documentId: string): Promise<void> {
  const job: ReadJob = { provinceId: context.provinceId, documentId };
  await context.services.queue.send(context, READ_JOB, { ...job });
}

/** Documents that hold the words, or whose symbol begins so. */
async function idsOf(context: Context, typed: string): Promise<string[]> {
  const query = parseSearch(typed);
  if (!query) return [];
  const { loose } = tsQueriesOf(query);
  const head = tsQueriesOf(query, 1).loose;
  const found = await Promise.all([
    findBySymbol(context, symbolKey(query.typed), MOST_FOUND),
    findByWords(context, head, null, MOST_FOUND),
    findByWords(context, null, loose, MOST_FOUND),
  ]);
  return [...new Set(found.flat())];
}

function nextCursor(last: DocumentFound, sort: 'date' | 'uploaded' | 'symbol'): string {
  const [value, id] = cursorAfter(last, sort);
  return writeCursor({ value, id });
}

export const NOTHING_KEPT = problem(
  409,
  'nothing-kept',
  'Máy chủ không giữ nội dung của văn bản này.',
  'Nothing of this document is kept.',
);
const BEING_READ = problem(409, 'being-read', 'Văn bản đang được đọc.', 'The document is being read.');

function planStandsOnIt(title: string): Problem {
  return problem(
    409,
    'plan-stands-on-it',
    `Không xóa được: “${title}” được ban hành từ văn bản này.`,
    `It can't be deleted: “${title}” was made of it.`,
  );
}

function alreadyThere(title: string): Problem {
  return problem(
    409,
    'already-in-library',
    `Thư viện đã có văn bản cùng nội dung: ${title}.`,
    `The library has a document with the same content: ${title}.`,
  );
}
